// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "socrates/engine/outcome.hpp"
#include "socrates/model/answers.hpp"
#include "socrates/model/control.hpp"
#include "socrates/model/criteria.hpp"
#include "socrates/model/objective.hpp"
#include "socrates/model/rule_set.hpp"

namespace socrates::readiness {

/// Whether something belongs to what has to be made ready; `open` where answers that are not known decide it.
enum class Certainty { out, open, sure };

/// By examination.
using ByExamination = std::array<Certainty, 2>;

/// What the recommendation calls for: reports and categories that are recommended or needed, and of a SOC 1 the
/// objectives that the services call for.
struct Scope {
  ByExamination examinations{};
  std::array<model::Standard, 2> standards{};  ///< by examination; what is open counts as that of the AICPA
  std::vector<Certainty> categories;           ///< of the table of criteria
  std::vector<Certainty> objectives;           ///< of the table of objectives
  std::vector<ByExamination> controls;         ///< by control: for which examination it is needed
  std::vector<std::size_t> open_questions;     ///< on which the scope still hangs, in the order of asking
  bool operator==(const Scope&) const = default;
};

/// The catalogue and the tables that belong to it; all must outlive what is made from them.
struct Catalogue {
  const model::ControlCatalogue& controls;
  const model::Criteria& criteria;
  const model::Objectives& objectives;
};

Scope scope_of(const model::RuleSet& rules, const model::Answers& answers, const engine::Outcome& outcome,
               const Catalogue& catalogue);

/// The most that any examination makes of it.
Certainty certainty_of(const ByExamination& control);

/// Nothing in the scope is open.
bool is_settled(const Scope& scope);

/// Neither a SOC 1 nor a SOC 2 is recommended or may turn out to be.
bool is_empty(const Scope& scope);

constexpr std::size_t index_of(model::Examination examination) { return static_cast<std::size_t>(examination); }

}  // namespace socrates::readiness
