// SPDX-License-Identifier: Apache-2.0
#include "socrates/render/rule_tests.hpp"

#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "small_rules.hpp"

using namespace socrates;
using engine::Aspect;

TEST_CASE("a run passes only where some test ran, none failed and enough is covered") {
  const model::RuleSet rules = render::small_rules();
  const render::TestRun good{"a", "t.yaml", 3, {}};
  const render::TestRun bad{"b", "t.yaml", 9, {"soc1 is [required], expected [optional]"}};
  const engine::CoverageItem seen{Aspect::applies, {0, 0}, true};
  const engine::CoverageItem unseen{Aspect::is_outcome, {0, 1}, false};
  CHECK(render::has_passed({rules, {good}, {seen}, 100}));
  CHECK(render::has_passed({rules, {good}, {seen, unseen}, 50}));
  CHECK_FALSE(render::has_passed({rules, {good}, {seen, unseen}, 51}));
  CHECK_FALSE(render::has_passed({rules, {good, bad}, {seen}, 0}));
  CHECK_FALSE(render::has_passed({rules, {}, {seen}, 0}));
}

TEST_CASE("names of tests become no markup of JUnit, and no line of its own") {
  const model::RuleSet rules = render::small_rules();
  const std::string xml =
      render::rule_tests_junit({{rules, {{"a <b> & \"c\" 'd'\n\x1b[31m", "t&.yaml", 1, {"<fails>\x01"}}}, {}, 0}});
  CHECK(xml.find("name=\"a &lt;b&gt; &amp; &quot;c&quot; &apos;d&apos;\\n\\x1b[31m\"") != std::string::npos);
  CHECK(xml.find(">t&amp;.yaml:1\n") != std::string::npos);
  CHECK(xml.find("file=") == std::string::npos);  // which the schema of Jenkins does not have
  CHECK(xml.find("&lt;fails&gt;\\x01") != std::string::npos);
  CHECK(xml.find('\x1b') == std::string::npos);
  CHECK(xml.find("failures=\"1\"") != std::string::npos);
}

TEST_CASE("what is not covered is said in JSON as well") {
  const model::RuleSet rules = render::small_rules();
  const auto document = nlohmann::json::parse(
      render::rule_tests_json({{rules,
                                {{"a", "t.yaml", 1, {}}},
                                {{Aspect::decides_alone, {1, 0}, false}, {Aspect::does_not, {{}, 0}, true}},
                                0}}));
  CHECK(document["verdict"] == "pass");
  CHECK(document["sets"][0]["coverage"]["percent"] == 50);
  CHECK(document["sets"][0]["coverage"]["not_covered"][0] == "rule soc1.auditors decides alone");
}
