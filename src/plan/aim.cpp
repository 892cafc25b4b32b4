// SPDX-License-Identifier: Apache-2.0
#include "socrates/plan/aim.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>
#include <variant>

#include "plan/demand_aim.hpp"
#include "socrates/engine/reading.hpp"
#include "socrates/model/contract.hpp"

namespace socrates::plan {
namespace {

using model::ControlStatus;
using model::Examination;

/// Looks for answers to a question that have to be given for a condition to hold, in facts too.
class Search {
 public:
  Search(const model::RuleSet& rules, std::size_t question) : rules_(rules), question_(question) {}

  bool is_asked_by(const model::Condition& condition) {
    if (condition.kind == model::ConditionKind::negation) return false;
    if (condition.kind == model::ConditionKind::question)
      return condition.subject == question_ && condition.test != model::Test::is_empty;
    if (condition.kind == model::ConditionKind::fact)
      return facts_.insert(condition.subject).second && is_asked_by(rules_.facts[condition.subject].when);
    return std::any_of(condition.parts.begin(), condition.parts.end(),
                       [this](const model::Condition& part) { return is_asked_by(part); });
  }

 private:
  const model::RuleSet& rules_;
  std::size_t question_;
  std::set<std::size_t> facts_;  ///< that were looked into
};

/// The day that many months before or after today, or the one that was written in its place.
std::optional<base::Date> day_of(const model::Number* number, base::Date today, int direction) {
  if (number == nullptr) return std::nullopt;
  if (!number->date.empty()) return base::parse_date(number->date);
  return base::add_months(today, direction * number->value);
}

class Reader {
 public:
  Reader(const Situation& situation, base::Date today)
      : situation_(situation), today_(today), reading_(situation.rules, situation.answers, situation.outcome) {}

  std::optional<Aim> read(const Wishes& wishes) {
    Aim aim;
    aim.today = today_;
    for (const readiness::ReportReadiness& report : situation_.readiness.reports) {
      const auto type = reading_.value(report.examination == Examination::soc1 ? "soc1_type" : "soc2_type");
      if (report.certainty != readiness::Certainty::sure || type.empty()) return std::nullopt;
      aim.reports.push_back(report_aim(report, type));
    }
    if (aim.reports.empty()) return std::nullopt;
    const auto& reports = situation_.readiness.reports;
    if (std::any_of(reports.begin(), reports.end(),
                    [this](const auto& report) { return is_awaited(report.examination); }))
      aim.needed_by = needed_by(situation_.rules, situation_.answers, today_);
    aim.soc3 = reading_.is_at_least("soc3", "recommended");
    aim.gaps = gaps();
    aim.auditor = auditor();
    aim.shortest_accepted = shortest_accepted(situation_.rules, situation_.answers);
    aim.window = wishes.window;
    aim.people = wishes.people;
    aim.year_ends = wishes.year_ends;
    aim.operation = operation_of(situation_.rules, situation_.answers, situation_.controls, situation_.control_answers,
                                 situation_.readiness, today_);
    aim.without_days = situation_.readiness.without_days;
    aim.type_1_refused = type_1_refused(aim.shortest_accepted);
    aim.circumstances = circumstances();
    return aim;
  }

  Aim read(const Demand& demand) {
    Aim aim;
    aim.today = today_;
    ReportAim report =
        report_aim(situation_.readiness.reports.at(0), demand.type == ReportType::type_1 ? "type_1" : "type_2");
    report.is_needed = true;
    report.categories = demand.examination == Examination::soc2 ? demand.categories : std::vector<std::string>();
    report.unasked.clear();
    report.held_serves = false;
    aim.reports = {std::move(report)};
    aim.gaps = gaps();
    aim.auditor = auditor();
    aim.shortest_accepted = demand.months;
    aim.circumstances = circumstances();
    if (demand.months) aim.window = std::max(*demand.months, situation_.engagement.periods.shortest);
    return aim;
  }

 private:
  /// Not where the date and the type are about something that is no SOC report, which is then a reason for the type.
  [[nodiscard]] bool is_awaited(Examination examination) const {
    const std::string_view id = examination == Examination::soc1 ? "soc1_type" : "soc2_type";
    const auto decision = model::find_decision(situation_.rules, id);
    if (!decision) return true;
    const std::vector<model::Rule>& rules = situation_.rules.decisions[*decision].rules;
    const std::vector<engine::Reason>& reasons = situation_.outcome.decisions[*decision].because;
    return std::none_of(reasons.begin(), reasons.end(), [&](const engine::Reason& reason) {
      return !reason.one_of && rules[reason.rule].id == std::string(id) + ".another_framework_first";
    });
  }

  /// A criterion or an objective for which nothing operates can qualify any opinion, so the controls for it hold up a
  /// Type 1 and the period, whatever they hold up of themselves.
  [[nodiscard]] std::vector<readiness::Gap> gaps() const {
    std::vector<readiness::Gap> gaps = situation_.readiness.gaps;
    for (readiness::Gap& gap : gaps)
      if (!gap.first_for.empty()) gap.blocks = model::Blocks::type_1;
    return gaps;
  }

  [[nodiscard]] ReportAim report_aim(const readiness::ReportReadiness& readiness, std::string_view type) const {
    const bool is_soc1 = readiness.examination == Examination::soc1;
    ReportAim report;
    report.examination = readiness.examination;
    report.standard = readiness.standard;
    report.type_1 = type == "type_1" || type == "type_1_then_type_2";
    report.type_2 = type != "type_1";
    report.held = held_of(is_soc1);
    report.held_serves =
        report.held && (report.held->type == ReportType::type_2 || is_type_1_enough_meanwhile(is_soc1));
    report.is_first = !report.held || report.held->type == ReportType::type_1;
    report.is_needed = reading_.is_at_least(is_soc1 ? "soc1" : "soc2", "required");
    report.type_1_serves = report.type_1 && (!report.type_2 || reading_.holds("type_1_accepted_meanwhile", "true") ||
                                             reading_.holds("requested_type", "type_1"));
    if (!is_soc1) add_categories(report);
    report.evidence = evidence_of(readiness);
    return report;
  }

  /// An ISAE 3402 report is the SOC 1 of readers abroad; its type is not asked.
  [[nodiscard]] std::optional<Held> held_of(bool is_soc1) const {
    const auto holds = [this](std::string_view report) { return reading_.holds("reports_held", report); };
    if (holds(is_soc1 ? "soc1_type_2" : "soc2_type_2")) return Held{ReportType::type_2, model::Standard::ssae};
    if (is_soc1 && holds("isae_3402")) return Held{ReportType::type_2, model::Standard::isae};
    if (holds(is_soc1 ? "soc1_type_1" : "soc2_type_1")) return Held{ReportType::type_1, model::Standard::ssae};
    return std::nullopt;
  }

  /// As the facts `soc1_type_1_serves` and `soc2_type_1_serves` of the selection rules say of a Type 1 that is held.
  [[nodiscard]] bool is_type_1_enough_meanwhile(bool is_soc1) const {
    if (reading_.holds("type_1_accepted_meanwhile", "true")) return true;
    const auto* const months = reading_.as<model::Number>("minimum_period_months");
    return reading_.holds("requested_type", "type_1") && reading_.holds("test_details_needed", "false") &&
           months != nullptr && months->value == 0 &&
           (!is_soc1 || reading_.chosen("requested_by", "financial_auditors") == model::Chosen::no);
  }

  void add_categories(ReportAim& report) const {
    for (const std::string_view category : model::category_decisions) {
      if (!reading_.may_be_at_least(category, "recommended")) continue;
      report.categories.emplace_back(category);
      if (category != "security" && !reading_.may_be_at_least(category, "required") && !is_promised(category))
        report.unasked.emplace_back(category);
    }
  }

  /// A reason for the category is what customers are promised.
  [[nodiscard]] bool is_promised(std::string_view category) const {
    const auto decision = model::find_decision(situation_.rules, category);
    const auto commitments = model::find_question(situation_.rules, "commitments");
    if (!decision || !commitments) return false;
    const std::vector<model::Rule>& rules = situation_.rules.decisions[*decision].rules;
    const std::vector<engine::Reason>& reasons = situation_.outcome.decisions[*decision].because;
    return std::any_of(reasons.begin(), reasons.end(), [&](const engine::Reason& reason) {
      const model::Rule& rule = rules[reason.rule];
      return !reason.one_of && rule.when && Search(situation_.rules, *commitments).is_asked_by(*rule.when);
    });
  }

  [[nodiscard]] bool type_1_refused(const std::optional<int>& shortest) const {
    return reading_.holds("type_1_accepted_meanwhile", "false") &&
           (reading_.holds("requested_type", "type_2") || reading_.holds("test_details_needed", "true") ||
            shortest.value_or(0) > 0);
  }

  [[nodiscard]] Circumstances circumstances() const {
    const auto* const providers = reading_.as<model::Selection>("depends_on_providers");
    return {reading_.holds("readiness_assessment_done", "true"),
            providers != nullptr && std::find(providers->options.begin(), providers->options.end(),
                                              model::Chosen::yes) != providers->options.end(),
            reading_.holds("customers_are_service_organizations", "true"),
            reading_.holds("regulation_behind", "sec_custody")};
  }

  [[nodiscard]] ControlStatus auditor() const {
    const std::string& id = model::phase(situation_.engagement, model::PhaseKind::auditor_selection).control;
    const auto control = model::find_control(situation_.controls, id);
    return control ? situation_.control_answers[*control].status : ControlStatus::unknown;
  }

  /// What has to operate before the period begins: the controls that block it, and the first for each criterion and
  /// objective. Where it is not said of one since when, the general answer counts, and where there is none, today. The
  /// period does not reach back into a window that is missed; of windows of which nobody says anything it is believed
  /// that the control was performed.
  [[nodiscard]] Evidence evidence_of(const readiness::ReportReadiness& report) const {
    const base::Date general =
        std::min(day_of(reading_.as<model::Number>("controls_operating_months"), today_, -1).value_or(today_), today_);
    std::optional<base::Date> since;
    const std::vector<readiness::Gap>& gaps = situation_.readiness.gaps;
    const bool any_unknown = std::any_of(gaps.begin(), gaps.end(), [&](const readiness::Gap& gap) {
      const bool is_of_report =
          std::find(report.controls.begin(), report.controls.end(), gap.index) != report.controls.end();
      return is_of_report && gap.status == ControlStatus::unknown &&
             (gap.blocks >= model::Blocks::type_2_window || !gap.first_for.empty());
    });
    for (const std::size_t i : report.window.needed) {
      const base::Date from = std::min(situation_.control_answers[i].since.value_or(general), today_);
      since = std::max(since.value_or(from), from);
    }
    const base::Date known = since.value_or(general);
    const base::Date unbroken = readiness::first_unbroken(situation_.controls, situation_.control_answers,
                                                          report.controls, known, today_, readiness::Unsaid::good);
    return {unbroken, any_unknown ? std::max(known, general) : known};
  }

  const Situation& situation_;
  base::Date today_;
  engine::Reading reading_;
};

}  // namespace

std::optional<Aim> aim_of(const Situation& situation, const Wishes& wishes, base::Date today) {
  return Reader(situation, today).read(wishes);
}

Aim aim_of_demand(const Demand& demand, const Situation& situation, base::Date today) {
  return Reader(situation, today).read(demand);
}

/// Over all reports, each control once: those that hold up a step, and those that are, or could be, the first for a
/// criterion or an objective.
std::optional<Operation> operation_of(const model::RuleSet& rules, const model::Answers& answers,
                                      const model::ControlCatalogue& controls,
                                      const model::ControlAnswers& control_answers,
                                      const readiness::Readiness& readiness, base::Date today) {
  const auto question = model::find_question(rules, "controls_operating_months");
  const auto* const months = question ? std::get_if<model::Number>(&answers[*question]) : nullptr;
  if (months == nullptr) return std::nullopt;
  const base::Date general = day_of(months, today, -1).value_or(today);
  Operation operation;
  operation.months = months->value;
  std::set<std::size_t> needed;
  for (const readiness::ReportReadiness& report : readiness.reports) {
    needed.insert(report.window.needed.begin(), report.window.needed.end());
    for (const std::size_t i : report.controls)
      if (controls.controls[i].blocks != model::Blocks::nothing) needed.insert(i);
  }
  for (const readiness::Gap& gap : readiness.gaps)
    if (!gap.first_for.empty()) needed.insert(gap.index);
  for (const std::size_t i : needed) {
    const model::ControlAnswer& answer = control_answers[i];
    if (answer.status == ControlStatus::unknown) ++operation.not_said;
    if (answer.status != ControlStatus::in_place) {
      operation.missing += answer.status != ControlStatus::unknown ? 1U : 0U;
      continue;
    }
    if (!answer.since) ++operation.undated;
    if (!answer.since || *answer.since <= general) continue;
    ++operation.later;
    operation.latest = std::max(operation.latest.value_or(*answer.since), *answer.since);
  }
  return operation;
}

std::optional<base::Date> needed_by(const model::RuleSet& rules, const model::Answers& answers, base::Date today) {
  const auto question = model::find_question(rules, "months_until_needed");
  if (!question) return std::nullopt;
  const auto* const number = std::get_if<model::Number>(&answers[*question]);
  if (number != nullptr && number->date.empty() && number->value >= rules.questions[*question].to) return std::nullopt;
  return day_of(number, today, 1);
}

std::optional<int> shortest_accepted(const model::RuleSet& rules, const model::Answers& answers) {
  const auto q = model::find_question(rules, "minimum_period_months");
  const auto* const number = q ? std::get_if<model::Number>(&answers[*q]) : nullptr;
  return number == nullptr ? std::nullopt : std::optional<int>(number->value);
}

}  // namespace socrates::plan
