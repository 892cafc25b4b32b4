// SPDX-License-Identifier: Apache-2.0
#include "socrates/loader/batch_record.hpp"

#include <fmt/format.h>

#include <utility>

#include "socrates/base/codes.hpp"
#include "socrates/base/suggest.hpp"
#include "socrates/loader/json_reader.hpp"

namespace socrates::loader {
namespace {

constexpr base::Code malformed = base::Code::malformed_batch_record;

void read_id(const Node& node, std::optional<std::string>& id, base::Diagnostics& problems) {
  if (node.kind == Node::Kind::string) {
    id = node.text;
  } else if (node.kind != Node::Kind::null) {
    problems.add(malformed, node.at, fmt::format("'id' takes a text, not {}", describe(node)), "id");
  }
}

/// The answers of the record; null where there are none, after a report.
const Node* find_answers(const Node& record, std::optional<std::string>& id, base::Diagnostics& problems) {
  if (record.kind != Node::Kind::mapping) {
    problems.add(malformed, record.at, fmt::format("expected a record, found {}", describe(record)), {},
                 R"(write {"id": "...", "answers": {...}})");
    return nullptr;
  }
  const Node* answers = nullptr;
  for (const Node::Member& member : record.members) {
    if (member.key == "id") {
      read_id(member.value, id, problems);
    } else if (member.key == "answers") {
      answers = &member.value;
    } else {
      problems.add(malformed, member.key_at, fmt::format("unknown key '{}' in a record", shortened(member.key)),
                   shortened(member.key), base::suggestion(member.key, {"id", "answers"}));
    }
  }
  if (answers == nullptr) problems.add(malformed, record.at, "the record has no 'answers'", "answers");
  return answers;
}

}  // namespace

std::optional<BatchRecord> load_batch_record(const base::Source& line, const Answerable& answerable, base::Date today,
                                             std::optional<std::string>& id, base::Diagnostics& problems) {
  const std::size_t before = problems.count();
  id.reset();
  const std::optional<Node> record = read_json(line, problems);
  const Node* const answers = record ? find_answers(*record, id, problems) : nullptr;
  auto loaded = answers != nullptr ? read_answers(*answers, answerable, today, problems) : std::nullopt;
  if (loaded && problems.count() == before) return BatchRecord{id, std::move(*loaded)};
  problems.sort_by_place();
  return std::nullopt;
}

}  // namespace socrates::loader
