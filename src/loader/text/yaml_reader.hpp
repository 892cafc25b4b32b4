// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "socrates/base/diagnostic.hpp"
#include "socrates/loader/node.hpp"

namespace socrates::loader {

/// Reads one strict YAML document (docs/rules-format.md says what strict means). The source must outlive the node.
/// A repeated key is reported, and the rest is read on with its first value, so that further problems show in the same
/// run; any other problem leaves no node.
std::optional<Node> read_yaml(const base::Source& source, base::Diagnostics& problems);

}  // namespace socrates::loader
