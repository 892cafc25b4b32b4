// SPDX-License-Identifier: Apache-2.0
#include "render/machine/json_form.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <set>
#include <utility>

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

/// Writes as the library does. Nearly all of every document are texts in ASCII without escapes, which are copied at
/// once: that the library looks at each letter took a tenth of the time of a deal.
class DocumentWriter {
 public:
  DocumentWriter(Layout layout, std::string& to) : layout_(layout), to_(to) {}

  // A document is as deep as the code that makes it.
  void add(const Json& value, std::size_t depth) {
    if (value.is_object()) {
      const auto& members = value.get_ref<const Json::object_t&>();
      add_list(members, '{', '}', depth, [&](const auto& member) {
        append_json_text(member.first, to_);
        to_ += layout_ == Layout::indented ? ": " : ":";
        add(member.second, depth + 1);
      });
    } else if (value.is_array()) {
      const auto& elements = value.get_ref<const Json::array_t&>();
      add_list(elements, '[', ']', depth, [&](const Json& element) { add(element, depth + 1); });
    } else if (value.is_string()) {
      append_json_text(value.get_ref<const std::string&>(), to_);
    } else {
      to_ += value.dump();
    }
  }

 private:
  template <class List, class AddElement>
  void add_list(const List& list, char open, char close, std::size_t depth, const AddElement& add_element) {
    to_ += open;
    bool is_first = true;
    for (const auto& element : list) {
      if (!std::exchange(is_first, false)) to_ += ',';
      start_line(depth + 1);
      add_element(element);
    }
    if (!list.empty()) start_line(depth);
    to_ += close;
  }

  void start_line(std::size_t depth) {
    if (layout_ == Layout::line) return;
    to_ += '\n';
    to_.append(2 * depth, ' ');
  }

  Layout layout_;
  std::string& to_;
};

}  // namespace

std::string written(const Json& document, Layout layout) {
  std::string text;
  DocumentWriter(layout, text).add(document, 0);
  text += '\n';
  return text;
}

std::string in_line(const Json& value) {
  std::string text;
  DocumentWriter(Layout::line, text).add(value, 0);
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
