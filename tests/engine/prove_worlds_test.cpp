// SPDX-License-Identifier: Apache-2.0
// What is proved of random rule sets, against looking at every answer.
#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "catch.hpp"
#include "effort.hpp"
#include "socrates/base/codes.hpp"
#include "socrates/engine/outcome.hpp"
#include "socrates/engine/prove.hpp"
#include "worlds/build.hpp"
#include "worlds/dump.hpp"
#include "worlds/naive.hpp"
#include "worlds/random_answers.hpp"
#include "worlds/random_rules.hpp"

namespace socrates::tests {
namespace {

using namespace worlds;
using model::Combine;

/// All that one set of complete answers is told.
using Told = std::vector<std::vector<std::size_t>>;

Told told_by(const Verdict& verdict) {
  Told told = verdict.values;
  for (const auto& rules : verdict.rules) told.emplace_back(rules.begin(), rules.end());
  told.emplace_back(verdict.notes.begin(), verdict.notes.end());
  return told;
}

/// With the answers that show them.
std::vector<std::string> told_findings(const model::RuleSet& rules, const std::vector<engine::Finding>& findings) {
  std::vector<std::string> told;
  for (const engine::Finding& finding : findings)
    told.push_back(std::string(base::entry(finding.code).id) + ' ' + finding.subject + ' ' + finding.message + ' ' +
                   (finding.witness ? dump(rules, *finding.witness) : ""));
  return told;
}

/// Finds by looking what `prove` finds by proof.
class Looker {
 public:
  explicit Looker(const model::RuleSet& rules) : rules_(rules), world_(world_of(rules)) {
    for (const Verdict& verdict : world_.verdicts) told_.push_back(told_by(verdict));
  }

  std::set<std::string> findings() {
    for (std::size_t c = 0; c < rules_.impossible.size(); ++c)
      if (none([&](const Verdict& v) { return v.clauses[c]; })) add("S312 impossible " + std::to_string(c));
    for (std::size_t d = 0; d < rules_.decisions.size(); ++d) look_at_decision(d);
    for (std::size_t n = 0; n < rules_.notes.size(); ++n)
      if (none([&](const Verdict& v) { return is_possible(v) && v.notes[n]; })) add("S305 note " + rules_.notes[n].id);
    for (std::size_t f = 0; f < rules_.facts.size(); ++f) look_at_fact(f);
    for (std::size_t q = 0; q < rules_.questions.size(); ++q) look_at_question(q);
    return found_;
  }

 private:
  template <typename Predicate>
  bool none(Predicate predicate) const {
    return std::none_of(world_.verdicts.begin(), world_.verdicts.end(), predicate);
  }

  void look_at_decision(std::size_t d) {
    const model::Decision& decision = rules_.decisions[d];
    for (std::size_t r = 0; r < decision.rules.size(); ++r) {
      const std::size_t then = decision.rules[r].then.front();
      const auto applies = [&](const Verdict& v) { return is_possible(v) && v.rules[d][r]; };
      if (none(applies))
        add("S305 rule " + decision.rules[r].id);
      else if (decision.combine == Combine::strongest &&
               none([&](const Verdict& v) { return applies(v) && v.values[d] == Indices{then}; }))
        add("S306 rule " + decision.rules[r].id);
    }
    for (std::size_t value = 0; value < decision.values.size(); ++value) {
      const auto has = [&](const Verdict& v) {
        const Indices& values = v.values[d];
        if (decision.combine != Combine::collect && values.size() != 1) return false;
        return is_possible(v) && std::find(values.begin(), values.end(), value) != values.end();
      };
      if (none(has)) add("S307 value " + decision.id + "." + decision.values[value].id);
    }
  }

  static bool uses(const model::RuleSet& rules, const model::Condition& condition, std::size_t fact) {
    if (condition.kind == model::ConditionKind::fact)
      return condition.subject == fact || uses(rules, rules.facts[condition.subject].when, fact);
    return std::any_of(condition.parts.begin(), condition.parts.end(),
                       [&](const model::Condition& part) { return uses(rules, part, fact); });
  }

  [[nodiscard]] bool is_used(std::size_t fact) const {
    for (const auto& clause : rules_.impossible)
      if (uses(rules_, clause.when, fact)) return true;
    for (const auto& decision : rules_.decisions)
      for (const auto& rule : decision.rules)
        if (rule.when && uses(rules_, *rule.when, fact)) return true;
    return std::any_of(rules_.notes.begin(), rules_.notes.end(),
                       [&](const model::Note& note) { return uses(rules_, note.when, fact); });
  }

  void look_at_fact(std::size_t f) {
    if (!is_used(f)) return;
    for (const bool constant : {false, true}) {
      model::RuleSet assumed = rules_;
      assumed.facts[f].when = constant ? all({}) : any({});
      bool is_same = true;
      for (std::size_t i = 0; i < world_.answers.size() && is_same; ++i) {
        const Verdict verdict = judge(assumed, world_.answers[i]);
        is_same = is_possible(verdict) == is_possible(world_.verdicts[i]) &&
                  (!is_possible(verdict) || told_by(verdict) == told_[i]);
      }
      if (is_same) {
        add("S310 fact " + rules_.facts[f].id);
        return;
      }
    }
  }

  /// Two possible answers that differ in this question alone, and there as `differ` says, are told different things;
  /// with `Count::contradictions` also two of which clauses say different things.
  enum class Count { told, contradictions };
  template <typename Differ>
  bool matters(std::size_t q, Count count, Differ differ) const {
    std::size_t stride = 1;
    for (std::size_t later = q + 1; later < rules_.questions.size(); ++later) stride *= world_.choices[later].size();
    const std::vector<model::Answer>& choices = world_.choices[q];
    for (std::size_t i = 0; i < world_.answers.size(); ++i) {
      if ((i / stride) % choices.size() != 0) continue;
      for (std::size_t a = 0; a < choices.size(); ++a)
        for (std::size_t b = 0; b < a; ++b)
          if (differ(choices[a], choices[b]) && are_told_apart(i + a * stride, i + b * stride, count)) return true;
    }
    return false;
  }

  [[nodiscard]] bool are_told_apart(std::size_t left, std::size_t right, Count count) const {
    if (count == Count::contradictions && world_.verdicts[left].clauses != world_.verdicts[right].clauses) return true;
    return told_[left] != told_[right] && is_possible(world_.verdicts[left]) && is_possible(world_.verdicts[right]);
  }

  template <typename Is>
  bool can_be(std::size_t q, Is is) const {
    for (std::size_t i = 0; i < world_.answers.size(); ++i)
      if (is_possible(world_.verdicts[i]) && is(world_.answers[i][q])) return true;
    return false;
  }

  void look_at_question(std::size_t q) {
    const model::Question& question = rules_.questions[q];
    if (!matters(q, Count::told, [](const auto&, const auto&) { return true; }))
      return add("S308 question " + question.id);
    if (question.kind != model::QuestionKind::several) return;
    for (std::size_t option = 0; option < question.options.size(); ++option) {
      const auto only_this = [&](const model::Answer& a, const model::Answer& b) {
        auto left = std::get<model::Selection>(a).options;
        const auto& right = std::get<model::Selection>(b).options;
        if (left[option] == right[option]) return false;
        left[option] = right[option];
        return left == right;
      };
      const auto has = [&](const model::Answer& a) {
        return std::get<model::Selection>(a).options[option] == model::Chosen::yes;
      };
      if (!can_be(q, has) || !matters(q, Count::contradictions, only_this))
        add("S309 option " + question.id + "." + question.options[option].id);
    }
  }

  void add(std::string text) { found_.insert(std::move(text)); }

  const model::RuleSet& rules_;
  World world_;
  std::vector<Told> told_;
  std::set<std::string> found_;
};

/// Those of the codes that the looker looks for; of options only those of sets.
std::set<std::string> proved(const model::RuleSet& rules, const engine::Proof& proof) {
  std::set<std::string> found;
  for (const auto& finding : proof.findings) {
    const std::string id(base::entry(finding.code).id);
    if (id < "S305" || id > "S312" || id == "S311") continue;
    if (id == "S309") {
      const std::string name = finding.subject.substr(finding.subject.find(' ') + 1);
      const auto question = model::find_question(rules, name.substr(0, name.find('.')));
      if (rules.questions[question.value()].kind != model::QuestionKind::several) continue;
    }
    found.insert(id + " " + finding.subject);
  }
  return found;
}

/// Some answers whose choice in the question is this one are told apart from those with the choice before it.
bool tells_apart_below(const World& world, std::size_t question, std::size_t stride, std::size_t choice) {
  for (std::size_t i = 0; i < world.answers.size(); ++i) {
    if ((i / stride) % world.choices[question].size() != choice) continue;
    const Verdict& high = world.verdicts[i];
    const Verdict& low = world.verdicts[i - stride];
    if (high.clauses != low.clauses) return true;
    if (is_possible(high) && is_possible(low) && told_by(high) != told_by(low)) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("what is proved of random rules is what looking at all answers finds") {
  std::size_t kinds_seen[16] = {};
  for (std::uint64_t seed = 1; seed <= share_of(400); ++seed) {
    Draw draw(seed);
    const model::RuleSet rules = random_rules(draw, seed % 4 == 0 ? Soundness::may_be_faulty : Soundness::sound, 400);
    const engine::Proof proof = engine::prove(rules);
    const std::set<std::string> expected = Looker(rules).findings();
    if (proved(rules, proof) != expected) {
      std::string message = "expected\n";
      for (const auto& line : expected) message += "  " + line + "\n";
      message += "proved\n";
      for (const auto& line : proved(rules, proof)) message += "  " + line + "\n";
      FAIL("seed " << seed << "\n" << message << dump(rules));
    }
    for (const auto& line : expected) ++kinds_seen[std::stoul(line.substr(2, 2)) % 16];
  }
  for (const std::size_t kind : {5U, 6U, 7U, 8U, 9U, 10U, 12U}) CHECK(kinds_seen[kind] > share_of(5));
}

TEST_CASE("thresholds of random rules matter exactly where some answers are told apart across them") {
  for (std::uint64_t seed = 1001; seed <= 1000 + share_of(300); ++seed) {
    Draw draw(seed);
    const model::RuleSet rules = random_rules(draw, Soundness::sound, 400);
    const World world = world_of(rules);
    const engine::Proof proof = engine::prove(rules);
    const auto is_useless = [&](const std::string& id) {
      return std::any_of(proof.findings.begin(), proof.findings.end(), [&](const auto& f) {
        return f.code == base::Code::useless_question && f.subject == "question " + id;
      });
    };
    std::set<std::string> expected;
    const auto thresholds = engine::thresholds_of(rules);
    std::size_t stride = 1;
    for (std::size_t q = rules.questions.size(); q-- > 0;) {
      std::set<std::string> idle;
      for (const int threshold : thresholds[q]) {
        const auto above = static_cast<std::size_t>(threshold - rules.questions[q].from);
        if (!tells_apart_below(world, q, stride, above))
          idle.insert("threshold " + rules.questions[q].id + " " + std::to_string(threshold));
      }
      if (!is_useless(rules.questions[q].id)) expected.insert(idle.begin(), idle.end());
      stride *= world.choices[q].size();
    }
    std::set<std::string> found;
    for (const auto& finding : proof.findings)
      if (finding.code == base::Code::useless_threshold) found.insert(finding.subject);
    INFO("seed " << seed << "\n" << dump(rules));
    CHECK(found == expected);
  }
}

TEST_CASE("answers are counted exactly, and invariants hold exactly where no answers break them") {
  std::size_t broken = 0;
  for (std::uint64_t seed = 2001; seed <= 2000 + share_of(300); ++seed) {
    Draw draw(seed);
    model::RuleSet rules = random_rules(draw, Soundness::sound, 400);
    const auto& first = rules.decisions.front().rules.front();
    const auto& last = rules.decisions.back().rules.front();
    if (first.when && last.when) rules.invariants = {{"i", *first.when, *last.when, "because"}};
    const World world = world_of(rules);
    std::size_t possible = 0;
    bool holds = true;
    for (const Verdict& verdict : world.verdicts) {
      if (!is_possible(verdict)) continue;
      ++possible;
      holds = holds && (!verdict.rules.front().front() || verdict.rules.back().front());
    }
    const auto proof = engine::prove(rules);
    INFO("seed " << seed << "\n" << dump(rules));
    CHECK(to_text(proof.answer_sets) == std::to_string(possible));
    if (rules.invariants.empty()) continue;
    const auto finding = std::find_if(proof.findings.begin(), proof.findings.end(),
                                      [](const auto& f) { return f.code == base::Code::broken_invariant; });
    CHECK((finding == proof.findings.end()) == holds);
    if (finding == proof.findings.end()) continue;
    ++broken;
    REQUIRE(finding->witness.has_value());
    for (const std::size_t answers : completions(world, *finding->witness)) {
      const Verdict& verdict = world.verdicts[answers];
      CHECK((is_possible(verdict) && verdict.rules.front().front() && !verdict.rules.back().front()));
    }
  }
  CHECK(broken > share_of(20));
}

TEST_CASE("rules are proved alike in the order of others, whichever questions these share with them") {
  std::size_t ways[2] = {};
  for (std::uint64_t seed = 3001; seed <= 3000 + share_of(400); ++seed) {
    INFO("seed " << seed);
    Draw draw(seed);
    const model::RuleSet rules = random_rules(draw, seed % 2 == 0 ? Soundness::may_be_faulty : Soundness::sound, 400);
    const model::RuleSet others = random_rules(draw, Soundness::sound, 400);
    const engine::Compilation like = engine::compile(others);
    REQUIRE(like.compiled);
    for (const auto extent : {engine::Extent::what_results_rest_on, engine::Extent::everything}) {
      const engine::Proof plain = engine::prove(rules, extent);
      const engine::Proof proof = engine::prove_like(rules, *like.compiled, extent);
      ++ways[plain.findings.empty() ? 0 : 1];
      CHECK(told_findings(rules, proof.findings) == told_findings(rules, plain.findings));
      CHECK(told_findings(rules, proof.departures) == told_findings(rules, plain.departures));
      CHECK(proof.answer_sets == plain.answer_sets);
      REQUIRE(proof.compiled.has_value() == plain.compiled.has_value());
      if (!plain.compiled) continue;
      for (int turn = 0; turn < 4; ++turn) {
        const model::Answers answers = random_answers(rules, draw);
        CHECK(engine::evaluate(*proof.compiled, answers) == engine::evaluate(*plain.compiled, answers));
      }
    }
  }
  for (const std::size_t way : ways) CHECK(way > share_of(40));
}

}  // namespace socrates::tests
