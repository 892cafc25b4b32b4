// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "socrates/base/diagnostic.hpp"

namespace socrates::render {

/// A log in SARIF 2.1.0 for code scanning, every diagnostic an error. Lines and columns count from 1, columns in code
/// points.
std::string sarif(const std::vector<base::Diagnostic>& diagnostics, std::string_view program_version);

}  // namespace socrates::render
