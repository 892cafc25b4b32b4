// SPDX-License-Identifier: Apache-2.0
//
// The order in which to close gaps. What holds up a report comes first: what holds up a Type 1 of itself, then what
// gives a criterion or an objective its first control, then what holds up the period. Of these first what unlocks most,
// then what takes least. A gap never stands before one that it depends on, and what others wait for is as urgent as the
// most urgent of them: so the strongest claim is handed down to the gaps before it, and of those that wait for nothing
// the most urgent is taken, again and again.

#include <algorithm>
#include <tuple>
#include <utility>

#include "socrates/readiness/assessment.hpp"

namespace socrates::readiness {
namespace {

/// It holds up a Type 1 of itself; it holds up every report, as nothing else is there; what else it holds up.
using Urgency = std::tuple<bool, bool, model::Blocks>;

Urgency urgency_of(const Gap& gap) { return {gap.blocks == model::Blocks::type_1, !gap.first_for.empty(), gap.blocks}; }

class Order {
 public:
  explicit Order(std::vector<Gap> gaps) : gaps_(std::move(gaps)), waits_for_(gaps_.size()) {
    for (std::size_t i = 0; i < gaps_.size(); ++i)
      for (const std::string& id : gaps_[i].depends_on)
        for (std::size_t before = 0; before < gaps_.size(); ++before)
          if (gaps_[before].control == id) waits_for_[i].push_back(before);
    hand_down();
  }

  std::vector<Gap> sorted() {
    std::vector<Gap> result;
    std::vector<bool> done(gaps_.size());
    while (result.size() < gaps_.size()) {
      const std::size_t next = most_urgent(done);
      done[next] = true;
      result.push_back(gaps_[next]);
    }
    return result;
  }

 private:
  /// Gives every gap the strongest claim of what waits for it, directly or not.
  void hand_down() {
    urgency_.resize(gaps_.size());
    dependents_.resize(gaps_.size());
    for (std::size_t i = 0; i < gaps_.size(); ++i) {
      std::vector<bool> seen(gaps_.size());
      std::vector<std::size_t> pending{i};
      while (!pending.empty()) {
        const std::size_t at = pending.back();
        pending.pop_back();
        if (seen[at]) continue;
        seen[at] = true;
        urgency_[at] = std::max(urgency_[at], urgency_of(gaps_[i]));
        if (at != i) ++dependents_[at];
        pending.insert(pending.end(), waits_for_[at].begin(), waits_for_[at].end());
      }
    }
  }

  [[nodiscard]] std::size_t most_urgent(const std::vector<bool>& done) const {
    std::size_t best = gaps_.size();
    for (std::size_t i = 0; i < gaps_.size(); ++i) {
      const bool waits =
          std::any_of(waits_for_[i].begin(), waits_for_[i].end(), [&](std::size_t b) { return !done[b]; });
      if (done[i] || waits) continue;
      if (best == gaps_.size() || claim(i) > claim(best)) best = i;
    }
    return best;
  }

  [[nodiscard]] std::tuple<Urgency, std::size_t, int> claim(std::size_t i) const {
    return {urgency_[i], gaps_[i].first_for.size() + dependents_[i], -gaps_[i].weeks.likely};
  }

  std::vector<Gap> gaps_;
  std::vector<std::vector<std::size_t>> waits_for_;
  std::vector<Urgency> urgency_;
  std::vector<std::size_t> dependents_;
};

}  // namespace

std::vector<Gap> in_order(std::vector<Gap> gaps) { return Order(std::move(gaps)).sorted(); }

}  // namespace socrates::readiness
