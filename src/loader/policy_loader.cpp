// SPDX-License-Identifier: Apache-2.0
#include "socrates/loader/policy_loader.hpp"

#include "fields.hpp"
#include "socrates/loader/json_reader.hpp"
#include "socrates/loader/yaml_reader.hpp"

namespace socrates::loader {

namespace {

using base::Code;
using base::Diagnostics;

/// YAML, unless the name says JSON.
std::optional<Node> read_settings(const base::Source& source, Diagnostics& problems) {
  return std::string_view(source.name).ends_with(".json") ? read_json(source, problems) : read_yaml(source, problems);
}

void read_thresholds(const Part& part, const model::RuleSet& acceptance, model::Policy& policy, Diagnostics& problems) {
  if (part.node->kind != Node::Kind::mapping) return report_wrong_field("a mapping of thresholds", part, problems);
  std::vector<std::string> known;
  for (const model::Default& threshold : acceptance.defaults) known.push_back(threshold.id);
  for (const Part& member : members_of(part)) {
    const auto index = model::find_default(acceptance, member.key);
    if (!index) {
      report_key(Code::unknown_threshold, member, fmt::format("unknown threshold '{}'", shortened(member.key)),
                 problems, base::suggestion(member.key, known));
      continue;
    }
    const model::Default& threshold = acceptance.defaults[*index];
    if (const auto value = field_number(member, threshold.from, threshold.to, problems))
      policy.thresholds.emplace(member.key, *value);
  }
}

void read_alike(const Part& part, model::Policy& policy, Diagnostics& problems) {
  if (part.node->kind != Node::Kind::sequence) return report_wrong_field("a list of lists of services", part, problems);
  for (const Part& item : items_of(part))
    if (auto services = field_texts(item, problems)) policy.alike_services.push_back(*std::move(services));
}

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return text;
}

model::Waiver read_waiver(const Part& part, const model::RuleSet& acceptance, Diagnostics& problems) {
  model::Waiver waiver;
  auto fields = open_fields(part, "a waiver, which is a mapping", problems);
  if (!fields) return waiver;
  const auto text = [&](const Part& p) { return field_text(p, problems); };
  waiver.deal = fields->require("deal", text).value_or("");
  waiver.requirement = fields->optional("requirement", text).value_or("");
  waiver.reason = fields->require("reason", text).value_or("");
  waiver.approver = fields->require("approver", text).value_or("");
  waiver.expiry =
      fields->require("expiry", [&](const Part& p) { return field_date(p, problems); }).value_or(base::Date());
  waiver.check = fields
                     ->require("check",
                               [&](const Part& p) -> std::optional<std::string> {
                                 const auto word = field_text(p, problems);
                                 if (!word) return std::nullopt;
                                 std::vector<std::string> known;
                                 for (const model::Decision& d : acceptance.decisions)
                                   if (d.combine == model::Combine::exactly_one) known.push_back(upper(d.id));
                                 const std::string id = upper(*word);
                                 if (std::find(known.begin(), known.end(), id) != known.end()) return id;
                                 report_unknown_word("check", *word, known, p, problems);
                                 return std::nullopt;
                               })
                     .value_or("");
  fields->close();
  return waiver;
}

}  // namespace

std::optional<model::Policy> load_policy(const base::Source& source, const model::RuleSet& acceptance,
                                         Diagnostics& problems) {
  const std::size_t before = problems.count();
  const auto root = read_settings(source, problems);
  if (!root) return std::nullopt;
  model::Policy policy;
  if (auto fields = open_fields(root_part(*root), "a mapping with 'thresholds'", problems)) {
    if (const auto part = fields->find("thresholds")) read_thresholds(*part, acceptance, policy, problems);
    if (const auto part = fields->find("alike_services")) read_alike(*part, policy, problems);
    fields->close();
  }
  if (problems.count() == before) return policy;
  problems.sort_by_place();
  return std::nullopt;
}

std::optional<std::vector<model::Waiver>> load_waivers(const base::Source& source, const model::RuleSet& acceptance,
                                                       Diagnostics& problems) {
  const std::size_t before = problems.count();
  const auto root = read_settings(source, problems);
  if (!root) return std::nullopt;
  std::vector<model::Waiver> waivers;
  const Part document = root_part(*root);
  if (auto fields = open_fields(document, "a mapping with 'waivers'", problems)) {
    if (const auto part = fields->find("waivers")) {
      if (part->node->kind != Node::Kind::sequence) report_wrong_field("a list of waivers", *part, problems);
      if (part->node->kind == Node::Kind::sequence)
        for (const Part& item : items_of(*part)) waivers.push_back(read_waiver(item, acceptance, problems));
    } else {
      report_key(Code::missing_field, document, "'waivers' is missing", problems);
    }
    fields->close();
  }
  if (problems.count() == before) return waivers;
  problems.sort_by_place();
  return std::nullopt;
}

}  // namespace socrates::loader
