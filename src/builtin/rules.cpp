// SPDX-License-Identifier: Apache-2.0
#include "socrates/builtin/rules.hpp"

#include <istream>
#include <streambuf>
#include <string_view>

#include "archive.hpp"
#include "tables.hpp"

namespace socrates::builtin {
namespace {

/// Reads bytes where they lie.
class ViewBuffer : public std::streambuf {
 public:
  explicit ViewBuffer(std::string_view bytes) {
    char* first = const_cast<char*>(bytes.data());  // NOLINT(cppcoreguidelines-pro-type-const-cast): it is only read
    setg(first, first, first + bytes.size());
  }
};

template <class... Values>
void read(std::string_view archived, Values&... values) {
  ViewBuffer buffer(archived);
  std::istream stream(&buffer);
  cereal::BinaryInputArchive archive(stream);
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
