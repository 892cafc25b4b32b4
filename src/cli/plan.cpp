// SPDX-License-Identifier: Apache-2.0
#include "cli/plan.hpp"

#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/findings.hpp"
#include "cli/forms.hpp"
#include "cli/pager.hpp"
#include "cli/rule_candidates.hpp"
#include "cli/stale_months.hpp"
#include "socrates/base/codes.hpp"
#include "socrates/base/words.hpp"
#include "socrates/builtin/rules.hpp"
#include "socrates/engine/status.hpp"
#include "socrates/loader/engagement_loader.hpp"
#include "socrates/loader/rules_loader.hpp"
#include "socrates/plan/evidence.hpp"
#include "socrates/readiness/assessment.hpp"
#include "socrates/render/plan.hpp"

namespace socrates::cli {
namespace {

constexpr std::string_view calendar_form = "ical";

constexpr Form<render::PlanReport> other_forms_of_plans[] = {{calendar_form, render::plan_calendar}};
constexpr Forms<render::PlanReport> plan_forms{render::plan_document, render::plan_json, other_forms_of_plans};

// Where no report is called for, or where it is open which.
constexpr Form<render::Recommendation> other_forms_of_no_plan[] = {{calendar_form, render::no_plan_calendar}};
constexpr Forms<render::Recommendation> no_plan_forms{render::no_plan_document, render::no_plan_json,
                                                      other_forms_of_no_plan};

constexpr int most_people = 1000;
constexpr int most_window = 24;

/// None where it is not given or, after a report, no number that will do.
std::optional<int> number_up_to(int most, const Given& given, const Argument& option, base::Diagnostics& problems) {
  const std::optional<int> number = number_of(given, option, 1, most);
  if (!number && is_given(given, option))
    add_usage_problem(problems, fmt::format("option '{}' takes a whole number from 1 to {}, not '{}'", option.name,
                                            most, value_of(given, option)));
  return number;
}

ExitStatus status_of(plan::Fit fit) {
  switch (fit) {
    case plan::Fit::no_date:
    case plan::Fit::fits:
      return ExitStatus::done;
    case plan::Fit::only_early:
      return ExitStatus::undecided;
    case plan::Fit::too_late:
      return ExitStatus::no;
  }
  return ExitStatus::defect;
}

Result nothing_to_plan(const Rules& rules, const Answered& answered, const Options& options) {
  const render::Recommendation value{rules.compiled().rules, answered.answers, answered.outcome, rules.criteria(),
                                     options.today,          nullptr,          answered.about};
  const bool is_decided = engine::is_decided(rules.compiled().rules, answered.outcome);
  return {is_decided ? ExitStatus::done : ExitStatus::undecided, written(no_plan_forms, value, options), {}};
}

std::optional<Result> run_plan(const Given& given, const Options& options, base::Diagnostics& problems) {
  const std::vector<std::string> settings = plan_settings(given, problems);
  const plan::Wishes wishes = plan_wishes(given, problems);
  if (!has_answers(given, problems) || !problems.empty()) return std::nullopt;
  const std::optional<Rules> rules = read_rules(options.rules, problems);
  const std::optional<model::Engagement> engagement = read_engagement(options.rules, problems);
  if (!rules || !engagement) return std::nullopt;
  std::optional<Answered> answered = read_answers(
      {values_of(given, answers_argument), value_of(given, columns_option), settings}, *rules, options.today, problems);
  if (!answered || !is_long_enough(wishes, *rules, *answered, problems)) return std::nullopt;
  std::optional<render::FindingsReport> findings;
  if (!take_findings(values_of(given, findings_option), *rules, options.rules, answered->controls, findings, problems))
    return std::nullopt;
  const std::optional<plan::Plan> plan = plan_for(*rules, *answered, *engagement, wishes, options.today);
  if (!plan) return nothing_to_plan(*rules, *answered, options);
  const render::PlanReport report{*plan, *engagement, rules->compiled().rules, rules->controls(), answered->about};
  Result result{status_of(plan->fit), written(plan_forms, report, options),
                remarks_on_stale_months(*rules, *answered, options.today)};
  if (std::string note = note_on_findings(findings, rules->controls()); !note.empty())
    result.notes.push_back(std::move(note));
  return result;
}

}  // namespace

plan::Wishes plan_wishes(const Given& given, base::Diagnostics& problems) {
  plan::Wishes wishes;
  wishes.window = number_up_to(most_window, given, window_option, problems);
  if (const std::optional<int> people = number_up_to(most_people, given, people_option, problems))
    wishes.people = static_cast<std::size_t>(*people);
  for (const std::string& text : values_of(given, year_end_option)) {
    if (const std::optional<base::YearEnd> end = base::parse_year_end(text))
      wishes.year_ends.push_back(*end);
    else
      add_usage_problem(problems, fmt::format("option '--fiscal-year-end' takes a day of the year, not '{}'", text),
                        "write it as MM-DD");
  }
  return wishes;
}

std::vector<std::string> plan_settings(const Given& given, base::Diagnostics& problems) {
  std::vector<std::string> settings = values_of(given, setting_option);
  if (!is_given(given, needed_by_option)) return settings;
  const std::string date = value_of(given, needed_by_option);
  if (base::parse_date(date))
    settings.push_back("needed_by=" + date);
  else
    add_usage_problem(problems, fmt::format("option '--needed-by' takes a day of the calendar, not '{}'", date),
                      "write it as YYYY-MM-DD, in the years 1900 to 2999");
  return settings;
}

bool is_long_enough(const plan::Wishes& wishes, const Rules& rules, const Answered& answered,
                    base::Diagnostics& problems) {
  const std::optional<int> accepted = plan::shortest_accepted(rules.compiled().rules, answered.answers);
  if (!wishes.window || *wishes.window >= accepted.value_or(0)) return true;
  base::Diagnostic diagnostic{};
  diagnostic.code = base::Code::period_too_short;
  diagnostic.message = fmt::format("a period of {} is shorter than the {} that the readers accept",
                                   base::counted(*wishes.window, "month"), base::counted(*accepted, "month"));
  diagnostic.hint = "give --window at least that number, or correct minimum_period_months";
  problems.add(std::move(diagnostic));
  return false;
}

std::optional<plan::Plan> plan_for(const Rules& rules, const Answered& answered, const model::Engagement& engagement,
                                   const plan::Wishes& wishes, base::Date today) {
  const readiness::Catalogue catalogue{rules.controls(), rules.criteria(), rules.objectives()};
  const readiness::Scope scope =
      readiness::scope_of(rules.compiled().rules, answered.answers, answered.outcome, catalogue);
  const readiness::Readiness readiness = readiness::assess(scope, catalogue, answered.controls, today);
  const plan::Situation situation{rules.compiled().rules, answered.answers, answered.outcome, rules.controls(),
                                  answered.controls,      readiness,        engagement};
  const std::optional<plan::Aim> aim = plan::aim_of(situation, wishes, today);
  if (!aim) return std::nullopt;
  plan::Plan plan = plan::make_plan(*aim, engagement);
  plan.evidence = plan::evidence_of(plan, situation);
  return plan;
}

std::optional<render::Document> plan_of_recommendation(const Rules& rules, const Answered& answered,
                                                       const Options& options, base::Diagnostics& problems) {
  const std::optional<model::Engagement> engagement = read_engagement(options.rules, problems);
  if (!engagement) return std::nullopt;
  const std::optional<plan::Plan> plan = plan_for(rules, answered, *engagement, {}, options.today);
  if (!plan) return render::Document{{}, {}, {{{"There is nothing to plan yet."}}}, {}, {}, {}};
  return render::plan_document({*plan, *engagement, rules.compiled().rules, rules.controls()});
}

Command plan_command() {
  return {"plan",
          "Show when you could have the reports, what to do, and what it may cost",
          names_of(plan_forms),
          {answers_argument, setting_option, columns_option, findings_option, needed_by_option, people_option,
           year_end_option, window_option, sources_option, no_pager_option},
          run_plan};
}

}  // namespace socrates::cli
