// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "render/machine/gate_json.hpp"
#include "render/sentence.hpp"
#include "socrates/render/gate.hpp"

namespace socrates::render {
namespace {

Json date_or_null(const std::optional<base::Date>& date) { return date ? Json(base::to_text(*date)) : Json(); }

Json actions_form(const std::vector<gate::Action>& actions) {
  Json list = Json::array();
  for (const gate::Action& action : actions)
    list.push_back(object("check", action.check, "who", action.who, "do", action.what));
  return list;
}

Json check_form(const gate::Check& check) {
  std::vector<std::string> texts;
  Json rules = Json::array();
  Json sources = Json::array();
  for (const gate::Because& because : check.because) {
    texts.push_back(because.text);
    rules.push_back(because.rule);
    for (const std::string& source : because.sources) sources.push_back(source);
  }
  if (check.because.empty() && !check.unknown.empty()) texts.push_back("not known: " + joined(check.unknown, " "));
  Json form = object("check", check.id, "title", check.title, "verdict", gate::id_of(check.verdict), "because",
                     joined(texts, "; "), "figures", check.figures, "unknown", check.unknown, "report",
                     check.report.empty() ? Json() : Json(check.report), "rules", std::move(rules), "sources",
                     std::move(sources));
  if (!check.waived_by.empty()) form["waived_by"] = check.waived_by;
  return form;
}

Json requirement_form(const gate::RequirementVerdict& requirement) {
  Json checks = Json::array();
  for (const gate::Check& check : requirement.checks) checks.push_back(check_form(check));
  Json others = Json::array();
  for (const gate::Other& other : requirement.others)
    others.push_back(object("report", other.report, "because", other.why));
  Json form = object("id", requirement.id, "asked", requirement.asked, "weight",
                     requirement.weight == gate::Weight::required ? "required" : "recommended", "verdict",
                     gate::id_of(requirement.verdict), "met_by", requirement.met_by, "nearest", requirement.nearest,
                     "checks", std::move(checks), "actions", actions_form(requirement.actions), "earliest",
                     date_or_null(requirement.earliest), "earliest_by",
                     requirement.earliest_by.empty() ? Json() : Json(requirement.earliest_by), "interim",
                     requirement.interim, "replies", requirement.replies, "others", std::move(others));
  if (requirement.alternatives.empty()) return form;
  Json alternatives = Json::array();
  for (const gate::RequirementVerdict& alternative : requirement.alternatives)
    alternatives.push_back(requirement_form(alternative));
  form["alternatives"] = std::move(alternatives);
  return form;
}

std::string_view id_of_state(gate::WaiverUse::State state) {
  switch (state) {
    case gate::WaiverUse::State::used:
      return "used";
    case gate::WaiverUse::State::expired:
      return "expired";
    case gate::WaiverUse::State::idle:
      return "idle";
  }
  return {};
}

Json money_form(const gate::Money& money) {
  Json form = Json::object();
  for (const auto& [currency, hundredths] : money)
    form[currency.empty() ? "unknown" : currency] = static_cast<double>(hundredths) / 100;
  return form;
}

}  // namespace

Json deal_form(const gate::DealVerdict& deal) {
  Json requirements = Json::array();
  for (const gate::RequirementVerdict& requirement : deal.requirements)
    requirements.push_back(requirement_form(requirement));
  Json waivers = Json::array();
  for (const gate::WaiverUse& waiver : deal.waivers)
    waivers.push_back(object("check", waiver.check, "requirement",
                             waiver.requirement.empty() ? Json() : Json(waiver.requirement), "approver",
                             waiver.approver, "reason", waiver.reason, "expiry", base::to_text(waiver.expiry), "state",
                             id_of_state(waiver.state)));
  Json form =
      object("id", deal.id, "customer", deal.customer.empty() ? Json() : Json(deal.customer), "verdict",
             gate::id_of(deal.verdict), "decision_date",
             deal.decision_date_is_unknown ? Json() : Json(base::to_text(deal.decision_date)), "decision_date_is_today",
             deal.decision_date_is_today, "requirements", std::move(requirements), "waivers", std::move(waivers));
  if (!deal.notices.empty()) form["notices"] = deal.notices;
  if (deal.meta) form["meta"] = json_of(*deal.meta);
  return form;
}

std::string gate_json(const GateReport& report) {
  Json deals = Json::array();
  for (const gate::DealVerdict& deal : report.deals) deals.push_back(deal_form(deal));
  Json document = {
      {"schema", "socrates.gate/1"},
      {"verdict", gate::id_of(report.verdict)},
      {"strict", report.strictness == gate::Strictness::conditions_fail},
      {"exit", report.exit},
      {"today", base::to_text(report.today)},
      {"deals", std::move(deals)},
      {"policy", report.thresholds},
      {"rules", {{"acceptance", origin_form(report.acceptance)}, {"selection", origin_form(report.selection)}}}};
  add_about(report.about, document);
  document["sources"] = named_sources(document, report.acceptance.sources);
  return written(document, Layout::indented);
}

std::string gate_summary_json(const GateReport& report, const gate::Summary& summary) {
  Json verdicts = Json::object();
  for (const gate::Verdict verdict :
       {gate::Verdict::pass, gate::Verdict::pass_with_conditions, gate::Verdict::fail, gate::Verdict::undecided}) {
    const auto found = summary.by_verdict.find(verdict);
    const gate::Tally tally = found == summary.by_verdict.end() ? gate::Tally() : found->second;
    verdicts[std::string(gate::id_of(verdict))] = {{"deals", tally.deals}, {"amount", money_form(tally.money)}};
  }
  Json missing = Json::array();
  for (const gate::Missing& one : summary.missing)
    missing.push_back(
        {{"check", one.check}, {"title", one.title}, {"failed", one.failed}, {"undecided", one.undecided}});
  Json conditions = Json::array();
  for (const gate::Condition& one : summary.conditions)
    conditions.push_back(
        {{"check", one.check}, {"title", one.title}, {"deals", one.deals}, {"amount", money_form(one.money)}});
  Json steps = Json::array();
  for (const gate::Unlocked& one : summary.unlocked)
    steps.push_back({{"step", one.step.id},
                     {"do", one.step.what},
                     {"by", date_or_null(one.step.by)},
                     {"deals", one.deals},
                     {"amount", money_form(one.money)}});
  Json document = {
      {"schema", "socrates.gate_summary/1"},
      {"verdict", gate::id_of(report.verdict)},
      {"strict", report.strictness == gate::Strictness::conditions_fail},
      {"exit", report.exit},
      {"today", base::to_text(report.today)},
      {"verdicts", std::move(verdicts)},
      {"missing", std::move(missing)},
      {"conditions", std::move(conditions)},
      {"steps", std::move(steps)},
      {"policy", report.thresholds},
      {"rules", {{"acceptance", origin_form(report.acceptance)}, {"selection", origin_form(report.selection)}}}};
  if (report.not_judged) document["not_judged"] = *report.not_judged;
  return written(document, Layout::indented);
}

}  // namespace socrates::render
