// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "loader/entry.hpp"
#include "socrates/model/rule_set.hpp"

namespace socrates::loader {

/// Reads the value of `question: test` into the test of a condition; false after a report.
bool read_question_test(const Entry& entry, const model::Question& question, model::Condition& condition,
                        base::Diagnostics& problems);

/// The same of `decision: test`.
bool read_decision_test(const Entry& entry, const model::Decision& decision, model::Condition& condition,
                        base::Diagnostics& problems);

}  // namespace socrates::loader
