// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/rules_folder.hpp"
#include "socrates/base/diagnostic.hpp"
#include "socrates/model/control_answer.hpp"
#include "socrates/render/readiness.hpp"

namespace socrates::cli {

inline constexpr Argument findings_option{
    "--findings", "FILE",
    "A scanner's findings, as OCSF or JSON; a failed check contradicts an answer; can be repeated", Times::any};

/// Holds the findings of the files against the answers, which then are those that count. False after a report; without
/// files nothing happens.
bool take_findings(const std::vector<std::string>& files, const Rules& rules, const std::string& folder,
                   model::ControlAnswers& controls, std::optional<render::FindingsReport>& report,
                   base::Diagnostics& problems);

/// Which answers they contradict; empty where none.
std::string note_on_findings(const std::optional<render::FindingsReport>& report,
                             const model::ControlCatalogue& catalogue);

}  // namespace socrates::cli
