// SPDX-License-Identifier: Apache-2.0
#include "loader/text/scalar_kind.hpp"
#include "socrates/base/words.hpp"

#include <algorithm>
#include <charconv>
#include <string>

namespace socrates::loader {

namespace {

constexpr std::string_view decimal_digits = "0123456789";

bool consists_of(std::string_view text, std::string_view allowed) {
  return !text.empty() && text.find_first_not_of(allowed) == std::string_view::npos;
}

bool is_plain_integer(std::string_view text) {
  return consists_of(text, decimal_digits) && (text.size() == 1 || text[0] != '0');
}

bool is_plain_decimal(std::string_view text) {
  const std::size_t point = text.find('.');
  return point != std::string_view::npos && is_plain_integer(text.substr(0, point)) &&
         consists_of(text.substr(point + 1), decimal_digits);
}

bool is_infinity_or_nan(std::string_view text) {
  const std::string lower = base::lower(text);
  return lower == ".inf" || lower == ".nan";
}

bool is_based(std::string_view text) {
  if (text.size() < 3 || text[0] != '0') return false;
  const std::string_view digits = text.substr(2);
  if (text[1] == 'x' || text[1] == 'X') return consists_of(digits, "0123456789abcdefABCDEF_");
  if (text[1] == 'o' || text[1] == 'O') return consists_of(digits, "01234567_");
  return (text[1] == 'b' || text[1] == 'B') && consists_of(digits, "01_");
}

/// Digits, perhaps grouped by underscores, with at most one point: `010`, `1_000`, `.5`, `5.`.
bool is_mantissa(std::string_view text) {
  return consists_of(text, "0123456789_.") && std::count(text.begin(), text.end(), '.') <= 1 && text[0] != '_' &&
         text.find_first_of(decimal_digits) != std::string_view::npos;
}

bool is_exponential(std::string_view text) {
  const std::size_t e = text.find_first_of("eE");
  if (e == std::string_view::npos || !is_mantissa(text.substr(0, e))) return false;
  std::string_view exponent = text.substr(e + 1);
  if (exponent.starts_with('+') || exponent.starts_with('-')) exponent.remove_prefix(1);
  return consists_of(exponent, decimal_digits);
}

/// Numbers to the base of sixty, as YAML 1.1 has them: `12:30:45`.
bool is_sexagesimal(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || !consists_of(text.substr(0, colon), decimal_digits)) return false;
  const std::string_view rest = text.substr(colon + 1);
  return consists_of(rest, "0123456789:.") && rest.front() != ':' && rest.back() != ':' &&
         rest.find("::") == std::string_view::npos;
}

}  // namespace

ScalarKind scalar_kind(std::string_view text) {
  const std::string_view unsigned_part = text.starts_with('-') ? text.substr(1) : text;
  if (is_plain_integer(unsigned_part)) return ScalarKind::integer;
  if (is_plain_decimal(unsigned_part)) return ScalarKind::decimal;
  const std::string_view rest = text.starts_with('+') ? text.substr(1) : unsigned_part;
  const bool looks_like_number =
      is_infinity_or_nan(rest) || is_based(rest) || is_mantissa(rest) || is_exponential(rest) || is_sexagesimal(rest);
  return looks_like_number ? ScalarKind::ambiguous : ScalarKind::none;
}

std::optional<long long> to_integer(std::string_view text) {
  long long value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace socrates::loader
