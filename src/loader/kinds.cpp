// SPDX-License-Identifier: Apache-2.0
#include "loader/kinds.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "socrates/base/codes.hpp"
#include "socrates/base/suggest.hpp"
#include "socrates/base/utf8.hpp"

namespace socrates::loader {
namespace {

model::Shape shape_of(model::Shape::Kind kind) {
  model::Shape shape;
  shape.kind = kind;
  return shape;
}

}  // namespace

std::optional<std::string> TextKind::read(const Entry& entry, FormReader& reader) const {
  const Node::Kind kind = entry.node->kind;
  if (kind == Node::Kind::string && !entry.node->text.empty()) return entry.node->text;
  const bool needs_quotes =
      kind == Node::Kind::boolean || kind == Node::Kind::integer || kind == Node::Kind::other_number;
  reader.wrong("a text", entry, needs_quotes ? "put the text in quotes" : "");
  return std::nullopt;
}
model::Shape TextKind::shape() const { return shape_of(model::Shape::Kind::text); }

std::optional<std::string> NameKind::read(const Entry& entry, FormReader& reader) const {
  auto name = a_text.read(entry, reader);
  if (!name || name->size() <= most_bytes) return name;
  report(reader.codes.wrong_value, entry, fmt::format("a name of more than {} bytes", most_bytes), reader.problems);
  return std::nullopt;
}
model::Shape NameKind::shape() const {
  model::Shape shape = a_text.shape();
  shape.to = static_cast<long long>(most_bytes);
  return shape;
}

namespace {

/// Nothing that can be seen: blanks of all widths, line ends and marks of format.
bool is_blank(char32_t point) {
  const auto within = [point](char32_t from, char32_t to) { return point >= from && point <= to; };
  return point <= U' ' || within(0x7f, 0xa0) || point == 0xad || within(0x115f, 0x1160) || point == 0x1680 ||
         point == 0x180e || within(0x2000, 0x200f) || within(0x2028, 0x202f) || within(0x205f, 0x206f) ||
         point == 0x2800 || point == 0x3000 || point == 0x3164 || within(0xfe00, 0xfe0f) || point == 0xfeff ||
         point == 0xffa0;
}

}  // namespace

std::optional<std::string> SaidKind::read(const Entry& entry, FormReader& reader) const {
  auto words = a_text.read(entry, reader);
  bool says_something = false;
  for (std::size_t offset = 0; words && offset < words->size();)
    says_something = !is_blank(base::next_code_point(*words, offset)) || says_something;
  if (!words || says_something) return words;
  reader.wrong("a text that is not blank", entry);
  return std::nullopt;
}
model::Shape SaidKind::shape() const {
  model::Shape shape = a_text.shape();
  shape.pattern = "[^ \\t\\r\\n]";
  return shape;
}

std::optional<bool> BooleanKind::read(const Entry& entry, FormReader& reader) const {
  if (entry.node->kind == Node::Kind::boolean) return entry.node->boolean;
  const std::string& word = entry.node->text;
  const bool means_yes = word == "yes" || word == "on" || word == "Yes" || word == "True";
  const bool means_no = word == "no" || word == "off" || word == "No" || word == "False";
  reader.wrong("true or false", entry, means_yes ? "write true" : means_no ? "write false" : "");
  return std::nullopt;
}
model::Shape BooleanKind::shape() const { return shape_of(model::Shape::Kind::boolean); }

std::optional<std::string> LevelKind::read(const Entry& entry, FormReader& reader) const {
  const Node& node = *entry.node;
  const bool is_level =
      node.kind == Node::Kind::string || node.kind == Node::Kind::integer || node.kind == Node::Kind::other_number;
  if (!is_level) {
    reader.wrong("a level, such as \"r2\" or 2", entry);
    return std::nullopt;
  }
  std::string level = node.text;
  std::transform(level.begin(), level.end(), level.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return level;
}
model::Shape LevelKind::shape() const { return shape_of(model::Shape::Kind::text_or_number); }

std::optional<int> level_among(const std::vector<model::Family>& families, const Entry& entry, FormReader& reader) {
  const std::optional<std::string> level = a_level.read(entry, reader);
  if (!level) return std::nullopt;
  std::vector<std::string> known;
  for (const model::Family family : families) {
    const auto levels = model::levels_of(family);
    const auto found = std::find(levels.begin(), levels.end(), *level);
    if (found != levels.end()) return static_cast<int>(found - levels.begin());
    known.insert(known.end(), levels.begin(), levels.end());
  }
  report(base::Code::request_contradicts, entry,
         known.empty() ? fmt::format("a {} has no levels", model::name_of(families.front()))
                       : fmt::format("a {} has no level '{}'", model::name_of(families.front()), shortened(*level)),
         reader.problems, known.empty() ? "leave it out" : base::suggestion(*level, known));
  return std::nullopt;
}

std::optional<base::Date> DateKind::read(const Entry& entry, FormReader& reader) const {
  if (entry.node->kind != Node::Kind::string) {
    reader.wrong("a date", entry);
    return std::nullopt;
  }
  const auto found = base::parse_date(entry.node->text);
  if (!found)
    report(base::Code::invalid_date, entry, fmt::format("'{}' is not a date", shortened(entry.node->text)),
           reader.problems, "dates are written as YYYY-MM-DD");
  return found;
}
model::Shape DateKind::shape() const { return shape_of(model::Shape::Kind::date); }

std::optional<int> NumberKind::read(const Entry& entry, FormReader& reader) const {
  if (entry.node->kind == Node::Kind::integer && entry.node->integer >= from && entry.node->integer <= to)
    return static_cast<int>(entry.node->integer);
  reader.wrong(fmt::format("a whole number from {} to {}", from, to), entry);
  return std::nullopt;
}
model::Shape NumberKind::shape() const {
  model::Shape shape = shape_of(model::Shape::Kind::whole_number);
  shape.from = from;
  shape.to = to;
  return shape;
}

std::optional<std::size_t> Words::read(const Entry& entry, FormReader& reader) const {
  const auto found = a_text.read(entry, reader);
  if (!found) return std::nullopt;
  const auto at = std::find(all.begin(), all.end(), *found);
  if (at != all.end()) return static_cast<std::size_t>(at - all.begin());
  for (const Spelling& spelling : also)
    if (spelling.text == *found) return spelling.place;
  report(reader.codes.unknown_word, entry, fmt::format("unknown {} '{}'", what, shortened(*found)), reader.problems,
         meant(*found));
  return std::nullopt;
}

/// What is near, by any spelling: the word that it stands for, so that no hint turns a meaning round.
std::string Words::meant(std::string_view found) const {
  const std::vector<std::string> words(all.begin(), all.end());
  std::vector<std::string> known = words;
  for (const Spelling& spelling : also) known.emplace_back(spelling.text);
  const std::string near = base::nearest(found, known);
  for (const Spelling& spelling : also)
    if (spelling.text == near) return fmt::format("did you mean '{}'?", all[spelling.place]);
  return base::suggestion(found, words);
}

model::Shape Words::shape() const {
  model::Shape shape = shape_of(model::Shape::Kind::word);
  shape.words = {all.begin(), all.end()};
  for (const Spelling& spelling : also) shape.also.push_back(spelling.text);
  return shape;
}

bool AnyList::expect_items(const Entry& entry, const FormReader& reader) const {
  if (!may_be_empty && is_empty_list(entry)) {
    report(reader.codes.wrong_value, entry, fmt::format("expected {}, found an empty list", expected), reader.problems);
    return false;
  }
  if (entry.node->kind != Node::Kind::sequence) {
    reader.wrong(expected, entry);
    return false;
  }
  if (most != 0 && entry.node->items.size() > most) {
    report(reader.codes.wrong_value, entry, fmt::format("the list has more than {} {}", most, too_many),
           reader.problems, std::string(too_many_hint));
    return false;
  }
  return true;
}

void AnyList::expect_new(const Entry& item, std::set<std::string, std::less<>>& seen, const FormReader& reader) const {
  const Node* node = item.node;
  if (repeats == Repeats::no_id) {
    const Node::Member* const id = node->kind == Node::Kind::mapping ? find_member(*node, "id") : nullptr;
    node = id == nullptr ? nullptr : &id->value;
  }
  if (repeats == Repeats::allowed || node == nullptr || node->kind != Node::Kind::string || node->text.empty()) return;
  if (!seen.insert(node->text).second) reader.repeated(node->text, item);
}

model::Shape AnyList::shape(model::Shape item) const {
  model::Shape shape = shape_of(model::Shape::Kind::list);
  shape.may_repeat = repeats != Repeats::refused;
  shape.from = may_be_empty ? 0 : 1;
  shape.to = static_cast<long long>(most);
  shape.of = {std::move(item)};
  return shape;
}

}  // namespace socrates::loader
