// SPDX-License-Identifier: Apache-2.0
#include "oracle.hpp"

#include <algorithm>
#include <string>

namespace socrates::tests {
namespace {

using Set = std::vector<std::size_t>;

Set known_questions(const model::Answers& answers) {
  Set known;
  for (std::size_t q = 0; q < answers.size(); ++q)
    if (!model::is_unknown(answers[q])) known.push_back(q);
  return known;
}

std::size_t count_known(const model::Selection& selection) {
  return static_cast<std::size_t>(std::count_if(selection.options.begin(), selection.options.end(),
                                                [](model::Chosen c) { return c != model::Chosen::unknown; }));
}

std::size_t count_known(const model::Answers& answers) {
  std::size_t count = 0;
  for (const model::Answer& answer : answers) {
    const auto* const selection = std::get_if<model::Selection>(&answer);
    count += selection != nullptr ? count_known(*selection) : model::is_unknown(answer) ? 0 : 1;
  }
  return count;
}

bool is_part(const model::Answer& part, const model::Answer& whole) {
  const auto* const some = std::get_if<model::Selection>(&part);
  const auto* const all = std::get_if<model::Selection>(&whole);
  if (some == nullptr) return model::is_unknown(part) || part == whole;
  for (std::size_t i = 0; all != nullptr && i < some->options.size(); ++i)
    if (some->options[i] != model::Chosen::unknown && some->options[i] != all->options[i]) return false;
  return all != nullptr;
}

/// All ways to forget options of the selections among the answers, at least one option each kept.
void each_weaker(model::Answers& answers, std::size_t question, std::size_t option,
                 const std::function<void(const model::Answers&)>& visit) {
  if (question == answers.size()) return visit(answers);
  auto* const selection = std::get_if<model::Selection>(&answers[question]);
  if (selection == nullptr || option == selection->options.size()) return each_weaker(answers, question + 1, 0, visit);
  each_weaker(answers, question, option + 1, visit);
  const model::Chosen kept = selection->options[option];
  if (kept == model::Chosen::unknown) return;
  selection->options[option] = model::Chosen::unknown;
  each_weaker(answers, question, option + 1, visit);
  std::get<model::Selection>(answers[question]).options[option] = kept;
}

}  // namespace

bool is_sure(const worlds::World& world, const model::Answers& answers, const RowTest& passes) {
  bool is_possible = false;
  for (const std::size_t row : worlds::completions(world, answers)) {
    if (!worlds::is_possible(world.verdicts[row])) continue;
    if (!passes(row)) return false;
    is_possible = true;
  }
  return is_possible;
}

model::Answers only(const model::Answers& answers, const Set& questions) {
  model::Answers result(answers.size());
  for (const std::size_t q : questions) result[q] = answers[q];
  return result;
}

std::vector<Set> known_sets(const model::Answers& answers, std::size_t size) {
  const Set known = known_questions(answers);
  std::vector<Set> sets;
  for (std::size_t code = 0; code < (std::size_t{1} << known.size()); ++code) {
    Set set;
    for (std::size_t i = 0; i < known.size(); ++i)
      if (((code >> i) & 1U) != 0) set.push_back(known[i]);
    if (set.size() == size) sets.push_back(std::move(set));
  }
  std::sort(sets.begin(), sets.end());
  return sets;
}

std::string ground_defect(const worlds::World& world, const model::Answers& whole, const model::Answers& ground,
                          const RowTest& passes) {
  for (std::size_t q = 0; q < whole.size(); ++q)
    if (!is_part(ground[q], whole[q])) return "not what was answered";
  if (!is_sure(world, ground, passes)) return "not enough";
  const Set questions = known_questions(ground);
  for (std::size_t size = 0; size <= questions.size(); ++size)
    for (const Set& set : known_sets(whole, size)) {
      if (size == questions.size() && set >= questions) break;
      if (is_sure(world, only(whole, set), passes)) return "fewer or earlier questions are enough";
    }
  std::string defect;
  model::Answers begun = only(whole, questions);
  each_weaker(begun, 0, 0, [&](const model::Answers& weaker) {
    if (count_known(weaker) < count_known(ground) && is_sure(world, weaker, passes))
      defect = "fewer options are enough";
  });
  return defect;
}

Set changed_questions(const worlds::World& world, const model::Answers& answers, std::size_t row) {
  Set changed;
  for (std::size_t q = 0; q < answers.size(); ++q) {
    const model::Answer& given = world.answers[row][q];
    if (const auto* const selection = std::get_if<model::Selection>(&given)) {
      const auto* const known = std::get_if<model::Selection>(&answers[q]);
      for (std::size_t i = 0; known != nullptr && i < selection->options.size(); ++i)
        if (known->options[i] != model::Chosen::unknown && known->options[i] != selection->options[i]) {
          changed.push_back(q);
          break;
        }
    } else if (!model::is_unknown(answers[q]) && !(answers[q] == given)) {
      changed.push_back(q);
    }
  }
  return changed;
}

}  // namespace socrates::tests
