// SPDX-License-Identifier: Apache-2.0
#include "socrates/builtin/book.hpp"

#include "builtin/archive.hpp"

namespace socrates::builtin {
namespace {

/// What stands before every book, so that no other bytes are taken for one.
constexpr std::string_view book_mark = "socrates book 1";

/// The numbers of the nodes and edges in rows of their own, each as its difference from the one before: most are small,
/// and a row of them is packed to a fraction.
template <class Numbers, class Number>
std::vector<std::uint32_t> differences(const Numbers& numbers, Number number_of) {
  std::vector<std::uint32_t> row;
  row.reserve(numbers.size());
  std::uint32_t before = 0;
  for (const auto& number : numbers) {
    row.push_back(number_of(number) - before);
    before = number_of(number);
  }
  return row;
}

void write(ByteWriter& archive, const engine::CompiledRules& rules) {
  archive(rules.rules, rules.space, rules.roots);
  archive(differences(rules.diagram.nodes, [](const engine::DiagramNode& node) { return node.variable; }));
  archive(differences(rules.diagram.nodes, [](const engine::DiagramNode& node) { return node.first_edge; }));
  archive(differences(rules.diagram.edges, [](engine::Function edge) { return edge; }));
}

std::vector<std::uint32_t> read_row(ByteReader& archive) {
  std::vector<std::uint32_t> row;
  archive(row);
  std::uint32_t before = 0;
  for (std::uint32_t& number : row) before = number += before;
  return row;
}

void read(ByteReader& archive, engine::CompiledRules& rules) {
  archive(rules.rules, rules.space, rules.roots);
  const std::vector<std::uint32_t> variables = read_row(archive);
  const std::vector<std::uint32_t> first_edges = read_row(archive);
  if (variables.size() != first_edges.size()) throw std::logic_error("an archive of rules has half a diagram");
  for (std::size_t i = 0; i < variables.size(); ++i) rules.owned_nodes.push_back({variables[i], first_edges[i]});
  rules.owned_edges = read_row(archive);
  rules.diagram = {rules.owned_nodes, rules.owned_edges, rules.space.arity};
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
