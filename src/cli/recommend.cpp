// SPDX-License-Identifier: Apache-2.0
#include "cli/recommend.hpp"

#include "cli/commands.hpp"
#include "cli/forms.hpp"
#include "cli/inputs.hpp"
#include "cli/rule_candidates.hpp"
#include "socrates/engine/explanation.hpp"
#include "socrates/engine/status.hpp"
#include "socrates/render/recommendation.hpp"
#include "socrates/render/record.hpp"

namespace socrates::cli {
namespace {

constexpr Forms<render::Recommendation> recommendation_forms{render::recommendation_document,
                                                             render::recommendation_json};

constexpr Argument explain_option{"--explain", "", "Say which rules applied or nearly did, and by which answers"};
constexpr Argument record_option{"--record", "FILE", "Write down answers, rules and result, for 'verify'"};

std::string record_of(const Rules& rules, const Answered& answered, const Options& options) {
  return render::record_json({rules.compiled().rules, answered.answers, answered.outcome, rules.criteria(),
                              options.today, nullptr, answered.about},
                             SOCRATES_VERSION);
}

std::optional<Result> run_recommend(const Given& given, const Options& options, base::Diagnostics& problems) {
  if (!has_answers(given, problems)) return std::nullopt;
  const std::string record = value_of(given, record_option);
  if (record == "-") {
    add_usage_problem(problems, "option '--record' names a file, not standard output");
    return std::nullopt;
  }
  const std::optional<Rules> rules = read_rules(options.rules, problems);
  if (!rules) return std::nullopt;
  const std::optional<Answered> answered =
      read_answers_to_questions(answers_input(given), *rules, options.today, problems);
  if (!answered) return std::nullopt;
  Result result =
      recommendation(*rules, *answered, options, is_given(given, explain_option) ? Explain::yes : Explain::no);
  if (!record.empty()) result.also.push_back({record, record_of(*rules, *answered, options)});
  return result;
}

}  // namespace

Result recommendation(const Rules& rules, const Answered& answered, const Options& options, Explain explain) {
  std::vector<engine::DecisionExplanation> explanation;
  if (explain == Explain::yes) explanation = engine::explain(rules.compiled(), answered.answers, answered.outcome);
  const render::Recommendation value{rules.compiled().rules, answered.answers,
                                     answered.outcome,       rules.criteria(),
                                     options.today,          explain == Explain::yes ? &explanation : nullptr,
                                     answered.about};
  const bool is_decided = engine::is_decided(rules.compiled().rules, answered.outcome);
  return {is_decided ? ExitStatus::done : ExitStatus::undecided, written(recommendation_forms, value, options), {}};
}

std::vector<std::string_view> forms_of_recommendations() { return names_of(recommendation_forms); }

Command recommend_command() {
  return {"recommend",
          "Say which reports are needed, and why",
          names_of(recommendation_forms),
          {answers_argument, setting_option, columns_option, explain_option, record_option, sources_option},
          run_recommend};
}

}  // namespace socrates::cli
