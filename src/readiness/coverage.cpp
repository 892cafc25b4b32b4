// SPDX-License-Identifier: Apache-2.0
#include "socrates/readiness/coverage.hpp"

#include <algorithm>

namespace socrates::readiness {
namespace {

using model::ControlStatus;

constexpr int whole = 4;

int quarters(ControlStatus status) {
  switch (status) {
    case ControlStatus::in_place:
      return whole;
    case ControlStatus::partial:
      return 2;
    case ControlStatus::designed:
      return 1;
    case ControlStatus::missing:
    case ControlStatus::unknown:
    case ControlStatus::not_applicable:
      return 0;
  }
  return 0;
}

int& count_of(StatusCounts& counts, ControlStatus status) {
  switch (status) {
    case ControlStatus::in_place:
      return counts.in_place;
    case ControlStatus::partial:
      return counts.partial;
    case ControlStatus::designed:
      return counts.designed;
    case ControlStatus::missing:
      return counts.missing;
    case ControlStatus::not_applicable:
      return counts.not_applicable;
    case ControlStatus::unknown:
      break;
  }
  return counts.unknown;
}

std::optional<int> percent_of(int part, int total) {
  if (total == 0) return std::nullopt;
  return 100 * part / total;
}

struct Ratio {
  int part = 0;
  int total = 0;
};

/// The mean of weighted shares that may be added or not is least when exactly those below it are added, so they are
/// taken from the lowest on for as long as they lower it; the greatest is found from the highest on.
int extreme(Ratio ratio, std::vector<Ratio> shares, bool least) {
  const auto comes_first = [&](const Ratio& a, const Ratio& b) {
    const int left = a.part * b.total;
    const int right = b.part * a.total;
    return least ? left < right : left > right;
  };
  std::stable_sort(shares.begin(), shares.end(), comes_first);
  for (const Ratio& share : shares) {
    if (ratio.total > 0 && !comes_first(share, ratio)) break;
    ratio.part += share.part;
    ratio.total += share.total;
  }
  return percent_of(ratio.part, ratio.total).value_or(100);
}

}  // namespace

void add(Coverage& coverage, const Share& share) {
  ++count_of(coverage.counts, share.status);
  if (share.status == ControlStatus::not_applicable) return;
  coverage.total += share.weight * whole;
  coverage.earned += share.weight * quarters(share.status);
  if (share.status == ControlStatus::unknown) coverage.unknown += share.weight * whole;
}

std::optional<int> percent(const Coverage& coverage) { return percent_of(coverage.earned, coverage.total); }

std::optional<int> percent_if_unknown_in_place(const Coverage& coverage) {
  return percent_of(coverage.earned + coverage.unknown, coverage.total);
}

Bounds bounds(const Coverage& sure, const std::vector<Share>& open) {
  std::vector<Ratio> low;
  std::vector<Ratio> high;
  for (const Share& share : open) {
    if (share.status == ControlStatus::not_applicable) continue;
    const int points = share.weight * quarters(share.status);
    low.push_back({points, share.weight * whole});
    high.push_back({share.status == ControlStatus::unknown ? share.weight * whole : points, share.weight * whole});
  }
  // Without any control that is surely in scope the mean of none at all, 100, is possible too.
  const int most = sure.total == 0 ? 100 : extreme({sure.earned + sure.unknown, sure.total}, high, false);
  return {extreme({sure.earned, sure.total}, low, true), most};
}

}  // namespace socrates::readiness
