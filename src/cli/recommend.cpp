// SPDX-License-Identifier: Apache-2.0
#include "cli/recommend.hpp"

#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/rule_candidates.hpp"
#include "socrates/engine/explanation.hpp"
#include "socrates/engine/status.hpp"
#include "socrates/render/recommendation.hpp"
#include "socrates/render/record.hpp"

namespace socrates::cli {
namespace {

std::string record_of(const Rules& rules, const Answered& answered, const Options& options) {
  return render::record_json(
      {rules.compiled().rules, answered.answers, answered.outcome, rules.criteria(), options.today}, SOCRATES_VERSION);
}

std::optional<Result> run_recommend(const Given& given, const Options& options, base::Diagnostics& problems) {
  const std::string file = value_of(given, "ANSWERS");
  const std::vector<std::string> settings = values_of(given, "--set");
  if (file.empty() && settings.empty()) {
    add_usage_problem(problems, "ANSWERS is missing", "name a file, - for standard input, or give answers with --set");
    return std::nullopt;
  }
  const std::string record = value_of(given, "--record");
  if (record == "-") {
    add_usage_problem(problems, "option '--record' names a file, not standard output");
    return std::nullopt;
  }
  const std::optional<Rules> rules = read_rules(options.rules, problems);
  if (!rules) return std::nullopt;
  const std::optional<Answered> answered = read_answers_to_questions(file, settings, *rules, options.today, problems);
  if (!answered) return std::nullopt;
  Result result = recommendation(*rules, *answered, options, is_given(given, "--explain") ? Explain::yes : Explain::no);
  if (!record.empty()) result.also.push_back({record, record_of(*rules, *answered, options)});
  return result;
}

}  // namespace

Result recommendation(const Rules& rules, const Answered& answered, const Options& options, Explain explain) {
  std::vector<engine::DecisionExplanation> explanation;
  if (explain == Explain::yes) explanation = engine::explain(rules.compiled(), answered.answers, answered.outcome);
  const render::Recommendation value{rules.compiled().rules, answered.answers,
                                     answered.outcome,       rules.criteria(),
                                     options.today,          explain == Explain::yes ? &explanation : nullptr};
  const bool is_decided = engine::is_decided(rules.compiled().rules, answered.outcome);
  Result result{is_decided ? ExitStatus::done : ExitStatus::undecided, {}, {}};
  if (options.format == Format::json)
    result.text = render::recommendation_json(value);
  else
    result.text = written(render::recommendation_document(value), options.format, color_of_result(options));
  return result;
}

Command recommend_command() {
  return {"recommend",
          "Say which reports are needed, and why",
          {Format::text, Format::json, Format::markdown, Format::html},
          {{"ANSWERS", "ANSWERS|-", "Answers as JSON or as a sheet (.csv), or - for standard input"},
           setting_argument(),
           {"--explain", "", "Say which rules applied or nearly did, and by which answers"},
           {"--record", "FILE", "Write down answers, rules and result, for 'verify'"}},
          run_recommend};
}

}  // namespace socrates::cli
