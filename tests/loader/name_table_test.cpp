// SPDX-License-Identifier: Apache-2.0
#include "loader/inputs/name_table.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "catch.hpp"
#include "worlds/draw.hpp"

namespace socrates::tests {
namespace {

/// A name that has much in common with others.
std::string random_name(worlds::Draw& draw) {
  std::string name(1 + draw.below(draw.chance(80) ? 12 : 70), 'a');
  for (std::size_t i = draw.below(4); i > 0; --i) name[draw.below(name.size())] = draw.chance(50) ? 'b' : '\xFF';
  return name;
}

/// Looked up within a text, as it stands there.
std::size_t find(const loader::NameTable& table, std::string_view name, char behind) {
  const std::string before(loader::NameTable::readable_before, behind);
  const std::string text = before + std::string(name) + std::string(loader::NameTable::readable_behind, behind);
  return table.find(std::string_view(text).substr(before.size(), name.size()));
}

}  // namespace

TEST_CASE("a table finds each name at its place, and no other") {
  worlds::Draw draw(20261130);
  for (int round = 0; round < 300; ++round) {
    std::vector<std::string> names;
    for (std::size_t count = draw.below(70); names.size() < count;)
      if (const std::string name = random_name(draw); std::find(names.begin(), names.end(), name) == names.end())
        names.push_back(name);
    const loader::NameTable table(names);
    std::vector<std::string> asked = names;
    for (int i = 0; i < 50; ++i) asked.push_back(random_name(draw));
    asked.emplace_back();
    for (const std::string& name : asked)
      for (const char behind : {'\0', 'a', '"'}) {
        CAPTURE(round, name);
        const auto place = static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
        const std::size_t found = find(table, name, behind);
        REQUIRE(found == (place == names.size() ? loader::NameTable::none : place));
      }
  }
}

TEST_CASE("a text of some bytes is expected as it is, whatever stands behind it, and nothing else") {
  worlds::Draw draw(20261201);
  for (int round = 0; round < 3000; ++round) {
    const std::string expected = random_name(draw);
    const std::string other = random_name(draw);
    CAPTURE(expected, other);
    const loader::ExpectedText text(expected);
    for (const char behind : {'\0', 'a', '"'}) {
      const std::string padding(loader::ExpectedText::readable_behind + 70, behind);
      const bool is_found = expected.size() <= loader::ExpectedText::longest;
      CHECK(text.is_at((expected + padding).data()) == is_found);
      CHECK(text.is_at((other + padding).data()) == (is_found && (other + padding).starts_with(expected)));
    }
  }
}

}  // namespace socrates::tests
