// SPDX-License-Identifier: Apache-2.0
#include "cli/draft.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "cli/drafts_folder.hpp"
#include "cli/files.hpp"
#include "cli/forms.hpp"
#include "cli/gate_inputs.hpp"
#include "cli/plan.hpp"
#include "cli/rule_candidates.hpp"
#include "socrates/base/codes.hpp"
#include "socrates/base/suggest.hpp"
#include "socrates/base/words.hpp"
#include "socrates/engine/status.hpp"
#include "socrates/gate/bridge.hpp"
#include "socrates/loader/inventory_loader.hpp"
#include "socrates/render/draft.hpp"

namespace socrates::cli {
namespace {

using model::DraftKind;

constexpr Form<render::Draft> forms_of_drafts[] = {
    {markdown_form, render::draft_markdown}, {text_form, render::draft_text}, {json_form, render::draft_json}};
constexpr Forms<render::Draft> draft_forms{nullptr, nullptr, forms_of_drafts};

constexpr Argument draft_kind_argument{"KIND", "KIND", "What to draft: reply, bridge-letter, status-letter, ...",
                                       Times::once, one_of<model::draft_ids>};
constexpr Argument held_option{"--reports", "FILE", "The reports that you hold and those that come next, as for gate"};
constexpr Argument bridged_option{"--report", "REPORT", "For bridge-letter: the report that the letter follows"};
constexpr Argument signed_option{"--signed", "YYYY-MM-DD", "For bridge-letter: the day of signing (default: today)"};

std::optional<DraftKind> read_kind(const Given& given, base::Diagnostics& problems) {
  const std::vector<std::string> ids(model::draft_ids.begin(), model::draft_ids.end());
  const std::string id = value_of(given, draft_kind_argument);
  const auto found = std::find(ids.begin(), ids.end(), id);
  if (found != ids.end()) return static_cast<DraftKind>(found - ids.begin());
  if (id.empty())
    add_usage_problem(problems, "KIND is missing", "one of " + base::joined(ids));
  else
    add_usage_problem(problems, fmt::format("there is no draft of the kind '{}'", id), base::suggestion(id, ids));
  return std::nullopt;
}

/// Options of bridge letters are refused beside other kinds, and what a kind needs has to be there.
bool fits(const Given& given, DraftKind kind, base::Diagnostics& problems) {
  const std::size_t before = problems.count();
  if (kind == DraftKind::bridge_letter) {
    if (!is_given(given, held_option))
      add_usage_problem(problems, "--reports is missing",
                        "name the file that holds the report that the letter follows");
  } else {
    for (const Argument& option : {bridged_option, signed_option})
      if (is_given(given, option))
        add_usage_problem(problems, fmt::format("option '{}' is for bridge letters only", option.name));
    has_answers(given, problems);
  }
  if (value_of(given, answers_argument) == "-" && value_of(given, held_option) == "-")
    add_usage_problem(problems, "standard input is named more than once");
  return problems.count() == before;
}

base::Date day_of_signing(const Given& given, base::Date today, base::Diagnostics& problems) {
  if (!is_given(given, signed_option)) return today;
  const std::optional<base::Date> date = base::parse_date(value_of(given, signed_option));
  if (!date)
    add_usage_problem(
        problems,
        fmt::format("option '--signed' takes a day of the calendar, not '{}'", value_of(given, signed_option)),
        "write it as YYYY-MM-DD");
  return date.value_or(today);
}

void add_refusal(base::Code code, std::string message, std::string hint, base::Diagnostics& problems) {
  base::Diagnostic diagnostic{};
  diagnostic.code = code;
  diagnostic.message = std::move(message);
  diagnostic.hint = std::move(hint);
  problems.add(std::move(diagnostic));
}

/// The answers, with `reports_held` as it follows from the reports file where there is one.
std::optional<Answered> read_profile_of_draft(const Given& given, const std::vector<std::string>& settings,
                                              const Rules& rules, const std::optional<model::Inventory>& inventory,
                                              base::Date today, base::Diagnostics& problems) {
  std::optional<Answered> answered = read_answers(value_of(given, answers_argument), settings, rules, today, problems);
  const model::RuleSet& set = rules.compiled().rules;
  const auto q = model::find_question(set, "reports_held");
  if (!answered || !inventory || !q || set.questions[*q].kind != model::QuestionKind::several) return answered;
  if (!gate::says_what_is_held(set.questions[*q], answered->answers[*q], *inventory, today)) {
    add_refusal(base::Code::reports_held_given,
                "'reports_held' follows from the reports file, but the answers contradict it",
                "remove it from the answers, or make the two agree", problems);
    return std::nullopt;
  }
  answered->answers[*q] = gate::held_answer(set.questions[*q], *inventory, today);
  std::optional<engine::Outcome> outcome = engine::evaluate(rules.compiled(), answered->answers);
  if (!outcome) {
    add_refusal(base::Code::contradiction, "the reports held contradict the answers", {}, problems);
    return std::nullopt;
  }
  answered->outcome = *std::move(outcome);
  return answered;
}

std::optional<gate::Bridge> read_bridge(const Given& given, const model::Inventory& inventory, base::Date signed_on,
                                        base::Date today, base::Diagnostics& problems) {
  const auto bridge = gate::bridge_on(inventory, value_of(given, bridged_option), signed_on, today);
  if (const auto* const found = std::get_if<gate::Bridge>(&bridge)) return *found;
  const auto& refusal = std::get<gate::NoBridge>(bridge);
  add_refusal(base::Code::no_bridge, refusal.why, refusal.hint, problems);
  return std::nullopt;
}

/// What speaks of an examination can be drafted only where there is to be one, or where that is still open.
bool needs_a_report(DraftKind kind) {
  switch (kind) {
    case DraftKind::status_letter:
    case DraftKind::auditor_rfp:
    case DraftKind::description:
      return true;
    case DraftKind::reply:
    case DraftKind::bridge_letter:
    case DraftKind::memo:
      break;
  }
  return false;
}

model::ControlStatus status_of_auditor(const model::Engagement& engagement, const model::ControlCatalogue& catalogue,
                                       const model::ControlAnswers& answers) {
  const std::string& id = model::phase(engagement, model::PhaseKind::auditor_selection).control;
  for (std::size_t c = 0; c < catalogue.controls.size() && c < answers.size(); ++c)
    if (catalogue.controls[c].id == id) return answers[c].status;
  return model::ControlStatus::unknown;
}

std::string blanks_note(const render::Draft& draft) {
  return draft.blanks.empty() ? "the draft has no blank; read it before it is sent"
                              : fmt::format("the draft has {} to fill in", base::counted(draft.blanks.size(), "blank"));
}

std::optional<Result> run_draft(const Given& given, const Options& options, base::Diagnostics& problems) {
  const std::optional<DraftKind> kind = read_kind(given, problems);
  if (!kind) return std::nullopt;
  const std::vector<std::string> settings = plan_settings(given, problems);
  const plan::Wishes wishes = plan_wishes(given, problems);
  const base::Date signed_on = day_of_signing(given, options.today, problems);
  if (!fits(given, *kind, problems) || !problems.empty()) return std::nullopt;

  const std::optional<Rules> rules = read_rules(options.rules, problems);
  const std::optional<model::Engagement> engagement = read_engagement(options.rules, problems);
  const std::optional<model::DraftTemplate> draft = read_draft(options.rules, *kind, problems);
  std::optional<model::Inventory> inventory;
  if (is_given(given, held_option)) {
    const std::optional<base::Source> source = read_source(value_of(given, held_option), problems);
    if (source) inventory = loader::load_inventory(*source, problems);
  }
  if (!rules || !engagement || !draft || !problems.empty()) return std::nullopt;
  const std::optional<Answered> answered =
      read_profile_of_draft(given, settings, *rules, inventory, options.today, problems);
  if (!answered || !is_long_enough(wishes, *rules, *answered, problems)) return std::nullopt;

  const std::optional<plan::Plan> plan = plan_for(*rules, *answered, *engagement, wishes, options.today);
  const bool is_decided = engine::is_decided(rules->compiled().rules, answered->outcome);
  if (!plan && is_decided && needs_a_report(*kind)) {
    add_refusal(base::Code::nothing_to_draft, "the answers call for no report, so there is no examination to speak of",
                "'socrates draft reply' answers who asked, and 'socrates draft memo' says why", problems);
    return std::nullopt;
  }
  std::optional<gate::Bridge> bridge;
  if (*kind == DraftKind::bridge_letter) {
    bridge = read_bridge(given, *inventory, signed_on, options.today, problems);
    if (!bridge) return std::nullopt;
  }

  const render::Recommendation recommendation{rules->compiled().rules, answered->answers, answered->outcome,
                                              rules->criteria(),       options.today,     nullptr,
                                              answered->about};
  std::optional<render::PlanReport> report;
  if (plan)
    report.emplace(render::PlanReport{*plan, *engagement, rules->compiled().rules, rules->controls(), answered->about});
  const render::DraftInputs inputs{recommendation,
                                   report ? &*report : nullptr,
                                   inventory ? &*inventory : nullptr,
                                   *engagement,
                                   status_of_auditor(*engagement, rules->controls(), answered->controls),
                                   bridge};
  const render::Draft filled = render::fill(*draft, render::draft_values(inputs), options.today);
  const bool rests_on_answers = *kind != DraftKind::bridge_letter;
  return Result{rests_on_answers && !is_decided ? ExitStatus::undecided : ExitStatus::done,
                written(draft_forms, filled, options),
                {blanks_note(filled)}};
}

}  // namespace

Command draft_command() {
  return {"draft",
          "Draft a letter or a document about the reports, to be filled in and edited",
          names_of(draft_forms),
          {draft_kind_argument, answers_argument, setting_option, held_option, bridged_option, signed_option,
           needed_by_option, people_option, year_end_option, window_option},
          run_draft};
}

}  // namespace socrates::cli
