// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "report.hpp"
#include "socrates/loader/rules_loader.hpp"

using namespace socrates;
using namespace socrates::loader;

namespace {

std::string problems_in(const std::string& text) {
  const base::Source file{"criteria.yaml", text};
  base::Diagnostics problems;
  const auto criteria = load_criteria(file, problems);
  CHECK(criteria.has_value() == problems.empty());
  return report_of(problems);
}

}  // namespace

TEST_CASE("criteria are read by category, in their order") {
  const base::Source file{"x",
                          "format: 1\nsources: {tsp: {title: a, publisher: b}}\ndrawn_from: [tsp]\n"
                          "criteria:\n  security: {CC6.1: access, CC9.2: vendors}\n  privacy: {P4.2: keeping}\n"};
  base::Diagnostics problems;
  const auto criteria = load_criteria(file, problems);
  REQUIRE(criteria);
  CHECK(*criteria ==
        model::Criteria{{"security", {{"CC6.1", "access"}, {"CC9.2", "vendors"}}}, {"privacy", {{"P4.2", "keeping"}}}});
}

TEST_CASE("ids of criteria are a series, a number, a point and a number") {
  const std::string head = "format: 1\ncriteria:\n  x: {";
  for (const char* good : {"CC1.1", "A1.3", "C1.2", "PI1.5", "P8.1", "CC10.12"}) {
    INFO(good);
    CHECK(problems_in(head + good + ": x}\n").empty());
  }
  for (const char* bad : {"cc1.1", "CC1", "CC.1", "CC1.", "B1.1", "CC1.1.1", "CC1.1a", "PP1.1", "x", "CCx1.1"}) {
    INFO(bad);
    CHECK(problems_in(head + bad + ": x}\n") ==
          "3:7 S205 [" + std::string(bad) + "] '" + bad + "' is not the id of a criterion");
  }
}

TEST_CASE("a table of criteria that is not as the grammar asks is refused") {
  CHECK(problems_in("format: 2\n") == "1:9 S206 [2] expected format 1, found the number 2");
  CHECK(problems_in("format: 1\n") == "1:1 S202 [format] the key 'criteria' is missing");
  CHECK(problems_in("format: 1\ncriteria: []\n") == "2:11 S203 [[] expected a mapping of categories, found a list");
  CHECK(
      problems_in("format: 1\ncriteria: {a: {CC1.1: x}, b: {CC1.1: y}}\nextra: 1\n") ==
      "2:31 S204 [CC1.1] the id 'CC1.1' is already given at criteria.yaml:2:16\n3:1 S201 [extra] unknown key 'extra'");
  CHECK(problems_in("format: 1\ncriteria: {a: {CC1.1: 12}, B: {}}\n") ==
        "2:23 S203 [12] expected a text, found the number 12\n2:28 S205 [B] 'B' is not an id");
  CHECK(problems_in("format: 1\ndrawn_from: [tps]\nsources: {tsp: {title: a, publisher: b}}\ncriteria: {}\n") ==
        "2:14 S208 [tps] unknown source 'tps'");
}
