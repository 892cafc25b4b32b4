// SPDX-License-Identifier: Apache-2.0
#include "cli/readiness.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>
#include <vector>

#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/findings.hpp"
#include "cli/forms.hpp"
#include "cli/pager.hpp"
#include "cli/plan.hpp"
#include "cli/rule_candidates.hpp"
#include "cli/show_answers.hpp"
#include "cli/stale_months.hpp"
#include "socrates/base/suggest.hpp"
#include "socrates/readiness/assessment.hpp"
#include "socrates/readiness/requests.hpp"
#include "socrates/readiness/verdict.hpp"
#include "socrates/render/plan.hpp"
#include "socrates/render/requests.hpp"

namespace socrates::cli {
namespace {

using readiness::Answer;
using render::ReadinessDemand;

constexpr std::string_view type_1 = "type_1";
constexpr std::string_view type_2 = "type_2";
constexpr std::string_view steps[] = {type_1, type_2};
constexpr std::string_view sheet_form = "csv";
constexpr std::string_view templates[] = {sheet_form};

constexpr Form<render::ReadinessReport> other_forms_of_readiness[] = {
    {sheet_form, render::readiness_csv}, {"jira", render::readiness_jira}, {"linear", render::readiness_linear}};
constexpr Forms<render::ReadinessReport> readiness_forms{render::readiness_document, render::readiness_json,
                                                         other_forms_of_readiness};

/// What the auditor will ask for, in place of how far the controls are.
constexpr Form<render::RequestReport> forms_of_requests[] = {
    {"requests", render::requests_csv}, {"requests-markdown", [](const render::RequestReport& report) {
                                           return render::markdown_of(render::requests_document(report));
                                         }}};
constexpr Forms<render::RequestReport> request_forms{nullptr, nullptr, forms_of_requests};

constexpr Argument min_option{"--min", "PERCENT", "Succeed only if every report in scope reaches this coverage"};
constexpr Argument ready_for_option{"--ready-for", "STEP", "Succeed only if nothing holds up this step: type_1, type_2",
                                    Times::once, one_of<steps>};
constexpr Argument period_option{"--period", "FROM/TO",
                                 "Examine the period between these two days, control by control"};
constexpr Argument since_option{"--since", "OLD_ANSWERS", "Compare with an earlier answers file"};
constexpr Argument sheet_template_option{"--template", "csv", "Write the sheet to fill in, instead of the result",
                                         Times::once, one_of<templates>};

/// What the options ask of the readiness; problems where they ask for something that there is not.
ReadinessDemand read_demand(const Given& given, base::Diagnostics& problems) {
  ReadinessDemand demand;
  demand.min_percent = number_of(given, min_option, 0, 100);
  if (!demand.min_percent && is_given(given, min_option))
    add_usage_problem(problems, fmt::format("option '--min' takes a percentage, not '{}'", value_of(given, min_option)),
                      "write a whole number from 0 to 100");
  if (!is_given(given, ready_for_option)) return demand;
  demand.ready_for = value_of(given, ready_for_option);
  if (*demand.ready_for != type_1 && *demand.ready_for != type_2)
    add_usage_problem(problems, fmt::format("option '--ready-for' cannot be '{}'", *demand.ready_for),
                      base::suggestion(*demand.ready_for, {std::begin(steps), std::end(steps)}));
  return demand;
}

constexpr int longest_window = 24;
constexpr int longest_period = 120;

/// Two days with a stroke between them, the second not before the first.
std::optional<readiness::Period> days_of(const std::string& text) {
  const std::size_t stroke = text.find('/');
  if (stroke == std::string::npos) return std::nullopt;
  const auto from = base::parse_date(text.substr(0, stroke));
  const auto to = base::parse_date(text.substr(stroke + 1));
  if (!from || !to || *to < *from || base::whole_months(*from, *to) > longest_period) return std::nullopt;
  return readiness::Period{*from, *to};
}

/// The period to look at; none where none is asked for.
std::optional<readiness::WishedPeriod> read_period(const Given& given, base::Diagnostics& problems) {
  if (is_given(given, window_option) && is_given(given, period_option))
    add_usage_problem(problems, "options '--window' and '--period' both name a period", "give one of them");
  if (is_given(given, window_option)) {
    const std::string text = value_of(given, window_option);
    int months = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), months);
    if (error == std::errc() && end == text.data() + text.size() && months >= 1 && months <= longest_window)
      return months;
    add_usage_problem(
        problems, fmt::format("option '--window' takes a whole number from 1 to {}, not '{}'", longest_window, text));
  }
  if (is_given(given, period_option)) {
    const std::string text = value_of(given, period_option);
    if (const auto period = days_of(text)) return *period;
    add_usage_problem(problems,
                      fmt::format("option '--period' takes the first and the last day of a period, not '{}'", text),
                      fmt::format("write YYYY-MM-DD/YYYY-MM-DD, at most {} months", longest_period));
  }
  return std::nullopt;
}

readiness::Catalogue catalogue_of(const Rules& rules) {
  return {rules.controls(), rules.criteria(), rules.objectives()};
}

readiness::Readiness assess(const Rules& rules, const Answered& answered, base::Date today,
                            const std::optional<readiness::WishedPeriod>& wished = {}) {
  const readiness::Catalogue catalogue = catalogue_of(rules);
  const readiness::Scope scope =
      readiness::scope_of(rules.compiled().rules, answered.answers, answered.outcome, catalogue);
  return readiness::assess(scope, catalogue, answered.controls, today, wished);
}

/// The answer to what was asked, over all reports; none where nothing was.
std::optional<Answer> answer(const ReadinessDemand& demand, const engine::CompiledRules& rules,
                             const readiness::Readiness& readiness, const std::vector<readiness::Verdict>& verdicts) {
  if (!demand.min_percent && !demand.ready_for) return std::nullopt;
  Answer result = Answer::yes;
  for (std::size_t i = 0; i < readiness.reports.size(); ++i) {
    const readiness::ReportReadiness& report = readiness.reports[i];
    if (demand.min_percent) result = readiness::weaker(result, readiness::reaches(report, *demand.min_percent));
    if (demand.ready_for)
      result = readiness::weaker(result, readiness::answer_of(rules, verdicts[i],
                                                              *demand.ready_for == type_1 ? readiness::type_1_decision
                                                                                          : readiness::window_decision,
                                                              report.certainty));
  }
  return result;
}

ExitStatus status_of(const std::optional<Answer>& verdict, const readiness::Scope& scope) {
  if (!verdict) return readiness::is_settled(scope) ? ExitStatus::done : ExitStatus::undecided;
  switch (*verdict) {
    case Answer::yes:
      return ExitStatus::done;
    case Answer::no:
      return ExitStatus::no;
    case Answer::cannot_tell:
      return ExitStatus::undecided;
  }
  return ExitStatus::defect;
}

/// The plan, as a part of the page; none where there is nothing to plan.
std::optional<render::Document> plan_part(const Rules& rules, const std::optional<plan::Plan>& plan,
                                          const model::Engagement& engagement) {
  if (!plan) return std::nullopt;
  return render::plan_document({*plan, engagement, rules.compiled().rules, rules.controls()});
}

/// When the reports are examined, by the plan at its likely pace, as far as it says so.
std::array<readiness::ExaminationDays, 2> days_of(const std::optional<plan::Plan>& plan) {
  std::array<readiness::ExaminationDays, 2> days;
  if (!plan) return days;
  for (const plan::Delivery& delivery : plan->deliveries)
    if (delivery.period)
      days[readiness::index_of(delivery.examination)].period = {delivery.period->from, delivery.period->to};
  const std::string_view fieldwork = model::phase_ids[static_cast<std::size_t>(model::PhaseKind::type_1_fieldwork)];
  for (const plan::Step& step : plan->steps)
    if (step.kind == plan::StepKind::phase && step.report && step.id.ends_with(fieldwork))
      days[readiness::index_of(*step.report)].type_1 = step.first.likely;
  return days;
}

bool is_request_list(const Options& options) {
  return std::any_of(std::begin(forms_of_requests), std::end(forms_of_requests),
                     [&](const auto& form) { return form.name == options.format; });
}

std::string request_list(const Rules& rules, const Answered& answered, const readiness::Readiness& readiness,
                         const std::optional<plan::Plan>& plan, const Options& options) {
  const readiness::RequestList list =
      readiness::requests(readiness, catalogue_of(rules), answered.controls, days_of(plan));
  return written(request_forms, render::RequestReport{rules.controls(), answered.controls, list, options.today},
                 options);
}

/// Readiness with everything that its report refers to.
struct Assessed {
  readiness::Readiness readiness;
  std::vector<readiness::Verdict> verdicts;
};

Assessed assess_and_judge(const Rules& rules, const engine::CompiledRules& verdict_rules, const Answered& answered,
                          base::Date today, const std::optional<readiness::WishedPeriod>& wished = {}) {
  Assessed result{assess(rules, answered, today, wished), {}};
  for (const readiness::ReportReadiness& report : result.readiness.reports)
    result.verdicts.push_back(readiness::judge(verdict_rules, report, result.readiness.left_out.size()));
  return result;
}

render::ReadinessReport report_of(const Rules& rules, const engine::CompiledRules& verdict_rules,
                                  const Answered& answered, const Assessed& assessed, base::Date today) {
  return {
      {rules.compiled().rules, answered.answers, answered.outcome, rules.criteria(), today, nullptr, answered.about},
      catalogue_of(rules),
      answered.controls,
      assessed.readiness,
      verdict_rules.rules,
      assessed.verdicts,
      {},
      {},
      {},
      plan::operation_of(rules.compiled().rules, answered.answers, rules.controls(), answered.controls,
                         assessed.readiness, today)};
}

/// Warns of months that have slid, and of what is set aside without a reason.
std::vector<std::string> notes_on(const Rules& rules, const Answered& answered, const readiness::Readiness& readiness,
                                  base::Date today) {
  std::vector<std::string> notes = remarks_on_stale_months(rules, answered, today);
  std::string ids;
  for (const std::size_t control : readiness.left_out)
    if (answered.controls[control].reason.empty())
      ids += (ids.empty() ? "" : ", ") + rules.controls().controls[control].id;
  if (!ids.empty()) notes.push_back("not applicable without a reason: " + ids);
  return notes;
}

std::vector<std::string_view> all_forms_of_readiness() {
  std::vector<std::string_view> forms = names_of(readiness_forms);
  for (const auto& form : forms_of_requests) forms.push_back(form.name);
  return forms;
}

std::vector<std::string_view> forms_of_what_is_given(const Given& given) {
  return is_given(given, show_answers_option) ? names_of(forms_of_answers()) : all_forms_of_readiness();
}

/// The answers as they were read, in place of what they come to.
std::optional<Result> shown_answers(const Given& given, const Options& options, base::Diagnostics& problems) {
  const std::vector<std::string_view> forms = names_of(forms_of_answers());
  if (std::find(forms.begin(), forms.end(), options.format) == forms.end()) {
    add_usage_problem(problems, fmt::format("there is no {} with {}", options.format, show_answers_option.name),
                      "one of " + list_of(forms));
    return std::nullopt;
  }
  const std::optional<Rules> rules = read_rules(options.rules, problems);
  return rules ? show_answers(answers_input(given), *rules, options, problems) : std::nullopt;
}

std::optional<Result> run_readiness(const Given& given, const Options& options, base::Diagnostics& problems) {
  static_cast<void>(has_answers(given, problems));
  const std::string sheet = value_of(given, sheet_template_option);
  if (is_given(given, sheet_template_option) && sheet != sheet_form)
    add_usage_problem(problems, fmt::format("option '--template' cannot be '{}'", sheet), "write --template csv");
  ReadinessDemand demand = read_demand(given, problems);
  const std::optional<readiness::WishedPeriod> wished = read_period(given, problems);
  if (!problems.empty()) return std::nullopt;
  const std::string old_file = value_of(given, since_option);

  if (is_given(given, show_answers_option)) return shown_answers(given, options, problems);
  const std::optional<Rules> rules = read_rules(options.rules, problems);
  const SharedRules verdict_rules = read_readiness_rules(options.rules, problems);
  if (!rules || !verdict_rules) return std::nullopt;
  std::optional<Answered> answered = read_answers(answers_input(given), *rules, options.today, problems);
  const std::optional<Answered> old =
      old_file.empty() ? std::nullopt : read_answers(old_file, {}, *rules, options.today, problems);
  if (!answered || (!old_file.empty() && !old)) return std::nullopt;

  std::optional<render::FindingsReport> findings;
  if (!take_findings(values_of(given, findings_option), *rules, options.rules, answered->controls, findings, problems))
    return std::nullopt;

  const Assessed assessed = assess_and_judge(*rules, *verdict_rules, *answered, options.today, wished);
  render::ReadinessReport report = report_of(*rules, *verdict_rules, *answered, assessed, options.today);
  report.findings = std::move(findings);
  if (!sheet.empty()) return Result{ExitStatus::done, render::readiness_sheet(report), {}};
  demand.verdict = answer(demand, *verdict_rules, assessed.readiness, assessed.verdicts);
  report.demand = demand;
  if (old)
    report.changes =
        readiness::changes(assess(*rules, *old, options.today), old->controls, assessed.readiness, answered->controls);
  std::optional<plan::Plan> plan;
  if (options.format == page_form || is_request_list(options)) {
    const std::optional<model::Engagement> engagement = read_engagement(options.rules, problems);
    if (!engagement) return std::nullopt;
    plan = plan_for(*rules, *answered, *engagement, {}, options.today);
    if (options.format == page_form) report.plan = plan_part(*rules, plan, *engagement);
  }
  Result result{status_of(demand.verdict, assessed.readiness.scope),
                is_request_list(options) ? request_list(*rules, *answered, assessed.readiness, plan, options)
                                         : written(readiness_forms, report, options),
                notes_on(*rules, *answered, assessed.readiness, options.today)};
  const bool is_sheet = options.format == sheet_form || options.format == forms_of_requests[0].name;
  if (is_sheet && assessed.readiness.reports.empty())  // a sheet has no place for it
    result.notes.emplace_back("neither a SOC 1 nor a SOC 2 is recommended, so there is nothing to be ready for");
  return result;
}

}  // namespace

std::optional<render::Document> readiness_document(const Rules& rules, const Answered& answered, const Options& options,
                                                   base::Diagnostics& problems) {
  const SharedRules verdict_rules = read_readiness_rules(options.rules, problems);
  if (!verdict_rules) return std::nullopt;
  const Assessed assessed = assess_and_judge(rules, *verdict_rules, answered, options.today);
  return render::readiness_document(report_of(rules, *verdict_rules, answered, assessed, options.today));
}

Result readiness_result(const Rules& rules, const engine::CompiledRules& verdict_rules, const Answered& answered,
                        const Options& options) {
  const Assessed assessed = assess_and_judge(rules, verdict_rules, answered, options.today);
  const render::ReadinessReport report = report_of(rules, verdict_rules, answered, assessed, options.today);
  return {status_of(std::nullopt, assessed.readiness.scope), written(readiness_forms, report, options), {}};
}

Command readiness_command() {
  return {"readiness",
          "Show how ready your controls are, and what to do first",
          all_forms_of_readiness(),
          {answers_argument, min_option, ready_for_option, window_option, period_option, since_option,
           sheet_template_option, setting_option, columns_option, show_answers_option, findings_option, sources_option,
           no_pager_option},
          run_readiness,
          forms_of_what_is_given};
}

}  // namespace socrates::cli
