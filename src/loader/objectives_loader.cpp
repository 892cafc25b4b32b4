// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <string>

#include "control_id.hpp"
#include "documents.hpp"
#include "draft.hpp"
#include "format_check.hpp"
#include "part.hpp"
#include "socrates/loader/catalogue_loader.hpp"
#include "socrates/loader/yaml_reader.hpp"

namespace socrates::loader {
namespace {

using base::Code;
using base::Diagnostics;

/// Options of a question, under a key that may be left out.
std::vector<std::string> optional_options(const Part& mapping, std::string_view key, Diagnostics& problems) {
  std::vector<std::string> options;
  const auto list = find(mapping, key);
  if (!list || !expect_list(*list, "a list of options", problems)) return options;
  Names seen;
  for (const Part& item : items_of(*list)) {
    const auto id = read_id(item, problems);
    if (id && declare(seen, *id, {Declared::Kind::question, 0, item.node->at}, item.path, problems))
      options.push_back(*id);
  }
  return options;
}

model::Objective read_objective(const Part& part, Diagnostics& problems) {
  model::Objective objective;
  objective.id = part.key;
  if (!expect_mapping(part, "a mapping with a label", problems)) return objective;
  expect_keys(part, {"label", "activities", "offerings", "not_for"}, problems);
  objective.label = require_text(part, "label", problems);
  objective.activities = optional_options(part, "activities", problems);
  objective.offerings = optional_options(part, "offerings", problems);
  objective.not_for = optional_options(part, "not_for", problems);
  return objective;
}

}  // namespace

std::optional<model::Objectives> load_objectives(const base::Source& file, Diagnostics& problems) {
  const std::size_t before = problems.count();
  const auto root = read_yaml(file, problems);
  if (!root) return std::nullopt;
  const Part document = root_part(*root);
  if (!is_format_1(document, problems)) return std::nullopt;
  expect_keys(document, {"format", "sources", "drawn_from", "objectives"}, problems);
  read_drawn_from(document, problems);  // for people, but what they name is checked
  model::Objectives objectives;
  const auto members = require(document, "objectives", problems);
  if (members && expect_mapping(*members, "a mapping of objectives", problems)) {
    for (const Part& member : members_of(*members)) {
      if (!is_control_id(member.key)) {
        report_key(Code::malformed_id, member, fmt::format("'{}' is not the id of an objective", shortened(member.key)),
                   problems, "objectives are numbered as BP-01 or IT-01");
      }
      objectives.push_back(read_objective(member, problems));
    }
  }
  if (problems.count() == before) return objectives;
  problems.sort_by_place();
  return std::nullopt;
}

}  // namespace socrates::loader
