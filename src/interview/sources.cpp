// SPDX-License-Identifier: Apache-2.0
#include "socrates/interview/sources.hpp"

#include <algorithm>

#include "socrates/engine/walk.hpp"

namespace socrates::interview {

std::vector<std::size_t> sources_of(const engine::CompiledRules& compiled, const model::Answers& answers,
                                    std::size_t question) {
  engine::Walk walk(compiled, engine::allowed_by(compiled.space, answers));
  std::vector<std::size_t> counts(compiled.rules.sources.size(), 0);
  for (std::size_t d = 0; d < compiled.rules.decisions.size(); ++d) {
    const std::vector<model::Rule>& rules = compiled.rules.decisions[d].rules;
    for (std::size_t r = 0; r < rules.size(); ++r)
      if (walk.matters(question, compiled.roots.decisions[d].rules[r]))
        for (const std::size_t source : rules[r].sources) ++counts[source];
  }
  std::vector<std::size_t> sources;
  for (std::size_t source = 0; source < counts.size(); ++source)
    if (counts[source] > 0) sources.push_back(source);
  std::stable_sort(sources.begin(), sources.end(), [&](std::size_t a, std::size_t b) { return counts[a] > counts[b]; });
  return sources;
}

}  // namespace socrates::interview
