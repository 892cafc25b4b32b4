// SPDX-License-Identifier: Apache-2.0
#include "cli/stale_months.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace socrates::cli {

std::vector<std::string> remarks_on_stale_months(const model::RuleSet& rules, const model::Answers& answers,
                                                 const model::About& about, base::Date today) {
  std::vector<std::string> remarks;
  const std::optional<base::Date> given = about.answered_on;
  if (!given || base::add_months(*given, 1) >= today) return remarks;
  for (std::size_t q = 0; q < answers.size(); ++q) {
    const model::Question& question = rules.questions[q];
    const auto* const number = std::get_if<model::Number>(&answers[q]);
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

std::vector<std::string> remarks_on_stale_months(const Rules& rules, const Answered& answered, base::Date today) {
  return remarks_on_stale_months(rules.compiled().rules, answered.answers, answered.about, today);
}

}  // namespace socrates::cli
