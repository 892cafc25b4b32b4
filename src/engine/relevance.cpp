// SPDX-License-Identifier: Apache-2.0
#include "engine/relevance.hpp"

#include <algorithm>
#include <string>

#include "socrates/base/codes.hpp"
#include "socrates/engine/walk.hpp"

namespace socrates::engine {
namespace {

using model::Condition;
using model::ConditionKind;

/// By question: the options that some condition names.
using NamedValues = std::vector<model::IndexSet>;

void collect_named(const Condition& condition, NamedValues& named) {
  for (const Condition& part : condition.parts) collect_named(part, named);
  if (condition.kind == ConditionKind::question)
    for (const std::size_t value : condition.values) named[condition.subject].insert(value);
}

NamedValues named_options(const model::RuleSet& rules) {
  NamedValues named(rules.questions.size());
  model::each_condition(rules, model::Conditions::that_decide,
                        [&](const Condition& when) { collect_named(when, named); });
  return named;
}

/// Everything that is told to somebody: values, reasons and notes.
std::vector<Function> told(const Roots& roots) {
  std::vector<Function> all;
  for (const DecisionRoots& decision : roots.decisions)
    all.insert(all.end(), decision.values.begin(), decision.values.end());
  for (const DecisionRoots& decision : roots.decisions)
    all.insert(all.end(), decision.rules.begin(), decision.rules.end());
  all.insert(all.end(), roots.notes.begin(), roots.notes.end());
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

class Relevance {
 public:
  Relevance(const CompiledRules& compiled, Effort& effort)
      : compiled_(compiled),
        effort_(effort),
        walk_(compiled, allowed_by(compiled.space, {}), effort),
        told_(told(compiled.roots)),
        matters_(walk_.mattering(told_)),
        named_(named_options(compiled.rules)),
        thresholds_(thresholds_of(compiled.rules)) {}

  std::vector<Finding> findings() {
    for (std::size_t q = 0; q < compiled_.rules.questions.size(); ++q) check_question(q);
    return std::move(findings_);
  }

 private:
  void check_question(std::size_t q) {
    const model::Question& question = compiled_.rules.questions[q];
    if (!matters_[q])
      return add(base::Code::useless_question, "question " + question.id,
                 "question '" + question.id + "' never matters: no decision, reason or note depends on its answer");
    switch (question.kind) {
      case model::QuestionKind::yes_no:
        break;
      case model::QuestionKind::one:
        check_choices(q);
        break;
      case model::QuestionKind::several:
        for (std::size_t option = 0; option < question.options.size(); ++option) check_member(q, option);
        break;
      case model::QuestionKind::number:
        for (const int threshold : thresholds_[q]) check_threshold(q, threshold);
        break;
    }
  }

  /// The two values make a difference: to what is told, or to what contradicts itself.
  bool is_told_apart(std::size_t variable, std::size_t a, std::size_t b) {
    const auto tells = [&](Function f) { return walk_.tells_apart(variable, a, b, f); };
    return std::any_of(told_.begin(), told_.end(), tells) ||
           std::any_of(compiled_.roots.contradictions.begin(), compiled_.roots.contradictions.end(), tells);
  }

  /// Some possible answers give the variable that value.
  bool can_be(std::size_t variable, std::size_t value) {
    Allowed allowed = allowed_by(compiled_.space, {});
    allowed[variable] = std::uint64_t{1} << value;
    return are_possible(compiled_, allowed, effort_);
  }

  void check_choices(std::size_t q) {
    const std::vector<model::Named>& options = compiled_.rules.questions[q].options;
    const std::size_t variable = compiled_.space.questions[q].first;
    std::vector<std::size_t> unnamed;
    for (std::size_t option = 0; option < options.size(); ++option) {
      if (!can_be(variable, option)) {
        add_never_chosen(q, option);
        continue;
      }
      if (named_[q].contains(option)) continue;
      const auto like = std::find_if(unnamed.begin(), unnamed.end(),
                                     [&](std::size_t other) { return !is_told_apart(variable, other, option); });
      if (like == unnamed.end())
        unnamed.push_back(option);
      else
        add_option(q, option,
                   "option '" + options[option].id + "' of '" + compiled_.rules.questions[q].id +
                       "' never matters: nothing distinguishes it from '" + options[*like].id + "'");
    }
  }

  void check_member(std::size_t q, std::size_t option) {
    const std::size_t variable = compiled_.space.questions[q].first + option;
    if (!can_be(variable, 1)) return add_never_chosen(q, option);
    if (is_told_apart(variable, 0, 1)) return;
    add_option(q, option,
               "option '" + compiled_.rules.questions[q].options[option].id + "' of '" +
                   compiled_.rules.questions[q].id +
                   "' never matters: whether it is chosen changes no decision, reason or note");
  }

  void check_threshold(std::size_t q, int threshold) {
    const QuestionVariables& variables = compiled_.space.questions[q];
    const std::size_t interval = interval_of(variables, threshold);
    if (is_told_apart(variables.first, interval - 1, interval)) return;
    const std::string& id = compiled_.rules.questions[q].id;
    add(base::Code::useless_threshold, "threshold " + id + " " + std::to_string(threshold),
        "the threshold between " + std::to_string(threshold - 1) + " and " + std::to_string(threshold) + " of '" + id +
            "' never matters");
  }

  void add_never_chosen(std::size_t q, std::size_t option) {
    add_option(q, option,
               "option '" + compiled_.rules.questions[q].options[option].id + "' of '" +
                   compiled_.rules.questions[q].id + "' can never be chosen: all answers with it are impossible");
  }

  void add_option(std::size_t q, std::size_t option, std::string message) {
    const model::Question& question = compiled_.rules.questions[q];
    add(base::Code::useless_option, "option " + question.id + "." + question.options[option].id, std::move(message));
  }

  void add(base::Code code, std::string subject, std::string message) {
    findings_.push_back({code, std::move(subject), std::move(message), {}});
  }

  const CompiledRules& compiled_;
  Effort& effort_;
  Walk walk_;
  std::vector<Function> told_;
  std::vector<bool> matters_;  ///< by question, to what is told
  NamedValues named_;
  std::vector<std::vector<int>> thresholds_;
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> relevance_findings(const CompiledRules& compiled, Effort& effort) {
  return Relevance(compiled, effort).findings();
}

}  // namespace socrates::engine
