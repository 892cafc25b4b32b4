// SPDX-License-Identifier: Apache-2.0
#include "cli/line_chunks.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <vector>

#include "catch.hpp"
#include "cli/files.hpp"
#include "socrates/loader/node.hpp"
#include "temporary_folder.hpp"

using namespace socrates;

namespace {

/// Every line with its number.
std::vector<std::pair<std::size_t, std::string>> lines_of(const std::string& text) {
  const cli::TemporaryFolder folder;
  const int file = ::open(folder.write("in", text).c_str(), O_RDONLY);
  cli::LineChunks chunks(file);
  std::vector<std::pair<std::size_t, std::string>> lines;
  std::size_t number = 0;
  for (cli::Chunk chunk; chunks.next(chunk); ++number) {
    CHECK(chunk.number == number);
    CHECK(chunk.buffer.size() >= chunk.size + 64);
    std::string_view rest = chunk.text();
    for (std::size_t line = chunk.first_line; !rest.empty(); ++line) {
      const std::string_view taken = cli::take_line(rest);
      lines.emplace_back(line, taken);
    }
  }
  CHECK(chunks.error() == 0);
  ::close(file);
  return lines;
}

}  // namespace

TEST_CASE("an input is cut at the ends of its lines and nowhere else") {
  using Lines = std::vector<std::pair<std::size_t, std::string>>;
  CHECK(lines_of("").empty());
  CHECK(lines_of("a") == Lines{{1, "a"}});
  CHECK(lines_of("a\n") == Lines{{1, "a"}});
  CHECK(lines_of("\n\na\n\n") == Lines{{1, ""}, {2, ""}, {3, "a"}, {4, ""}});
  CHECK(lines_of("a\r\nb") == Lines{{1, "a\r"}, {2, "b"}});
  std::string text;
  Lines expected;
  for (std::size_t i = 1; i <= 5000; ++i) {
    expected.emplace_back(i, std::string(i * 7919 % 1000, 'x'));
    text += expected.back().second + "\n";
  }
  CHECK(lines_of(text) == expected);
}

TEST_CASE("a chunk has some hundred lines, be they short or long") {
  for (const std::size_t length : {10U, 100U, 700U}) {
    std::string text;
    for (int i = 0; i < 10'000; ++i) text += std::string(length, 'x') + "\n";
    const cli::TemporaryFolder folder;
    const int file = ::open(folder.write("in", text).c_str(), O_RDONLY);
    cli::LineChunks chunks(file);
    for (cli::Chunk chunk; chunks.next(chunk);) {
      const auto lines = static_cast<std::size_t>(std::count(chunk.text().begin(), chunk.text().end(), '\n'));
      CAPTURE(length, chunk.number);
      CHECK(lines <= 257);
    }
    ::close(file);
  }
}

TEST_CASE("of a line that is too long no more is kept than is needed to refuse it") {
  for (const std::size_t more : {1U, 2U, 300'000U, 5'000'000U}) {
    const auto lines = lines_of("a\n" + std::string(loader::most_bytes + more, 'x') + "\nb\n");
    REQUIRE(lines.size() == 3);
    CHECK(lines[1].first == 2);
    CHECK(lines[1].second.size() > loader::most_bytes);
    CHECK(lines[1].second.size() <= loader::most_bytes + 256 * 1024);
    CHECK(lines[2] == std::pair<std::size_t, std::string>(3, "b"));
  }
}

TEST_CASE("lines are handed out as soon as they have come") {
  int ends[2] = {};
  REQUIRE(::pipe(ends) == 0);
  cli::LineChunks chunks(ends[0]);
  cli::Chunk chunk;
  for (const char* text : {"a\nb\nc", "d\n"}) {
    REQUIRE(cli::write_all(ends[1], text));
    REQUIRE(chunks.next(chunk));
    CHECK(chunk.text() == (text[0] == 'a' ? "a\nb\n" : "cd\n"));
  }
  ::close(ends[1]);
  CHECK_FALSE(chunks.next(chunk));
  ::close(ends[0]);
}

TEST_CASE("an input that cannot be read is told from one that has ended") {
  const cli::TemporaryFolder folder;
  const int directory = ::open(folder.path().c_str(), O_RDONLY);
  cli::LineChunks chunks(directory);
  cli::Chunk chunk;
  CHECK_FALSE(chunks.next(chunk));
  CHECK(chunks.error() == EISDIR);
  ::close(directory);
}
