// SPDX-License-Identifier: Apache-2.0
#include "socrates/plan/earliest.hpp"

#include <algorithm>
#include <stdexcept>
#include <string_view>

#include "plan/demand_aim.hpp"
#include "socrates/base/words.hpp"

namespace socrates::plan {
namespace {

using base::names;
using model::Examination;
using readiness::Certainty;

Certainty sure_if(bool holds) { return holds ? Certainty::sure : Certainty::out; }

/// The scope of that report alone. Of a SOC 1 the objectives are those that the services call for, or all of them where
/// no SOC 1 is recommended.
readiness::Scope scope_of(const Demand& demand, const Company& company) {
  const readiness::Catalogue& catalogue = company.catalogue;
  const bool is_soc1 = demand.examination == Examination::soc1;
  const readiness::Scope recommended = readiness::scope_of(company.rules, company.answers, company.outcome, catalogue);
  const bool has_soc1 = recommended.examinations[readiness::index_of(Examination::soc1)] != Certainty::out;
  readiness::Scope scope;
  scope.examinations[readiness::index_of(demand.examination)] = Certainty::sure;
  for (const model::Category& category : catalogue.criteria)
    scope.categories.push_back(
        sure_if(!is_soc1 && (category.id == "security" || names(demand.categories, category.id))));
  for (const Certainty objective : recommended.objectives)
    scope.objectives.push_back(sure_if(is_soc1 && (!has_soc1 || objective != Certainty::out)));
  for (const model::Control& control : catalogue.controls.controls) {
    bool is_needed =
        std::find(control.engagement.begin(), control.engagement.end(), demand.examination) != control.engagement.end();
    for (std::size_t i = 0; i < scope.categories.size(); ++i)
      for (const model::Named& criterion : catalogue.criteria[i].criteria)
        is_needed = is_needed || (scope.categories[i] == Certainty::sure && names(control.criteria, criterion.id));
    for (std::size_t i = 0; i < scope.objectives.size(); ++i)
      is_needed = is_needed ||
                  (scope.objectives[i] == Certainty::sure && names(control.objectives, catalogue.objectives[i].id));
    readiness::ByExamination certainty{};
    certainty[readiness::index_of(demand.examination)] = sure_if(is_needed);
    scope.controls.push_back(certainty);
  }
  return scope;
}

}  // namespace

Delivery earliest(const Demand& demand, const Company& company, base::Date today) {
  const readiness::Readiness readiness =
      readiness::assess(scope_of(demand, company), company.catalogue, company.control_answers, today);
  const Situation situation{company.rules,           company.answers, company.outcome,   company.catalogue.controls,
                            company.control_answers, readiness,       company.engagement};
  const Plan plan = make_plan(aim_of_demand(demand, situation, today), company.engagement);
  for (const Delivery& delivery : plan.deliveries)
    if (delivery.type == demand.type) return delivery;
  throw std::logic_error("a plan without the report that it was made for");
}

}  // namespace socrates::plan
