// SPDX-License-Identifier: Apache-2.0
#include "cli/line_chunks.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "socrates/loader/node.hpp"

namespace socrates::cli {
namespace {

/// Lines take from a microsecond to milliseconds each, so a chunk has about as many of them, be they short or long: the
/// first results come soon, and threads share a short input as well.
constexpr std::size_t usual_lines = 256;
constexpr std::size_t fewest_bytes_at_once = 1024;
constexpr std::size_t most_bytes_at_once = std::size_t{256} * 1024;
constexpr std::size_t padding = 64;

/// By find, which the C library makes fast, as std::count is not everywhere.
std::size_t count_lines(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t start = 0; start < text.size(); ++count) start = std::min(text.find('\n', start), text.size()) + 1;
  return count;
}

}  // namespace

bool LineChunks::next(Chunk& chunk) {
  chunk.size = rest_.size();
  if (chunk.buffer.size() < rest_.size() + padding) chunk.buffer.resize(rest_.size() + padding);
  std::memcpy(chunk.buffer.data(), rest_.data(), rest_.size());
  rest_.clear();
  std::size_t end = 0;  // of the whole lines
  while (end == 0 && fill(chunk)) {
    const std::size_t last = chunk.text().rfind('\n');
    if (last != std::string_view::npos) {
      end = last + 1;
    } else {
      shorten(chunk);
    }
  }
  if (error_ != 0) return false;
  if (end == 0) end = chunk.size;  // the last line, which has no end
  if (end == 0) return false;
  rest_.assign(chunk.buffer, end, chunk.size - end);
  chunk.size = end;
  chunk.buffer[end] = '\0';
  chunk.number = chunks_++;
  chunk.first_line = lines_ + 1;
  const std::size_t lines = count_lines(chunk.text());
  lines_ += lines;
  bytes_of_a_line_ = chunk.size / lines;
  return true;
}

/// Reads on behind what is there; false at the end and on an error.
bool LineChunks::fill(Chunk& chunk) {
  if (is_at_end_) return false;
  const std::size_t bytes_at_once =
      std::clamp(std::max(usual_lines * bytes_of_a_line_, chunk.size), fewest_bytes_at_once, most_bytes_at_once);
  if (chunk.buffer.size() < chunk.size + bytes_at_once + padding)
    chunk.buffer.resize(chunk.size + bytes_at_once + padding);
  char* const start = chunk.buffer.data() + chunk.size;
  ssize_t count = 0;
  do {
    count = ::read(descriptor_, start, bytes_at_once);
  } while (count < 0 && errno == EINTR);
  if (count < 0) error_ = errno;
  is_at_end_ = count <= 0;
  if (is_at_end_) return false;
  auto length = static_cast<std::size_t>(count);
  if (is_passing_over_) {
    const char* const found = std::find(start, start + length, '\n');
    const auto passed = static_cast<std::size_t>(found - start);
    std::memmove(start, found, length - passed);
    length -= passed;
    is_passing_over_ = length == 0;
  }
  chunk.size += length;
  return true;
}

/// Of a line whose end has not come: keeps no more of it than is needed to refuse it.
void LineChunks::shorten(Chunk& chunk) {
  if (chunk.size <= loader::most_bytes) return;
  chunk.size = loader::most_bytes + 1;
  is_passing_over_ = true;
}

std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

}  // namespace socrates::cli
