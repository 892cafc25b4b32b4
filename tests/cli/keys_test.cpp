// SPDX-License-Identifier: Apache-2.0
#include "cli/keys.hpp"

#include <random>
#include <string>
#include <vector>

#include "catch.hpp"
#include "cli/edited_line.hpp"
#include "socrates/base/utf8.hpp"
#include "socrates/render/layout.hpp"

namespace socrates::cli {
namespace {

std::vector<Key> keys_of(std::string bytes) {
  std::vector<Key> keys;
  while (const auto key = take_key(bytes, Waiting::no_longer)) keys.push_back(*key);
  CHECK(bytes.empty());
  return keys;
}

Key text(std::string character) { return {KeyKind::text, std::move(character)}; }

TEST_CASE("bytes become keys") {
  CHECK(keys_of("a\xc3\xa4 ") == std::vector<Key>{text("a"), text("\xc3\xa4"), text(" ")});
  const std::vector<std::pair<std::string, KeyKind>> cases{
      {"\x1b[A", KeyKind::up},         {"\x1bOB", KeyKind::down},   {"\x1b[C", KeyKind::right},
      {"\x1b[D", KeyKind::left},       {"\x1b[3~", KeyKind::erase}, {"\x1b[Z", KeyKind::back_tab},
      {"\x1b", KeyKind::escape},       {"\r", KeyKind::enter},      {"\x7f", KeyKind::backspace},
      {"\x1b[1;5C", KeyKind::unknown}, {"\x1b[", KeyKind::unknown}, {"\xff", KeyKind::unknown}};
  for (const auto& [bytes, kind] : cases) {
    CAPTURE(bytes);
    CHECK(keys_of(bytes) == std::vector<Key>{{kind, {}}});
  }
}

TEST_CASE("a key that may go on is waited for") {
  for (const std::string start : {"\x1b", "\x1b[", "\x1b[1", "\x1bO", "\xc3"}) {
    std::string bytes = start;
    CHECK_FALSE(take_key(bytes, Waiting::for_more));
    CHECK(bytes == start);
  }
}

std::string after(const std::string& bytes, const std::vector<std::string>& history = {}) {
  EditedLine line(history, 100);
  for (const Key& key : keys_of(bytes)) line.apply(key);
  return line.text();
}

TEST_CASE("a line is edited by the usual keys") {
  CHECK(after("ac\x1b[Db") == "abc");
  CHECK(after("abc\x7f\x7f"
              "d") == "ad");
  CHECK(after("abc\x01\x1b[3~") == "bc");
  CHECK(after("one two\x17") == "one ");
  CHECK(after("one two\x15") == "");
  CHECK(after("one two\x01\x1b[C\x0b") == "o");
  CHECK(after("a\xc3\xa4\x7f") == "a");
  CHECK(after(std::string(150, 'x')) == std::string(100, 'x'));
}

TEST_CASE("lines before come back, and the line itself is not lost") {
  const std::vector<std::string> history{"first", "second"};
  CHECK(after("\x1b[A", history) == "second");
  CHECK(after("\x1b[A\x1b[A\x1b[A", history) == "first");
  CHECK(after("own\x1b[A\x1b[B", history) == "own");
  CHECK(after("own\x1b[B", history) == "own");
}

TEST_CASE("whatever is typed, the line is valid and what is shown of it fits") {
  std::mt19937 random(20261129);
  const std::vector<std::string> pieces{"a",       "word ",  "\xc3\xa4", "\xe6\xbc\xa2", "\x1b[D", "\x1b[C",
                                        "\x1b[A",  "\x1b[B", "\x7f",     "\x17",         "\x01",   "\x05",
                                        "\x1b[3~", "\x0b",   "\xff",     "\x1b"};
  const std::vector<std::string> history{"one", "a much longer line that does not fit into a narrow terminal"};
  for (int turn = 0; turn < 300; ++turn) {
    EditedLine line(history, 60);
    for (int i = 0; i < 40; ++i) {
      for (const Key& key : keys_of(pieces[random() % pieces.size()])) line.apply(key);
      CHECK_FALSE(base::first_invalid_utf8(line.text()));
      CHECK(line.cursor() <= line.text().size());
      const std::size_t columns = 10 + random() % 30;
      const EditedLine::View view = line.view(columns);
      CHECK(render::width_of(view.text) < columns);
      CHECK(view.column < columns);
    }
  }
}

}  // namespace
}  // namespace socrates::cli
