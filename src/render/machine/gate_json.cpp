// SPDX-License-Identifier: Apache-2.0
#include <functional>
#include <set>
#include <string>
#include <string_view>

#include "render/machine/gate_json.hpp"
#include "render/sentence.hpp"
#include "socrates/render/gate.hpp"

namespace socrates::render {
namespace {

std::string date_text(const std::optional<base::Date>& date) { return date ? base::to_text(*date) : std::string(); }

/// What its rules say, or else what is not known.
std::string because_text(const gate::Check& check) {
  if (check.because.empty() && !check.unknown.empty()) return "not known: " + joined(check.unknown, " ");
  std::string reason;
  for (const gate::Because& because : check.because) {
    if (&because != &check.because.front()) reason += "; ";
    reason += because.text;
  }
  return reason;
}

void write_check(const gate::Check& check, JsonWriter& to) {
  to.object([&] {
    to.name("check").text(check.id);
    to.name("title").text(check.title);
    to.name("verdict").text(gate::id_of(check.verdict));
    to.name("because").text(because_text(check));
    to.name("figures").texts(check.figures);
    to.name("unknown").texts(check.unknown);
    to.name("report").text_or_null(check.report);
    to.name("rules").list([&] {
      for (const gate::Because& because : check.because) to.element().text(because.rule);
    });
    to.name("sources").list([&] {
      for (const gate::Because& because : check.because)
        for (const std::string& source : because.sources) to.element().text(source);
    });
    if (!check.waived_by.empty()) to.name("waived_by").text(check.waived_by);
  });
}

void write_action(const gate::Action& action, JsonWriter& to) {
  to.object([&] {
    to.name("check").text(action.check);
    to.name("who").text(action.who);
    to.name("do").text(action.what);
  });
}

void write_other(const gate::Other& other, JsonWriter& to) {
  to.object([&] {
    to.name("report").text(other.report);
    to.name("because").text(other.why);
  });
}

void write_requirement(const gate::RequirementVerdict& requirement, JsonWriter& to) {
  to.object([&] {
    to.name("id").text(requirement.id);
    to.name("asked").text(requirement.asked);
    to.name("weight").text(requirement.weight == gate::Weight::required ? "required" : "recommended");
    to.name("verdict").text(gate::id_of(requirement.verdict));
    to.name("met_by").texts(requirement.met_by);
    to.name("nearest").texts(requirement.nearest);
    to.name("checks").list_of(requirement.checks, write_check);
    to.name("actions").list_of(requirement.actions, write_action);
    to.name("earliest").text_or_null(date_text(requirement.earliest));
    to.name("earliest_by").text_or_null(requirement.earliest_by);
    to.name("interim").texts(requirement.interim);
    to.name("replies").texts(requirement.replies);
    to.name("others").list_of(requirement.others, write_other);
    if (!requirement.alternatives.empty()) to.name("alternatives").list_of(requirement.alternatives, write_requirement);
  });
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

void write_waiver(const gate::WaiverUse& waiver, JsonWriter& to) {
  to.object([&] {
    to.name("check").text(waiver.check);
    to.name("requirement").text_or_null(waiver.requirement);
    to.name("approver").text(waiver.approver);
    to.name("reason").text(waiver.reason);
    to.name("expiry").text(base::to_text(waiver.expiry));
    to.name("state").text(id_of_state(waiver.state));
  });
}

void write_deal(const gate::DealVerdict& deal, JsonWriter& to) {
  to.object([&] { add_members(deal, to); });
}

void collect_cited(const gate::RequirementVerdict& requirement, std::set<std::string, std::less<>>& sources) {
  for (const gate::Check& check : requirement.checks)
    for (const gate::Because& because : check.because) sources.insert(because.sources.begin(), because.sources.end());
  for (const gate::RequirementVerdict& alternative : requirement.alternatives) collect_cited(alternative, sources);
}

/// The sources that the deals cite.
Json cited_sources(const GateReport& report) {
  std::set<std::string, std::less<>> cited;
  for (const gate::DealVerdict& deal : report.deals)
    for (const gate::RequirementVerdict& requirement : deal.requirements) collect_cited(requirement, cited);
  return sources_form(cited, report.acceptance.sources);
}

}  // namespace

void add_members(const gate::DealVerdict& deal, JsonWriter& to) {
  to.name("id").text(deal.id);
  to.name("customer").text_or_null(deal.customer);
  to.name("verdict").text(gate::id_of(deal.verdict));
  to.name("decision_date").text_or_null(deal.decision_date_is_unknown ? "" : base::to_text(deal.decision_date));
  to.name("decision_date_is_today").yes_or_no(deal.decision_date_is_today);
  to.name("requirements").list_of(deal.requirements, write_requirement);
  to.name("waivers").list_of(deal.waivers, write_waiver);
  if (!deal.notices.empty()) to.name("notices").texts(deal.notices);
  if (deal.meta) to.name("meta").value(json_of(*deal.meta));
}

std::string gate_json(const GateReport& report) {
  std::string text;
  JsonWriter to(Layout::indented, text);
  to.object([&] {
    to.name("schema").text("socrates.gate/1");
    to.name("verdict").text(gate::id_of(report.verdict));
    to.name("strict").yes_or_no(report.strictness == gate::Strictness::conditions_fail);
    to.name("exit").value(report.exit);
    to.name("today").text(base::to_text(report.today));
    to.name("deals").list_of(report.deals, write_deal);
    to.name("policy").value(report.thresholds);
    to.name("rules").value(
        {{"acceptance", origin_form(report.acceptance)}, {"selection", origin_form(report.selection)}});
    add_about(report.about, to);
    to.name("sources").value(cited_sources(report));
  });
  return text + '\n';
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
                     {"by", one.step.by ? Json(base::to_text(*one.step.by)) : Json()},
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
