// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "socrates/base/diagnostic.hpp"

namespace socrates::cli {

/// Whether answers can be saved there, as far as can be told beforehand: a regular file that may be written, or none
/// yet, in a folder that may be written.
bool can_save(const std::string& path, base::Diagnostics& problems);

/// Saves in one step: whoever reads the file finds the old text or the new one, and once this has returned true the new
/// one survives the end of the program and of the machine. A symbolic link stays one; its target is replaced.
bool save(const std::string& path, std::string_view text, base::Diagnostics& problems);

}  // namespace socrates::cli
