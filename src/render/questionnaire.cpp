// SPDX-License-Identifier: Apache-2.0
#include "socrates/render/questionnaire.hpp"
#include "render/readiness_words.hpp"

#include <fmt/format.h>

#include <vector>

#include "render/sentence.hpp"
#include "socrates/render/escape.hpp"

namespace socrates::render {
namespace {

using readiness::Questionnaire;

const model::Control& control_of(const Questionnaire& questionnaire) {
  return questionnaire.catalogue().controls[*questionnaire.control()];
}

/// How an answer that was given before is kept; empty where there is none.
std::string kept_text(const Questionnaire& questionnaire) {
  const std::vector<std::size_t> kept = questionnaire.revisited();
  if (kept.empty()) return {};
  const model::ControlAnswer& answer = questionnaire.answers()[kept.front()];
  const std::string where = kept.size() == 1 ? "" : fmt::format(", for {} controls", kept.size());
  return answer.status == model::ControlStatus::unknown
             ? wrap(fmt::format("You have skipped this{}. Press Enter to leave it so, or:", where))
             : wrap(fmt::format("Your answer: {}{}. Press Enter to keep it, or:", label_of(answer.status), where));
}

}  // namespace

std::string control_question_text(const Questionnaire& questionnaire, Color color) {
  const model::Control& control = control_of(questionnaire);
  const base::SharedText& group = questionnaire.catalogue().groups[control.group].label;
  std::string text = "\n" + wrap(fmt::format("{} ({} left in this group, {} in all)", prose(group),
                                             questionnaire.rest_of_group().size(), questionnaire.progress().open));
  text += wrap(prose(fmt::format("{} {}", control.id, control.title))) + "\n";
  return text + control_asked_text(questionnaire, color);
}

std::string control_asked_text(const Questionnaire& questionnaire, Color color) {
  const std::size_t in_group = questionnaire.rest_of_group().size();
  std::string text = bold(wrap(prose(control_of(questionnaire).ask)), color);
  if (const auto proposed = questionnaire.answers()[*questionnaire.control()].proposed)
    text += wrap(fmt::format("Proposed, and still to be confirmed: {}.", label_of(*proposed)));
  std::size_t number = 0;
  for (const model::StatusName& name : model::status_names)
    text += labelled(fmt::format("  {:>2} ", ++number), name.label);
  std::string also = "Type a number from 1 to 5";
  if (in_group > 1) also += fmt::format(", or 'all' and a number for the {} that are left in this group", in_group);
  return text + kept_text(questionnaire) + wrap(also + "; also ?, why, back, repeat, skip, quit.");
}

std::string control_help_text(const Questionnaire& questionnaire) {
  const model::Control& control = control_of(questionnaire);
  std::string text = wrap("Evidence: " + prose(control.evidence), {2, 4});
  if (!control.evidence_over_period.empty())
    text += wrap("Over the period: " + prose(control.evidence_over_period), {2, 4});
  if (!control.small_company.empty()) text += wrap("In a very small company: " + prose(control.small_company), {2, 4});
  text += wrap(prose(fmt::format("Usually owned by {}; from scratch it takes {} (planning estimate).",
                                 questionnaire.catalogue().owners[control.owner].label, weeks_text(control.weeks))),
               {2, 4});
  return text + wrap(
                    "why: why it matters. all 4: the same answer for all that are left in this group. back: the "
                    "question before. skip: you do not know. quit: stop here; your answers are saved.",
                    {2, 2});
}

std::string control_why_text(const Questionnaire& questionnaire) {
  const model::Control& control = control_of(questionnaire);
  std::vector<std::string> targets = control.criteria;
  targets.insert(targets.end(), control.objectives.begin(), control.objectives.end());
  std::string text = wrap(prose(control.why), {2, 2});
  if (control.blocks != model::Blocks::nothing)
    text += wrap(fmt::format("While it is not in place it {}.", holds_up(control.blocks)), {2, 2});
  text += wrap(targets.empty() ? std::string("It belongs to the examination as such.")
                               : "It serves " + prose(listed(targets, "and")) + ".",
               {2, 2});
  std::vector<std::string> before;
  for (const std::size_t needed : control.depends_on) before.push_back(questionnaire.catalogue().controls[needed].id);
  if (!before.empty()) text += wrap("It comes after " + prose(listed(before, "and")) + ".", {2, 2});
  return text;
}

std::string progress_text(const readiness::Progress& progress) {
  return wrap(fmt::format("Controls: {} answered, {} known before, {} skipped, {} left.", progress.answered,
                          progress.known, progress.skipped, progress.open));
}

}  // namespace socrates::render
