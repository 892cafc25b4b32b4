// SPDX-License-Identifier: Apache-2.0
// Properties of the engine on random small rule sets, against the oracle. A failure prints the seed of its rule set.
#include <algorithm>
#include <cstdint>

#include "catch.hpp"
#include "comparison.hpp"
#include "diagram_check.hpp"
#include "effort.hpp"
#include "socrates/base/codes.hpp"
#include "socrates/engine/walk.hpp"
#include "worlds/dump.hpp"
#include "worlds/naive.hpp"
#include "worlds/permutation.hpp"
#include "worlds/random_answers.hpp"
#include "worlds/random_rules.hpp"

namespace socrates::tests {
namespace {

/// Most worlds are small, so that many fit into the time; some are as large as the oracle can bear.
std::size_t most_answers(std::uint64_t seed) { return seed % 50 == 0 ? 3000 : seed % 5 == 0 ? 600 : 150; }

/// A sound random rule set, what it is compiled to, and the draw to go on with.
struct Sample {
  explicit Sample(std::uint64_t seed)
      : draw(seed), rules(worlds::random_rules(draw, worlds::Soundness::sound, most_answers(seed))) {
    engine::Compilation compilation = engine::compile(rules);
    findings = std::move(compilation.findings);
    compiled = std::move(compilation.compiled);
  }

  worlds::Draw draw;
  model::RuleSet rules;
  std::vector<engine::Finding> findings;
  std::optional<engine::CompiledRules> compiled;
};

/// The values that are left, of a level or choice and of a set alike.
std::vector<std::size_t> conceivable(const engine::DecisionOutcome& outcome) {
  std::vector<std::size_t> values = outcome.possible;
  values.insert(values.end(), outcome.surely.begin(), outcome.surely.end());
  values.insert(values.end(), outcome.maybe.begin(), outcome.maybe.end());
  std::sort(values.begin(), values.end());
  return values;
}

bool is_within(const std::vector<std::size_t>& part, const std::vector<std::size_t>& whole) {
  return std::includes(whole.begin(), whole.end(), part.begin(), part.end());
}

/// With answers added: no value comes back, what is settled stays as it is, and no question comes back.
bool is_narrower(const engine::DecisionOutcome& after, const engine::DecisionOutcome& before) {
  if (!is_within(conceivable(after), conceivable(before)) || !is_within(before.surely, after.surely)) return false;
  if (engine::is_settled(before) && (!engine::is_settled(after) || conceivable(before) != conceivable(after)))
    return false;
  return is_within(after.depends_on, before.depends_on);
}

}  // namespace

TEST_CASE("evaluate says what every completion says, in every field") {
  for (std::uint64_t seed = 1; seed <= share_of(2400); ++seed) {
    Sample sample(seed);
    INFO("seed " << seed);
    REQUIRE(sample.compiled);
    const worlds::World world = worlds::world_of(sample.rules);
    std::string failure = difference(world, *sample.compiled, model::Answers(sample.rules.questions.size()));
    for (int turn = 0; turn < 6 && failure.empty(); ++turn)
      failure = difference(world, *sample.compiled, worlds::random_answers(sample.rules, sample.draw));
    if (!failure.empty()) FAIL(failure);
  }
}

TEST_CASE("sound random rules have no findings") {
  for (std::uint64_t seed = 1; seed <= share_of(1000); ++seed) {
    const Sample sample(seed);
    INFO("seed " << seed << "\n" << worlds::dump(sample.rules));
    for (const auto& finding : sample.findings) UNSCOPED_INFO(finding.message);
    REQUIRE(sample.findings.empty());
  }
}

TEST_CASE("compile finds the gaps, clashes and bad forms that are there, and no others") {
  std::size_t faulty = 0;
  for (std::uint64_t seed = 1; seed <= share_of(2000); ++seed) {
    worlds::Draw draw(seed);
    const auto rules = worlds::random_rules(draw, worlds::Soundness::may_be_faulty, most_answers(seed));
    const auto compilation = engine::compile(rules);
    const std::string failure = difference(worlds::world_of(rules), compilation.findings);
    INFO("seed " << seed);
    if (!failure.empty()) FAIL(failure);
    REQUIRE(compilation.compiled.has_value() == compilation.findings.empty());
    if (!compilation.findings.empty()) ++faulty;
  }
  REQUIRE(faulty > share_of(300));
}

TEST_CASE("no answer brings back a value, flips a settled one or opens a question") {
  for (std::uint64_t seed = 1; seed <= share_of(1000); ++seed) {
    Sample sample(seed);
    model::Answers answers(sample.rules.questions.size());
    auto before = engine::evaluate(*sample.compiled, answers);
    REQUIRE(before);
    while (true) {
      answers = worlds::with_one_more(sample.rules, answers, sample.draw);
      const auto after = engine::evaluate(*sample.compiled, answers);
      if (!after) break;
      INFO("seed " << seed << " " << worlds::dump(sample.rules, answers) << "\n" << worlds::dump(sample.rules));
      for (std::size_t d = 0; d < after->decisions.size(); ++d)
        REQUIRE(is_narrower(after->decisions[d], before->decisions[d]));
      REQUIRE(is_within(before->notes, after->notes));
      REQUIRE(is_within(after->open_questions, before->open_questions));
      before = after;
      if (std::all_of(answers.begin(), answers.end(), model::is_complete)) break;
    }
  }
}

TEST_CASE("complete answers settle everything") {
  for (std::uint64_t seed = 1; seed <= share_of(500); ++seed) {
    Sample sample(seed);
    const auto answers = worlds::random_first_answers(sample.rules, sample.rules.questions.size(), sample.draw);
    const auto outcome = engine::evaluate(*sample.compiled, answers);
    if (!outcome) continue;
    INFO("seed " << seed);
    REQUIRE(outcome->open_questions.empty());
    for (const auto& decision : outcome->decisions) REQUIRE(engine::is_settled(decision));
  }
}

// With answers to later questions alone this need not hold; see "a later answer can tie two earlier questions".
TEST_CASE("answered in the order of asking, an open decision always has a question that settles it") {
  for (std::uint64_t seed = 1; seed <= share_of(1000); ++seed) {
    Sample sample(seed);
    for (std::size_t count = 0; count < sample.rules.questions.size(); ++count) {
      const auto answers = worlds::random_first_answers(sample.rules, count, sample.draw);
      const auto outcome = engine::evaluate(*sample.compiled, answers);
      if (!outcome) continue;
      INFO("seed " << seed << " " << worlds::dump(sample.rules, answers) << "\n" << worlds::dump(sample.rules));
      for (const auto& decision : outcome->decisions)
        REQUIRE(engine::is_settled(decision) == decision.depends_on.empty());
    }
  }
}

TEST_CASE("the order of rules, facts, clauses, decisions and notes never matters") {
  for (std::uint64_t seed = 1; seed <= share_of(1000); ++seed) {
    Sample sample(seed);
    const auto other = engine::compile(worlds::permuted(sample.rules, sample.draw)).compiled;
    INFO("seed " << seed << "\n" << worlds::dump(sample.rules));
    REQUIRE(other);
    REQUIRE(other->diagram.nodes.size() == sample.compiled->diagram.nodes.size());
    for (int turn = 0; turn < 4; ++turn) {
      const auto answers = worlds::random_answers(sample.rules, sample.draw);
      const auto here = engine::evaluate(*sample.compiled, answers);
      const auto there = engine::evaluate(*other, answers);
      REQUIRE(here.has_value() == there.has_value());
      if (!here) continue;
      REQUIRE(by_id(sample.rules, *here) == by_id(other->rules, *there));
      REQUIRE(here->notes.size() == there->notes.size());
      REQUIRE(here->open_questions == there->open_questions);
    }
  }
}

TEST_CASE("the order of facts leaves the very same diagram") {
  for (std::uint64_t seed = 1; seed <= share_of(500); ++seed) {
    Sample sample(seed);
    const auto other = engine::compile(worlds::with_facts_permuted(sample.rules, sample.draw)).compiled;
    INFO("seed " << seed << "\n" << worlds::dump(sample.rules));
    REQUIRE(other);
    REQUIRE(other->space == sample.compiled->space);
    REQUIRE(other->roots == sample.compiled->roots);
    REQUIRE(other->owned_nodes == sample.compiled->owned_nodes);
    REQUIRE(other->owned_edges == sample.compiled->owned_edges);
  }
}

TEST_CASE("a finished diagram is reduced, shared, ordered, and holds nothing that no root reaches") {
  for (std::uint64_t seed = 1; seed <= share_of(1000); ++seed) {
    const Sample sample(seed);
    INFO("seed " << seed << "\n" << worlds::dump(sample.rules));
    REQUIRE(defects(sample.compiled->diagram).empty());
    REQUIRE(count_reached(*sample.compiled) == sample.compiled->diagram.nodes.size());
  }
}

TEST_CASE("answers survive the way into the space and back, but for the place of a number in its interval") {
  for (std::uint64_t seed = 1; seed <= share_of(1000); ++seed) {
    Sample sample(seed);
    const engine::Space& space = sample.compiled->space;
    const auto answers = worlds::random_answers(sample.rules, sample.draw);
    const auto allowed = engine::allowed_by(space, answers);
    const auto back = engine::answers_from(space, sample.rules, allowed);
    INFO("seed " << seed << " " << worlds::dump(sample.rules, answers) << "\n" << worlds::dump(sample.rules));
    for (std::size_t q = 0; q < answers.size(); ++q) {
      const bool has_one_answer =
          sample.rules.questions[q].kind == model::QuestionKind::number && space.questions[q].starts.size() == 1;
      if (const auto* number = std::get_if<model::Number>(&answers[q])) {
        const int start = space.questions[q].starts[engine::interval_of(space.questions[q], number->value)];
        REQUIRE(start <= number->value);
        REQUIRE(back[q] == model::Answer{model::Number{start, {}}});
      } else if (model::is_unknown(answers[q]) && !has_one_answer) {
        REQUIRE(model::is_unknown(back[q]));
      } else if (!model::is_unknown(answers[q])) {
        REQUIRE(back[q] == answers[q]);
      }
    }
    REQUIRE(engine::allowed_by(space, back) == allowed);
  }
}

TEST_CASE("over the node limit there is one finding and nothing compiled, under it nothing changes") {
  std::size_t refused = 0;
  for (std::uint64_t seed = 1; seed <= share_of(300); ++seed) {
    const Sample sample(seed);
    for (const std::size_t limit : {0U, 1U, 3U, 10U, 30U}) {
      const auto compilation = engine::compile(sample.rules, {limit, engine::usual_limits.steps});
      INFO("seed " << seed << " limit " << limit);
      if (compilation.compiled) {
        if (compilation.compiled->space != sample.compiled->space) continue;  // another order of variables was enough
        REQUIRE(compilation.compiled->owned_nodes == sample.compiled->owned_nodes);
        REQUIRE(compilation.compiled->roots == sample.compiled->roots);
        continue;
      }
      REQUIRE(compilation.findings.size() == 1);
      REQUIRE(compilation.findings.front().code == base::Code::too_complex);
      ++refused;
    }
  }
  REQUIRE(refused > share_of(300));
}

}  // namespace socrates::tests
