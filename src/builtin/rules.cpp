// SPDX-License-Identifier: Apache-2.0
#include "socrates/builtin/rules.hpp"

#include <string_view>

#include "builtin/archive.hpp"
#include "builtin/tables.hpp"
#include "socrates/builtin/drafts.hpp"

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

/// Made at the first call, and never taken down: that would take as long again, and the program is over by then.
template <const RuleTables& Tables>
const engine::CompiledRules& kept_rules() {
  static const auto& rules = *new engine::CompiledRules(rules_of(Tables));
  return rules;
}

template <class Table, const std::string_view& Archived>
const Table& kept_catalogue() {
  static const auto& table = *new Table(catalogue_of<Table>(Archived));
  return table;
}

}  // namespace

// An archive of rules begins with these.
Edition selection_edition() {
  Edition edition;
  read(selection_tables.archived, edition.id, edition.version, edition.sha256);
  return edition;
}

const engine::CompiledRules& selection_rules() { return kept_rules<selection_tables>(); }

const engine::CompiledRules& acceptance_rules() { return kept_rules<acceptance_tables>(); }

const engine::CompiledRules& readiness_rules() { return kept_rules<readiness_tables>(); }

const model::CheckTable& checks() { return kept_catalogue<model::CheckTable, checks_archive>(); }

const model::Criteria& criteria() { return kept_catalogue<model::Criteria, criteria_archive>(); }

const model::Engagement& engagement() { return kept_catalogue<model::Engagement, engagement_archive>(); }

const model::Objectives& objectives() { return kept_catalogue<model::Objectives, objectives_archive>(); }

const std::vector<model::DraftTemplate>& drafts() {
  return kept_catalogue<std::vector<model::DraftTemplate>, drafts_archive>();
}

const model::ControlCatalogue& controls() { return kept_catalogue<model::ControlCatalogue, controls_archive>(); }

}  // namespace socrates::builtin
