// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <vector>

#include "catch.hpp"
#include "small_rules.hpp"
#include "socrates/engine/lanes.hpp"
#include "socrates/render/batch.hpp"

namespace socrates::render {
namespace {

constexpr std::size_t option_count = 14;

/// Sets of so many elements each, with an element, and a rule for it, for each option that is chosen.
model::RuleSet rules_of_sets(std::size_t elements) {
  model::RuleSet rules = small_rules();
  model::Question options = rules.questions[1];
  options.options.clear();
  rules.decisions.clear();
  for (std::size_t i = 0; i < option_count; ++i) {
    if (i % elements == 0)
      rules.decisions.push_back({"set" + std::to_string(i / elements), "", model::Combine::collect, {}, {}});
    model::Decision& set = rules.decisions.back();
    options.options.push_back({"option" + std::to_string(i), ""});
    set.values.push_back({"value" + std::to_string(i), ""});
    set.rules.push_back({"rule" + std::to_string(i), is_one_of(0, {i}), {i % elements}, "it is chosen", {0}, ""});
  }
  rules.questions = {options};
  rules.notes.clear();
  return rules;
}

std::string expected_line(std::size_t line, std::uint64_t chosen, std::size_t elements) {
  std::string sets;
  for (std::size_t first = 0; first < option_count; first += elements) {
    std::string values;
    std::string reasons;
    for (std::size_t i = first; i < std::min(first + elements, option_count); ++i) {
      if (((chosen >> i) & 1U) == 0) continue;
      values += (values.empty() ? "\"value" : ",\"value") + std::to_string(i) + '"';
      reasons += (reasons.empty() ? "\"rule" : ",\"rule") + std::to_string(i) + '"';
    }
    sets += (sets.empty() ? "\"set" : ",\"set") + std::to_string(first / elements) + R"(":{"value":[)" + values +
            R"(],"because":[)" + reasons + "]}";
  }
  return R"({"line":)" + std::to_string(line) + R"(,"id":null,"result":{"status":"decided","decisions":{)" + sets +
         "}},\"exit\":0}\n";
}

/// Tells of all subsets of the options, twice.
void check_all_subsets(std::size_t elements) {
  const engine::CompiledRules compiled = engine::compile(rules_of_sets(elements)).compiled.value();
  const engine::LaneRules rules(compiled);
  engine::LaneEvaluation evaluation(rules);
  BriefWriter writer(rules);
  constexpr std::uint64_t texts = std::uint64_t{1} << option_count;
  constexpr std::uint64_t all = texts - 1;
  std::size_t line = 0;
  for (int round = 0; round < 2; ++round)
    for (std::uint64_t chosen = 0; chosen < texts; chosen += engine::lane_count) {
      evaluation.clear();
      for (std::uint64_t lane = 0; lane < engine::lane_count; ++lane)
        evaluation.put(lane, {{chosen + lane, all & ~(chosen + lane), 0, {}}});
      writer.take(evaluation.evaluate());
      for (std::uint64_t lane = 0; lane < engine::lane_count; ++lane) {
        std::string text;
        writer.add({++line, {}, 0}, lane, text);
        REQUIRE(text == expected_line(line, chosen + lane, elements));
      }
    }
}

}  // namespace

TEST_CASE("brief results are right where they have more texts than are kept, and where a text comes again") {
  check_all_subsets(option_count);
}

TEST_CASE("brief results are right where some decisions are told together, and the next ones apart") {
  for (const std::size_t elements : {1U, 2U, 3U, 5U}) check_all_subsets(elements);
}

}  // namespace socrates::render
