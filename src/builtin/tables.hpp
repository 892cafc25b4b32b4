// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

#include "socrates/engine/diagram.hpp"

namespace socrates::builtin {

/// A rule set as compile_rules writes it: what archive.hpp archives, and the diagram as tables.
struct RuleTables {
  std::string_view archived;
  std::span<const engine::DiagramNode> nodes;
  std::span<const engine::Function> edges;
};

// Each of these stands in a source of its own, written while the program is built.
extern const RuleTables selection_tables;
extern const RuleTables acceptance_tables;
extern const RuleTables readiness_tables;
extern const std::string_view checks_archive;
extern const std::string_view criteria_archive;
extern const std::string_view engagement_archive;
extern const std::string_view objectives_archive;
extern const std::string_view controls_archive;
extern const std::string_view drafts_archive;

}  // namespace socrates::builtin
