// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "socrates/engine/compiled_rules.hpp"

namespace socrates::tests {

/// Says what keeps the diagram from being reduced, shared and ordered; empty where nothing does.
std::string defects(const engine::DiagramView& diagram);

/// How many nodes the roots reach.
std::size_t count_reached(const engine::CompiledRules& compiled);

/// The leaf to which the values of the variables lead.
engine::Function leaf_of(const engine::DiagramView& diagram, engine::Function f,
                         const std::vector<std::size_t>& values);

}  // namespace socrates::tests
