// SPDX-License-Identifier: Apache-2.0
// Where a criterion or an objective hangs on a single control, somebody has to have said why that is enough. Whoever
// takes a control away, or maps it elsewhere, meets this list.
#include <map>
#include <set>
#include <string>

#include "catch.hpp"
#include "shipped.hpp"

using namespace socrates;
using tests::shipped;

namespace {

struct Single {
  std::string control;
  std::string why;
};

const std::map<std::string, Single> enough = {
    {"A1.1",
     {"AV-01", "The criterion is to measure use, forecast it and add capacity in time, and so is the control."}},
    {"CC1.2", {"GV-02", "Minutes of somebody independent who looks at control are all that the criterion is about."}},
    {"CC1.3",
     {"GV-03", "Chart, role descriptions and owners of controls are structure, reporting lines and authority."}},
    {"CC3.2", {"GV-09", "Finding, weighing and treating risks is one assessment; two would be two registers."}},
    {"CC3.3", {"GV-10", "Fraud is asked about by name in the assessment, and nothing else answers it."}},
    {"CC3.4", {"GV-10", "Significant change is asked about by name, with what triggers its assessment."}},
    {"CC6.5", {"AC-09", "Making content unreadable before protection ends is the whole of the criterion."}},
    {"P1.1", {"PR-01", "A current notice that is shown before or at collection is the criterion itself."}},
    {"P2.1", {"PR-02", "Choices offered and consents recorded are both halves of the criterion."}},
    {"P3.2", {"PR-02", "Explicit consent for sensitive data is asked about by name, with its record."}},
    {"P4.2", {"PR-04", "Carrying out the limits of retention is keeping data only as long as it is needed."}},
    {"P5.1", {"PR-05", "Access on request, identity checked and in a set time, is the criterion itself."}},
    {"P5.2", {"PR-05", "Corrections, and handing them on, are asked for with the same request and its record."}},
    {"P6.1", {"PR-09", "Consent or notice before each disclosure is the criterion; its record is another one."}},
    {"P6.2", {"PR-06", "The log of permitted disclosures is the record that the criterion asks for."}},
    {"P6.6", {"PR-07", "Who is told of a breach and by when is asked about by name, with each notice given."}},
    {"P6.7", {"PR-06", "The account is drawn from the same log, and its being given is asked about by name."}},
    {"P7.1", {"PR-08", "How data is kept correct is asked about by name; the quarter's review shows that it is."}},
    {"PI1.1", {"PI-01", "Definitions and specifications for users are the criterion itself."}},
    {"PI1.2", {"PI-02", "Validation, duplicates and rejects are what complete and accurate input takes."}},
    {"PI1.4", {"PI-04", "Totals, time and recipients of outputs are its three parts."}},
    {"PI1.5", {"PI-05", "Protection of what is stored, and finding it again, are its two parts."}},
    {"BP-01",
     {"S1-03", "Setup is authorized and checked by a second person, which is the objective; conversions are BP-19."}},
    {"BP-02", {"S1-03", "Changes of rules, rates and bank details are authorized and checked in the same step."}},
    {"BP-03", {"S1-04", "Where input comes from is proven by the same acknowledgement as that it arrived."}},
    {"BP-04", {"S1-04", "Totals and sequence numbers show what is missing, wrong or there twice."}},
    {"BP-05", {"S1-05", "Tests on change and recomputation are how calculations are held to agreements."}},
    {"BP-06", {"S1-06", "The calendar of deadlines and cut-offs is the objective."}},
    {"BP-07", {"S1-07", "Working off the queue and its ages is finding, settling and entering again."}},
    {"BP-08", {"S1-08", "Reconciliation and its review by another person are the objective."}},
    {"BP-09", {"S1-09", "Two people to release a payment see amount and payee."}},
    {"BP-10", {"S1-16", "Receipts of the bank held against postings, with times, are the objective."}},
    {"BP-11", {"S1-10", "The check before sending is the objective."}},
    {"BP-12", {"S1-10", "Tie-outs and logs of transfers show that interfaces pass all on; their failures are S1-13."}},
    {"BP-13", {"S1-17", "Computing, filing and paying are asked about together, with the authority's confirmation."}},
    {"BP-14", {"S1-09", "Separate accounts, held against what is owed, are funds kept safe and apart."}},
    {"BP-15", {"S1-18", "Prices, income and corporate actions are asked about by name."}},
    {"BP-16", {"S1-19", "Decisions by the plan's terms, reviewed, are the objective."}},
    {"BP-17", {"S1-20", "Interest, amortization, escrow and fees are recomputed from the contracts."}},
    {"BP-18", {"S1-21", "Rating, billing and recording are held against contracts and usage."}},
    {"BP-20", {"S1-23", "Preparation and review of packages and entries are the objective."}},
    {"BP-21", {"S1-24", "Receipt, moves and shipment are held against orders, with cut-off."}},
    {"BP-22",
     {"S1-25", "Counts by others than those who handle the goods, and cleared differences, are the objective."}},
    {"IT-08", {"S1-13", "Watching jobs and clearing failures is the objective; their consequences are OP-10."}},
    {"IT-14", {"AV-06", "Fire, water, heat and power are asked about by name; it was a question about doors before."}},
};

}  // namespace

TEST_CASE("where a criterion or an objective hangs on one control, it is said why that is enough") {
  std::map<std::string, std::set<std::string>> serving;
  for (const model::Control& control : shipped().controls.controls)
    for (const auto* targets : {&control.criteria, &control.objectives})
      for (const std::string& target : *targets) serving[target].insert(control.id);
  std::map<std::string, std::string> single;
  for (const auto& [target, controls] : serving)
    if (controls.size() == 1) single[target] = *controls.begin();
  for (const auto& [target, control] : single) {
    CAPTURE(target, control);
    REQUIRE(enough.contains(target));
    CHECK(enough.at(target).control == control);
  }
  for (const auto& [target, one] : enough) {
    CAPTURE(target);
    CHECK(single.contains(target));
    CHECK(one.why.ends_with("."));
  }
}
