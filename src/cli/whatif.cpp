// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.hpp"

#include <algorithm>
#include <utility>

#include "cli/files.hpp"
#include "cli/forms.hpp"
#include "cli/inputs.hpp"
#include "cli/rule_candidates.hpp"
#include "cli/stale_months.hpp"
#include "socrates/base/codes.hpp"
#include "socrates/base/suggest.hpp"
#include "socrates/base/words.hpp"
#include "socrates/engine/whatif.hpp"
#include "socrates/render/whatif.hpp"

namespace socrates::cli {
namespace {

constexpr Forms<render::WhatIf> whatif_forms{render::whatif_document, render::whatif_json};

constexpr Argument want_option{"--want", "DECISION=VALUE",
                               "Find what reaches this value (for a set: adds this element)", Times::once,
                               candidates_for_want};

constexpr Argument all_option{"--all", "", "List every smallest change, even if they fill more than a screen"};

constexpr std::size_t lines_of_screen = 23;
constexpr std::size_t most_ways_on_screen = 8;

/// A title without what only explains it: `SOC 2` of `SOC 2 report`, `Security` of `Security (the common criteria)`.
std::string short_title(std::string title) {
  constexpr std::string_view report = " report";
  if (title.ends_with(report)) title.resize(title.size() - report.size());
  return title.substr(0, title.find(" ("));
}

/// The one that is meant: by its id, by that in words, by its words or a short form of them; or else
/// the only one with these words among its own. Upper and lower case are alike.
std::optional<std::size_t> find_spoken(const std::vector<model::Named>& all, const std::string& name) {
  const std::string said = base::lower(name);
  for (std::size_t i = 0; i < all.size(); ++i)
    for (const std::string& known : std::initializer_list<std::string>{all[i].id, base::plain_words(all[i].id),
                                                                       all[i].label, short_title(all[i].label)})
      if (base::lower(known) == said) return i;
  std::optional<std::size_t> found;
  for (std::size_t i = 0; i < all.size() && !said.empty(); ++i) {
    const std::string words = " " + base::lower(all[i].label) + " ";
    if (words.find(" " + said + " ") == std::string::npos) continue;
    if (found) return std::nullopt;
    found = i;
  }
  return found;
}

std::optional<std::size_t> find_decision_named(const model::RuleSet& rules, const std::string& name) {
  std::vector<model::Named> decisions;
  for (const model::Decision& decision : rules.decisions) decisions.push_back({decision.id, decision.title});
  return find_spoken(decisions, name);
}

/// All of it, or for who reads the text as much as a screen holds.
std::string on_a_screen(render::WhatIf whatif, const Options& options, bool shows_all) {
  std::string text = written(whatif_forms, whatif, options);
  if (shows_all || options.format != text_form) return text;
  for (std::size_t ways = most_ways_on_screen; ways > 0; --ways) {
    const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
    if (lines <= lines_of_screen) break;
    whatif.most_ways = ways;
    text = written(whatif_forms, whatif, options);
  }
  return text;
}

template <typename T>
std::vector<std::string> ids_of(const std::vector<T>& list) {
  std::vector<std::string> ids;
  for (const T& each : list) ids.push_back(each.id);
  return ids;
}

/// Reads DECISION=VALUE; nothing after a report.
std::optional<engine::Want> read_want(const base::Source& argument, const model::RuleSet& rules,
                                      base::Diagnostics& problems) {
  const std::string& text = argument.text;
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos) {
    add_usage_problem(problems, "option '--want' takes DECISION=VALUE, not '" + text + "'");
    return std::nullopt;
  }
  const std::string id = text.substr(0, equals);
  const std::string value_id = text.substr(equals + 1);
  const auto decision = find_decision_named(rules, id);
  if (!decision) {
    problems.add(base::Code::unknown_decision, {&argument, 0, equals}, "there is no decision '" + id + "'", id,
                 base::suggestion(id, ids_of(rules.decisions)));
    return std::nullopt;
  }
  const auto value = find_spoken(rules.decisions[*decision].values, value_id);
  if (!value) {
    problems.add(base::Code::unknown_wanted_value, {&argument, equals + 1, value_id.size()},
                 "decision '" + id + "' has no value '" + value_id + "'", id,
                 base::suggestion(value_id, ids_of(rules.decisions[*decision].values)));
    return std::nullopt;
  }
  return engine::Want{*decision, *value};
}

ExitStatus status_of(engine::WantState state) {
  switch (state) {
    case engine::WantState::has_it:
    case engine::WantState::reaches:
      return ExitStatus::done;
    case engine::WantState::open:
    case engine::WantState::may_reach:
      return ExitStatus::undecided;
    case engine::WantState::no_way:
      break;
  }
  return ExitStatus::no;
}

std::optional<Result> run_whatif(const Given& given, const Options& options, base::Diagnostics& problems) {
  if (!has_answers(given, problems)) return std::nullopt;
  const std::optional<Rules> rules = read_rules(options.rules, problems);
  if (!rules) return std::nullopt;
  const engine::CompiledRules& compiled = rules->compiled();
  const base::Source argument{std::string(want_option.name), value_of(given, want_option)};
  std::optional<engine::Want> want;
  if (!argument.text.empty()) want = read_want(argument, compiled.rules, problems);
  const std::optional<Answered> answered =
      read_answers_to_questions(answers_input(given), *rules, options.today, problems);
  if (!answered || !problems.empty()) return std::nullopt;

  std::vector<engine::DecisionChanges> changes;
  std::optional<render::Wanted> wanted;
  if (want)
    wanted = {*want, engine::what_reaches(compiled, answered->answers, answered->outcome, *want)};
  else
    changes = engine::what_changes(compiled, answered->answers, answered->outcome);
  const render::WhatIf whatif{compiled.rules, answered->answers, answered->outcome, changes, wanted, options.today};
  return Result{wanted ? status_of(wanted->found.state) : ExitStatus::done,
                on_a_screen(whatif, options, is_given(given, all_option)),
                remarks_on_stale_months(*rules, *answered, options.today)};
}

}  // namespace

Command whatif_command() {
  return {"whatif",
          "Find the smallest changes that would change the outcome",
          names_of(whatif_forms),
          {answers_argument, setting_option, columns_option, want_option, all_option},
          run_whatif};
}

}  // namespace socrates::cli
