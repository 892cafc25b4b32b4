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

}  // namespace

engine::CompiledRules selection_rules() { return rules_of(selection_tables); }

engine::CompiledRules acceptance_rules() { return rules_of(acceptance_tables); }

model::Criteria criteria() {
  model::Criteria criteria;
  read(criteria_archive, criteria);
  return criteria;
}

}  // namespace socrates::builtin
