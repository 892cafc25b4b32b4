// SPDX-License-Identifier: Apache-2.0
#include "loader/rules/catalogue_kinds.hpp"

#include <fmt/format.h>

#include "socrates/base/codes.hpp"

namespace socrates::loader {

model::Shape DeclaredSourcesKind::shape() const {
  model::Shape shape;
  shape.kind = model::Shape::Kind::map;
  shape.pattern = an_id.shape().pattern;
  shape.of = {source_shape()};
  return shape;
}

void expect_ascending(std::vector<int> numbers, const Entry& entry, FormReader& reader) {
  if (std::is_sorted(numbers.begin(), numbers.end())) return;
  const std::string whose = entry.key.empty() ? "" : fmt::format(" of '{}'", entry.key);
  report_key(base::Code::range_out_of_order, entry, fmt::format("the numbers{} are not in ascending order", whose),
             reader.problems, "write the minimum first, then the likely number, then the maximum");
}

}  // namespace socrates::loader
