// SPDX-License-Identifier: Apache-2.0
#include "socrates/builtin/rules.hpp"

#include <string_view>

#include "archive.hpp"
#include "tables.hpp"

namespace socrates::builtin {
namespace {

template <class... Values>
void read(std::string_view archived, Values&... values) {
  ByteReader archive(archived);
  archive(values...);
}

engine::CompiledRules rules_of(const RuleTables& tables) {
  engine::CompiledRules compiled;
  read(tables.archived, compiled.rules, compiled.space, compiled.roots);
  compiled.diagram = {tables.nodes, tables.edges, compiled.space.arity};
  return compiled;
}

template <class Table>
Table catalogue_of(std::string_view archived) {
  Table table;
  read(archived, table);
  return table;
}

}  // namespace

engine::CompiledRules selection_rules() { return rules_of(selection_tables); }

engine::CompiledRules acceptance_rules() { return rules_of(acceptance_tables); }

engine::CompiledRules readiness_rules() { return rules_of(readiness_tables); }

model::Criteria criteria() { return catalogue_of<model::Criteria>(criteria_archive); }

model::Engagement engagement() { return catalogue_of<model::Engagement>(engagement_archive); }

model::Objectives objectives() { return catalogue_of<model::Objectives>(objectives_archive); }

model::ControlCatalogue controls() { return catalogue_of<model::ControlCatalogue>(controls_archive); }

}  // namespace socrates::builtin
