// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.hpp"

#include <utility>

#include "cli/files.hpp"
#include "cli/forms.hpp"
#include "cli/inputs.hpp"
#include "socrates/loader/json_reader.hpp"
#include "socrates/loader/record_loader.hpp"
#include "socrates/render/record.hpp"

namespace socrates::cli {
namespace {

struct Verified {
  std::vector<render::Verification> records;
  const model::RuleSet& rules;
  render::Color color;  ///< of the text, which goes by lines and is no document
};

constexpr Form<Verified> all_forms_of_verifications[] = {
    {text_form, [](const Verified& all) { return render::verification_text(all.records, all.rules, all.color); }},
    {json_form, [](const Verified& all) { return render::verification_json(all.records, all.rules); }},
};
constexpr Forms<Verified> verification_forms{nullptr, nullptr, all_forms_of_verifications};

constexpr Argument record_argument{"RECORD", "RECORD...", "Files written by recommend --record", Times::any};

enum class RulesFrom { program, folder };

std::vector<render::RecordDifference> to_render(const std::vector<loader::Difference>& differences) {
  std::vector<render::RecordDifference> result;
  for (const loader::Difference& difference : differences)
    result.push_back({difference.path, difference.recorded, difference.now});
  return result;
}

/// Derives the result of a record anew and compares the two. With other rules only the decisions are compared, as all
/// else has to differ; that the rules are others is itself a difference unless they were asked for.
void compare(const loader::Record& record, const Answered& answered, const Rules& rules, RulesFrom from,
             render::Verification& verification) {
  const model::RuleSet& rule_set = rules.compiled().rules;
  const base::Source derived{
      "derived", render::recorded_result({rule_set, answered.answers, answered.outcome, rules.criteria(), record.today,
                                          nullptr, answered.about})};
  const std::optional<loader::Node> now = loader::read_json(derived, verification.problems);
  if (!now) {
    verification.verdict = render::RecordVerdict::unreadable;
    return;
  }
  verification.same_rules = record.rules.sha256 == rule_set.sha256;
  verification.flips = to_render(loader::flips(record.result, *now));
  if (verification.same_rules) {
    verification.differences = to_render(loader::differences(record.result, *now));
  } else {
    if (from == RulesFrom::program)
      verification.differences.push_back({"rules.sha256", record.rules.sha256, rule_set.sha256});
    verification.differences.insert(verification.differences.end(), verification.flips.begin(),
                                    verification.flips.end());
  }
  if (!verification.differences.empty()) verification.verdict = render::RecordVerdict::differs;
}

render::Verification verify(const std::string& file, const Rules& rules, RulesFrom from) {
  render::Verification verification;
  verification.file = file;
  base::Diagnostics& problems = verification.problems;
  const std::optional<base::Source> source = read_source(file, problems);
  const auto record = source ? loader::load_record(*source, problems) : std::nullopt;
  auto loaded = record ? loader::read_answers(record->answers, {rules.compiled().rules, rules.controls()},
                                              record->today, problems)
                       : std::nullopt;
  const auto answered = loaded ? settle(std::move(*loaded), rules.compiled(), problems) : std::nullopt;
  if (!answered) {
    verification.verdict = render::RecordVerdict::unreadable;
    return verification;
  }
  verification.recorded_rules =
      record->rules.id + " " + record->rules.version + ", sha256 " + record->rules.sha256.substr(0, 12);
  compare(*record, *answered, rules, from, verification);
  return verification;
}

ExitStatus status_of(render::RecordVerdict verdict) {
  switch (verdict) {
    case render::RecordVerdict::equal:
      return ExitStatus::done;
    case render::RecordVerdict::differs:
      return ExitStatus::no;
    case render::RecordVerdict::unreadable:
      break;
  }
  return ExitStatus::invalid;
}

std::optional<Result> run_verify(const Given& given, const Options& options, base::Diagnostics& problems) {
  const std::vector<std::string> files = values_of(given, record_argument);
  if (files.empty()) {
    add_usage_problem(problems, "RECORD is missing", "name a file written by recommend --record");
    return std::nullopt;
  }
  const std::optional<Rules> rules = read_rules(options.rules, problems);
  if (!rules) return std::nullopt;
  const RulesFrom from = options.rules.empty() ? RulesFrom::program : RulesFrom::folder;
  Verified all{{}, rules->compiled().rules, color_of_result(options)};
  Result result{ExitStatus::done, {}, {}};
  for (const std::string& file : files) {
    all.records.push_back(verify(file, *rules, from));
    result.status = strongest(result.status, status_of(all.records.back().verdict));
  }
  result.text = written(verification_forms, all, options);
  return result;
}

}  // namespace

Command verify_command() {
  return {"verify", "Re-check recorded recommendations", names_of(verification_forms), {record_argument}, run_verify};
}

}  // namespace socrates::cli
