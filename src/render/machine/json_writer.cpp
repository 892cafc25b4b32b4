// SPDX-License-Identifier: Apache-2.0
#include "render/machine/json_writer.hpp"

namespace socrates::render {

void JsonWriter::text_or_null(std::string_view text) {
  if (text.empty())
    to_ += "null";
  else
    append_json_text(text, to_);
}

void JsonWriter::texts(const std::vector<std::string>& texts) {
  list([&] {
    for (const std::string& one : texts) element().text(one);
  });
}

void JsonWriter::value(const Json& value) {
  if (value.is_object())
    object([&] { members_of(value); });
  else if (value.is_array())
    list([&] {
      for (const Json& one : value) element().value(one);
    });
  else if (value.is_string())
    text(value.get_ref<const std::string&>());
  else
    to_ += value.dump();
}

void JsonWriter::members_of(const Json& object) {
  for (const auto& [name, member] : object.get_ref<const Json::object_t&>()) {
    begin();
    text(name);
    to_ += layout_ == Layout::indented ? ": " : ":";
    value(member);
  }
}

void JsonWriter::add_name(std::string_view name) {
  if (layout_ == Layout::line) {
    to_ += name.substr(std::exchange(is_first_, false) ? 1 : 0);
    return;
  }
  begin();
  to_ += name.substr(1);
  to_ += ' ';
}

void JsonWriter::open(char bracket) {
  to_ += bracket;
  ++depth_;
  is_first_ = true;
}

void JsonWriter::close(char bracket) {
  --depth_;
  if (!std::exchange(is_first_, false) && layout_ == Layout::indented) start_line();
  to_ += bracket;
}

void JsonWriter::start_line() {
  to_ += '\n';
  to_.append(2 * depth_, ' ');
}

void add_about(const model::About& about, JsonWriter& to) {
  Json members = Json::object();
  add_about(about, members);
  to.members_of(members);
}

}  // namespace socrates::render
