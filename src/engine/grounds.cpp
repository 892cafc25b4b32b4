// SPDX-License-Identifier: Apache-2.0
#include "engine/grounds.hpp"

// Which answers are enough? A set of answers is enough when no possible way that agrees with it ends elsewhere. So take
// any way that does end elsewhere: it disagrees with what was answered in some questions, and a set that is enough must
// hold at least one of these. That holds of every such way, and conversely a set that hits them all is enough. The
// fewest answers are thus a smallest set that hits all such ways, of which there are far too many to write down; but
// few are needed: guess the smallest set that hits the ways known so far, look for a way that it misses, add it to the
// ways known, and go on until there is none. What was guessed last is enough, and since it is the smallest for some of
// the ways, none is smaller for all of them. The same holds of "first in the order of asking" among the equally small.
//
// First whole questions are counted, and then, with the rest of the questions let go, the options within them:
// "security teams ask" is enough, whoever else does or does not.
//
// Rejected: dropping answers one at a time while the rest is enough (leaves a set of which none can be dropped, which
// can be larger than the smallest, and depends on the order).

#include <algorithm>
#include <cstdint>
#include <vector>

#include "engine/ways.hpp"

namespace socrates::engine {
namespace {

using Set = std::vector<std::uint32_t>;

/// Sets that are looked at in one search.
constexpr std::size_t most_search_steps = 2'000'000;
constexpr std::size_t ways_at_once = 64;

bool hits(const Set& hitting, const Set& set) {
  return std::any_of(set.begin(), set.end(), [&](std::uint32_t element) {
    return std::binary_search(hitting.begin(), hitting.end(), element);
  });
}

/// The smallest set that hits all sets, of these the first in lexicographic order.
class HittingSets {
 public:
  void add(const std::vector<Set>& sets) { sets_.insert(sets_.end(), sets.begin(), sets.end()); }

  /// Nothing once the search has taken too long. No smaller size than before is tried: there were fewer sets then.
  std::optional<Set> smallest() {
    for (;; ++size_) {
      best_.reset();
      Set begun;
      search(begun);
      if (steps_ > most_search_steps) return std::nullopt;
      if (best_) return best_;
    }
  }

 private:
  void search(Set& begun) {
    if (steps_ > most_search_steps) return;
    Set sorted = begun;
    std::sort(sorted.begin(), sorted.end());
    const auto missed = std::find_if(sets_.begin(), sets_.end(), [&](const Set& set) { return !hits(sorted, set); });
    steps_ += 1 + static_cast<std::size_t>(missed - sets_.begin());
    if (missed == sets_.end()) {
      // Whatever is added to a set that hits all hits all; sizes are tried upwards, so this one is not larger.
      if (!best_ || sorted < *best_) best_ = sorted;
      return;
    }
    if (begun.size() == size_) return;
    const Set elements = *missed;
    for (const std::uint32_t element : elements) {
      begun.push_back(element);
      search(begun);
      begun.pop_back();
    }
  }

  std::vector<Set> sets_;
  std::size_t size_ = 0;
  std::size_t steps_ = 0;
  std::optional<Set> best_;
};

class GroundsSearch {
 public:
  GroundsSearch(const DiagramView& diagram, const Groups& group_of, const Allowed& allowed, Function f, Leaves wanted,
                Effort& effort)
      : diagram_(diagram),
        group_of_(group_of),
        allowed_(allowed),
        f_(f),
        others_(~wanted & ~impossible_bit),
        effort_(effort) {
    for (const std::uint32_t group : group_of) groups_ = std::max<std::size_t>(groups_, group + std::size_t{1});
  }

  std::optional<Set> run() {
    Set all;
    for (std::uint32_t group = 0; group < groups_; ++group) all.push_back(group);
    if (missed_by(all)) return std::nullopt;
    HittingSets ways;
    for (;;) {
      std::optional<Set> guess = ways.smallest();
      if (!guess) return irreducible(std::move(all));
      const std::optional<GroupSets> missed = missed_by(*guess);
      if (!missed) return guess;
      ways.add(missed->sets);
    }
  }

 private:
  /// Ways that agree with the answers of these groups and end elsewhere, as the groups in which they disagree with the
  /// rest.
  [[nodiscard]] std::optional<GroupSets> missed_by(const Set& kept) const {
    std::vector<bool> may_change(groups_, true);
    for (const std::uint32_t group : kept) may_change[group] = false;
    return Ways(diagram_, group_of_, allowed_, std::move(may_change), others_, effort_).smallest(f_, ways_at_once);
  }

  [[nodiscard]] Set irreducible(Set set) const {
    for (std::size_t i = set.size(); i-- > 0;) {
      Set without = set;
      without.erase(without.begin() + static_cast<std::ptrdiff_t>(i));
      if (!missed_by(without)) set = std::move(without);
    }
    return set;
  }

  const DiagramView& diagram_;
  const Groups& group_of_;
  const Allowed& allowed_;
  Function f_;
  Leaves others_;
  Effort& effort_;
  std::size_t groups_ = 0;
};

/// What is allowed where the group is in the set, and everything elsewhere.
Allowed let_go(const Space& space, const Allowed& allowed, const Groups& group_of, const Set& kept) {
  Allowed result = allowed_by(space, {});
  for (std::size_t variable = 0; variable < result.size(); ++variable)
    if (std::binary_search(kept.begin(), kept.end(), group_of[variable])) result[variable] = allowed[variable];
  return result;
}

}  // namespace

std::optional<Allowed> grounds(const DiagramView& diagram, const Space& space, const Allowed& allowed, Function f,
                               Leaves wanted, Effort& effort) {
  Allowed kept = allowed;
  for (const Groups& group_of : {groups_by_question(space), groups_by_variable(space)}) {
    const std::optional<Set> set = GroundsSearch(diagram, group_of, kept, f, wanted, effort).run();
    if (!set) return std::nullopt;
    kept = let_go(space, kept, group_of, *set);
  }
  return kept;
}

}  // namespace socrates::engine
