// SPDX-License-Identifier: Apache-2.0
#include "candidates.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "history.hpp"

namespace socrates::gate {
namespace {

long count(const Judged& judged, CheckVerdict verdict) {
  return std::count_if(judged.checks.begin(), judged.checks.end(),
                       [&](const Check& check) { return check.verdict == verdict; });
}

/// It is of another kind than what is asked for.
bool is_foreign(const Judged& judged) {
  return std::any_of(judged.checks.begin(), judged.checks.end(), [](const Check& check) {
    return check.id == "G01" && (check.verdict == CheckVerdict::fail || !check.waived_by.empty());
  });
}

/// Of two that come out alike the one that speaks of later days is the better, and needs no other beside it.
bool is_better(const Judged& a, const Judged& b) {
  const auto rank = [](const Judged& judged) {
    const model::HeldReport* const report = judged.candidate.report;
    const auto end = report == nullptr ? std::nullopt : last_day_of(*report);
    return std::make_tuple(judged.verdict, is_foreign(judged), count(judged, CheckVerdict::fail),
                           count(judged, CheckVerdict::undecided), count(judged, CheckVerdict::condition),
                           judged.candidate.earlier.size(), !end.has_value(),
                           end ? -std::chrono::sys_days{*end}.time_since_epoch().count() : 0,
                           report == nullptr ? std::string() : report->id);
  };
  return rank(a) < rank(b);
}

/// The best that a report can do, alone or with earlier ones.
Judged best_of(const Ask& ask, const model::HeldReport& report) {
  Judged best = judged(ask, {&report, {}});
  if (best.verdict == Verdict::pass || is_foreign(best)) return best;
  for (const std::vector<const model::HeldReport*>& earlier : chains_before(report, ask.inventory, ask.decision)) {
    Judged longer = judged(ask, {&report, earlier});
    if (is_better(longer, best)) best = std::move(longer);
  }
  return best;
}

std::vector<Judged> all_of(const Ask& ask) {
  std::vector<Judged> all;
  for (const model::HeldReport& report : ask.inventory.reports) all.push_back(best_of(ask, report));
  if (all.empty()) all.push_back(judged(ask, {}));
  std::sort(all.begin(), all.end(), is_better);
  return all;
}

/// The gravest of each check over what was chosen for the services.
std::vector<Check> merged(const std::vector<Judged>& chosen) {
  std::vector<Check> checks = chosen.front().checks;
  for (const Judged& judged : chosen)
    for (std::size_t c = 0; c < checks.size(); ++c)
      if (checks[c].verdict < judged.checks[c].verdict) checks[c] = judged.checks[c];
  return checks;
}

/// The best for each service of the deal by itself; empty where there is but one service.
std::vector<Judged> best_by_service(const Ask& ask) {
  std::vector<Judged> chosen;
  if (!ask.services.is_given() || ask.services.value.size() < 2 || ask.inventory.reports.size() < 2) return chosen;
  for (const std::string& service : ask.services.value) {
    Ask part = ask;
    part.services = std::vector<std::string>{service};
    chosen.push_back(all_of(part).front());
  }
  return chosen;
}

}  // namespace

Choice best_choice(const Ask& ask) {
  std::vector<Judged> all = all_of(ask);
  Choice choice;
  choice.chosen = {all.front()};
  choice.checks = all.front().checks;
  choice.verdict = all.front().verdict;
  if (choice.verdict != Verdict::pass) {
    std::vector<Judged> by_service = best_by_service(ask);
    if (!by_service.empty()) {
      std::vector<Check> checks = merged(by_service);
      if (const Verdict verdict = verdict_of(checks); verdict < choice.verdict) {
        choice.chosen = std::move(by_service);
        choice.checks = std::move(checks);
        choice.verdict = verdict;
      }
    }
  }
  std::map<std::string, Judged> others;
  for (Judged& judged : all) {
    const model::HeldReport* const report = judged.candidate.report;
    const bool is_chosen = std::any_of(choice.chosen.begin(), choice.chosen.end(), [&](const Judged& chosen) {
      const std::vector<const model::HeldReport*>& earlier = chosen.candidate.earlier;
      return chosen.candidate.report == report || std::find(earlier.begin(), earlier.end(), report) != earlier.end();
    });
    if (!is_chosen) others.emplace(report->id, std::move(judged));
  }
  for (auto& [id, judged] : others) choice.others.push_back(std::move(judged));
  return choice;
}

}  // namespace socrates::gate
