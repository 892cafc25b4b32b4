// SPDX-License-Identifier: Apache-2.0
#include "socrates/render/sarif.hpp"

#include <nlohmann/json.hpp>

#include "catch.hpp"

#include "socrates/base/codes.hpp"

using namespace socrates;

namespace {

base::Diagnostic at_place() {
  const base::Source source{"rules/a b.yaml", "x: \xc3\xa4\xc3\xb6 {word}\n"};
  base::Diagnostics problems;
  problems.add(base::Code::gap, {&source, 8, 6}, "a message", "path", "a hint");
  return problems.kept().front();
}

}  // namespace

TEST_CASE("a log for code scanning has its version, its tool, and each code once") {
  const auto log = nlohmann::json::parse(render::sarif({at_place(), at_place()}, "1.2.3"));
  CHECK(log["version"] == "2.1.0");
  CHECK(log["$schema"] == "https://json.schemastore.org/sarif-2.1.0.json");
  REQUIRE(log["runs"].size() == 1);
  const auto& driver = log["runs"][0]["tool"]["driver"];
  CHECK(driver["name"] == "socrates");
  CHECK(driver["version"] == "1.2.3");
  REQUIRE(driver["rules"].size() == 1);
  CHECK(driver["rules"][0]["id"] == "S301");
  CHECK_FALSE(driver["rules"][0]["help"]["text"].get<std::string>().empty());
  CHECK(driver["rules"][0]["fullDescription"]["text"].get<std::string>().size() >
        driver["rules"][0]["shortDescription"]["text"].get<std::string>().size());
  CHECK(log["runs"][0]["results"].size() == 2);
}

TEST_CASE("a result stands at its place, in code points, with a path that is a URI") {
  const auto log = nlohmann::json::parse(render::sarif({at_place()}, "1"));
  const auto& result = log["runs"][0]["results"][0];
  CHECK(result["ruleId"] == "S301");
  CHECK(result["level"] == "error");
  CHECK(result["message"]["text"] == "a message; a hint");
  const auto& place = result["locations"][0]["physicalLocation"];
  CHECK(place["artifactLocation"]["uri"] == "rules/a%20b.yaml");
  CHECK(place["region"] == nlohmann::json{{"startLine", 1}, {"startColumn", 7}, {"endColumn", 13}});
}

TEST_CASE("a path from the root is a URI of a file, which readers ask of it") {
  base::Diagnostic problem = at_place();
  problem.file = "/rules/a b.yaml";
  const auto log = nlohmann::json::parse(render::sarif({problem}, "1"));
  CHECK(log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] ==
        "file:///rules/a%20b.yaml");
}

TEST_CASE("a warning is one in a log, too") {
  base::Diagnostic warning{};
  warning.code = base::Code::yaml_word;
  const auto log = nlohmann::json::parse(render::sarif({warning}, "1"));
  CHECK(log["runs"][0]["results"][0]["level"] == "warning");
  CHECK(log["runs"][0]["tool"]["driver"]["rules"][0]["defaultConfiguration"]["level"] == "warning");
}

TEST_CASE("what has no place has no location, and nothing found is an empty list of results") {
  base::Diagnostic nowhere{};
  nowhere.code = base::Code::too_complex;
  nowhere.message = "too complex";
  const auto log = nlohmann::json::parse(render::sarif({nowhere}, "1"));
  CHECK_FALSE(log["runs"][0]["results"][0].contains("locations"));
  CHECK(nlohmann::json::parse(render::sarif({}, "1"))["runs"][0]["results"] == nlohmann::json::array());
}
