// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

#include "socrates/engine/diagram.hpp"

namespace socrates::builtin {

/// What compile_rules writes into builtin_tables.cpp.
extern const std::string_view archived_rules;
extern const std::string_view archived_criteria;
extern const std::span<const engine::DiagramNode> diagram_nodes;
extern const std::span<const engine::Function> diagram_edges;

}  // namespace socrates::builtin
