// SPDX-License-Identifier: Apache-2.0
#include "socrates/base/source.hpp"

#include <algorithm>

namespace socrates::base {

namespace {

std::size_t line_start(std::string_view text, std::size_t offset) {
  if (offset == 0) return 0;
  const std::size_t before = text.rfind('\n', offset - 1);
  return before == std::string_view::npos ? 0 : before + 1;
}

}  // namespace

Position position_at(std::string_view text, std::size_t offset) {
  offset = std::min(offset, text.size());
  const std::string_view before = text.substr(0, offset);
  const auto lines = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
  return {lines + 1, offset - line_start(text, offset) + 1};
}

Position position_at(const Source& source, std::size_t offset) {
  Position position = position_at(std::string_view(source.text), offset);
  position.line += source.first_line - 1;
  return position;
}

std::string_view line_at(std::string_view text, std::size_t offset) {
  offset = std::min(offset, text.size());
  const std::size_t start = line_start(text, offset);
  std::string_view line = text.substr(start, std::min(text.find('\n', offset), text.size()) - start);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace socrates::base
