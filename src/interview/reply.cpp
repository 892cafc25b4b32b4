// SPDX-License-Identifier: Apache-2.0
#include "socrates/interview/reply.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

#include "socrates/base/suggest.hpp"
#include "socrates/base/utf8.hpp"
#include "socrates/base/words.hpp"

namespace socrates::interview {

namespace {

using model::Question;
using model::QuestionKind;

constexpr std::string_view blanks = " \t\r\n\v\f";
constexpr std::size_t most_quoted = 40;

/// The form in which words are compared: `Type 1` becomes `type_1`.
std::string word_form(std::string_view text) {
  std::string word(base::trimmed(text, blanks));
  for (char& letter : word) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    if (letter == '-' || blanks.find(letter) != std::string_view::npos) letter = '_';
  }
  return word;
}

std::string quoted(std::string_view text) {
  std::size_t end = 0;
  for (std::size_t i = 0; i < most_quoted && end < text.size(); ++i) base::next_code_point(text, end);
  return fmt::format("'{}{}'", text.substr(0, end), end < text.size() ? "..." : "");
}

std::optional<Command> command_named(std::string_view word) {
  constexpr std::array<std::pair<std::string_view, Command>, 6> commands{{{"?", Command::help},
                                                                          {"help", Command::help},
                                                                          {"why", Command::why},
                                                                          {"back", Command::back},
                                                                          {"skip", Command::skip},
                                                                          {"quit", Command::quit}}};
  for (const auto& [name, command] : commands)
    if (word == name) return command;
  return std::nullopt;
}

std::optional<int> whole_number(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

bool consists_of_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Which option a number or a name means, or why none.
std::variant<std::size_t, Misread> option_named(const Question& question, const Offer& offer, std::string_view text) {
  if (consists_of_digits(text)) {
    const std::optional<int> number = whole_number(text);
    if (number && *number >= 1 && static_cast<std::size_t>(*number) <= offer.numbered.size())
      return offer.numbered[static_cast<std::size_t>(*number) - 1];
    return Misread{fmt::format("there is no number {} here; type {}", quoted(text), what_to_type(question, offer))};
  }
  const std::string word = word_form(text);
  std::vector<std::string> ids;
  for (std::size_t option = 0; option < question.options.size(); ++option) {
    if (word == word_form(question.options[option].id)) return option;
    if (offer.options[option] == OptionState::offered) ids.push_back(question.options[option].id);
  }
  const std::string meant = base::nearest(word, ids);
  if (!meant.empty()) return Misread{fmt::format("{} is none of the options; did you mean '{}'?", quoted(text), meant)};
  return Misread{fmt::format("{} is none of the options; type {}", quoted(text), what_to_type(question, offer))};
}

Reply read_yes_no(const Question& question, const Offer& offer, std::string_view text) {
  const std::string word = word_form(text);
  for (const std::string_view yes : {"yes", "y", "true"})
    if (word == yes) return model::Choice{1};
  for (const std::string_view no : {"no", "n", "false"})
    if (word == no) return model::Choice{0};
  if (consists_of_digits(text)) {
    const auto option = option_named(question, offer, text);
    if (const auto* chosen = std::get_if<std::size_t>(&option)) return model::Choice{*chosen};
  }
  return Misread{fmt::format("{} is neither yes nor no; type {}", quoted(text), what_to_type(question, offer))};
}

Reply read_choice(const Question& question, const Offer& offer, std::string_view text) {
  const auto option = option_named(question, offer, text);
  if (const auto* chosen = std::get_if<std::size_t>(&option)) return model::Choice{*chosen};
  if (text.find_first_of(", ") != std::string_view::npos)
    return Misread{"this question takes one answer; type " + what_to_type(question, offer)};
  return std::get<Misread>(option);
}

std::vector<std::string_view> split(std::string_view text, std::string_view separators) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(separators), text.size());
    if (const std::string_view part = base::trimmed(text.substr(0, end), blanks); !part.empty()) parts.push_back(part);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

/// Between commas a name may hold blanks, else blanks separate too.
std::vector<std::string_view> named_parts(const Question& question, std::string_view text) {
  std::vector<std::string_view> names;
  for (const std::string_view part : split(text, ",;")) {
    const std::string word = word_form(part);
    const bool is_one_name = std::any_of(question.options.begin(), question.options.end(),
                                         [&](const model::Named& option) { return word == word_form(option.id); });
    for (const std::string_view name : is_one_name ? std::vector{part} : split(part, blanks)) names.push_back(name);
  }
  return names;
}

bool means_none(const Question& question, std::string_view text) {
  const std::string word = word_form(text);
  if (word == "0") return true;
  return word == "none" && std::none_of(question.options.begin(), question.options.end(),
                                        [](const model::Named& option) { return option.id == "none"; });
}

std::optional<Misread> choose(model::Selection& selection, const Question& question, const Offer& offer,
                              std::string_view name) {
  const auto option = option_named(question, offer, name);
  if (const auto* misread = std::get_if<Misread>(&option)) return *misread;
  const std::size_t chosen = std::get<std::size_t>(option);
  if (offer.options[chosen] == OptionState::refused)
    return Misread{fmt::format("your earlier answers say no to {}", quoted(name))};
  selection.options[chosen] = model::Chosen::yes;
  return std::nullopt;
}

Reply read_selection(const Question& question, const Offer& offer, std::string_view text) {
  model::Selection selection;
  for (const OptionState state : offer.options)
    selection.options.push_back(state == OptionState::chosen ? model::Chosen::yes : model::Chosen::no);
  const std::vector<std::string_view> names = named_parts(question, text);
  if (names.empty()) return Misread{"nothing was named; type " + what_to_type(question, offer)};
  if (names.size() == 1 && means_none(question, names.front())) return selection;
  for (const std::string_view name : names) {
    if (means_none(question, name))
      return Misread{fmt::format("{} means none of these, so it cannot be combined", quoted(name))};
    if (std::optional<Misread> misread = choose(selection, question, offer, name)) return *misread;
  }
  return selection;
}

/// A day on the side of today that the question counts from.
std::string_view sample_date(const Question& question) {
  return question.date->months == model::MonthsCount::until ? "2027-03-31" : "2025-03-31";
}

/// A slip in the year is the likeliest, so a day on the wrong side of today or beyond the range is asked back.
Reply read_date(const Question& question, base::Date today, std::string_view text) {
  const std::optional<base::Date> date = base::parse_date(text);
  if (!date)
    return Misread{fmt::format("{} is not a day of the calendar, such as {}", quoted(text), sample_date(question))};
  const bool counts_until = question.date->months == model::MonthsCount::until;
  const int months = counts_until ? base::whole_months(today, *date) : base::whole_months(*date, today);
  if (counts_until ? *date < today : *date > today)
    return Misread{fmt::format("{} {}; type the day again, or a number of months", quoted(text),
                               counts_until ? "has passed" : "is in the future")};
  if (months > question.to)
    return Misread{fmt::format("{} is further away than {} {}; type a number from {} to {}", quoted(text), question.to,
                               question.unit, question.from, question.to)};
  return model::Number{std::max(months, question.from), std::string(text)};
}

Reply read_number(const Question& question, const Offer& offer, base::Date today, std::string_view text) {
  if (question.date && text.size() > 4 && text[4] == '-') return read_date(question, today, text);
  std::string_view digits = text;
  if (!question.unit.empty() && digits.ends_with(question.unit))
    digits = base::trimmed(digits.substr(0, digits.size() - question.unit.size()), blanks);
  const std::optional<int> number = whole_number(digits);
  if (number && *number >= question.from && *number <= question.to) return model::Number{*number, {}};
  if (number || consists_of_digits(digits))
    return Misread{fmt::format("{} is out of range; type {}", quoted(text), what_to_type(question, offer))};
  return Misread{fmt::format("{} is not a whole number; type {}", quoted(text), what_to_type(question, offer))};
}

Reply read_answer(const Question& question, const Offer& offer, base::Date today, std::string_view text) {
  switch (question.kind) {
    case QuestionKind::yes_no:
      return read_yes_no(question, offer, text);
    case QuestionKind::one:
      return read_choice(question, offer, text);
    case QuestionKind::several:
      return read_selection(question, offer, text);
    case QuestionKind::number:
      return read_number(question, offer, today, text);
  }
  throw std::logic_error("a question of no kind");
}

std::string number_range(std::size_t count) {
  return count == 1 ? std::string("the number 1") : fmt::format("a number from 1 to {}", count);
}

}  // namespace

Reply parse_reply(const Question& question, const Offer& offer, base::Date today, std::string_view line) {
  const std::string_view text = base::trimmed(line, blanks);
  if (text.empty())
    return Misread{fmt::format("please choose: type {}, or skip if you do not know", what_to_type(question, offer))};
  if (const std::optional<Command> command = command_named(word_form(text))) return *command;
  return read_answer(question, offer, today, text);
}

std::string what_to_type(const Question& question, const Offer& offer) {
  const std::size_t count = offer.numbered.size();
  switch (question.kind) {
    case QuestionKind::yes_no:
      return "yes or no";
    case QuestionKind::one:
      return number_range(count);
    case QuestionKind::several: {
      const std::string none = offer.may_be_none ? ", or 0 for none of these" : "";
      if (count < 2) return number_range(count) + none;
      return fmt::format("numbers from 1 to {}, such as 1,{}{}", count, std::min<std::size_t>(count, 3), none);
    }
    case QuestionKind::number: {
      const std::string unit = question.unit.empty() ? "" : " of " + question.unit;
      const std::string date = question.date ? fmt::format(", or a date such as {}", sample_date(question)) : "";
      return fmt::format("a number{} from {} to {}{}", unit, question.from, question.to, date);
    }
  }
  throw std::logic_error("a question of no kind");
}

}  // namespace socrates::interview
