// SPDX-License-Identifier: Apache-2.0
#include "socrates/interview/order.hpp"

#include <limits>

namespace socrates::interview {

namespace {

std::size_t section_rank(const model::Question& question) {
  return question.section.value_or(std::numeric_limits<std::size_t>::max());
}

}  // namespace

std::optional<std::size_t> next_question(const model::RuleSet& rules, const std::vector<std::size_t>& open_questions,
                                         const std::vector<bool>& skipped) {
  std::optional<std::size_t> next;
  for (const std::size_t q : open_questions) {
    if (skipped[q]) continue;
    if (!next || section_rank(rules.questions[q]) < section_rank(rules.questions[*next])) next = q;
  }
  return next;
}

}  // namespace socrates::interview
