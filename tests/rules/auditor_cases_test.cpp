// SPDX-License-Identifier: Apache-2.0
// Situations in which an auditor found something to strike out, with what one would accept. Unlike the other cases they
// are judged by the words too.
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "catch.hpp"
#include "shipped.hpp"
#include "socrates/builtin/rules.hpp"
#include "socrates/engine/outcome.hpp"
#include "socrates/loader/answers_loader.hpp"
#include "socrates/render/recommendation.hpp"

using namespace socrates;
using nlohmann::json;
using Words = std::vector<std::string>;

namespace {

struct Advice {
  std::map<std::string, Words> values;  ///< by decision: what is settled, or in the set
  std::string summary;
  std::string notes;
};

Advice advice_for(const json& answers) {
  const engine::CompiledRules& compiled = test::shipped();
  const base::Source source{"answers", answers.dump(1)};
  base::Diagnostics problems;
  const auto loaded = loader::load_answers(source, compiled.rules, test::today, problems);
  REQUIRE(loaded);
  const auto outcome = engine::evaluate(compiled, loaded->answers);
  REQUIRE(outcome);
  Advice advice;
  for (std::size_t d = 0; d < compiled.rules.decisions.size(); ++d) {
    const model::Decision& decision = compiled.rules.decisions[d];
    CHECK(engine::is_settled(outcome->decisions[d]));
    const auto& settled =
        decision.combine == model::Combine::collect ? outcome->decisions[d].surely : outcome->decisions[d].possible;
    Words& names = advice.values[decision.id];
    for (const std::size_t value : settled) names.push_back(decision.values[value].id);
  }
  const render::Recommendation value{compiled.rules, loaded->answers, *outcome, builtin::criteria(),
                                     test::today,    nullptr,         {}};
  advice.summary = render::summary(value);
  for (const std::size_t note : outcome->notes) advice.notes += compiled.rules.notes[note].text + "\n";
  return advice;
}

bool has(const Words& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool has(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

/// The decision of whose elements `beside_has` or `request_check_not` speaks.
std::string set_of(const std::string& key) {
  const std::string name = key.substr(0, key.rfind('_'));
  return name == "beside" ? "beside_soc" : name;
}

void judge(const std::string& key, const Words& expected, const Advice& advice) {
  INFO(key);
  if (key == "notes_about") {
    CHECK(std::any_of(expected.begin(), expected.end(),
                      [&](const std::string& words) { return has(advice.notes + advice.summary, words); }));
    return;
  }
  if (key == "notes_not") {
    for (const std::string& words : expected) CHECK_FALSE(has(advice.notes, words));
    return;
  }
  if (const auto settled = advice.values.find(key); settled != advice.values.end()) {
    for (const std::string& value : settled->second) CHECK(has(expected, value));
    return;
  }
  const bool is_there = key.ends_with("_has");
  REQUIRE((is_there || key.ends_with("_not")));
  for (const std::string& one : expected) {
    INFO(one);
    CHECK((key.starts_with("summary") ? has(advice.summary, one) : has(advice.values.at(set_of(key)), one)) ==
          is_there);
  }
}

}  // namespace

TEST_CASE("an auditor finds nothing to strike out in the situations in which one did") {
  const json cases = json::parse(test::project_file("tests/cases/auditor-cases.json").text).at("cases");
  CHECK(cases.size() >= 27);
  for (const json& entry : cases) {
    const Advice advice = advice_for(entry.at("answers"));
    INFO(entry.at("id") << ": " << entry.at("statement") << "\n" << advice.summary);
    REQUIRE_FALSE(entry.at("expected").empty());
    for (const auto& [key, expected] : entry.at("expected").items()) judge(key, expected.get<Words>(), advice);
  }
}
