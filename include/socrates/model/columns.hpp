// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace socrates::model {

/// Where a key of ours comes from in another program's list.
struct Column {
  std::string from;  ///< the name of a column, or the way to a value in JSON, as in `Account.Name`; empty: none
  /// What its texts stand for, whatever their case; none: not known.
  std::vector<std::pair<std::string, std::optional<std::string>>> values;
  std::optional<std::string> otherwise;  ///< what all other texts stand for, and no text at all
  std::vector<std::string> dates;        ///< how days are written in this column; empty: as everywhere
};

/// How another program's list says what a list of ours says: a CRM's export of deals, a register of controls.
struct Columns {
  std::string rows;                                     ///< the way to the list in JSON; empty: at the top
  std::vector<std::pair<std::string, Column>> columns;  ///< by our key, in the order of the file
  std::vector<std::string> dates;                       ///< how days are written, such as `MM/DD/YYYY`
  /// What words for how far a control is stand for, whatever their case: ids of statuses; none: not known.
  std::vector<std::pair<std::string, std::optional<std::string>>> statuses;
  std::string decimal;            ///< what stands before the cents, `.` or `,`; empty: not said
  std::vector<std::string> meta;  ///< columns that are carried through
  /// Rows that are left out: those whose column holds one of the texts.
  std::vector<std::pair<std::string, std::vector<std::string>>> skip;
};

}  // namespace socrates::model
