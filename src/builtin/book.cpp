// SPDX-License-Identifier: Apache-2.0
#include "socrates/builtin/book.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "builtin/archive.hpp"

namespace socrates::builtin {
namespace {

/// What stands before every book, so that no other bytes are taken for one.
constexpr std::string_view book_mark = "socrates book 3";

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

template <class Value>
std::string bytes_of(const Value& value) {
  ByteWriter archive;
  archive(value);
  return archive.bytes();
}

std::string bytes_of(const engine::CompiledRules& rules) {
  ByteWriter archive;
  archive(rules.rules, rules.space, rules.roots, archived_diagram(rules.diagram));
  return archive.bytes();
}

template <class Value>
void read(ByteReader& archive, Value& value) {
  archive(value);
}

void read(ByteReader& archive, engine::CompiledRules& rules) {
  archive(rules.rules, rules.space, rules.roots);
  std::uint64_t size = 0;
  archive(size);
  read_diagram(archive.take(static_cast<std::size_t>(size)), rules);
}

/// A part of a book where it lies, read when it is first asked for.
template <class Value>
class Part {
 public:
  void lie(std::string_view bytes) { bytes_ = bytes; }

  const Value& get() {
    if (!value_) {
      ByteReader archive(bytes_);
      read(archive, value_.emplace());
    }
    return *value_;
  }

 private:
  std::string_view bytes_;
  std::optional<Value> value_;
};

}  // namespace

struct Book::Parts {
  std::string archived;
  Part<engine::CompiledRules> selection;
  Part<engine::CompiledRules> acceptance;
  Part<engine::CompiledRules> readiness;
  Part<model::Criteria> criteria;
  Part<model::Objectives> objectives;
  Part<model::ControlCatalogue> controls;
  Part<model::CheckTable> checks;
  Part<model::Engagement> engagement;
  Part<std::vector<model::DraftTemplate>> drafts;
};

std::string archived_book(const BookParts& book) {
  ByteWriter archive;
  archive(std::string(book_mark), bytes_of(book.selection), bytes_of(book.acceptance), bytes_of(book.readiness),
          bytes_of(book.criteria), bytes_of(book.objectives), bytes_of(book.controls), bytes_of(book.checks),
          bytes_of(book.engagement), bytes_of(book.drafts));
  return archive.bytes();
}

Book::Book(std::string archived) : parts_(std::make_unique<Parts>()) {
  Parts& parts = *parts_;
  parts.archived = std::move(archived);
  ByteReader archive(parts.archived);
  const auto next = [&] {
    std::uint64_t size = 0;
    archive(size);
    return archive.take(static_cast<std::size_t>(size));
  };
  if (next() != book_mark) throw std::logic_error("this is no archive of rules");
  const auto lie = [&](auto&... part) { (part.lie(next()), ...); };
  lie(parts.selection, parts.acceptance, parts.readiness, parts.criteria, parts.objectives, parts.controls,
      parts.checks, parts.engagement, parts.drafts);
}

Book::~Book() = default;

const engine::CompiledRules& Book::selection() { return parts_->selection.get(); }
const engine::CompiledRules& Book::acceptance() { return parts_->acceptance.get(); }
const engine::CompiledRules& Book::readiness() { return parts_->readiness.get(); }
const model::Criteria& Book::criteria() { return parts_->criteria.get(); }
const model::Objectives& Book::objectives() { return parts_->objectives.get(); }
const model::ControlCatalogue& Book::controls() { return parts_->controls.get(); }
const model::CheckTable& Book::checks() { return parts_->checks.get(); }
const model::Engagement& Book::engagement() { return parts_->engagement.get(); }
const std::vector<model::DraftTemplate>& Book::drafts() { return parts_->drafts.get(); }

}  // namespace socrates::builtin
