// SPDX-License-Identifier: Apache-2.0
#include "socrates/cli/rules_check.hpp"

#include <iterator>
#include <string_view>
#include <utility>

#include "socrates/builtin/rules.hpp"
#include "socrates/cli/inputs.hpp"
#include "socrates/engine/contract.hpp"
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
  return sets;
}

/// Every rule set that the folder holds; nothing where one of them cannot be read.
std::optional<RuleSets> read_sets(const std::string& folder, std::vector<std::vector<base::Source>>& files,
                                  base::Diagnostics& problems) {
  RuleSets sets;
  bool all_good = read_criteria(folder, problems).has_value();
  for (const std::string_view name : rule_set_names) {
    const std::string own = rule_set_folder(folder, name);
    if (own.empty()) continue;
    std::optional<std::vector<base::Source>> sources = read_rule_set_files(own, problems);
    if (sources) files.push_back(*std::move(sources));
    std::optional<loader::LoadedRules> loaded = sources ? loader::load_rules(files.back(), problems) : std::nullopt;
    if (loaded) sets.push_back(*std::move(loaded));
    all_good = all_good && loaded;
  }
  if (!all_good) return std::nullopt;
  return sets;
}

Result report(const RuleSets& sets, const Options& options) {
  std::vector<render::RulesCheck> checks;
  Result result{ExitStatus::done, {}, {}};
  for (const loader::LoadedRules& set : sets) {
    checks.push_back({set.rules, refutations(set)});
    if (!checks.back().refutations.empty()) result.status = ExitStatus::no;
  }
  result.text = options.format == Format::json ? render::rules_check_json(checks)
                                               : render::rules_check_text(checks, color_of_result(options));
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
  if (folder.empty()) return report(built_in_sets(), options);
  std::vector<std::vector<base::Source>> files;
  files.reserve(std::size(rule_set_names));  // what is loaded points into them
  const std::optional<RuleSets> sets = read_sets(folder, files, problems);
  if (!sets) return std::nullopt;
  return report(*sets, options);
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
