// SPDX-License-Identifier: Apache-2.0
#include "render/machine/json_form.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <set>

#include "render/machine/json_writer.hpp"
#include "socrates/base/harmful.hpp"
#include "socrates/base/utf8.hpp"

namespace socrates::render {
namespace {

std::string unit(unsigned number) { return fmt::format("\\u{:04x}", number); }

std::string escaped_units(char32_t point) {
  const auto number = static_cast<unsigned>(point);
  if (number <= 0xFFFF) return unit(number);
  const unsigned above = number - 0x10000;
  return unit(0xD800 + (above >> 10U)) + unit(0xDC00 + (above & 0x3FFU));
}

Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

/// Keeps the texts of all lists `sources`. A document is as deep as the code that makes it.
void collect_sources(const Json& node, std::set<std::string, std::less<>>& ids) {
  if (!node.is_structured()) return;
  for (const auto& [key, value] : node.items()) {
    if (key != "sources" || !value.is_array()) {
      collect_sources(value, ids);
      continue;
    }
    for (const Json& id : value)
      if (id.is_string()) ids.insert(id.get<std::string>());
  }
}

Json number_or_null(std::size_t number) { return number == 0 ? Json() : Json(number); }

}  // namespace

Json source_form(const model::SourceReference& source) {
  Json form = {{"id", source.id}, {"title", source.title}, {"publisher", source.publisher}};
  if (!source.url.empty()) form["url"] = source.url;
  if (!source.section.empty()) form["section"] = source.section;
  if (!source.date.empty()) form["date"] = source.date;
  return form;
}

Json named_sources(const Json& document, const std::vector<model::SourceReference>& known) {
  std::set<std::string, std::less<>> ids;
  collect_sources(document, ids);
  return sources_form(ids, known);
}

Json sources_form(const std::set<std::string, std::less<>>& ids, const std::vector<model::SourceReference>& known) {
  Json list = Json::array();
  for (const model::SourceReference& source : known)
    if (ids.contains(source.id)) list.push_back(source_form(source));
  return list;
}

namespace {

/// As the library writes it, which replaces broken UTF-8; what a terminal would obey or hide becomes `\u....`.
void append_escaped(std::string_view text, std::string& to) {
  const std::string escaped = Json(std::string(text)).dump(-1, ' ', false, Json::error_handler_t::replace);
  for (std::size_t offset = 0; offset < escaped.size();) {
    const std::size_t start = offset;
    const char32_t point = base::next_code_point(escaped, offset);
    if (base::is_harmful_at(escaped, start))
      to += escaped_units(point);
    else
      to.append(escaped, start, offset - start);
  }
}

/// Printable ASCII that stands for itself in quotes. Nearly all of every document is such texts, so eight letters are
/// looked at at once.
bool is_plain(std::string_view text) {
  constexpr std::uint64_t each = 0x0101010101010101U;
  constexpr std::uint64_t high = each * 0x80;
  const auto has_below = [](std::uint64_t letters, std::uint64_t limit) { return (letters - limit) & ~letters & high; };
  const auto is_odd = [&](std::uint64_t letters) {
    return ((letters | (letters + each)) & high) | has_below(letters, each * ' ') |
           has_below(letters ^ (each * '"'), each) | has_below(letters ^ (each * '\\'), each);
  };
  std::uint64_t letters = 0;
  std::uint64_t odd = 0;
  for (; text.size() > sizeof letters; text.remove_prefix(sizeof letters)) {
    std::memcpy(&letters, text.data(), sizeof letters);
    odd |= is_odd(letters);
  }
  letters = each * ' ';
  if (!text.empty()) std::memcpy(&letters, text.data(), text.size());
  return (odd | is_odd(letters)) == 0;
}

}  // namespace

std::string written(const Json& document, Layout layout) {
  std::string text;
  JsonWriter(layout, text).value(document);
  text += '\n';
  return text;
}

std::string in_line(const Json& value) {
  std::string text;
  JsonWriter(Layout::line, text).value(value);
  return text;
}

std::string json_text(std::string_view text) {
  std::string quoted;
  append_json_text(text, quoted);
  return quoted;
}

void append_json_text(std::string_view text, std::string& to) {
  if (!is_plain(text)) {
    append_escaped(text, to);
    return;
  }
  to += '"';
  to += text;
  to += '"';
}

Json json_of(const model::Anything& value) {
  using Kind = model::Anything::Kind;
  switch (value.kind) {
    case Kind::null:
      break;
    case Kind::boolean:
      return value.yes;
    case Kind::number:
      return Json::parse(value.text, nullptr, false);
    case Kind::text:
      return value.text;
    case Kind::list: {
      Json list = Json::array();
      for (const model::Anything& item : value.items) list.push_back(json_of(item));
      return list;
    }
    case Kind::object: {
      Json object = Json::object();
      for (const auto& [key, member] : value.members) object[key] = json_of(member);
      return object;
    }
  }
  return {};
}

Json json_form(const base::Diagnostic& diagnostic) {
  return {{"code", base::entry(diagnostic.code).id},        {"message", diagnostic.message},
          {"file", text_or_null(diagnostic.file)},          {"line", number_or_null(diagnostic.at.line)},
          {"column", number_or_null(diagnostic.at.column)}, {"path", text_or_null(diagnostic.path)},
          {"hint", text_or_null(diagnostic.hint)}};
}

void add_about(const model::About& about, Json& document) {
  if (!about.service.empty()) document["service"] = about.service;
  if (about.answered_on) document["answered_on"] = base::to_text(*about.answered_on);
}

}  // namespace socrates::render
