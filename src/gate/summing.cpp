// SPDX-License-Identifier: Apache-2.0
#include "socrates/gate/summing.hpp"

#include <algorithm>
#include <utility>

#include "gate/view.hpp"

namespace socrates::gate {
namespace {

void add_money(const DealVerdict& deal, Money& money) {
  if (deal.amount) money[deal.amount->currency] += deal.amount->hundredths;
}

void add_money(const Money& more, Money& money) {
  for (const auto& [currency, hundredths] : more) money[currency] += hundredths;
}

/// Nothing but conditions stands between the deal and a plain yes, whether they count as a no or not.
bool waits_for_conditions(const DealVerdict& deal) {
  if (deal.verdict == Verdict::pass_with_conditions) return true;
  CheckVerdict gravest = CheckVerdict::not_applicable;
  for (const RequirementVerdict& requirement : deal.requirements)
    for (const Check& check : requirement.checks) gravest = std::max(gravest, check.verdict);
  return gravest == CheckVerdict::condition;
}

/// The conditions of the deal, with their titles, by check.
std::map<std::string_view, std::string_view> conditions_in(const DealVerdict& deal) {
  std::map<std::string_view, std::string_view> titles;
  if (!waits_for_conditions(deal)) return titles;
  for (const RequirementVerdict& requirement : deal.requirements)
    for (const Check& check : requirement.checks)
      if (check.verdict == CheckVerdict::condition) titles.emplace(check.id, check.title);
  return titles;
}

/// By check the gravest of the requirements that are not met.
std::map<std::string_view, const Check*> gravest_in(const DealVerdict& deal) {
  std::map<std::string_view, const Check*> gravest;
  for (const RequirementVerdict& requirement : deal.requirements) {
    if (is_yes(requirement.verdict)) continue;
    for (const Check& check : requirement.checks) {
      const auto [known, is_new] = gravest.emplace(check.id, &check);
      if (!is_new && known->second->verdict < check.verdict) known->second = &check;
    }
  }
  return gravest;
}

/// The one with the greatest count first, else in the order of the keys.
template <class One, class Count>
std::vector<One> sorted(const std::map<std::string, One>& by_key, const Count& count) {
  std::vector<One> all;
  for (const auto& [key, one] : by_key) all.push_back(one);
  std::stable_sort(all.begin(), all.end(), [&](const One& a, const One& b) { return count(a) > count(b); });
  return all;
}

}  // namespace

std::size_t Summary::deals() const {
  std::size_t count = 0;
  for (const auto& [verdict, tally] : by_verdict) count += tally.deals;
  return count;
}

Verdict Summary::verdict() const {
  Verdict gravest = Verdict::pass;
  for (const auto& [verdict, tally] : by_verdict) gravest = graver(gravest, verdict);
  return gravest;
}

void Summing::add(const DealVerdict& deal, const std::vector<Step>& steps) {
  Tally& tally = by_verdict_[deal.verdict];
  ++tally.deals;
  add_money(deal, tally.money);
  for (const auto& [id, title] : conditions_in(deal)) {
    Condition& condition = conditions_[std::string(id)];
    condition.check = id;
    condition.title = title;
    ++condition.deals;
    add_money(deal, condition.money);
  }
  for (const auto& [id, check] : gravest_in(deal)) {
    if (check->verdict < CheckVerdict::undecided) continue;
    Missing& missing = missing_[std::string(id)];
    missing.check = id;
    missing.title = check->title;
    ++(check->verdict == CheckVerdict::fail ? missing.failed : missing.undecided);
  }
  for (const Step& step : steps) {
    Unlocked& unlocked = unlocked_[step.id];
    unlocked.step = step;
    unlocked.deals.push_back(deal.id);
    add_money(deal, unlocked.money);
  }
}

void Summing::add(const Summing& later) {
  for (const auto& [verdict, tally] : later.by_verdict_) {
    Tally& own = by_verdict_[verdict];
    own.deals += tally.deals;
    add_money(tally.money, own.money);
  }
  for (const auto& [id, missing] : later.missing_) {
    Missing& own = missing_[id];
    own.check = missing.check;
    own.title = missing.title;
    own.failed += missing.failed;
    own.undecided += missing.undecided;
  }
  for (const auto& [id, condition] : later.conditions_) {
    Condition& own = conditions_[id];
    own.check = condition.check;
    own.title = condition.title;
    own.deals += condition.deals;
    add_money(condition.money, own.money);
  }
  for (const auto& [id, unlocked] : later.unlocked_) {
    Unlocked& own = unlocked_[id];
    own.step = unlocked.step;
    own.deals.insert(own.deals.end(), unlocked.deals.begin(), unlocked.deals.end());
    add_money(unlocked.money, own.money);
  }
}

Summary Summing::summary() const {
  return {by_verdict_, sorted(missing_, [](const Missing& one) { return one.failed + one.undecided; }),
          sorted(conditions_, [](const Condition& one) { return one.deals; }),
          sorted(unlocked_, [](const Unlocked& one) { return one.deals.size(); })};
}

}  // namespace socrates::gate
