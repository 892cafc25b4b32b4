// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "socrates/engine/diagram_builder.hpp"
#include "socrates/engine/space.hpp"

namespace socrates::engine {

/// A set of answers as few boxes: what each leaves to every variable.
struct Cover {
  std::vector<Allowed> boxes;
  bool is_whole = true;  ///< false where there would be more boxes than the limit
};

/// Boxes, as few and as wide as greed finds, that together hold every answer where `wanted` is 1, and none where it is
/// 0 unless `any` is 1 there. Both have the leaves 0 and 1.
Cover cover_of(Function wanted, Function any, const Space& space, DiagramBuilder& builder, std::size_t most_boxes);

/// 1 within the box, 0 outside.
Function box_function(const Allowed& box, const Space& space, DiagramBuilder& builder);

}  // namespace socrates::engine
