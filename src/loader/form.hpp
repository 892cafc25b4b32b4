// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "loader/entry.hpp"
#include "socrates/base/codes.hpp"
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

/// A key, whatever kind of value it holds.
struct AnyField {
  using Presence = model::Shape::Key::Presence;

  std::string_view name;
  Presence presence;
  std::string_view says;
  std::string_view hint;  ///< what to do where it is missing

  /// What stands under the key.
  struct Found {
    std::optional<Entry> value;  ///< to be read by the kind
    bool is_telling_null = false;
    bool is_missing = false;  ///< although it is mandatory, which was reported
  };
  [[nodiscard]] Found find_in(const Entry& object, const FormReader& reader) const;
  [[nodiscard]] model::Shape::Key key(model::Shape shape) const;
};

/// A key whose value goes to where `put` says.
template <class Kind, class Put>
struct Field : AnyField {
  Kind kind;
  Put put;

  /// Whether it is as it must be, which is not so where a mandatory key is missing or its value wrong.
  template <class Object>
  bool read(const Entry& entry, Object& object, FormReader& reader) const {
    const Found found = find_in(entry, reader);
    if constexpr (std::is_invocable_v<const Put&, Object&>)
      if (found.is_telling_null) put(object);
    if (!found.value) return !found.is_missing;
    auto value = kind.read(*found.value, reader);
    if (!value) return presence != Presence::mandatory;
    put(object, *std::move(value));
    return true;
  }

  [[nodiscard]] model::Shape::Key key() const { return AnyField::key(kind.shape()); }
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
  return Field<Kind, Into<Object, Member>>{{name, model::Shape::Key::Presence::mandatory, says, hint}, kind, {member}};
}

template <class Object, class Member, class Kind>
constexpr auto key(std::string_view name, Member Object::*member, Kind kind, std::string_view says) {
  return Field<Kind, Into<Object, Member>>{{name, MemberValue<Member>::presence, says, {}}, kind, {member}};
}

/// A key that may be left out, and is not null where it is there.
template <class Object, class Member, class Kind>
constexpr auto never_null(std::string_view name, Member Object::*member, Kind kind, std::string_view says) {
  return Field<Kind, Into<Object, Member>>{{name, model::Shape::Key::Presence::optional, says, {}}, kind, {member}};
}

/// A mandatory key whose value goes through `put`.
template <class Kind, class Put>
constexpr auto required_through(std::string_view name, Kind kind, Put put, std::string_view says) {
  return Field<Kind, Put>{{name, model::Shape::Key::Presence::mandatory, says, {}}, kind, put};
}

/// A key that may be left out and is not null where it is there, whose value goes through `put`.
template <class Kind, class Put>
constexpr auto never_null_through(std::string_view name, Kind kind, Put put, std::string_view says) {
  return Field<Kind, Put>{{name, model::Shape::Key::Presence::optional, says, {}}, kind, put};
}

/// A key that may be left out, or null, whose value goes through `put`.
template <class Kind, class Put>
constexpr auto key_through(std::string_view name, Kind kind, Put put, std::string_view says) {
  return Field<Kind, Put>{{name, model::Shape::Key::Presence::or_null, says, {}}, kind, put};
}

/// What is true of an object, whatever its keys are.
struct AnyForm {
  std::string_view what;  ///< completes "expected ..."
  std::string_view name = {};
  std::string_view one = {};
  std::string_view other = {};
  std::string_view third = {};
  std::string_view one_of_hint = {};
  bool is_open = false;

  /// Reports what is no object.
  bool expect_object(const Entry& entry, const FormReader& reader) const;
  /// Reports where none of the keys stands of which at least one must.
  bool expect_one_of(const Entry& entry, const FormReader& reader) const;
  /// Reports each key that is none of these.
  void expect_known(const Entry& entry, std::initializer_list<std::string_view> known, const FormReader& reader) const;
  [[nodiscard]] model::Shape shape(std::vector<model::Shape::Key> keys) const;
};

/// The keys of an object, and what must be true of it beside.
template <class Object, class... Fields>
class Form {
 public:
  using Value = Object;
  using Check = void (*)(Object&, const Entry&, FormReader&);

  constexpr Form(std::string_view what, std::tuple<Fields...> fields) : form_{what}, fields_(std::move(fields)) {}

  /// With a name, by which its schema is written once.
  [[nodiscard]] constexpr Form named(std::string_view name) const {
    Form form = *this;
    form.form_.name = name;
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
    form.form_.is_open = true;
    return form;
  }
  /// At least one of two or three keys has to be there.
  [[nodiscard]] constexpr Form with_one_of(std::string_view one, std::string_view other, std::string_view hint,
                                           std::string_view third = {}) const {
    Form form = *this;
    form.form_.one = one;
    form.form_.other = other;
    form.form_.third = third;
    form.form_.one_of_hint = hint;
    return form;
  }

  std::optional<Object> read(const Entry& entry, FormReader& reader) const {
    if (!form_.expect_object(entry, reader)) return std::nullopt;
    Object object{};
    bool is_whole = true;
    std::apply(
        [&](const auto&... field) {
          (void(is_whole &= field.read(entry, object, reader)), ...);
          is_whole &= form_.expect_one_of(entry, reader);
          form_.expect_known(entry, {field.name...}, reader);
        },
        fields_);
    const std::size_t before = reader.problems.count();
    if (is_whole && check_ != nullptr) check_(object, entry, reader);
    if (!is_whole || reader.problems.count() != before) return std::nullopt;
    return object;
  }

  [[nodiscard]] model::Shape shape() const {
    return std::apply([&](const auto&... field) { return form_.shape({field.key()...}); }, fields_);
  }

 private:
  AnyForm form_;
  std::tuple<Fields...> fields_;
  Check check_ = nullptr;
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
