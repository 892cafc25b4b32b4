// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <vector>

namespace socrates::tests {

/// How much of a random or long test is tried, in hundredths of what the ordinary suite tries: SOCRATES_TEST_EFFORT, or
/// 100; 10 at least, below which some tests no longer come upon what they look for. Less is tried where everything
/// takes many times as long, under the sanitizers and where lines are counted; `scripts/deep deals` tries more.
inline std::size_t effort() {
  const char* const asked = std::getenv("SOCRATES_TEST_EFFORT");
  return asked == nullptr ? 100 : static_cast<std::size_t>(std::clamp(std::atoi(asked), 10, 10'000));
}

/// That part of `whole` rounds, at least one.
inline std::size_t share_of(std::size_t whole) { return std::max<std::size_t>(1, whole * effort() / 100); }

/// That part of a list, evenly spread over it; all of it where more is asked for.
template <typename T>
std::vector<T> share_of(const std::vector<T>& all) {
  const std::size_t count = std::min(all.size(), share_of(all.size()));
  std::vector<T> some;
  for (std::size_t i = 0; i < count; ++i) some.push_back(all[i * all.size() / count]);
  return some;
}

}  // namespace socrates::tests
