// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "socrates/base/diagnostic.hpp"
#include "socrates/render/layout.hpp"

namespace socrates::render {

/// `file:line:column: error: message [S102]`, then the line of the source with a caret below the place, then the hint;
/// a hint that asks `did you mean ...?` ends the message instead.
std::string diagnostic_text(const base::Diagnostic& diagnostic, Color color = Color::off);

/// All that was kept, and how many there are in all where that is more.
std::string diagnostics_text(const base::Diagnostics& diagnostics, Color color = Color::off);

/// Annotations that GitHub shows at the line.
std::string diagnostics_github(const base::Diagnostics& diagnostics);

/// The document `socrates.errors/1` in one line.
std::string diagnostics_json(const base::Diagnostics& diagnostics);

}  // namespace socrates::render
