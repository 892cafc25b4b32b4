// SPDX-License-Identifier: Apache-2.0
#include "cli/rule_candidates.hpp"

#include <optional>
#include <set>
#include <utility>

#include "cli/inputs.hpp"
#include "cli/rule_sets.hpp"
#include "socrates/builtin/rules.hpp"
#include "socrates/model/control_answer.hpp"

namespace socrates::cli {
namespace {

std::optional<model::RuleSet> selection_in_force(const std::string& folder) {
  const std::string own = folder.empty() ? "" : rule_set_folder(folder, "selection");
  if (own.empty()) return builtin::selection_rules().rules;
  base::Diagnostics ignored;
  const std::optional<std::vector<base::Source>> files = read_rule_set_files(own, ignored);
  std::optional<loader::LoadedRules> loaded = files ? loader::load_rules(*files, ignored) : std::nullopt;
  if (!loaded) return std::nullopt;
  return std::move(loaded->rules);
}

std::vector<std::string> ids_of_controls(const std::string& folder) {
  base::Diagnostics ignored;
  const std::optional<model::Criteria> criteria = read_criteria(folder, ignored);
  const std::optional<model::Objectives> objectives = read_objectives(folder, ignored);
  std::optional<model::ControlCatalogue> controls;
  if (criteria && objectives) controls = read_controls(folder, *criteria, *objectives, ignored);
  std::vector<std::string> ids;
  if (controls)
    for (const model::Control& control : controls->controls) ids.push_back(control.id);
  return ids;
}

/// The lists that go on from the list at the end of the word: each option that is not in it yet.
std::vector<std::string> longer_lists(const model::Question& question, std::string_view list) {
  const std::size_t comma = list.rfind(',');
  const std::string before(list.substr(0, comma == std::string_view::npos ? 0 : comma + 1));
  std::vector<std::string> lists;
  for (const model::Named& option : question.options)
    if (("," + before).find("," + option.id + ",") == std::string::npos) lists.push_back(before + option.id);
  return lists;
}

std::vector<std::string> answers_to(const model::Question& question, std::string_view value) {
  std::vector<std::string> values;
  switch (question.kind) {
    case model::QuestionKind::yes_no:
      values = {"true", "false"};
      break;
    case model::QuestionKind::one:
      for (const model::Named& option : question.options) values.push_back(option.id);
      break;
    case model::QuestionKind::several:
      values = longer_lists(question, value);
      break;
    case model::QuestionKind::number:
      break;
  }
  values.emplace_back("null");
  return values;
}

std::vector<std::string> values_of_setting(const Given& given, const std::string& id, std::string_view value) {
  const std::string folder = value_of(given, rules_option);
  const std::optional<model::RuleSet> rules = selection_in_force(folder);
  if (!rules) return {};
  for (const model::Question& question : rules->questions) {
    if (question.id == id) return answers_to(question, value);
    if (question.date && question.date->id == id) return {"null"};
  }
  std::vector<std::string> statuses;
  for (const std::string& control : ids_of_controls(folder))
    if (control == id)
      for (const model::StatusName& status : model::status_names) statuses.emplace_back(status.id);
  if (!statuses.empty()) statuses.emplace_back("null");
  return statuses;
}

std::vector<std::string> with_prefix(const std::string& prefix, std::vector<std::string> words) {
  for (std::string& word : words) word.insert(0, prefix);
  return words;
}

}  // namespace

std::vector<std::string> candidates_for_setting(const Given& given, std::string_view word) {
  const std::size_t equals = word.find('=');
  if (equals != std::string_view::npos)
    return with_prefix(std::string(word.substr(0, equals + 1)),
                       values_of_setting(given, std::string(word.substr(0, equals)), word.substr(equals + 1)));
  std::set<std::string> set;
  for (const std::string& setting : values_of(given, setting_option)) set.insert(setting.substr(0, setting.find('=')));
  std::vector<std::string> ids;
  const auto add = [&](const std::string& id) {
    if (!set.contains(id)) ids.push_back(id + "=");
  };
  const std::string folder = value_of(given, rules_option);
  const std::optional<model::RuleSet> rules = selection_in_force(folder);
  if (!rules) return {};
  for (const model::Question& question : rules->questions) {
    // A question and its date are two names of one answer.
    if (question.date && (set.contains(question.id) || set.contains(question.date->id))) continue;
    add(question.id);
    if (question.date) add(question.date->id);
  }
  for (const std::string& control : ids_of_controls(folder)) add(control);
  return ids;
}

std::vector<std::string> candidates_for_want(const Given& given, std::string_view word) {
  const std::optional<model::RuleSet> rules = selection_in_force(value_of(given, rules_option));
  if (!rules) return {};
  const std::string_view id = word.substr(0, word.find('='));
  std::vector<std::string> words;
  for (const model::Decision& decision : rules->decisions) {
    if (id.size() == word.size())
      words.push_back(decision.id + "=");
    else if (decision.id == id)
      for (const model::Named& value : decision.values) words.push_back(decision.id + "=" + value.id);
  }
  return words;
}

std::vector<std::string> candidates_for_decision(const Given& given, std::string_view /*word*/) {
  Options options;
  options.rules = value_of(given, rules_option);
  base::Diagnostics ignored;
  const std::optional<std::string> folder = folder_of_rules(given, options, ignored);
  const std::optional<std::vector<SourcedRules>> sets = folder ? read_rule_sets(*folder, ignored) : std::nullopt;
  std::vector<std::string> ids;
  if (sets && !sets->empty())
    for (const model::Decision& decision : sets->front().loaded.rules.decisions) ids.push_back(decision.id);
  return ids;
}

}  // namespace socrates::cli
