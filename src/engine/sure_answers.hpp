// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <unordered_map>
#include <vector>

#include "socrates/engine/compiled_rules.hpp"
#include "socrates/engine/diagram_builder.hpp"
#include "socrates/engine/explanation.hpp"

namespace socrates::engine {

/// The answers to one question that make rules apply, whatever the other questions leave open: a rule's function with
/// all other variables done away with. A rule applies for an answer when no possible completion says otherwise, and
/// there is a possible completion. The rules and the effort must outlive it.
class SureAnswers {
 public:
  SureAnswers(const CompiledRules& compiled, const model::Answers& answers, std::size_t question, Effort& effort);

  /// What would make the function 1; nothing where no answer does.
  std::optional<Lack> lack_of(Function f);

 private:
  Function projected(Function f);
  /// No possible answer that is allowed makes the projection anything but 1; of some allowed one it is known to be.
  [[nodiscard]] bool is_sure(Function p, const Allowed& allowed) const;
  void add_choices(Lack& lack, Function p) const;

  const CompiledRules* compiled_;
  const model::Answers* answers_;
  std::size_t question_;
  Allowed allowed_;
  Effort& effort_;
  DiagramBuilder builder_;
  std::unordered_map<Function, Function> projections_;
};

}  // namespace socrates::engine
