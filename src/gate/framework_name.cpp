// SPDX-License-Identifier: Apache-2.0
#include "gate/framework_name.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "socrates/base/words.hpp"

namespace socrates::gate {
namespace {

using NameParts = std::vector<std::string>;

enum class PartKind { none, letters, digits };

/// What is not ASCII counts as a letter.
PartKind part_kind(char c) {
  if (c >= '0' && c <= '9') return PartKind::digits;
  return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80 ? PartKind::letters : PartKind::none;
}

/// Words that say nothing which the one before them has not said.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> implied{
    {{"iso", "iec"}, {"hitrust", "csf"}, {"nist", "sp"}}};

bool says_nothing(const std::string& part, const NameParts& before) {
  return !before.empty() && std::any_of(implied.begin(), implied.end(), [&](const auto& pair) {
    return pair.first == before.back() && pair.second == part;
  });
}

/// Its runs of letters and of digits, in small letters, without those that say nothing.
NameParts name_parts(std::string_view name) {
  NameParts parts;
  const std::string text = base::lower(name);
  for (std::size_t begin = 0, end = 0; begin < text.size(); begin = end) {
    const PartKind kind = part_kind(text[begin]);
    for (end = begin + 1; end < text.size() && part_kind(text[end]) == kind;) ++end;
    std::string part = text.substr(begin, end - begin);
    if (part == "version") part = "v";
    if (part == "revision") part = "rev";
    if (kind != PartKind::none && !says_nothing(part, parts)) parts.push_back(std::move(part));
  }
  return parts;
}

/// Where the edition begins, as in `v4.0.1`, `rev. 5`, and a year at the end; the number of parts where there is none.
std::size_t edition_place(const NameParts& parts) {
  for (std::size_t i = 1; i + 1 < parts.size(); ++i)
    if ((parts[i] == "v" || parts[i] == "rev") && part_kind(parts[i + 1].front()) == PartKind::digits) return i;
  const auto is_year = [](const std::string& part) {
    return part.size() == 4 && (part.starts_with("19") || part.starts_with("20"));
  };
  return parts.size() > 1 && is_year(parts.back()) ? parts.size() - 1 : parts.size();
}

}  // namespace

std::string framework_key(std::string_view name) {
  const NameParts parts = name_parts(name);
  return parts.empty() ? std::string(name) : base::joined(parts, " ");
}

std::optional<std::string> framework_key_without_edition(std::string_view name) {
  NameParts parts = name_parts(name);
  const std::size_t edition = edition_place(parts);
  if (edition == parts.size()) return std::nullopt;
  parts.resize(edition);
  return base::joined(parts, " ");
}

std::vector<std::string> framework_keys_held(std::string_view name) {
  std::vector<std::string> keys{framework_key(name)};
  if (std::optional<std::string> key = framework_key_without_edition(name)) keys.push_back(*std::move(key));
  return keys;
}

}  // namespace socrates::gate
