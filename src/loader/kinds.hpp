// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "loader/form.hpp"
#include "socrates/base/date.hpp"
#include "socrates/model/assurance.hpp"

// The kinds of values that the keys of a form hold.

namespace socrates::loader {

/// A text that is not empty.
struct TextKind {
  using Value = std::string;
  [[nodiscard]] std::optional<Value> read(const Entry& entry, FormReader& reader) const;
  [[nodiscard]] model::Shape shape() const;
};
inline constexpr TextKind a_text;

/// A name: one that is compared with others, so there is an end to its length.
struct NameKind {
  using Value = std::string;
  static constexpr std::size_t most_bytes = 256;
  [[nodiscard]] std::optional<Value> read(const Entry& entry, FormReader& reader) const;
  [[nodiscard]] model::Shape shape() const;
};
inline constexpr NameKind a_name;

/// A text that is more than blanks.
struct SaidKind {
  using Value = std::string;
  [[nodiscard]] std::optional<Value> read(const Entry& entry, FormReader& reader) const;
  [[nodiscard]] model::Shape shape() const;
};
inline constexpr SaidKind a_text_that_says_something;

struct BooleanKind {
  using Value = bool;
  [[nodiscard]] std::optional<Value> read(const Entry& entry, FormReader& reader) const;
  [[nodiscard]] model::Shape shape() const;
};
inline constexpr BooleanKind true_or_false;

/// YYYY-MM-DD.
struct DateKind {
  using Value = base::Date;
  [[nodiscard]] std::optional<Value> read(const Entry& entry, FormReader& reader) const;
  [[nodiscard]] model::Shape shape() const;
};
inline constexpr DateKind a_date;

/// A whole number in [from, to].
struct NumberKind {
  using Value = int;
  int from;
  int to;
  [[nodiscard]] std::optional<Value> read(const Entry& entry, FormReader& reader) const;
  [[nodiscard]] model::Shape shape() const;
};
constexpr NumberKind a_number(int from, int to) { return {from, to}; }

/// A text of a certain form, as `read` says.
template <class Type>
struct TextFormKind {
  using Value = Type;
  std::optional<Type> (*parse)(std::string_view text);
  std::string_view expected;  ///< completes "expected ..."
  std::string_view pattern;   ///< the regular expression that says the same
  [[nodiscard]] std::optional<Value> read(const Entry& entry, FormReader& reader) const {
    const auto found = a_text.read(entry, reader);
    auto value = found ? parse(*found) : std::nullopt;
    if (found && !value) reader.wrong(expected, entry);
    return value;
  }
  [[nodiscard]] model::Shape shape() const {
    model::Shape shape = a_text.shape();
    shape.pattern = pattern;
    return shape;
  }
};

/// Another spelling of a word, as people have it.
struct Spelling {
  std::string_view text;
  std::size_t place;  ///< of the word among the words of its enumeration

  template <class Word>
  constexpr Spelling(std::string_view given, Word word) : text(given), place(static_cast<std::size_t>(word)) {}
};

/// None, but for the words that people spell in several ways.
template <class Word>
inline constexpr std::array<Spelling, 0> spellings{};
template <>
inline constexpr auto spellings<model::ReportType> = std::to_array<Spelling>({{"Type 1", model::ReportType::type_1},
                                                                              {"Type I", model::ReportType::type_1},
                                                                              {"type 1", model::ReportType::type_1},
                                                                              {"type1", model::ReportType::type_1},
                                                                              {"type_i", model::ReportType::type_1},
                                                                              {"Type 2", model::ReportType::type_2},
                                                                              {"Type II", model::ReportType::type_2},
                                                                              {"type 2", model::ReportType::type_2},
                                                                              {"type2", model::ReportType::type_2},
                                                                              {"type_ii", model::ReportType::type_2}});
template <>
inline constexpr auto spellings<model::Opinion> = std::to_array<Spelling>({{"unqualified", model::Opinion::unmodified},
                                                                           {"Unqualified", model::Opinion::unmodified},
                                                                           {"clean", model::Opinion::unmodified},
                                                                           {"Unmodified", model::Opinion::unmodified},
                                                                           {"Qualified", model::Opinion::qualified},
                                                                           {"Adverse", model::Opinion::adverse},
                                                                           {"disclaimed", model::Opinion::disclaimer},
                                                                           {"Disclaimer", model::Opinion::disclaimer}});
template <>
inline constexpr auto spellings<model::SubserviceMethod> =
    std::to_array<Spelling>({{"carve-out", model::SubserviceMethod::carve_out},
                             {"carveout", model::SubserviceMethod::carve_out},
                             {"carved_out", model::SubserviceMethod::carve_out},
                             {"carved-out", model::SubserviceMethod::carve_out},
                             {"carve out", model::SubserviceMethod::carve_out},
                             {"carved out", model::SubserviceMethod::carve_out},
                             {"Carve-out", model::SubserviceMethod::carve_out},
                             {"Inclusive", model::SubserviceMethod::inclusive}});
template <>
inline constexpr auto spellings<model::TrustCategory> =
    std::to_array<Spelling>({{"Security", model::TrustCategory::security},
                             {"Availability", model::TrustCategory::availability},
                             {"Processing Integrity", model::TrustCategory::processing_integrity},
                             {"processing integrity", model::TrustCategory::processing_integrity},
                             {"processing-integrity", model::TrustCategory::processing_integrity},
                             {"Confidentiality", model::TrustCategory::confidentiality},
                             {"Privacy", model::TrustCategory::privacy}});
template <>
inline constexpr auto spellings<model::Family> =
    std::to_array<Spelling>({{"SOC 1", model::Family::soc1},
                             {"SOC1", model::Family::soc1},
                             {"soc_1", model::Family::soc1},
                             {"SOC 2", model::Family::soc2},
                             {"SOC2", model::Family::soc2},
                             {"soc_2", model::Family::soc2},
                             {"SOC 3", model::Family::soc3},
                             {"SOC3", model::Family::soc3},
                             {"soc_3", model::Family::soc3},
                             {"SOC-1", model::Family::soc1},
                             {"SOC-2", model::Family::soc2},
                             {"SOC-3", model::Family::soc3},
                             {"ISAE 3402", model::Family::isae_3402},
                             {"ISAE 3000", model::Family::isae_3000},
                             {"ISO 27001", model::Family::iso_27001},
                             {"ISO/IEC 27001", model::Family::iso_27001},
                             {"iso27001", model::Family::iso_27001},
                             {"ISO 27001:2022", model::Family::iso_27001},
                             {"ISO/IEC 27001:2022", model::Family::iso_27001},
                             {"ISO 27017", model::Family::iso_27017},
                             {"ISO/IEC 27017", model::Family::iso_27017},
                             {"ISO 27018", model::Family::iso_27018},
                             {"ISO/IEC 27018", model::Family::iso_27018},
                             {"ISO 27701", model::Family::iso_27701},
                             {"ISO/IEC 27701", model::Family::iso_27701},
                             {"ISO 42001", model::Family::iso_42001},
                             {"ISO/IEC 42001", model::Family::iso_42001},
                             {"PCI DSS", model::Family::pci_dss},
                             {"PCI-DSS", model::Family::pci_dss},
                             {"PCI", model::Family::pci_dss},
                             {"HITRUST", model::Family::hitrust},
                             {"HITRUST CSF", model::Family::hitrust},
                             {"HIPAA", model::Family::hipaa},
                             {"FedRAMP", model::Family::fedramp},
                             {"CMMC", model::Family::cmmc},
                             {"CSA STAR", model::Family::csa_star},
                             {"HECVAT", model::Family::hecvat},
                             {"C5", model::Family::c5},
                             {"BSI C5", model::Family::c5},
                             {"TISAX", model::Family::tisax},
                             {"StateRAMP", model::Family::stateramp},
                             {"GovRAMP", model::Family::stateramp},
                             {"govramp", model::Family::stateramp},
                             {"pentest", model::Family::penetration_test},
                             {"pen test", model::Family::penetration_test},
                             {"penetration test", model::Family::penetration_test},
                             {"SBOM", model::Family::sbom}});

/// The words of an enumeration and their other spellings, whatever their type.
struct Words {
  std::string_view what;
  std::span<const std::string_view> all;
  std::span<const Spelling> also;

  /// The place of the word that stands there.
  [[nodiscard]] std::optional<std::size_t> read(const Entry& entry, FormReader& reader) const;
  [[nodiscard]] model::Shape shape() const;

 private:
  [[nodiscard]] std::string meant(std::string_view found) const;
};

/// One of the words of an enumeration, given by their table, or one of their other spellings.
template <class Word>
struct WordKind {
  using Value = Word;
  static constexpr Words words{model::Ids<Word>::what, model::Ids<Word>::all, spellings<Word>};

  [[nodiscard]] std::optional<Word> read(const Entry& entry, FormReader& reader) const {
    const auto place = words.read(entry, reader);
    return place ? std::optional(static_cast<Word>(*place)) : std::nullopt;
  }
  [[nodiscard]] model::Shape shape() const { return words.shape(); }
};
template <class Word>
inline constexpr WordKind<Word> one_of;

/// What may not stand twice in a list.
enum class Repeats {
  allowed,
  refused,  ///< no value twice
  no_id,    ///< no object with the `id` of one before it
};

/// A list, whatever its items are.
struct AnyList {
  Repeats repeats = Repeats::allowed;
  std::string_view expected = "a list";
  std::size_t most = 0;  ///< items; 0: as many as a file holds
  std::string_view too_many = {};
  std::string_view too_many_hint = {};
  bool may_be_empty = true;

  /// Reports what is no list, or has not as many items as it may.
  bool expect_items(const Entry& entry, const FormReader& reader) const;
  /// Reports an item that stands among those `seen`, where that is refused, and adds it to them.
  void expect_new(const Entry& item, std::set<std::string, std::less<>>& seen, const FormReader& reader) const;
  [[nodiscard]] model::Shape shape(model::Shape item) const;
};

/// A list, of which each item is of the kind. One wrong item leaves none, after all of them were looked at.
template <class Kind>
struct ListKind {
  using Value = std::vector<typename Kind::Value>;
  Kind item;
  AnyList list;

  [[nodiscard]] std::optional<Value> read(const Entry& entry, FormReader& reader) const {
    if (!list.expect_items(entry, reader)) return std::nullopt;
    const std::size_t before = reader.problems.count();
    Value values;
    std::set<std::string, std::less<>> seen;
    for (const Entry& each : items_of(entry)) {
      auto value = item.read(each, reader);
      list.expect_new(each, seen, reader);
      if (value) values.push_back(*std::move(value));
    }
    if (reader.problems.count() != before) return std::nullopt;
    return values;
  }

  [[nodiscard]] model::Shape shape() const { return list.shape(item.shape()); }
};

template <class Kind>
constexpr ListKind<Kind> list_of(Kind item, AnyList list) {
  return {item, list};
}
template <class Kind>
constexpr ListKind<Kind> list_of(Kind item, std::size_t most, std::string_view of_what,
                                 std::string_view expected = "a list") {
  return {item, {Repeats::allowed, expected, most, of_what}};
}
/// None of them twice.
template <class Kind>
constexpr ListKind<Kind> set_of(Kind item) {
  return {item, {Repeats::refused}};
}
/// At least one.
template <class Kind>
constexpr ListKind<Kind> at_least_one(Kind item, std::string_view expected) {
  return {item, {Repeats::allowed, expected, 0, {}, {}, false}};
}
/// At least one, and none of them twice.
template <class Kind>
constexpr ListKind<Kind> at_least_one_once(Kind item, std::string_view expected) {
  return {item, {Repeats::refused, expected, 0, {}, {}, false}};
}
/// Names in lists are compared with those of all reports and deals, so there is an end to how many a list holds.
inline constexpr std::size_t most_names = 500;
inline constexpr ListKind<NameKind> some_names{a_name, {Repeats::refused, "a list", most_names, "names"}};
template <class Word>
inline constexpr auto some_of = set_of(one_of<Word>);

/// An id: a-z, 0-9 and _, a letter first.
struct IdKind {
  using Value = std::string;
  [[nodiscard]] std::optional<Value> read(const Entry& entry, FormReader& reader) const {
    return read_id(entry, reader.problems);
  }
  [[nodiscard]] model::Shape shape() const {
    model::Shape shape = a_text.shape();
    shape.pattern = "^(?!(true|false|null)$)[a-z][a-z0-9_]{0,63}$";
    return shape;
  }
};
inline constexpr IdKind an_id;

/// What stands there is read elsewhere.
struct AnythingKind {
  using Value = bool;
  model::Shape::Kind kind = model::Shape::Kind::anything;
  [[nodiscard]] std::optional<Value> read(const Entry& /*entry*/, FormReader& /*reader*/) const { return std::nullopt; }
  [[nodiscard]] model::Shape shape() const {
    model::Shape shape;
    shape.kind = kind;
    return shape;
  }
};

/// The level of something, as a text or a number; what levels there are follows from its kind.
struct LevelKind {
  using Value = std::string;
  [[nodiscard]] std::optional<Value> read(const Entry& entry, FormReader& reader) const;
  [[nodiscard]] model::Shape shape() const;
};
inline constexpr LevelKind a_level;

/// The place of that level among those of the first kind that has levels; reports one that there is not.
std::optional<int> level_among(const std::vector<model::Family>& families, const Entry& entry, FormReader& reader);

struct Nowhere {
  template <class Object, class Value>
  void operator()(Object& /*object*/, const Value& /*value*/) const {}
};

/// The address of a JSON Schema, for editors.
inline constexpr auto schema_key = key_through("$schema", a_text, Nowhere{}, "Where the schema of the file is.");

}  // namespace socrates::loader
