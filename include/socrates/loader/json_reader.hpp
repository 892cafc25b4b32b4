// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "socrates/base/diagnostic.hpp"
#include "socrates/loader/node.hpp"

namespace socrates::loader {

/// Reads one JSON text (RFC 8259; no comments, no trailing commas, no duplicate keys). The source must outlive the
/// node.
std::optional<Node> read_json(const base::Source& source, base::Diagnostics& problems);

}  // namespace socrates::loader
