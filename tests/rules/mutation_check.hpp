// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "mutation.hpp"
#include "socrates/engine/difference.hpp"
#include "socrates/loader/rule_tests_loader.hpp"

namespace socrates::test {

enum class Fate {
  refuted,     ///< a proof or an invariant fails
  tested,      ///< a test fails
  equivalent,  ///< nothing that anybody could notice is different
  survived,    ///< none of these
};

struct Judgement {
  Fate fate = Fate::survived;
  std::string by;                 ///< the code of the proof, or the name of the test
  engine::Difference difference;  ///< of one that survived
};

/// The tests of rules/selection/tests.
std::vector<model::RuleTest> shipped_tests();

/// Tests first, as they are quick, then proofs, then whether anything is different at all. The questions of the mutant
/// are those of the original.
Judgement judge(const engine::CompiledRules& original, const model::RuleSet& mutant,
                const std::vector<model::RuleTest>& tests);

}  // namespace socrates::test
