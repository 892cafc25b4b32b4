// SPDX-License-Identifier: Apache-2.0
// parse_limit FILE: reads the lines of a file and parses each into a document of simdjson, and does nothing with it:
// the limit for every program that takes its records from such documents. Prints how many lines it parsed.

#include <fcntl.h>
#include <simdjson.h>
#include <unistd.h>

#include <cstdio>
#include <cstring>
#include <string>

namespace {

constexpr std::size_t chunk = std::size_t{256} * 1024;

}  // namespace

int main(int argc, char** argv) {
  const int file = argc == 2 ? open(argv[1], O_RDONLY) : -1;
  if (file < 0) {
    std::fputs("usage: parse_limit FILE\n", stderr);
    return 2;
  }
  simdjson::dom::parser parser;
  std::string buffer(2 * chunk + simdjson::SIMDJSON_PADDING, '\0');
  std::size_t used = 0;
  std::size_t lines = 0;
  for (;;) {
    const ssize_t count = read(file, buffer.data() + used, chunk);
    if (count <= 0) break;
    used += static_cast<std::size_t>(count);
    std::size_t start = 0;
    while (const void* end = std::memchr(buffer.data() + start, '\n', used - start)) {
      const auto length = static_cast<std::size_t>(static_cast<const char*>(end) - buffer.data()) - start;
      if (parser.parse(buffer.data() + start, length, false).error() != simdjson::SUCCESS) return 1;
      ++lines;
      start += length + 1;
    }
    std::memmove(buffer.data(), buffer.data() + start, used - start);
    used -= start;
  }
  std::printf("%zu\n", lines);
  return 0;
}
