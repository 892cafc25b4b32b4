// SPDX-License-Identifier: Apache-2.0
#include "web/session.hpp"

#include <stdexcept>
#include <utility>

#include "socrates/base/codes.hpp"
#include "socrates/base/words.hpp"
#include "socrates/engine/outcome.hpp"
#include "socrates/interview/reply.hpp"
#include "socrates/loader/answers_loader.hpp"
#include "socrates/model/answer_words.hpp"
#include "socrates/render/interview.hpp"
#include "socrates/render/interview_state.hpp"

namespace socrates::web {
namespace {

using interview::Interview;

Interview begun(const engine::CompiledRules& compiled) {
  auto interview = Interview::begin(compiled, model::Answers(compiled.rules.questions.size()));
  if (!interview) throw std::logic_error("rules contradict themselves before anything is answered");
  return *std::move(interview);
}

std::string contradiction(const model::RuleSet& rules, std::size_t clause, const model::Answers& answers) {
  return model::filled(rules.impossible[clause].because, rules, answers);
}

}  // namespace

Session::Session(const Rules& rules, base::Date today)
    : rules_(&rules),
      today_(today),
      interview_(begun(rules.compiled)),
      controls_(rules.catalogue.controls.controls.size()) {}

bool Session::open(const base::Source& answers, base::Diagnostics& problems) {
  const std::size_t before = problems.count();
  const engine::CompiledRules& compiled = rules_->compiled;
  auto loaded = loader::load_answers(answers, {compiled.rules, rules_->catalogue.controls}, today_, problems);
  if (!loaded || problems.count() != before) return false;
  auto begun = Interview::begin(compiled, loaded->answers);
  if (!begun) {
    for (const std::size_t clause : engine::contradictions(compiled, loaded->answers))
      problems.add(base::Code::contradiction, {},
                   "these answers contradict each other: " + contradiction(compiled.rules, clause, loaded->answers));
    return false;
  }
  interview_ = *std::move(begun);
  controls_ = std::move(loaded->controls);
  controls_.resize(rules_->catalogue.controls.controls.size());
  about_ = std::move(loaded->about);
  remarks_.clear();
  is_refused_ = false;
  return true;
}

bool Session::note(const base::Source& object, base::Diagnostics& problems) {
  const std::size_t before = problems.count();
  const auto loaded =
      loader::load_answers(object, {rules_->compiled.rules, rules_->catalogue.controls}, today_, problems);
  if (!loaded || problems.count() != before) return false;
  for (std::size_t c = 0; c < loaded->control_places.size(); ++c)
    if (loaded->control_places[c].name.source != nullptr) controls_[c] = loaded->controls[c];
  return true;
}

bool Session::rename(const base::Source& object, base::Diagnostics& problems) {
  const std::size_t before = problems.count();
  const auto loaded = loader::load_answers(object, rules_->compiled.rules, today_, problems);
  if (!loaded || problems.count() != before) return false;
  about_.service = loaded->about.service;
  return true;
}

void Session::reply(std::string_view line) {
  remarks_.clear();
  is_refused_ = false;
  const std::string_view text = base::trimmed(line);
  if (!interview_.question()) {
    const auto command = interview::parse_command(text);
    if (command && std::holds_alternative<interview::Edit>(*command))
      edit(std::get<interview::Edit>(*command).number);
    else if (command && std::holds_alternative<interview::Command>(*command))
      obey(std::get<interview::Command>(*command));
    else
      refuse("everything is answered");
    return;
  }
  const model::Question& question = rules_->compiled.rules.questions[*interview_.question()];
  interview::Reply reply = interview::parse_reply(question, interview_.offer(), today_, text);
  if (const auto* const misread = std::get_if<interview::Misread>(&reply))
    refuse(misread->reason);
  else if (const auto* const command = std::get_if<interview::Command>(&reply))
    obey(*command);
  else if (const auto* const number = std::get_if<interview::Edit>(&reply))
    edit(number->number);
  else
    answer(std::move(std::get<model::Answer>(reply)), text);
}

void Session::keep() {
  remarks_.clear();
  is_refused_ = false;
  if (interview_.is_revisited()) interview_.keep();
}

void Session::answer(model::Answer reply, std::string_view typed) {
  const model::RuleSet& rules = rules_->compiled.rules;
  const std::size_t question = *interview_.question();
  const model::Answers before = interview_.answers();
  const std::vector<std::size_t> clauses = interview_.answer(std::move(reply));
  for (const std::size_t clause : clauses)
    refuse("this contradicts an earlier answer: " + contradiction(rules, clause, interview_.answers()));
  if (!clauses.empty()) return;
  const std::string taken = render::taken_text(rules.questions[question], interview_.answers()[question], typed);
  const auto* const number = std::get_if<model::Number>(&interview_.answers()[question]);
  if (number != nullptr && !number->date.empty() && !taken.empty()) remarks_.push_back(base::capitalized(taken) + ".");
  remark_on_set_aside(before);
}

void Session::remark_on_set_aside(const model::Answers& before) {
  for (const std::size_t question : interview_.set_aside())
    if (!model::is_unknown(before[question]))
      remarks_.push_back(base::capitalized(render::set_aside_text(interview_, question, before[question])) + ".");
}

void Session::obey(interview::Command command) {
  switch (command) {
    case interview::Command::back:
      if (!interview_.back()) refuse("this is the first question of this interview");
      return;
    case interview::Command::skip: {
      if (!interview_.question()) return;
      const model::Answers before = interview_.answers();
      interview_.skip();
      remark_on_set_aside(before);
      return;
    }
    case interview::Command::help:
    case interview::Command::why:
    case interview::Command::review:
    case interview::Command::repeat:
    case interview::Command::quit:
      refuse("use the buttons of this page for that");
  }
}

void Session::edit(std::size_t number) {
  const std::vector<std::size_t>& visited = interview_.visited();
  if (number < 1 || number > visited.size() || !interview_.edit(visited[number - 1])) refuse("there is no such answer");
}

void Session::refuse(std::string_view reason) {
  std::string text = base::capitalized(std::string(reason));
  if (!text.ends_with('.') && !text.ends_with('?')) text += '.';
  remarks_.push_back(std::move(text));
  is_refused_ = true;
}

std::string Session::state() const {
  return render::interview_json({interview_, rules_->catalogue.criteria, today_, about_, remarks_, is_refused_});
}

std::string Session::why() const {
  return interview_.question() ? render::consequences_json(interview_) : std::string();
}

std::string Session::controls() const {
  const readiness::Scope scope =
      readiness::scope_of(rules_->compiled.rules, interview_.answers(), interview_.outcome(), rules_->catalogue);
  return render::controls_json({rules_->catalogue.controls, scope, controls_});
}

std::string Session::answers() const {
  return render::saved_answers(interview_, rules_->catalogue.controls, controls_, about_);
}

}  // namespace socrates::web
