// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "render/machine/json_form.hpp"

namespace socrates::render {

/// Appends a document piece by piece, as `written` writes one that was built: what is said of every deal of many is
/// written so, as to build it first takes several times as long. Each value stands behind its `name`, or is an
/// `element`; a document is as deep as the code that writes it.
class JsonWriter {
 public:
  JsonWriter(Layout layout, std::string& to) : layout_(layout), to_(to) {}

  template <class AddMembers>
  void object(const AddMembers& add_members) {
    open('{');
    add_members();
    close('}');
  }
  template <class AddElements>
  void list(const AddElements& add_elements) {
    open('[');
    add_elements();
    close(']');
  }
  /// A list of what `add` adds for each.
  template <class List, class Add>
  void list_of(const List& list, const Add& add) {
    this->list([&] {
      for (const auto& one : list) add(one, element());
    });
  }

  /// A literal that needs no escapes.
  template <std::size_t Size>
  JsonWriter& name(const char (&literal)[Size]) {
    std::array<char, Size + 3> named{',', '"'};
    std::copy_n(literal, Size - 1, named.begin() + 2);
    named[Size + 1] = '"';
    named[Size + 2] = ':';
    add_name({named.data(), named.size()});
    return *this;
  }
  JsonWriter& element() {
    begin();
    return *this;
  }

  void text(std::string_view text) { append_json_text(text, to_); }
  /// Null where it is empty.
  void text_or_null(std::string_view text);
  void texts(const std::vector<std::string>& texts);
  void yes_or_no(bool is_yes) { to_ += is_yes ? "true" : "false"; }
  void value(const Json& value);
  /// Adds the members of that object to the one that is open.
  void members_of(const Json& object);

 private:
  /// As it stands behind another member: `,"name":`.
  void add_name(std::string_view name);
  void open(char bracket);
  void close(char bracket);
  /// The next member or element of what is open.
  void begin() {
    if (!std::exchange(is_first_, false)) to_ += ',';
    if (layout_ == Layout::indented) start_line();
  }
  void start_line();

  Layout layout_;
  std::string& to_;
  std::size_t depth_ = 0;
  bool is_first_ = true;
};

/// As `add_about` of json_form.hpp, to the object that is open.
void add_about(const model::About& about, JsonWriter& to);

}  // namespace socrates::render
