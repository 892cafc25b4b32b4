// SPDX-License-Identifier: Apache-2.0
#include "fields.hpp"

#include "socrates/loader/json_reader.hpp"
#include "socrates/loader/yaml_reader.hpp"

namespace socrates::loader {

namespace {

using base::Code;
using base::Diagnostics;

}  // namespace

void report_wrong_field(std::string_view what, const Part& part, Diagnostics& problems) {
  report(Code::wrong_field, part, fmt::format("expected {}, found {}", what, describe(*part.node)), problems);
}

void report_unknown_word(std::string_view what, std::string_view word, const std::vector<std::string>& all,
                         const Part& part, Diagnostics& problems) {
  report(Code::unknown_word, part, fmt::format("unknown {} '{}'", what, shortened(word)), problems,
         base::suggestion(word, all));
}

void report_repeated(std::string_view word, const Part& part, Diagnostics& problems) {
  report(Code::repeated_field, part, fmt::format("'{}' is given twice", shortened(word)), problems);
}

std::optional<std::string> field_text(const Part& part, Diagnostics& problems) {
  if (part.node->kind == Node::Kind::string && !part.node->text.empty()) return part.node->text;
  report_wrong_field("a text", part, problems);
  return std::nullopt;
}

std::optional<bool> field_boolean(const Part& part, Diagnostics& problems) {
  if (part.node->kind == Node::Kind::boolean) return part.node->boolean;
  report_wrong_field("true or false", part, problems);
  return std::nullopt;
}

std::optional<base::Date> field_date(const Part& part, Diagnostics& problems) {
  if (part.node->kind != Node::Kind::string) {
    report_wrong_field("a date", part, problems);
    return std::nullopt;
  }
  const auto date = base::parse_date(part.node->text);
  if (!date)
    report(Code::invalid_date, part, fmt::format("'{}' is not a date", shortened(part.node->text)), problems,
           "dates are written as YYYY-MM-DD");
  return date;
}

std::optional<int> field_number(const Part& part, int from, int to, Diagnostics& problems) {
  if (part.node->kind == Node::Kind::integer && part.node->integer >= from && part.node->integer <= to)
    return static_cast<int>(part.node->integer);
  report_wrong_field(fmt::format("a whole number from {} to {}", from, to), part, problems);
  return std::nullopt;
}

std::optional<std::vector<std::string>> field_texts(const Part& part, Diagnostics& problems) {
  if (part.node->kind != Node::Kind::sequence) {
    report_wrong_field("a list", part, problems);
    return std::nullopt;
  }
  const std::size_t before = problems.count();
  std::vector<std::string> texts;
  for (const Part& item : items_of(part)) {
    auto text = field_text(item, problems);
    if (!text) continue;
    if (std::find(texts.begin(), texts.end(), *text) != texts.end()) report_repeated(*text, item, problems);
    texts.push_back(*std::move(text));
  }
  if (problems.count() != before) return std::nullopt;
  return texts;
}

void Fields::close() {
  for (const Part& member : members_of(object_)) {
    if (std::find(known_.begin(), known_.end(), member.key) != known_.end()) continue;
    report_key(Code::unknown_field, member, fmt::format("unknown key '{}'", shortened(member.key)), problems_,
               base::suggestion(member.key, known_));
  }
}

std::optional<Fields> open_fields(const Part& part, std::string_view what, Diagnostics& problems) {
  if (part.node->kind == Node::Kind::mapping) return Fields(part, problems);
  report_wrong_field(what, part, problems);
  return std::nullopt;
}

std::optional<Node> read_tree(const base::Source& source, Diagnostics& problems) {
  const std::string_view name = source.name;
  return name.ends_with(".yaml") || name.ends_with(".yml") ? read_yaml(source, problems) : read_json(source, problems);
}

}  // namespace socrates::loader
