// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "gate/names.hpp"
#include "gate/words.hpp"
#include "gate/work.hpp"
#include "socrates/engine/compiled_rules.hpp"
#include "socrates/engine/effort.hpp"
#include "socrates/engine/outcome.hpp"
#include "socrates/engine/space.hpp"
#include "socrates/gate/judge.hpp"
#include "socrates/gate/verdict.hpp"
#include "socrates/model/assurance.hpp"

namespace socrates::gate {

/// A check of the acceptance rules: `G06` of the decision `g06`.
struct CheckEntry {
  std::size_t decision = 0;
  std::string id;
};

/// What all that is judged of a deal shares: names as numbers, and what the acceptance rules say to facts, each set of
/// facts looked up once.
class Bench {
 public:
  Bench(const RuleBooks& rules, const model::Policy& policy);

  [[nodiscard]] const engine::CompiledRules& acceptance() const { return acceptance_; }
  /// In the order of their ids, which is that of all lists of checks.
  [[nodiscard]] const std::vector<CheckEntry>& checks() const { return checks_; }
  /// The place in that list.
  [[nodiscard]] std::optional<std::size_t> check(std::string_view id) const;
  [[nodiscard]] std::optional<std::size_t> question(Fact fact) const {
    return questions_[static_cast<std::size_t>(fact)];
  }
  /// The threshold in force: the policy's, else the default of the rules; none where the rules have no such default.
  [[nodiscard]] std::optional<int> threshold(Threshold id) const { return thresholds_[static_cast<std::size_t>(id)]; }

  /// The sheet on which nothing is said.
  [[nodiscard]] const engine::Allowed& nothing_known() const { return nothing_known_; }

  /// By check; all undecided where the facts contradict each other.
  const std::vector<CheckVerdict>& verdicts(const engine::Allowed& facts);
  /// The same with reasons; nothing where the facts contradict each other.
  const std::optional<engine::Outcome>& outcome(const engine::Allowed& facts, const model::Answers& answers);

  /// The category that the word names, or to which the criterion of that id (`CC6.2`, `A1.1`) or its series (`CC6`)
  /// belongs.
  std::optional<model::TrustCategory> category(Word word) const;

  WordBook words;
  Work work;
  engine::Effort effort{limits_of_deal};  ///< of what is asked of the acceptance rules
  std::vector<WordSet> alike;             ///< services that run under the same controls

 private:
  struct Hash {
    std::size_t operator()(const engine::Allowed& facts) const;
  };

  const engine::CompiledRules& acceptance_;
  engine::Allowed nothing_known_;
  std::vector<CheckEntry> checks_;
  std::array<std::optional<std::size_t>, fact_count> questions_;
  std::array<std::optional<int>, threshold_count> thresholds_;
  std::map<Word, model::TrustCategory> categories_;
  std::unordered_map<engine::Allowed, std::vector<CheckVerdict>, Hash> verdicts_;
  std::unordered_map<engine::Allowed, std::optional<engine::Outcome>, Hash> outcomes_;
};

/// What a decision says: where several values are possible that all let the report through, it passes whatever is not
/// known.
CheckVerdict verdict_of(const model::Decision& decision, const std::vector<std::size_t>& possible);

}  // namespace socrates::gate
