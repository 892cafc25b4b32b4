// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.hpp"
#include "cli/drafts_folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <tuple>
#include <utility>

#include "cli/files.hpp"
#include "cli/forms.hpp"
#include "cli/inputs.hpp"
#include "cli/plan.hpp"
#include "cli/rule_sets.hpp"
#include "socrates/interview/length.hpp"
#include "socrates/readiness/catalogue_proof.hpp"
#include "socrates/render/answers.hpp"
#include "socrates/render/rules_check.hpp"
#include "socrates/render/sarif.hpp"

namespace socrates::cli {
namespace {

/// Enough for a figure, few enough to be no wait.
constexpr int usual_interviews = 100;
constexpr int most_interviews = 1'000'000;
constexpr std::uint64_t seed_of_interviews = 1;

/// Proves everything and draws interviews; the places are those of the files.
render::RulesCheck check(const loader::LoadedRules& loaded, std::size_t interviews) {
  engine::Proof proof = proof_of(loaded.rules, engine::Extent::everything);
  render::RulesCheck result{loaded.rules, {}, {}, proof.answer_sets, {}};
  for (engine::Finding& finding : proof.findings)
    result.refutations.push_back({to_diagnostic(finding, loaded), std::move(finding.witness)});
  for (const engine::Finding& departure : proof.departures)
    result.departures.push_back(to_diagnostic(departure, loaded));
  const auto place = [](const render::Refutation& refutation) {
    const base::Diagnostic& diagnostic = refutation.diagnostic;
    return std::tie(diagnostic.file, diagnostic.at.line, diagnostic.at.column);
  };
  std::stable_sort(result.refutations.begin(), result.refutations.end(),
                   [&](const auto& a, const auto& b) { return place(a) < place(b); });
  if (proof.compiled) result.lengths = interview::drawn_lengths(*proof.compiled, interviews, seed_of_interviews);
  return result;
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
  const bool has_engagement = read_engagement_file(folder, problems).has_value();
  if (!criteria || !objectives || !has_engagement) return std::nullopt;
  auto controls = read_controls(folder, *criteria, *objectives, problems);
  const bool has_checks =
      controls && (folder.empty() || !is_file(folder + "/checks.yaml") || read_checks(folder, *controls, problems));
  if (!has_checks) return std::nullopt;
  const bool is_own = folder.empty() || is_file(folder + "/criteria.yaml") || is_file(folder + "/objectives.yaml") ||
                      is_folder(folder + "/controls");
  return Tables{*std::move(criteria), *std::move(objectives), *std::move(controls), is_own};
}

/// The proofs about the catalogue of controls that fail; services are looked up in the selection rules, if there are
/// any.
std::vector<render::Refutation> catalogue_refutations(const Tables& tables, const std::vector<SourcedRules>& sets) {
  static const model::RuleSet none;
  const model::RuleSet& selection = sets.empty() ? none : sets.front().loaded.rules;
  const loader::LoadedRules no_places;
  std::vector<render::Refutation> result;
  for (const engine::Finding& finding :
       readiness::catalogue_findings({tables.controls, tables.criteria, tables.objectives}, selection))
    result.push_back({to_diagnostic(finding, no_places), std::nullopt});
  return result;
}

/// Every witness as an answers file of its own, `S301-1.json`, in the folder.
std::vector<Result::File> witnesses_in(const std::string& folder, const std::vector<render::RulesCheck>& checks) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);  // where it fails, so does the first file
  std::vector<Result::File> files;
  std::size_t number = 0;
  for (const render::RulesCheck& one : checks)
    for (const render::Refutation& refutation : one.refutations) {
      if (!refutation.witness) continue;
      const std::string path =
          fmt::format("{}/{}-{}.json", folder, base::entry(refutation.diagnostic.code).id, ++number);
      files.push_back({path, render::answers_json(one.rules, *refutation.witness)});
    }
  return files;
}

/// What the command found.
struct Checked {
  std::vector<render::RulesCheck> checks;
  std::optional<render::CatalogueCheck> catalogue;
  std::vector<base::Diagnostic> warnings = {};
};

std::vector<base::Diagnostic> diagnostics_of(const Checked& checked) {
  std::vector<base::Diagnostic> diagnostics;
  for (const render::RulesCheck& one : checked.checks)
    for (const render::Refutation& refutation : one.refutations) diagnostics.push_back(refutation.diagnostic);
  if (checked.catalogue)
    for (const render::Refutation& refutation : checked.catalogue->refutations)
      diagnostics.push_back(refutation.diagnostic);
  return diagnostics;
}

/// What is no error: words that other readers take for something else, and what departs from the contract.
std::vector<base::Diagnostic> warnings_of(const Checked& checked) {
  std::vector<base::Diagnostic> warnings = checked.warnings;
  for (const render::RulesCheck& one : checked.checks)
    warnings.insert(warnings.end(), one.departures.begin(), one.departures.end());
  return warnings;
}

std::vector<base::Diagnostic> joined(std::vector<base::Diagnostic> errors,
                                     const std::vector<base::Diagnostic>& warnings) {
  errors.insert(errors.end(), warnings.begin(), warnings.end());
  return errors;
}

constexpr Form<Checked> sarif{"sarif", [](const Checked& checked) {
                                return render::sarif(joined(diagnostics_of(checked), warnings_of(checked)),
                                                     SOCRATES_VERSION);
                              }};
constexpr Form<Checked> other_forms_of_checks[] = {sarif};
constexpr Forms<Checked> check_forms{
    [](const Checked& checked) { return render::rules_check_document(checked.checks, checked.catalogue); },
    [](const Checked& checked) { return render::rules_check_json(checked.checks, checked.catalogue); },
    other_forms_of_checks};

constexpr Argument witnesses_option{"--witnesses", "DIR",
                                    "Write answers that break a proof into this folder, one file each"};
constexpr Argument interviews_option{"--interviews", "COUNT",
                                     "Number of simulated interviews for the average length (default 100)"};

/// Code scanning shows what keeps rules from being read as well as what their proofs refute.
Result unreadable(const base::Diagnostics& problems) {
  Result result{ExitStatus::invalid, render::sarif(joined(problems.kept(), problems.warnings()), SOCRATES_VERSION), {}};
  for (const base::Diagnostic& problem : problems.kept())
    result.notes.push_back(
        fmt::format("{}:{}: {} [{}]", problem.file, problem.at.line, problem.message, base::entry(problem.code).id));
  return result;
}

std::optional<int> count_of_interviews(const Given& given, base::Diagnostics& problems) {
  if (!is_given(given, interviews_option)) return usual_interviews;
  if (const std::optional<int> count = number_of(given, interviews_option, 0, most_interviews)) return *count;
  add_usage_problem(problems, fmt::format("option '--interviews' takes a number from 0 to {}", most_interviews));
  return std::nullopt;
}

std::optional<Result> run_rules_check(const Given& given, const Options& options, base::Diagnostics& problems) {
  const std::optional<int> interviews = count_of_interviews(given, problems);
  const std::optional<std::string> folder = folder_of_rules(given, options, problems);
  if (!interviews || !folder) return std::nullopt;
  const std::optional<Tables> tables = read_tables(*folder, problems);
  const std::optional<std::vector<SourcedRules>> sets = read_rule_sets(*folder, problems);
  const bool are_drafts_good = read_drafts(*folder, problems).has_value();
  if ((!sets || !tables || !are_drafts_good) && options.format == sarif.name) return unreadable(problems);
  if (!sets || !tables || !are_drafts_good) return std::nullopt;
  Checked checked{{}, {}, problems.warnings()};
  for (const SourcedRules& set : *sets)
    checked.checks.push_back(check(set.loaded, static_cast<std::size_t>(*interviews)));
  if (tables->is_own)
    checked.catalogue.emplace(render::CatalogueCheck{tables->controls, tables->criteria, tables->objectives,
                                                     catalogue_refutations(*tables, *sets)});
  const ExitStatus status = diagnostics_of(checked).empty() ? ExitStatus::done : ExitStatus::no;
  Result result{status, written(check_forms, checked, options), {}};
  if (is_given(given, witnesses_option)) result.also = witnesses_in(value_of(given, witnesses_option), checked.checks);
  return result;
}

}  // namespace

Command rules_check_command() {
  return {"rules check",
          "Prove that rules are complete and consistent, with no dead parts",
          names_of(check_forms),
          {folder_argument, witnesses_option, interviews_option},
          run_rules_check};
}

}  // namespace socrates::cli
