// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "loader/kinds.hpp"
#include "loader/rules/folder_files.hpp"
#include "loader/rules/format_version.hpp"
#include "loader/rules/questions_loader.hpp"
#include "loader/rules/unfinished_rules.hpp"
#include "loader/text/yaml_reader.hpp"
#include "socrates/model/control.hpp"

// What the catalogues of controls, objectives and engagements have in common.

namespace socrates::loader {

/// The number of the format of a file, which is 1; `is_format_1` has looked at it before.
inline constexpr auto format_key = required_through("format", a_number(1, 1), Nowhere{}, "1: the format of the file.");

/// A version may look like a number; it is kept as it is written.
struct VersionKind {
  using Value = std::string;
  [[nodiscard]] std::optional<Value> read(const Entry& entry, FormReader& reader) const {
    return read_version(entry, reader.problems);
  }
  [[nodiscard]] model::Shape shape() const {
    model::Shape shape;
    shape.kind = model::Shape::Kind::text_or_number;
    return shape;
  }
};
inline constexpr VersionKind a_version;

/// The sources that a file declares, into the rules so far.
struct DeclaredSourcesKind {
  using Value = bool;
  UnfinishedRules* unfinished;
  [[nodiscard]] std::optional<Value> read(const Entry& entry, FormReader& reader) const {
    read_sources(entry, *unfinished, reader.problems);
    return true;
  }
  [[nodiscard]] model::Shape shape() const;
};

/// Declared sources by their ids, as indices.
struct SourcesKind {
  using Value = std::vector<std::size_t>;
  UnfinishedRules* unfinished;
  [[nodiscard]] std::optional<Value> read(const Entry& entry, FormReader& reader) const {
    return read_source_list(entry, *unfinished, reader.problems);
  }
  [[nodiscard]] model::Shape shape() const { return at_least_one_once(a_text, "a list of sources").shape(); }
};

/// A member for each of the ids and no other, in the order of the ids. What is read knows its id.
template <class Kind>
struct EveryKind {
  using Value = std::vector<typename Kind::Value>;
  std::span<const std::string_view> ids;
  Kind each;

  [[nodiscard]] std::optional<Value> read(const Entry& entry, FormReader& reader) const {
    if (!expect_mapping(entry, "a mapping", reader.problems)) return std::nullopt;
    for (const Entry& member : members_of(entry))
      if (std::find(ids.begin(), ids.end(), member.key) == ids.end()) reader.unknown(member, {ids.begin(), ids.end()});
    Value values;
    for (const std::string_view id : ids) {
      const auto member = find(entry, id);
      if (!member) reader.missing(id, entry);
      auto value = member ? each.read(*member, reader) : std::nullopt;
      if (value) value->id = id;
      if (value) values.push_back(*std::move(value));
    }
    if (values.size() != ids.size()) return std::nullopt;
    return values;
  }
  [[nodiscard]] model::Shape shape() const {
    model::Shape shape;
    shape.kind = model::Shape::Kind::object;
    for (const std::string_view id : ids)
      shape.keys.push_back({std::string(id), model::Shape::Key::Presence::mandatory, {}, each.shape()});
    return shape;
  }
};

/// Reads a file of format 1 by the form that `make_form` makes, which enters the sources into the rules so far.
/// Nothing, and every problem of the file in the order of its lines, where it is wrong.
template <class MakeForm>
auto load_table(const base::Source& file, MakeForm make_form, base::Diagnostics& problems)
    -> std::optional<typename decltype(make_form(nullptr))::Value> {
  const std::size_t before = problems.count();
  const auto root = read_yaml(file, problems);
  if (!root || !is_format_1(root_entry(*root), problems)) return std::nullopt;
  UnfinishedRules unfinished;
  FormReader reader{problems, codes_of_rules};
  auto table = make_form(&unfinished).read(root_entry(*root), reader);
  if (problems.count() == before) return table;
  problems.sort_by_place();
  return std::nullopt;
}

/// Those that are known must ascend; `entry` is what holds them.
void expect_ascending(std::vector<int> numbers, const Entry& entry, FormReader& reader);

/// Elapsed time, or a share, as a range with its likely value.
constexpr auto range_form(int from, int to) {
  return form<model::Weeks>("a mapping with least, likely and most",
                            required("least", &model::Weeks::least, a_number(from, to), "At the least."),
                            required("likely", &model::Weeks::likely, a_number(from, to), "Most likely."),
                            required("most", &model::Weeks::most, a_number(from, to), "At the most."))
      .checked([](model::Weeks& weeks, const Entry& entry, FormReader& reader) {
        expect_ascending({weeks.least, weeks.likely, weeks.most}, entry, reader);
      });
}

}  // namespace socrates::loader
