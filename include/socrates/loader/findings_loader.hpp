// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "socrates/base/diagnostic.hpp"
#include "socrates/base/source.hpp"
#include "socrates/model/control.hpp"
#include "socrates/model/findings.hpp"

namespace socrates::loader {

/// Findings of scanners come by the thousand, each with all that is known of its resource.
inline constexpr std::size_t most_bytes_of_findings = std::size_t{256} * 1024 * 1024;

/// Reads findings: OCSF 1.x as Prowler writes it, a list of objects or an object a line (the check is
/// `metadata.event_code`, what came of it `status_code`), or an object with `findings`, a list of
/// `{"check", "status", "scanner", "resource"}`. Adds them to those that are there. False after a report.
bool load_findings(const base::Source& source, model::Findings& findings, base::Diagnostics& problems);

/// Reads the table of checks; each control that it names is one of the catalogue.
std::optional<model::CheckTable> load_checks(const base::Source& file, const model::ControlCatalogue& controls,
                                             base::Diagnostics& problems);

}  // namespace socrates::loader
