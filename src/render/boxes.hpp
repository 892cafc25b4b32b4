// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "socrates/engine/difference.hpp"
#include "socrates/model/rule_set.hpp"

namespace socrates::render {

// What a box of answers says of a question.

struct Range {
  int from = 0;
  int to = 0;
};

inline bool has(std::uint64_t mask, std::size_t value) { return ((mask >> value) & 1U) != 0; }

/// The numbers of some intervals, neighbours joined.
std::vector<Range> ranges_of(const model::Question& question, const std::vector<int>& starts, std::uint64_t mask);

/// The box says nothing of the question.
bool is_free(const engine::Difference& difference, const engine::Allowed& box, std::size_t question);

}  // namespace socrates::render
