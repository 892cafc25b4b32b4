// SPDX-License-Identifier: Apache-2.0
#include "cli/findings.hpp"

#include <fmt/format.h>

#include <utility>

#include "cli/files.hpp"
#include "socrates/base/words.hpp"
#include "socrates/loader/findings_loader.hpp"
#include "socrates/readiness/contradictions.hpp"

namespace socrates::cli {

bool take_findings(const std::vector<std::string>& files, const Rules& rules, const std::string& folder,
                   model::ControlAnswers& controls, std::optional<render::FindingsReport>& report,
                   base::Diagnostics& problems) {
  if (files.empty()) return true;
  const std::size_t before = problems.count();
  auto checks = read_checks(folder, rules.controls(), problems);
  model::Findings findings;
  for (const std::string& file : files)
    if (const auto source = read_source(file, problems, loader::most_bytes_of_findings))
      loader::load_findings(*source, findings, problems);
  if (!checks || problems.count() != before) return false;
  readiness::Confrontation confrontation = readiness::confront(findings, *checks, rules.controls(), controls);
  controls = readiness::counted(std::move(controls), confrontation);
  report = render::FindingsReport{*std::move(checks), std::move(findings), std::move(confrontation)};
  return true;
}

std::string note_on_findings(const std::optional<render::FindingsReport>& report,
                             const model::ControlCatalogue& catalogue) {
  std::vector<std::string> ids;
  if (report)
    for (const readiness::FailuresOnControl& on : report->confrontation.controls)
      if (on.contradict) ids.push_back(catalogue.controls[on.control].id);
  if (ids.empty()) return {};
  return fmt::format("findings contradict what is answered about {}, which counts as not known",
                     base::listed(ids, "and"));
}

}  // namespace socrates::cli
