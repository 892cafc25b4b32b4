// SPDX-License-Identifier: Apache-2.0
#include "socrates/readiness/contradictions.hpp"

#include <map>
#include <string_view>

namespace socrates::readiness {
namespace {

using model::ControlStatus;

bool speaks_of(const model::CheckResult& result, const model::Check& check) {
  return result.check == check.id && (result.scanner.empty() || result.scanner == check.scanner);
}

/// Of what is partly in place, designed, missing or not known, a failure says nothing that the answer denies.
bool contradicts(ControlStatus answered) {
  return answered == ControlStatus::in_place || answered == ControlStatus::not_applicable;
}

using Failures = std::map<std::size_t, std::map<std::size_t, std::vector<std::size_t>>>;  // by control and check

/// Those of controls that fail, in their order.
std::vector<FailuresOnControl> on_controls(const Failures& failures, const model::ControlAnswers& answers) {
  std::vector<FailuresOnControl> all;
  for (const auto& [control, by_check] : failures) {
    const ControlStatus answered = control < answers.size() ? answers[control].status : ControlStatus::unknown;
    FailuresOnControl on{control, answered, contradicts(answered), {}};
    for (const auto& [check, results] : by_check)
      for (const std::size_t found : results) on.checks.push_back({check, found});
    all.push_back(std::move(on));
  }
  return all;
}

}  // namespace

Confrontation confront(const model::Findings& findings, const model::CheckTable& checks,
                       const model::ControlCatalogue& catalogue, const model::ControlAnswers& answers) {
  std::multimap<std::string_view, std::size_t> by_id;
  for (std::size_t i = 0; i < checks.checks.size(); ++i) by_id.emplace(checks.checks[i].id, i);
  Confrontation result;
  Failures failures;
  for (std::size_t f = 0; f < findings.size(); ++f) {
    bool is_known = false;
    const auto [first, last] = by_id.equal_range(findings[f].check);
    for (auto check = first; check != last; ++check) {
      if (!speaks_of(findings[f], checks.checks[check->second])) continue;
      is_known = true;
      for (const std::string& control : checks.checks[check->second].controls)
        if (const auto index = findings[f].failed > 0 ? model::find_control(catalogue, control) : std::nullopt)
          failures[*index][check->second].push_back(f);
    }
    if (!is_known) result.unknown.push_back(f);
    if (is_known && findings[f].muted > 0) result.muted.push_back(f);
  }
  result.controls = on_controls(failures, answers);
  return result;
}

model::ControlAnswers counted(model::ControlAnswers answers, const Confrontation& confrontation) {
  for (const FailuresOnControl& on : confrontation.controls)
    if (on.contradict) answers[on.control] = {};
  return answers;
}

}  // namespace socrates::readiness
