// SPDX-License-Identifier: Apache-2.0
#include "checks.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "history.hpp"
#include "socrates/engine/outcome.hpp"
#include "socrates/engine/walk.hpp"

namespace socrates::gate {
namespace {

/// What an earlier report can get wrong too; all other checks are about the latest report and about time as a whole.
constexpr std::string_view told_by_each_report[] = {"g02", "g03", "g04", "g09", "g10", "g11", "g13", "g16"};

std::string check_id(std::string_view decision) {
  std::string id(decision);
  std::transform(id.begin(), id.end(), id.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return id;
}

CheckVerdict check_verdict(std::string_view value) {
  for (const CheckVerdict verdict : {CheckVerdict::not_applicable, CheckVerdict::pass, CheckVerdict::condition})
    if (id_of(verdict) == value) return verdict;
  return CheckVerdict::fail;
}

std::string label_of(const model::Question& question, const model::Answer& answer) {
  if (const auto* choice = std::get_if<model::Choice>(&answer)) return question.options[choice->option].label;
  if (const auto* number = std::get_if<model::Number>(&answer)) return std::to_string(number->value);
  return "not known";
}

/// The text of a rule with the facts put in where it names them.
std::string filled(std::string_view text, const model::RuleSet& rules, const model::Answers& answers) {
  std::string result;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t open = std::min(text.find('{', from), text.size());
    const std::size_t close = std::min(text.find('}', open), text.size());
    result += text.substr(from, open - from);
    if (close < text.size())
      if (const auto q = model::find_question(rules, text.substr(open + 1, close - open - 1)))
        result += label_of(rules.questions[*q], answers[*q]);
    from = close < text.size() ? close + 1 : text.size();
  }
  return result;
}

/// What a decision says: where several values are possible that all let the report through, it passes whatever is not
/// known.
CheckVerdict verdict_of(const model::Decision& decision, const engine::DecisionOutcome& outcome) {
  if (outcome.possible.size() == 1) return check_verdict(decision.values[outcome.possible.front()].id);
  const bool makes_no_difference =
      !outcome.possible.empty() &&
      std::all_of(outcome.possible.begin(), outcome.possible.end(),
                  [&](std::size_t value) { return check_verdict(decision.values[value].id) <= CheckVerdict::pass; });
  return makes_no_difference ? CheckVerdict::pass : CheckVerdict::undecided;
}

/// Of `engine::evaluate` the possible values of the checks and nothing else.
std::optional<engine::Outcome> possible_values(const engine::CompiledRules& compiled, const model::Answers& answers,
                                               engine::Effort& effort) {
  engine::Walk walk(compiled, engine::allowed_by(compiled.space, answers), effort);
  if ((walk.reachable(compiled.roots.possible) & engine::yes_bit) == 0) return std::nullopt;
  engine::Outcome outcome;
  outcome.decisions.resize(compiled.rules.decisions.size());
  for (std::size_t d = 0; d < outcome.decisions.size(); ++d) {
    const model::Decision& decision = compiled.rules.decisions[d];
    if (decision.combine != model::Combine::exactly_one) continue;
    const engine::Leaves leaves = walk.reachable(compiled.roots.decisions[d].values.front());
    for (std::size_t value = 0; value < decision.values.size(); ++value)
      if (((leaves >> value) & 1U) != 0) outcome.decisions[d].possible.push_back(value);
  }
  return outcome;
}

std::optional<engine::Outcome> outcome_of(const RuleBooks& rules, const model::Answers& answers, Detail detail) {
  engine::Effort own;
  engine::Effort& effort = rules.effort == nullptr ? own : *rules.effort;
  if (detail == Detail::reasons) return engine::evaluate(rules.acceptance, answers, effort);
  return possible_values(rules.acceptance, answers, effort);
}

class Reading {
 public:
  Reading(const Ask& ask, const FactSheet& facts, const model::HeldReport* report, Detail detail)
      : rules_(ask.rules.acceptance.rules),
        facts_(facts),
        report_(report == nullptr ? "" : report->id),
        detail_(detail),
        outcome_(outcome_of(ask.rules, facts.answers(), detail)) {}

  [[nodiscard]] std::vector<Check> checks() const {
    std::vector<Check> checks;
    for (std::size_t d = 0; d < rules_.decisions.size(); ++d)
      if (rules_.decisions[d].combine == model::Combine::exactly_one) checks.push_back(check(d));
    std::sort(checks.begin(), checks.end(), [](const Check& a, const Check& b) { return a.id < b.id; });
    return checks;
  }

  [[nodiscard]] std::vector<std::string> interim() const {
    const auto d = model::find_decision(rules_, "interim_pack");
    std::vector<std::string> labels;
    if (d && outcome_)
      for (const std::size_t value : outcome_->decisions[*d].surely)
        labels.push_back(rules_.decisions[*d].values[value].label);
    return labels;
  }

 private:
  [[nodiscard]] Check check(std::size_t d) const {
    const model::Decision& decision = rules_.decisions[d];
    Check check;
    check.id = check_id(decision.id);
    check.verdict = CheckVerdict::undecided;
    if (detail_ == Detail::verdicts) {
      if (outcome_) check.verdict = verdict_of(decision, outcome_->decisions[d]);
      return check;
    }
    check.title = decision.title.empty() ? check.id : decision.title;
    check.report = report_;
    check.figures = facts_.figures_of(decision.id);
    if (!outcome_) return check;
    const engine::DecisionOutcome& outcome = outcome_->decisions[d];
    check.verdict = verdict_of(decision, outcome);
    if (outcome.possible.size() == 1) {
      for (const engine::Reason& reason : outcome.because) add(decision.rules[reason.rule], check);
    }
    if (outcome.possible.size() > 1 && check.verdict == CheckVerdict::pass) {
      check.because.push_back(
          {decision.id + ".either", "whatever it is that is not known, it passes or does not apply", {}});
      return check;
    }
    for (const std::size_t question : outcome.depends_on) check.unknown.push_back(rules_.questions[question].ask);
    if (check.verdict == CheckVerdict::not_applicable) check.figures.clear();
    return check;
  }

  void add(const model::Rule& rule, Check& check) const {
    Because because{rule.id, filled(rule.because, rules_, facts_.answers()), {}};
    for (const std::size_t source : rule.sources) because.sources.push_back(rules_.sources[source].id);
    check.because.push_back(std::move(because));
    const bool calls_for_action = check.verdict == CheckVerdict::condition || check.verdict == CheckVerdict::fail;
    if (!calls_for_action) return;
    if (!rule.action.empty())
      check.actions.push_back({check.id, rule.who, filled(rule.action, rules_, facts_.answers())});
    if (!rule.reply.empty()) check.replies.push_back(filled(rule.reply, rules_, facts_.answers()));
  }

  const model::RuleSet& rules_;
  const FactSheet& facts_;
  std::string report_;
  Detail detail_;
  std::optional<engine::Outcome> outcome_;
};

FactSheet facts_of(const Ask& ask, const Candidate& candidate, Role role) {
  FactSheet facts(ask.rules.acceptance.rules);
  add_match_facts(ask, candidate.report, facts);
  if (candidate.report != nullptr) {
    add_time_facts(ask, candidate, role, facts);
    add_content_facts(ask, *candidate.report, facts);
  } else {
    facts.choose("type_2_to_come", "none");
  }
  add_hand_over_facts(ask, facts);
  return facts;
}

/// What nobody can waive: that the report is of another kind, of which the other checks say nothing; that it is not
/// there yet, or that a later one has taken its place; and that its use is restricted, where the public asks.
bool may_be_waived(const Ask& ask, const model::HeldReport* report, std::string_view check) {
  if (check == "G01") return false;
  if (check == "G14") return ask.deal.recipient.known() != model::Recipient::the_public;
  if (check != "G06" || report == nullptr) return true;
  return is_issued_by(*report, ask.decision) == true && is_superseded(*report, ask.inventory, ask.decision) == false;
}

/// A failed check that somebody has waived is a condition.
void apply_waivers(const Ask& ask, const model::HeldReport* report, std::vector<Check>& checks) {
  for (Check& check : checks)
    for (const model::Waiver* const waiver : ask.waivers)
      if (check.verdict == CheckVerdict::fail && waiver->check == check.id && may_be_waived(ask, report, check.id)) {
        check.verdict = CheckVerdict::condition;
        check.waived_by = waiver->approver;
      }
}

}  // namespace

Verdict verdict_of(const std::vector<Check>& checks, Strictness strictness) {
  if (checks.empty()) return Verdict::undecided;
  CheckVerdict gravest = CheckVerdict::not_applicable;
  for (const Check& check : checks) {
    const bool is_no = strictness == Strictness::conditions_fail && check.verdict == CheckVerdict::condition;
    gravest = std::max(gravest, is_no ? CheckVerdict::fail : check.verdict);
  }
  switch (gravest) {
    case CheckVerdict::not_applicable:
    case CheckVerdict::pass:
      return Verdict::pass;
    case CheckVerdict::condition:
      return Verdict::pass_with_conditions;
    case CheckVerdict::undecided:
      return Verdict::undecided;
    case CheckVerdict::fail:
      return Verdict::fail;
  }
  return Verdict::fail;
}

Judged judged(const Ask& ask, const Candidate& candidate, Detail detail) {
  const FactSheet facts = facts_of(ask, candidate, Role::decides);
  const Reading reading(ask, facts, candidate.report, detail);
  Judged result{candidate, reading.checks(), Verdict::undecided, {}};
  if (detail == Detail::reasons) result.interim = reading.interim();
  for (const model::HeldReport* const earlier : candidate.earlier) {
    const FactSheet earlier_facts = facts_of(ask, {earlier, {}}, Role::fills_in);
    const std::vector<Check> checks = Reading(ask, earlier_facts, earlier, detail).checks();
    for (std::size_t c = 0; c < checks.size(); ++c) {
      const bool is_told = std::any_of(std::begin(told_by_each_report), std::end(told_by_each_report),
                                       [&](std::string_view id) { return check_id(id) == checks[c].id; });
      if (is_told && result.checks[c].verdict < checks[c].verdict) result.checks[c] = checks[c];
    }
  }
  apply_waivers(ask, candidate.report, result.checks);
  result.verdict = verdict_of(result.checks, ask.strictness);
  return result;
}

}  // namespace socrates::gate
