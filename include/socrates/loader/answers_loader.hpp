// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "socrates/base/date.hpp"
#include "socrates/base/diagnostic.hpp"
#include "socrates/loader/node.hpp"
#include "socrates/model/answers.hpp"
#include "socrates/model/rule_set.hpp"

namespace socrates::loader {

struct LoadedAnswers {
  model::Answers answers;
  std::vector<base::Span> places;  ///< by question: the value that answers it; source null where there is none
};

/// Every question not known.
LoadedAnswers no_answers(const model::RuleSet& rules);

/// Reads an answers file (a JSON object of question id to value). Dates given in place of a number of months are
/// counted from `today`: months until a date that is past are 0, and more than the range holds are its end. Reports
/// every problem of the file.
std::optional<LoadedAnswers> load_answers(const base::Source& source, const model::RuleSet& rules, base::Date today,
                                          base::Diagnostics& problems);

/// The same from an object that stands within a larger text, such as the `answers` of a deal.
std::optional<LoadedAnswers> read_answers(const Node& object, const model::RuleSet& rules, base::Date today,
                                          base::Diagnostics& problems);

/// Puts `ID=VALUE` on top of what is there. The value is read by the question's kind: `true|false`, an option, options
/// by commas, a number, a date; `ID=` is the empty list, `ID=null` not known. `assignment.text` is the whole
/// `ID=VALUE`, its name `--set`; it must outlive the places. A date id (`needed_by=2027-03-31`) is taken as in a file
/// and takes the place of the number. After a report nothing is changed.
void set_answer(const base::Source& assignment, const model::RuleSet& rules, base::Date today, LoadedAnswers& loaded,
                base::Diagnostics& problems);

}  // namespace socrates::loader
