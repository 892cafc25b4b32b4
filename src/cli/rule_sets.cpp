// SPDX-License-Identifier: Apache-2.0
#include "cli/rule_sets.hpp"

#include <string_view>
#include <utility>

#include "cli/inputs.hpp"
#include "socrates/builtin/rules.hpp"

namespace socrates::cli {
namespace {

std::vector<SourcedRules> built_in_sets() {
  std::vector<SourcedRules> sets;
  sets.push_back({{}, {}, {builtin::selection_rules().rules, {}}});
  sets.push_back({{}, {}, {builtin::acceptance_rules().rules, {}}});
  sets.push_back({{}, {}, {builtin::readiness_rules().rules, {}}});
  return sets;
}

}  // namespace

std::optional<std::vector<SourcedRules>> read_rule_sets(const std::string& folder, base::Diagnostics& problems) {
  if (folder.empty()) return built_in_sets();
  std::vector<SourcedRules> sets;
  bool all_good = true;
  for (const std::string_view name : rule_set_names) {
    SourcedRules set;
    set.folder = rule_set_folder(folder, name);
    if (set.folder.empty()) continue;
    std::optional<std::vector<base::Source>> files = read_rule_set_files(set.folder, problems);
    if (!files) {
      all_good = false;
      continue;
    }
    set.files = *std::move(files);
    std::optional<loader::LoadedRules> loaded = loader::load_rules(set.files, problems);
    if (!loaded) {
      all_good = false;
      continue;
    }
    set.loaded = *std::move(loaded);
    sets.push_back(std::move(set));  // the files stay where they are in memory, so the places hold
  }
  if (!all_good) return std::nullopt;
  return sets;
}

std::optional<std::vector<engine::CompiledRules>> prove_rule_sets(const std::vector<SourcedRules>& sets,
                                                                  base::Diagnostics& problems) {
  const std::size_t before = problems.count();
  std::vector<engine::CompiledRules> all;
  for (const SourcedRules& set : sets) {
    engine::Proof proof = proof_of(set.loaded.rules, engine::Extent::what_results_rest_on);
    for (const engine::Finding& finding : proof.findings) problems.add(to_diagnostic(finding, set.loaded));
    for (const engine::Finding& departure : proof.departures) problems.add(to_diagnostic(departure, set.loaded));
    if (proof.compiled) all.push_back(*std::move(proof.compiled));
  }
  if (problems.count() != before) return std::nullopt;
  return all;
}

std::optional<std::string> folder_of_rules(const Given& given, const Options& options, base::Diagnostics& problems) {
  const std::string argument = value_of(given, folder_argument);
  if (argument.empty() || options.rules.empty()) return argument.empty() ? options.rules : argument;
  add_usage_problem(
      problems, "the folder of the rules is given twice, as '" + argument + "' and as --rules '" + options.rules + "'");
  return std::nullopt;
}

}  // namespace socrates::cli
