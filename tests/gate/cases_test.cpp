// SPDX-License-Identifier: Apache-2.0
//
// The cases of tests/gate/cases. Each changes something about a deal and a report that fit each other, and says what
// the checks make of it, on which fact that rests, and who has published the fact.
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "catch.hpp"
#include "court.hpp"

using namespace socrates;
using nlohmann::json;

namespace {

struct Trial {
  json deal = json::parse(test::good_deal());
  json report = json::parse(test::good_report());
};

void put(json& object, const json& changes) {
  for (const auto& [key, value] : changes.items()) object[key] = value;
}

/// `deal.nda`, `requirement.type`, `held.issued`.
void leave_out(Trial& trial, const std::string& what) {
  const std::size_t dot = what.find('.');
  const std::string of = what.substr(0, dot);
  json& object = of == "deal" ? trial.deal : of == "held" ? trial.report : trial.deal["requires"][0];
  object.erase(what.substr(dot + 1));
}

Trial trial_of(const json& entry) {
  Trial trial;
  put(trial.deal, entry.value("deal", json::object()));
  put(trial.deal["requires"][0], entry.value("requirement", json::object()));
  put(trial.report, entry.value("held", json::object()));
  const json left_out = entry.value("left_out", json::array());
  for (const auto& what : left_out) leave_out(trial, what.get<std::string>());
  return trial;
}

test::Court court_of(const json& entry, const Trial& trial) {
  test::Court court;
  const json reports = entry.value("reports", json::array({trial.report}));
  court.inventory = test::inventory_of(json{{"reports", reports}, {"next", entry.value("next", json::array())}}.dump());
  const json thresholds = entry.value("thresholds", json::object());
  for (const auto& [id, value] : thresholds.items()) {
    if (value.is_number())
      court.policy.thresholds[id] = value.get<int>();
    else
      court.policy.alike_services = value.get<std::vector<std::vector<std::string>>>();
  }
  if (entry.contains("answers")) court.profile = test::answers_of(entry["answers"].dump());
  return court;
}

/// In whatever requirement it is gravest: promises are one of their own.
std::string verdict_of(const gate::DealVerdict& deal, const std::string& check) {
  std::optional<gate::CheckVerdict> gravest;
  for (const gate::RequirementVerdict& requirement : deal.requirements)
    for (const gate::Check& one : requirement.checks)
      if (one.id == check && (!gravest || *gravest < one.verdict)) gravest = one.verdict;
  return gravest ? std::string(gate::id_of(*gravest)) : "no such check";
}

std::string reasons(const gate::DealVerdict& deal) {
  std::string text;
  for (const gate::RequirementVerdict& requirement : deal.requirements)
    for (const gate::Check& check : requirement.checks) {
      text += "\n  " + check.id + " " + std::string(gate::id_of(check.verdict));
      for (const gate::Because& because : check.because) text += " " + because.rule;
      for (const std::string& figure : check.figures) text += "; " + figure;
      for (const std::string& unknown : check.unknown) text += "? " + unknown;
    }
  return text;
}

void check_case(const json& entry) {
  INFO(entry["name"].get<std::string>());
  CHECK(!entry["fact"].get<std::string>().empty());
  CHECK(!entry["publisher"].get<std::string>().empty());
  const Trial trial = trial_of(entry);
  const gate::DealVerdict verdict = test::judged(test::deal_of(trial.deal.dump()), court_of(entry, trial));
  INFO(reasons(verdict));
  for (const auto& [what, expected] : entry["expect"].items()) {
    INFO(what);
    if (what == "met_by")
      CHECK(verdict.requirements.front().met_by == expected.get<std::vector<std::string>>());
    else
      CHECK((what == "verdict" ? std::string(gate::id_of(verdict.verdict)) : verdict_of(verdict, what)) ==
            expected.get<std::string>());
  }
}

std::vector<json> all_cases() {
  std::vector<json> cases;
  std::vector<std::filesystem::path> paths;
  const std::filesystem::path folder = std::string(SOCRATES_SOURCE_DIR) + "/tests/gate/cases";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  for (const auto& path : paths) {
    std::ifstream file(path);
    for (const json& entry : json::parse(file)) cases.push_back(entry);
  }
  return cases;
}

}  // namespace

TEST_CASE("every case comes out as its fact says") {
  const std::vector<json> cases = all_cases();
  CHECK(cases.size() >= 150);
  for (const json& entry : cases) check_case(entry);
}

TEST_CASE("the cases cover what each check can say") {
  std::map<std::string, std::set<std::string>> seen;
  for (const json& entry : all_cases())
    for (const auto& [what, expected] : entry["expect"].items())
      if (what.starts_with("G")) seen[what].insert(expected.get<std::string>());
  for (const model::Decision& decision : test::acceptance().rules.decisions) {
    if (decision.combine != model::Combine::exactly_one) continue;
    std::string id = decision.id;
    id[0] = 'G';
    INFO(id);
    std::set<std::string> all = {"undecided"};
    for (const model::Named& value : decision.values) all.insert(value.id);
    all.erase("not_applicable");
    for (const std::string& value : all) {
      const bool can_be = id != "G18" || value == "condition";
      INFO(value);
      CHECK((!can_be || (id == "G13" && value == "undecided") || seen[id].count(value) > 0));
    }
  }
}
