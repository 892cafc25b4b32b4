// SPDX-License-Identifier: Apache-2.0
#include "render/boxes.hpp"

namespace socrates::render {
namespace {

std::uint64_t all_values(std::size_t arity) {
  return arity == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << arity) - 1;
}

}  // namespace

std::vector<Range> ranges_of(const model::Question& question, const std::vector<int>& starts, std::uint64_t mask) {
  std::vector<Range> ranges;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    if (!has(mask, i)) continue;
    const int end = i + 1 < starts.size() ? starts[i + 1] - 1 : question.to;
    if (!ranges.empty() && ranges.back().to + 1 == starts[i])
      ranges.back().to = end;
    else
      ranges.push_back({starts[i], end});
  }
  return ranges;
}

bool is_free(const engine::Difference& difference, const engine::Allowed& box, std::size_t q) {
  const engine::QuestionVariables& variables = difference.space.questions[q];
  for (std::size_t v = variables.first; v < variables.first + variables.count; ++v)
    if (box[v] != all_values(difference.space.arity[v])) return false;
  return true;
}

}  // namespace socrates::render
