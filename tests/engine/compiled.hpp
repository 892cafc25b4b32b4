// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>
#include <utility>

#include "socrates/engine/compile.hpp"

namespace socrates::tests {

/// The rules compiled; they must be without a finding.
inline engine::CompiledRules compiled(model::RuleSet rules) {
  auto compilation = engine::compile(std::move(rules));
  if (!compilation.compiled) throw std::logic_error(compilation.findings.front().message);
  return std::move(*compilation.compiled);
}

}  // namespace socrates::tests
