// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "socrates/base/diagnostic.hpp"
#include "socrates/loader/node.hpp"

namespace socrates::loader {

/// Reads one strict YAML document (docs/rules-format.md says what strict means). The source must outlive the node.
/// Puts every problem that it can find in one run into `problems`; none when it returns nothing but found problems.
std::optional<Node> read_yaml(const base::Source& source, base::Diagnostics& problems);

}  // namespace socrates::loader
