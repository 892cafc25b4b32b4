// SPDX-License-Identifier: Apache-2.0
#include "socrates/readiness/catalogue_proof.hpp"

#include <fmt/format.h>

#include <set>
#include <string>
#include <string_view>
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
      findings.push_back(
          {base::Code::unknown_service, "objective " + objective.id,
           fmt::format("'{}' names '{}', which is not an option of '{}'", objective.id, option, question),
           std::nullopt});
}

std::string_view id_of(model::Frequency frequency) {
  return model::Ids<model::Frequency>::all[static_cast<std::size_t>(frequency)];
}

std::string_view id_of(model::Blocks blocks) {
  return model::Ids<model::Blocks>::all[static_cast<std::size_t>(blocks)];
}

/// What an auditor could not work from: a frequency without a sample, evidence of one day only, a control that may
/// stand later than the evidence of its frequency has to begin.
void add_gaps_of_evidence(const model::ControlCatalogue& catalogue, std::vector<engine::Finding>& findings) {
  std::set<model::Frequency> without_note;
  for (const model::Control& control : catalogue.controls) {
    const model::FrequencyNote* const note = frequency_note(catalogue, control.frequency);
    if (note == nullptr && without_note.insert(control.frequency).second)
      findings.push_back(
          {base::Code::no_frequency_note, fmt::format("frequency {}", id_of(control.frequency)),
           fmt::format("controls run '{}', but nothing says what an auditor samples of that", id_of(control.frequency)),
           std::nullopt});
    if (control.evidence_over_period.empty())
      findings.push_back({base::Code::no_period_evidence, fmt::format("control {}", control.id),
                          fmt::format("'{}' does not say what evidence is accepted for a period", control.id),
                          std::nullopt});
    if (note != nullptr && control.blocks != model::Blocks::nothing && control.blocks < note->holds_up)
      findings.push_back(
          {base::Code::weaker_block, fmt::format("control {}", control.id),
           fmt::format("'{}' blocks '{}', but a control that runs '{}' holds up at least '{}'", control.id,
                       id_of(control.blocks), id_of(control.frequency), id_of(note->holds_up)),
           std::nullopt});
  }
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
  add_gaps_of_evidence(catalogue.controls, findings);
  return findings;
}

}  // namespace socrates::readiness
