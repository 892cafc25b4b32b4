// SPDX-License-Identifier: Apache-2.0
#include "cli/gate_inputs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "cli/batch.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/forms.hpp"
#include "cli/pager.hpp"
#include "cli/plan.hpp"
#include "cli/stale_months.hpp"
#include "cli/summary_forms.hpp"
#include "socrates/base/codes.hpp"
#include "socrates/base/suggest.hpp"
#include "socrates/base/words.hpp"
#include "socrates/gate/gatekeeper.hpp"
#include "socrates/gate/steps.hpp"
#include "socrates/gate/summing.hpp"
#include "socrates/loader/deals_loader.hpp"
#include "socrates/loader/shapes.hpp"
#include "socrates/render/deals.hpp"
#include "socrates/render/gate.hpp"
#include "socrates/render/shape.hpp"

namespace socrates::cli {
namespace {

constexpr Form<render::GateReport> other_forms_of_verdicts[] = {{"csv", render::gate_csv},
                                                                {"junit", render::gate_junit},
                                                                {"github", render::gate_github},
                                                                {"slack", render::gate_slack},
                                                                {"teams", render::gate_teams}};
constexpr Forms<render::GateReport> verdict_forms{render::gate_document, render::gate_json, other_forms_of_verdicts};

constexpr Form<render::UnderstoodDeals> other_forms_of_deals[] = {{"csv", render::deals_csv}};
constexpr Forms<render::UnderstoodDeals> deals_forms{render::deals_document, render::deals_json, other_forms_of_deals};

/// The forms, each with the colon; the file behind it may be any.
std::vector<std::string> candidates_for_also(const Given& given, std::string_view word);

constexpr Argument also_option{"--also", "FORMAT:FILE", "Also write the result in this form; can be repeated",
                               Times::any, candidates_for_also};
constexpr std::string_view template_forms[] = {"yaml", json_form, "csv"};
constexpr Argument deal_template_option{"--template", "FORM",
                                        "Write an empty deal to fill in (yaml, json or csv), and judge nothing",
                                        Times::once, one_of<template_forms>};

/// A second form of the result, with the file that it goes to: `--also junit:out.xml`.
struct Also {
  std::string_view form;
  std::string file;
};

std::vector<std::string_view> offered(const Given& given) {
  if (is_given(given, show_deals_option)) return names_of(deals_forms);
  return is_given(given, summary_option) ? names_of(summary_forms) : names_of(verdict_forms);
}

/// With `--summary` or without.
std::vector<std::string_view> all_forms_of_gate() {
  std::vector<std::string_view> names = names_of(verdict_forms);
  for (const std::string_view name : names_of(summary_forms))
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  return names;
}

void check_form(const Given& given, std::string_view form, base::Diagnostics& problems) {
  const std::vector<std::string_view> all = offered(given);
  if (std::find(all.begin(), all.end(), form) != all.end()) return;
  add_usage_problem(problems,
                    fmt::format("there is no {} with {}", form,
                                is_given(given, show_deals_option) ? show_deals_option.name : summary_option.name),
                    "one of " + list_of(all));
}

/// Standard input is read once.
void check_standard_input(const Given& given, base::Diagnostics& problems) {
  std::vector<std::string> paths = values_of(given, deal_argument);
  for (const Argument& option : gate_input_options) paths.push_back(value_of(given, option));
  paths.push_back(value_of(given, columns_option));
  if (std::count(paths.begin(), paths.end(), "-") > 1)
    add_usage_problem(problems, "standard input is named more than once");
}

std::vector<std::string> candidates_for_also(const Given& given, std::string_view /*word*/) {
  std::vector<std::string> words;
  for (const std::string_view name : offered(given)) words.push_back(std::string(name) + ":");
  return words;
}

std::vector<Also> read_also(const Given& given, base::Diagnostics& problems) {
  std::vector<Also> all;
  const std::vector<std::string_view> known = offered(given);
  for (const std::string& text : values_of(given, also_option)) {
    const std::size_t colon = text.find(':');
    const std::string file = colon == std::string::npos ? "" : text.substr(colon + 1);
    const auto form = std::find(known.begin(), known.end(), text.substr(0, colon));
    if (form == known.end() || file.empty() || file == "-") {
      add_usage_problem(problems, fmt::format("'{}' does not name a form and a file", text),
                        fmt::format("write FORMAT:FILE with one of {}", list_of(known)));
      continue;
    }
    all.push_back({*form, file});
  }
  return all;
}

/// Waivers that name none of the deals, or a requirement that their deal does not have, which may be a slip.
std::vector<std::string> idle_waivers(const std::vector<model::Waiver>& waivers,
                                      const std::vector<gate::DealVerdict>& verdicts) {
  std::vector<std::string> notes;
  std::set<std::string_view> ids;
  for (const gate::DealVerdict& deal : verdicts) ids.insert(deal.id);
  for (const model::Waiver& waiver : waivers)
    if (ids.count(waiver.deal) == 0)
      notes.push_back(fmt::format("the waiver of {} for '{}' matches none of these deals", waiver.check, waiver.deal));
  for (const gate::DealVerdict& deal : verdicts)
    for (const gate::WaiverUse& waiver : deal.waivers)
      if (waiver.names_no_requirement)
        notes.push_back(
            fmt::format("the waiver of {} for '{}' names the requirement '{}', which the deal does not have",
                        waiver.check, deal.id, waiver.requirement));
  return notes;
}

/// The result in the form that the options ask for, and in further ones.
template <class Report>
void write(const Forms<Report>& forms, const Report& report, const Options& options, const std::vector<Also>& also,
           Result& result) {
  result.text = written(forms, report, options);
  for (const Also& one : also)
    result.also.push_back({one.file, written(forms, report, one.form, options, render::Color::off)});
}

/// A deal to fill in, with all that one can say.
std::optional<Result> deal_template(const Given& given, base::Diagnostics& problems) {
  const std::string form = value_of(given, deal_template_option);
  if (is_given(given, deal_argument)) {
    add_usage_problem(problems, "option '--template' does not judge deals", "leave the deals out");
    return std::nullopt;
  }
  const model::Shape shape = loader::shape_of_deal();
  if (form == json_form)
    return Result{
        ExitStatus::done,
        render::shape_json_template(
            "What a deal can say, by the path of its key. Remove this once the deal is filled in.", "meta", shape),
        {}};
  if (form == template_forms[0])
    return Result{ExitStatus::done,
                  render::shape_yaml_template(
                      "A deal, for socrates gate. Remove the # before a key to use it, and write its value after "
                      "it. A key that stays after # is not given.",
                      shape),
                  {}};
  if (form == template_forms[2])
    return Result{ExitStatus::done, base::joined(loader::columns_of_deals(), ",") + "\r\n", {}};
  add_usage_problem(problems, fmt::format("option '--template' cannot be '{}'", form),
                    base::suggestion(form, {std::begin(template_forms), std::end(template_forms)}));
  return std::nullopt;
}

std::optional<Result> run_gate(const Given& given, const Options& options, base::Diagnostics& problems) {
  const std::size_t before = problems.count();
  if (is_given(given, deal_template_option)) return deal_template(given, problems);
  if (!is_given(given, deal_argument))
    add_usage_problem(problems, "DEAL is missing", "name a file, or - for standard input");
  const bool only_shows = is_given(given, show_deals_option);
  if (!only_shows && !is_given(given, reports_option))
    add_usage_problem(problems, "--reports is missing", "name the file of the reports you hold");
  check_form(given, options.format, problems);
  const std::vector<Also> also = read_also(given, problems);
  check_standard_input(given, problems);
  if (problems.count() != before) return std::nullopt;

  const std::optional<GateInputs> inputs = read_gate_inputs(given, options, problems);
  if (!inputs) return std::nullopt;
  const std::optional<model::Engagement> engagement = read_engagement(options.rules, problems);
  const auto read = read_deals(given, {inputs->rules.compiled().rules, inputs->rules.controls()}, options.today,
                               inputs->profiles, problems);
  if (!read || !engagement) return std::nullopt;
  if (only_shows) {
    Result result{ExitStatus::done, {}, {}};
    write(deals_forms, {read->objects, loader::columns_of_deals()}, options, also, result);
    return result;
  }

  const gate::Company company{inputs->inventory,    inputs->profile,
                              inputs->policy,       inputs->waivers,
                              strictness_of(given), planned_reports(*inputs, *engagement, options.today)};
  const gate::RuleBooks books{inputs->rules.compiled(), *inputs->acceptance, inputs->rules.criteria()};
  const bool wants_summary = is_given(given, summary_option);
  gate::Gatekeeper gatekeeper(company, books, options.today);
  std::vector<gate::DealVerdict> verdicts;
  gate::Summing summing;
  for (const model::Deal& deal : read->deals) {
    std::optional<gate::DealVerdict> verdict = gatekeeper.judge(deal, gate::Extent::full, problems);
    if (!verdict) continue;
    if (wants_summary) summing.add(*verdict, gatekeeper.unlocking_steps(deal, *verdict, problems));
    verdicts.push_back(*std::move(verdict));
  }
  if (problems.count() != before) return std::nullopt;

  const gate::Verdict verdict = gate::overall(verdicts);
  const ExitStatus status = status_of(verdict);
  const render::GateReport report{std::move(verdicts),
                                  verdict,
                                  company.strictness,
                                  static_cast<int>(status),
                                  options.today,
                                  inputs->policy.thresholds,
                                  inputs->acceptance->rules,
                                  inputs->rules.compiled().rules,
                                  inputs->about,
                                  read->places};
  Result result{status,
                {},
                remarks_on_stale_months(inputs->rules.compiled().rules, inputs->profile, inputs->about, options.today)};
  for (std::string& note : idle_waivers(inputs->waivers, report.deals)) result.notes.push_back(std::move(note));
  if (wants_summary)
    write(summary_forms, Summarized{report, summing.summary()}, options, also, result);
  else
    write(verdict_forms, report, options, also, result);
  return result;
}

}  // namespace

gate::Strictness strictness_of(const Given& given) {
  return is_given(given, strict_option) ? gate::Strictness::conditions_fail : gate::Strictness::conditions_pass;
}

ExitStatus status_of(gate::Verdict verdict) {
  switch (verdict) {
    case gate::Verdict::pass:
    case gate::Verdict::pass_with_conditions:
      return ExitStatus::done;
    case gate::Verdict::undecided:
      return ExitStatus::undecided;
    case gate::Verdict::fail:
      return ExitStatus::no;
  }
  return ExitStatus::defect;
}

Command gate_command() {
  return {"gate",
          "Judge whether the reports you hold satisfy what deals ask for",
          all_forms_of_gate(),
          {deal_argument, reports_option, profile_option, policy_option, columns_option, profiles_option,
           waivers_option, strict_option, allow_empty_option, show_deals_option, also_option, summary_option,
           deal_template_option, sources_option, no_pager_option},
          run_gate,
          offered};
}

}  // namespace socrates::cli
