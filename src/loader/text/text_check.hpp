// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "socrates/base/diagnostic.hpp"

namespace socrates::loader {

/// What a text is written in: people review YAML by eye, so that it may hold less than JSON; spreadsheet programs begin
/// a sheet with a byte-order mark.
enum class Notation { json, yaml, sheet };

/// Checks the bytes before any library sees them: size, UTF-8, byte-order mark, control characters (in YAML also lone
/// carriage returns, characters that turn the direction of writing, and long lines). Reports the first problem only.
bool check_text(const base::Source& source, Notation notation, base::Diagnostics& problems);

/// Whether a JSON text may hold the character, in or outside a string: controls and byte-order marks may not stand
/// there.
bool may_stand_in_json(char32_t point);

}  // namespace socrates::loader
