// SPDX-License-Identifier: Apache-2.0
#include "render/machine/json_form.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <set>

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
  Json list = Json::array();
  for (const model::SourceReference& source : known)
    if (ids.contains(source.id)) list.push_back(source_form(source));
  return list;
}

std::string written(const Json& document, Layout layout) {
  const std::string text =
      document.dump(layout == Layout::indented ? 2 : -1, ' ', false, Json::error_handler_t::replace) + '\n';
  std::string result;
  result.reserve(text.size());
  const auto is_plain = [](char c) { return (c >= ' ' && c < 0x7F) || c == '\n'; };
  for (std::size_t offset = 0; offset < text.size();) {
    // Nearly all of every document is ASCII, copied at once.
    const auto rest = text.begin() + static_cast<std::ptrdiff_t>(offset);
    const auto plain = static_cast<std::size_t>(std::find_if_not(rest, text.end(), is_plain) - rest);
    result.append(text, offset, plain);
    offset += plain;
    if (offset == text.size()) break;
    const std::size_t start = offset;
    const char32_t point = base::next_code_point(text, offset);
    if (base::is_harmful_at(text, start))
      result += escaped_units(point);
    else
      result.append(text, start, offset - start);
  }
  return result;
}

std::string in_line(const Json& value) {
  std::string text = written(value, Layout::line);
  text.pop_back();
  return text;
}

std::string json_text(std::string_view text) {
  std::string quoted;
  append_json_text(text, quoted);
  return quoted;
}

void append_json_text(std::string_view text, std::string& to) {
  const bool is_plain = std::all_of(text.begin(), text.end(), [](char letter) {
    return letter >= ' ' && letter <= '~' && letter != '"' && letter != '\\';
  });
  if (!is_plain) {
    to += in_line(Json(std::string(text)));
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
