// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "gate/names.hpp"
#include "gate/words.hpp"
#include "gate/work.hpp"
#include "socrates/engine/compiled_rules.hpp"
#include "socrates/engine/decide.hpp"
#include "socrates/engine/effort.hpp"
#include "socrates/engine/space.hpp"
#include "socrates/gate/judge.hpp"
#include "socrates/gate/verdict.hpp"
#include "socrates/model/assurance.hpp"

namespace socrates::gate {

/// A check of the acceptance rules: `G06` of the decision `g06`.
struct CheckEntry {
  std::size_t decision = 0;
  std::string id;
  std::vector<CheckVerdict> values;  ///< by value of the decision

  /// Where several values are possible that all let the report through, it passes whatever is not known.
  [[nodiscard]] CheckVerdict verdict(engine::Leaves possible) const;
};

/// What the checks say to one set of facts.
struct Spoken {
  std::vector<CheckVerdict> verdicts;  ///< by check
  std::size_t steps = 0;               ///< of the engine, to find them
  std::size_t bench = 0;               ///< the last that asked; two must not take turns
};

/// The question of the acceptance rules that asks for a fact.
struct FactQuestion {
  const model::Question* question = nullptr;  ///< null where they do not ask for it
  std::size_t number = 0;
  engine::QuestionVariables variables = {};

  [[nodiscard]] bool is(model::QuestionKind kind) const { return question != nullptr && question->kind == kind; }
};

/// What the acceptance rules and the policy say, looked up once for all deals.
struct RuleTables {
  RuleTables(const RuleBooks& rules, const model::Policy& policy, base::Date on);

  const engine::CompiledRules& acceptance;
  base::Date today;
  engine::Allowed nothing_known;
  std::vector<CheckEntry> checks;
  std::array<FactQuestion, fact_count> questions;
  std::array<std::optional<int>, threshold_count> thresholds;
  WordBook words;  ///< those below
  std::map<Word, model::TrustCategory> categories;
  std::vector<WordSet> alike;
  std::unordered_map<engine::Allowed, Spoken, engine::HashOfAllowed> spoken;  ///< of the deals of late
  std::size_t benches = 0;
};

/// What the acceptance rules say to one set of facts, as far as somebody has asked; which a bench knows.
struct Ruling {
  Ruling(const engine::CompiledRules& rules, const engine::Allowed& facts, engine::Effort& effort);

  engine::Reach reach;
  bool is_possible;
  std::vector<std::optional<engine::DecisionOutcome>> decisions;
  std::optional<engine::Walk> walk;
  std::vector<bool> open;  ///< questions of which somebody was told
};

/// What all that is judged of a deal shares: names as numbers, and what the acceptance rules say to facts, each set of
/// facts looked up once.
class Bench {
 public:
  Bench(const RuleBooks& rules, const model::Policy& policy, base::Date today);
  /// One for a deal by itself. It shares the rules and the names of `common`, which has to outlive it and to learn no
  /// more names.
  static Bench of_deal(const Bench& common) { return {common.tables_, &common.words}; }

  [[nodiscard]] const engine::CompiledRules& acceptance() const { return tables_->acceptance; }
  /// Nothing after it has happened yet, whatever day is judged.
  [[nodiscard]] base::Date today() const { return tables_->today; }
  /// In the order of their ids, which is that of all lists of checks.
  [[nodiscard]] const std::vector<CheckEntry>& checks() const { return tables_->checks; }
  /// The place in that list.
  [[nodiscard]] std::optional<std::size_t> check(std::string_view id) const;
  [[nodiscard]] const FactQuestion& question(Fact fact) const {
    return tables_->questions[static_cast<std::size_t>(fact)];
  }
  /// The threshold in force: the policy's, else the default of the rules; none where the rules have no such default.
  [[nodiscard]] std::optional<int> threshold(Threshold id) const {
    return tables_->thresholds[static_cast<std::size_t>(id)];
  }

  /// The sheet on which nothing is said.
  [[nodiscard]] const engine::Allowed& nothing_known() const { return tables_->nothing_known; }
  /// Services that run under the same controls.
  [[nodiscard]] const std::vector<WordSet>& alike() const { return tables_->alike; }

  /// By check; all undecided where the facts contradict each other.
  const std::vector<CheckVerdict>& verdicts(const engine::Allowed& facts);
  /// It stays as long as the bench does.
  Ruling& ruling(const engine::Allowed& facts);
  /// What a decision comes to, without what could still change it; null where the facts contradict each other.
  const engine::DecisionOutcome* outcome(Ruling& ruling, std::size_t decision);
  /// The questions that could still change it.
  std::vector<std::size_t> dependencies(Ruling& ruling, const model::Answers& answers, std::size_t decision);

  /// The category that the word names, or to which the criterion of that id (`CC6.2`, `A1.1`) or its series (`CC6`)
  /// belongs.
  [[nodiscard]] std::optional<model::TrustCategory> category(Word word) const;

  WordBook words;
  Work work{most_work_of_a_deal};
  engine::Effort effort{limits_of_deal};  ///< of what is asked of the acceptance rules

 private:
  Bench(std::shared_ptr<RuleTables> tables, const WordBook* common);

  std::shared_ptr<RuleTables> tables_;
  std::size_t number_;
  std::unordered_map<engine::Allowed, std::unique_ptr<Ruling>, engine::HashOfAllowed> rulings_;
};

}  // namespace socrates::gate
