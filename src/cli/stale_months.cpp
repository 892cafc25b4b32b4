// SPDX-License-Identifier: Apache-2.0
#include "cli/stale_months.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace socrates::cli {

std::vector<std::string> remarks_on_stale_months(const Rules& rules, const Answered& answered, base::Date today) {
  std::vector<std::string> remarks;
  const std::optional<base::Date> given = answered.about.answered_on;
  if (!given || base::add_months(*given, 1) >= today) return remarks;
  const model::RuleSet& set = rules.compiled().rules;
  for (std::size_t q = 0; q < answered.answers.size(); ++q) {
    const model::Question& question = set.questions[q];
    const auto* const number = std::get_if<model::Number>(&answered.answers[q]);
    if (number == nullptr || !number->date.empty() || !question.date) continue;
    if (question.date->months != model::MonthsCount::until) continue;
    if (std::any_of(question.named.begin(), question.named.end(),
                    [&](const model::NamedNumber& named) { return named.number == number->value; }))
      continue;
    remarks.push_back(fmt::format(
        "the answers are of {}, and '{}': {} is counted from today; counted from then it is {}, which '{}' would keep",
        base::to_text(*given), question.id, number->value, base::to_text(base::add_months(*given, number->value)),
        question.date->id));
  }
  return remarks;
}

}  // namespace socrates::cli
