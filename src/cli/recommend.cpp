// SPDX-License-Identifier: Apache-2.0
#include "cli/recommend.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "cli/commands.hpp"
#include "cli/forms.hpp"
#include "cli/inputs.hpp"
#include "cli/pager.hpp"
#include "cli/plan.hpp"
#include "cli/readiness.hpp"
#include "cli/rule_candidates.hpp"
#include "cli/stale_months.hpp"
#include "socrates/base/suggest.hpp"
#include "socrates/base/words.hpp"
#include "socrates/engine/explanation.hpp"
#include "socrates/engine/status.hpp"
#include "socrates/render/recommendation.hpp"
#include "socrates/render/record.hpp"

namespace socrates::cli {
namespace {

constexpr Forms<render::Recommendation> recommendation_forms{render::recommendation_document,
                                                             render::recommendation_json};

constexpr Argument explain_option{"--explain", "",
                                  "Show which rules applied or nearly applied, and which answers decided"};
constexpr Argument record_option{"--record", "FILE", "Save answers, rules and result to this file, for 'verify'"};

constexpr Argument list_answers_option{"--list-answers", "",
                                       "List the answers behind the recommendation (HTML always lists them)"};

constexpr std::string_view plan_report_name = "plan";
constexpr std::string_view readiness_report_name = "readiness";
constexpr std::string_view report_part_names[] = {plan_report_name, readiness_report_name};
constexpr Argument with_option{"--with", "PARTS", "Put these reports into the same document: plan,readiness",
                               Times::any, one_of<report_part_names>};

/// The reports that belong into the document, in their order, each once.
std::vector<std::string> read_parts(const Given& given, const Options& options, base::Diagnostics& problems) {
  std::vector<std::string> parts;
  for (const std::string& list : values_of(given, with_option)) {
    for (std::size_t start = 0, end = 0; start < list.size(); start = end + 1) {
      end = std::min(list.find(',', start), list.size());
      const std::string part = list.substr(start, end - start);
      if (!base::names({std::begin(report_part_names), std::end(report_part_names)}, part))
        add_usage_problem(problems, fmt::format("option '--with' cannot be '{}'", part),
                          base::suggestion(part, {std::begin(report_part_names), std::end(report_part_names)}));
      else if (!base::names(parts, part))
        parts.push_back(part);
    }
  }
  if (!parts.empty() && options.format == json_form)
    add_usage_problem(problems, "option '--with' is for documents", "use --format text, markdown or html");
  return parts;
}

/// False after a problem.
bool add_parts(const std::vector<std::string>& names, const Rules& rules, const Answered& answered,
               const Options& options, std::vector<render::ReportPart>& parts, base::Diagnostics& problems) {
  for (const std::string& name : names) {
    std::optional<render::Document> part = name == plan_report_name
                                               ? plan_of_recommendation(rules, answered, options, problems)
                                               : readiness_document(rules, answered, options, problems);
    if (!part) return false;
    parts.push_back({name == plan_report_name ? "The plan" : "How ready you are", *std::move(part)});
  }
  return true;
}

std::string record_of(const Rules& rules, const Answered& answered, const Options& options) {
  return render::record_json({rules.compiled().rules, answered.answers, answered.outcome, rules.criteria(),
                              options.today, nullptr, answered.about},
                             SOCRATES_VERSION);
}

std::optional<Result> run_recommend(const Given& given, const Options& options, base::Diagnostics& problems) {
  if (!has_answers(given, problems)) return std::nullopt;
  const std::vector<std::string> parts = read_parts(given, options, problems);
  if (!problems.empty()) return std::nullopt;
  const std::string record = value_of(given, record_option);
  if (record == "-") {
    add_usage_problem(problems, "option '--record' names a file, not standard output");
    return std::nullopt;
  }
  const std::optional<Rules> rules = read_rules(options.rules, problems);
  if (!rules) return std::nullopt;
  const AnswersInput input = answers_input(given);
  const std::optional<Answered> answered =  // controls are kept only where a part needs them
      parts.empty() ? read_answers_to_questions(input, *rules, options.today, problems)
                    : read_answers(input, *rules, options.today, problems);
  if (!answered) return std::nullopt;
  const bool is_page = options.format == page_form;
  RecommendationExtras extras{is_given(given, explain_option), is_page || is_given(given, list_answers_option)};
  if (!add_parts(parts, *rules, *answered, options, extras.parts, problems)) return std::nullopt;
  Result result = recommendation(*rules, *answered, options, std::move(extras));
  result.notes = remarks_on_stale_months(*rules, *answered, options.today);
  if (!record.empty()) result.also.push_back({record, record_of(*rules, *answered, options)});
  return result;
}

}  // namespace

Result recommendation(const Rules& rules, const Answered& answered, const Options& options,
                      RecommendationExtras extras) {
  std::vector<engine::DecisionExplanation> explanation;
  if (extras.explains) explanation = engine::explain(rules.compiled(), answered.answers, answered.outcome);
  const render::Recommendation value{
      rules.compiled().rules, answered.answers,     answered.outcome,
      rules.criteria(),       options.today,        extras.explains ? &explanation : nullptr,
      answered.about,         extras.lists_answers, std::move(extras.parts)};
  const bool is_decided = engine::is_decided(rules.compiled().rules, answered.outcome);
  return {is_decided ? ExitStatus::done : ExitStatus::undecided, written(recommendation_forms, value, options), {}};
}

std::vector<std::string_view> forms_of_recommendations() { return names_of(recommendation_forms); }

Command recommend_command() {
  return {"recommend",
          "Get a recommendation from a file of answers",
          names_of(recommendation_forms),
          {answers_argument, setting_option, columns_option, explain_option, list_answers_option, with_option,
           record_option, sources_option, no_pager_option},
          run_recommend};
}

}  // namespace socrates::cli
