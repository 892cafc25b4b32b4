// SPDX-License-Identifier: Apache-2.0
//
// The order in which to close gaps. What holds up a report comes first, then what unlocks most, then what weighs most,
// then what takes least. A gap never stands before one that it depends on, and what others wait for is as urgent as the
// most urgent of them: so the strongest claim is handed down to the gaps before it, and of those that wait for nothing
// the most urgent is taken, again and again.

#include <algorithm>
#include <tuple>
#include <utility>

#include "socrates/readiness/assessment.hpp"

namespace socrates::readiness {
namespace {

class Order {
 public:
  Order(std::vector<Gap> gaps, const std::vector<std::size_t>& unlocks)
      : gaps_(std::move(gaps)), unlocks_(unlocks), waits_for_(gaps_.size()) {
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
    blocks_.resize(gaps_.size());
    dependents_.resize(gaps_.size());
    for (std::size_t i = 0; i < gaps_.size(); ++i) {
      std::vector<bool> seen(gaps_.size());
      std::vector<std::size_t> pending{i};
      while (!pending.empty()) {
        const std::size_t at = pending.back();
        pending.pop_back();
        if (seen[at]) continue;
        seen[at] = true;
        blocks_[at] = std::max(blocks_[at], gaps_[i].blocks);
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

  [[nodiscard]] std::tuple<model::Blocks, std::size_t, int> claim(std::size_t i) const {
    return {blocks_[i], unlocks_[gaps_[i].index] + dependents_[i], -gaps_[i].weeks.likely};
  }

  std::vector<Gap> gaps_;
  const std::vector<std::size_t>& unlocks_;
  std::vector<std::vector<std::size_t>> waits_for_;
  std::vector<model::Blocks> blocks_;
  std::vector<std::size_t> dependents_;
};

}  // namespace

std::vector<Gap> in_order(std::vector<Gap> gaps, const std::vector<std::size_t>& unlocks) {
  return Order(std::move(gaps), unlocks).sorted();
}

}  // namespace socrates::readiness
