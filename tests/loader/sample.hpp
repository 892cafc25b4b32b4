// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "socrates/base/date.hpp"
#include "socrates/model/rule_set.hpp"

namespace socrates::tests {

/// A small rule set that uses every part of the grammar.
std::string sample_text();

/// The same, read.
model::RuleSet sample_rules();

/// Answers to it in every form.
std::string sample_answers();

/// What is reported when a second file with this text (after `format: 1`) stands beside the sample.
std::string problems_beside_sample(const std::string& text);

/// What is reported when a part of the sample, which stands there once, is replaced.
std::string problems_with(const std::string& part, const std::string& replacement);

/// 22 November 2026.
base::Date today();

}  // namespace socrates::tests
