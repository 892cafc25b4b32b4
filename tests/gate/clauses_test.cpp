// SPDX-License-Identifier: Apache-2.0
//
// Clauses of public contracts, policies and requests for proposals: what each says in the keys of a deal, against
// reports held, and the verdict that a person would give. What no key can say stands beside it.
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "catch.hpp"
#include "court.hpp"

using namespace socrates;
using nlohmann::json;

namespace {

json all_clauses() {
  std::ifstream file(std::string(SOCRATES_SOURCE_DIR) + "/tests/gate/clauses.json");
  return json::parse(file);
}

}  // namespace

TEST_CASE("every clause of a public contract comes out as a person would judge it") {
  for (const json& clause : all_clauses()) {
    INFO(clause["id"].get<std::string>() << ": " << clause["clause"].get<std::string>());
    test::Court court;
    court.inventory = test::inventory_of(json{{"reports", clause["reports"]}, {"next", clause["next"]}}.dump());
    const gate::DealVerdict verdict = test::judged(test::deal_of(clause["deal"].dump()), court);
    for (const gate::RequirementVerdict& requirement : verdict.requirements)
      for (const gate::Check& check : requirement.checks) {
        if (check.verdict <= gate::CheckVerdict::pass) continue;
        UNSCOPED_INFO(requirement.id << " " << check.id << " " << gate::id_of(check.verdict) << " "
                                     << (check.because.empty() ? "" : check.because.front().rule));
      }
    CHECK(std::string(gate::id_of(verdict.verdict)) == clause["expected"].get<std::string>());
  }
}

TEST_CASE("the clauses are many, of many sources, and say where they stand") {
  std::set<std::string> urls;
  std::size_t own = 0;
  for (const json& clause : all_clauses()) {
    CHECK(!clause["source"].get<std::string>().empty());
    if (clause["url"].get<std::string>().empty()) continue;
    ++own;
    urls.insert(clause["url"].get<std::string>());
  }
  CHECK(own >= 20);
  CHECK(urls.size() >= 15);
}
