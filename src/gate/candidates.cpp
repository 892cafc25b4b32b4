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

bool fails(const Judged& judged, std::string_view id) {
  return std::any_of(judged.checks.begin(), judged.checks.end(),
                     [&](const Check& check) { return check.id == id && check.verdict == CheckVerdict::fail; });
}

/// It is of another kind than what is asked for.
bool is_foreign(const Judged& judged) { return fails(judged, "G01"); }

/// It is about another entity, service or region.
bool is_elsewhere(const Judged& judged) { return fails(judged, "G04"); }

/// Of two that come out alike the one that speaks of later days is the better, and needs no other beside it.
bool is_better(const Judged& a, const Judged& b) {
  const auto rank = [](const Judged& judged) {
    const model::HeldReport* const report = judged.candidate.report;
    const auto end = report == nullptr ? std::nullopt : last_day_of(*report);
    return std::make_tuple(judged.verdict, is_foreign(judged), is_elsewhere(judged), count(judged, CheckVerdict::fail),
                           count(judged, CheckVerdict::undecided), count(judged, CheckVerdict::condition),
                           judged.candidate.earlier.size(), !end.has_value(),
                           end ? -std::chrono::sys_days{*end}.time_since_epoch().count() : 0,
                           report == nullptr ? std::string() : report->id);
  };
  return rank(a) < rank(b);
}

/// The best that a report can do, alone or with earlier ones.
Judged best_of(const Ask& ask, const model::HeldReport& report) {
  Judged best = judged(ask, {&report, {}}, Detail::verdicts);
  if (best.verdict == Verdict::pass || is_foreign(best)) return best;
  for (const std::vector<const model::HeldReport*>& earlier : chains_before(report, ask.inventory, ask.decision)) {
    Judged longer = judged(ask, {&report, earlier}, Detail::verdicts);
    if (is_better(longer, best)) best = std::move(longer);
  }
  return best;
}

std::vector<Judged> all_of(const Ask& ask) {
  std::vector<Judged> all;
  for (const model::HeldReport& report : ask.inventory.reports) all.push_back(best_of(ask, report));
  if (all.empty()) all.push_back(judged(ask, {}, Detail::verdicts));
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

/// A candidate with the question that it answers: all services of the deal, or one.
struct Answer {
  Judged judged;
  model::Stated<std::vector<std::string>> services;
};

/// The best for each service of the deal by itself; empty where there is but one service.
std::vector<Answer> best_by_service(const Ask& ask) {
  std::vector<Answer> chosen;
  if (!ask.services.is_given() || ask.services.value.size() < 2 || ask.inventory.reports.size() < 2) return chosen;
  for (const std::string& service : ask.services.value) {
    Ask part = ask;
    part.services = std::vector<std::string>{service};
    chosen.push_back({all_of(part).front(), part.services});
  }
  return chosen;
}

std::vector<Judged> judged_of(const std::vector<Answer>& answers) {
  std::vector<Judged> all;
  for (const Answer& answer : answers) all.push_back(answer.judged);
  return all;
}

void add_reasons(const Ask& ask, Answer& answer) {
  Ask part = ask;
  part.services = answer.services;
  answer.judged = judged(part, answer.judged.candidate, Detail::reasons);
}

bool is_among(const model::HeldReport* report, const std::vector<Judged>& chosen) {
  return std::any_of(chosen.begin(), chosen.end(), [&](const Judged& judged) {
    const std::vector<const model::HeldReport*>& earlier = judged.candidate.earlier;
    return judged.candidate.report == report || std::find(earlier.begin(), earlier.end(), report) != earlier.end();
  });
}

}  // namespace

Choice best_choice(const Ask& ask, Detail detail) {
  std::vector<Judged> all = all_of(ask);
  std::vector<Answer> answers = {{all.front(), ask.services}};
  if (all.front().verdict != Verdict::pass) {
    std::vector<Answer> by_service = best_by_service(ask);
    if (!by_service.empty() && verdict_of(merged(judged_of(by_service)), ask.strictness) < all.front().verdict)
      answers = std::move(by_service);
  }
  if (detail == Detail::reasons)
    for (Answer& answer : answers) add_reasons(ask, answer);
  Choice choice;
  choice.chosen = judged_of(answers);
  choice.checks = merged(choice.chosen);
  choice.verdict = answers.size() == 1 ? choice.chosen.front().verdict : verdict_of(choice.checks, ask.strictness);
  if (detail == Detail::verdicts) return choice;
  std::map<std::string, Judged> others;
  for (const Judged& other : all)
    if (!is_among(other.candidate.report, choice.chosen))
      others.emplace(other.candidate.report->id, judged(ask, other.candidate, Detail::reasons));
  for (auto& [id, other] : others) choice.others.push_back(std::move(other));
  return choice;
}

}  // namespace socrates::gate
