// SPDX-License-Identifier: Apache-2.0
// synthetic_rules QUESTIONS RULES SPREAD [SEED]: a rule set as YAML on standard output, larger than people write them.
// Twenty rules make a decision by levels, and the rules of one decision look at SPREAD neighbouring questions: the
// more, the harder to prove anything about.

#include <algorithm>
#include <cstdio>
#include <exception>
#include <set>
#include <stdexcept>
#include <string>

#include "worlds/draw.hpp"

namespace {

using socrates::worlds::Draw;

constexpr int options = 4;
constexpr int rules_a_decision = 20;

std::string number(std::size_t value) { return std::to_string(value); }

void print_questions(std::size_t count) {
  std::puts("questions:");
  for (std::size_t q = 0; q < count; ++q) {
    const std::string id = "q" + number(q);
    switch (q % 4) {
      case 0:
        std::printf("  %s: {ask: One, one: {a: a, b: b, c: c, d: d}}\n", id.c_str());
        break;
      case 1:
        std::printf("  %s: {ask: Several, several: {a: a, b: b, c: c, d: d}}\n", id.c_str());
        break;
      case 2:
        std::printf("  %s: {ask: Number, number: {from: 0, to: 60}}\n", id.c_str());
        break;
      default:
        std::printf("  %s: {ask: Yes or no, yes_no: true}\n", id.c_str());
    }
  }
}

std::string test_of(std::size_t q, Draw& draw) {
  const std::string id = "q" + number(q) + ": ";
  const char option = static_cast<char>('a' + draw.below(options));
  switch (q % 4) {
    case 0:
    case 1:
      return id + option;
    case 2:
      return id + "{at_least: " + number(6 * (1 + draw.below(9))) + "}";
    default:
      return id + (draw.chance(50) ? "true" : "false");
  }
}

void print_rule(const std::string& id, std::size_t level, std::size_t first, std::size_t spread, Draw& draw) {
  std::set<std::size_t> questions;
  while (questions.size() < std::min(spread, std::size_t{3})) questions.insert(first + draw.below(spread));
  std::string when;
  for (const std::size_t q : questions) when += (when.empty() ? "" : ", ") + test_of(q, draw);
  std::printf("      - {id: %s, when: {%s}, then: l%zu, because: it is so, sources: [s]}\n", id.c_str(), when.c_str(),
              level);
}

void print_set(std::size_t questions, std::size_t rules, std::size_t spread, Draw& draw) {
  std::puts("format: 1\nid: synthetic\nversion: 1\nsources:\n  s: {title: A source, publisher: nobody}");
  print_questions(questions);
  std::puts("decisions:");
  for (std::size_t r = 0; r < rules; ++r) {
    const std::size_t d = r / rules_a_decision;
    const std::size_t decisions = (rules + rules_a_decision - 1) / rules_a_decision;
    if (r % rules_a_decision == 0)
      std::printf(
          "  d%zu:\n    strongest: [l0, l1, l2, l3]\n    otherwise: {because: nothing is so, sources: [s]}\n    "
          "rules:\n",
          d);
    const std::size_t first = decisions < 2 ? 0 : d * (questions - spread) / (decisions - 1);
    print_rule("d" + number(d) + ".r" + number(r), 1 + r % 3, first, spread, draw);
  }
}

}  // namespace

int main(int argc, char** argv) {
  try {
    if (argc < 4) throw std::runtime_error("usage: synthetic_rules QUESTIONS RULES SPREAD [SEED]");
    const std::size_t questions = std::stoul(argv[1]);
    const std::size_t spread = std::stoul(argv[3]);
    if (spread < 1 || spread > questions) throw std::runtime_error("SPREAD is 1 at least, and QUESTIONS at most");
    Draw draw(argc > 4 ? std::stoull(argv[4]) : 1);
    print_set(questions, std::stoul(argv[2]), spread, draw);
    return 0;
  } catch (const std::exception& problem) {
    std::fprintf(stderr, "%s\n", problem.what());
    return 2;
  }
}
