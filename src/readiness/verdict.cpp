// SPDX-License-Identifier: Apache-2.0
#include "socrates/readiness/verdict.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace socrates::readiness {
namespace {

/// What is counted, by the name of the question that asks for it.
struct Count {
  std::string_view question;
  int (*of)(const ReportReadiness& report, std::size_t left_out);
};

template <class List>
int length(const List& list) {
  return static_cast<int>(list.size());
}

/// None where no period is looked at.
int of_period(const ReportReadiness& report, std::size_t OverPeriod::*count) {
  return report.over ? static_cast<int>((*report.over).*count) : 0;
}

constexpr std::array<Count, 15> counts = {{
    {"type_1_blockers", [](const ReportReadiness& r, std::size_t) { return length(r.type_1.open); }},
    {"type_1_blockers_possible", [](const ReportReadiness& r, std::size_t) { return length(r.type_1.possible); }},
    {"type_2_blockers", [](const ReportReadiness& r, std::size_t) { return length(r.type_2_window.open); }},
    {"type_2_blockers_possible",
     [](const ReportReadiness& r, std::size_t) { return length(r.type_2_window.possible); }},
    {"coverage_percent", [](const ReportReadiness& r, std::size_t) { return percent(r.coverage).value_or(100); }},
    {"coverage_percent_at_most",
     [](const ReportReadiness& r, std::size_t) { return percent_if_unknown_in_place(r.coverage).value_or(100); }},
    {"without_control", [](const ReportReadiness& r, std::size_t) { return length(r.without.open); }},
    {"without_control_possible", [](const ReportReadiness& r, std::size_t) { return length(r.without.possible); }},
    {"occurrences_missed", [](const ReportReadiness& r, std::size_t) { return of_period(r, &OverPeriod::missed); }},
    {"occurrences_not_known",
     [](const ReportReadiness& r, std::size_t) { return of_period(r, &OverPeriod::not_known); }},
    {"controls_late", [](const ReportReadiness& r, std::size_t) { return of_period(r, &OverPeriod::late); }},
    {"controls_late_possible",
     [](const ReportReadiness& r, std::size_t) { return of_period(r, &OverPeriod::late_possible); }},
    {"controls_not_known", [](const ReportReadiness& r, std::size_t) { return r.coverage.counts.unknown; }},
    {"left_out", [](const ReportReadiness&, std::size_t left_out) { return static_cast<int>(left_out); }},
    {"months_operated", [](const ReportReadiness& r, std::size_t) { return r.window.months_operated; }},
}};

constexpr std::string_view report_question = "report";

model::Answer fact(const model::Question& question, const ReportReadiness& report, std::size_t left_out) {
  if (question.id == report_question && question.kind == model::QuestionKind::one) {
    const auto option = model::find_option(question, model::id_of(report.examination));
    if (option) return model::Choice{*option};
  }
  for (const Count& count : counts)
    if (count.question == question.id && question.kind == model::QuestionKind::number)
      return model::Number{std::clamp(count.of(report, left_out), question.from, question.to), {}};
  return model::Unknown{};
}

}  // namespace

Verdict judge(const engine::CompiledRules& rules, const ReportReadiness& report, std::size_t left_out) {
  Verdict verdict;
  for (const model::Question& question : rules.rules.questions)
    verdict.facts.push_back(fact(question, report, left_out));
  auto outcome = engine::evaluate(rules, verdict.facts);
  if (!outcome) throw std::logic_error("the counts contradict the rules about them");
  verdict.outcome = *std::move(outcome);
  return verdict;
}

Answer answer_of(const engine::CompiledRules& rules, const Verdict& verdict, std::string_view decision,
                 Certainty report) {
  const auto index = model::find_decision(rules.rules, decision);
  if (!index) return Answer::cannot_tell;
  const std::vector<std::size_t>& possible = verdict.outcome.decisions[*index].possible;
  if (possible.size() != 1) return Answer::cannot_tell;
  const std::string& value = rules.rules.decisions[*index].values[possible.front()].id;
  if (value == "ready") return Answer::yes;
  return value == "not_ready" && report == Certainty::sure ? Answer::no : Answer::cannot_tell;
}

Answer reaches(const ReportReadiness& report, int percent) {
  if (report.bounds.least >= percent) return Answer::yes;
  if (report.bounds.most < percent && report.certainty == Certainty::sure) return Answer::no;
  return Answer::cannot_tell;
}

Answer weaker(Answer a, Answer b) { return std::min(a, b); }

bool is_counted(std::string_view question) {
  return question == report_question ||
         std::any_of(counts.begin(), counts.end(), [&](const Count& count) { return count.question == question; });
}

}  // namespace socrates::readiness
