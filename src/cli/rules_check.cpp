// SPDX-License-Identifier: Apache-2.0
#include "socrates/cli/rules_check.hpp"

#include <iterator>
#include <string_view>
#include <utility>

#include "socrates/builtin/rules.hpp"
#include "socrates/cli/files.hpp"
#include "socrates/cli/inputs.hpp"
#include "socrates/engine/contract.hpp"
#include "socrates/readiness/catalogue_proof.hpp"
#include "socrates/render/rules_check.hpp"

namespace socrates::cli {
namespace {

/// Compiles the rules and collects every proof that fails; the places are those of the files.
std::vector<render::Refutation> refutations(const loader::LoadedRules& loaded) {
  engine::Compilation compilation = engine::compile(loaded.rules);
  std::vector<engine::Finding> findings = std::move(compilation.findings);
  if (compilation.compiled)
    for (engine::Finding& finding : engine::contract_findings(*compilation.compiled))
      findings.push_back(std::move(finding));
  std::vector<render::Refutation> result;
  for (engine::Finding& finding : findings)
    result.push_back({to_diagnostic(finding, loaded), std::move(finding.witness)});
  return result;
}

/// The rule sets that are checked; what is in them is referred to by the checks.
using RuleSets = std::vector<loader::LoadedRules>;

RuleSets built_in_sets() {
  RuleSets sets;
  sets.push_back({builtin::selection_rules().rules, {}});
  sets.push_back({builtin::readiness_rules().rules, {}});
  return sets;
}

/// Every rule set that the folder holds; nothing where one of them cannot be read.
std::optional<RuleSets> read_sets(const std::string& folder, std::vector<std::vector<base::Source>>& files,
                                  base::Diagnostics& problems) {
  RuleSets sets;
  bool all_good = true;
  for (const std::string_view name : rule_set_names) {
    const std::string own = rule_set_folder(folder, name);
    if (own.empty()) continue;
    std::optional<std::vector<base::Source>> sources = read_rule_set_files(own, problems);
    all_good = all_good && sources;
    if (!sources) continue;
    files.push_back(*std::move(sources));
    std::optional<loader::LoadedRules> loaded = loader::load_rules(files.back(), problems);
    all_good = all_good && loaded;
    if (loaded) sets.push_back(*std::move(loaded));
  }
  if (!all_good) return std::nullopt;
  return sets;
}

/// The tables that belong to the rules that are checked.
struct Tables {
  model::Criteria criteria;
  model::Objectives objectives;
  model::ControlCatalogue controls;
  bool is_own = true;  ///< the folder holds one of them; otherwise there is nothing to check
};

std::optional<Tables> read_tables(const std::string& folder, base::Diagnostics& problems) {
  auto criteria = read_criteria(folder, problems);
  auto objectives = read_objectives(folder, problems);
  if (!criteria || !objectives) return std::nullopt;
  auto controls = read_controls(folder, *criteria, *objectives, problems);
  if (!controls) return std::nullopt;
  const bool is_own = folder.empty() || is_file(folder + "/criteria.yaml") || is_file(folder + "/objectives.yaml") ||
                      is_folder(folder + "/controls");
  return Tables{*std::move(criteria), *std::move(objectives), *std::move(controls), is_own};
}

/// The proofs about the catalogue of controls that fail; services are looked up in the selection rules, if there are
/// any.
std::vector<render::Refutation> catalogue_refutations(const Tables& tables, const RuleSets& sets) {
  static const model::RuleSet none;
  const model::RuleSet& selection = sets.empty() ? none : sets.front().rules;
  const loader::LoadedRules no_places;
  std::vector<render::Refutation> result;
  for (const engine::Finding& finding :
       readiness::catalogue_findings({tables.controls, tables.criteria, tables.objectives}, selection))
    result.push_back({to_diagnostic(finding, no_places), std::nullopt});
  return result;
}

Result report(const RuleSets& sets, const Tables& tables, const Options& options) {
  std::vector<render::RulesCheck> checks;
  Result result{ExitStatus::done, {}, {}};
  for (const loader::LoadedRules& set : sets) checks.push_back({set.rules, refutations(set)});
  std::optional<render::CatalogueCheck> catalogue;
  if (tables.is_own)
    catalogue.emplace(render::CatalogueCheck{tables.controls, tables.criteria, tables.objectives,
                                             catalogue_refutations(tables, sets)});
  for (const render::RulesCheck& check : checks)
    if (!check.refutations.empty()) result.status = ExitStatus::no;
  if (catalogue && !catalogue->refutations.empty()) result.status = ExitStatus::no;
  result.text = options.format == Format::json ? render::rules_check_json(checks, catalogue)
                                               : render::rules_check_text(checks, catalogue, color_of_result(options));
  return result;
}

std::optional<Result> run(const Given& given, const Options& options, base::Diagnostics& problems) {
  const std::string argument = value_of(given, "DIR");
  if (!argument.empty() && !options.rules.empty()) {
    add_usage_problem(problems, "the folder of the rules is given twice, as '" + argument + "' and as --rules '" +
                                    options.rules + "'");
    return std::nullopt;
  }
  const std::string& folder = argument.empty() ? options.rules : argument;
  const std::optional<Tables> tables = read_tables(folder, problems);
  if (folder.empty()) return report(built_in_sets(), *tables, options);
  std::vector<std::vector<base::Source>> files;
  files.reserve(std::size(rule_set_names));  // what is loaded points into them
  const std::optional<RuleSets> sets = read_sets(folder, files, problems);
  if (!sets || !tables) return std::nullopt;
  return report(*sets, *tables, options);
}

}  // namespace

Command rules_check_command() {
  return {"rules check",
          "Prove that the rules have no gap and no contradiction",
          {Format::text, Format::json},
          {{"DIR", "[DIR]", "The folder of the rules; as --rules DIR. Without: the built-in ones"}},
          run};
}

}  // namespace socrates::cli
