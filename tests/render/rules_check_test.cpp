// SPDX-License-Identifier: Apache-2.0
#include "socrates/render/rules_check.hpp"

#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "small_rules.hpp"

#include "socrates/base/codes.hpp"

using namespace socrates;

TEST_CASE("a check that passes says what was proved") {
  const model::RuleSet rules = render::small_rules();
  const std::string text = render::text_of(render::rules_check_document({{rules, {}}}));
  CHECK(text.starts_with("Rules small 1: 2 questions, 3 decisions, 6 rules and 1 note. Proved for"));
  CHECK(nlohmann::json::parse(render::rules_check_json({{rules, {}}}))["verdict"] == "pass");
}

TEST_CASE("a refuted proof comes with its witness") {
  const model::RuleSet rules = render::small_rules();
  base::Diagnostic diagnostic{};
  diagnostic.code = base::Code::gap;
  diagnostic.message = "decision 'x' has no rule for some possible answers";
  const render::RulesCheck check{rules, {{diagnostic, model::Answers{model::Choice{1}, model::Unknown{}}}}};
  CHECK(
      render::text_of(render::rules_check_document({check})).starts_with("socrates: error: decision 'x' has no rule"));
  const auto document = nlohmann::json::parse(render::rules_check_json({check}));
  CHECK(document["verdict"] == "fail");
  CHECK(document["findings"][0]["witness"].dump() == R"({"auditors":true})");
}

TEST_CASE("of several rule sets each is reported, and one that fails fails them all") {
  const model::RuleSet rules = render::small_rules();
  const render::RulesCheck good{rules, {}};
  const render::RulesCheck bad{rules, {{base::Diagnostic{}, {}}}};
  const auto document = nlohmann::json::parse(render::rules_check_json({good, bad}));
  CHECK(document["verdict"] == "fail");
  CHECK(document["findings"].size() == 1);
  CHECK(document["sets"][0]["verdict"] == "pass");
  CHECK(document["sets"][1]["verdict"] == "fail");
}
