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

}  // namespace

engine::CompiledRules rules() {
  ViewBuffer buffer(archived_rules);
  std::istream stream(&buffer);
  cereal::BinaryInputArchive archive(stream);
  engine::CompiledRules compiled;
  archive(compiled.rules, compiled.space, compiled.roots);
  compiled.diagram = {diagram_nodes, diagram_edges, compiled.space.arity};
  return compiled;
}

model::Criteria criteria() {
  ViewBuffer buffer(archived_criteria);
  std::istream stream(&buffer);
  cereal::BinaryInputArchive archive(stream);
  model::Criteria criteria;
  archive(criteria);
  return criteria;
}

}  // namespace socrates::builtin
