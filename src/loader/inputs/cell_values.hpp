// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "loader/text/csv_reader.hpp"
#include "socrates/base/date.hpp"
#include "socrates/base/diagnostic.hpp"
#include "socrates/loader/node.hpp"
#include "socrates/model/shape.hpp"

namespace socrates::loader {

// Values as people and their programs write them into cells: `Yes`, `01/14/2027`, `$50,000.00`, `Security; Privacy`.

/// The form, where it is one: `YYYY`, `YY`, `M`, `MM`, `MMM` (Jan), `D` and `DD` with anything but letters and digits
/// between them, or `epoch_ms` or `epoch_s`; a year, a month and a day once each. One digit will do where two stand.
std::optional<std::string> parse_date_form(std::string_view form);

/// The day that a text of this form means. What follows behind a `T` or a blank is a time, and is passed over.
std::optional<base::Date> read_date(std::string_view form, std::string_view text);

/// How a list writes what can be written in several ways.
struct Writing {
  const std::vector<std::string>& dates;  ///< forms; none: YYYY-MM-DD
  std::string_view decimal;               ///< what stands before the cents; empty: not said
};

/// The value that a cell holds for a key of this shape, as JSON would hold it, with the place of the cell: `?` is null.
/// What does not look like one stays a text, for the reader of the key to refuse. None after a report, where the text
/// may mean two things, or is no date of the forms.
std::optional<Node> value_of_cell(const Cell& cell, const model::Shape& shape, const Writing& writing,
                                  base::Diagnostics& problems);

/// Names by semicolons, or by commas where no semicolon stands; `none` alone is the empty list.
std::vector<std::string> listed_in(std::string_view text);

}  // namespace socrates::loader
