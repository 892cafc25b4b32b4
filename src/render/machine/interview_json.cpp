// SPDX-License-Identifier: Apache-2.0
//
// An interview for a program that shows it on a screen of its own. It is written anew after each turn, so it holds what
// a screen needs at once; what somebody has to ask for, such as why, is apart.

#include <algorithm>
#include <string>

#include "render/decision_words.hpp"
#include "render/machine/json_form.hpp"
#include "render/readiness_words.hpp"
#include "render/sentence.hpp"
#include "socrates/interview/reply.hpp"
#include "socrates/readiness/rhythm.hpp"
#include "socrates/render/interview.hpp"
#include "socrates/render/interview_state.hpp"
#include "socrates/render/layout.hpp"

namespace socrates::render {
namespace {

using interview::Interview;
using interview::Offer;
using interview::OptionState;

std::string_view kind_name(model::QuestionKind kind) {
  switch (kind) {
    case model::QuestionKind::yes_no:
      return "yes_no";
    case model::QuestionKind::one:
      return "one";
    case model::QuestionKind::several:
      return "several";
    case model::QuestionKind::number:
      return "number";
  }
  return {};
}

std::string offered_label(const model::Question& question, std::size_t option) {
  if (question.kind == model::QuestionKind::yes_no) return option == 1 ? "Yes" : "No";
  return one_line(label_of(question.options[option]));
}

Json section_form(const model::RuleSet& rules, std::size_t question) {
  const auto section = rules.questions[question].section;
  return section ? Json(one_line(label_of(rules.sections[*section]))) : Json();
}

/// Whether the answer that stands has the option chosen.
bool is_chosen(const model::Answer& answer, std::size_t option) {
  if (const auto* const choice = std::get_if<model::Choice>(&answer)) return choice->option == option;
  if (const auto* const selection = std::get_if<model::Selection>(&answer))
    return selection->options.at(option) == model::Chosen::yes;
  return false;
}

Json labels_in(const model::Question& question, const Offer& offer, OptionState state) {
  Json labels = Json::array();
  for (std::size_t option = 0; option < offer.options.size(); ++option)
    if (offer.options[option] == state) labels.push_back(offered_label(question, option));
  return labels;
}

/// What is typed to give the answer again; empty where that is not a number.
std::string typed(const model::Answer& answer) {
  const auto* const number = std::get_if<model::Number>(&answer);
  if (number == nullptr) return {};
  return number->date.empty() ? std::to_string(number->value) : number->date;
}

Json question_form(const Interview& interview) {
  const model::RuleSet& rules = interview.compiled().rules;
  const std::size_t q = *interview.question();
  const model::Question& question = rules.questions[q];
  const Offer offer = interview.offer();
  const model::Answer before = interview.is_revisited() ? interview.answers()[q] : model::Answer();
  Json form = {{"id", question.id},
               {"section", section_form(rules, q)},
               {"ask", one_line(question.ask)},
               {"help", one_line(question.help)},
               {"kind", kind_name(question.kind)},
               {"is_revisited", interview.is_revisited()},
               {"was_skipped", interview.is_revisited() && interview.skipped()[q]},
               {"answer", interview.is_revisited() ? Json(said_back(question, before)) : Json()},
               {"typed", typed(before)},
               {"what_to_type", interview::what_to_type(question, offer)},
               {"may_be_none", offer.may_be_none},
               {"unit", question.unit},
               {"options", Json::array()},
               {"named", Json::array()},
               {"noted", labels_in(question, offer, OptionState::chosen)},
               {"noted_as_no", labels_in(question, offer, OptionState::refused)}};
  for (std::size_t n = 0; n < offer.numbered.size(); ++n)
    form["options"].push_back({{"number", n + 1},
                               {"label", offered_label(question, offer.numbered[n])},
                               {"is_chosen", is_chosen(before, offer.numbered[n])}});
  for (const model::NamedNumber& named : question.named)
    form["named"].push_back({{"number", named.number}, {"meaning", one_line(named.meaning)}});
  return form;
}

/// Each decision with what it may still be; what applies to nothing is left out.
Json decisions_form(const Recommendation& standing) {
  Json all = Json::array();
  for (const DecisionView& view : decisions_in_order(standing)) {
    const bool is_set = view.decision->combine == model::Combine::collect;
    if (is_surely(view, "not_applicable")) continue;
    const std::string label = label_of(view);
    if (is_set && label.empty() && is_settled(view)) continue;
    all.push_back({{"id", view.decision->id},
                   {"title", one_line(title_of(*view.decision))},
                   {"value", one_line(label)},
                   {"is_settled", is_settled(view)}});
  }
  return all;
}

Json visited_form(const Interview& interview) {
  const model::RuleSet& rules = interview.compiled().rules;
  Json all = Json::array();
  for (const std::size_t q : interview.visited())
    all.push_back(
        {{"section", section_form(rules, q)},
         {"ask", one_line(rules.questions[q].ask)},
         {"answer",
          interview.skipped()[q] ? Json() : Json(one_line(said_back(rules.questions[q], interview.answers()[q])))}});
  return all;
}

Json date_form(const std::optional<base::Date>& date) { return date ? Json(base::to_text(*date)) : Json(); }

/// What there is to say of a control beside its status.
Json asked_of(const ControlsState& state, const model::Control& control) {
  const bool is_performed = readiness::rhythm_of(state.catalogue, control).months > 0;
  return {{"since", is_performed || control.blocks != model::Blocks::nothing}, {"performed", is_performed}};
}

Json control_form(const ControlsState& state, std::size_t c) {
  const model::Control& control = state.catalogue.controls[c];
  const model::ControlAnswer& answer = state.answers[c];
  Json performed = Json::array();
  if (answer.performed)
    for (const base::Date day : *answer.performed) performed.push_back(base::to_text(day));
  return {{"id", control.id},
          {"title", one_line(control.title)},
          {"ask", one_line(control.ask)},
          {"why", one_line(control.why)},
          {"evidence", one_line(control.evidence)},
          {"evidence_over_period", one_line(control.evidence_over_period)},
          {"small_company", one_line(control.small_company)},
          {"owner", one_line(state.catalogue.owners[control.owner].label)},
          {"is_sure", readiness::certainty_of(state.scope.controls[c]) == readiness::Certainty::sure},
          {"status", std::string(model::id_of(answer.status))},
          {"since", date_form(answer.since)},
          {"last", date_form(answer.last)},
          {"performed", std::move(performed)},
          {"reason", answer.reason},
          {"asks_for", asked_of(state, control)}};
}

}  // namespace

std::string interview_json(const InterviewState& state) {
  const Interview& interview = state.interview;
  const Recommendation standing{interview.compiled().rules,
                                interview.answers(),
                                interview.outcome(),
                                state.criteria,
                                state.today,
                                nullptr,
                                state.about};
  const std::string counts = one_line(counts_text(interview.counts()));
  const Json document = {{"question", interview.question() ? question_form(interview) : Json()},
                         {"at_most_more", interview.at_most_more()},
                         {"counts", counts},
                         {"service", state.about.service},
                         {"summary", one_line(summary(standing))},
                         {"standing", one_line(state_text(interview))},
                         {"decisions", decisions_form(standing)},
                         {"visited", visited_form(interview)},
                         {"remarks", state.remarks},
                         {"is_refused", state.is_refused}};
  return written(document, Layout::line);
}

std::string consequences_json(const Interview& interview) {
  Json changes = Json::array();
  for (const Consequence& consequence : consequences(interview))
    changes.push_back(
        {{"decision", consequence.decision}, {"values", consequence.values}, {"example", consequence.example}});
  return written({{"nothing", no_consequence},
                  {"changes", std::move(changes)},
                  {"about_sources", sources_of_help},
                  {"sources", help_sources(interview)}},
                 Layout::line);
}

std::string controls_json(const ControlsState& state) {
  Json groups = Json::array();
  for (std::size_t g = 0; g < state.catalogue.groups.size(); ++g) {
    Json controls = Json::array();
    for (std::size_t c = 0; c < state.catalogue.controls.size(); ++c)
      if (state.catalogue.controls[c].group == g &&
          readiness::certainty_of(state.scope.controls[c]) != readiness::Certainty::out)
        controls.push_back(control_form(state, c));
    if (!controls.empty())
      groups.push_back({{"label", one_line(label_of(state.catalogue.groups[g]))}, {"controls", std::move(controls)}});
  }
  Json statuses = Json::array();
  for (const model::StatusName& name : model::status_names)
    statuses.push_back({{"id", name.id}, {"label", name.label}});
  return written({{"groups", std::move(groups)}, {"statuses", std::move(statuses)}}, Layout::line);
}

}  // namespace socrates::render
