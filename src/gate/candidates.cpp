// SPDX-License-Identifier: Apache-2.0
#include "gate/candidates.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace socrates::gate {
namespace {

long count(const Judged& judged, CheckVerdict verdict) {
  return std::count(judged.checks.begin(), judged.checks.end(), verdict);
}

bool fails(const Ask& ask, const Judged& judged, std::string_view id) {
  const auto check = ask.bench.check(id);
  return check && judged.checks[*check] == CheckVerdict::fail;
}

/// It is of another kind than what is asked for.
bool is_foreign(const Ask& ask, const Judged& judged) { return fails(ask, judged, family_check); }

/// It is about another entity, service or region.
bool is_elsewhere(const Ask& ask, const Judged& judged) { return fails(ask, judged, scope_check); }

/// The lesser is the better. Of two that come out alike it is the one that speaks of later days, and needs no other
/// beside it.
using Rank = std::tuple<Verdict, bool, bool, long, long, long, std::size_t, bool, long, std::string_view>;

Rank rank_of(const Ask& ask, const Judged& judged) {
  const model::HeldReport* const report = judged.candidate.report;
  const auto end = report == nullptr ? std::nullopt : last_day_of(*report);
  return {judged.verdict,
          is_foreign(ask, judged),
          is_elsewhere(ask, judged),
          count(judged, CheckVerdict::fail),
          count(judged, CheckVerdict::undecided),
          count(judged, CheckVerdict::condition),
          judged.candidate.earlier.size(),
          !end.has_value(),
          end ? -std::chrono::sys_days{*end}.time_since_epoch().count() : 0,
          report == nullptr ? std::string_view() : std::string_view(report->id)};
}

/// Ranked once, as it is compared with many.
struct Ranked {
  Ranked(const Ask& ask, Judged of) : judged(std::move(of)), rank(rank_of(ask, judged)) {}

  Judged judged;
  Rank rank;
};

bool operator<(const Ranked& a, const Ranked& b) { return a.rank < b.rank; }

/// The best that a report can do, alone or with earlier ones.
Ranked best_of(Ask& ask, const model::HeldReport& report) {
  Ranked best(ask, judged(ask, {&report, {}}));
  if (best.judged.verdict == Verdict::pass || is_foreign(ask, best.judged)) return best;
  for (const Chain& earlier : ask.shelf.chains_before(report, ask.decision)) {
    if (ask.bench.work.is_spent()) break;
    Ranked longer(ask, judged(ask, {&report, earlier}));
    if (longer < best) best = std::move(longer);
  }
  return best;
}

/// A term to agree on: no report has to do with it.
bool is_term(const Ask& ask) { return ask.requirement.report == model::Family::right_to_audit; }

/// Of each report the best that it can do, the best one first; in brief that one alone.
std::vector<Judged> all_of(Ask& ask) {
  if (is_term(ask)) return {judged(ask, {})};
  std::vector<Ranked> ranked;
  std::vector<const model::HeldReport*> hopeless;
  const auto add = [&](const model::HeldReport& report) {
    if (ranked.empty() || !ask.bench.work.is_spent()) ranked.push_back(best_of(ask, report));
  };
  for (const model::HeldReport& report : ask.inventory().reports) {
    const bool is_in_vain = is_hopeless(ask, report);  // asked in full too, so that no deal takes more work in brief
    if (is_in_vain && ask.extent == Extent::brief)
      hopeless.push_back(&report);
    else
      add(report);
  }
  const auto goes = [](const Ranked& one) { return is_yes(one.judged.verdict); };
  if (std::none_of(ranked.begin(), ranked.end(), goes))
    for (const model::HeldReport* const report : hopeless) add(*report);
  if (ranked.empty()) ranked.emplace_back(ask, judged(ask, {}));
  if (ask.extent == Extent::brief) return {std::move(std::min_element(ranked.begin(), ranked.end())->judged)};
  std::sort(ranked.begin(), ranked.end());
  std::vector<Judged> all;
  for (Ranked& one : ranked) all.push_back(std::move(one.judged));
  return all;
}

/// A report that lets the requirement through, alone or with earlier ones.
bool is_met_by(Ask& ask, const model::HeldReport& report) {
  if (is_hopeless(ask, report)) return false;
  const Judged alone = judged(ask, {&report, {}});
  if (is_yes(alone.verdict)) return true;
  if (is_foreign(ask, alone)) return false;
  const std::vector<Chain>& chains = ask.shelf.chains_before(report, ask.decision);
  return std::any_of(chains.begin(), chains.end(), [&](const Chain& earlier) {
    return !ask.bench.work.is_spent() && is_yes(judged(ask, {&report, earlier}).verdict);
  });
}

bool is_met_by_one(Ask& ask) {
  const std::vector<model::HeldReport>& reports = ask.inventory().reports;
  if (reports.empty() || is_term(ask)) return is_yes(judged(ask, {}).verdict);
  return std::any_of(reports.begin(), reports.end(), [&](const model::HeldReport& report) {
    return !ask.bench.work.is_spent() && is_met_by(ask, report);
  });
}

/// Services can be judged one by one.
bool is_divisible(const Ask& ask) {
  return ask.services.is_given() && ask.services.value.size() >= 2 && ask.inventory().reports.size() >= 2 &&
         !is_term(ask);
}

/// How a service stands in the reports that are held or to come: all that the verdict hangs on.
std::string standing_of(const Ask& ask, Word service) {
  std::string standing;
  for (const model::HeldReport& report : ask.inventory().reports) {
    const ReportWords& words = ask.shelf.words(report);
    standing += !words.covers                                 ? '?'
                : has_word(*words.covers, service)            ? 'n'
                : is_alike_service(ask, service, words.alike) ? 'a'
                                                              : 'o';
  }
  for (const model::NextReport& next : ask.inventory().next) {
    const std::optional<WordSet>& covers = ask.shelf.covers(next);
    standing += !covers                                                 ? '?'
                : has_word(*covers, service)                            ? 'n'
                : is_alike_service(ask, service, ask.shelf.alike(next)) ? 'a'
                                                                        : 'o';
  }
  return standing;
}

/// By service, the first that stands as it does.
const std::vector<std::size_t>& first_alike(const Ask& ask) {
  std::vector<std::size_t>& first = ask.shelf.first_alike;
  if (!first.empty()) return first;
  std::map<std::string, std::size_t> known;
  for (std::size_t s = 0; s < ask.service_words.size(); ++s)
    first.push_back(known.emplace(standing_of(ask, ask.service_words[s]), s).first->second);
  ask.bench.work.add(first.size() * (ask.inventory().reports.size() + ask.inventory().next.size()) / 20);
  return first;
}

/// The best for each service of the deal by itself; empty where there is but one service.
std::vector<Pick> best_by_service(Ask& ask) {
  std::vector<Pick> chosen;
  if (!is_divisible(ask)) return chosen;
  const std::vector<std::size_t>& first = first_alike(ask);
  for (std::size_t s = 0; s < first.size(); ++s) {
    if (first[s] != s) {
      chosen.push_back({chosen[first[s]].judged, s});
      continue;
    }
    Ask part = part_of(ask, s);
    chosen.push_back({all_of(part).front(), s});
  }
  return chosen;
}

std::vector<CheckVerdict> merged(const std::vector<Pick>& chosen) {
  std::vector<CheckVerdict> checks = chosen.front().judged.checks;
  for (const Pick& one : chosen)
    for (std::size_t c = 0; c < checks.size(); ++c) checks[c] = std::max(checks[c], one.judged.checks[c]);
  return checks;
}

/// The best for each service tells more than the best for all of them: it comes out better, or as well where the one
/// for all of them leaves a service out, which the others cover.
bool is_better_split(const Ask& ask, const std::vector<CheckVerdict>& split, const Judged& whole) {
  const Verdict verdict = verdict_of(split, ask.strictness);
  if (verdict != whole.verdict) return verdict < whole.verdict;
  const auto scope = ask.bench.check(scope_check);
  return scope && whole.checks[*scope] == CheckVerdict::fail && split[*scope] < CheckVerdict::undecided;
}

/// All reports that were chosen, with the earlier ones.
std::set<const model::HeldReport*> reports_of(const std::vector<Pick>& chosen) {
  std::set<const model::HeldReport*> reports;
  for (const Pick& one : chosen) {
    reports.insert(one.judged.candidate.report);
    reports.insert(one.judged.candidate.earlier.begin(), one.judged.candidate.earlier.end());
  }
  return reports;
}

Ask asked(const Ask& ask, const Pick& chosen) { return chosen.service ? part_of(ask, *chosen.service) : ask; }

}  // namespace

Choice best_choice(Ask& ask) {
  std::vector<Judged> all = all_of(ask);
  Choice choice;
  choice.chosen = {{all.front(), std::nullopt}};
  if (all.front().verdict != Verdict::pass) {
    std::vector<Pick> by_service = best_by_service(ask);
    if (!by_service.empty() && is_better_split(ask, merged(by_service), all.front()))
      choice.chosen = std::move(by_service);
  }
  choice.checks = merged(choice.chosen);
  choice.verdict =
      choice.chosen.size() == 1 ? choice.chosen.front().judged.verdict : verdict_of(choice.checks, ask.strictness);
  if (ask.extent == Extent::brief) return choice;
  const std::set<const model::HeldReport*> chosen = reports_of(choice.chosen);
  std::map<std::string_view, Judged> others;
  for (Judged& other : all)
    if (chosen.count(other.candidate.report) == 0) others.emplace(other.candidate.report->id, std::move(other));
  for (auto& [id, other] : others) choice.others.push_back(std::move(other));
  return choice;
}

std::vector<Check> explained(Ask& ask, const Choice& choice) {
  if (choice.chosen.size() == 1) {
    Ask part = asked(ask, choice.chosen.front());
    return explained(part, choice.chosen.front().judged);
  }
  std::map<std::size_t, std::vector<Check>> by_chosen;
  std::vector<Check> checks;
  for (std::size_t c = 0; c < choice.checks.size(); ++c) {
    const auto gravest = std::find_if(choice.chosen.begin(), choice.chosen.end(),
                                      [&](const Pick& one) { return one.judged.checks[c] == choice.checks[c]; });
    const auto [entry, is_new] = by_chosen.try_emplace(static_cast<std::size_t>(gravest - choice.chosen.begin()));
    if (is_new) {
      Ask part = asked(ask, *gravest);
      entry->second = explained(part, gravest->judged);
    }
    checks.push_back(entry->second[c]);
  }
  return checks;
}

std::vector<std::string> collected(const Ask& ask, const Choice& choice, std::string_view decision) {
  std::vector<std::string> items;
  for (const Pick& one : choice.chosen)
    for (std::string& item : collected(ask, one.judged, decision))
      if (std::find(items.begin(), items.end(), item) == items.end()) items.push_back(std::move(item));
  return items;
}

bool can_be_met(Ask& ask) {
  if (is_met_by_one(ask)) return true;
  if (!is_divisible(ask)) return false;
  const std::vector<std::size_t>& first = first_alike(ask);
  for (std::size_t s = 0; s < first.size(); ++s) {
    if (first[s] != s) continue;
    Ask part = part_of(ask, s);
    if (!is_met_by_one(part)) return false;
  }
  return true;
}

}  // namespace socrates::gate
