// SPDX-License-Identifier: Apache-2.0
#include "socrates/builtin/rules.hpp"

#include <string_view>
#include <utility>

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

/// Never taken down: that would take as long again as making it, and the program is over by then.
template <class Made>
const Made& kept(Made made) {
  return *new Made(std::move(made));
}

}  // namespace

const engine::CompiledRules& selection_rules() {
  static const engine::CompiledRules& rules = kept(rules_of(selection_tables));
  return rules;
}

const engine::CompiledRules& acceptance_rules() {
  static const engine::CompiledRules& rules = kept(rules_of(acceptance_tables));
  return rules;
}

const engine::CompiledRules& readiness_rules() {
  static const engine::CompiledRules& rules = kept(rules_of(readiness_tables));
  return rules;
}

const model::Criteria& criteria() {
  static const model::Criteria& criteria = kept(catalogue_of<model::Criteria>(criteria_archive));
  return criteria;
}

const model::Engagement& engagement() {
  static const model::Engagement& engagement = kept(catalogue_of<model::Engagement>(engagement_archive));
  return engagement;
}

const model::Objectives& objectives() {
  static const model::Objectives& objectives = kept(catalogue_of<model::Objectives>(objectives_archive));
  return objectives;
}

const model::ControlCatalogue& controls() {
  static const model::ControlCatalogue& controls = kept(catalogue_of<model::ControlCatalogue>(controls_archive));
  return controls;
}

}  // namespace socrates::builtin
