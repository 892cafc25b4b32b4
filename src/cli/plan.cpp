// SPDX-License-Identifier: Apache-2.0
#include "cli/plan.hpp"

#include <fmt/format.h>

#include <charconv>
#include <string>
#include <utility>
#include <vector>

#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/rule_candidates.hpp"
#include "socrates/base/codes.hpp"
#include "socrates/builtin/rules.hpp"
#include "socrates/engine/status.hpp"
#include "socrates/loader/engagement_loader.hpp"
#include "socrates/loader/rules_loader.hpp"
#include "socrates/readiness/assessment.hpp"
#include "socrates/render/plan.hpp"

namespace socrates::cli {
namespace {

constexpr int most_people = 1000;
constexpr int most_window = 24;

std::optional<int> number_of(const Given& given, const std::string& option, int most, base::Diagnostics& problems) {
  if (!is_given(given, option)) return std::nullopt;
  const std::string text = value_of(given, option);
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc() && end == text.data() + text.size() && number >= 1 && number <= most) return number;
  add_usage_problem(problems,
                    fmt::format("option '{}' takes a whole number from 1 to {}, not '{}'", option, most, text));
  return std::nullopt;
}

plan::Wishes read_wishes(const Given& given, base::Diagnostics& problems) {
  plan::Wishes wishes;
  wishes.window = number_of(given, "--window", most_window, problems);
  if (const std::optional<int> people = number_of(given, "--people", most_people, problems))
    wishes.people = static_cast<std::size_t>(*people);
  for (const std::string& text : values_of(given, "--fiscal-year-end")) {
    if (const std::optional<base::YearEnd> end = base::parse_year_end(text))
      wishes.year_ends.push_back(*end);
    else
      add_usage_problem(problems, fmt::format("option '--fiscal-year-end' takes a day of the year, not '{}'", text),
                        "write it as MM-DD");
  }
  return wishes;
}

/// `--needed-by` says the same as `--set needed_by=`.
std::vector<std::string> read_settings(const Given& given, base::Diagnostics& problems) {
  std::vector<std::string> settings = values_of(given, "--set");
  if (!is_given(given, "--needed-by")) return settings;
  const std::string date = value_of(given, "--needed-by");
  if (base::parse_date(date))
    settings.push_back("needed_by=" + date);
  else
    add_usage_problem(problems, fmt::format("option '--needed-by' takes a day of the calendar, not '{}'", date),
                      "write it as YYYY-MM-DD, in the years 1900 to 2999");
  return settings;
}

std::string months(int count) { return fmt::format("{} month{}", count, count == 1 ? "" : "s"); }

bool is_long_enough(const plan::Wishes& wishes, const Rules& rules, const Answered& answered,
                    base::Diagnostics& problems) {
  const std::optional<int> accepted = plan::shortest_accepted(rules.compiled().rules, answered.answers);
  if (!wishes.window || *wishes.window >= accepted.value_or(0)) return true;
  base::Diagnostic diagnostic{};
  diagnostic.code = base::Code::period_too_short;
  diagnostic.message = fmt::format("a period of {} is shorter than the {} that the readers accept",
                                   months(*wishes.window), months(*accepted));
  diagnostic.hint = "give --window at least that number, or correct minimum_period_months";
  problems.add(std::move(diagnostic));
  return false;
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

std::string text_of(const render::PlanReport& report, const Options& options) {
  if (options.format == Format::json) return render::plan_json(report);
  if (options.format == Format::ical) return render::plan_calendar(report);
  return written(render::plan_document(report), options.format, color_of_result(options));
}

/// What is said where no report is called for, or where it is open which.
Result nothing_to_plan(const Rules& rules, const Answered& answered, const Options& options) {
  const render::Recommendation value{rules.compiled().rules, answered.answers, answered.outcome, rules.criteria(),
                                     options.today};
  const bool is_decided = engine::is_decided(rules.compiled().rules, answered.outcome);
  Result result{is_decided ? ExitStatus::done : ExitStatus::undecided, {}, {}};
  if (options.format == Format::json)
    result.text = render::no_plan_json(value);
  else if (options.format == Format::ical)
    result.text = render::no_plan_calendar(value);
  else
    result.text = written(render::no_plan_document(value), options.format, color_of_result(options));
  return result;
}

std::optional<Result> run_plan(const Given& given, const Options& options, base::Diagnostics& problems) {
  const std::string file = value_of(given, "ANSWERS");
  const std::vector<std::string> settings = read_settings(given, problems);
  const plan::Wishes wishes = read_wishes(given, problems);
  if (file.empty() && values_of(given, "--set").empty())
    add_usage_problem(problems, "ANSWERS is missing", "name a file, - for standard input, or give answers with --set");
  if (!problems.empty()) return std::nullopt;
  const std::optional<Rules> rules = read_rules(options.rules, problems);
  const std::optional<model::Engagement> engagement = read_engagement(options.rules, problems);
  if (!rules || !engagement) return std::nullopt;
  const std::optional<Answered> answered = read_answers(file, settings, *rules, options.today, problems);
  if (!answered || !is_long_enough(wishes, *rules, *answered, problems)) return std::nullopt;
  const std::optional<plan::Plan> plan = plan_for(*rules, *answered, *engagement, wishes, options.today);
  if (!plan) return nothing_to_plan(*rules, *answered, options);
  return Result{
      status_of(plan->fit), text_of({*plan, *engagement, rules->compiled().rules, rules->controls()}, options), {}};
}

}  // namespace

std::optional<plan::Plan> plan_for(const Rules& rules, const Answered& answered, const model::Engagement& engagement,
                                   const plan::Wishes& wishes, base::Date today) {
  const readiness::Catalogue catalogue{rules.controls(), rules.criteria(), rules.objectives()};
  const readiness::Scope scope =
      readiness::scope_of(rules.compiled().rules, answered.answers, answered.outcome, catalogue);
  const readiness::Readiness readiness = readiness::assess(scope, catalogue, answered.controls, today);
  const std::optional<plan::Aim> aim = plan::aim_of({rules.compiled().rules, answered.answers, answered.outcome,
                                                     rules.controls(), answered.controls, readiness, engagement},
                                                    wishes, today);
  if (!aim) return std::nullopt;
  return plan::make_plan(*aim, engagement);
}

Command plan_command() {
  return {"plan",
          "Say when the reports can be there, what to do for it, and what it may cost",
          {Format::text, Format::json, Format::markdown, Format::html, Format::ical},
          {{"ANSWERS", "ANSWERS|-", "Answers as JSON or as a sheet (.csv), or - for standard input"},
           setting_argument(),
           {"--needed-by", "YYYY-MM-DD", "The day on which a report is needed"},
           {"--people", "N", "How many people can work on it at the same time"},
           {"--fiscal-year-end", "MM-DD", "When fiscal years of customers end; may be given again", Times::any},
           {"--window", "MONTHS", "Length of the first examination period"}},
          run_plan};
}

}  // namespace socrates::cli
