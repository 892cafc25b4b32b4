// SPDX-License-Identifier: Apache-2.0
#include "cli/inputs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/rule_candidates.hpp"
#include "socrates/base/codes.hpp"
#include "socrates/builtin/rules.hpp"
#include "socrates/engine/outcome.hpp"
#include "socrates/engine/prove.hpp"
#include "socrates/loader/answers_sheet_loader.hpp"
#include "socrates/loader/columns_loader.hpp"
#include "socrates/model/answer_words.hpp"

namespace socrates::cli {
namespace {

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
  return span.source->name == setting_option.name ? span.source->name + " " + span.source->text
                                                  : fmt::format("{}:{}:{}", span.source->name, at.line, at.column);
}

/// Points at the last of the answers concerned, as it is the one that needs the others; the hint says where those are.
void add_contradiction(std::size_t clause, const model::RuleSet& rules, const loader::LoadedAnswers& loaded,
                       base::Diagnostics& problems) {
  const model::Impossible& impossible = rules.impossible[clause];
  const std::vector<std::size_t> subjects = answered_subjects(impossible, rules, loaded);
  std::string message =
      "these answers contradict each other: " + model::filled(impossible.because, rules, loaded.answers);
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

bool has_answers(const Given& given, base::Diagnostics& problems) {
  if (is_given(given, answers_argument) || is_given(given, setting_option)) return true;
  add_usage_problem(problems, "ANSWERS is missing", "name a file, - for standard input, or give answers with --set");
  return false;
}

bool is_sheet(const std::string& file) { return file.ends_with(".csv") || file.ends_with(".CSV"); }

namespace {

/// Null, after a report, where the file of columns cannot be read.
std::optional<std::optional<model::Columns>> read_columns(const std::string& path, base::Diagnostics& problems) {
  if (path.empty()) return std::optional<model::Columns>();
  const std::optional<base::Source> source = read_source(path, problems);
  auto columns = source ? loader::load_columns(*source, problems) : std::nullopt;
  if (!columns) return std::nullopt;
  return columns;
}

/// Standard input is read once.
void check_single_standard_input(const AnswersInput& input, base::Diagnostics& problems) {
  const auto count = std::count(input.files.begin(), input.files.end(), "-") + (input.columns == "-" ? 1 : 0);
  if (count > 1) add_usage_problem(problems, "standard input is named more than once");
}

}  // namespace

AnswersInput answers_input(const Given& given) {
  return {values_of(given, answers_argument), value_of(given, columns_option), values_of(given, setting_option)};
}

std::optional<LayeredAnswers> read_layers(const AnswersInput& input, const Rules& rules, base::Date today,
                                          base::Diagnostics& problems) {
  const std::size_t before = problems.count();
  const loader::Answerable answerable(rules.compiled().rules, [&rules] { return &rules.controls(); });
  check_single_standard_input(input, problems);
  if (problems.count() != before) return std::nullopt;
  const auto columns = read_columns(input.columns, problems);
  LayeredAnswers read{{}, {}, loader::no_answers(answerable)};
  for (const std::string& file : input.files) {
    std::optional<base::Source> source = file.empty() || !columns ? std::nullopt : read_source(file, problems);
    if (!source) continue;
    read.sources.push_back(*std::move(source));
    auto loaded =
        loader::load_answers_file({read.sources.back(), *columns ? &**columns : nullptr}, answerable, today, problems);
    if (!loaded) continue;
    loader::lay_over(read.all, *loaded);
    read.layers.push_back(*std::move(loaded));
  }
  refuse_repeated(input.settings, rules.compiled().rules, problems);
  for (const std::string& setting : input.settings) {
    read.sources.push_back({std::string(setting_option.name), setting});
    loader::LoadedAnswers set = loader::no_answers(answerable);
    loader::set_answer(read.sources.back(), answerable, today, set, problems);
    loader::lay_over(read.all, set);
    read.layers.push_back(std::move(set));
  }
  if (problems.count() != before) return std::nullopt;
  return read;
}

std::optional<Answered> read_answers(const AnswersInput& input, const Rules& rules, base::Date today,
                                     base::Diagnostics& problems) {
  std::optional<LayeredAnswers> read = read_layers(input, rules, today, problems);
  std::optional<Answered> answered = read ? settle(std::move(read->all), rules.compiled(), problems) : std::nullopt;
  if (answered) answered->controls.resize(rules.controls().controls.size());
  return answered;
}

std::optional<Answered> read_answers(const std::string& file, const std::vector<std::string>& settings,
                                     const Rules& rules, base::Date today, base::Diagnostics& problems) {
  return read_answers({{file}, {}, settings}, rules, today, problems);
}

std::optional<Answered> read_answers_to_questions(const AnswersInput& input, const Rules& rules, base::Date today,
                                                  base::Diagnostics& problems) {
  std::optional<LayeredAnswers> read = read_layers(input, rules, today, problems);
  std::optional<Answered> answered = read ? settle(std::move(read->all), rules.compiled(), problems) : std::nullopt;
  if (answered) answered->controls.clear();
  return answered;
}

std::optional<Answered> settle(loader::LoadedAnswers loaded, const engine::CompiledRules& compiled,
                               base::Diagnostics& problems) {
  if (std::optional<engine::Outcome> outcome = engine::evaluate(compiled, loaded.answers))
    return Answered{std::move(loaded.answers), std::move(*outcome), std::move(loaded.controls),
                    std::move(loaded.about)};
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
