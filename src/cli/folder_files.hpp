// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "socrates/base/diagnostic.hpp"

namespace socrates::cli {

/// The files of a folder whose names end so, in the order of their names; nothing where the folder cannot be listed.
std::optional<std::vector<std::string>> files_ending(std::string_view ending, const std::string& folder,
                                                     base::Diagnostics& problems);

}  // namespace socrates::cli
