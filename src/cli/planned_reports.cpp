// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <memory>
#include <tuple>
#include <utility>

#include "cli/gate_inputs.hpp"
#include "socrates/engine/outcome.hpp"
#include "socrates/plan/earliest.hpp"

namespace socrates::cli {
namespace {

bool is_answered(const model::ControlAnswer& answer) { return answer.status != model::ControlStatus::unknown; }

/// The report that has to be made for a requirement; none for those that no plan is made for. A SOC 3 comes out of the
/// examination for a SOC 2 Type 2.
std::optional<plan::Demand> demand_of(const model::Requirement& requirement) {
  plan::Demand demand;
  switch (requirement.report) {
    case model::Family::soc1:
      demand.examination = model::Examination::soc1;
      break;
    case model::Family::soc2:
    case model::Family::soc3:
      demand.examination = model::Examination::soc2;
      break;
    default:
      return std::nullopt;
  }
  if (requirement.report != model::Family::soc3)
    demand.type = requirement.type.known().value_or(model::ReportType::type_2);
  for (const model::TrustCategory category :
       requirement.categories.known().value_or(std::vector<model::TrustCategory>()))
    demand.categories.emplace_back(model::id_of(category));
  demand.months = requirement.period_months_at_least.known();
  return demand;
}

/// Plans for what deals ask for, each made once.
class Planner {
 public:
  Planner(const GateInputs& inputs, const model::Engagement& engagement, engine::Outcome outcome, base::Date today)
      : inputs_(inputs), engagement_(engagement), outcome_(std::move(outcome)), today_(today) {}

  std::optional<model::NextReport> report_for(const model::Requirement& requirement) {
    const std::optional<plan::Demand> demand = demand_of(requirement);
    if (!demand) return std::nullopt;
    const plan::Delivery& delivery = delivery_of(*demand);
    model::NextReport next;
    next.report = requirement.report;
    if (requirement.report != model::Family::soc3) next.type = demand->type;
    if (demand->examination == model::Examination::soc2) {
      next.categories = requirement.categories.known().value_or(std::vector<model::TrustCategory>());
      if (std::find(next.categories->begin(), next.categories->end(), model::TrustCategory::security) ==
          next.categories->end())
        next.categories->insert(next.categories->begin(), model::TrustCategory::security);
    }
    next.expected = delivery.in_hand.likely;
    if (delivery.period) next.period = model::Period{delivery.period->from, delivery.period->to};
    return next;
  }

 private:
  using Key = std::tuple<model::Examination, model::ReportType, std::vector<std::string>, std::optional<int>>;

  const plan::Delivery& delivery_of(const plan::Demand& demand) {
    const auto [entry, is_new] =
        deliveries_.try_emplace(Key(demand.examination, demand.type, demand.categories, demand.months));
    if (is_new) {
      const Rules& rules = inputs_.rules;
      entry->second = plan::earliest(demand,
                                     {rules.compiled().rules,
                                      inputs_.profile,
                                      outcome_,
                                      {rules.controls(), rules.criteria(), rules.objectives()},
                                      inputs_.controls,
                                      engagement_},
                                     today_);
    }
    return entry->second;
  }

  const GateInputs& inputs_;
  const model::Engagement& engagement_;
  engine::Outcome outcome_;
  base::Date today_;
  std::map<Key, plan::Delivery> deliveries_;
};

}  // namespace

gate::PlannedReport planned_reports(const GateInputs& inputs, const model::Engagement& engagement, base::Date today) {
  if (std::none_of(inputs.controls.begin(), inputs.controls.end(), is_answered)) return {};
  std::optional<engine::Outcome> outcome = engine::evaluate(inputs.rules.compiled(), inputs.profile);
  if (!outcome) return {};
  const auto planner = std::make_shared<Planner>(inputs, engagement, *std::move(outcome), today);
  return [planner](const model::Requirement& requirement) { return planner->report_for(requirement); };
}

}  // namespace socrates::cli
