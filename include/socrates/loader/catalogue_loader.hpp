// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "socrates/base/diagnostic.hpp"
#include "socrates/base/source.hpp"
#include "socrates/model/control.hpp"
#include "socrates/model/criteria.hpp"
#include "socrates/model/objective.hpp"

namespace socrates::loader {

/// The most controls of a catalogue.
inline constexpr std::size_t most_controls = 500;

/// Reads the table of control objectives.
std::optional<model::Objectives> load_objectives(const base::Source& file, base::Diagnostics& problems);

/// Reads a catalogue of controls from its files, in whatever order they come. Every id that a control names is one of
/// the tables or of the catalogue, and no control waits for itself; else that is reported, all problems in one run.
std::optional<model::ControlCatalogue> load_controls(const std::vector<base::Source>& files,
                                                     const model::Criteria& criteria,
                                                     const model::Objectives& objectives, base::Diagnostics& problems);

}  // namespace socrates::loader
