// SPDX-License-Identifier: Apache-2.0
// What would change the outcome of each example, against trying: questions whose answers are taken back can change a
// decision exactly where it is then no longer settled on its value.
#include "socrates/engine/whatif.hpp"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "catch.hpp"
#include "effort.hpp"
#include "shipped.hpp"
#include "socrates/engine/outcome.hpp"
#include "socrates/loader/answers_loader.hpp"

using namespace socrates;
using test::today;

namespace {

using Set = std::vector<std::size_t>;

/// Sets of more questions are not tried: there are too many of them.
constexpr std::size_t most_tried = 3;

std::vector<std::string> example_files() {
  const std::filesystem::path root = SOCRATES_SOURCE_DIR;
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(root / "examples"))
    if (entry.path().extension() == ".json") files.push_back(std::filesystem::relative(entry.path(), root).string());
  std::sort(files.begin(), files.end());
  return files;
}

std::optional<model::Answers> answers_of(const std::string& file) {
  const base::Source source = test::project_file(file);
  base::Diagnostics problems;
  const auto loaded = loader::load_answers(source, test::shipped().rules, today, problems);
  if (!loaded) return std::nullopt;  // not answers to the shipped rules
  return loaded->answers;
}

/// Every set of at most `most_tried` of the questions, ascending.
void each_set(const Set& questions, std::size_t from, Set& begun, const std::function<void(const Set&)>& visit) {
  if (!begun.empty()) visit(begun);
  if (begun.size() == most_tried) return;
  for (std::size_t i = from; i < questions.size(); ++i) {
    begun.push_back(questions[i]);
    each_set(questions, i + 1, begun, visit);
    begun.pop_back();
  }
}

/// What is settled in a decision has another value, or could have one.
bool is_shaken(const engine::DecisionOutcome& before, const engine::DecisionOutcome& after) {
  if (before.possible.size() == 1 && after.possible != before.possible) return true;
  const auto is_doubted = [&](std::size_t element) {
    return std::find(before.maybe.begin(), before.maybe.end(), element) == before.maybe.end();
  };
  return std::any_of(after.maybe.begin(), after.maybe.end(), is_doubted);
}

/// By decision the smallest sets of questions of one group that shake it, as far as they are tried.
std::map<std::size_t, std::set<Set>> smallest_by_trying(const model::Answers& answers, const engine::Outcome& outcome,
                                                        bool can_change) {
  const engine::CompiledRules& shipped = test::shipped();
  Set group;
  for (std::size_t q = 0; q < answers.size(); ++q)
    if (shipped.rules.questions[q].can_change == can_change && !model::is_unknown(answers[q])) group.push_back(q);
  std::map<std::size_t, std::set<Set>> smallest;
  Set begun;
  each_set(group, 0, begun, [&](const Set& set) {
    model::Answers taken_back = answers;
    for (const std::size_t q : set) taken_back[q] = model::Unknown{};
    const auto after = engine::evaluate_values(shipped, taken_back);
    for (std::size_t d = 0; d < outcome.decisions.size(); ++d) {
      if (!is_shaken(outcome.decisions[d], after->decisions[d])) continue;
      std::set<Set>& known = smallest[d];
      if (!known.empty() && known.begin()->size() < set.size()) continue;
      if (!known.empty() && known.begin()->size() > set.size()) known.clear();
      known.insert(set);
    }
  });
  return smallest;
}

void check_group(const std::optional<engine::SmallestChanges>& found, const std::set<Set>& tried) {
  if (tried.empty()) {
    CHECK((!found || found->questions > most_tried));
    return;
  }
  REQUIRE(found);
  CHECK(found->questions == tried.begin()->size());
  std::set<Set> sets;
  for (const engine::ChangeSet& set : found->sets) sets.insert(set.questions);
  CHECK(found->has_more == (tried.size() > engine::most_change_sets));
  CHECK((found->has_more || sets == tried));
  CHECK(std::includes(tried.begin(), tried.end(), sets.begin(), sets.end()));
}

/// Each alternative changes its questions and no other, and comes to what it says.
void check_alternatives(const std::optional<engine::SmallestChanges>& found, const model::Answers& answers,
                        const engine::Outcome& before, std::size_t d) {
  if (!found) return;
  for (const engine::ChangeSet& set : found->sets) {
    CHECK_FALSE(set.alternatives.empty());
    for (const engine::Alternative& alternative : set.alternatives) {
      for (std::size_t q = 0; q < answers.size(); ++q)
        CHECK((alternative.answers[q] != answers[q]) ==
              std::binary_search(set.questions.begin(), set.questions.end(), q));
      const auto after = engine::evaluate_values(test::shipped(), alternative.answers);
      REQUIRE(after);
      CHECK(*after == alternative.outcome);
      CHECK_FALSE(after->decisions[d] == before.decisions[d]);
    }
  }
}

}  // namespace

TEST_CASE("what would change the outcome of an example is the fewest questions in each group") {
  std::vector<std::pair<std::string, model::Answers>> examples;
  for (const std::string& file : example_files())
    if (const auto answers = answers_of(file)) examples.emplace_back(file, *answers);
  CHECK(examples.size() >= 14);
  for (const auto& [file, answers] : tests::share_of(examples)) {
    const auto outcome = engine::evaluate(test::shipped(), answers);
    const auto found = engine::what_changes(test::shipped(), answers, *outcome);
    auto acts = smallest_by_trying(answers, *outcome, true);
    auto facts = smallest_by_trying(answers, *outcome, false);
    for (const engine::DecisionChanges& changes : found) {
      INFO(file << " " << test::shipped().rules.decisions[changes.decision].id);
      check_group(changes.can_change, acts[changes.decision]);
      check_group(changes.rests_on, facts[changes.decision]);
      check_alternatives(changes.can_change, answers, *outcome, changes.decision);
      check_alternatives(changes.rests_on, answers, *outcome, changes.decision);
    }
  }
}
