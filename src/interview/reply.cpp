// SPDX-License-Identifier: Apache-2.0
#include "socrates/interview/reply.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>
#include <utility>
#include <vector>

#include "interview/typed_date.hpp"
#include "interview/typed_option.hpp"
#include "socrates/base/suggest.hpp"
#include "socrates/base/utf8.hpp"
#include "socrates/base/words.hpp"

namespace socrates::interview {

namespace {

using model::Question;
using model::QuestionKind;

constexpr std::string_view blanks = " \t\r\n\v\f";
constexpr std::size_t most_quoted = 40;

std::string quoted(std::string_view text) {
  std::size_t end = 0;
  for (std::size_t i = 0; i < most_quoted && end < text.size(); ++i) base::next_code_point(text, end);
  return fmt::format("'{}{}'", text.substr(0, end), end < text.size() ? "..." : "");
}

std::optional<Command> command_named(std::string_view word) {
  constexpr std::array<std::pair<std::string_view, Command>, 17> commands{{{"?", Command::help},
                                                                           {"help", Command::help},
                                                                           {"why", Command::why},
                                                                           {"why?", Command::why},
                                                                           {"back", Command::back},
                                                                           {"skip", Command::skip},
                                                                           {"review", Command::review},
                                                                           {"repeat", Command::repeat},
                                                                           {"quit", Command::quit},
                                                                           {"exit", Command::quit},
                                                                           {"don't_know", Command::skip},
                                                                           {"dont_know", Command::skip},
                                                                           {"i_don't_know", Command::skip},
                                                                           {"i_dont_know", Command::skip},
                                                                           {"do_not_know", Command::skip},
                                                                           {"not_known", Command::skip},
                                                                           {"not_sure", Command::skip}}};
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

/// `2 or 3`, as the options are numbered.
std::string numbers_of(const std::vector<std::size_t>& options, const Offer& offer) {
  std::vector<std::string> numbers;
  for (const std::size_t option : options) {
    const auto place = std::find(offer.numbered.begin(), offer.numbered.end(), option);
    if (place != offer.numbered.end()) numbers.push_back(std::to_string(place - offer.numbered.begin() + 1));
  }
  return base::listed(numbers, "or");
}

/// Which option a number or a name means, or why none.
std::variant<std::size_t, Misread> option_named(const Question& question, const Offer& offer, std::string_view text) {
  if (consists_of_digits(text)) {
    const std::optional<int> number = whole_number(text);
    if (number && *number >= 1 && static_cast<std::size_t>(*number) <= offer.numbered.size())
      return offer.numbered[static_cast<std::size_t>(*number) - 1];
    return Misread{fmt::format("there is no number {} here; type {}", quoted(text), what_to_type(question, offer))};
  }
  const std::vector<std::size_t> meant = options_meant(question, offer, text);
  if (meant.size() == 1) return meant.front();
  if (meant.size() > 1)
    return Misread{fmt::format("{} could be {}; type the number", quoted(text), numbers_of(meant, offer))};
  std::vector<std::string> ids;
  for (std::size_t option = 0; option < question.options.size(); ++option)
    if (offer.options[option] == OptionState::offered) ids.push_back(question.options[option].id);
  const std::string near = base::nearest(word_form(text), ids);
  if (!near.empty()) return Misread{fmt::format("{} is none of the options; did you mean '{}'?", quoted(text), near)};
  return Misread{fmt::format("{} is none of the options; type {}", quoted(text), what_to_type(question, offer))};
}

/// `no` of `no, we do not`; a reply that only begins with such a word, such as `no idea`, is left whole.
std::string_view up_to_sign(std::string_view text) { return base::trimmed(text.substr(0, text.find_first_of(",.!;"))); }

Reply read_yes_no(const Question& question, const Offer& offer, std::string_view text) {
  const std::string word = word_form(up_to_sign(text));
  for (const std::string_view yes : {"yes", "y", "ye", "true"})
    if (word == yes) return model::Choice{1};
  for (const std::string_view no : {"no", "n", "false"})
    if (word == no) return model::Choice{0};
  if (consists_of_digits(text)) {
    const auto option = option_named(question, offer, text);
    if (const auto* chosen = std::get_if<std::size_t>(&option)) return model::Choice{*chosen};
  }
  return Misread{fmt::format("{} is neither yes nor no; type {}", quoted(text), what_to_type(question, offer))};
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

bool means_one(const Question& question, const Offer& offer, std::string_view text) {
  return std::holds_alternative<std::size_t>(option_named(question, offer, text));
}

/// Leaves out a connecting word at the beginning and the end, and parts the text where one stands between.
std::vector<std::string_view> split_at_words(std::string_view text) {
  std::vector<std::string_view> parts;
  std::size_t start = 0;
  const std::vector<std::string_view> words = split(text, blanks);
  const auto end_part = [&](std::size_t end) {
    if (const std::string_view part = base::trimmed(text.substr(start, end - start), blanks); !part.empty())
      parts.push_back(part);
  };
  for (const std::string_view word : words) {
    if (word_form(word) != "and" && word != "&" && word != "+") continue;
    const auto at = static_cast<std::size_t>(word.data() - text.data());
    end_part(at);
    start = at + word.size();
  }
  end_part(text.size());
  return parts;
}

/// The names in a line: between commas and `and` a name may hold blanks, where it then means an option; else blanks
/// separate too.
std::vector<std::string_view> named_parts(const Question& question, const Offer& offer, std::string_view text) {
  std::vector<std::string_view> names;
  for (const std::string_view part : split(text, ",;"))
    for (const std::string_view piece : means_one(question, offer, part) ? std::vector{part} : split_at_words(part))
      for (const std::string_view name : means_one(question, offer, piece) ? std::vector{piece} : split(piece, blanks))
        names.push_back(name);
  return names;
}

Reply read_choice(const Question& question, const Offer& offer, std::string_view text) {
  const auto option = option_named(question, offer, text);
  if (const auto* chosen = std::get_if<std::size_t>(&option)) return model::Choice{*chosen};
  const std::vector<std::string_view> parts = named_parts(question, offer, text);
  if (parts.size() > 1 &&
      std::all_of(parts.begin(), parts.end(), [&](std::string_view part) { return means_one(question, offer, part); }))
    return Misread{"this question takes one answer; type " + what_to_type(question, offer)};
  return std::get<Misread>(option);
}

bool means_none(const Question& question, std::string_view text) {
  const std::string word = word_form(up_to_sign(text));
  if (word == "0") return word_form(text) == "0";
  constexpr std::array<std::string_view, 6> words{"none", "none_of_these", "none_of_them", "no", "nobody", "nothing"};
  return std::find(words.begin(), words.end(), word) != words.end() &&
         std::none_of(question.options.begin(), question.options.end(),
                      [&](const model::Named& option) { return option.id == word; });
}

bool means_all(std::string_view text) {
  constexpr std::array<std::string_view, 5> words{"all", "all_of_them", "all_of_these", "everything", "everybody"};
  return std::find(words.begin(), words.end(), word_form(text)) != words.end();
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

/// `1-3`, `1..3`: the first and the last number.
std::optional<std::pair<int, int>> range_of(std::string_view text) {
  const std::size_t sign = text.find_first_not_of("0123456789");
  if (sign == 0 || sign == std::string_view::npos) return std::nullopt;
  const std::size_t width = text.substr(sign).starts_with("..") ? 2 : text[sign] == '-' ? 1 : 0;
  if (width == 0 || !consists_of_digits(text.substr(sign + width))) return std::nullopt;
  const std::optional<int> first = whole_number(text.substr(0, sign));
  const std::optional<int> last = whole_number(text.substr(sign + width));
  if (!first || !last) return std::nullopt;
  return std::pair(*first, *last);
}

std::optional<Misread> choose_range(model::Selection& selection, const Question& question, const Offer& offer,
                                    std::string_view name, std::pair<int, int> range) {
  const auto [first, last] = range;
  if (first < 1 || last < first || static_cast<std::size_t>(last) > offer.numbered.size())
    return Misread{fmt::format("there are no numbers {} here; type {}", quoted(name), what_to_type(question, offer))};
  for (int number = first; number <= last; ++number)
    selection.options[offer.numbered[static_cast<std::size_t>(number) - 1]] = model::Chosen::yes;
  return std::nullopt;
}

/// `1 to 3` and `1 - 3` as `1-3`.
std::string with_ranges_closed(std::string_view text) {
  std::string closed;
  std::vector<std::string_view> words = split(text, blanks);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool is_between = i > 0 && i + 1 < words.size() && consists_of_digits(words[i - 1]);
    if (is_between && (word_form(words[i]) == "to" || words[i] == "-")) {
      closed += '-';
      closed += words[++i];
    } else {
      closed += (closed.empty() ? "" : " ");
      closed += words[i];
    }
  }
  return closed;
}

Reply read_selection(const Question& question, const Offer& offer, std::string_view line) {
  model::Selection selection;
  for (const OptionState state : offer.options)
    selection.options.push_back(state == OptionState::chosen ? model::Chosen::yes : model::Chosen::no);
  if (means_none(question, line)) return selection;
  if (means_all(line)) {
    for (const std::size_t option : offer.numbered) selection.options[option] = model::Chosen::yes;
    return selection;
  }
  const std::string text = with_ranges_closed(line);
  const std::vector<std::string_view> names = named_parts(question, offer, text);
  if (names.empty()) return Misread{"nothing was named; type " + what_to_type(question, offer)};
  for (const std::string_view name : names) {
    if (means_none(question, name))
      return Misread{fmt::format("{} means none of these, so it cannot be combined", quoted(name))};
    const auto range = range_of(name);
    if (std::optional<Misread> misread =
            range ? choose_range(selection, question, offer, name, *range) : choose(selection, question, offer, name))
      return *misread;
  }
  return selection;
}

/// A day on the side of today that the question counts from.
std::string_view sample_date(const Question& question) {
  return question.date->months == model::MonthsCount::until ? "2027-03-31" : "2025-03-31";
}

/// A slip in the year is the likeliest, so a day on the wrong side of today or beyond the range is asked back.
Reply read_day(const Question& question, base::Date today, std::string_view text, base::Date date) {
  const bool counts_until = question.date->months == model::MonthsCount::until;
  const int months = counts_until ? base::whole_months(today, date) : base::whole_months(date, today);
  if (counts_until ? date < today : date > today)
    return Misread{fmt::format("{} {}; type the day again, or a number of months", quoted(text),
                               counts_until ? "has passed" : "is in the future")};
  if (months > question.to)
    return Misread{fmt::format("{} is further away than {} {}; type a number from {} to {}", quoted(text), question.to,
                               question.unit, question.from, question.to)};
  return model::Number{std::max(months, question.from), base::to_text(date)};
}

bool is_named(const Question& question, int number) {
  return std::any_of(question.named.begin(), question.named.end(),
                     [&](const model::NamedNumber& named) { return named.number == number; });
}

/// Months as the day that they mean, so that a saved answer does not slide; that nothing operates yet is no day.
model::Number lasting(const Question& question, base::Date today, int number) {
  if (!question.date || is_named(question, number)) return {number, {}};
  const model::MonthsCount direction = question.date->months;
  if (direction == model::MonthsCount::since && number == 0) return {number, {}};
  return {number, base::to_text(day_of_months(number, today, direction))};
}

/// The number whose meaning was typed: `no date`.
std::optional<int> number_by_meaning(const Question& question, std::string_view text) {
  const std::string word = word_form(text);
  for (const model::NamedNumber& named : question.named) {
    const std::string meaning = word_form(named.meaning);
    if (meaning.starts_with(word) || (question.named.size() == 1 && (word == "none" || word == "no")))
      return named.number;
  }
  return std::nullopt;
}

bool looks_like_day(std::string_view text) { return text.size() > 4 && text[4] == '-'; }

Reply read_number(const Question& question, const Offer& offer, base::Date today, std::string_view text) {
  std::string_view digits = text;
  if (!question.unit.empty()) {
    const std::string_view one = std::string_view(question.unit).substr(0, question.unit.size() - 1);
    for (const std::string_view unit : {std::string_view(question.unit), one})
      if (digits.ends_with(unit)) digits = base::trimmed(digits.substr(0, digits.size() - unit.size()), blanks);
  }
  std::optional<int> number = whole_number(digits);
  if (!number) number = number_by_meaning(question, text);
  if (!number && question.date) {
    const auto time = time_meant(text, today, question.date->months);
    if (!time && looks_like_day(text))
      return Misread{fmt::format("{} is not a day of the calendar, such as {}", quoted(text), sample_date(question))};
    if (time && std::holds_alternative<base::Date>(*time))
      return read_day(question, today, text, std::get<base::Date>(*time));
    if (time) number = std::get<Months>(*time).count;
  }
  if (number && *number >= question.from && *number <= question.to) return lasting(question, today, *number);
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

std::optional<Reply> parse_command(std::string_view line) {
  const std::string word = word_form(line);
  if (const std::optional<Command> command = command_named(word)) return *command;
  constexpr std::string_view edit = "edit";
  if (word != edit && !word.starts_with("edit_")) return std::nullopt;
  const std::string_view rest = base::trimmed(std::string_view(word).substr(edit.size()), "_#");
  const std::optional<int> number = consists_of_digits(rest) ? whole_number(rest) : std::nullopt;
  if (!number) return Misread{"type edit and the number that the review gives to the answer, such as edit 4"};
  return Edit{static_cast<std::size_t>(*number)};
}

Reply parse_reply(const Question& question, const Offer& offer, base::Date today, std::string_view line) {
  const std::string_view text = base::trimmed(line, blanks);
  if (text.empty())
    return Misread{fmt::format("please choose: type {}, or skip if you do not know", what_to_type(question, offer))};
  if (std::optional<Reply> command = parse_command(text)) return *std::move(command);
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
