// SPDX-License-Identifier: Apache-2.0
#include "socrates/cli/inputs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "socrates/base/codes.hpp"
#include "socrates/builtin/rules.hpp"
#include "socrates/cli/command.hpp"
#include "socrates/cli/files.hpp"
#include "socrates/engine/outcome.hpp"
#include "socrates/engine/prove.hpp"
#include "socrates/loader/sheet_loader.hpp"
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
  engine::Proof proof = engine::prove(loaded->rules, engine::Extent::what_results_rest_on);
  for (const engine::Finding& finding : proof.findings) problems.add(to_diagnostic(finding, *loaded));
  if (!proof.findings.empty()) return nullptr;
  return std::make_shared<const engine::CompiledRules>(*std::move(proof.compiled));
}

/// The questions that the clause names and that are answered, in the order of asking.
std::vector<std::size_t> answered_subjects(const model::Impossible& clause, const model::RuleSet& rules,
                                           const loader::LoadedAnswers& loaded) {
  model::Subjects subjects;
  model::add_subjects(clause.when, rules, subjects);
  std::vector<std::size_t> questions(subjects.questions.begin(), subjects.questions.end());
  std::erase_if(questions, [&](std::size_t q) { return loaded.places[q].source == nullptr; });
  return questions;
}

std::string place_of(const base::Span& span) {
  const base::Position at = base::position_at(*span.source, span.offset);
  return span.source->name == "--set" ? span.source->name + " " + span.source->text
                                      : fmt::format("{}:{}:{}", span.source->name, at.line, at.column);
}

/// Points at the last of the answers concerned, as it is the one that needs the others; the hint says where those are.
void add_contradiction(std::size_t clause, const model::RuleSet& rules, const loader::LoadedAnswers& loaded,
                       base::Diagnostics& problems) {
  const model::Impossible& impossible = rules.impossible[clause];
  const std::vector<std::size_t> subjects = answered_subjects(impossible, rules, loaded);
  std::string message =
      "these answers contradict each other: " + render::filled(impossible.because, rules, loaded.answers);
  std::string hint;
  for (std::size_t i = 0; i + 1 < subjects.size(); ++i)
    hint += fmt::format("{}'{}' at {}", hint.empty() ? "see also " : ", ", rules.questions[subjects[i]].id,
                        place_of(loaded.places[subjects[i]]));
  problems.add(base::Code::contradiction, subjects.empty() ? base::Span{} : loaded.places[subjects.back()],
               std::move(message), subjects.empty() ? std::string() : rules.questions[subjects.back()].id,
               std::move(hint));
}

/// The question that an assignment is about, under its own id or that of its date; none where there is no such
/// question.
std::optional<std::size_t> question_of(const std::string& setting, const model::RuleSet& rules) {
  const std::string id = setting.substr(0, setting.find('='));
  for (std::size_t q = 0; q < rules.questions.size(); ++q)
    if (rules.questions[q].id == id || (rules.questions[q].date && rules.questions[q].date->id == id)) return q;
  return std::nullopt;
}

/// Of two assignments to one question or control neither is taken for the better one.
void refuse_repeated(const std::vector<std::string>& settings, const model::RuleSet& rules,
                     base::Diagnostics& problems) {
  std::map<std::string, std::string> first;
  for (const std::string& setting : settings) {
    const std::optional<std::size_t> question = question_of(setting, rules);
    const std::string id = question ? rules.questions[*question].id : setting.substr(0, setting.find('='));
    const auto [known, is_new] = first.emplace(id, setting);
    if (!is_new)
      add_usage_problem(problems, fmt::format("{} '{}' is set twice, by '{}' and by '{}'",
                                              question ? "question" : "control", id, known->second, setting));
  }
}

}  // namespace

std::string rule_set_folder(const std::string& folder, std::string_view name) {
  std::string own = fmt::format("{}/{}", folder, name);
  if (is_folder(own)) return own;
  const bool holds_others = std::any_of(std::begin(rule_set_names), std::end(rule_set_names),
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
    diagnostic.message = "the folder holds no rules";
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
  return one.kept().front();
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
    diagnostic.message = fmt::format("decision '{}' is no check", decision.id);
    diagnostic.hint = "a check is exactly_one of some of pass, condition, fail and not_applicable";
    problems.add(std::move(diagnostic));
  }
  if (problems.count() != before) return nullptr;
  return compiled;
}

SharedRules read_readiness_rules(const std::string& folder, base::Diagnostics& problems) {
  const std::string own = folder.empty() ? std::string() : rule_set_folder(folder, "readiness");
  return read_compiled(own, builtin::readiness_rules, problems);
}

bool is_sheet(const std::string& file) { return file.ends_with(".csv") || file.ends_with(".CSV"); }

namespace {

std::optional<Answered> read_all(const std::string& file, const std::vector<std::string>& settings, const Rules& rules,
                                 base::Date today, base::Diagnostics& problems) {
  const std::size_t before = problems.count();
  const loader::Answerable answerable(rules.compiled().rules, [&rules] { return &rules.controls(); });
  std::optional<base::Source> source;
  std::optional<loader::LoadedAnswers> loaded = loader::no_answers(answerable);
  if (!file.empty()) {
    source = read_source(file, problems);
    if (!source)
      loaded = std::nullopt;
    else if (is_sheet(file))
      loaded = loader::load_sheet(*source, answerable, today, problems);
    else
      loaded = loader::load_answers(*source, answerable, today, problems);
  }
  refuse_repeated(settings, rules.compiled().rules, problems);
  std::vector<base::Source> assignments;
  for (const std::string& setting : settings) assignments.push_back({"--set", setting});
  loader::LoadedAnswers scratch = loader::no_answers(answerable);
  for (const base::Source& assignment : assignments)
    loader::set_answer(assignment, answerable, today, loaded ? *loaded : scratch, problems);
  if (!loaded || problems.count() != before) return std::nullopt;
  return settle(std::move(*loaded), rules.compiled(), problems);
}

}  // namespace

std::optional<Answered> read_answers(const std::string& file, const std::vector<std::string>& settings,
                                     const Rules& rules, base::Date today, base::Diagnostics& problems) {
  std::optional<Answered> answered = read_all(file, settings, rules, today, problems);
  if (answered) answered->controls.resize(rules.controls().controls.size());
  return answered;
}

std::optional<Answered> read_answers_to_questions(const std::string& file, const std::vector<std::string>& settings,
                                                  const Rules& rules, base::Date today, base::Diagnostics& problems) {
  std::optional<Answered> answered = read_all(file, settings, rules, today, problems);
  if (answered) answered->controls.clear();
  return answered;
}

std::optional<Answered> settle(loader::LoadedAnswers loaded, const engine::CompiledRules& compiled,
                               base::Diagnostics& problems) {
  if (std::optional<engine::Outcome> outcome = engine::evaluate(compiled, loaded.answers))
    return Answered{std::move(loaded.answers), std::move(*outcome), std::move(loaded.controls)};
  add_contradictions(compiled, loaded, problems);
  return std::nullopt;
}

void add_too_much_work(const engine::TooMuchWork& refusal, base::Diagnostics& problems) {
  base::Diagnostic diagnostic{};
  diagnostic.code = base::Code::too_much_work;
  diagnostic.message = std::string("this needs ") + refusal.what();
  problems.add(std::move(diagnostic));
}

void add_contradictions(const engine::CompiledRules& compiled, const loader::LoadedAnswers& loaded,
                        base::Diagnostics& problems) {
  for (const std::size_t clause : engine::contradictions(compiled, loaded.answers))
    add_contradiction(clause, compiled.rules, loaded, problems);
}

}  // namespace socrates::cli
