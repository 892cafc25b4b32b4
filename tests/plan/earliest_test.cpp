// SPDX-License-Identifier: Apache-2.0
#include "socrates/plan/earliest.hpp"

#include "catch.hpp"
#include "small_aim.hpp"

using namespace socrates;
using model::Examination;
using plan::Demand;
using plan::ReportType;

namespace {

/// A company of which nothing is known but how far its controls are, all of them alike.
class Unknown {
 public:
  explicit Unknown(model::ControlStatus status)
      : answers_(rules_.rules.questions.size()), controls_answers_(controls_.controls.size()) {
    for (model::ControlAnswer& answer : controls_answers_) answer.status = status;
    outcome_ = engine::evaluate(rules_, answers_).value();
  }

  [[nodiscard]] plan::Dates earliest(const Demand& demand) const {
    const plan::Company company{
        rules_.rules, answers_, outcome_, {controls_, criteria_, objectives_}, controls_answers_, shipped_engagement()};
    return plan::earliest(demand, company, day("2026-11-24")).in_hand;
  }

 private:
  const engine::CompiledRules& rules_ = builtin::selection_rules();
  const model::Criteria& criteria_ = builtin::criteria();
  const model::Objectives& objectives_ = builtin::objectives();
  const model::ControlCatalogue& controls_ = builtin::controls();
  model::Answers answers_;
  model::ControlAnswers controls_answers_;
  engine::Outcome outcome_;
};

}  // namespace

TEST_CASE("the earliest date of a report that is asked for is that of a plan for it alone") {
  const Unknown ready(model::ControlStatus::in_place);
  const plan::Dates soc2 = ready.earliest({Examination::soc2, ReportType::type_2, {"availability"}, std::nullopt});
  CHECK(base::to_text(soc2.likely) == "2027-07-04");
  CHECK(base::to_text(ready.earliest({Examination::soc2, ReportType::type_2, {}, 3}).likely) == "2027-04-06");
  CHECK(ready.earliest({Examination::soc2, ReportType::type_2, {}, 12}).likely > soc2.likely);
  CHECK(ready.earliest({Examination::soc1, ReportType::type_1, {}, std::nullopt}).likely < soc2.likely);
}

TEST_CASE("more categories and less that is in place never make a report earlier") {
  for (const ReportType type : {ReportType::type_1, ReportType::type_2}) {
    const Unknown unknown(model::ControlStatus::unknown);
    const Unknown missing(model::ControlStatus::missing);
    const Unknown designed(model::ControlStatus::designed);
    const Demand few{Examination::soc2, type, {}, std::nullopt};
    const Demand many{Examination::soc2, type, {"availability", "privacy", "processing_integrity"}, std::nullopt};
    CHECK(missing.earliest(few).likely <= missing.earliest(many).likely);
    CHECK(designed.earliest(many).likely <= missing.earliest(many).likely);
    CHECK(unknown.earliest(many).likely >= missing.earliest(many).likely);
    CHECK(unknown.earliest(many).early <= missing.earliest(many).early);
  }
}
