// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "loader/entry.hpp"
#include "socrates/base/codes.hpp"
#include "socrates/base/suggest.hpp"
#include "socrates/model/shape.hpp"
#include "socrates/model/stated.hpp"

// What an object of an input may say, one line a key:
//
//   constexpr auto promise = form<Promise>("a promise, which is an object",
//                                          required("report", &Promise::report, one_of<Family>, "The kind of report."),
//                                          key("type", &Promise::type, one_of<ReportType>, "Its type."),
//                                          required("by", &Promise::by, a_date, "The last day on which it keeps it."));
//
// `promise.read(entry, reader)` reads one, reports all that is wrong with it and every key that it does not know;
// `promise.shape()` says the same as a value, of which the JSON Schema and the tables of the documents are made. A form
// is a kind of value as a text or a date is, so forms nest. A kind has:
//
//   using Value = ...;
//   std::optional<Value> read(const Entry& entry, FormReader& reader) const;  // reports, and then returns nothing
//   model::Shape shape() const;
//
// Whether a key may be left out follows from the member: a `Stated` tells null from left out, an `optional` does not,
// and anything else keeps what it is by default, unless the key is required.

namespace socrates::loader {

/// How mistakes of one sort of file are called.
struct MistakeCodes {
  base::Code unknown_key;
  base::Code missing_key;
  base::Code wrong_value;
  base::Code unknown_word;
  base::Code repeated;
};

/// Files of a company: deals, reports held, policies, waivers.
inline constexpr MistakeCodes codes_of_inputs{base::Code::unknown_field, base::Code::missing_field,
                                              base::Code::wrong_field, base::Code::unknown_word,
                                              base::Code::repeated_field};

/// Rules and catalogues.
inline constexpr MistakeCodes codes_of_rules{base::Code::unknown_key, base::Code::missing_key, base::Code::wrong_value,
                                             base::Code::wrong_value, base::Code::repeated_id};

/// Where mistakes go, and what they are called there.
struct FormReader {
  base::Diagnostics& problems;
  MistakeCodes codes = codes_of_inputs;

  /// Says what was expected in place of what stands there.
  void wrong(std::string_view expected, const Entry& entry, std::string hint = {}) const;
  void repeated(std::string_view word, const Entry& entry) const;
  void missing(std::string_view key, const Entry& object, std::string hint = {}) const;
  void unknown(const Entry& member, const std::vector<std::string>& known) const;
};

template <class Member>
struct MemberValue {
  using Type = Member;
  static constexpr auto presence = model::Shape::Key::Presence::or_null;
};
template <class Value>
struct MemberValue<std::optional<Value>> {
  using Type = Value;
  static constexpr auto presence = model::Shape::Key::Presence::or_null;
};
template <class Value>
struct MemberValue<model::Stated<Value>> {
  using Type = Value;
  static constexpr auto presence = model::Shape::Key::Presence::null_tells;
};

/// A key whose value goes to where `put` says.
template <class Kind, class Put>
struct Field {
  std::string_view name;
  model::Shape::Key::Presence presence;
  Kind kind;
  Put put;
  std::string_view says;
  std::string_view hint;  ///< what to do where it is missing

  /// Whether it is as it must be, which is not so where a mandatory key is missing or its value wrong.
  template <class Object>
  bool read(const Entry& entry, Object& object, FormReader& reader) const {
    using Presence = model::Shape::Key::Presence;
    const std::optional<Entry> member = find(entry, name);
    if (!member) {
      if (presence != Presence::mandatory) return true;
      reader.missing(name, entry, std::string(hint));
      return false;
    }
    if (member->node->kind == Node::Kind::null) {
      if (presence == Presence::or_null) return true;
      if constexpr (std::is_invocable_v<const Put&, Object&>)
        if (presence == Presence::null_tells) return put(object), true;
    }
    auto value = kind.read(*member, reader);
    if (!value) return presence != Presence::mandatory;
    put(object, *std::move(value));
    return true;
  }

  [[nodiscard]] model::Shape::Key key() const { return {std::string(name), presence, std::string(says), kind.shape()}; }
};

/// Where the value of a member goes: into the member.
template <class Object, class Member>
struct Into {
  Member Object::*member;

  void operator()(Object& object, typename MemberValue<Member>::Type value) const { object.*member = std::move(value); }
  /// Null was given.
  void operator()(Object& object) const
      requires(MemberValue<Member>::presence == model::Shape::Key::Presence::null_tells) {
    object.*member = Member::unknown();
  }
};

template <class Object, class Member, class Kind>
constexpr auto required(std::string_view name, Member Object::*member, Kind kind, std::string_view says,
                        std::string_view hint = {}) {
  return Field<Kind, Into<Object, Member>>{name, model::Shape::Key::Presence::mandatory, kind, {member}, says, hint};
}

template <class Object, class Member, class Kind>
constexpr auto key(std::string_view name, Member Object::*member, Kind kind, std::string_view says) {
  return Field<Kind, Into<Object, Member>>{name, MemberValue<Member>::presence, kind, {member}, says, {}};
}

/// A key that may be left out, and is not null where it is there.
template <class Object, class Member, class Kind>
constexpr auto never_null(std::string_view name, Member Object::*member, Kind kind, std::string_view says) {
  return Field<Kind, Into<Object, Member>>{name, model::Shape::Key::Presence::optional, kind, {member}, says, {}};
}

/// A mandatory key whose value goes through `put`.
template <class Kind, class Put>
constexpr auto required_through(std::string_view name, Kind kind, Put put, std::string_view says) {
  return Field<Kind, Put>{name, model::Shape::Key::Presence::mandatory, kind, put, says, {}};
}

/// A key that may be left out and is not null where it is there, whose value goes through `put`.
template <class Kind, class Put>
constexpr auto never_null_through(std::string_view name, Kind kind, Put put, std::string_view says) {
  return Field<Kind, Put>{name, model::Shape::Key::Presence::optional, kind, put, says, {}};
}

/// A key that may be left out, or null, whose value goes through `put`.
template <class Kind, class Put>
constexpr auto key_through(std::string_view name, Kind kind, Put put, std::string_view says) {
  return Field<Kind, Put>{name, model::Shape::Key::Presence::or_null, kind, put, says, {}};
}

/// The keys of an object, and what must be true of it beside.
template <class Object, class... Fields>
class Form {
 public:
  using Value = Object;
  using Check = void (*)(Object&, const Entry&, FormReader&);

  constexpr Form(std::string_view what, std::tuple<Fields...> fields) : what_(what), fields_(std::move(fields)) {}

  /// With a name, by which its schema is written once.
  [[nodiscard]] constexpr Form named(std::string_view name) const {
    Form form = *this;
    form.name_ = name;
    return form;
  }
  /// With a check that runs where every mandatory key is as it must be, reports, and may change what was read.
  [[nodiscard]] constexpr Form checked(Check check) const {
    Form form = *this;
    form.check_ = check;
    return form;
  }
  /// Which may have other keys too, which are read elsewhere.
  [[nodiscard]] constexpr Form open() const {
    Form form = *this;
    form.is_open_ = true;
    return form;
  }
  /// At least one of two or three keys has to be there.
  [[nodiscard]] constexpr Form with_one_of(std::string_view one, std::string_view other, std::string_view hint,
                                           std::string_view third = {}) const {
    Form form = *this;
    form.one_ = one;
    form.other_ = other;
    form.third_ = third;
    form.one_of_hint_ = hint;
    return form;
  }

  std::optional<Object> read(const Entry& entry, FormReader& reader) const {
    if (entry.node->kind != Node::Kind::mapping) {
      reader.wrong(what_, entry);
      return std::nullopt;
    }
    Object object{};
    bool is_whole = true;
    std::apply([&](const auto&... field) { (void(is_whole &= field.read(entry, object, reader)), ...); }, fields_);
    if (!one_.empty() && !find(entry, one_) && !find(entry, other_) && (third_.empty() || !find(entry, third_))) {
      report_key(reader.codes.missing_key, entry, fmt::format("both '{}' and '{}' are missing", one_, other_),
                 reader.problems, std::string(one_of_hint_));
      is_whole = false;
    }
    if (!is_open_) report_unknown_keys(entry, reader);
    const std::size_t before = reader.problems.count();
    if (is_whole && check_ != nullptr) check_(object, entry, reader);
    if (!is_whole || reader.problems.count() != before) return std::nullopt;
    return object;
  }

  [[nodiscard]] model::Shape shape() const {
    model::Shape shape;
    shape.kind = model::Shape::Kind::object;
    shape.name = name_;
    shape.is_open = is_open_;
    std::apply([&](const auto&... field) { (shape.keys.push_back(field.key()), ...); }, fields_);
    if (!one_.empty()) shape.one_of_keys = {std::string(one_), std::string(other_)};
    if (!third_.empty()) shape.one_of_keys.emplace_back(third_);
    return shape;
  }

 private:
  void report_unknown_keys(const Entry& entry, FormReader& reader) const {
    const auto is_known = [&](std::string_view name) {
      return std::apply([&](const auto&... field) { return ((field.name == name) || ...); }, fields_);
    };
    for (const Node::Member& member : entry.node->members) {
      if (is_known(member.key)) continue;
      std::vector<std::string> known;
      std::apply([&](const auto&... field) { (known.emplace_back(field.name), ...); }, fields_);
      reader.unknown(member_entry(entry, member), known);
    }
  }

  std::string_view what_;
  std::tuple<Fields...> fields_;
  std::string_view name_;
  std::string_view one_;
  std::string_view other_;
  std::string_view third_;
  std::string_view one_of_hint_;
  Check check_ = nullptr;
  bool is_open_ = false;
};

/// `what` completes "expected ...".
template <class Object, class... Fields>
constexpr auto form(std::string_view what, Fields... fields) {
  return Form<Object, Fields...>(what, std::tuple<Fields...>(fields...));
}

/// The same of fields that several forms share.
template <class Object, class... Fields>
constexpr auto form_of(std::string_view what, std::tuple<Fields...> fields) {
  return Form<Object, Fields...>(what, std::move(fields));
}

}  // namespace socrates::loader
