// SPDX-License-Identifier: Apache-2.0
#include "socrates/model/index_set.hpp"

#include <initializer_list>
#include <random>
#include <set>
#include <stdexcept>
#include <vector>

#include "catch.hpp"
#include "effort.hpp"

using namespace socrates;
using model::IndexSet;

namespace {

void check_alike(const IndexSet& indices, const std::set<std::size_t>& expected) {
  std::vector<std::size_t> all;
  for (const std::size_t index : indices) all.push_back(index);
  CHECK(all == std::vector<std::size_t>(expected.begin(), expected.end()));
  CHECK(indices.size() == expected.size());
  CHECK(indices.empty() == expected.empty());
  if (expected.empty()) return;
  CHECK(indices.front() == *expected.begin());
  CHECK(indices.back() == *expected.rbegin());
}

}  // namespace

TEST_CASE("a set of indices does what a set of numbers does") {
  std::mt19937 random(1);
  for (std::size_t round = 0; round < tests::share_of(300); ++round) {
    IndexSet indices;
    std::set<std::size_t> expected;
    for (std::size_t step = 0; step < 40; ++step) {
      const std::size_t index = random() % IndexSet::limit;
      if (random() % 3 == 0) {
        indices.erase(index);
        expected.erase(index);
      } else {
        indices.insert(index);
        expected.insert(index);
      }
      check_alike(indices, expected);
    }
    for (std::size_t index = 0; index < IndexSet::limit; ++index)
      CHECK(indices.contains(index) == expected.contains(index));
    CHECK(indices == IndexSet(std::vector<std::size_t>(expected.rbegin(), expected.rend())));
  }
}

TEST_CASE("an index beyond the limit is in no set") {
  IndexSet indices = {IndexSet::limit - 1};
  CHECK_FALSE(indices.contains(IndexSet::limit));
  CHECK_THROWS_AS(indices.insert(IndexSet::limit), std::out_of_range);
  CHECK_THROWS_AS(indices.erase(IndexSet::limit), std::out_of_range);
  CHECK(indices.size() == 1);
}

TEST_CASE("a range of indices begins with its first and ends before its end") {
  for (const std::size_t end : std::initializer_list<std::size_t>{0, 1, 63, 64, 65, 127, 128}) {
    std::set<std::size_t> expected;
    for (std::size_t from = end;; --from) {
      check_alike(IndexSet::range(from, end), expected);
      if (from == 0) break;
      expected.insert(from - 1);
    }
  }
}
