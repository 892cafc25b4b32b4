// SPDX-License-Identifier: Apache-2.0
#include "gate/bench.hpp"

#include <algorithm>

#include "socrates/engine/walk.hpp"

namespace socrates::gate {
namespace {

/// Steps of work, each of about a microsecond.
constexpr std::size_t steps_of_a_walk = 40;
constexpr std::size_t steps_of_reasons = 300;
constexpr std::size_t steps_of_an_open_question = 100;

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

}  // namespace

CheckVerdict verdict_of(const model::Decision& decision, const std::vector<std::size_t>& possible) {
  if (possible.size() == 1) return check_verdict(decision.values[possible.front()].id);
  const bool makes_no_difference =
      !possible.empty() && std::all_of(possible.begin(), possible.end(), [&](std::size_t value) {
        return check_verdict(decision.values[value].id) <= CheckVerdict::pass;
      });
  return makes_no_difference ? CheckVerdict::pass : CheckVerdict::undecided;
}

Bench::Bench(const RuleBooks& rules, const model::Policy& policy)
    : work(most_work_of_a_deal),
      acceptance_(rules.acceptance),
      nothing_known_(engine::allowed_by(rules.acceptance.space, {})) {
  const model::RuleSet& acceptance = rules.acceptance.rules;
  for (std::size_t d = 0; d < acceptance.decisions.size(); ++d)
    if (acceptance.decisions[d].combine == model::Combine::exactly_one)
      checks_.push_back({d, check_id(acceptance.decisions[d].id)});
  std::sort(checks_.begin(), checks_.end(), [](const CheckEntry& a, const CheckEntry& b) { return a.id < b.id; });
  for (std::size_t f = 0; f < fact_count; ++f) questions_[f] = model::find_question(acceptance, fact_ids[f]);
  for (std::size_t t = 0; t < threshold_count; ++t) {
    const auto set = policy.thresholds.find(threshold_ids[t]);
    const auto index = model::find_default(acceptance, threshold_ids[t]);
    if (set != policy.thresholds.end())
      thresholds_[t] = set->second;
    else if (index)
      thresholds_[t] = acceptance.defaults[*index].value;
  }
  for (std::size_t i = std::size(model::Ids<model::TrustCategory>::all); i-- > 0;) {
    const auto category = static_cast<model::TrustCategory>(i);
    for (const model::Category& known : rules.criteria)
      if (known.id == model::id_of(category))
        for (const model::Named& criterion : known.criteria) {
          categories_[words.word(criterion.id)] = category;
          categories_[words.word(criterion.id.substr(0, criterion.id.find('.')))] = category;
        }
    categories_[words.word(model::id_of(category))] = category;
  }
  for (const std::vector<std::string>& group : policy.alike_services) alike.push_back(words.set(group));
}

std::optional<std::size_t> Bench::check(std::string_view id) const {
  const auto found = std::lower_bound(checks_.begin(), checks_.end(), id,
                                      [](const CheckEntry& entry, std::string_view other) { return entry.id < other; });
  if (found == checks_.end() || found->id != id) return std::nullopt;
  return static_cast<std::size_t>(found - checks_.begin());
}

std::optional<model::TrustCategory> Bench::category(Word word) const {
  const auto found = categories_.find(word);
  return found == categories_.end() ? std::nullopt : std::optional(found->second);
}

std::size_t Bench::Hash::operator()(const engine::Allowed& facts) const {
  std::size_t hash = facts.size();
  for (const std::uint64_t values : facts) hash = (hash ^ (values + (hash >> 29U))) * 0x9e3779b97f4a7c15U;
  return hash ^ (hash >> 32U);
}

const std::vector<CheckVerdict>& Bench::verdicts(const engine::Allowed& facts) {
  const auto [entry, is_new] = verdicts_.try_emplace(facts);
  std::vector<CheckVerdict>& verdicts = entry->second;
  if (!is_new) return verdicts;
  work.add(steps_of_a_walk);
  verdicts.assign(checks_.size(), CheckVerdict::undecided);
  engine::Walk walk(acceptance_, facts, effort);
  if ((walk.reachable(acceptance_.roots.possible) & engine::yes_bit) == 0) return verdicts;
  std::vector<std::size_t> possible;
  for (std::size_t c = 0; c < checks_.size(); ++c) {
    const model::Decision& decision = acceptance_.rules.decisions[checks_[c].decision];
    const engine::Leaves leaves = walk.reachable(acceptance_.roots.decisions[checks_[c].decision].values.front());
    possible.clear();
    for (std::size_t value = 0; value < decision.values.size(); ++value)
      if (((leaves >> value) & 1U) != 0) possible.push_back(value);
    verdicts[c] = verdict_of(decision, possible);
  }
  return verdicts;
}

const std::optional<engine::Outcome>& Bench::outcome(const engine::Allowed& facts, const model::Answers& answers) {
  const auto [entry, is_new] = outcomes_.try_emplace(facts);
  if (!is_new) return entry->second;
  entry->second = engine::evaluate(acceptance_, answers, effort);
  work.add(steps_of_reasons);
  if (entry->second) work.add(steps_of_an_open_question * entry->second->open_questions.size());
  return entry->second;
}

}  // namespace socrates::gate
