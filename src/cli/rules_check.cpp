// SPDX-License-Identifier: Apache-2.0
#include "socrates/cli/rules_check.hpp"

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

std::optional<Result> report(const render::RulesCheck& check, const Options& options) {
  Result result{check.refutations.empty() ? ExitStatus::done : ExitStatus::no, {}, {}};
  result.text = options.format == Format::json ? render::rules_check_json(check)
                                               : render::rules_check_text(check, color_of_result(options));
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
  if (folder.empty()) {
    const loader::LoadedRules built_in{builtin::selection_rules().rules, {}};
    return report({built_in.rules, refutations(built_in)}, options);
  }
  const std::optional<std::vector<base::Source>> files = read_rules_files(folder, problems);
  if (!files) return std::nullopt;
  const std::optional<loader::LoadedRules> loaded = loader::load_rules(*files, problems);
  const bool has_criteria = read_criteria(folder, problems).has_value();
  if (!loaded || !has_criteria) return std::nullopt;
  return report({loaded->rules, refutations(*loaded)}, options);
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
