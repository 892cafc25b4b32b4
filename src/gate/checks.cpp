// SPDX-License-Identifier: Apache-2.0
#include "gate/checks.hpp"

#include <algorithm>
#include <utility>

#include "socrates/engine/outcome.hpp"
#include "socrates/model/answer_words.hpp"

namespace socrates::gate {
namespace {

constexpr std::size_t steps_of_a_sheet = 2;
constexpr std::size_t steps_of_what_stays = 4;

/// What is the same for all days and all services. As verdicts alone are wanted of most candidates, it is derived once.
const FactSheet& lasting_facts(const Ask& ask, const model::HeldReport* report) {
  const auto known = ask.sheets->find(report);
  if (known != ask.sheets->end()) return known->second;
  FactSheet facts(ask.bench, Detail::verdicts);
  add_match_facts(ask, report, facts);
  if (report != nullptr) {
    add_content_facts(ask, *report, facts);
    const std::size_t exceptions = report->exceptions ? report->exceptions->size() : 0;
    ask.bench.work.add((ask.words->objectives.size() * (1 + exceptions) + ask.words->regions.size() +
                        ask.words->frameworks.size() + exceptions) /
                       20);
  }
  ask.bench.work.add(steps_of_what_stays);
  return ask.sheets->emplace(report, std::move(facts)).first->second;
}

FactSheet facts_of(Ask& ask, const Candidate& candidate, Role role, Detail detail) {
  FactSheet facts = detail == Detail::verdicts ? lasting_facts(ask, candidate.report) : FactSheet(ask.bench, detail);
  if (detail == Detail::reasons) add_match_facts(ask, candidate.report, facts);
  if (candidate.report != nullptr) {
    add_service_facts(ask, *candidate.report, facts);
    add_time_facts(ask, candidate, role, facts);
    if (detail == Detail::reasons) add_content_facts(ask, *candidate.report, facts);
  } else {
    facts.choose(Fact::type_2_to_come, "none");
  }
  add_hand_over_facts(ask, facts);
  ask.bench.work.add(steps_of_a_sheet + ask.service_words.size() / 20);
  return facts;
}

const model::Decision& decision_of(const Ask& ask, std::size_t check) {
  return ask.bench.acceptance().rules.decisions[ask.bench.checks()[check].decision];
}

/// Something that no waiver touches, whatever the rules make of it.
struct Bar {
  Fact fact;
  bool holds = false;
};

/// That the report is of another kind than the one asked for; that it is not there yet, or that a later one has taken
/// its place; and that the public asks.
std::vector<Bar> bars_of(const Ask& ask, const model::HeldReport* report) {
  const bool is_foreign = report == nullptr || !answers(*report, ask.requirement.report);
  const bool is_held = report != nullptr;
  return {{Fact::held, is_foreign},
          {Fact::is_issued, is_held && is_issued_by(*report, ask.decision) != true},
          {Fact::later_issue_held, is_held && ask.shelf.is_superseded(*report, ask.decision) != false},
          {Fact::recipient, ask.deal.recipient.known() == model::Recipient::the_public}};
}

/// The check fails for what nobody can waive: that fact, with the kinds of the two reports and nothing else known, is
/// enough for it to fail, or were it otherwise the check would not fail. What would be said of a report of another kind
/// tells nothing of this one, so of its kind only the first counts.
bool is_barred(const Ask& ask, const FactSheet& facts, const Bar& bar, std::size_t check) {
  FactSheet alone(ask.bench, Detail::verdicts);
  for (const Fact kind : {Fact::asked, Fact::held, Fact::held_type}) alone.copy(kind, facts);
  FactSheet otherwise = facts;
  switch (bar.fact) {
    case Fact::is_issued:
      alone.say(bar.fact, false);
      otherwise.say(bar.fact, true);
      break;
    case Fact::later_issue_held:
      alone.say(bar.fact, true);
      otherwise.say(bar.fact, false);
      break;
    case Fact::recipient:
      alone.copy(bar.fact, facts);
      otherwise.forget(bar.fact);
      break;
    default:
      break;
  }
  const auto fails = [&](const FactSheet& sheet) {
    return ask.bench.verdicts(sheet.allowed())[check] == CheckVerdict::fail;
  };
  return fails(alone) || (fails(facts) && !fails(otherwise));
}

bool may_be_waived(const Ask& ask, const model::HeldReport* report, const FactSheet& facts, std::size_t check) {
  if (decision_of(ask, check).is_never_waived) return false;
  const std::vector<Bar> bars = bars_of(ask, report);
  return std::none_of(bars.begin(), bars.end(),
                      [&](const Bar& bar) { return bar.holds && is_barred(ask, facts, bar, check); });
}

/// The first waiver of a failed check that may be waived.
const model::Waiver* waiver_of(const Ask& ask, const model::HeldReport* report, const FactSheet& facts,
                               std::size_t check) {
  const std::string& id = ask.bench.checks()[check].id;
  const auto found = std::find_if(ask.waivers.begin(), ask.waivers.end(),
                                  [&](const model::Waiver* waiver) { return waiver->check == id; });
  return found != ask.waivers.end() && may_be_waived(ask, report, facts, check) ? *found : nullptr;
}

/// A check as one report fails it or not, before waivers.
struct Told {
  CheckVerdict verdict = CheckVerdict::undecided;
  const model::HeldReport* by = nullptr;  ///< the report of the candidate, or an earlier one that comes out graver
};

std::vector<Told> told(Ask& ask, const Candidate& candidate, const FactSheet& facts) {
  std::vector<Told> all;
  for (const CheckVerdict verdict : ask.bench.verdicts(facts.allowed())) all.push_back({verdict, candidate.report});
  for (const model::HeldReport* const earlier : candidate.earlier) {
    const FactSheet of_earlier = facts_of(ask, {earlier, {}}, Role::fills_in, Detail::verdicts);
    const std::vector<CheckVerdict>& verdicts = ask.bench.verdicts(of_earlier.allowed());
    for (std::size_t c = 0; c < verdicts.size(); ++c)
      if (decision_of(ask, c).is_of_each_report && all[c].verdict < verdicts[c]) all[c] = {verdicts[c], earlier};
  }
  return all;
}

void add_rule(const Ask& ask, const model::Rule& rule, const FactSheet& facts, Check& check) {
  const model::RuleSet& rules = ask.bench.acceptance().rules;
  Because because{rule.id, filled(rule.because, rules, facts.answers()), {}};
  for (const std::size_t source : rule.sources) because.sources.push_back(rules.sources[source].id);
  check.because.push_back(std::move(because));
  const bool calls_for_action = check.verdict == CheckVerdict::condition || check.verdict == CheckVerdict::fail;
  if (!calls_for_action) return;
  if (!rule.action.empty()) check.actions.push_back({check.id, rule.who, filled(rule.action, rules, facts.answers())});
  if (!rule.reply.empty()) check.replies.push_back(filled(rule.reply, rules, facts.answers()));
}

/// A check in words, before waivers. The sheet is explained.
Check in_words(const Ask& ask, const FactSheet& facts, const model::HeldReport* report, std::size_t c) {
  const model::RuleSet& rules = ask.bench.acceptance().rules;
  const model::Decision& decision = decision_of(ask, c);
  Check check;
  check.id = ask.bench.checks()[c].id;
  check.verdict = CheckVerdict::undecided;
  check.title = decision.title.empty() ? check.id : decision.title;
  check.report = report == nullptr ? "" : report->id;
  check.figures = facts.figures_of(decision.id);
  const std::optional<engine::Outcome>& all = ask.bench.outcome(facts.allowed(), facts.answers());
  if (!all) return check;
  const engine::DecisionOutcome& outcome = all->decisions[ask.bench.checks()[c].decision];
  check.verdict = verdict_of(decision, outcome.possible);
  if (outcome.possible.size() == 1)
    for (const engine::Reason& reason : outcome.because) add_rule(ask, decision.rules[reason.rule], facts, check);
  if (outcome.possible.size() > 1 && check.verdict == CheckVerdict::pass) {
    check.because.push_back(
        {decision.id + ".either", "whatever it is that is not known, it passes or does not apply", {}});
    return check;
  }
  for (const std::size_t question : outcome.depends_on) check.unknown.push_back(rules.questions[question].ask);
  if (check.verdict == CheckVerdict::not_applicable) check.figures.clear();
  return check;
}

/// Of a candidate that was judged: the sheets behind its checks, each derived once.
class Explanation {
 public:
  Explanation(Ask& ask, const Candidate& candidate)
      : ask_(ask),
        candidate_(candidate),
        facts_(facts_of(ask, candidate, Role::decides, Detail::reasons)),
        told_(told(ask, candidate, facts_)) {}

  Check check(std::size_t c) {
    const bool is_of_candidate = told_[c].by == candidate_.report;
    Check check = is_of_candidate ? in_words(ask_, facts_, candidate_.report, c)
                                  : in_words(ask_, facts_of(ask_, {told_[c].by, {}}, Role::fills_in, Detail::reasons),
                                             told_[c].by, c);
    if (check.verdict != CheckVerdict::fail) return check;
    if (const model::Waiver* const waiver = waiver_of(ask_, candidate_.report, facts_, c)) {
      check.verdict = CheckVerdict::condition;
      check.waived_by = waiver->approver;
    }
    return check;
  }

 private:
  Ask& ask_;
  const Candidate& candidate_;
  FactSheet facts_;
  std::vector<Told> told_;
};

}  // namespace

Verdict verdict_of(const std::vector<CheckVerdict>& checks, Strictness strictness) {
  if (checks.empty()) return Verdict::undecided;
  CheckVerdict gravest = CheckVerdict::not_applicable;
  for (const CheckVerdict verdict : checks) {
    const bool is_no = strictness == Strictness::conditions_fail && verdict == CheckVerdict::condition;
    gravest = std::max(gravest, is_no ? CheckVerdict::fail : verdict);
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

Judged judged(Ask& ask, const Candidate& candidate) {
  const FactSheet facts = facts_of(ask, candidate, Role::decides, Detail::verdicts);
  Judged result{candidate, {}, Verdict::undecided};
  const std::vector<Told> all = told(ask, candidate, facts);
  for (std::size_t c = 0; c < all.size(); ++c) {
    const bool is_waived = all[c].verdict == CheckVerdict::fail && !ask.waivers.empty() &&
                           waiver_of(ask, candidate.report, facts, c) != nullptr;
    result.checks.push_back(is_waived ? CheckVerdict::condition : all[c].verdict);
  }
  result.verdict = verdict_of(result.checks, ask.strictness);
  return result;
}

Check explained(Ask& ask, const Judged& judged, std::size_t check) {
  return Explanation(ask, judged.candidate).check(check);
}

std::vector<Check> explained(Ask& ask, const Judged& judged) {
  Explanation explanation(ask, judged.candidate);
  std::vector<Check> checks;
  for (std::size_t c = 0; c < ask.bench.checks().size(); ++c) checks.push_back(explanation.check(c));
  return checks;
}

std::vector<std::string> interim(Ask& ask, const Candidate& candidate) {
  const model::RuleSet& rules = ask.bench.acceptance().rules;
  const auto d = model::find_decision(rules, interim_decision);
  std::vector<std::string> labels;
  if (!d) return labels;
  const FactSheet facts = facts_of(ask, candidate, Role::decides, Detail::reasons);
  if (const std::optional<engine::Outcome>& outcome = ask.bench.outcome(facts.allowed(), facts.answers()))
    for (const std::size_t value : outcome->decisions[*d].surely)
      labels.push_back(rules.decisions[*d].values[value].label);
  return labels;
}

}  // namespace socrates::gate
