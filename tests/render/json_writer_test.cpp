// SPDX-License-Identifier: Apache-2.0
#include "render/machine/json_writer.hpp"

#include "catch.hpp"

namespace socrates::render {
namespace {

const Json tree = {{"id", "a \"quoted\" text"},
                   {"nothing", nullptr},
                   {"yes", true},
                   {"no", false},
                   {"numbers", {0, -7, 18446744073709551615U, 0.5, 1e300}},
                   {"texts", {"", "\n", "two\tthree", "a\\b"}},
                   {"empty", {{"list", Json::array()}, {"object", Json::object()}, {"text", ""}}},
                   {"deep", {{{"a", 1}}, Json::array({Json::array({Json::object()})})}}};

std::string written_in_pieces(Layout layout) {
  std::string text;
  JsonWriter to(layout, text);
  to.object([&] {
    to.name("id").text("a \"quoted\" text");
    to.name("nothing").text_or_null("");
    to.name("yes").yes_or_no(true);
    to.name("no").yes_or_no(false);
    to.name("numbers").value(tree["numbers"]);
    to.name("texts").texts({"", "\n", "two\tthree", "a\\b"});
    to.name("empty").object([&] {
      to.name("list").texts({});
      to.members_of({{"object", Json::object()}, {"text", ""}});
    });
    to.name("deep").list([&] {
      to.element().object([&] { to.name("a").value(1); });
      to.element().list_of(std::vector<int>{1},
                           [](int /*one*/, JsonWriter& list) { list.list([&] { list.element().object([] {}); }); });
    });
  });
  return text + '\n';
}

}  // namespace

TEST_CASE("a document is written as the library writes it, from a tree and piece by piece") {
  CHECK(written(tree, Layout::indented) == tree.dump(2) + '\n');
  CHECK(written(tree, Layout::line) == tree.dump() + '\n');
  CHECK(written_in_pieces(Layout::indented) == tree.dump(2) + '\n');
  CHECK(written_in_pieces(Layout::line) == tree.dump() + '\n');
}

TEST_CASE("what needs an escape gets it, wherever it stands in a text") {
  constexpr std::size_t longest = 20;
  for (std::size_t size = 1; size <= longest; ++size)
    for (std::size_t at = 0; at < size; ++at)
      for (int byte = 0; byte < 256; ++byte) {
        std::string text(size, 'a');
        text[at] = static_cast<char>(byte);
        std::string expected = Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
        if (byte == '\x7f') expected.replace(at + 1, 1, "\\u007f");
        INFO(size << " " << at << " " << byte);
        REQUIRE(json_text(text) == expected);
      }
}

}  // namespace socrates::render
