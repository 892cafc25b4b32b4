// SPDX-License-Identifier: Apache-2.0
// Scripts are written against these ids: they may be added to, never changed or dropped.
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "catch.hpp"
#include "shipped.hpp"

using namespace socrates;
using nlohmann::json;

namespace {

std::string kind_name(model::QuestionKind kind) {
  switch (kind) {
    case model::QuestionKind::yes_no:
      return "yes_no";
    case model::QuestionKind::one:
      return "one";
    case model::QuestionKind::several:
      return "several";
    case model::QuestionKind::number:
      return "number";
  }
  return "";
}

const json& contract() {
  static const json ids = json::parse(test::project_file("tests/rules/contract.json").text);
  return ids;
}

}  // namespace

TEST_CASE("every question of the contract is asked, with its kind, its options and its range") {
  const model::RuleSet& rules = test::shipped().rules;
  CHECK(contract().at("questions").size() == 24);
  for (const auto& [id, expected] : contract().at("questions").items()) {
    INFO(id);
    const auto found = model::find_question(rules, id);
    REQUIRE(found);
    const model::Question& question = rules.questions[*found];
    CHECK(kind_name(question.kind) == expected.at("kind").get<std::string>());
    for (const json& option : expected.value("options", json::array())) {
      INFO(option);
      CHECK(model::find_option(question, option.get<std::string>()));
    }
    if (question.kind == model::QuestionKind::number) {
      CHECK(question.from == expected.at("from").get<int>());
      CHECK(question.to == expected.at("to").get<int>());
    }
    CHECK_FALSE(question.help.empty());
    CHECK(question.section);
  }
}

TEST_CASE("every decision of the contract is made, with its values in their order") {
  const model::RuleSet& rules = test::shipped().rules;
  CHECK(contract().at("decisions").size() == 15);
  for (const auto& [id, values] : contract().at("decisions").items()) {
    INFO(id);
    const auto found = model::find_decision(rules, id);
    REQUIRE(found);
    const model::Decision& decision = rules.decisions[*found];
    for (std::size_t i = 0; i < values.size(); ++i) {
      INFO(values[i]);
      if (decision.combine == model::Combine::collect)
        CHECK(model::find_value(decision, values[i].get<std::string>()));
      else
        CHECK(decision.values.at(i).id == values[i].get<std::string>());
    }
    if (decision.combine != model::Combine::collect) CHECK(decision.values.size() == values.size());
  }
}
