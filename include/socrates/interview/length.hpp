// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

#include "socrates/engine/compiled_rules.hpp"
#include "socrates/model/answers.hpp"

namespace socrates::interview {

/// How many questions some interviews asked.
struct Lengths {
  std::size_t interviews = 0;
  std::size_t questions = 0;  ///< asked in all of them together
  std::size_t most = 0;       ///< asked in one of them
  bool is_cut = false;        ///< fewer were drawn than were asked for: these took as much work as is allowed
  bool operator==(const Lengths&) const = default;
};

/// Draws interviews: every question that is asked is answered at random, each possible answer as likely as the others,
/// an option of a several-choice by the toss of a coin. The same seed gives the same interviews everywhere. No more are
/// drawn than fit into engine::author_limits.
Lengths drawn_lengths(const engine::CompiledRules& compiled, std::size_t interviews, std::uint64_t seed);

/// How many questions an interview asks of somebody who answers so; every answer must be complete.
std::size_t length_for(const engine::CompiledRules& compiled, const model::Answers& person);

}  // namespace socrates::interview
