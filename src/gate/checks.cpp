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

std::string label_of(const model::Question& question, const model::Answer& answer) {
  if (const auto* choice = std::get_if<model::Choice>(&answer)) return question.options[choice->option].label;
  if (const auto* number = std::get_if<model::Number>(&answer)) return std::to_string(number->value);
  return "not known";
}

/// With `an` in place of `a` before it where it begins with a vowel: `an ISO/IEC 27001`.
void add_noun(std::string_view noun, std::string& text) {
  constexpr std::string_view vowels = "AEIOaeio";
  const bool follows_article = text == "a " || text == "A " || text.ends_with(" a ") || text.ends_with(" A ");
  if (follows_article && !noun.empty() && vowels.find(noun.front()) != std::string_view::npos)
    text.insert(text.size() - 1, 1, 'n');
  const bool names_report = text.ends_with("our report ") || text.ends_with("Our report ");
  if (names_report && noun.starts_with("the ")) {  // one to come, which has no name: `our SOC 2 planned for ...`
    text.resize(text.size() - std::string_view("report ").size());
    noun.remove_prefix(4);
  }
  text += noun;
}

/// A sentence with the facts put in where it names them; none where it names something that is not known. What a word
/// says is nearer than the answer to a question of the same name: `SOC 2 Type 2` for a report held.
std::optional<std::string> filled_sentence(std::string_view text, const model::RuleSet& rules, const FactSheet& facts) {
  std::string result;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t open = std::min(text.find('{', from), text.size());
    const std::size_t close = std::min(text.find('}', open), text.size());
    result += text.substr(from, open - from);
    if (close < text.size()) {
      const std::string_view name = text.substr(open + 1, close - open - 1);
      const auto q = model::find_question(rules, name);
      if (const std::string* const word = facts.word(name))
        add_noun(*word, result);
      else if (q)
        add_noun(label_of(rules.questions[*q], facts.answers()[*q]), result);
      else
        return std::nullopt;
    }
    from = close < text.size() ? close + 1 : text.size();
  }
  return result;
}

/// It names no facts, so it reads the same whatever they are.
bool is_fixed(std::string_view text) { return text.find('{') == std::string_view::npos && !text.ends_with(' '); }

/// The text of a rule, without the sentences that name what is not known.
std::string filled(std::string_view text, const model::RuleSet& rules, const FactSheet& facts) {
  if (is_fixed(text)) return std::string(text);
  std::string result;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = text.find_first_of(".?!", from);
    std::size_t next = std::min(end, text.size() - 1) + 1;
    while (next < text.size() && text[next] != ' ') {  // no end of a sentence: `AT-C 105.20`
      const std::size_t other = text.find_first_of(".?!", next);
      next = std::min(other, text.size() - 1) + 1;
    }
    if (const auto sentence = filled_sentence(text.substr(from, next - from), rules, facts)) {
      if (!result.empty()) result += ' ';
      result += *sentence;
    }
    from = next < text.size() ? next + 1 : next;
  }
  return result;
}

/// What is the same for all days and all services. As verdicts alone are wanted of most candidates, it is derived once.
const FactSheet& lasting_facts(const Ask& ask, const model::HeldReport* report) {
  const std::size_t number = report == nullptr ? no_report : ask.shelf.number_of(*report);
  const auto known = ask.sheets->find(number);
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
  return ask.sheets->emplace(number, std::move(facts)).first->second;
}

std::string kind_words(model::Family family, const std::optional<model::ReportType>& type) {
  std::string words(model::name_of(family));
  return type ? words + " " + std::string(model::name_of(*type)) : words;
}

/// What texts name whatever they are about: the report, what is asked for, the next one.
void add_common_words(Ask& ask, const model::HeldReport* report, FactSheet& facts) {
  facts.word("asked", kind_words(ask.requirement.report, ask.requirement.type.known()));
  if (report != nullptr) {
    facts.word("report", report->id);
    facts.word("held", kind_words(report->report, report->type));
  }
  std::optional<base::Date> soonest;
  for (const std::size_t number : fitting_next(ask)) {
    const std::optional<base::Date>& expected = ask.inventory().next[number].expected;
    if (expected && (!soonest || *expected < *soonest)) soonest = expected;
  }
  if (!soonest) return facts.word("to_plan", kind_words(ask.requirement.report, ask.requirement.type.known()));
  if (facts.word("next_date") == nullptr) facts.word("next_date", base::to_text(*soonest));
}

FactSheet facts_by_plan(Ask& ask, const Candidate& candidate, Role role, Detail detail) {
  FactSheet facts = detail == Detail::verdicts ? lasting_facts(ask, candidate.report) : FactSheet(ask.bench, detail);
  if (detail == Detail::reasons) add_match_facts(ask, candidate.report, facts);
  if (candidate.report != nullptr) {
    add_service_facts(ask, *candidate.report, facts);
    add_time_facts(ask, candidate, role, facts);
    if (detail == Detail::reasons) add_content_facts(ask, *candidate.report, facts);
  } else {
    facts.choose(Fact::type_2_to_come, "none");
    facts.choose(Fact::renewal, "not_asked");
    const std::vector<std::size_t>& fitting = fitting_next(ask);
    facts.say(Fact::next_is_planned, std::any_of(fitting.begin(), fitting.end(), [&](std::size_t number) {
                return ask.inventory().next[number].expected.has_value();
              }));
  }
  add_hand_over_facts(ask, facts);
  if (detail == Detail::reasons) add_common_words(ask, candidate.report, facts);
  ask.bench.work.add(steps_of_a_sheet + ask.service_words.size() / 20);
  return facts;
}

/// Where the plan of a report to come leaves open whether it would do, what hangs on that is not known.
FactSheet facts_of(Ask& ask, const Candidate& candidate, Role role, Detail detail) {
  FactSheet facts = facts_by_plan(ask, candidate, role, detail);
  if (std::optional<Ask> hopeful = with_doubtful_next(ask))
    facts.allow_also(facts_by_plan(*hopeful, candidate, role, Detail::verdicts));
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
  for (const Fact kind : {Fact::asked, Fact::held, Fact::held_type, Fact::form, Fact::held_is_asked_too})
    alone.copy(kind, facts);
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

const std::vector<CheckVerdict>& verdicts_of_earlier(Ask& ask, const model::HeldReport& report) {
  const std::vector<CheckVerdict>*& known = ask.earlier[&report];
  if (known == nullptr)
    known = &ask.bench.verdicts(facts_of(ask, {&report, {}}, Role::fills_in, Detail::verdicts).allowed());
  return *known;
}

std::vector<Told> told(Ask& ask, const Candidate& candidate, const FactSheet& facts) {
  std::vector<Told> all;
  all.reserve(ask.bench.checks().size());
  for (const CheckVerdict verdict : ask.bench.verdicts(facts.allowed())) all.push_back({verdict, candidate.report});
  for (const model::HeldReport* const earlier : candidate.earlier) {
    const std::vector<CheckVerdict>& verdicts = verdicts_of_earlier(ask, *earlier);
    for (std::size_t c = 0; c < verdicts.size(); ++c)
      if (decision_of(ask, c).is_of_each_report && all[c].verdict < verdicts[c]) all[c] = {verdicts[c], earlier};
  }
  return all;
}

void add_rule(const Ask& ask, const model::Rule& rule, const FactSheet& facts, Check& check) {
  const model::RuleSet& rules = ask.bench.acceptance().rules;
  if (!facts.is_explained()) {
    check.because.push_back({rule.id, {}, {}});
    return;
  }
  Because because{rule.id, filled(rule.because, rules, facts), {}};
  for (const std::size_t source : rule.sources) because.sources.push_back(rules.sources[source].id);
  check.because.push_back(std::move(because));
  const bool calls_for_action = check.verdict == CheckVerdict::condition || check.verdict == CheckVerdict::fail;
  if (!calls_for_action) return;
  if (std::string action = filled(rule.action, rules, facts); !action.empty())
    check.actions.push_back({check.id, rule.who, std::move(action)});
  if (std::string reply = filled(rule.reply, rules, facts); !reply.empty()) check.replies.push_back(std::move(reply));
}

/// What would have to be known, and who can find it out.
void add_unknown(const model::Question& question, const model::RuleSet& rules, const FactSheet& facts, Check& check) {
  check.unknown.push_back(question.ask);
  std::string action = filled(question.action, rules, facts);
  if (!action.empty()) check.actions.push_back({check.id, question.who, std::move(action)});
}

engine::Leaves leaves_of(const std::vector<std::size_t>& values) {
  engine::Leaves leaves = 0;
  for (const std::size_t value : values) leaves |= engine::Leaves{1} << value;
  return leaves;
}

std::string title_of(const model::Decision& decision, const CheckEntry& entry) {
  return decision.title.empty() ? entry.id : std::string(decision.title);
}

/// A check before waivers, in words where the sheet has them, else the verdict and the ids of the rules. The ruling is
/// on those facts.
Check in_words(const Ask& ask, const FactSheet& facts, Ruling& ruling, const model::HeldReport* report, std::size_t c) {
  const model::RuleSet& rules = ask.bench.acceptance().rules;
  const CheckEntry& entry = ask.bench.checks()[c];
  const model::Decision& decision = decision_of(ask, c);
  Check check;
  check.id = entry.id;
  check.verdict = CheckVerdict::undecided;
  if (facts.is_explained()) {
    check.title = title_of(decision, entry);
    check.report = report == nullptr ? "" : report->id;
    check.figures = facts.figures_of(decision.id);
  }
  const engine::DecisionOutcome* const outcome = ask.bench.outcome(ruling, entry.decision);
  if (outcome == nullptr) return check;
  check.verdict = entry.verdict(leaves_of(outcome->possible));
  if (outcome->possible.size() == 1)
    for (const engine::Reason& reason : outcome->because) add_rule(ask, decision.rules[reason.rule], facts, check);
  if (outcome->possible.size() > 1 && check.verdict == CheckVerdict::pass) {
    check.because.push_back(
        {decision.id + ".either", "whatever the unknown turns out to be, it passes or does not apply", {}});
    return check;
  }
  if (facts.is_explained() && !engine::is_settled(*outcome))
    for (const std::size_t question : ask.bench.dependencies(ruling, facts.answers(), entry.decision))
      add_unknown(rules.questions[question], rules, facts, check);
  if (check.verdict == CheckVerdict::not_applicable) check.figures.clear();
  return check;
}

Detail detail_of(const Ask& ask) { return ask.extent == Extent::full ? Detail::reasons : Detail::verdicts; }

/// What the rule says that speaks first in a check of a candidate that was judged, where that hangs on nothing but what
/// it was judged by; null where it takes a sheet of reasons to tell.
const base::SharedText* fixed_reason(const Ask& ask, const Judged& judged, std::size_t c) {
  const model::Decision& decision = decision_of(ask, c);
  if (decision.is_of_each_report && !judged.candidate.earlier.empty()) return nullptr;
  const engine::DecisionOutcome* const outcome =
      ask.bench.outcome(ask.bench.ruling(judged.facts), ask.bench.checks()[c].decision);
  if (outcome == nullptr || outcome->possible.size() != 1 || outcome->because.empty()) return nullptr;
  const base::SharedText& text = decision.rules[outcome->because.front().rule].because;
  return is_fixed(text) ? &text : nullptr;
}

/// Of a candidate that was judged: the sheets behind its checks, each derived once.
class Explanation {
 public:
  Explanation(Ask& ask, const Candidate& candidate)
      : ask_(ask),
        candidate_(candidate),
        facts_(facts_of(ask, candidate, Role::decides, detail_of(ask))),
        ruling_(ask.bench.ruling(facts_.allowed())),
        told_(candidate.earlier.empty() ? std::vector<Told>() : told(ask, candidate, facts_)) {}

  Check check(std::size_t c) {
    const bool is_of_candidate = told_.empty() || told_[c].by == candidate_.report;
    Check check = is_of_candidate ? in_words(ask_, facts_, ruling_, candidate_.report, c) : of_earlier(*told_[c].by, c);
    if (check.verdict != CheckVerdict::fail) return check;
    if (const model::Waiver* const waiver = waiver_of(ask_, candidate_.report, facts_, c)) {
      check.verdict = CheckVerdict::condition;
      check.waived_by = waiver->approver;
    }
    return check;
  }

 private:
  Check of_earlier(const model::HeldReport& report, std::size_t c) {
    const FactSheet facts = facts_of(ask_, {&report, {}}, Role::fills_in, detail_of(ask_));
    return in_words(ask_, facts, ask_.bench.ruling(facts.allowed()), &report, c);
  }

  Ask& ask_;
  const Candidate& candidate_;
  FactSheet facts_;
  Ruling& ruling_;
  std::vector<Told> told_;  ///< empty where there is no earlier report
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
  FactSheet facts = facts_of(ask, candidate, Role::decides, Detail::verdicts);
  Judged result{candidate, {}, {}, Verdict::undecided};
  const std::vector<Told> all = told(ask, candidate, facts);
  result.checks.reserve(all.size());
  for (std::size_t c = 0; c < all.size(); ++c) {
    const bool is_waived = all[c].verdict == CheckVerdict::fail && !ask.waivers.empty() &&
                           waiver_of(ask, candidate.report, facts, c) != nullptr;
    result.checks.push_back(is_waived ? CheckVerdict::condition : all[c].verdict);
  }
  result.verdict = verdict_of(result.checks, ask.strictness);
  result.facts = std::move(facts).allowed();
  return result;
}

bool is_beyond_waivers(Ask& ask, const Judged& judged, std::size_t check) {
  if (judged.checks[check] != CheckVerdict::fail) return false;
  const FactSheet facts = facts_of(ask, judged.candidate, Role::decides, Detail::verdicts);
  return !may_be_waived(ask, judged.candidate.report, facts, check);
}

bool is_hopeless(Ask& ask, const model::HeldReport& report) {
  if (!ask.waivers.empty()) return false;
  FactSheet facts = lasting_facts(ask, &report);
  add_services(ask, report, facts);
  const std::vector<CheckVerdict>& verdicts = ask.bench.verdicts(facts.allowed());
  return std::find(verdicts.begin(), verdicts.end(), CheckVerdict::fail) != verdicts.end();
}

Check explained(Ask& ask, const Judged& judged, std::size_t check) {
  return Explanation(ask, judged.candidate).check(check);
}

Check reason_of(Ask& ask, const Judged& judged, std::size_t check) {
  const base::SharedText* const text = fixed_reason(ask, judged, check);
  if (text == nullptr) return explained(ask, judged, check);
  Check reason;
  reason.id = ask.bench.checks()[check].id;
  reason.title = title_of(decision_of(ask, check), ask.bench.checks()[check]);
  reason.because.push_back({{}, *text, {}});
  return reason;
}

std::vector<Check> explained(Ask& ask, const Judged& judged) {
  Explanation explanation(ask, judged.candidate);
  std::vector<Check> checks;
  checks.reserve(ask.bench.checks().size());
  for (std::size_t c = 0; c < ask.bench.checks().size(); ++c) checks.push_back(explanation.check(c));
  return checks;
}

std::vector<std::string> collected(const Ask& ask, const Judged& judged, std::string_view decision) {
  const model::RuleSet& rules = ask.bench.acceptance().rules;
  const auto d = model::find_decision(rules, decision);
  std::vector<std::string> labels;
  if (!d) return labels;
  if (const engine::DecisionOutcome* const outcome = ask.bench.outcome(ask.bench.ruling(judged.facts), *d))
    for (const std::size_t value : outcome->surely) labels.push_back(rules.decisions[*d].values[value].label);
  return labels;
}

}  // namespace socrates::gate
