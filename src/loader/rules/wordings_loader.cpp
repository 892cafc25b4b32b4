// SPDX-License-Identifier: Apache-2.0
#include "loader/rules/wordings_loader.hpp"

#include <fmt/format.h>

#include <string>
#include <utility>

#include "loader/rules/conditions_loader.hpp"
#include "socrates/base/codes.hpp"

namespace socrates::loader {

namespace {

using base::Code;
using base::Diagnostics;

/// Words are chosen when the question is put, by what was answered before; so that nothing that is decided can hang on
/// them, nor they on it.
void refuse_later(const Entry& when, const model::Condition& condition, std::size_t question,
                  const UnfinishedRules& unfinished, Diagnostics& problems) {
  const model::RuleSet& rules = unfinished.rules;
  model::Subjects subjects;
  model::add_subjects(condition, rules, subjects);
  if (!subjects.decisions.empty()) {
    report(Code::wording_form, when,
           fmt::format("the words of '{}' depend on the decision '{}'", rules.questions[question].id,
                       rules.decisions[*subjects.decisions.begin()].id),
           problems, "name questions, or facts about questions");
    return;
  }
  const auto later = subjects.questions.lower_bound(question);
  if (later == subjects.questions.end()) return;
  report(Code::wording_form, when,
         *later == question ? fmt::format("the words of '{}' depend on its own answer", rules.questions[question].id)
                            : fmt::format("the words of '{}' depend on '{}', which is asked after it",
                                          rules.questions[question].id, rules.questions[*later].id),
         problems, "name only questions that are asked earlier");
}

void read_wordings_of(const Entry& list, std::size_t question, UnfinishedRules& unfinished, Diagnostics& problems) {
  if (!expect_list(list, "a list of wordings", problems)) return;
  for (const Entry& entry : items_of(list)) {
    model::Wording wording;
    const std::string& id = unfinished.rules.questions[question].id;
    const std::size_t number = unfinished.rules.questions[question].ask_when.size() + 1;
    unfinished.places[fmt::format("wording {} {}", id, number)] = entry.node->at;
    if (expect_mapping(entry, "a wording with when and ask", problems)) {
      expect_keys(entry, {"when", "ask"}, problems);
      if (auto when = require_condition(entry, "when", unfinished, problems)) {
        refuse_later(find(entry, "when").value(), *when, question, unfinished, problems);
        wording.when = *std::move(when);
      }
      wording.ask = require_text(entry, "ask", problems);
    }
    unfinished.rules.questions[question].ask_when.push_back(std::move(wording));
  }
}

}  // namespace

void read_wordings(const Entry& questions, UnfinishedRules& unfinished, Diagnostics& problems) {
  if (questions.node->kind != Node::Kind::mapping) return;
  for (const Entry& entry : members_of(questions)) {
    if (entry.node->kind != Node::Kind::mapping) continue;
    const auto question = model::find_question(unfinished.rules, entry.key);
    const auto list = find(entry, "ask_when");
    if (question && list) read_wordings_of(*list, *question, unfinished, problems);
  }
}

}  // namespace socrates::loader
