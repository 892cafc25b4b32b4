// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "part.hpp"
#include "socrates/base/date.hpp"
#include "socrates/base/suggest.hpp"
#include "socrates/model/assurance.hpp"
#include "socrates/model/stated.hpp"

namespace socrates::loader {

// Readers of one value each. All report what is not of the form asked for, and then return nothing.

std::optional<std::string> field_text(const Part& part, base::Diagnostics& problems);
std::optional<bool> field_boolean(const Part& part, base::Diagnostics& problems);
std::optional<base::Date> field_date(const Part& part, base::Diagnostics& problems);
/// A whole number in [from, to].
std::optional<int> field_number(const Part& part, int from, int to, base::Diagnostics& problems);
/// Texts that are not empty, none twice.
std::optional<std::vector<std::string>> field_texts(const Part& part, base::Diagnostics& problems);

void report_wrong_field(std::string_view what, const Part& part, base::Diagnostics& problems);
void report_unknown_word(std::string_view what, std::string_view word, const std::vector<std::string>& all,
                         const Part& part, base::Diagnostics& problems);
void report_repeated(std::string_view word, const Part& part, base::Diagnostics& problems);

/// One of the words of an enumeration.
template <class Word>
std::optional<Word> field_word(const Part& part, base::Diagnostics& problems) {
  const auto text = field_text(part, problems);
  if (!text) return std::nullopt;
  const auto* const found = std::find(std::begin(model::Ids<Word>::all), std::end(model::Ids<Word>::all), *text);
  if (found != std::end(model::Ids<Word>::all)) return static_cast<Word>(found - std::begin(model::Ids<Word>::all));
  report_unknown_word(model::Ids<Word>::what, *text,
                      {std::begin(model::Ids<Word>::all), std::end(model::Ids<Word>::all)}, part, problems);
  return std::nullopt;
}

/// A list of words of an enumeration, none twice.
template <class Word>
std::optional<std::vector<Word>> field_words(const Part& part, base::Diagnostics& problems) {
  if (part.node->kind != Node::Kind::sequence) {
    report_wrong_field("a list", part, problems);
    return std::nullopt;
  }
  std::vector<Word> words;
  bool all_good = true;
  for (const Part& item : items_of(part)) {
    const auto word = field_word<Word>(item, problems);
    all_good = all_good && word;
    if (!word) continue;
    if (std::find(words.begin(), words.end(), *word) == words.end()) {
      words.push_back(*word);
    } else {
      report_repeated(model::id_of(*word), item, problems);
      all_good = false;
    }
  }
  if (!all_good) return std::nullopt;
  return words;
}

/// The fields of an object: each is asked for by its key, and what nobody asked for is reported at the end.
class Fields {
 public:
  Fields(const Part& object, base::Diagnostics& problems) : object_(object), problems_(problems) {}

  /// The value under a key, be it null or not; nothing where the key is left out.
  std::optional<Part> find(std::string_view key) {
    known_.emplace_back(key);
    return loader::find(object_, key);
  }

  /// A value that must be there.
  template <class Read>
  auto require(std::string_view key, Read read) -> decltype(read(std::declval<const Part&>())) {
    const std::optional<Part> part = find(key);
    if (part) return read(*part);
    report_key(base::Code::missing_field, object_, fmt::format("'{}' is missing", key), problems_);
    return std::nullopt;
  }

  /// Left out and null are the same: not known.
  template <class Read>
  auto optional(std::string_view key, Read read) -> decltype(read(std::declval<const Part&>())) {
    const std::optional<Part> part = find(key);
    if (!part || part->node->kind == Node::Kind::null) return std::nullopt;
    return read(*part);
  }

  /// Left out and null are two things.
  template <class Read>
  auto stated(std::string_view key, Read read)
      -> model::Stated<typename decltype(read(std::declval<const Part&>()))::value_type> {
    const std::optional<Part> part = find(key);
    if (!part) return {};
    if (part->node->kind == Node::Kind::null) return decltype(stated(key, read))::unknown();
    auto value = read(*part);
    if (!value) return {};
    return {*std::move(value)};
  }

  /// Reports every key that was not asked for.
  void close();

  [[nodiscard]] base::Diagnostics& problems() { return problems_; }

 private:
  Part object_;
  base::Diagnostics& problems_;
  std::vector<std::string> known_;
};

/// The fields of the part, or nothing and a report where it is no object.
std::optional<Fields> open_fields(const Part& part, std::string_view what, base::Diagnostics& problems);

/// The tree of a file: YAML where its name ends in .yaml or .yml, else JSON.
std::optional<Node> read_tree(const base::Source& source, base::Diagnostics& problems);

}  // namespace socrates::loader
