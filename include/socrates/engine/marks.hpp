// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "socrates/engine/diagram.hpp"

namespace socrates::engine {

/// The functions that a search came by. To begin anew costs nothing, so that many short searches share one table.
class Marks {
 public:
  /// Begins a search of a diagram of so many nodes.
  void begin(std::size_t nodes) {
    ++search_;
    if (marks_.size() < nodes + leaf_limit) marks_.resize(nodes + leaf_limit, 0);
  }

  /// Marks it; false where it is marked already.
  bool add(Function f) { return std::exchange(marks_[f], search_) != search_; }

 private:
  std::vector<std::uint32_t> marks_;  ///< by function: the search that came by last
  std::uint32_t search_ = 0;
};

}  // namespace socrates::engine
