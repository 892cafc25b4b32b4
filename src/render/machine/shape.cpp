// SPDX-License-Identifier: Apache-2.0
#include "socrates/render/shape.hpp"

#include <fmt/format.h>

#include <vector>

#include "render/machine/date_pattern.hpp"
#include "render/machine/json_form.hpp"
#include "render/machine/shape_words.hpp"
#include "render/markdown.hpp"

namespace socrates::render {
namespace {

using InputShape = model::Shape;
using ShapeKind = InputShape::Kind;
using KeyPresence = InputShape::Key::Presence;

bool may_be_null(KeyPresence presence) {
  return presence == KeyPresence::or_null || presence == KeyPresence::null_tells;
}

class SchemaWriter {
 public:
  /// What may stand there; an object with a name is written among the definitions, and referred to.
  Json form(const InputShape& shape) {
    switch (shape.kind) {
      case ShapeKind::text: {
        Json text = {{"type", "string"}, {"minLength", 1}};
        if (shape.to > 0) text["maxLength"] = shape.to;
        if (!shape.pattern.empty()) text["pattern"] = shape.pattern;
        return text;
      }
      case ShapeKind::text_or_number:
        return {{"type", {"string", "number"}}};
      case ShapeKind::boolean:
        return {{"type", "boolean"}};
      case ShapeKind::whole_number:
        return with_range({{"type", "integer"}}, shape);
      case ShapeKind::number:
        return with_range({{"type", "number"}}, shape);
      case ShapeKind::date:
        return {{"type", "string"}, {"format", "date"}, {"pattern", date_pattern}};
      case ShapeKind::word: {
        Json words = shape.words;
        for (const std::string_view spelling : shape.also) words.push_back(spelling);
        return {{"enum", std::move(words)}};
      }
      case ShapeKind::list: {
        Json list = {{"type", "array"}, {"items", form(shape.of.front())}};
        if (shape.from > 0) list["minItems"] = shape.from;
        if (shape.to > 0) list["maxItems"] = shape.to;
        if (!shape.may_repeat) list["uniqueItems"] = true;
        return list;
      }
      case ShapeKind::map: {
        Json map = {{"type", "object"}};
        if (!shape.pattern.empty()) map["propertyNames"] = {{"pattern", shape.pattern}};
        if (!shape.of.empty()) map["additionalProperties"] = form(shape.of.front());
        return map;
      }
      case ShapeKind::object:
        if (shape.name.empty()) return object_form(shape);
        if (!definitions_.contains(shape.name)) {
          definitions_[shape.name] = nullptr;  // keeps its place before those that it holds
          definitions_[shape.name] = object_form(shape);
        }
        return {{"$ref", "#/$defs/" + shape.name}};
      case ShapeKind::anything:
        break;
    }
    return Json::object();
  }

  /// The objects with a name, by their names.
  [[nodiscard]] const Json& definitions() const { return definitions_; }

 private:
  static Json with_range(Json number, const InputShape& shape) {
    if (shape.from != 0 || shape.to != 0) {
      number["minimum"] = shape.from;
      number["maximum"] = shape.to;
    }
    return number;
  }

  Json object_form(const InputShape& shape) {
    Json properties = Json::object();
    Json mandatory = Json::array();
    for (const InputShape::Key& key : shape.keys) {
      Json property = {{"description", key.says}};
      Json value = form(key.shape);
      if (may_be_null(key.presence)) value = {{"anyOf", Json::array({std::move(value), {{"type", "null"}}})}};
      property.update(value);
      properties[key.name] = std::move(property);
      if (key.presence == KeyPresence::mandatory) mandatory.push_back(key.name);
    }
    Json object = {{"type", "object"}, {"properties", std::move(properties)}};
    if (!shape.is_open) object["additionalProperties"] = false;
    if (!mandatory.empty()) object["required"] = std::move(mandatory);
    for (const std::string& key : shape.one_of_keys) object["anyOf"].push_back({{"required", Json::array({key})}});
    return object;
  }

  Json definitions_ = Json::object();
};

std::string presence_words(KeyPresence presence) {
  switch (presence) {
    case KeyPresence::mandatory:
      return "yes";
    case KeyPresence::optional:
      return "no";
    case KeyPresence::or_null:
      return "no; `null` is the same";
    case KeyPresence::null_tells:
      break;
  }
  return "no; `null` means unknown";
}

/// The objects within the shape, each with its name and before those that it holds; each named one once.
void add_objects(const std::string& name, const InputShape& shape,
                 std::vector<std::pair<std::string, const InputShape*>>& objects) {
  if (shape.kind == ShapeKind::object) {
    for (const auto& [known, object] : objects)
      if (!shape.name.empty() && object->name == shape.name) return;
    objects.emplace_back(name, &shape);
    for (const InputShape::Key& key : shape.keys) add_objects(key.name, key.shape, objects);
  }
  for (const InputShape& item : shape.of) add_objects(name, item, objects);
}

}  // namespace

std::string plain_words(const InputShape& shape) {
  switch (shape.kind) {
    case ShapeKind::text:
      return "text";
    case ShapeKind::text_or_number:
      return "text or number";
    case ShapeKind::boolean:
      return "`true` or `false`";
    case ShapeKind::whole_number:
      return shape.to > 0 ? fmt::format("whole number, {} to {}", shape.from, shape.to) : "whole number";
    case ShapeKind::number:
      return "number";
    case ShapeKind::date:
      return "date";
    case ShapeKind::word:
      return code_spans({shape.words.begin(), shape.words.end()});
    case ShapeKind::list:
      return "list of " + (shape.of.front().kind == ShapeKind::text ? "texts" : plain_words(shape.of.front()));
    case ShapeKind::map:
      return shape.of.empty() ? "object" : "object of " + plain_words(shape.of.front());
    case ShapeKind::object:
      return shape.name.empty() ? "object" : code_span(shape.name);
    case ShapeKind::anything:
      break;
  }
  return "anything";
}

std::string shape_schema(std::string_view kind, std::string_view title, const InputShape& shape, Holds holds) {
  SchemaWriter writer;
  Json schema = {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                 {"$id", fmt::format("urn:socrates:schema:{}:1", kind)},
                 {"title", title}};
  Json form = writer.form(shape);
  if (holds == Holds::one_or_a_list)
    form = {{"type", {"object", "array"}},
            {"oneOf", Json::array({form, {{"type", "array"}, {"items", form}, {"minItems", 1}}})}};
  schema.update(form);
  if (!writer.definitions().empty()) schema["$defs"] = writer.definitions();
  return written(schema, Layout::indented);
}

std::string shape_tables(std::string_view kind, std::string_view title, const InputShape& shape) {
  std::vector<std::pair<std::string, const InputShape*>> objects;
  add_objects(fmt::format("{} file", kind), shape, objects);
  std::string text = fmt::format("## {}\n", markdown_line(title));
  for (const auto& [key_name, object] : objects) {
    text += fmt::format("\n### {}\n\n| key | value | required | meaning |\n| --- | --- | --- | --- |\n",
                        code_span(object->name.empty() ? key_name : object->name));
    for (const InputShape::Key& key : object->keys)
      text += fmt::format("| {} | {} | {} | {} |\n", code_span(key.name), plain_words(key.shape),
                          presence_words(key.presence), markdown_line(key.says));
  }
  return text;
}

}  // namespace socrates::render
