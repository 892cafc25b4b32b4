// SPDX-License-Identifier: Apache-2.0
#include "socrates/base/codes.hpp"

#include <algorithm>
#include <cctype>
#include <set>
#include <string>

#include "catch.hpp"

using namespace socrates::base;

TEST_CASE("every code finds its own entry, and ids and names are unique") {
  std::set<std::string_view> ids;
  std::set<std::string_view> names;
  for (const CodeEntry& row : codes()) {
    CHECK(&entry(row.code) == &row);
    CHECK(ids.insert(row.id).second);
    CHECK(names.insert(row.name).second);
  }
  CHECK(entry(Code::unknown_question).id == "S102");
  CHECK(entry(Code::unknown_question).name == "unknown_question");
}

TEST_CASE("ids are an S with three digits and stand in order") {
  std::string_view last;
  for (const CodeEntry& row : codes()) {
    INFO(row.id);
    CHECK(row.id.size() == 4);
    CHECK(row.id[0] == 'S');
    CHECK(std::all_of(row.id.begin() + 1, row.id.end(), [](unsigned char c) { return std::isdigit(c) != 0; }));
    CHECK(last < row.id);
    last = row.id;
  }
}

TEST_CASE("every code says in one line what is wrong and what to do") {
  for (const CodeEntry& row : codes()) {
    INFO(row.id);
    CHECK(!row.summary.empty());
    CHECK(row.summary.back() != '.');
    CHECK(row.help.find('\n') == std::string_view::npos);
    CHECK(row.help.back() == '.');
  }
}
