// SPDX-License-Identifier: Apache-2.0
//
// Three states meet: what the file held when it was last read or written here, what it holds now, and what is known
// here. Where the first two agree, nobody has touched an answer; where the first and the last agree, only others have.

#include "cli/saved_answers.hpp"

#include <fmt/format.h>

#include <set>
#include <utility>

#include "cli/files.hpp"
#include "cli/save.hpp"
#include "socrates/loader/answers_loader.hpp"
#include "socrates/model/answer_words.hpp"
#include "socrates/render/interview.hpp"

namespace socrates::cli {
namespace {

/// Who has changed an answer since the file was last read or written.
enum class Change { none, theirs, both };

template <class Answer>
Change change_of(const Answer& before, const Answer& theirs, const Answer& ours) {
  if (theirs == before || theirs == ours) return Change::none;
  return ours == before ? Change::theirs : Change::both;
}

bool is_known(const model::ControlAnswer& answer) { return answer.status != model::ControlStatus::unknown; }

std::string_view text_of(const model::ControlAnswer& answer) {
  return is_known(answer) ? model::id_of(answer.status) : "not known";
}

}  // namespace

SavedAnswers::SavedAnswers(std::string path, const Rules& rules, base::Date today)
    : path_(std::move(path)),
      rules_(rules),
      today_(today),
      answers_(rules.compiled().rules.questions.size()),
      controls_(rules.controls().controls.size()) {}

bool SavedAnswers::open(base::Diagnostics& problems) {
  if (!is_file(path_)) return true;
  std::optional<base::Source> source = read_source(path_, problems);
  if (source) text_ = std::move(source->text);
  return source.has_value();
}

void SavedAnswers::read(const model::Answers& answers, const model::ControlAnswers& controls,
                        const model::About& about) {
  answers_ = answers;
  controls_ = controls;
  about_ = about;
}

std::optional<SavedAnswers::Merged> SavedAnswers::merge(interview::Interview& interview,
                                                        model::ControlAnswers& controls,
                                                        readiness::Questionnaire* questionnaire,
                                                        base::Diagnostics& problems) {
  Merged merged;
  if (!is_file(path_)) {
    merged.is_gone = text_.has_value();
    return merged;
  }
  const std::optional<base::Source> source = read_source(path_, problems);
  if (!source) return std::nullopt;
  if (source->text == text_) return merged;
  const std::size_t before = problems.count();
  auto theirs = loader::load_answers(*source, {rules_.compiled().rules, rules_.controls()}, today_, problems);
  if (!theirs || problems.count() != before) return std::nullopt;
  about_ = theirs->about;
  merge_questions(theirs->answers, interview, merged);
  merge_controls(theirs->controls, controls, questionnaire, merged);
  return merged;
}

void SavedAnswers::merge_questions(const model::Answers& theirs, interview::Interview& interview,
                                   Merged& merged) const {
  const model::RuleSet& rules = interview.compiled().rules;
  std::vector<std::size_t> wanted;
  std::set<std::size_t> kept;
  for (std::size_t q = 0; q < theirs.size(); ++q) {
    const Change change = change_of(answers_[q], theirs[q], interview.answers()[q]);
    if (change == Change::theirs && !model::is_unknown(theirs[q]))
      wanted.push_back(q);
    else if (change != Change::none)
      kept.insert(q);
  }
  // An answer may contradict what is known here until another one is taken over.
  for (std::size_t before = wanted.size() + 1; before > wanted.size();) {
    before = wanted.size();
    std::erase_if(wanted, [&](std::size_t q) {
      if (!interview.learn(q, theirs[q])) return false;
      merged.taken.push_back(rules.questions[q].id);
      return true;
    });
  }
  kept.insert(wanted.begin(), wanted.end());
  for (const std::size_t q : kept) {
    const std::string& id = rules.questions[q].id;
    merged.kept.push_back(fmt::format("{}: {}", id, model::filled("{" + id + "}", rules, theirs)));
  }
}

void SavedAnswers::merge_controls(const model::ControlAnswers& theirs, model::ControlAnswers& controls,
                                  readiness::Questionnaire* questionnaire, Merged& merged) const {
  for (std::size_t i = 0; i < theirs.size(); ++i) {
    const Change change = change_of(controls_[i], theirs[i], controls[i]);
    if (change == Change::none) continue;
    const std::string& id = rules_.controls().controls[i].id;
    if (change == Change::both || !is_known(theirs[i])) {
      merged.kept.push_back(fmt::format("{}: {}", id, text_of(theirs[i])));
      continue;
    }
    merged.taken.push_back(id);
    controls[i] = theirs[i];
    if (questionnaire != nullptr) questionnaire->learn(i, theirs[i]);
  }
}

std::optional<SavedAnswers::Merged> SavedAnswers::save(interview::Interview& interview, model::ControlAnswers& controls,
                                                       readiness::Questionnaire* questionnaire,
                                                       base::Diagnostics& problems) {
  std::optional<Merged> merged = merge(interview, controls, questionnaire, problems);
  if (!merged) return std::nullopt;
  std::string text = render::saved_answers(interview, rules_.controls(), controls, about_);
  if (!cli::save(path_, text, problems)) return std::nullopt;
  text_ = std::move(text);
  answers_ = interview.answers();
  controls_ = controls;
  return merged;
}

}  // namespace socrates::cli
