// SPDX-License-Identifier: Apache-2.0
#include "socrates/readiness/catalogue_proof.hpp"

#include <fmt/format.h>

#include <set>
#include <string>
#include <utility>

#include "socrates/base/codes.hpp"

namespace socrates::readiness {
namespace {

void add_unknown_services(const model::Objective& objective, const std::vector<std::string>& options,
                          std::string_view question, const model::RuleSet& selection,
                          std::vector<engine::Finding>& findings) {
  const auto index = model::find_question(selection, question);
  if (!index) return;  // other rules may ask for nothing of the kind; every objective is in scope then
  for (const std::string& option : options)
    if (!model::find_option(selection.questions[*index], option))
      findings.push_back({base::Code::unknown_service, "objective " + objective.id,
                          fmt::format("'{}' names '{}', which is no option of '{}'", objective.id, option, question),
                          std::nullopt});
}

}  // namespace

std::vector<engine::Finding> catalogue_findings(const Catalogue& catalogue, const model::RuleSet& selection) {
  std::set<std::string> reached;
  for (const model::Control& control : catalogue.controls.controls) {
    reached.insert(control.criteria.begin(), control.criteria.end());
    reached.insert(control.objectives.begin(), control.objectives.end());
  }
  std::vector<engine::Finding> findings;
  const auto check = [&](const std::string& what, const std::string& id) {
    if (reached.count(id) == 0)
      findings.push_back({base::Code::uncovered, fmt::format("{} {}", what, id),
                          fmt::format("no control reaches the {} {}", what, id), std::nullopt});
  };
  for (const model::Category& category : catalogue.criteria)
    for (const model::Named& criterion : category.criteria) check("criterion", criterion.id);
  for (const model::Objective& objective : catalogue.objectives) {
    check("objective", objective.id);
    for (const auto* list : {&objective.activities, &objective.not_for})
      add_unknown_services(objective, *list, "financial_activities", selection, findings);
    add_unknown_services(objective, objective.offerings, "offering", selection, findings);
  }
  return findings;
}

}  // namespace socrates::readiness
