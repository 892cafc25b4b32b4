// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "socrates/base/diagnostic.hpp"
#include "socrates/base/source.hpp"
#include "socrates/model/answers.hpp"
#include "socrates/model/rule_set.hpp"
#include "worlds/draw.hpp"

namespace socrates::bench {

/// How likely each answer to one question is, in percent: of each option by itself for a several-choice, else of one
/// among them all.
struct QuestionLikelihood {
  std::vector<int> values;  ///< of a number: the numbers; else the indices of options
  std::vector<int> percent;
};

/// A kind of organization, with a likelihood for every question.
struct Profile {
  std::string id;
  int percent = 0;
  std::vector<QuestionLikelihood> questions;
};

/// Reads a file of likelihoods (bench/likelihoods.json); every question of the rules must have one.
std::optional<std::vector<Profile>> read_likelihoods(const base::Source& source, const model::RuleSet& rules,
                                                     base::Diagnostics& problems);

/// One organization, contradictory ones included.
model::Answers draw_answers(const std::vector<Profile>& profiles, const model::RuleSet& rules, worlds::Draw& draw);

}  // namespace socrates::bench
