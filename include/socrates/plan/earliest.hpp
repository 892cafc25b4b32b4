// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "socrates/plan/plan.hpp"
#include "socrates/readiness/scope.hpp"

namespace socrates::plan {

/// A report that a customer asks for, recommended or not.
struct Demand {
  model::Examination examination = model::Examination::soc2;
  ReportType type = ReportType::type_2;
  std::vector<std::string> categories;  ///< of a SOC 2; Security belongs to it in any case
  std::optional<int> months;            ///< that its period has at least
};

/// What is known of the company that makes the report; all must outlive the call.
struct Company {
  const model::RuleSet& rules;
  const model::Answers& answers;
  const engine::Outcome& outcome;
  readiness::Catalogue catalogue;
  const model::ControlAnswers& control_answers;
  const model::Engagement& engagement;
};

/// When that report can be in the customer's hands if its way begins today, with as many people as it takes, and of
/// which period it speaks. The likely date is the one to name; what is not known of the controls counts as missing in
/// it.
Delivery earliest(const Demand& demand, const Company& company, base::Date today);

}  // namespace socrates::plan
