// SPDX-License-Identifier: Apache-2.0
#include "socrates/readiness/catalogue_proof.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "catch.hpp"
#include "shipped.hpp"

#include "socrates/base/codes.hpp"

using namespace socrates;
using tests::shipped;

TEST_CASE("some control reaches every criterion of every category and every objective") {
  CHECK(readiness::catalogue_findings(shipped().catalogue(), shipped().selection.rules).empty());
  CHECK(shipped().controls.controls.size() >= 122);
  CHECK(shipped().objectives.size() == 37);
}

TEST_CASE("a criterion or an objective that no control reaches is found") {
  model::ControlCatalogue controls = shipped().controls;
  for (model::Control& control : controls.controls) {
    std::erase(control.criteria, "CC8.1");
    std::erase(control.objectives, "BP-13");
  }
  const auto findings =
      readiness::catalogue_findings({controls, shipped().criteria, shipped().objectives}, shipped().selection.rules);
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].code == base::Code::uncovered);
  CHECK(findings[0].message == "no control reaches the criterion CC8.1");
  CHECK(findings[1].message == "no control reaches the objective BP-13");
}

TEST_CASE("a service that the questions do not offer is found") {
  model::Objectives objectives = shipped().objectives;
  objectives.front().activities.emplace_back("gardening");
  const auto findings =
      readiness::catalogue_findings({shipped().controls, shipped().criteria, objectives}, shipped().selection.rules);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == base::Code::unknown_service);
  CHECK(readiness::catalogue_findings({shipped().controls, shipped().criteria, objectives}, {}).empty());
}

TEST_CASE("a frequency without a note, evidence of one day only and a control that blocks too little are found") {
  model::ControlCatalogue controls = shipped().controls;
  controls.frequencies[static_cast<std::size_t>(model::Frequency::semiannual)].reset();
  controls.controls[shipped().control("AC-02")].evidence_over_period = {};
  controls.controls[shipped().control("AC-05")].blocks = model::Blocks::within_period;
  controls.controls[shipped().control("OP-06")].blocks = model::Blocks::type_2_window;  // stronger than it needs to be
  const auto findings =
      readiness::catalogue_findings({controls, shipped().criteria, shipped().objectives}, shipped().selection.rules);
  REQUIRE(findings.size() == 3);
  CHECK(findings[0].message == "'AC-02' does not say what evidence is accepted for a period");
  CHECK(findings[1].message ==
        "'AC-05' blocks 'within_period', but a control that runs 'per_event' holds up at least 'type_2_window'");
  CHECK(findings[2].message == "controls run 'semiannual', but nothing says what an auditor samples of that");
}

TEST_CASE("what is sampled by the case has a list to draw from, and a policy behind it") {
  for (const model::Control& control : shipped().controls.controls) {
    if (!control.engagement.empty()) continue;
    CAPTURE(control.id);
    CHECK(control.policy);
    CHECK((control.population || control.frequency != model::Frequency::per_event));
  }
}

TEST_CASE("every control says what it is for, in words of its own") {
  std::set<std::string> asks;
  const auto ends_with = [](std::string_view text, std::string_view end) { return text.ends_with(end); };
  for (const model::Control& control : shipped().controls.controls) {
    CAPTURE(control.id);
    CHECK(ends_with(control.ask, "?"));
    CHECK(ends_with(control.why, "."));
    CHECK_FALSE(ends_with(control.evidence, "."));
    CHECK_FALSE(ends_with(control.evidence_over_period, "."));
    CHECK(control.evidence != control.evidence_over_period);
    CHECK((control.small_company.empty() || ends_with(control.small_company, ".")));
    CHECK(asks.insert(control.ask).second);
    CHECK(control.title.size() <= 50);
  }
}
