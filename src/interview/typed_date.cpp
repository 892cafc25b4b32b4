// SPDX-License-Identifier: Apache-2.0
#include "interview/typed_date.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <string>
#include <vector>

#include "socrates/base/words.hpp"

namespace socrates::interview {

namespace {

using base::Date;
using model::MonthsCount;
using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

constexpr std::array<std::string_view, 12> month_names{"january",   "february", "march",    "april",
                                                       "may",       "june",     "july",     "august",
                                                       "september", "october",  "november", "december"};
constexpr std::size_t shortest_month_name = 3;
constexpr int months_of_year = 12;
constexpr int months_of_quarter = 3;

using DateWords = std::vector<std::string>;

/// Lower case, at blanks and commas; `31st` as `31`, and what only connects left out.
DateWords date_words(std::string_view text) {
  DateWords words;
  std::string word;
  const auto end_word = [&] {
    for (const std::string_view tail : {"st", "nd", "rd", "th"})
      if (word.size() > 2 && word.ends_with(tail) && word[word.size() - 3] >= '0' && word[word.size() - 3] <= '9')
        word.resize(word.size() - 2);
    for (const std::string_view empty : {"of", "the", "in", "by", "on", "within", "for", "since", "from"})
      if (word == empty) word.clear();
    if (!word.empty()) words.push_back(word);
    word.clear();
  };
  for (const char letter : base::lower(text)) {
    if (letter == ' ' || letter == '\t' || letter == ',')
      end_word();
    else
      word += letter;
  }
  end_word();
  return words;
}

std::optional<int> number_of(std::string_view word) {
  if (word == "a" || word == "an" || word == "one") return 1;
  int number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  if (error != std::errc() || end != word.data() + word.size() || number < 0) return std::nullopt;
  return number;
}

std::optional<month> month_of(std::string_view word) {
  if (word.ends_with('.')) word.remove_suffix(1);
  if (word == "sept") return std::chrono::September;
  if (word.size() < shortest_month_name) return std::nullopt;
  for (std::size_t i = 0; i < month_names.size(); ++i)
    if (month_names[i].starts_with(word)) return month{static_cast<unsigned>(i + 1)};
  return std::nullopt;
}

std::optional<year> year_of(std::string_view word) {
  constexpr std::size_t digits = 4;
  if (word.size() != digits) return std::nullopt;
  const std::optional<int> number = number_of(word);
  return number ? std::optional(year{*number}) : std::nullopt;
}

/// None outside the calendar, and outside the years that answers may name.
std::optional<Date> real_day(Date date) { return date.ok() ? base::parse_date(base::to_text(date)) : std::nullopt; }

Date last_day(year y, month m) { return Date{y / m / std::chrono::last}; }

/// The same day in the year that lies on the right side of today.
template <class DayInYear>
std::optional<Date> in_nearest_year(Date today, MonthsCount direction, DayInYear day_in) {
  for (int step = 0; step <= 1; ++step) {
    const int years = direction == MonthsCount::until ? step : -step;
    const std::optional<Date> date = real_day(day_in(today.year() + std::chrono::years{years}));
    if (date && (direction == MonthsCount::until ? *date >= today : *date <= today)) return date;
  }
  return std::nullopt;
}

enum class MonthEdge { first, last };

std::optional<Date> edge_of_months(MonthEdge edge, month first, month last, std::optional<year> y, Date today,
                                   MonthsCount direction) {
  const auto day_in = [&](year in) { return edge == MonthEdge::first ? Date{in, first, day{1}} : last_day(in, last); };
  return y ? real_day(day_in(*y)) : in_nearest_year(today, direction, day_in);
}

/// `march`, `march 2027`, `end march 2027`, `q1 2027`.
std::optional<Date> month_or_quarter(DateWords words, Date today, MonthsCount direction) {
  MonthEdge edge = direction == MonthsCount::until ? MonthEdge::last : MonthEdge::first;
  if (words.size() > 1 && words.front() == "end") edge = MonthEdge::last;
  if (words.size() > 1 && (words.front() == "start" || words.front() == "beginning")) edge = MonthEdge::first;
  for (const std::string_view word : {"end", "start", "beginning"})
    if (words.size() > 1 && words.front() == word) words.erase(words.begin());
  if (words.empty() || words.size() > 2) return std::nullopt;
  const std::optional<year> y = words.size() == 2 ? year_of(words[1]) : std::nullopt;
  if (words.size() == 2 && !y) return std::nullopt;
  if (const std::optional<month> m = month_of(words[0])) return edge_of_months(edge, *m, *m, y, today, direction);
  const std::string& quarter = words[0];
  if (quarter.size() != 2 || quarter[0] != 'q' || quarter[1] < '1' || quarter[1] > '4') return std::nullopt;
  const unsigned first = static_cast<unsigned>((quarter[1] - '1') * months_of_quarter + 1);
  return edge_of_months(edge, month{first}, month{first + months_of_quarter - 1}, y, today, direction);
}

/// `31 march 2027`, `march 31 2027`, `31 march`.
std::optional<Date> day_of_month(DateWords words, Date today, MonthsCount direction) {
  if (words.size() < 2 || words.size() > 3) return std::nullopt;
  if (month_of(words[0])) std::swap(words[0], words[1]);
  const std::optional<int> number = number_of(words[0]);
  const std::optional<month> m = month_of(words[1]);
  if (!number || !m || words[0].size() > 2) return std::nullopt;
  const auto day_in = [&](year in) { return Date{in, *m, day{static_cast<unsigned>(*number)}}; };
  if (words.size() == 2) return in_nearest_year(today, direction, day_in);
  const std::optional<year> y = year_of(words[2]);
  return y ? real_day(day_in(*y)) : std::nullopt;
}

/// `31.03.2027`; with dots the day comes first everywhere, with strokes it does not.
std::optional<Date> day_with_dots(std::string_view text) {
  const std::size_t first = text.find('.');
  const std::size_t second = first == std::string_view::npos ? first : text.find('.', first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  const std::optional<int> d = number_of(text.substr(0, first));
  const std::optional<int> m = number_of(text.substr(first + 1, second - first - 1));
  const std::optional<year> y = year_of(text.substr(second + 1));
  constexpr int most_days = 31;
  if (!d || !m || !y || *d > most_days || *m > months_of_year) return std::nullopt;
  return real_day({*y, month{static_cast<unsigned>(*m)}, day{static_cast<unsigned>(*d)}});
}

/// `2027-03`.
std::optional<Date> month_in_digits(std::string_view text, Date today, MonthsCount direction) {
  constexpr std::size_t length = 7;
  if (text.size() != length || text[4] != '-') return std::nullopt;
  const std::optional<year> y = year_of(text.substr(0, 4));
  const std::optional<int> m = number_of(text.substr(length - 2));
  if (!y || !m || *m < 1 || *m > months_of_year) return std::nullopt;
  const month named{static_cast<unsigned>(*m)};
  return edge_of_months(direction == MonthsCount::until ? MonthEdge::last : MonthEdge::first, named, named, y, today,
                        direction);
}

/// `3 months`, `2 weeks ago`.
std::optional<TypedTime> span_of(DateWords words, Date today, MonthsCount direction) {
  constexpr int most = 100'000;
  const bool is_past = direction == MonthsCount::since;
  if (words.size() == 3 && (is_past ? words[2] == "ago" : words[2] == "time")) words.pop_back();
  if (words.size() != 2) return std::nullopt;
  const std::optional<int> number = number_of(words[0]);
  if (!number || *number > most) return std::nullopt;
  std::string unit = words[1];
  if (unit.ends_with("'")) unit.pop_back();
  if (unit.ends_with('s')) unit.pop_back();
  if (unit == "month" || unit == "mo") return Months{*number};
  if (unit == "year" || unit == "yr") return Months{*number * months_of_year};
  const int days = unit == "week" ? *number * base::days_of_week : unit == "day" ? *number : -1;
  if (days < 0) return std::nullopt;
  return base::add_days(today, is_past ? -days : days);
}

}  // namespace

std::optional<TypedTime> time_meant(std::string_view text, Date today, MonthsCount direction) {
  text = base::trimmed(text);
  if (const std::optional<Date> date = base::parse_date(text)) return *date;
  if (const std::optional<Date> date = day_with_dots(text)) return *date;
  if (const std::optional<Date> date = month_in_digits(text, today, direction)) return *date;
  const DateWords words = date_words(text);
  if (words == DateWords{"today"} || words == DateWords{"now"}) return today;
  if (const std::optional<TypedTime> span = span_of(words, today, direction)) return span;
  if (const std::optional<Date> date = day_of_month(words, today, direction)) return *date;
  if (const std::optional<Date> date = month_or_quarter(words, today, direction)) return *date;
  return std::nullopt;
}

Date day_of_months(int months, Date today, MonthsCount direction) {
  if (direction == MonthsCount::until) return base::add_months(today, months);
  Date since = base::add_months(today, -months);
  while (base::whole_months(since, today) < months) since = base::add_days(since, -1);
  return since;
}

}  // namespace socrates::interview
