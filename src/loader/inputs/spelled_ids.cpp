// SPDX-License-Identifier: Apache-2.0
#include "loader/inputs/spelled_ids.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "socrates/base/words.hpp"

namespace socrates::loader {
namespace {

using model::ControlStatus;

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view taken(std::string_view& text, bool (*is_part)(char)) {
  const auto* const end = std::find_if_not(text.begin(), text.end(), is_part);
  const std::string_view part = text.substr(0, static_cast<std::size_t>(end - text.begin()));
  text.remove_prefix(part.size());
  return part;
}

/// `CC`, `6` and `1` of `cc_6_1 Logical access`.
struct ParsedId {
  std::string letters;                   ///< in upper case
  std::vector<std::string_view> digits;  ///< at least one
  bool has_title = false;                ///< something stands behind them
};

/// Letters, then numbers with a sign between them, then nothing that belongs to a word or a number.
std::optional<ParsedId> parsed_id(std::string_view text) {
  text = base::trimmed(text);
  for (const std::string_view prefix : {"soc2", "soc 2", "soc_2", "tsc"}) {
    const std::string_view rest = text.size() > prefix.size() ? text.substr(prefix.size()) : std::string_view();
    constexpr std::string_view between = " -_:./";
    if (rest.empty() || base::lower(text.substr(0, prefix.size())) != prefix ||
        between.find(rest.front()) == std::string_view::npos)
      continue;
    text = base::trimmed(rest, between);
    break;
  }
  constexpr std::string_view before_the_first = " ._-";
  constexpr std::string_view before_others = "._-";
  ParsedId id;
  id.letters = base::upper(taken(text, is_ascii_letter));
  if (id.letters.empty()) return std::nullopt;
  if (text.size() > 1 && before_the_first.find(text.front()) != std::string_view::npos) text.remove_prefix(1);
  while (const std::size_t length = taken(text, is_ascii_digit).size()) {
    id.digits.emplace_back(text.data() - length, length);
    const bool goes_on =
        text.size() > 1 && before_others.find(text.front()) != std::string_view::npos && is_ascii_digit(text[1]);
    if (!goes_on) break;
    text.remove_prefix(1);
  }
  id.has_title = !text.empty();
  const bool is_whole = text.empty() || (!is_ascii_letter(text.front()) && !is_ascii_digit(text.front()));
  return id.digits.empty() || !is_whole ? std::nullopt : std::optional(std::move(id));
}

bool serves(const model::ControlCatalogue& catalogue, std::string_view criterion) {
  return std::any_of(catalogue.controls.begin(), catalogue.controls.end(),
                     [&](const model::Control& control) { return base::names(control.criteria, criterion); });
}

struct SpelledCriterion {
  std::string code;
  bool has_title = false;
};

std::optional<SpelledCriterion> criterion_spelled(const model::ControlCatalogue& catalogue, std::string_view text) {
  std::optional<ParsedId> id = parsed_id(text);
  if (!id || id->digits.size() < 2) return std::nullopt;
  if (id->letters == "PP") id->letters = "PI";  // in the libraries of CISO Assistant
  std::string code = id->letters + std::string(id->digits[0]) + "." + std::string(id->digits[1]);
  if (!serves(catalogue, code)) return std::nullopt;
  return SpelledCriterion{std::move(code), id->has_title};
}

/// In lower case, with one blank for whatever stands between words.
std::string plain(std::string_view text) {
  std::string result;
  for (const char c : base::lower(text)) {
    const bool is_between = c == ' ' || c == '_' || c == '-' || c == '\t' || c == '\n';
    if (!is_between)
      result += c;
    else if (!result.empty() && result.back() != ' ')
      result += ' ';
  }
  return std::string(base::trimmed(result, " ."));
}

constexpr std::pair<std::string_view, ControlStatus> words_for_statuses[] = {
    {"in place", ControlStatus::in_place},
    {"implemented", ControlStatus::in_place},
    {"fully implemented", ControlStatus::in_place},
    {"operating", ControlStatus::in_place},
    {"done", ControlStatus::in_place},
    {"complete", ControlStatus::in_place},
    {"completed", ControlStatus::in_place},
    {"yes", ControlStatus::in_place},
    {"true", ControlStatus::in_place},
    {"partial", ControlStatus::partial},
    {"partially", ControlStatus::partial},
    {"partly", ControlStatus::partial},
    {"partially implemented", ControlStatus::partial},
    {"partially in place", ControlStatus::partial},
    {"partly in place", ControlStatus::partial},
    {"designed", ControlStatus::designed},
    {"missing", ControlStatus::missing},
    {"not started", ControlStatus::missing},
    {"not implemented", ControlStatus::missing},
    {"not in place", ControlStatus::missing},
    {"to do", ControlStatus::missing},
    {"todo", ControlStatus::missing},
    {"no", ControlStatus::missing},
    {"none", ControlStatus::missing},
    {"false", ControlStatus::missing},
    {"not applicable", ControlStatus::not_applicable},
    {"n/a", ControlStatus::not_applicable},
    {"na", ControlStatus::not_applicable},
    {"?", ControlStatus::unknown},
    {"unknown", ControlStatus::unknown},
    {"not known", ControlStatus::unknown},
    {"not assessed", ControlStatus::unknown},
};

}  // namespace

std::optional<std::size_t> control_spelled(const model::ControlCatalogue& catalogue, std::string_view text) {
  const std::optional<ParsedId> id = parsed_id(text);
  if (!id || id->digits.size() != 1) return std::nullopt;
  return model::find_control(catalogue, id->letters + "-" + std::string(id->digits.front()));
}

std::string series_of(std::string_view text) {
  const std::optional<ParsedId> id = parsed_id(text);
  return id && id->digits.size() == 1 ? id->letters : std::string();
}

std::vector<std::string> criteria_spelled(const model::ControlCatalogue& catalogue, std::string_view text) {
  std::vector<std::string> codes;
  bool has_title = false;  // in which commas may stand, as in `CC6.1: keys, secrets`
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find_first_of(",;\n", start), text.size());
    const std::string_view part = base::trimmed(text.substr(start, end - start));
    start = end + 1;
    if (part.empty()) continue;
    const std::optional<SpelledCriterion> found = criterion_spelled(catalogue, part);
    if (!found && !has_title) return {};
    if (!found) continue;
    has_title = has_title || found->has_title;
    if (!base::names(codes, found->code)) codes.push_back(found->code);
  }
  return codes;
}

std::optional<ControlStatus> status_spelled(std::string_view text) {
  if (const auto status = model::find_status(base::lower(text))) return status;
  const std::string words = plain(text);
  for (const auto& [known, status] : words_for_statuses)
    if (known == words) return status;
  return std::nullopt;
}

}  // namespace socrates::loader
