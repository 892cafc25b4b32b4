// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "worlds/naive.hpp"

namespace socrates::tests {

/// Says something of one complete set of answers, by its number in the world.
using RowTest = std::function<bool(std::size_t row)>;

/// Some completion of the answers is possible, and all that are possible pass.
bool is_sure(const worlds::World& world, const model::Answers& answers, const RowTest& passes);

/// The answers to these questions, and nothing on the others.
model::Answers only(const model::Answers& answers, const std::vector<std::size_t>& questions);

/// All sets of `size` of the questions that say something, each ascending, in lexicographic order.
std::vector<std::vector<std::size_t>> known_sets(const model::Answers& answers, std::size_t size);

/// The answers are part of `whole`, make the test sure with all others unknown, and no set of fewer questions of
/// `whole` does, nor one of as many that comes before, nor the same questions with fewer options. Says what is not so.
std::string ground_defect(const worlds::World& world, const model::Answers& whole, const model::Answers& ground,
                          const RowTest& passes);

/// By question, the row answers otherwise than the partial answers.
std::vector<std::size_t> changed_questions(const worlds::World& world, const model::Answers& answers, std::size_t row);

}  // namespace socrates::tests
