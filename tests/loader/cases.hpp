// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "catch.hpp"
#include "sample.hpp"

/// An input, and what comes of it.
struct Case {
  const char* name;
  std::string input;
  const char* expected;
};

/// Each input has the outcome that is expected of it.
template <class Outcome>
void check_outcomes(const std::vector<Case>& cases, Outcome outcome) {
  for (const Case& c : cases) {
    INFO(c.name);
    CHECK(outcome(c.input) == c.expected);
  }
}

/// A part of the sample, what stands there instead, and what is reported then.
struct Change {
  const char* name;
  const char* part;
  const char* replacement;
  const char* expected;
};

inline void check_changes(const std::vector<Change>& changes) {
  for (const Change& change : changes) {
    INFO(change.name);
    CHECK(socrates::tests::problems_with(change.part, change.replacement) == change.expected);
  }
}

inline std::string repeated(std::string_view text, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}
