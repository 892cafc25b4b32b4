// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace socrates::base {

/// A text with the name under which people know it: a path, `<stdin>`, `--set`.
struct Source {
  std::string name;
  std::string text;
  std::size_t first_line = 1;  ///< the number of its first line, where the text is part of a longer one
};

/// Line and column, both from 1; a column counts bytes. Zero means "no position".
struct Position {
  std::size_t line = 0;
  std::size_t column = 0;
  bool operator==(const Position&) const = default;
};

/// The position of the byte at `offset`; the end of the text is a valid offset. CR LF counts as one line end.
Position position_at(std::string_view text, std::size_t offset);

/// The same, counted from the first line of the source.
Position position_at(const Source& source, std::size_t offset);

/// The line that holds the byte at `offset`, without its line end.
std::string_view line_at(std::string_view text, std::size_t offset);

/// A stretch of bytes in a source that outlives it.
struct Span {
  const Source* source = nullptr;
  std::size_t offset = 0;
  std::size_t length = 0;
};

}  // namespace socrates::base
