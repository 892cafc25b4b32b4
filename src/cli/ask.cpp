// SPDX-License-Identifier: Apache-2.0
#include "cli/ask.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/forms.hpp"
#include "cli/inputs.hpp"
#include "cli/readiness.hpp"
#include "cli/recommend.hpp"
#include "cli/result_file.hpp"
#include "cli/run_files.hpp"
#include "cli/save.hpp"
#include "cli/saved_answers.hpp"
#include "cli/stale_months.hpp"
#include "socrates/base/codes.hpp"
#include "socrates/base/words.hpp"
#include "socrates/engine/asking.hpp"
#include "socrates/render/diagnostics.hpp"
#include "socrates/render/escape.hpp"
#include "socrates/render/interview.hpp"
#include "socrates/render/interview_end.hpp"
#include "socrates/render/questionnaire.hpp"

namespace socrates::cli {

namespace {

using interview::Interview;

constexpr std::size_t most_steps = 3;
constexpr const char* default_file = "socrates-answers.json";

constexpr Argument resumed_argument{"ANSWERS", "[ANSWERS]", "Resume from this file; answers are saved back to it"};
constexpr Argument save_option{
    "--save", "FILE",
    "Save the answers to this file, and resume from it if it exists. Default without ANSWERS: socrates-answers.json"};
static_assert(save_option.description.find(default_file) != std::string_view::npos);
constexpr Argument with_controls_option{"--readiness", "",
                                        "Go on with questions about the controls that the recommendation calls for"};
constexpr Argument thorough_option{"--thorough", "", "Also ask questions that change no decision and only add notes"};

constexpr Argument plain_option{"--plain", "", "Ask line by line instead of on screens, as if ACCESSIBLE were set"};

/// The environment asks for what a screen reader can follow.
bool wants_lines() {
  const char* const value = std::getenv("ACCESSIBLE");  // NOLINT(concurrency-mt-unsafe): there are no threads
  return value != nullptr && *value != '\0';
}

/// The file that answers are read from (empty: none) and the one that they are saved in.
struct AnswersFiles {
  std::string from;
  std::string to;
};

std::optional<AnswersFiles> choose_files(const Given& given, base::Diagnostics& problems) {
  const std::string answers = value_of(given, resumed_argument);
  const std::string save = value_of(given, save_option);
  if (answers == "-") {
    add_usage_problem(problems, "the interview reads replies from standard input, so answers cannot come from there",
                      "name a file");
    return std::nullopt;
  }
  if (is_sheet(answers) && save.empty()) {
    add_usage_problem(problems, "answers cannot be saved as a sheet, and '" + answers + "' is one",
                      "name a file to save to with --save");
    return std::nullopt;
  }
  const std::string target = !save.empty() ? save : !answers.empty() ? answers : default_file;
  if (!answers.empty()) return AnswersFiles{answers, target};
  return AnswersFiles{is_file(target) ? target : "", target};
}

/// Another file than the one that was read is not replaced: it may hold answers that are nowhere else.
bool spares_other_answers(const AnswersFiles& files, base::Diagnostics& problems) {
  if (!is_file(files.to) || is_same_file(files.from, files.to)) return true;
  base::Diagnostic diagnostic{};
  diagnostic.code = base::Code::unwritable_output;
  diagnostic.file = files.to;
  diagnostic.message = "this file already exists, and its answers would be lost";
  diagnostic.hint = fmt::format("resume from it with 'socrates ask {}', or save to another file", files.to);
  problems.add(std::move(diagnostic));
  return false;
}

/// Says what is unanswered and how to pass it. `controls`: how many controls are unanswered, where they are asked for.
void refuse_without_terminal(const render::Recommendation& state, const AnswersFiles& files,
                             std::optional<std::size_t> controls, base::Diagnostics& problems) {
  const std::vector<std::size_t>& open = state.outcome.open_questions;
  base::Diagnostic diagnostic{};
  diagnostic.code = base::Code::no_terminal;
  diagnostic.message = "an interview needs a terminal, and ";
  diagnostic.message += open.empty()       ? "nothing is left to ask"
                        : open.size() == 1 ? "1 question is unanswered"
                                           : fmt::format("{} questions are unanswered", open.size());
  if (controls)
    diagnostic.message += fmt::format("{} of {} in scope nothing is known", open.empty() ? ", but" : ", and",
                                      base::counted(*controls, "control"));
  diagnostic.hint =
      fmt::format("use 'socrates {}{}{}'{}", controls ? "readiness" : "recommend", files.from.empty() ? "" : " ",
                  files.from, open.empty() && controls.value_or(0) == 0 ? "" : " with --set for each answer");
  problems.add(diagnostic);
  for (const std::size_t q : open) {
    diagnostic.message = "unanswered: " + engine::words_of(state.rules, state.answers, q);
    diagnostic.path = state.rules.questions[q].id;
    diagnostic.hint = render::setting_text(state, q);
    problems.add(diagnostic);
  }
}

/// A word as a shell reads it back.
std::string shell_word(const std::string& word) {
  const bool is_plain =
      word.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./+:@%-") ==
          std::string::npos &&
      !word.empty() && word.front() != '-';
  if (is_plain) return word;
  std::string quoted = word.front() == '-' ? "./" : "";
  quoted.insert(quoted.begin(), '\'');
  for (const char letter : word) quoted += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
  return quoted + "'";
}

std::string rules_argument(const Options& options) {
  return options.rules.empty() ? "" : " --rules " + shell_word(options.rules);
}

std::string reproducing_command(const AnswersFiles& files, const Options& options, std::string_view name) {
  std::string command =
      fmt::format("socrates {} {} --today {}", name, shell_word(files.to), base::to_text(options.today));
  command += rules_argument(options);
  if (options.format != text_form) command += fmt::format(" {} {}", format_option.name, options.format);
  return command;
}

readiness::Scope scope_of(const Rules& rules, const Interview& interview) {
  return readiness::scope_of(rules.compiled().rules, interview.answers(), interview.outcome(),
                             {rules.controls(), rules.criteria(), rules.objectives()});
}

class Session {
 public:
  /// `controls`: what is known of them. `verdict_rules`: given where the interview goes on with the controls.
  Session(const Rules& rules, const Options& options, AnswersFiles files, SavedAnswers saved, Claim output,
          model::ControlAnswers controls, const engine::CompiledRules* verdict_rules, bool shows_screens,
          base::Diagnostics& problems)
      : rules_(rules),
        options_(options),
        files_(std::move(files)),
        saved_(std::move(saved)),
        output_(std::move(output)),
        controls_(std::move(controls)),
        verdict_rules_(verdict_rules),
        shows_screens_(shows_screens),
        problems_(problems) {}

  std::optional<Result> hold(Interview interview) {
    greet(interview);
    if (!is_file(files_.to) && !save_answers(interview)) return std::nullopt;
    const Conversation conversation{terminal_, options_.today, color_of_errors(options_.color),
                                    [&](Interview& state) { return save_answers(state); }};
    Ending ending = shows_screens_ && terminal_.has_screens() ? converse_on_screens(interview, conversation)
                                                              : converse(interview, conversation);
    if (ending == Ending::finished && verdict_rules_ != nullptr) ending = go_on_with_controls(interview);
    switch (ending) {
      case Ending::finished:
      case Ending::quit:
      case Ending::end_of_input:
        return close(interview);
      case Ending::interrupted:
        terminal_.write("Interrupted; all answers are saved. To resume:\n" + going_on());
        return Result{ExitStatus::interrupted, {}, {}};
      case Ending::unsaved:
        tell("The answers so far, which are not saved:");
        terminal_.write(render::saved_answers(interview, rules_.controls(), controls_, saved_.about()));
        return std::nullopt;
    }
    return std::nullopt;
  }

 private:
  void tell(const std::string& text) { terminal_.write(render::wrap(render::terminal_safe(text))); }

  void greet(const Interview& interview) {
    if (options_.quiet) return;
    const model::Answers& answers = interview.answers();
    const auto known =
        std::count_if(answers.begin(), answers.end(), [](const auto& answer) { return !model::is_unknown(answer); });
    if (!files_.from.empty()) tell(fmt::format("Resuming from {}: {}.", files_.from, base::counted(known, "answer")));
    tell(fmt::format("Every answer is saved at once to {}.", files_.to));
    for (const std::string& remark :
         remarks_on_stale_months(rules_, {answers, interview.outcome(), {}, saved_.about()}, options_.today))
      terminal_.write(render::remark_text(remark));
  }

  /// The command that takes the interview up again, on a line of its own so that it can be copied.
  [[nodiscard]] std::string going_on() const {
    return "  " +
           render::terminal_safe(fmt::format("socrates ask {}{}{}", shell_word(files_.to), rules_argument(options_),
                                             verdict_rules_ != nullptr ? " --readiness" : "")) +
           "\n";
  }

  bool save_answers(Interview& interview, readiness::Questionnaire* questionnaire = nullptr) {
    const auto merged = saved_.save(interview, controls_, questionnaire, problems_);
    if (merged) tell(*merged);
    return merged.has_value();
  }

  /// Also under --quiet, as answers are concerned.
  void tell(const SavedAnswers::Merged& merged) {
    if (merged.is_quiet()) return;
    terminal_.write("\n");
    if (merged.is_gone) tell(fmt::format("{} was removed meanwhile, and has been written again.", files_.to));
    if (!merged.taken.empty() || !merged.kept.empty())
      tell(fmt::format("Another program changed {} meanwhile.", files_.to));
    if (!merged.taken.empty()) tell(fmt::format("Answers taken from it: {}.", fmt::join(merged.taken, ", ")));
    if (!merged.kept.empty())
      tell(fmt::format("Your answers here replace what it had: {}.", fmt::join(merged.kept, "; ")));
  }

  Ending go_on_with_controls(Interview& interview) {
    const model::RuleSet& rules = rules_.compiled().rules;
    readiness::Questionnaire questionnaire(rules_.controls(), scope_of(rules_, interview), controls_);
    if (!options_.quiet) {
      const render::Recommendation value{rules, interview.answers(), interview.outcome(), rules_.criteria(),
                                         options_.today};
      terminal_.write("\n" + render::wrap(render::terminal_safe(render::summary(value))) + "\n");
      const std::size_t open = questionnaire.progress().open;
      tell(open == 0 ? "Nothing is left to ask about controls."
                     : fmt::format("Now the controls that this calls for: {} to ask about.", open));
    }
    const Ending ending = converse(questionnaire, {terminal_, options_.today, color_of_errors(options_.color),
                                                   [&](readiness::Questionnaire& state) {
                                                     controls_ = state.answers();
                                                     return save_answers(interview, &state);
                                                   }});
    progress_ = questionnaire.progress();
    return ending;
  }

  /// Where somebody sees the end of the interview and has not asked for another form, one screen is enough.
  [[nodiscard]] bool ends_on_screen() const {
    const bool is_standard_output = options_.output.empty() || options_.output == "-";
    return options_.format == text_form && is_standard_output && ::isatty(STDOUT_FILENO) != 0;
  }

  /// What comes of the interview. It comes from the answers as they are, however the interview ended.
  std::optional<Result> close(const Interview& interview) {
    const Answered answered{interview.answers(), interview.outcome(), controls_, saved_.about()};
    if (progress_ && verdict_rules_ == nullptr) throw std::logic_error("controls were asked for without rules on them");
    Result result = progress_ ? readiness_result(rules_, *verdict_rules_, answered, options_)
                              : recommendation(rules_, answered, options_);
    const bool is_brief = ends_on_screen();
    if (is_brief) result.text = on_one_screen(interview);
    terminal_.write("\n");
    ResultFile output(std::move(output_));
    output.write(std::exchange(result.text, {}));
    if (!output.finish(problems_)) return std::nullopt;
    if (options_.quiet || is_brief) return result;
    terminal_.write("\n" + render::counts_text(interview.counts()));
    if (progress_) terminal_.write(render::progress_text(*progress_));
    if (is_left_open(interview)) terminal_.write("To resume:\n" + going_on());
    terminal_.write(
        "To print this again:\n  " +
        render::terminal_safe(reproducing_command(files_, options_, progress_ ? "readiness" : "recommend")) + "\n");
    return result;
  }

  [[nodiscard]] bool is_left_open(const Interview& interview) const {
    return interview.at_most_more() > 0 || (progress_ && progress_->open > 0);
  }

  [[nodiscard]] std::string command(std::string_view name, std::string_view options = "") const {
    return fmt::format("socrates {} {}{}{}", name, shell_word(files_.to), options, rules_argument(options_));
  }

  [[nodiscard]] std::string on_one_screen(const Interview& interview) const {
    const render::Recommendation value{rules_.compiled().rules, interview.answers(), interview.outcome(),
                                       rules_.criteria(), options_.today};
    std::vector<std::string> closing;
    if (!options_.quiet) {
      closing.push_back(
          fmt::format("Your answers are saved in {}. {}", files_.to, render::counts_text(interview.counts())));
      if (progress_) closing.push_back(render::progress_text(*progress_));
    }
    return render::interview_end_text(value, next_steps(interview), closing, color_of_result(options_));
  }

  /// The three that come next, as far as the interview has led.
  [[nodiscard]] std::vector<render::NextStep> next_steps(const Interview& interview) const {
    std::vector<render::NextStep> steps;
    if (is_left_open(interview))
      steps.push_back({"Go on with the interview:", command("ask", progress_ ? " --readiness" : "")});
    if (needs_report(interview)) {
      if (progress_)
        steps.push_back({"See what is missing, and what to do first:", command("readiness")});
      else if (steps.empty())
        steps.push_back({"Go through the controls that it calls for:", command("ask", " --readiness")});
      steps.push_back({"See by when you can have it, and what it may cost:", command("plan")});
    } else {
      steps.push_back({"Read why, with sources:", command("recommend")});
    }
    if (steps.size() < most_steps)
      steps.push_back({"Get all of it, with reasons and sources, as a page to forward:",
                       command("recommend", " --format html --output soc-reports.html")});
    return steps;
  }

  /// A SOC 1 or a SOC 2 can still be called for.
  [[nodiscard]] bool needs_report(const Interview& interview) const {
    const readiness::Scope scope = scope_of(rules_, interview);
    return std::any_of(scope.controls.begin(), scope.controls.end(), [](const auto& control) {
      return readiness::certainty_of(control) != readiness::Certainty::out;
    });
  }

  const Rules& rules_;
  const Options& options_;
  AnswersFiles files_;
  SavedAnswers saved_;
  Claim output_;
  model::ControlAnswers controls_;
  const engine::CompiledRules* verdict_rules_;
  bool shows_screens_;
  std::optional<readiness::Progress> progress_;  ///< once the controls are asked about
  base::Diagnostics& problems_;
  StandardTerminal terminal_;
};

std::optional<Result> run_ask(const Given& given, const Options& options, base::Diagnostics& problems) {
  const std::optional<AnswersFiles> files = choose_files(given, problems);
  if (!files) return std::nullopt;
  const std::optional<Rules> rules = read_rules(options.rules, problems);
  if (!rules) return std::nullopt;
  SharedRules verdict_rules;
  if (is_given(given, with_controls_option)) {
    verdict_rules = read_readiness_rules(options.rules, problems);
    if (!verdict_rules) return std::nullopt;
  }
  SavedAnswers saved(files->to, *rules, options.today);
  if (!saved.open(problems)) return std::nullopt;
  std::optional<Answered> answered = read_answers(files->from, {}, *rules, options.today, problems);
  if (!answered) return std::nullopt;
  std::optional<Interview> interview = Interview::begin(
      rules->compiled(), std::move(answered->answers),
      is_given(given, thorough_option) ? interview::Depth::decisions_and_notes : interview::Depth::decisions);
  if (!interview) throw std::logic_error("answers that were read contradict each other");
  if (!has_terminal()) {
    std::optional<std::size_t> controls;
    if (verdict_rules)
      controls =
          readiness::Questionnaire(rules->controls(), scope_of(*rules, *interview), answered->controls).progress().open;
    refuse_without_terminal(
        {rules->compiled().rules, interview->answers(), interview->outcome(), rules->criteria(), options.today}, *files,
        controls, problems);
    return std::nullopt;
  }
  if (!spares_other_answers(*files, problems) || !can_save(files->to, problems)) return std::nullopt;
  std::optional<Claim> output = claim_output(options.output, Writing::replaces, problems);
  if (!output) return std::nullopt;
  if (is_file(files->to))
    saved.read(interview->answers(), answered->controls, answered->about);
  else
    saved.start(answered->about);
  return Session(*rules, options, *files, std::move(saved), *std::move(output), std::move(answered->controls),
                 verdict_rules.get(), !is_given(given, plain_option) && !wants_lines(), problems)
      .hold(std::move(*interview));
}

}  // namespace

Command ask_command() {
  return {"ask",
          "Answer questions and get a recommendation",
          forms_of_recommendations(),
          {resumed_argument, save_option, with_controls_option, thorough_option, plain_option, sources_option},
          run_ask};
}

}  // namespace socrates::cli
