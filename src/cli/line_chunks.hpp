// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace socrates::cli {

/// Some whole lines of an input.
struct Chunk {
  std::string buffer;  ///< holds the text, a zero, and at least 63 bytes behind it
  std::size_t size = 0;
  std::size_t number = 0;      ///< of the chunk, from 0
  std::size_t first_line = 0;  ///< of its first line in the input, from 1

  [[nodiscard]] std::string_view text() const { return {buffer.data(), size}; }
};

/// Cuts an input of any length at the ends of its lines. A line that is longer than loader::most_bytes is cut off one
/// byte behind that length, which is enough for its reader to refuse it; the rest of it is passed over.
class LineChunks {
 public:
  /// The bytes that the buffer of a chunk has to hold where lines are not very long.
  static constexpr std::size_t usual_size = std::size_t{768} * 1024;

  explicit LineChunks(int descriptor) : descriptor_(descriptor) {}

  /// Takes the next lines, as many as have come, at least one; the last one of the input may have no end. False at the
  /// end of the input and when it cannot be read.
  bool next(Chunk& chunk);

  /// Why the input could not be read, as errno; 0 where it could.
  [[nodiscard]] int error() const { return error_; }

 private:
  bool fill(Chunk& chunk);
  void shorten(Chunk& chunk);

  int descriptor_;
  int error_ = 0;
  bool is_at_end_ = false;
  bool is_passing_over_ = false;  ///< the rest of a line that is too long
  std::string rest_;              ///< the beginning of a line whose end has not come yet
  std::size_t chunks_ = 0;
  std::size_t lines_ = 0;
  std::size_t bytes_of_a_line_ = 0;  ///< on average, in the chunk before
};

/// Takes the first line off a text, without its end.
std::string_view take_line(std::string_view& text);

}  // namespace socrates::cli
