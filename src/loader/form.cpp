// SPDX-License-Identifier: Apache-2.0
#include "loader/form.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "socrates/base/suggest.hpp"

namespace socrates::loader {

void FormReader::wrong(std::string_view expected, const Entry& entry, std::string hint) const {
  report(codes.wrong_value, entry, fmt::format("expected {}, found {}", expected, describe(*entry.node)), problems,
         std::move(hint));
}

void FormReader::repeated(std::string_view word, const Entry& entry) const {
  report(codes.repeated, entry, fmt::format("'{}' is given twice", shortened(word)), problems);
}

void FormReader::missing(std::string_view key, const Entry& object, std::string hint) const {
  report_key(codes.missing_key, object, fmt::format("the key '{}' is missing", key), problems, std::move(hint));
}

void FormReader::unknown(const Entry& member, const std::vector<std::string>& known) const {
  report_key(codes.unknown_key, member, fmt::format("unknown key '{}'", shortened(member.key)), problems,
             base::suggestion(member.key, known));
}

AnyField::Found AnyField::find_in(const Entry& object, const FormReader& reader) const {
  Found found{find(object, name)};
  if (!found.value) {
    found.is_missing = presence == Presence::mandatory;
    if (found.is_missing) reader.missing(name, object, std::string(hint));
  } else if (found.value->node->kind == Node::Kind::null) {
    found.is_telling_null = presence == Presence::null_tells;
    if (found.is_telling_null || presence == Presence::or_null) found.value.reset();
  }
  return found;
}

model::Shape::Key AnyField::key(model::Shape shape) const {
  return {std::string(name), presence, std::string(says), std::move(shape)};
}

bool AnyForm::expect_object(const Entry& entry, const FormReader& reader) const {
  if (entry.node->kind == Node::Kind::mapping) return true;
  reader.wrong(what, entry);
  return false;
}

bool AnyForm::expect_one_of(const Entry& entry, const FormReader& reader) const {
  if (one.empty() || find(entry, one) || find(entry, other) || (!third.empty() && find(entry, third))) return true;
  report_key(reader.codes.missing_key, entry, fmt::format("both '{}' and '{}' are missing", one, other),
             reader.problems, std::string(one_of_hint));
  return false;
}

void AnyForm::expect_known(const Entry& entry, std::initializer_list<std::string_view> known,
                           const FormReader& reader) const {
  if (is_open) return;
  for (const Node::Member& member : entry.node->members)
    if (std::find(known.begin(), known.end(), member.key) == known.end())
      reader.unknown(member_entry(entry, member), {known.begin(), known.end()});
}

model::Shape AnyForm::shape(std::vector<model::Shape::Key> keys) const {
  model::Shape shape;
  shape.kind = model::Shape::Kind::object;
  shape.name = name;
  shape.is_open = is_open;
  shape.keys = std::move(keys);
  if (!one.empty()) shape.one_of_keys = {std::string(one), std::string(other)};
  if (!third.empty()) shape.one_of_keys.emplace_back(third);
  return shape;
}

}  // namespace socrates::loader
