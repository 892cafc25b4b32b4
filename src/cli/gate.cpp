// SPDX-License-Identifier: Apache-2.0
#include "cli/gate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "cli/batch.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/plan.hpp"
#include "socrates/base/codes.hpp"
#include "socrates/gate/steps.hpp"
#include "socrates/loader/deals_loader.hpp"
#include "socrates/render/gate.hpp"

namespace socrates::cli {
namespace {

constexpr Format formats[] = {Format::text,   Format::json,     Format::junit,
                              Format::github, Format::markdown, Format::html};
constexpr Format summary_formats[] = {Format::text, Format::json, Format::markdown, Format::html, Format::csv};

/// A second form of the result, with the file that it goes to: `--also junit:out.xml`.
struct Also {
  Format format = Format::text;
  std::string file;
};

std::vector<Format> offered(const Given& given) {
  if (is_given(given, "--summary")) return {std::begin(summary_formats), std::end(summary_formats)};
  return {std::begin(formats), std::end(formats)};
}

void check_format(const Given& given, Format format, base::Diagnostics& problems) {
  const std::vector<Format> all = offered(given);
  if (std::find(all.begin(), all.end(), format) != all.end()) return;
  add_usage_problem(
      problems,
      fmt::format("there is no {} {} --summary", name_of(format), is_given(given, "--summary") ? "with" : "without"),
      "one of " + list_of(all));
}

/// Standard input is read once.
void check_standard_input(const Given& given, base::Diagnostics& problems) {
  std::vector<std::string> paths = values_of(given, "DEAL");
  for (const Argument& argument : gate_input_arguments()) paths.push_back(value_of(given, argument.name));
  if (std::count(paths.begin(), paths.end(), "-") > 1)
    add_usage_problem(problems, "standard input is named more than once");
}

/// The forms, each with the colon; the file behind it may be any.
std::vector<std::string> candidates_for_also(const Given& given, std::string_view /*word*/) {
  std::vector<std::string> names = names_of(offered(given));
  for (std::string& name : names) name += ':';
  return names;
}

std::vector<Also> read_also(const Given& given, base::Diagnostics& problems) {
  std::vector<Also> all;
  const std::vector<Format> known = offered(given);
  for (const std::string& text : values_of(given, "--also")) {
    const std::size_t colon = text.find(':');
    const std::string name = text.substr(0, colon);
    const std::string file = colon == std::string::npos ? "" : text.substr(colon + 1);
    const auto format = std::find_if(known.begin(), known.end(), [&](Format f) { return name_of(f) == name; });
    if (format == known.end() || file.empty() || file == "-") {
      add_usage_problem(problems, fmt::format("'{}' is no form with a file", text),
                        fmt::format("write FORMAT:FILE with one of {}", list_of(known)));
      continue;
    }
    all.push_back({*format, file});
  }
  return all;
}

/// The text is empty but for blanks, or an empty list.
bool holds_no_deal(std::string_view text) {
  std::string rest;
  std::copy_if(text.begin(), text.end(), std::back_inserter(rest),
               [](char c) { return c != ' ' && c != '\t' && c != '\n' && c != '\r'; });
  return rest.empty() || rest == "[]";
}

/// The deals of all files; an id stands for one deal only.
std::optional<std::vector<model::Deal>> read_deals(const Given& given, const loader::Answerable& answerable,
                                                   base::Date today, base::Diagnostics& problems) {
  const std::size_t before = problems.count();
  std::vector<model::Deal> deals;
  std::set<std::string> ids;
  for (const std::string& path : values_of(given, "DEAL")) {
    const std::optional<base::Source> source = read_source(path, problems);
    if (!source) continue;
    if (is_given(given, "--allow-empty") && holds_no_deal(source->text)) continue;
    auto some = loader::load_deals(*source, answerable, today, problems);
    if (!some) continue;
    for (model::Deal& deal : *some) {
      if (!ids.insert(deal.id).second) {
        base::Diagnostic diagnostic{};
        diagnostic.code = base::Code::repeated_field;
        diagnostic.file = source->name;
        diagnostic.message = fmt::format("another file has a deal '{}' too", deal.id);
        problems.add(std::move(diagnostic));
      }
      deals.push_back(std::move(deal));
    }
  }
  if (problems.count() != before) return std::nullopt;
  return deals;
}

/// Waivers that name none of the deals, or a requirement that their deal does not have, which may be a slip.
std::vector<std::string> idle_waivers(const std::vector<model::Waiver>& waivers,
                                      const std::vector<gate::DealVerdict>& verdicts) {
  std::vector<std::string> notes;
  std::set<std::string_view> ids;
  for (const gate::DealVerdict& deal : verdicts) ids.insert(deal.id);
  for (const model::Waiver& waiver : waivers)
    if (ids.count(waiver.deal) == 0)
      notes.push_back(fmt::format("the waiver of {} for '{}' names none of these deals", waiver.check, waiver.deal));
  for (const gate::DealVerdict& deal : verdicts)
    for (const gate::WaiverUse& waiver : deal.waivers)
      if (waiver.names_no_requirement)
        notes.push_back(
            fmt::format("the waiver of {} for '{}' names the requirement '{}', which the deal does not have",
                        waiver.check, deal.id, waiver.requirement));
  return notes;
}

std::string rendered(const render::GateReport& report, const gate::Summary* summary, Format format,
                     render::Color color) {
  const bool is_for_people = format == Format::text || format == Format::markdown || format == Format::github;
  if (report.deals.empty() && is_for_people) return "There is no deal, and nothing is judged.\n";
  if (summary != nullptr) {
    if (format == Format::json) return render::gate_summary_json(report, *summary);
    if (format == Format::csv) return render::gate_summary_csv(*summary);
    return written(render::gate_summary_document(report, *summary), format, color);
  }
  if (format == Format::json) return render::gate_json(report);
  if (format == Format::junit) return render::gate_junit(report);
  if (format == Format::github) return render::gate_github(report);
  return written(render::gate_document(report), format, color);
}

std::optional<Result> run_gate(const Given& given, const Options& options, base::Diagnostics& problems) {
  const std::size_t before = problems.count();
  if (!is_given(given, "DEAL")) add_usage_problem(problems, "DEAL is missing", "name a file, or - for standard input");
  if (!is_given(given, "--reports"))
    add_usage_problem(problems, "--reports is missing", "name the file of the reports that you hold");
  check_format(given, options.format, problems);
  const std::vector<Also> also = read_also(given, problems);
  check_standard_input(given, problems);
  if (problems.count() != before) return std::nullopt;

  const std::optional<GateInputs> inputs = read_gate_inputs(given, options, problems);
  if (!inputs) return std::nullopt;
  const std::optional<model::Engagement> engagement = read_engagement(options.rules, problems);
  const auto deals =
      read_deals(given, {inputs->rules.compiled().rules, inputs->rules.controls()}, options.today, problems);
  if (!deals || !engagement) return std::nullopt;

  const gate::Company company{inputs->inventory,    inputs->profile,
                              inputs->policy,       inputs->waivers,
                              strictness_of(given), planned_reports(*inputs, *engagement, options.today)};
  const gate::RuleBooks books{inputs->rules.compiled(), *inputs->acceptance, inputs->rules.criteria()};
  const bool wants_summary = is_given(given, "--summary");
  std::vector<gate::DealVerdict> verdicts;
  std::vector<std::vector<gate::Step>> steps;
  for (const model::Deal& deal : *deals) {
    std::optional<gate::DealVerdict> verdict = gate::judge(deal, company, books, options.today, problems);
    if (!verdict) continue;
    if (wants_summary) steps.push_back(gate::unlocking_steps(deal, company, books, options.today, *verdict, problems));
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
                                  inputs->rules.compiled().rules};
  std::optional<gate::Summary> summary;
  if (wants_summary) summary = gate::summarize(report.deals, steps);
  const gate::Summary* const of_all = summary ? &*summary : nullptr;
  std::vector<std::string> notes = idle_waivers(inputs->waivers, report.deals);
  Result result{status, rendered(report, of_all, options.format, color_of_result(options)), std::move(notes), {}};
  for (const Also& one : also)
    result.also.push_back({one.file, rendered(report, of_all, one.format, render::Color::off)});
  return result;
}

}  // namespace

gate::Strictness strictness_of(const Given& given) {
  return is_given(given, "--strict") ? gate::Strictness::conditions_fail : gate::Strictness::conditions_pass;
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
  std::vector<Argument> arguments = {
      {"DEAL", "DEAL...|-", "Deals as JSON, or - for standard input; several files may be named", Times::any}};
  for (Argument& argument : gate_input_arguments()) arguments.push_back(std::move(argument));
  arguments.push_back({"--strict", "", "Take conditions for a no"});
  arguments.push_back(allow_empty_argument());
  arguments.push_back({"--also", "FORMAT:FILE", "Write the result in this form too; may be given again", Times::any,
                       candidates_for_also});
  arguments.push_back({"--summary", "", "Say what all deals together lack, and what would let most of them through"});
  return {"gate",
          "Say whether the reports held satisfy what deals ask for",
          {Format::text, Format::json, Format::junit, Format::github, Format::markdown, Format::html, Format::csv},
          std::move(arguments),
          run_gate,
          offered};
}

}  // namespace socrates::cli
