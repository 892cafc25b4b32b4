// SPDX-License-Identifier: Apache-2.0
#include "cli/rules_folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "cli/files.hpp"
#include "socrates/base/codes.hpp"
#include "socrates/builtin/rules.hpp"
#include "socrates/loader/catalogue_loader.hpp"
#include "socrates/loader/engagement_loader.hpp"
#include "socrates/loader/findings_loader.hpp"
#include "socrates/render/answers.hpp"

namespace socrates::cli {
namespace {

/// The rules of a folder, or those built in where it has none.
SharedRules read_compiled(const std::string& folder, const engine::CompiledRules& (*built_in)(),
                          base::Diagnostics& problems) {
  if (folder.empty())
    return {std::shared_ptr<void>(), &built_in()};  // they stay until the program ends: nobody owns them
  const std::optional<std::vector<base::Source>> files = read_rule_set_files(folder, problems);
  if (!files) return nullptr;
  std::optional<loader::LoadedRules> loaded = loader::load_rules(*files, problems);
  if (!loaded) return nullptr;
  engine::Proof proof = proof_of(loaded->rules, engine::Extent::what_results_rest_on);
  for (const engine::Finding& finding : proof.findings) problems.add(to_diagnostic(finding, *loaded));
  for (const engine::Finding& departure : proof.departures) problems.add(to_diagnostic(departure, *loaded));
  if (!proof.findings.empty()) return nullptr;
  return std::make_shared<const engine::CompiledRules>(*std::move(proof.compiled));
}

/// Who changes a letter need not bring rules.
bool holds_drafts_alone(const std::string& folder) {
  if (!is_folder(folder + "/drafts")) return false;
  base::Diagnostics ignored;
  const std::optional<std::vector<std::string>> files = yaml_files(folder, ignored);
  return files && files->empty();
}

}  // namespace

std::string rule_set_folder(const std::string& folder, std::string_view name) {
  std::string own = fmt::format("{}/{}", folder, name);
  if (is_folder(own)) return own;
  const bool holds_others = holds_drafts_alone(folder) ||
                            std::any_of(std::begin(rule_set_names), std::end(rule_set_names),
                                        [&](auto other) { return is_folder(fmt::format("{}/{}", folder, other)); });
  return name == "selection" && !holds_others ? folder : std::string();
}

std::optional<std::vector<base::Source>> read_rule_set_files(const std::string& folder, base::Diagnostics& problems) {
  const std::size_t before = problems.count();
  const std::optional<std::vector<std::string>> paths = yaml_files(folder, problems);
  if (!paths) return std::nullopt;
  if (paths->empty()) {
    base::Diagnostic diagnostic{};
    diagnostic.code = base::Code::no_rules;
    diagnostic.file = folder;
    diagnostic.message = "the folder has no rules";
    diagnostic.hint = "rules are files named *.yaml, in the folder itself or in its subfolder 'selection'";
    problems.add(std::move(diagnostic));
    return std::nullopt;
  }
  std::vector<base::Source> files;
  for (const std::string& path : *paths)
    if (std::optional<base::Source> file = read_source(path, problems)) files.push_back(std::move(*file));
  if (problems.count() != before) return std::nullopt;
  return files;
}

engine::Proof proof_of(const model::RuleSet& rules, engine::Extent extent) {
  const auto shared_questions = [&](const engine::CompiledRules& shipped) {
    const auto& questions = shipped.rules.questions;
    return std::count_if(questions.begin(), questions.end(), [&](const model::Question& question) {
      return model::find_question(rules, question.id).has_value();
    });
  };
  const engine::CompiledRules* const shipped[] = {&builtin::selection_rules(), &builtin::acceptance_rules(),
                                                  &builtin::readiness_rules()};
  const auto* const* const most =
      std::max_element(std::begin(shipped), std::end(shipped),
                       [&](const auto* a, const auto* b) { return shared_questions(*a) < shared_questions(*b); });
  return engine::prove_like(rules, **most, extent);
}

base::Diagnostic to_diagnostic(const engine::Finding& finding, const loader::LoadedRules& loaded) {
  base::Diagnostics one;
  const auto place = loaded.places.find(finding.subject);
  std::string hint;
  if (finding.witness) {
    hint = "for example with the answers " +
           render::answers_json(loaded.rules, *finding.witness, render::Unknowns::left_out, render::Lines::one);
    hint.pop_back();
  }
  one.add(finding.code, place == loaded.places.end() ? base::Span{} : place->second, finding.message, finding.subject,
          std::move(hint));
  return one.kept().empty() ? one.warnings().front() : one.kept().front();
}

struct Rules::Read {
  SharedRules compiled;
  model::Criteria criteria;
  model::Objectives objectives;
  model::ControlCatalogue controls;
};

Rules::Rules(SharedRules compiled, model::Criteria criteria, model::Objectives objectives,
             model::ControlCatalogue controls)
    : read_(std::make_shared<const Read>(
          Read{std::move(compiled), std::move(criteria), std::move(objectives), std::move(controls)})) {}

const engine::CompiledRules& Rules::compiled() const { return read_ ? *read_->compiled : builtin::selection_rules(); }
const model::Criteria& Rules::criteria() const { return read_ ? read_->criteria : builtin::criteria(); }
const model::Objectives& Rules::objectives() const { return read_ ? read_->objectives : builtin::objectives(); }
const model::ControlCatalogue& Rules::controls() const { return read_ ? read_->controls : builtin::controls(); }

std::optional<Rules> read_rules(const std::string& folder, base::Diagnostics& problems) {
  if (folder.empty()) return Rules();
  SharedRules compiled = read_compiled(rule_set_folder(folder, "selection"), builtin::selection_rules, problems);
  std::optional<model::Criteria> criteria = read_criteria(folder, problems);
  std::optional<model::Objectives> objectives = read_objectives(folder, problems);
  if (!compiled || !criteria || !objectives) return std::nullopt;
  std::optional<model::ControlCatalogue> controls = read_controls(folder, *criteria, *objectives, problems);
  if (!controls) return std::nullopt;
  return Rules(std::move(compiled), std::move(*criteria), std::move(*objectives), std::move(*controls));
}

SharedRules read_acceptance(const std::string& folder, base::Diagnostics& problems) {
  const std::string own = folder.empty() ? std::string() : rule_set_folder(folder, "acceptance");
  SharedRules compiled = read_compiled(own, builtin::acceptance_rules, problems);
  if (!compiled || own.empty()) return compiled;
  const std::size_t before = problems.count();
  for (const model::Decision& decision : compiled->rules.decisions) {
    const bool is_check =
        decision.combine == model::Combine::exactly_one &&
        std::all_of(decision.values.begin(), decision.values.end(), [](const model::Named& value) {
          return value.id == "pass" || value.id == "condition" || value.id == "fail" || value.id == "not_applicable";
        });
    if (is_check || decision.combine == model::Combine::collect) continue;
    base::Diagnostic diagnostic{};
    diagnostic.code = base::Code::not_acceptance_rules;
    diagnostic.file = own;
    diagnostic.message = fmt::format("decision '{}' is not a check", decision.id);
    diagnostic.hint = "a check is exactly_one with values from pass, condition, fail and not_applicable";
    problems.add(std::move(diagnostic));
  }
  if (problems.count() != before) return nullptr;
  return compiled;
}

SharedRules read_readiness_rules(const std::string& folder, base::Diagnostics& problems) {
  const std::string own = folder.empty() ? std::string() : rule_set_folder(folder, "readiness");
  return read_compiled(own, builtin::readiness_rules, problems);
}

std::optional<model::Criteria> read_criteria(const std::string& folder, base::Diagnostics& problems) {
  const std::string path = folder + "/criteria.yaml";
  if (folder.empty() || !is_file(path)) return builtin::criteria();
  const std::optional<base::Source> file = read_source(path, problems);
  return file ? loader::load_criteria(*file, problems) : std::nullopt;
}

std::optional<model::Objectives> read_objectives(const std::string& folder, base::Diagnostics& problems) {
  const std::string path = folder + "/objectives.yaml";
  if (folder.empty() || !is_file(path)) return builtin::objectives();
  const std::optional<base::Source> file = read_source(path, problems);
  return file ? loader::load_objectives(*file, problems) : std::nullopt;
}

std::optional<model::ControlCatalogue> read_controls(const std::string& folder, const model::Criteria& criteria,
                                                     const model::Objectives& objectives, base::Diagnostics& problems) {
  const std::string own = folder + "/controls";
  if (folder.empty() || !is_folder(own)) return builtin::controls();
  const std::optional<std::vector<base::Source>> files = read_rule_set_files(own, problems);
  return files ? loader::load_controls(*files, criteria, objectives, problems) : std::nullopt;
}

std::optional<model::CheckTable> read_checks(const std::string& folder, const model::ControlCatalogue& controls,
                                             base::Diagnostics& problems) {
  const std::string path = folder + "/checks.yaml";
  if (folder.empty() || !is_file(path)) return builtin::checks();
  const std::optional<base::Source> file = read_source(path, problems);
  return file ? loader::load_checks(*file, controls, problems) : std::nullopt;
}

std::optional<model::Engagement> read_engagement_file(const std::string& folder, base::Diagnostics& problems) {
  const std::string path = folder + "/engagement.yaml";
  if (folder.empty() || !is_file(path)) return builtin::engagement();
  const std::optional<base::Source> file = read_source(path, problems);
  auto engagement = file ? loader::load_engagement(*file, problems) : std::nullopt;
  if (engagement) take_year_months(builtin::acceptance_rules().rules, *engagement);
  return engagement;
}

std::optional<model::Engagement> read_engagement(const std::string& folder, base::Diagnostics& problems) {
  auto engagement = read_engagement_file(folder, problems);
  const std::string own = folder.empty() ? std::string() : rule_set_folder(folder, "acceptance");
  if (!engagement || own.empty()) return engagement;
  const std::optional<std::vector<base::Source>> files = read_rule_set_files(own, problems);
  const auto acceptance = files ? loader::load_rules(*files, problems) : std::nullopt;
  if (!acceptance) return std::nullopt;
  take_year_months(acceptance->rules, *engagement);
  return engagement;
}

}  // namespace socrates::cli
