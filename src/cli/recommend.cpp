// SPDX-License-Identifier: Apache-2.0
#include "socrates/cli/recommend.hpp"

#include "socrates/cli/files.hpp"
#include "socrates/cli/inputs.hpp"
#include "socrates/engine/status.hpp"
#include "socrates/render/recommendation.hpp"

namespace socrates::cli {
namespace {

std::optional<Result> run(const Given& given, const Options& options, base::Diagnostics& problems) {
  const std::string file = value_of(given, "ANSWERS");
  const std::vector<std::string> settings = values_of(given, "--set");
  if (file.empty() && settings.empty()) {
    add_usage_problem(problems, "ANSWERS is missing", "name a file, - for standard input, or give answers with --set");
    return std::nullopt;
  }
  if (!spares_input(file, options.output, problems)) return std::nullopt;
  const std::optional<Rules> rules = read_rules(options.rules, problems);
  if (!rules) return std::nullopt;
  const std::optional<Answered> answered = read_answers(file, settings, *rules, options.today, problems);
  if (!answered) return std::nullopt;
  return recommendation(*rules, *answered, options);
}

}  // namespace

Result recommendation(const Rules& rules, const Answered& answered, const Options& options) {
  const render::Recommendation value{rules.compiled.rules, answered.answers, answered.outcome, rules.criteria,
                                     options.today};
  const bool is_decided = engine::is_decided(rules.compiled.rules, answered.outcome);
  Result result{is_decided ? ExitStatus::done : ExitStatus::undecided, {}, {}};
  if (options.format == Format::json)
    result.text = render::recommendation_json(value);
  else if (options.format == Format::markdown)
    result.text = render::recommendation_markdown(value);
  else
    result.text = render::recommendation_text(value, color_of_result(options));
  return result;
}

Command recommend_command() {
  return {"recommend",
          "Say which reports are needed, and why",
          {Format::text, Format::json, Format::markdown},
          {{"ANSWERS", "ANSWERS|-", "Answers as JSON, or - for standard input"},
           {"--set", "ID=VALUE", "Put this answer on top; may be given again", Times::any}},
          run};
}

}  // namespace socrates::cli
