// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "socrates/base/date.hpp"
#include "socrates/base/diagnostic.hpp"
#include "socrates/loader/node.hpp"
#include "socrates/model/answers.hpp"
#include "socrates/model/question.hpp"

namespace socrates::loader {

/// Reads a value as the question's kind asks; null is not known. Nothing after a report.
std::optional<model::Answer> read_answer(const model::Question& question, const Node& node,
                                         base::Diagnostics& problems);

/// Reads the date that stands for the question's number of months, counted from `today` and kept within the range.
std::optional<model::Answer> read_date_answer(const model::Question& question, const Node& node, base::Date today,
                                              base::Diagnostics& problems);

/// The months that a date stands for, kept within the range of its question.
int months_of(const model::Question& question, base::Date date, base::Date today);

}  // namespace socrates::loader
