// SPDX-License-Identifier: Apache-2.0
//
// What a template can name of the plan, of the reports held and of a bridge.
#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "render/decision_words.hpp"
#include "render/draft_words.hpp"
#include "render/plan_words.hpp"
#include "render/report_names.hpp"
#include "render/sentence.hpp"

namespace socrates::render {
namespace {

using model::Family;
using model::HeldReport;
using Words = std::optional<std::string>;

std::size_t count_gaps(const plan::Plan& plan, bool unknown_only) {
  return static_cast<std::size_t>(std::count_if(plan.steps.begin(), plan.steps.end(), [&](const plan::Step& step) {
    return step.kind == plan::StepKind::gap && (!unknown_only || step.is_unknown);
  }));
}

DraftValues planned_report(const plan::Delivery& delivery) {
  const std::optional<plan::Period>& period = delivery.period;
  return {{{"planned_report", name_of(delivery)},
           {"planned_from", period ? Words(base::to_text(period->from)) : Words()},
           {"planned_to", period ? Words(base::to_text(period->to)) : Words()},
           {"planned_months", period ? Words(counted(base::whole_months(period->from, period->to), "month")) : Words()},
           {"planned_early", base::to_text(delivery.in_hand.early)},
           {"planned_likely", base::to_text(delivery.in_hand.likely)},
           {"planned_late", base::to_text(delivery.in_hand.late)}},
          {},
          {}};
}

std::vector<DraftValues> steps_of(const plan::Plan& plan) {
  std::vector<DraftValues> all;
  for (const TimelineRow& row : timeline_of(plan).rows)
    if (row.kind != RowKind::report)
      all.push_back({{{"step", row.title},
                      {"step_from", base::to_text(row.first.likely)},
                      {"step_to", base::to_text(row.last.likely)}},
                     {{"step_closes_gaps", row.id == "gaps"}},
                     {}});
  return all;
}

/// Those in US dollars, the only currency in which all is known.
std::vector<DraftValues> costs_of(const plan::Plan& plan) {
  std::vector<DraftValues> all;
  for (const plan::CostLine& line : plan.costs.lines)
    for (const plan::Money& money : line.money)
      if (money.currency == plan.costs.total.currency)
        all.push_back(
            {{{"cost", line.title + (line.is_second ? ", as the second report" : "")}, {"cost_range", text_of(money)}},
             {},
             {}});
  return all;
}

std::vector<DraftValues> ways_out_of(const PlanReport& report) {
  std::vector<DraftValues> all;
  for (const plan::Option& option : report.plan.options)
    all.push_back({{{"way_out", title_of(option, report.engagement)},
                    {"way_out_when", text_of(option, report.plan)},
                    {"way_out_if", words_or_none(model::advice(report.engagement, option.kind).condition)}},
                   {},
                   {}});
  return all;
}

std::vector<DraftValues> notices_of(const PlanReport& report) {
  std::vector<DraftValues> all;
  for (const plan::Notice notice : report.plan.notices)
    all.push_back({{{"notice", text_of(notice, report.plan, report.engagement)}}, {}, {}});
  return all;
}

std::string name_of_report(const HeldReport& report) {
  std::vector<std::string> names = {std::string(model::name_of(report.report))};
  for (const Family family : report.also) names.emplace_back(model::name_of(family));
  return listed(names, "and") + (report.type ? " " + std::string(model::name_of(*report.type)) : "");
}

bool is_of(const HeldReport& report, std::initializer_list<Family> families) {
  return std::find(families.begin(), families.end(), report.report) != families.end() ||
         std::find_first_of(report.also.begin(), report.also.end(), families.begin(), families.end()) !=
             report.also.end();
}

Words names_in(const std::optional<std::vector<std::string>>& names) {
  return names && !names->empty() ? Words(listed(*names, "and")) : Words();
}

Words opinion_of(const HeldReport& report) {
  return report.opinion ? Words(std::string(model::id_of(*report.opinion))) : Words();
}

Words categories_of(const HeldReport& report) {
  std::vector<std::string> names;
  if (report.categories)
    for (const model::TrustCategory category : *report.categories)
      names.push_back(category_name(model::id_of(category)));
  return words_or_none(listed(names, "and"));
}

DraftValues held_report(const HeldReport& report) {
  const std::optional<model::Period>& period = report.period;
  return {{{"held_report", name_of_report(report)},
           {"held_services", names_in(report.covers)},
           {"held_from", period ? Words(base::to_text(period->from)) : Words()},
           {"held_to", period ? Words(base::to_text(period->to)) : Words()},
           {"held_as_of", date_words(report.as_of)},
           {"held_issued", date_words(report.issued)},
           {"held_opinion", opinion_of(report)},
           {"held_qualified_on", names_in(report.qualified_on)}},
          {{"held_is_public", report.report == Family::soc3},
           {"held_for_customers", is_of(report, {Family::soc1, Family::isae_3402})},
           {"held_is_examined", model::is_examined(report.report)},
           {"held_is_type_2", report.type == model::ReportType::type_2}},
          {}};
}

/// By the answers alone, which know the kind and the type; the rest is left blank.
std::vector<DraftValues> held_by_answers(const Recommendation& recommendation, const engine::Reading& reading) {
  std::vector<DraftValues> all;
  for (const model::Question& question : recommendation.rules.questions) {
    if (question.id != "reports_held") continue;
    for (const model::Named& option : question.options) {
      if (!reading.holds(question.id, option.id)) continue;
      const std::string label = label_of(option);
      const std::string_view article = label.starts_with("an ") ? "an " : label.starts_with("a ") ? "a " : "";
      all.push_back({{{"held_report", label.substr(article.size())},
                      {"held_services", std::nullopt},
                      {"held_from", std::nullopt},
                      {"held_to", std::nullopt},
                      {"held_as_of", std::nullopt},
                      {"held_issued", std::nullopt},
                      {"held_opinion", std::nullopt},
                      {"held_qualified_on", std::nullopt}},
                     {{"held_is_public", option.id == "soc3"},
                      {"held_for_customers", option.id.starts_with("soc1") || option.id == "isae_3402"},
                      {"held_is_examined", true},
                      {"held_is_type_2", option.id.ends_with("type_2")}},
                     {}});
    }
  }
  return all;
}

std::string_view method_words(model::SubserviceMethod method) {
  switch (method) {
    case model::SubserviceMethod::none:
      return "none";
    case model::SubserviceMethod::carve_out:
      return "carved out";
    case model::SubserviceMethod::inclusive:
      return "included";
    case model::SubserviceMethod::undisclosed:
      return "not disclosed";
  }
  return {};
}

/// Each organization once, as the first report that names it has it.
std::vector<DraftValues> subservice_of(const std::vector<const HeldReport*>& reports) {
  std::vector<DraftValues> all;
  std::set<std::string> names;
  for (const HeldReport* const report : reports) {
    if (!report->subservice || !report->subservice->organizations) continue;
    for (const model::SubserviceOrganization& one : *report->subservice->organizations) {
      if (!names.insert(one.name).second) continue;
      const auto method = one.method ? one.method : report->subservice->method;
      all.push_back({{{"organization", one.name},
                      {"organization_method", method ? Words(std::string(method_words(*method))) : Words()}},
                     {},
                     {}});
    }
  }
  return all;
}

bool says_no_organization(const HeldReport& report) {
  return report.subservice && report.subservice->method == model::SubserviceMethod::none;
}

/// The one entity that all reports name; none where they name several or nobody does.
Words company_of(const model::Inventory* inventory) {
  std::set<std::string> entities;
  if (inventory != nullptr)
    for (const HeldReport& report : inventory->reports)
      if (report.entity) entities.insert(*report.entity);
  return entities.size() == 1 ? Words(*entities.begin()) : Words();
}

/// By the answer alone: every option of it is no.
bool says_that_none_is_held(const engine::Reading& reading) {
  const auto* const held = reading.as<model::Selection>("reports_held");
  return held != nullptr && std::all_of(held->options.begin(), held->options.end(),
                                        [](model::Chosen chosen) { return chosen == model::Chosen::no; });
}

bool is_unsure(const HeldReport& report) { return !report.issued; }

}  // namespace

void add_plan_lists(const PlanReport* report, DraftValues& values) {
  std::vector<DraftValues> planned;
  if (report != nullptr)
    for (const plan::Delivery& delivery : report->plan.deliveries) planned.push_back(planned_report(delivery));
  const auto gaps = [&](bool unknown_only) {
    const std::size_t count = report == nullptr ? 0 : count_gaps(report->plan, unknown_only);
    return count == 0 ? Words() : Words(std::to_string(count));
  };
  values.texts["gaps"] = gaps(false);
  values.texts["gaps_not_known"] = gaps(true);
  values.texts["cost_total"] = report == nullptr ? Words() : Words(text_of(report->plan.costs.total));
  values.lists["planned_reports"] = std::move(planned);
  values.lists["steps"] = report == nullptr ? std::vector<DraftValues>() : steps_of(report->plan);
  values.lists["costs"] = report == nullptr ? std::vector<DraftValues>() : costs_of(report->plan);
  values.lists["ways_out"] = report == nullptr ? std::vector<DraftValues>() : ways_out_of(*report);
  values.lists["notices"] = report == nullptr ? std::vector<DraftValues>() : notices_of(*report);
}

void add_held_reports(const DraftInputs& inputs, const engine::Reading& reading, DraftValues& values) {
  std::vector<const HeldReport*> newest;
  bool is_any_unsure = false;
  if (inputs.inventory != nullptr) {
    newest = gate::newest_reports(*inputs.inventory, inputs.recommendation.today);
    const std::vector<HeldReport>& all = inputs.inventory->reports;
    is_any_unsure = std::any_of(all.begin(), all.end(), is_unsure);
  }
  std::vector<DraftValues> held;
  for (const HeldReport* const report : newest) held.push_back(held_report(*report));
  if (inputs.inventory == nullptr) held = held_by_answers(inputs.recommendation, reading);
  const bool is_none =
      held.empty() && !is_any_unsure && (inputs.inventory != nullptr || says_that_none_is_held(reading));
  values.conditions["holds_none"] = is_none;
  values.conditions["holdings_not_known"] = is_any_unsure || (held.empty() && !is_none);
  values.lists["held"] = std::move(held);
  values.texts["company"] = company_of(inputs.inventory);
  std::vector<DraftValues> organizations = subservice_of(newest);
  values.conditions["subservice_not_known"] =
      organizations.empty() && !std::any_of(newest.begin(), newest.end(),
                                            [](const HeldReport* report) { return says_no_organization(*report); });
  values.lists["subservice"] = std::move(organizations);
}

void add_bridge(const DraftInputs& inputs, DraftValues& values) {
  const gate::Bridge& bridge = *inputs.bridge;
  const HeldReport& report = *bridge.report;
  const int usual = inputs.engagement.periods.bridge;
  const bool is_next = bridge.next != nullptr;
  const auto method = report.subservice ? report.subservice->method : std::nullopt;
  const auto add = [&](std::string name, Words words) { values.texts[std::move(name)] = std::move(words); };
  const auto say = [&](std::string name, bool holds) { values.conditions[std::move(name)] = holds; };
  if (report.entity) add("company", report.entity);
  add("signed", base::to_text(bridge.days.to));
  say("signed_before_today", bridge.days.to < inputs.recommendation.today);
  add("letter_from", base::to_text(bridge.days.from));
  add("letter_to", base::to_text(bridge.days.to));
  add("letter_months", counted(bridge.months, "month"));
  add("usual_months", counted(usual, "month"));
  say("letter_is_long", bridge.months > usual);
  add("bridged_report", name_of_report(report));
  add("bridged_from", base::to_text(report.period->from));
  add("bridged_to", base::to_text(report.period->to));
  add("bridged_issued", date_words(report.issued));
  add("bridged_services", names_in(report.covers));
  add("bridged_categories", categories_of(report));
  say("bridged_on_categories", is_of(report, {Family::soc2}) || report.categories);
  add("firm", words_or_none(report.auditor.firm));
  add("opinion", opinion_of(report));
  say("opinion_is_modified", report.opinion && *report.opinion != model::Opinion::unmodified);
  add("qualified_on", names_in(report.qualified_on));
  say("has_exceptions", report.exceptions && !report.exceptions->empty());
  say("exceptions_not_known", !report.exceptions);
  say("expects_user_controls", report.user_entity_controls == model::UserControls::listed);
  say("user_controls_not_known", !report.user_entity_controls);
  values.lists["subservice"] = subservice_of({&report});
  say("carves_out", method == model::SubserviceMethod::carve_out);
  say("method_not_known", !method || method == model::SubserviceMethod::undisclosed);
  say("has_next", is_next);
  add("next_from", is_next ? Words(base::to_text(bridge.next->period->from)) : Words());
  add("next_to", is_next ? Words(base::to_text(bridge.next->period->to)) : Words());
  add("next_expected", is_next ? date_words(bridge.next->expected) : Words());
}

}  // namespace socrates::render
