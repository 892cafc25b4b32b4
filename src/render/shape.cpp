// SPDX-License-Identifier: Apache-2.0
#include "socrates/render/shape.hpp"

#include <fmt/format.h>

#include <vector>

#include "date_pattern.hpp"
#include "json_form.hpp"
#include "markdown.hpp"

namespace socrates::render {
namespace {

using model::Shape;
using Kind = Shape::Kind;
using Presence = Shape::Key::Presence;

bool may_be_null(Presence presence) { return presence == Presence::or_null || presence == Presence::null_tells; }

class SchemaWriter {
 public:
  /// What may stand there; an object with a name is written among the definitions, and referred to.
  Json form(const Shape& shape) {
    switch (shape.kind) {
      case Kind::text: {
        Json text = {{"type", "string"}, {"minLength", 1}};
        if (shape.to > 0) text["maxLength"] = shape.to;
        if (!shape.pattern.empty()) text["pattern"] = shape.pattern;
        return text;
      }
      case Kind::text_or_number:
        return {{"type", {"string", "number"}}};
      case Kind::boolean:
        return {{"type", "boolean"}};
      case Kind::whole_number:
        return with_range({{"type", "integer"}}, shape);
      case Kind::number:
        return with_range({{"type", "number"}}, shape);
      case Kind::date:
        return {{"type", "string"}, {"format", "date"}, {"pattern", date_pattern}};
      case Kind::word:
        return {{"enum", shape.words}};
      case Kind::list: {
        Json list = {{"type", "array"}, {"items", form(shape.of.front())}};
        if (shape.from > 0) list["minItems"] = shape.from;
        if (shape.to > 0) list["maxItems"] = shape.to;
        if (!shape.may_repeat) list["uniqueItems"] = true;
        return list;
      }
      case Kind::map: {
        Json map = {{"type", "object"}};
        if (!shape.pattern.empty()) map["propertyNames"] = {{"pattern", shape.pattern}};
        if (!shape.of.empty()) map["additionalProperties"] = form(shape.of.front());
        return map;
      }
      case Kind::object:
        if (shape.name.empty()) return object_form(shape);
        if (!definitions_.contains(shape.name)) {
          definitions_[shape.name] = nullptr;  // keeps its place before those that it holds
          definitions_[shape.name] = object_form(shape);
        }
        return {{"$ref", "#/$defs/" + shape.name}};
      case Kind::anything:
        break;
    }
    return Json::object();
  }

  Json definitions_ = Json::object();

 private:
  static Json with_range(Json number, const Shape& shape) {
    if (shape.from != 0 || shape.to != 0) {
      number["minimum"] = shape.from;
      number["maximum"] = shape.to;
    }
    return number;
  }

  Json object_form(const Shape& shape) {
    Json properties = Json::object();
    Json mandatory = Json::array();
    for (const Shape::Key& key : shape.keys) {
      Json property = {{"description", key.says}};
      Json value = form(key.shape);
      if (may_be_null(key.presence)) value = {{"anyOf", Json::array({std::move(value), {{"type", "null"}}})}};
      property.update(value);
      properties[key.name] = std::move(property);
      if (key.presence == Presence::mandatory) mandatory.push_back(key.name);
    }
    Json object = {{"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
    if (!mandatory.empty()) object["required"] = std::move(mandatory);
    for (const std::string& key : shape.one_of_keys) object["anyOf"].push_back({{"required", Json::array({key})}});
    return object;
  }
};

std::string plain_words(const Shape& shape) {
  switch (shape.kind) {
    case Kind::text:
      return "text";
    case Kind::text_or_number:
      return "text or number";
    case Kind::boolean:
      return "`true` or `false`";
    case Kind::whole_number:
      return shape.to > 0 ? fmt::format("whole number, {} to {}", shape.from, shape.to) : "whole number";
    case Kind::number:
      return "number";
    case Kind::date:
      return "date";
    case Kind::word:
      return code_spans({shape.words.begin(), shape.words.end()});
    case Kind::list:
      return "list of " + (shape.of.front().kind == Kind::text ? "texts" : plain_words(shape.of.front()));
    case Kind::map:
      return shape.of.empty() ? "object" : "object of " + plain_words(shape.of.front());
    case Kind::object:
      return shape.name.empty() ? "object" : code_span(shape.name);
    case Kind::anything:
      break;
  }
  return "anything";
}

std::string presence_words(Presence presence) {
  switch (presence) {
    case Presence::mandatory:
      return "yes";
    case Presence::optional:
      return "no";
    case Presence::or_null:
      return "no; `null` is the same";
    case Presence::null_tells:
      break;
  }
  return "no; `null` is \"not known\"";
}

/// The objects within the shape, each with its name and before those that it holds; each named one once.
void add_objects(const std::string& name, const Shape& shape,
                 std::vector<std::pair<std::string, const Shape*>>& objects) {
  if (shape.kind == Kind::object) {
    for (const auto& [known, object] : objects)
      if (!shape.name.empty() && object->name == shape.name) return;
    objects.emplace_back(name, &shape);
    for (const Shape::Key& key : shape.keys) add_objects(key.name, key.shape, objects);
  }
  for (const Shape& item : shape.of) add_objects(name, item, objects);
}

}  // namespace

std::string shape_schema(std::string_view kind, std::string_view title, const Shape& shape, Holds holds) {
  SchemaWriter writer;
  Json schema = {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                 {"$id", fmt::format("urn:socrates:schema:{}:1", kind)},
                 {"title", title}};
  Json form = writer.form(shape);
  if (holds == Holds::one_or_a_list)
    form = {{"type", {"object", "array"}},
            {"oneOf", Json::array({form, {{"type", "array"}, {"items", form}, {"minItems", 1}}})}};
  schema.update(form);
  if (!writer.definitions_.empty()) schema["$defs"] = std::move(writer.definitions_);
  return written(schema, Layout::indented);
}

std::string shape_tables(std::string_view kind, std::string_view title, const Shape& shape) {
  std::vector<std::pair<std::string, const Shape*>> objects;
  add_objects(fmt::format("{} file", kind), shape, objects);
  std::string text = fmt::format("## {}\n", markdown_line(title));
  for (const auto& [key_name, object] : objects) {
    text += fmt::format("\n### {}\n\n| key | value | must be there | meaning |\n| --- | --- | --- | --- |\n",
                        code_span(object->name.empty() ? key_name : object->name));
    for (const Shape::Key& key : object->keys)
      text += fmt::format("| {} | {} | {} | {} |\n", code_span(key.name), plain_words(key.shape),
                          presence_words(key.presence), markdown_line(key.says));
  }
  return text;
}

}  // namespace socrates::render
