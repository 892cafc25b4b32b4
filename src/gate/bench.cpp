// SPDX-License-Identifier: Apache-2.0
#include "gate/bench.hpp"

#include <algorithm>
#include <bit>
#include <utility>

namespace socrates::gate {
namespace {

/// Steps of work, each of about a microsecond.
constexpr std::size_t steps_of_a_walk = 40;
constexpr std::size_t steps_of_reasons = 12;
constexpr std::size_t steps_of_an_open_question = 100;

/// Deals of one company are judged by much the same facts. About a kilobyte each.
constexpr std::size_t most_spoken = 4'000;

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

CheckEntry entry_of(const model::RuleSet& rules, std::size_t decision) {
  CheckEntry entry;
  entry.decision = decision;
  entry.id = check_id(rules.decisions[decision].id);
  for (const model::Named& value : rules.decisions[decision].values) entry.values.push_back(check_verdict(value.id));
  return entry;
}

/// All undecided where the facts contradict each other.
Spoken speak(const RuleTables& tables, const engine::Allowed& facts) {
  const engine::CompiledRules& rules = tables.acceptance;
  engine::Effort effort(limits_of_deal);
  engine::Reach reach(rules, facts, effort);
  Spoken spoken{std::vector(tables.checks.size(), CheckVerdict::undecided)};
  if ((reach.of(rules.roots.possible) & engine::yes_bit) != 0)
    for (std::size_t c = 0; c < tables.checks.size(); ++c)
      spoken.verdicts[c] =
          tables.checks[c].verdict(reach.of(rules.roots.decisions[tables.checks[c].decision].values.front()));
  spoken.steps = effort.taken().steps;
  return spoken;
}

}  // namespace

CheckVerdict CheckEntry::verdict(engine::Leaves possible) const {
  possible &= (engine::Leaves{1} << values.size()) - 1;
  if (std::has_single_bit(possible)) return values[static_cast<std::size_t>(std::countr_zero(possible))];
  for (engine::Leaves left = possible; left != 0; left &= left - 1)
    if (values[static_cast<std::size_t>(std::countr_zero(left))] > CheckVerdict::pass) return CheckVerdict::undecided;
  return possible == 0 ? CheckVerdict::undecided : CheckVerdict::pass;
}

RuleTables::RuleTables(const RuleBooks& rules, const model::Policy& policy, base::Date on)
    : acceptance(rules.acceptance), today(on), nothing_known(engine::allowed_by(rules.acceptance.space, {})) {
  const model::RuleSet& questions_and_checks = rules.acceptance.rules;
  for (std::size_t d = 0; d < questions_and_checks.decisions.size(); ++d)
    if (questions_and_checks.decisions[d].combine == model::Combine::exactly_one)
      checks.push_back(entry_of(questions_and_checks, d));
  std::sort(checks.begin(), checks.end(), [](const CheckEntry& a, const CheckEntry& b) { return a.id < b.id; });
  for (std::size_t f = 0; f < fact_count; ++f)
    if (const auto q = model::find_question(questions_and_checks, fact_ids[f]))
      questions[f] = {&questions_and_checks.questions[*q], *q, acceptance.space.questions[*q]};
  for (std::size_t t = 0; t < threshold_count; ++t) {
    const auto set = policy.thresholds.find(threshold_ids[t]);
    const auto index = model::find_default(questions_and_checks, threshold_ids[t]);
    if (set != policy.thresholds.end())
      thresholds[t] = set->second;
    else if (index)
      thresholds[t] = questions_and_checks.defaults[*index].value;
  }
  for (std::size_t i = std::size(model::Ids<model::TrustCategory>::all); i-- > 0;) {
    const auto category = static_cast<model::TrustCategory>(i);
    for (const model::Category& known : rules.criteria)
      if (known.id == model::id_of(category))
        for (const model::Named& criterion : known.criteria) {
          categories[words.word(criterion.id)] = category;
          categories[words.word(criterion.id.substr(0, criterion.id.find('.')))] = category;
        }
    categories[words.word(model::id_of(category))] = category;
  }
  for (const std::vector<std::string>& group : policy.alike_services) alike.push_back(words.set(group));
}

Bench::Bench(const RuleBooks& rules, const model::Policy& policy, base::Date today)
    : Bench(std::make_shared<RuleTables>(rules, policy, today), nullptr) {}

/// Without names in common its own begin with those of the tables.
Bench::Bench(std::shared_ptr<RuleTables> tables, const WordBook* common)
    : words(common == nullptr ? &tables->words : common), tables_(std::move(tables)), number_(++tables_->benches) {
  if (tables_->spoken.size() > most_spoken) tables_->spoken.clear();
}

std::optional<std::size_t> Bench::check(std::string_view id) const {
  const auto found = std::lower_bound(checks().begin(), checks().end(), id,
                                      [](const CheckEntry& entry, std::string_view other) { return entry.id < other; });
  if (found == checks().end() || found->id != id) return std::nullopt;
  return static_cast<std::size_t>(found - checks().begin());
}

std::optional<model::TrustCategory> Bench::category(Word word) const {
  const auto found = tables_->categories.find(word);
  return found == tables_->categories.end() ? std::nullopt : std::optional(found->second);
}

/// What one deal has asked counts as its work, whether or not a deal before it has asked the same.
const std::vector<CheckVerdict>& Bench::verdicts(const engine::Allowed& facts) {
  auto known = tables_->spoken.find(facts);
  if (known == tables_->spoken.end()) known = tables_->spoken.emplace(facts, speak(*tables_, facts)).first;
  Spoken& spoken = known->second;
  if (spoken.bench != number_) {
    spoken.bench = number_;
    work.add(steps_of_a_walk);
    effort.take_steps(spoken.steps);
  }
  return spoken.verdicts;
}

Ruling::Ruling(const engine::CompiledRules& rules, const engine::Allowed& facts, engine::Effort& effort)
    : reach(rules, facts, effort),
      is_possible((reach.of(rules.roots.possible) & engine::yes_bit) != 0),
      decisions(rules.rules.decisions.size()),
      open(rules.rules.questions.size(), false) {}

Ruling& Bench::ruling(const engine::Allowed& facts) {
  const auto [entry, is_new] = rulings_.try_emplace(facts);
  if (is_new) entry->second = std::make_unique<Ruling>(acceptance(), entry->first, effort);
  return *entry->second;
}

const engine::DecisionOutcome* Bench::outcome(Ruling& ruling, std::size_t decision) {
  if (!ruling.is_possible) return nullptr;
  std::optional<engine::DecisionOutcome>& outcome = ruling.decisions[decision];
  if (!outcome) {
    work.add(steps_of_reasons);
    outcome = engine::decide(acceptance(), ruling.reach, decision);
  }
  return &*outcome;
}

std::vector<std::size_t> Bench::dependencies(Ruling& ruling, const model::Answers& answers, std::size_t decision) {
  if (!ruling.walk) ruling.walk.emplace(acceptance(), ruling.reach.allowed(), effort);
  std::vector<std::size_t> questions = engine::dependencies(acceptance(), *ruling.walk, answers, decision);
  for (const std::size_t question : questions) {
    if (ruling.open[question]) continue;
    ruling.open[question] = true;
    work.add(steps_of_an_open_question);
  }
  return questions;
}

}  // namespace socrates::gate
