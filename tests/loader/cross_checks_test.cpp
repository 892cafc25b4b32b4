// SPDX-License-Identifier: Apache-2.0
#include "loader/rules/cross_checks.hpp"

#include "catch.hpp"
#include "sample.hpp"

using namespace socrates;
using tests::problems_beside_sample;

namespace {

/// Conditions on a number that cut it into so many intervals.
std::string thresholds(int intervals) {
  std::string facts = "facts:\n";
  std::string uses;
  for (int i = 1; i < intervals; ++i) {
    facts += "  f" + std::to_string(i) + ": {operating: {at_least: " + std::to_string(i) + "}}\n";
    uses += (i > 1 ? ", f" : "f") + std::to_string(i) + ": true";
  }
  return facts + "notes:\n  - {id: n, when: {" + uses + "}, text: x, sources: [paper]}\n";
}

std::string chain(int length, const std::string& last) {
  std::string facts = "facts:\n";
  for (int i = 0; i + 1 < length; ++i) {
    facts += "  f" + std::to_string(i) + ": {f" + std::to_string(i + 1) + ": true}\n";
  }
  return facts + "  f" + std::to_string(length - 1) + ": " + last +
         "\nnotes:\n  - {id: n, when: {f0: true}, text: x, sources: [paper]}\n";
}

}  // namespace

TEST_CASE("circles of facts and decisions are shown") {
  CHECK(problems_beside_sample(
            "facts:\n  a: {b: true}\n  b: {not: {c: true}}\n  c: {any: [{public: true}, {a: true}]}\n") ==
        "3:3 S215 [a] 'a' depends on itself: a -> b -> c -> a");
  CHECK(problems_beside_sample("facts:\n  a: {a: true}\n") == "3:3 S215 [a] 'a' depends on itself: a -> a");
  CHECK(problems_beside_sample("facts:\n  a: {x: one}\ndecisions:\n  x:\n    exactly_one: [one, two]\n    rules:\n"
                               "      - {id: x.a, when: {a: true}, then: one, because: b, sources: [paper]}\n") ==
        "3:3 S215 [a] 'a' depends on itself: a -> x -> a");
}

TEST_CASE("two circles are two problems") {
  CHECK(problems_beside_sample("facts:\n  a: {b: true}\n  b: {a: true}\n  c: {d: true}\n  d: {c: true}\n") ==
        "3:3 S215 [a] 'a' depends on itself: a -> b -> a\n5:3 S215 [c] 'c' depends on itself: c -> d -> c");
}

TEST_CASE("a fact that two others name is no circle") {
  CHECK(problems_beside_sample("facts:\n  a: {c: true}\n  b: {a: true, c: true}\n  c: {public: true}\n"
                               "notes:\n  - {id: n, when: {b: true}, text: x, sources: [paper]}\n")
            .empty());
}

TEST_CASE("a long chain of facts is followed without recursion, and too long a one is refused") {
  CHECK(problems_beside_sample(chain(500, "{public: true}")).empty());
  CHECK(problems_beside_sample(chain(502, "{public: true}")) ==
        "3:3 S009 [f0] 'f0' depends on a chain of more than the 500 facts and decisions allowed");
  CHECK(
      problems_beside_sample(chain(1900, "{f0: true}")).starts_with("3:3 S215 [f0] 'f0' depends on itself: f0 -> f1"));
  CHECK(problems_beside_sample(chain(2500, "{public: true}"))
            .find("more than the 2000 questions, facts and decisions allowed") != std::string::npos);
}

TEST_CASE("what nothing uses is refused") {
  CHECK(problems_beside_sample("facts: {lonely: {public: true}}\n") ==
        "2:9 S216 [lonely] nothing uses the fact 'lonely'");
  CHECK(problems_beside_sample("sources: {unread: {title: a, publisher: b}}\n") ==
        "2:11 S216 [unread] nothing uses the source 'unread'");
  CHECK(tests::problems_with("buyers: Who asks", "buyers: Who asks, more: More") ==
        "4:52 S216 [more] nothing uses the section 'more'");
}

TEST_CASE("sixty intervals of a number are the most") {
  CHECK(problems_beside_sample(thresholds(60)).empty());
  CHECK(problems_beside_sample(thresholds(61)) ==
        "28:3 S218 [operating] conditions cut 'operating' into 61 intervals, more than the 60 allowed");
}
