// SPDX-License-Identifier: Apache-2.0
#include "loader/inputs/cell_values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <utility>

#include "loader/text/make_node.hpp"
#include "loader/text/scalar_kind.hpp"
#include "socrates/base/codes.hpp"
#include "socrates/base/words.hpp"

namespace socrates::loader {
namespace {

using base::Code;
using base::Diagnostics;
using Kind = Node::Kind;
using ShapeKind = model::Shape::Kind;

constexpr std::string_view milliseconds = "epoch_ms";
constexpr std::string_view seconds = "epoch_s";
constexpr std::string_view usual_form = "YYYY-MM-DD";
constexpr std::array<std::string_view, 12> months{"jan", "feb", "mar", "apr", "may", "jun",
                                                  "jul", "aug", "sep", "oct", "nov", "dec"};

bool is_decimal_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::size_t digits_at(std::string_view text) {
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_decimal_digit) - text.begin());
}

int number_of(std::string_view digits) {
  int number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

/// The letters of one kind at the front of a form, such as `YYYY`; a single sign where none stands there.
std::string_view next_part(std::string_view form) {
  std::size_t length = 1;
  while (is_letter(form.front()) && length < form.size() && form[length] == form.front()) ++length;
  return form.substr(0, length);
}

/// Reads the parts of a date from the front of a text.
class DateReader {
 public:
  explicit DateReader(std::string_view text) : rest_(text) {}

  bool take(std::string_view part) {
    if (part == "YYYY") return take_digits(4, 4, year_);
    if (part == "YY") {
      const bool found = take_digits(2, 2, year_);
      year_ += 2000;
      return found;
    }
    if (part == "MMM") return take_month_name();
    if (part == "M" || part == "MM") return take_digits(1, 2, month_);
    if (part == "D" || part == "DD") return take_digits(1, 2, day_);
    if (!rest_.starts_with(part)) return false;
    rest_.remove_prefix(part.size());
    return true;
  }

  [[nodiscard]] std::optional<base::Date> date() const {
    const bool has_time = rest_.size() > 1 && (rest_[0] == 'T' || rest_[0] == ' ') && is_decimal_digit(rest_[1]);
    if (!rest_.empty() && !has_time) return std::nullopt;
    return base::parse_date(fmt::format("{:04}-{:02}-{:02}", year_, month_, day_));
  }

 private:
  bool take_digits(std::size_t least, std::size_t most, int& number) {
    const std::size_t count = digits_at(rest_);
    if (count < least || most < count) return false;
    number = number_of(rest_.substr(0, count));
    rest_.remove_prefix(count);
    return true;
  }

  bool take_month_name() {
    const auto end = std::find_if_not(rest_.begin(), rest_.end(), is_letter);
    const std::string name = base::lower(rest_.substr(0, static_cast<std::size_t>(end - rest_.begin())));
    const auto* const found = std::find(months.begin(), months.end(), std::string_view(name).substr(0, 3));
    if (name.size() < 3 || found == months.end()) return false;
    month_ = static_cast<int>(found - months.begin()) + 1;
    rest_.remove_prefix(name.size());
    return true;
  }

  std::string_view rest_;
  int year_ = 0;
  int month_ = 0;
  int day_ = 0;
};

std::optional<base::Date> day_since_1970(std::string_view text, long long in_a_day) {
  const auto count = scalar_kind(text) == ScalarKind::integer ? to_integer(text) : std::nullopt;
  constexpr long long most = 40'000LL * 24 * 60 * 60 * 1'000;
  if (!count || *count < 0 || most < *count) return std::nullopt;
  return base::add_days(base::Date{std::chrono::year{1970}, std::chrono::January, std::chrono::day{1}},
                        static_cast<int>(*count / in_a_day));
}

std::optional<Node> date_in(const Cell& cell, const Writing& writing, Diagnostics& problems) {
  std::vector<std::string_view> forms(writing.dates.begin(), writing.dates.end());
  if (forms.empty()) forms.push_back(usual_form);
  std::optional<base::Date> date;
  for (const std::string_view form : forms) {
    const auto found = read_date(form, cell.text);
    if (found && date && *found != *date) {
      problems.add(Code::invalid_date, cell.at,
                   fmt::format("'{}' is {} or {}", shortened(cell.text), base::to_text(*date), base::to_text(*found)),
                   {}, "name one form for this column under its 'dates'");
      return std::nullopt;
    }
    if (found) date = found;
  }
  if (date) return text_node(base::to_text(*date), cell.at);
  problems.add(Code::invalid_date, cell.at,
               fmt::format("'{}' is not a day written as {}", shortened(cell.text),
                           base::listed({forms.begin(), forms.end()}, "or")),
               {}, "a file of --columns says under 'dates' how days are written, such as MM/DD/YYYY");
  return std::nullopt;
}

Node boolean_in(const Cell& cell) {
  const std::string word = base::lower(cell.text);
  Node node = text_node(cell.text, cell.at);
  const bool is_yes = word == "yes" || word == "true" || word == "1";
  if (!is_yes && word != "no" && word != "false" && word != "0") return node;
  node.kind = Kind::boolean;
  node.boolean = is_yes;
  return node;
}

/// `12`, and `12.0` as some programs write it.
Node whole_number_in(const Cell& cell) {
  std::string text = cell.text;
  const std::size_t point = std::min(text.find('.'), text.size());
  if (point < text.size() && text.find_first_not_of('0', point + 1) == std::string::npos) text.resize(point);
  Node node = text_node(text, cell.at);
  const auto number = scalar_kind(text) == ScalarKind::integer ? to_integer(text) : std::nullopt;
  if (!number) return text_node(cell.text, cell.at);
  node.kind = Kind::integer;
  node.integer = *number;
  return node;
}

constexpr std::string_view blanks[] = {" ", "\xc2\xa0", "\xe2\x80\x87", "\xe2\x80\x89", "\xe2\x80\xaf"};
constexpr std::string_view apostrophes[] = {"'", "\xe2\x80\x99"};

template <typename Parts>
std::string without(std::string text, const Parts& parts) {
  for (const std::string_view part : parts)
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at))
      text.erase(at, part.size());
  return text;
}

/// Whether what stands beside an amount is the sign or the name of a currency, and nothing that changes the amount,
/// such as a minus, a `%` or the K of `120K`.
bool is_currency(std::string_view text) {
  constexpr std::string_view signs[] = {"$",
                                        "\xc2\xa3",
                                        "\xc2\xa4",
                                        "\xc2\xa5",
                                        "\xe2\x82\xa9",
                                        "\xe2\x82\xaa",
                                        "\xe2\x82\xab",
                                        "\xe2\x82\xac",
                                        "\xe2\x82\xb1",
                                        "\xe2\x82\xb4",
                                        "\xe2\x82\xb9",
                                        "\xe2\x82\xba",
                                        "\xe2\x82\xbd",
                                        "\xe2\x82\xbf"};
  constexpr std::string_view names[] = {"usd", "eur", "gbp", "chf", "fr", "kr", "rs", "k\xc4\x8d", "z\xc5\x82"};
  constexpr std::string_view before_a_dollar[] = {"a", "au", "c", "ca", "hk", "nz", "r", "s", "us"};
  constexpr std::string_view no_codes[] = {"MIL", "MIO", "MLN", "MRD", "BIL", "TSD"};
  const auto is_among = [](std::string_view word, const auto& words) {
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
  };
  const std::string word = without(without(std::string(text), blanks), signs);
  const std::string name = base::lower(word);
  if (name.empty() || is_among(name, names)) return true;
  if (is_among(name, before_a_dollar)) return text.find('$') != std::string_view::npos;
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  return word.size() == 3 && std::all_of(word.begin(), word.end(), is_capital) && !is_among(word, no_codes);
}

/// The digits of an amount without what stands around them: `$`, `EUR`, blanks. Anything else stays as it is.
std::string bare_amount(std::string_view text) {
  const auto is_part = [](char c) { return is_decimal_digit(c) || c == '.' || c == ',' || c == '\''; };
  const auto* const first = std::find_if(text.begin(), text.end(), is_part);
  const auto last = std::find_if(text.rbegin(), std::make_reverse_iterator(first), is_part).base();
  const auto begin = static_cast<std::size_t>(first - text.begin());
  const auto end = static_cast<std::size_t>(last - text.begin());
  if (!is_currency(text.substr(0, begin)) || !is_currency(text.substr(end))) return std::string(text);
  return without(without(std::string(text.substr(begin, end - begin)), blanks), apostrophes);
}

/// Whether the separator, where it stands, parts off groups of three digits.
bool parts_thousands(std::string_view digits, char separator) {
  std::size_t at = digits.find(separator);
  if (at == 0 || 3 < at) return false;
  while (at != std::string_view::npos) {
    const std::string_view rest = digits.substr(at + 1);
    if (digits_at(rest) != 3) return false;
    at = rest.size() == 3 ? std::string_view::npos : at + 4;
    if (at != std::string_view::npos && digits[at] != separator)
      return digits.find(separator, at) == std::string_view::npos;
  }
  return true;
}

/// The sign before the cents: as it is said, else the last of two kinds, else by the digits behind it. None: it may
/// be either.
std::optional<char> decimal_of(std::string_view digits, std::string_view said) {
  if (!said.empty()) return said.front();
  const std::size_t point = digits.rfind('.');
  const std::size_t comma = digits.rfind(',');
  if (point == std::string_view::npos && comma == std::string_view::npos) return '.';
  if (point != std::string_view::npos && comma != std::string_view::npos) return point < comma ? ',' : '.';
  const char separator = point != std::string_view::npos ? '.' : ',';
  const char other = separator == '.' ? ',' : '.';
  if (digits.find(separator) != digits.rfind(separator)) return other;
  if (!parts_thousands(digits, separator)) return separator;
  if (separator == ',') return '.';  // nobody writes three digits of cents, and a comma by habit parts thousands
  return std::nullopt;
}

/// The whole text as a number with an exponent, `5.0E4`, as some programs write numbers; none where it is no such.
std::optional<double> with_exponent(const std::string& text) {
  if (text.find_first_of("eE") == std::string::npos) return std::nullopt;
#ifdef __cpp_lib_to_chars
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool is_number = error == std::errc() && end == text.data() + text.size();
#else  // a library that reads whole numbers only
  if (text.front() == '+' || text.find_first_not_of("0123456789.eE+-") != std::string::npos) return std::nullopt;
  char* end = nullptr;
  const double value = std::strtod(text.c_str(), &end);
  const bool is_number = end == text.c_str() + text.size();
#endif
  return is_number ? std::optional(value) : std::nullopt;
}

std::optional<Node> amount_in(const Cell& cell, const Writing& writing, Diagnostics& problems) {
  if (const std::optional<double> value = with_exponent(cell.text); value && 0 <= *value && *value < 1e12) {
    Node node = text_node(fmt::format("{:.2f}", *value), cell.at);
    node.kind = Kind::other_number;
    return node;
  }
  const std::string digits = bare_amount(cell.text);
  const std::optional<char> decimal = decimal_of(digits, writing.decimal);
  if (!decimal) {
    problems.add(Code::wrong_field, cell.at, fmt::format("'{}' could be thousands or cents", shortened(cell.text)), {},
                 "give the decimal separator in the file of --columns: decimal: \".\" or \",\"");
    return std::nullopt;
  }
  const char separator = *decimal == '.' ? ',' : '.';
  const std::size_t end = std::min(digits.find(*decimal), digits.size());
  const std::string_view whole = std::string_view(digits).substr(0, end);
  std::string number;
  if (whole.find(separator) == std::string_view::npos || parts_thousands(whole, separator))
    std::copy_if(whole.begin(), whole.end(), std::back_inserter(number), [&](char c) { return c != separator; });
  const std::string_view cents = end < digits.size() ? std::string_view(digits).substr(end + 1) : std::string_view();
  const bool is_amount = !number.empty() && digits_at(number) == number.size() && digits_at(cents) == cents.size();
  if (!is_amount) return text_node(cell.text, cell.at);
  Node node = text_node(cents.empty() ? number : number + "." + std::string(cents), cell.at);
  if (2 < cents.size()) node.text = fmt::format("{:.2f}", std::stod(node.text));
  node.kind = cents.empty() ? Kind::integer : Kind::other_number;
  if (cents.empty()) node.integer = to_integer(number).value_or(0);
  return node;
}

/// One of the words, however it is spelled: `Processing Integrity` for `processing_integrity`.
std::string word_in(std::string_view text, const model::Shape& shape) {
  std::string id = base::lower(text);
  std::replace_if(
      id.begin(), id.end(), [](char c) { return c == ' ' || c == '-'; }, '_');
  const auto is_known = [&](std::string_view word) {
    return std::find(shape.words.begin(), shape.words.end(), word) != shape.words.end() ||
           std::find(shape.also.begin(), shape.also.end(), word) != shape.also.end();
  };
  return !is_known(text) && is_known(id) ? id : std::string(text);
}

}  // namespace

std::optional<std::string> parse_date_form(std::string_view form) {
  if (form == milliseconds || form == seconds) return std::string(form);
  int years = 0;
  int months_said = 0;
  int days = 0;
  for (std::string_view rest = form; !rest.empty();) {
    const std::string_view part = next_part(rest);
    rest.remove_prefix(part.size());
    if (part == "YYYY" || part == "YY")
      ++years;
    else if (part == "M" || part == "MM" || part == "MMM")
      ++months_said;
    else if (part == "D" || part == "DD")
      ++days;
    else if (is_letter(part.front()) || is_decimal_digit(part.front()))
      return std::nullopt;
  }
  if (years != 1 || months_said != 1 || days != 1) return std::nullopt;
  return std::string(form);
}

std::optional<base::Date> read_date(std::string_view form, std::string_view text) {
  if (form == milliseconds) return day_since_1970(text, 24LL * 60 * 60 * 1'000);
  if (form == seconds) return day_since_1970(text, 24LL * 60 * 60);
  DateReader reader(text);
  while (!form.empty()) {
    const std::string_view part = next_part(form);
    if (!reader.take(part)) return std::nullopt;
    form.remove_prefix(part.size());
  }
  return reader.date();
}

std::vector<std::string> listed_in(std::string_view text) {
  std::vector<std::string> names;
  if (base::lower(text) == "none") return names;
  const char separator = text.find(';') != std::string_view::npos ? ';' : ',';
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find(separator, start), text.size());
    const std::string_view name = base::trimmed(text.substr(start, end - start));
    if (!name.empty()) names.emplace_back(name);
    start = end + 1;
  }
  return names;
}

std::optional<Node> value_of_cell(const Cell& cell, const model::Shape& shape, const Writing& writing,
                                  Diagnostics& problems) {
  if (cell.text == "?") {
    Node node;
    node.at = cell.at;
    return node;
  }
  switch (shape.kind) {
    case ShapeKind::date:
      return date_in(cell, writing, problems);
    case ShapeKind::boolean:
      return boolean_in(cell);
    case ShapeKind::whole_number:
      return whole_number_in(cell);
    case ShapeKind::number:
      return amount_in(cell, writing, problems);
    case ShapeKind::word:
      return text_node(word_in(cell.text, shape), cell.at);
    case ShapeKind::list: {
      Node list = list_node(cell.at);
      for (std::string& name : listed_in(cell.text))
        if (auto item = value_of_cell({std::move(name), cell.at}, shape.of.front(), writing, problems))
          list.items.push_back(*std::move(item));
      return list;
    }
    default:
      return text_node(cell.text, cell.at);
  }
}

}  // namespace socrates::loader
