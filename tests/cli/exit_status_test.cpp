// SPDX-License-Identifier: Apache-2.0
#include "cli/exit_status.hpp"

#include <cstddef>
#include <iterator>

#include "catch.hpp"

using socrates::cli::ExitStatus;
using socrates::cli::strongest;

TEST_CASE("over several inputs the strongest status wins, whatever their order") {
  const ExitStatus weakest_first[] = {ExitStatus::done,    ExitStatus::undecided, ExitStatus::no,
                                      ExitStatus::invalid, ExitStatus::defect,    ExitStatus::interrupted};
  for (std::size_t a = 0; a < std::size(weakest_first); ++a)
    for (std::size_t b = 0; b < std::size(weakest_first); ++b)
      CHECK(strongest(weakest_first[a], weakest_first[b]) == weakest_first[std::max(a, b)]);
}

TEST_CASE("the numbers are those of the contract") {
  CHECK(static_cast<int>(ExitStatus::done) == 0);
  CHECK(static_cast<int>(ExitStatus::no) == 1);
  CHECK(static_cast<int>(ExitStatus::invalid) == 2);
  CHECK(static_cast<int>(ExitStatus::undecided) == 3);
  CHECK(static_cast<int>(ExitStatus::defect) == 70);
  CHECK(static_cast<int>(ExitStatus::interrupted) == 130);
}
