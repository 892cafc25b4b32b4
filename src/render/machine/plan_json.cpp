// SPDX-License-Identifier: Apache-2.0
#include "render/machine/json_form.hpp"
#include "render/plan_words.hpp"
#include "socrates/engine/status.hpp"

namespace socrates::render {
namespace {

Json json_of(const plan::Dates& dates) {
  return {{"early", base::to_text(dates.early)},
          {"likely", base::to_text(dates.likely)},
          {"late", base::to_text(dates.late)}};
}

Json json_of(const std::optional<base::Date>& date) { return date ? Json(base::to_text(*date)) : Json(); }

class PlanJsonWriter {
 public:
  explicit PlanJsonWriter(const PlanReport& report) : report_(report), plan_(report.plan) {}

  Json document() {
    const model::RuleSet& rules = report_.rules;
    return {{"schema", "socrates.plan/1"},
            {"status", "planned"},
            {"verdict", plan_.fit == plan::Fit::no_date ? Json() : Json(id_of(plan_.fit))},
            {"summary", headline(plan_)},
            {"today", base::to_text(plan_.today)},
            {"needed_by", json_of(plan_.needed_by)},
            {"days_late", plan_.fit == plan::Fit::no_date ? Json() : Json(plan_.days_late)},
            {"people", plan_.people ? Json(*plan_.people) : Json()},
            {"in_hand", json_of(plan_.in_hand)},
            {"reports", reports()},
            {"steps", steps()},
            {"critical_path", ids(plan_.critical)},
            {"this_week", ids(plan_.this_week)},
            {"options", options()},
            {"costs", costs()},
            {"meanwhile", report_.engagement.meanwhile},
            {"notices", notices()},
            {"operation", operation()},
            {"without_days", plan_.without_days},
            {"evidence", evidence()},
            {"open_questions", Json::array()},
            {"sources", source_list()},
            {"rules", origin_form(rules)},
            {"catalogue", origin_form(report_.controls)},
            {"engagement", origin_form(report_.engagement)}};
  }

 private:
  [[nodiscard]] Json ids(const std::vector<std::size_t>& indices) const {
    Json list = Json::array();
    for (const std::size_t index : indices) list.push_back(plan_.steps[index].id);
    return list;
  }

  [[nodiscard]] Json sources(const std::vector<std::size_t>& indices) const {
    Json list = Json::array();
    for (const std::size_t index : indices) list.push_back(report_.engagement.sources[index].id);
    return list;
  }

  [[nodiscard]] Json source_list() const {
    Json list = Json::array();
    for (const std::size_t index : sources_of(report_)) list.push_back(source_form(report_.engagement.sources[index]));
    return list;
  }

  [[nodiscard]] Json reports() const {
    Json list = Json::array();
    for (const plan::Delivery& delivery : plan_.deliveries) {
      Json form = {{"report", id_of(delivery.examination)},
                   {"type", id_of(delivery.type)},
                   {"in_hand", json_of(delivery.in_hand)},
                   {"counts", delivery.counts}};
      form["period"] = Json();
      if (delivery.period)
        form["period"] = {{"from", base::to_text(delivery.period->from)},
                          {"to", base::to_text(delivery.period->to)},
                          {"months", base::whole_months(delivery.period->from, delivery.period->to)}};
      form["fiscal_years"] = Json::array();
      for (const plan::YearService& year : delivery.service)
        form["fiscal_years"].push_back({{"ends", base::to_text(year.year_end)},
                                        {"overlap_months", year.overlap},
                                        {"gap_months", year.gap},
                                        {"service", id_of(year.service)}});
      list.push_back(std::move(form));
    }
    if (plan_.soc3)
      list.push_back({{"report", "soc3"},
                      {"type", Json()},
                      {"in_hand", json_of(soc3())},
                      {"counts", false},
                      {"period", Json()},
                      {"fiscal_years", Json::array()}});
    return list;
  }

  /// The SOC 3 comes with the SOC 2 Type 2.
  [[nodiscard]] plan::Dates soc3() const {
    for (const plan::Delivery& delivery : plan_.deliveries)
      if (delivery.examination == model::Examination::soc2 && delivery.type == plan::ReportType::type_2)
        return delivery.in_hand;
    return plan_.in_hand;
  }

  [[nodiscard]] Json steps() const {
    Json list = Json::array();
    for (const plan::Step& step : plan_.steps)
      list.push_back(
          {{"id", step.id},
           {"title", step.title},
           {"does", step.does},
           {"kind", id_of(step.kind)},
           {"report", step.report ? Json(id_of(*step.report)) : Json()},
           {"known", !step.is_unknown},
           {"weeks", {{"least", step.weeks.least}, {"likely", step.weeks.likely}, {"most", step.weeks.most}}},
           {"months", step.months},
           {"people", step.needs_people},
           {"depends_on", ids(step.depends_on)},
           {"first_day", json_of(step.first)},
           {"last_day", json_of(step.last)},
           {"critical", step.is_critical},
           {"people_do", step.people_do},
           {"sources", sources(step.sources)}});
    return list;
  }

  [[nodiscard]] Json money(const plan::Money& money) const {
    return {{"currency", money.currency}, {"locale", money.locale},
            {"low", money.low},           {"likely", money.likely ? Json(*money.likely) : Json()},
            {"high", money.high},         {"sources", sources(money.sources)}};
  }

  [[nodiscard]] Json options() const {
    Json list = Json::array();
    for (const plan::Option& option : plan_.options) {
      const model::OptionAdvice& advice = model::advice(report_.engagement, option.kind);
      list.push_back({{"option", advice.id},
                      {"title", title_of(option, report_.engagement)},
                      {"assumed", option.is_assumed},
                      {"condition", advice.condition.empty() ? Json() : Json(advice.condition)},
                      {"months", option.months ? Json(*option.months) : Json()},
                      {"left_out", option.left_out},
                      {"in_hand", json_of(option.in_hand)},
                      {"verdict", id_of(option.fit)},
                      {"cost", money(option.cost)},
                      {"cost_apart", option.cost_apart ? money(*option.cost_apart) : Json()},
                      {"tell", advice.tell},
                      {"sources", sources(advice.sources)}});
    }
    return list;
  }

  [[nodiscard]] Json costs() const {
    Json lines = Json::array();
    for (const plan::CostLine& line : plan_.costs.lines) {
      Json ranges = Json::array();
      for (const plan::Money& range : line.money) ranges.push_back(money(range));
      lines.push_back({{"id", line.id}, {"title", line.title}, {"second_report", line.is_second}, {"ranges", ranges}});
    }
    return {{"label", "planning estimate"}, {"lines", lines}, {"total", money(plan_.costs.total)}};
  }

  /// What is said of all controls together, against what is said of each.
  [[nodiscard]] Json operation() const {
    if (!plan_.operation) return {};
    const plan::Operation& said = *plan_.operation;
    return {{"months", said.months},
            {"not_said", said.not_said},
            {"missing", said.missing},
            {"later", said.later},
            {"latest", json_of(said.latest)},
            {"undated", said.undated},
            {"in_hand_if_as_said", plan_.as_said ? json_of(*plan_.as_said) : Json()}};
  }

  [[nodiscard]] Json notices() const {
    Json list = Json::array();
    for (const plan::Notice notice : plan_.notices)
      list.push_back({{"notice", id_of(notice)}, {"text", text_of(notice, plan_, report_.engagement)}});
    return list;
  }

  [[nodiscard]] Json evidence() const {
    Json list = Json::array();
    for (const plan::EvidenceEntry& entry : plan_.evidence)
      list.push_back({{"kind", id_of(entry.kind)},
                      {"report", id_of(entry.report)},
                      {"control", entry.control ? Json(report_.controls.controls[*entry.control].id) : Json()},
                      {"title", title_of(entry, report_)},
                      {"from", base::to_text(entry.days.from)},
                      {"to", base::to_text(entry.days.to)},
                      {"does", text_of(entry, report_)}});
    return list;
  }

  const PlanReport& report_;
  const plan::Plan& plan_;
};

}  // namespace

std::string plan_json(const PlanReport& report) {
  Json document = PlanJsonWriter(report).document();
  add_about(report.about, document);
  return written(document, Layout::indented);
}

std::string no_plan_json(const Recommendation& recommendation) {
  const model::RuleSet& rules = recommendation.rules;
  Json questions = Json::array();
  for (const std::size_t question : recommendation.outcome.open_questions)
    questions.push_back(rules.questions[question].id);
  const bool is_decided = engine::is_decided(rules, recommendation.outcome);
  Json document = {{"schema", "socrates.plan/1"},
                   {"status", is_decided ? "nothing_to_plan" : "undecided"},
                   {"verdict", Json()},
                   {"summary", summary(recommendation)},
                   {"today", base::to_text(recommendation.today)},
                   {"open_questions", std::move(questions)},
                   {"rules", origin_form(rules)}};
  add_about(recommendation.about, document);
  return written(document, Layout::indented);
}

}  // namespace socrates::render
