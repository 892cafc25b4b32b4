// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string_view>

#include "render/decision_words.hpp"
#include "render/machine/json_form.hpp"
#include "render/plan_words.hpp"
#include "render/readiness_words.hpp"
#include "socrates/model/answer_words.hpp"
#include "socrates/render/readiness.hpp"

namespace socrates::render {
namespace {

using readiness::Certainty;

std::string_view word_of(Certainty certainty) {
  switch (certainty) {
    case Certainty::out:
      return "no";
    case Certainty::open:
      return "open";
    case Certainty::sure:
      return "yes";
  }
  return {};
}

std::string_view word_of(readiness::TargetState state) {
  switch (state) {
    case readiness::TargetState::covered:
      return "covered";
    case readiness::TargetState::partly:
      return "partly";
    case readiness::TargetState::nothing:
      return "nothing";
    case readiness::TargetState::not_known:
      return "not_known";
    case readiness::TargetState::not_applicable:
      return "not_applicable";
  }
  return {};
}

std::string_view word_of(readiness::Footing footing) {
  switch (footing) {
    case readiness::Footing::operating:
      return "yes";
    case readiness::Footing::none:
      return "no";
    case readiness::Footing::not_known:
      return "not_known";
    case readiness::Footing::not_applicable:
      return "not_applicable";
  }
  return {};
}

std::string_view word_of(readiness::OccurrenceState state) {
  switch (state) {
    case readiness::OccurrenceState::seen:
      return "seen";
    case readiness::OccurrenceState::due:
      return "due";
    case readiness::OccurrenceState::missed:
      return "missed";
    case readiness::OccurrenceState::not_known:
      return "not_known";
  }
  return {};
}

std::string_view word_of(readiness::Answer answer) {
  switch (answer) {
    case readiness::Answer::no:
      return "fail";
    case readiness::Answer::cannot_tell:
      return "undecided";
    case readiness::Answer::yes:
      return "pass";
  }
  return {};
}

/// The id of a status; null where nothing is known.
Json status_form(model::ControlStatus status) {
  return status == model::ControlStatus::unknown ? Json() : Json(model::id_of(status));
}

Json percent_form(const std::optional<int>& percent) { return percent ? Json(*percent) : Json(); }

Json weeks_form(const model::Weeks& weeks) {
  return {{"least", weeks.least}, {"likely", weeks.likely}, {"most", weeks.most}};
}

Json coverage_form(const readiness::Coverage& coverage) {
  const readiness::StatusCounts& counts = coverage.counts;
  return {{"percent", percent_form(readiness::percent(coverage))},
          {"percent_if_unknown_in_place", percent_form(readiness::percent_if_unknown_in_place(coverage))},
          {"controls",
           {{"in_place", counts.in_place},
            {"partial", counts.partial},
            {"designed", counts.designed},
            {"missing", counts.missing},
            {"not_known", counts.unknown},
            {"not_applicable", counts.not_applicable}}}};
}

class ReadinessJsonWriter {
 public:
  explicit ReadinessJsonWriter(const ReadinessReport& report) : report_(report) {}

  Json document() {
    const readiness::Readiness& readiness = report_.readiness;
    const model::RuleSet& selection = report_.recommendation.rules;
    Json result = {{"schema", "socrates.readiness/1"},
                   {"status", readiness::is_settled(readiness.scope) ? "decided" : "undecided"},
                   {"summary", summary(report_)},
                   {"today", base::to_text(report_.recommendation.today)},
                   {"verdict", report_.demand.verdict ? Json(word_of(*report_.demand.verdict)) : Json()},
                   {"min_percent", percent_form(report_.demand.min_percent)},
                   {"ready_for", report_.demand.ready_for ? Json(*report_.demand.ready_for) : Json()}};
    add_about(report_.recommendation.about, result);
    result["open_questions"] = open_questions();
    result["reports"] = Json::array();
    for (std::size_t i = 0; i < readiness.reports.size(); ++i)
      result["reports"].push_back(report_form(readiness.reports[i], report_.verdicts[i]));
    result["gaps"] = Json::array();
    for (const readiness::Gap& gap : readiness.gaps) result["gaps"].push_back(gap_form(gap));
    result["work"] = work_form(readiness.work);
    result["shared"] = {{"controls", readiness.shared.controls}, {"work", work_form(readiness.shared.work)}};
    result["left_out"] = Json::array();
    for (const std::size_t control : readiness.left_out)
      result["left_out"].push_back({{"control", id(control)}, {"reason", report_.controls[control].reason}});
    result["findings"] = findings_form();
    result["proposed"] = Json::array();
    for (const std::size_t control : proposals(report_))
      result["proposed"].push_back(
          {{"control", id(control)}, {"status", model::id_of(*report_.controls[control].proposed)}});
    result["stale"] = ids(readiness.stale);
    result["not_dated"] = ids(readiness.not_dated);
    result["without_days"] = readiness.without_days;
    result["operation"] = operation_form();
    result["controls"] = controls_form();
    result["changes"] = report_.changes ? changes_form(*report_.changes) : Json();
    result["rules"] = origin_form(selection);
    result["readiness_rules"] = origin_form(report_.rules);
    const model::ControlCatalogue& catalogue = report_.catalogue.controls;
    result["catalogue"] = origin_form(catalogue);
    return result;
  }

 private:
  /// What findings of scanners say of the answers; null where none were given.
  [[nodiscard]] Json findings_form() const {
    if (!report_.findings) return {};
    const FindingsReport& report = *report_.findings;
    const auto counts = [](const model::CheckResult& result) {
      return Json{{"check", result.check},   {"scanner", result.scanner.empty() ? Json() : Json(result.scanner)},
                  {"failed", result.failed}, {"muted", result.muted},
                  {"passed", result.passed}, {"other", result.other}};
    };
    Json controls = Json::array();
    for (const readiness::FailuresOnControl& on : report.confrontation.controls) {
      Json checks = Json::array();
      for (const readiness::FailedCheck& failure : on.checks) {
        Json check = counts(report.findings[failure.result]);
        check["because"] = report.checks.checks[failure.check].because;
        check["resources"] = report.findings[failure.result].resources;
        checks.push_back(std::move(check));
      }
      const bool is_known = on.answered != model::ControlStatus::unknown;
      controls.push_back({{"control", id(on.control)},
                          {"answered", is_known ? Json(model::id_of(on.answered)) : Json()},
                          {"contradicts", on.contradict},
                          {"checks", std::move(checks)}});
    }
    const auto listed_counts = [&](const std::vector<std::size_t>& results) {
      Json list = Json::array();
      for (const std::size_t f : results) list.push_back(counts(report.findings[f]));
      return list;
    };
    return {{"controls", std::move(controls)},
            {"muted", listed_counts(report.confrontation.muted)},
            {"unknown", listed_counts(report.confrontation.unknown)},
            {"checks", origin_form(report.checks)}};
  }

  /// What is said of all controls together, against what is said of each.
  [[nodiscard]] Json operation_form() const {
    if (!report_.operation) return {};
    const plan::Operation& said = *report_.operation;
    const std::string text = text_for_readiness(said);
    return {{"months", said.months},
            {"not_said", said.not_said},
            {"missing", said.missing},
            {"later", said.later},
            {"latest", said.latest ? Json(base::to_text(*said.latest)) : Json()},
            {"undated", said.undated},
            {"text", text.empty() ? Json() : Json(text)}};
  }

  [[nodiscard]] const std::string& id(std::size_t control) const {
    return report_.catalogue.controls.controls[control].id;
  }

  [[nodiscard]] Json ids(const std::vector<std::size_t>& controls) const {
    Json list = Json::array();
    for (const std::size_t control : controls) list.push_back(id(control));
    return list;
  }

  [[nodiscard]] Json open_questions() const {
    Json list = Json::array();
    for (const std::size_t question : report_.readiness.scope.open_questions)
      list.push_back(report_.recommendation.rules.questions[question].id);
    return list;
  }

  [[nodiscard]] Json sources(const std::vector<std::size_t>& indices) const {
    Json list = Json::array();
    for (const std::size_t source : indices) list.push_back(report_.rules.sources[source].id);
    return list;
  }

  [[nodiscard]] Json blockers_form(const readiness::Blockers& blockers) const {
    return {{"open", ids(blockers.open)}, {"possible", ids(blockers.possible)}};
  }

  [[nodiscard]] Json verdicts_form(const readiness::Verdict& verdict) const {
    Json result = Json::object();
    for (std::size_t d = 0; d < report_.rules.decisions.size(); ++d) {
      const model::Decision& decision = report_.rules.decisions[d];
      const engine::DecisionOutcome& outcome = verdict.outcome.decisions[d];
      Json because = Json::array();
      for (const engine::Reason& reason : outcome.because) {
        const model::Rule& rule = decision.rules[reason.rule];
        because.push_back({{"rule", rule.id},
                           {"text", filled(rule.because, report_.rules, verdict.facts)},
                           {"sources", sources(rule.sources)}});
      }
      result[decision.id] = {
          {"value", outcome.possible.size() == 1 ? Json(decision.values[outcome.possible.front()].id) : Json()},
          {"because", std::move(because)}};
    }
    return result;
  }

  [[nodiscard]] Json notes_form(const readiness::Verdict& verdict) const {
    Json list = Json::array();
    for (const std::size_t note : verdict.outcome.notes) {
      const model::Note& said = report_.rules.notes[note];
      list.push_back({{"rule", said.id},
                      {"text", filled(said.text, report_.rules, verdict.facts)},
                      {"sources", sources(said.sources)}});
    }
    return list;
  }

  [[nodiscard]] Json part_form(const readiness::Part& part) const {
    Json targets = Json::array();
    for (const readiness::Target& target : part.targets)
      targets.push_back({{"id", target.id},
                         {"label", target.label},
                         {"state", word_of(target.state)},
                         {"operating", word_of(target.footing)},
                         {"coverage", coverage_form(target.coverage)},
                         {"controls", ids(target.controls)}});
    return {{"id", part.id},
            {"title", part.title},
            {"in_scope", word_of(part.certainty)},
            {"coverage", coverage_form(part.coverage)},
            {"targets", std::move(targets)},
            {"controls", ids(part.controls)}};
  }

  [[nodiscard]] Json report_form(const readiness::ReportReadiness& report, const readiness::Verdict& verdict) const {
    const auto level = find_view(report_.recommendation, model::id_of(report.examination));
    const auto type =
        find_view(report_.recommendation, report.examination == model::Examination::soc1 ? "soc1_type" : "soc2_type");
    Json parts = Json::array();
    for (const readiness::Part& part : report.parts) parts.push_back(part_form(part));
    return {{"report", model::id_of(report.examination)},
            {"in_scope", word_of(report.certainty)},
            {"level", level ? value_of(*level) : Json()},
            {"type", type ? value_of(*type) : Json()},
            {"coverage", coverage_form(report.coverage)},
            {"at_least_percent", report.bounds.least},
            {"at_most_percent", report.bounds.most},
            {"blockers",
             {{"type_1", blockers_form(report.type_1)}, {"type_2_window", blockers_form(report.type_2_window)}}},
            {"without_control", {{"open", report.without.open}, {"possible", report.without.possible}}},
            {"due_in_period", ids(report.due)},
            {"weeks_to_type_1", weeks_form(report.weeks_to_type_1)},
            {"window", window_form(report.window)},
            {"period", report.over ? period_form(*report.over) : Json()},
            {"verdicts", verdicts_form(verdict)},
            {"notes", notes_form(verdict)},
            {"parts", std::move(parts)}};
  }

  static Json value_of(const DecisionView& view) {
    return is_settled(view) && !view.outcome->possible.empty()
               ? Json(view.decision->values[view.outcome->possible.front()].id)
               : Json();
  }

  static Json window_form(const readiness::Window& window) {
    return {{"can_start", window.since ? Json(base::to_text(*window.since)) : Json()},
            {"undated_controls", window.undated},
            {"months_operated", window.months_operated},
            {"weeks", weeks_form(window.weeks)}};
  }

  [[nodiscard]] Json period_form(const readiness::OverPeriod& over) const {
    Json list = Json::array();
    for (const readiness::ControlOverPeriod& one : over.controls) {
      Json occurrences = Json::array();
      for (const readiness::Occurrence& occurrence : one.occurrences)
        occurrences.push_back({{"from", base::to_text(occurrence.window.from)},
                               {"to", base::to_text(occurrence.window.to)},
                               {"state", word_of(occurrence.state)},
                               {"on", date_form(occurrence.on)}});
      const model::Control& control = report_.catalogue.controls.controls[one.control];
      list.push_back({{"control", control.id},
                      {"frequency", model::Ids<model::Frequency>::all[static_cast<std::size_t>(control.frequency)]},
                      {"kind", model::id_of(one.kind)},
                      {"occurrences", std::move(occurrences)},
                      {"late", date_form(one.late)},
                      {"undated", one.is_undated},
                      {"events", one.events ? Json(*one.events) : Json()}});
    }
    return {{"from", base::to_text(over.period.from)},
            {"to", base::to_text(over.period.to)},
            {"missed", over.missed},
            {"not_known", over.not_known},
            {"controls", std::move(list)}};
  }

  static Json date_form(const std::optional<base::Date>& date) { return date ? Json(base::to_text(*date)) : Json(); }

  static Json work_form(const readiness::Work& work) {
    return {{"gaps", work.gaps}, {"weeks_one_after_another", weeks_form(work.weeks)}};
  }

  [[nodiscard]] Json gap_form(const readiness::Gap& gap) const {
    const model::Control& control = report_.catalogue.controls.controls[gap.index];
    Json reports = Json::array();
    for (const model::Examination examination : gap.serves) reports.push_back(model::id_of(examination));
    return {{"control", gap.control},
            {"title", gap.title},
            {"status", status_form(gap.status)},
            {"stale", gap.is_stale},
            {"blocks", model::id_of(gap.blocks)},
            {"weeks", weeks_form(gap.weeks)},
            {"depends_on", gap.depends_on},
            {"owner", gap.owner},
            {"reports", std::move(reports)},
            {"categories", gap.categories},
            {"criteria", gap.criteria},
            {"objectives", gap.objectives},
            {"nothing_in_place_for", gap.first_for},
            {"why", control.why},
            {"evidence", control.evidence},
            {"evidence_over_period", evidence_over_period(control)},
            {"small_company", control.small_company.empty() ? Json() : Json(control.small_company)}};
  }

  /// Every control in scope, so that the document can be checked without the catalogue.
  [[nodiscard]] Json controls_form() const {
    Json result = Json::object();
    const model::ControlCatalogue& catalogue = report_.catalogue.controls;
    for (std::size_t i = 0; i < catalogue.controls.size(); ++i) {
      const readiness::ByExamination& scope = report_.readiness.scope.controls[i];
      if (readiness::certainty_of(scope) == Certainty::out) continue;
      const model::ControlAnswer& answer = report_.controls[i];
      result[id(i)] = {{"status", status_form(answer.status)},
                       {"since", date_form(answer.since)},
                       {"performed", days_form(answer.performed)},
                       {"last", date_form(answer.last)},
                       {"reason", answer.reason.empty() ? Json() : Json(answer.reason)},
                       {"soc1", word_of(scope[readiness::index_of(model::Examination::soc1)])},
                       {"soc2", word_of(scope[readiness::index_of(model::Examination::soc2)])},
                       {"weight", catalogue.controls[i].weight},
                       {"blocks", model::id_of(catalogue.controls[i].blocks)}};
    }
    return result;
  }

  static Json days_form(const std::optional<std::vector<base::Date>>& days) {
    if (!days) return {};
    Json list = Json::array();
    for (const base::Date day : *days) list.push_back(base::to_text(day));
    return list;
  }

  [[nodiscard]] Json moves_form(const std::vector<readiness::Move>& moves) const {
    Json list = Json::array();
    for (const readiness::Move& move : moves)
      list.push_back({{"control", id(move.control)}, {"from", status_form(move.from)}, {"to", status_form(move.to)}});
    return list;
  }

  [[nodiscard]] Json changes_form(const readiness::Changes& changes) const {
    Json reports = Json::array();
    for (const readiness::ReportChange& change : changes.reports)
      reports.push_back({{"report", model::id_of(change.examination)},
                         {"percent_before", percent_form(change.before)},
                         {"percent_after", percent_form(change.after)},
                         {"blockers_closed", ids(change.closed)},
                         {"blockers_opened", ids(change.opened)}});
    return {{"reports", std::move(reports)},
            {"better", moves_form(changes.better)},
            {"worse", moves_form(changes.worse)},
            {"other", moves_form(changes.other)}};
  }

  const ReadinessReport& report_;
};

}  // namespace

std::string readiness_json(const ReadinessReport& report) {
  Json document = ReadinessJsonWriter(report).document();
  document["sources"] = named_sources(document, report.rules.sources);
  return written(document, Layout::indented);
}

}  // namespace socrates::render
