// SPDX-License-Identifier: Apache-2.0
// smt_queries COUNT [SEED]: proofs about random rule sets as questions to a solver of the SMT-LIB language, each after
// the answer that the engine gives, `expect sat` or `expect unsat` with the name of what is asked. The text is made
// from the model alone, so that solver and engine share nothing. `compare_smt` looks whether they agree.

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <set>
#include <string>
#include <utility>

#include "socrates/engine/prove.hpp"
#include "worlds/build.hpp"
#include "worlds/random_rules.hpp"

namespace {

using namespace socrates;
using model::Combine;
using model::Condition;
using model::ConditionKind;
using model::QuestionKind;

std::string joined(const char* how, const std::vector<std::string>& parts, const char* empty) {
  if (parts.empty()) return empty;
  std::string text = std::string("(") + how;
  for (const std::string& part : parts) text += " " + part;
  return text + ")";
}

std::string all_of(const std::vector<std::string>& parts) { return joined("and", parts, "true"); }
std::string any_of(const std::vector<std::string>& parts) { return joined("or", parts, "false"); }
std::string negated(const std::string& part) { return "(not " + part + ")"; }

/// A set of random rules in SMT-LIB: a number for a choice, a Boolean for an option of a set.
class Script {
 public:
  explicit Script(const model::RuleSet& rules) : rules_(rules) {}

  std::string declarations() const {
    std::string text = "(reset)\n";
    for (std::size_t q = 0; q < rules_.questions.size(); ++q) {
      const model::Question& question = rules_.questions[q];
      if (question.kind == QuestionKind::several) {
        for (std::size_t i = 0; i < question.options.size(); ++i)
          text += fmt::format("(declare-const {} Bool)\n", member(q, i));
        continue;
      }
      const bool is_number = question.kind == QuestionKind::number;
      text += fmt::format("(declare-const q{} Int)\n(assert (and (<= {} q{}) (<= q{} {})))\n", q,
                          integer(is_number ? question.from : 0), q, q,
                          integer(is_number ? question.to : static_cast<int>(question.options.size()) - 1));
    }
    for (const model::Impossible& clause : rules_.impossible)
      text += fmt::format("(assert {})\n", negated(condition(clause.when)));
    return text;
  }

  std::string applies(std::size_t d, std::size_t r) const {
    const std::vector<model::Rule>& rules = rules_.decisions[d].rules;
    if (rules[r].when) return condition(*rules[r].when);
    std::vector<std::string> others;
    for (const model::Rule& other : rules)
      if (other.when) others.push_back(condition(*other.when));
    return negated(any_of(others));
  }

  /// Of a level: the outcome is the value. Of a choice: some rule gives it. Of a set: it is in it.
  std::string has_value(std::size_t d, std::size_t value) const {
    const model::Decision& decision = rules_.decisions[d];
    std::vector<std::string> giving;
    std::vector<std::string> stronger;
    for (std::size_t r = 0; r < decision.rules.size(); ++r) {
      const auto& then = decision.rules[r].then;
      if (std::find(then.begin(), then.end(), value) != then.end()) giving.push_back(applies(d, r));
      if (then.front() > value) stronger.push_back(applies(d, r));
    }
    if (decision.combine != Combine::strongest) return any_of(giving);
    if (value == 0) return negated(any_of(stronger));
    return all_of({any_of(giving), negated(any_of(stronger))});
  }

  std::string condition(const Condition& when) const {
    std::vector<std::string> parts;
    for (const Condition& part : when.parts) parts.push_back(condition(part));
    switch (when.kind) {
      case ConditionKind::all:
        return all_of(parts);
      case ConditionKind::any:
        return any_of(parts);
      case ConditionKind::negation:
        return negated(parts.front());
      case ConditionKind::fact:
        return condition(rules_.facts[when.subject].when);
      case ConditionKind::question:
        return question_test(when);
      case ConditionKind::decision:
        break;
    }
    std::vector<std::string> values;
    for (std::size_t value = 0; value < rules_.decisions[when.subject].values.size(); ++value)
      values.push_back(has_value(when.subject, value));
    return options_test(when, values);
  }

 private:
  static std::string integer(int value) { return value < 0 ? fmt::format("(- {})", -value) : std::to_string(value); }
  static std::string member(std::size_t q, std::size_t option) { return fmt::format("q{}o{}", q, option); }

  std::string question_test(const Condition& when) const {
    const model::Question& question = rules_.questions[when.subject];
    std::vector<std::string> options;
    for (std::size_t i = 0; i < question.options.size(); ++i)
      options.push_back(question.kind == QuestionKind::several ? member(when.subject, i)
                                                               : fmt::format("(= q{} {})", when.subject, i));
    if (question.kind != QuestionKind::number) return options_test(when, options);
    return fmt::format("(and (<= {} q{}) (<= q{} {}))", integer(when.from), when.subject, when.subject,
                       integer(when.to));
  }

  static std::string options_test(const Condition& when, const std::vector<std::string>& options) {
    if (when.test == model::Test::is_empty) return negated(any_of(options));
    std::vector<std::string> named;
    for (const std::size_t value : when.values) named.push_back(options[value]);
    return when.test == model::Test::has_all ? all_of(named) : any_of(named);
  }

  const model::RuleSet& rules_;
};

class Queries {
 public:
  Queries(const model::RuleSet& rules, std::uint64_t seed) : rules_(rules), script_(rules), seed_(seed) {
    const engine::Proof proof = engine::prove(rules);
    is_function_ = proof.compiled.has_value();
    for (const engine::Finding& finding : proof.findings)
      findings_.insert(std::string(base::entry(finding.code).id) + " " + finding.subject);
  }

  void print() const {
    std::fputs(script_.declarations().c_str(), stdout);
    for (std::size_t d = 0; d < rules_.decisions.size(); ++d) print_decision(d);
    for (const model::Note& note : rules_.notes) ask("S305 note " + note.id, false, script_.condition(note.when));
    for (const model::Invariant& invariant : rules_.invariants) {
      ask("S314 invariant " + invariant.id, false, script_.condition(*invariant.when));
      ask("S313 invariant " + invariant.id, true,
          all_of({script_.condition(*invariant.when), negated(script_.condition(invariant.always))}));
    }
  }

 private:
  void print_decision(std::size_t d) const {
    const model::Decision& decision = rules_.decisions[d];
    std::vector<std::string> all;
    for (std::size_t r = 0; r < decision.rules.size(); ++r) {
      all.push_back(script_.applies(d, r));
      ask("S305 rule " + decision.rules[r].id, false, all.back());
      if (decision.combine != Combine::strongest || has("S305 rule " + decision.rules[r].id)) continue;
      ask("S306 rule " + decision.rules[r].id, false,
          all_of({all.back(), script_.has_value(d, decision.rules[r].then.front())}));
    }
    if (decision.combine == Combine::exactly_one) {
      ask("S301 decision " + decision.id, true, negated(any_of(all)));
      for (std::size_t b = 0; b < decision.rules.size(); ++b) {
        std::vector<std::string> clashes;
        for (std::size_t a = 0; a < b; ++a)
          if (decision.rules[a].then != decision.rules[b].then) clashes.push_back(all[a]);
        ask("S302 rule " + decision.rules[b].id, true, all_of({all[b], any_of(clashes)}));
      }
    }
    for (std::size_t value = 0; is_function_ && value < decision.values.size(); ++value)
      ask("S307 value " + decision.id + "." + decision.values[value].id, false, script_.has_value(d, value));
  }

  [[nodiscard]] bool has(const std::string& finding) const { return findings_.count(finding) != 0; }

  /// A finding means that the formula has a model, or that it has none.
  void ask(const std::string& finding, bool is_model, const std::string& formula) const {
    std::printf("(echo \"expect %s seed %llu %s\")\n(push)\n(assert %s)\n(check-sat)\n(pop)\n",
                has(finding) == is_model ? "sat" : "unsat", static_cast<unsigned long long>(seed_), finding.c_str(),
                formula.c_str());
  }

  const model::RuleSet& rules_;
  Script script_;
  std::uint64_t seed_;
  std::set<std::string> findings_;
  bool is_function_ = false;
};

}  // namespace

int main(int argc, char** argv) {
  try {
    const std::uint64_t count = argc > 1 ? std::stoull(argv[1]) : 200;
    const std::uint64_t first = argc > 2 ? std::stoull(argv[2]) : 1;
    for (std::uint64_t seed = first; seed < first + count; ++seed) {
      worlds::Draw draw(seed);
      // Sound, so that a decision has one value wherever another condition asks for it; every fourth may be faulty, and
      // then keeps to questions, as the value of a faulty decision is nothing that the two would have to agree on.
      const bool is_sound = seed % 4 != 0;
      model::RuleSet rules =
          worlds::random_rules(draw, is_sound ? worlds::Soundness::sound : worlds::Soundness::may_be_faulty, 2'000);
      const auto& a = rules.decisions.front().rules.front();
      const auto& b = rules.decisions.back().rules.front();
      if (a.when && b.when) rules.invariants = {{"i", *a.when, *b.when, "because"}};
      if (!is_sound && !engine::prove(rules).compiled) {
        const bool has_tests_of_decisions =
            std::any_of(rules.decisions.begin(), rules.decisions.end(), [](const auto& d) {
              return std::any_of(d.rules.begin(), d.rules.end(),
                                 [](const auto& r) { return r.when && r.when->kind == ConditionKind::decision; });
            });
        if (has_tests_of_decisions || rules.decisions.size() > 1) continue;
        rules.invariants.clear();
      }
      Queries(rules, seed).print();
    }
    return 0;
  } catch (const std::exception& problem) {
    std::fprintf(stderr, "smt_queries: %s\n", problem.what());
    return 2;
  }
}
