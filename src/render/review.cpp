// SPDX-License-Identifier: Apache-2.0
//
// What an interview says of answers that were given: how a line was understood, the review, what was set aside.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "render/day_words.hpp"
#include "render/sentence.hpp"
#include "socrates/engine/asking.hpp"
#include "socrates/model/answer_words.hpp"
#include "socrates/render/interview.hpp"

namespace socrates::render {

std::string day_in_words(base::Date day) {
  static constexpr std::array<const char*, 12> months{"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};
  return fmt::format("{} {} {}", static_cast<unsigned>(day.day()), months.at(static_cast<unsigned>(day.month()) - 1),
                     static_cast<int>(day.year()));
}

std::string said_back(const model::Question& question, const model::Answer& answer) {
  const auto* const number = std::get_if<model::Number>(&answer);
  if (number == nullptr || number->date.empty()) return model::answer_label(question, answer);
  const auto day = base::parse_date(number->date);
  if (!day) return model::answer_label(question, answer);
  const bool is_until = question.date && question.date->months == model::MonthsCount::until;
  if (number->value == 0) return day_in_words(*day);
  return fmt::format("{} ({}{} {})", day_in_words(*day), is_until ? "in " : "", number->value, question.unit);
}

std::string taken_text(const model::Question& question, const model::Answer& answer, std::string_view typed) {
  const auto* const number = std::get_if<model::Number>(&answer);
  const bool is_dated = number != nullptr && !number->date.empty();
  const bool is_number_only = typed.find_first_not_of("0123456789,; \t") == std::string_view::npos;
  if (!is_dated && (is_number_only || question.kind == model::QuestionKind::yes_no)) return {};
  return "taken as " + said_back(question, answer);
}

std::string set_aside_text(const interview::Interview& interview, std::size_t question, const model::Answer& answer) {
  const model::Question& asked = interview.compiled().rules.questions[question];
  const auto& open = interview.outcome().open_questions;
  const bool is_open = std::find(open.begin(), open.end(), question) != open.end();
  return fmt::format(
      "{}: {} ({})", is_open ? "does not go with this answer, and is asked again" : "not asked any more, and set aside",
      in_quotes(engine::words_of(interview.compiled().rules, interview.answers(), question)), said_back(asked, answer));
}

std::string review_text(const interview::Interview& interview) {
  if (interview.visited().empty()) return "\n" + wrap("There are no answers yet.");
  std::string text = "\nYour answers:\n";
  std::size_t number = 0;
  for (const std::size_t q : interview.visited()) {
    const model::Question& question = interview.compiled().rules.questions[q];
    const std::string answer =
        interview.skipped()[q] ? "skipped: not known" : said_back(question, interview.answers()[q]);
    text += labelled(fmt::format("  {:>2}", ++number),
                     prose(engine::words_of(interview.compiled().rules, interview.answers(), q)));
    text += wrap(prose(answer), {8, 8});
  }
  return text + "\n";
}

std::string review_prompt_text() {
  return wrap(
      "Nothing is left to ask. Press Enter to finish, or type edit and a number to change an answer; also back, "
      "review, quit.");
}

}  // namespace socrates::render
