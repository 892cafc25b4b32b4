// SPDX-License-Identifier: Apache-2.0
#include "loader/text/document_kind.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "loader/rules/control_id.hpp"
#include "loader/text/yaml_reader.hpp"
#include "socrates/base/codes.hpp"
#include "socrates/loader/json_reader.hpp"
#include "socrates/model/contract.hpp"

namespace socrates::loader {
namespace {

struct KindName {
  std::string_view name;
  std::string_view readers;
};

/// In the order of the enumeration.
constexpr KindName names[] = {
    {"answers", "recommend, whatif, readiness and plan read answers, and gate reads them with --answers"},
    {"deals", "gate reads deals"},
    {"the reports held", "gate reads them with --reports"},
    {"a policy", "gate reads it with --policy"},
    {"waivers", "gate reads them with --waivers"},
    {"profiles", "gate reads them with --profiles"},
    {"columns of a list", "gate reads them with --columns"},
    {"rules", "--rules names their folder"},
    {"a record", "verify reads records, which have the answers under 'answers'"},
    {"a result",
     "the program writes results and does not read them; recommend --record writes a record, which verify reads"},
};

bool is_one(DocumentKind kind) {
  return kind == DocumentKind::policy || kind == DocumentKind::record || kind == DocumentKind::result;
}

const KindName& name_of(DocumentKind kind) { return names[static_cast<std::size_t>(kind)]; }

/// A key that only one kind has at its top.
struct Mark {
  std::string_view key;
  DocumentKind kind;
};

constexpr Mark marks[] = {
    {"requires", DocumentKind::deals},  {"profile", DocumentKind::deals},   {"profiles", DocumentKind::profiles},
    {"reports", DocumentKind::reports}, {"columns", DocumentKind::columns}, {"thresholds", DocumentKind::policy},
    {"waivers", DocumentKind::waivers}, {"format", DocumentKind::rules},    {"decisions", DocumentKind::rules},
};

bool is_answer_key(std::string_view key) { return model::is_contract_question(key) || is_control_id(key); }

}  // namespace

std::optional<DocumentKind> kind_of(const Node& root) {
  if (root.kind == Node::Kind::sequence && !root.items.empty())
    return kind_of(root.items.front()) == DocumentKind::deals ? std::optional(DocumentKind::deals) : std::nullopt;
  if (root.kind != Node::Kind::mapping) return std::nullopt;
  const Node::Member* const schema = find_member(root, "schema");
  if (schema != nullptr && schema->value.kind == Node::Kind::string && schema->value.text.starts_with("socrates."))
    return schema->value.text.starts_with("socrates.record/") ? DocumentKind::record : DocumentKind::result;
  for (const Mark& mark : marks)
    if (find_member(root, mark.key) != nullptr) return mark.kind;
  if (std::any_of(root.members.begin(), root.members.end(),
                  [](const Node::Member& member) { return is_answer_key(member.key); }))
    return DocumentKind::answers;
  return std::nullopt;
}

bool is_of_kind(DocumentKind expected, const Node& root, base::Diagnostics& problems) {
  const std::optional<DocumentKind> kind = kind_of(root);
  if (!kind || *kind == expected) return true;
  base::Diagnostic diagnostic{};
  diagnostic.code = base::Code::other_kind;
  if (root.at.source != nullptr) diagnostic.file = root.at.source->name;
  diagnostic.message = fmt::format("this file has {}, but {} {} expected", name_of(*kind).name, name_of(expected).name,
                                   is_one(expected) ? "is" : "are");
  diagnostic.hint = name_of(*kind).readers;
  if (expected == DocumentKind::record && *kind == DocumentKind::answers)
    diagnostic.hint = "recommend --record FILE makes a record of answers";
  problems.add(std::move(diagnostic));
  return false;
}

std::optional<Node> read_json_of_kind(DocumentKind expected, const base::Source& source, base::Diagnostics& problems) {
  const std::string_view name = source.name;
  if (name.ends_with(".yaml") || name.ends_with(".yml")) {
    base::Diagnostics of_yaml;
    const std::optional<Node> root = read_yaml(source, of_yaml);
    if (root && !is_of_kind(expected, *root, problems)) return std::nullopt;
  }
  return read_json(source, problems);
}

}  // namespace socrates::loader
