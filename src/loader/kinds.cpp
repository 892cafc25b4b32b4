// SPDX-License-Identifier: Apache-2.0
#include "kinds.hpp"

namespace socrates::loader {
namespace {

model::Shape shape_of(model::Shape::Kind kind) {
  model::Shape shape;
  shape.kind = kind;
  return shape;
}

}  // namespace

std::optional<std::string> TextKind::read(const Part& part, Reader& reader) const {
  const Node::Kind kind = part.node->kind;
  if (kind == Node::Kind::string && !part.node->text.empty()) return part.node->text;
  const bool needs_quotes =
      kind == Node::Kind::boolean || kind == Node::Kind::integer || kind == Node::Kind::other_number;
  reader.wrong("a text", part, needs_quotes ? "put the text in quotes" : "");
  return std::nullopt;
}
model::Shape TextKind::shape() const { return shape_of(model::Shape::Kind::text); }

std::optional<bool> BooleanKind::read(const Part& part, Reader& reader) const {
  if (part.node->kind == Node::Kind::boolean) return part.node->boolean;
  const std::string& word = part.node->text;
  const bool means_yes = word == "yes" || word == "on" || word == "Yes" || word == "True";
  const bool means_no = word == "no" || word == "off" || word == "No" || word == "False";
  reader.wrong("true or false", part, means_yes ? "write true" : means_no ? "write false" : "");
  return std::nullopt;
}
model::Shape BooleanKind::shape() const { return shape_of(model::Shape::Kind::boolean); }

std::optional<base::Date> DateKind::read(const Part& part, Reader& reader) const {
  if (part.node->kind != Node::Kind::string) {
    reader.wrong("a date", part);
    return std::nullopt;
  }
  const auto found = base::parse_date(part.node->text);
  if (!found)
    report(base::Code::invalid_date, part, fmt::format("'{}' is not a date", shortened(part.node->text)),
           reader.problems, "dates are written as YYYY-MM-DD");
  return found;
}
model::Shape DateKind::shape() const { return shape_of(model::Shape::Kind::date); }

std::optional<int> NumberKind::read(const Part& part, Reader& reader) const {
  if (part.node->kind == Node::Kind::integer && part.node->integer >= from && part.node->integer <= to)
    return static_cast<int>(part.node->integer);
  reader.wrong(fmt::format("a whole number from {} to {}", from, to), part);
  return std::nullopt;
}
model::Shape NumberKind::shape() const {
  model::Shape shape = shape_of(model::Shape::Kind::whole_number);
  shape.from = from;
  shape.to = to;
  return shape;
}

}  // namespace socrates::loader
