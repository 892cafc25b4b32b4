// SPDX-License-Identifier: Apache-2.0
#include "socrates/builtin/book.hpp"

#include <cstdint>
#include <span>
#include <stdexcept>

#include "builtin/archive.hpp"

namespace socrates::builtin {
namespace {

/// What stands before every book, so that no other bytes are taken for one.
constexpr std::string_view book_mark = "socrates book 1";

/// A number in as few bytes as it needs, seven bits in each; the highest bit says that another one follows.
void put(std::uint64_t number, std::string& bytes) {
  for (; number >= 0x80U; number >>= 7U) bytes += static_cast<char>(number | 0x80U);
  bytes += static_cast<char>(number);
}

std::uint64_t take(std::string_view& bytes) {
  std::uint64_t number = 0;
  for (unsigned shift = 0;; shift += 7) {
    if (bytes.empty() || shift > 56) throw std::logic_error("an archive of rules has a damaged diagram");
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    number |= std::uint64_t{byte & 0x7FU} << shift;
    if (byte < 0x80U) return number;
  }
}

/// A difference as a number that is small where the difference is, in either direction.
std::uint64_t folded(std::uint32_t from, std::uint32_t to) {
  return to >= from ? 2 * std::uint64_t{to - from} : 2 * std::uint64_t{from - to} - 1;
}

std::uint32_t unfolded(std::uint32_t from, std::uint64_t difference) {
  const auto distance = static_cast<std::uint32_t>((difference + 1) / 2);
  return difference % 2 == 0 ? from + distance : from - distance;
}

/// By variable and value: the latest child there. The next one is near it, as nodes are made one after the other.
using Latest = std::vector<std::vector<engine::Function>>;

Latest no_children(std::span<const std::uint8_t> arity) {
  Latest latest;
  for (const std::uint8_t values : arity) latest.emplace_back(values);
  return latest;
}

/// A diagram is most of a book. Its edges lie node by node, so that their places follow from the variables, and a child
/// is written as its distance to the latest one of that variable and value: a sixth of the numbers as they lie, once
/// both are packed.
std::string archived_diagram(const engine::DiagramView& diagram) {
  std::string bytes;
  put(diagram.nodes.size(), bytes);
  std::uint32_t variable = 0;
  std::size_t edge = 0;
  for (const engine::DiagramNode& node : diagram.nodes) {
    if (node.first_edge != edge) throw std::logic_error("the edges of a diagram do not lie node by node");
    put(folded(variable, node.variable), bytes);
    variable = node.variable;
    edge += diagram.arity[variable];
  }
  Latest latest = no_children(diagram.arity);
  for (const engine::DiagramNode& node : diagram.nodes)
    for (std::size_t value = 0; value < diagram.arity[node.variable]; ++value) {
      const engine::Function child = diagram.edges[node.first_edge + value];
      engine::Function& before = latest[node.variable][value];
      put(child < engine::leaf_limit ? child : engine::leaf_limit + folded(before, child), bytes);
      if (child >= engine::leaf_limit) before = child;
    }
  return bytes;
}

void read_diagram(std::string_view bytes, engine::CompiledRules& rules) {
  const std::vector<std::uint8_t>& arity = rules.space.arity;
  const std::uint64_t count = take(bytes);
  if (count > bytes.size()) throw std::logic_error("an archive of rules has half a diagram");
  rules.owned_nodes.reserve(static_cast<std::size_t>(count));
  std::uint32_t variable = 0;
  std::uint32_t edges = 0;
  for (std::uint64_t i = 0; i < count; ++i) {
    variable = unfolded(variable, take(bytes));
    rules.owned_nodes.push_back({variable, edges});
    edges += arity.at(variable);
  }
  rules.owned_edges.reserve(edges);
  Latest latest = no_children(arity);
  for (const engine::DiagramNode& node : rules.owned_nodes)
    for (engine::Function& before : latest[node.variable]) {
      const std::uint64_t number = take(bytes);
      if (number >= engine::leaf_limit) before = unfolded(before, number - engine::leaf_limit);
      rules.owned_edges.push_back(number < engine::leaf_limit ? static_cast<engine::Function>(number) : before);
    }
  rules.diagram = {rules.owned_nodes, rules.owned_edges, rules.space.arity};
}

void write(ByteWriter& archive, const engine::CompiledRules& rules) {
  archive(rules.rules, rules.space, rules.roots, archived_diagram(rules.diagram));
}

void read(ByteReader& archive, engine::CompiledRules& rules) {
  std::string diagram;
  archive(rules.rules, rules.space, rules.roots, diagram);
  read_diagram(diagram, rules);
}

}  // namespace

std::string archived_book(const BookParts& book) {
  ByteWriter archive;
  archive(std::string(book_mark));
  for (const engine::CompiledRules* const rules : {&book.selection, &book.acceptance, &book.readiness})
    write(archive, *rules);
  archive(book.criteria, book.objectives, book.controls, book.checks, book.engagement, book.drafts);
  return archive.bytes();
}

Book read_book(std::string_view archived) {
  ByteReader archive(archived);
  std::uint64_t length = 0;  // looked at first: the length of anything else could be any number
  archive(length);
  std::string mark(length == book_mark.size() ? book_mark.size() : 0, '\0');
  archive.copy(mark.data(), mark.size());
  if (mark != book_mark) throw std::logic_error("this is no archive of rules");
  Book book;
  for (engine::CompiledRules* const rules : {&book.selection, &book.acceptance, &book.readiness}) read(archive, *rules);
  archive(book.criteria, book.objectives, book.controls, book.checks, book.engagement, book.drafts);
  return book;
}

}  // namespace socrates::builtin
