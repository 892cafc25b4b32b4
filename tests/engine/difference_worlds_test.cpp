// SPDX-License-Identifier: Apache-2.0
// The difference of random pairs of rule sets, against looking at every answer to the questions of both.
#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "catch.hpp"
#include "effort.hpp"
#include "socrates/engine/difference.hpp"
#include "worlds/build.hpp"
#include "worlds/dump.hpp"
#include "worlds/naive.hpp"
#include "worlds/random_rules.hpp"

namespace socrates::tests {
namespace {

using namespace worlds;
using model::Question;
using model::QuestionKind;

std::vector<Question> random_edit(std::vector<Question> questions, Draw& draw) {
  Question& question = draw.one_of(questions).id == questions.front().id ? questions.front() : questions.back();
  switch (draw.below(6)) {
    case 0:
      if (questions.size() > 2) questions.pop_back();
      return questions;
    case 1:
      questions.insert(questions.begin(), yes_no("added"));
      return questions;
    case 2:
      if (question.kind == QuestionKind::number) {
        question.from -= draw.between(0, 1);
        question.to += draw.between(-1, 1);
        question.to = std::max(question.from, question.to);
      } else if (question.kind != QuestionKind::yes_no) {
        question.options.push_back({question.id + "new", ""});
      }
      return questions;
    case 3:
      if (question.kind == QuestionKind::one && question.options.size() > 2)
        question.options.erase(question.options.begin());
      if (question.kind == QuestionKind::several && question.options.size() > 1) question.options.pop_back();
      return questions;
    default:
      return questions;
  }
}

/// The answer of one side to its question, from an answer to the common one; none where the side cannot take it.
std::optional<model::Answer> taken(const Question& own, const Question& common, const model::Answer& answer) {
  if (const auto* number = std::get_if<model::Number>(&answer))
    return number->value < own.from || number->value > own.to ? std::nullopt : std::optional(answer);
  if (const auto* choice = std::get_if<model::Choice>(&answer)) {
    const auto option = model::find_option(own, common.options[choice->option].id);
    return option ? std::optional<model::Answer>(model::Choice{*option}) : std::nullopt;
  }
  model::Selection selection;
  for (const model::Named& option : own.options)
    selection.options.push_back(
        std::get<model::Selection>(answer).options[model::find_option(common, option.id).value()]);
  return selection;
}

std::optional<model::Answers> taken(const model::RuleSet& own, const model::RuleSet& common,
                                    const model::Answers& answers) {
  model::Answers result;
  for (const Question& question : own.questions) {
    const auto same = std::find_if(common.questions.begin(), common.questions.end(), [&](const Question& other) {
      return other.id == question.id && other.kind == question.kind;
    });
    auto answer = taken(question, *same, answers[static_cast<std::size_t>(same - common.questions.begin())]);
    if (!answer) return std::nullopt;
    result.push_back(*std::move(answer));
  }
  return result;
}

/// `decision before after`, as `Change` has them.
using Key = std::vector<std::string>;
using Regions = std::map<Key, std::set<std::size_t>>;

struct Looked {
  Regions regions;
  std::set<std::size_t> both_take;
  std::set<std::size_t> both_possible;
};

void compare(const model::RuleSet& before, const Verdict& was, const model::RuleSet& after, const Verdict& is,
             std::size_t i, Regions& regions) {
  for (std::size_t a = 0; a < after.decisions.size(); ++a) {
    const model::Decision& now = after.decisions[a];
    const auto b = model::find_decision(before, now.id);
    if (!b) continue;
    const model::Decision& old = before.decisions[*b];
    const bool is_set = now.combine == model::Combine::collect;
    if ((old.combine == model::Combine::collect) != is_set) continue;
    std::set<std::string> old_ids;
    std::set<std::string> new_ids;
    for (const std::size_t value : was.values[*b]) old_ids.insert(old.values[value].id);
    for (const std::size_t value : is.values[a]) new_ids.insert(now.values[value].id);
    if (!is_set) {
      if (old_ids != new_ids) regions[{now.id, *old_ids.begin(), *new_ids.begin()}].insert(i);
      continue;
    }
    for (const std::string& id : new_ids)
      if (old_ids.count(id) == 0) regions[{now.id, "", id}].insert(i);
    for (const std::string& id : old_ids)
      if (new_ids.count(id) == 0) regions[{now.id, id, ""}].insert(i);
  }
}

Looked look(const model::RuleSet& before, const model::RuleSet& after, const World& world) {
  Looked looked;
  for (std::size_t i = 0; i < world.answers.size(); ++i) {
    const auto old_answers = taken(before, world.rules, world.answers[i]);
    const auto new_answers = taken(after, world.rules, world.answers[i]);
    if (!old_answers || !new_answers) continue;
    looked.both_take.insert(i);
    const Verdict was = judge(before, *old_answers);
    const Verdict is = judge(after, *new_answers);
    if (is_possible(was) && is_possible(is)) {
      looked.both_possible.insert(i);
      compare(before, was, after, is, i, looked.regions);
    } else if (is_possible(was)) {
      looked.regions[{"", "possible", "contradictory"}].insert(i);
    } else if (is_possible(is)) {
      looked.regions[{"", "contradictory", "possible"}].insert(i);
    }
  }
  return looked;
}

bool is_in(const engine::Allowed& box, const engine::Allowed& answers) {
  for (std::size_t v = 0; v < box.size(); ++v)
    if ((box[v] & answers[v]) == 0) return false;
  return true;
}

Regions regions_of(const engine::Difference& difference, const World& world, const Looked& looked) {
  Regions regions;
  for (const engine::Change& change : difference.changes) {
    CHECK(change.is_whole);
    const auto& allowed_answers = change.decision.empty() ? looked.both_take : looked.both_possible;
    std::set<std::size_t>& region = regions[{change.decision, change.before, change.after}];
    for (const std::size_t i : allowed_answers) {
      const engine::Allowed answers = engine::allowed_by(difference.space, world.answers[i]);
      if (std::any_of(change.boxes.begin(), change.boxes.end(), [&](const auto& box) { return is_in(box, answers); }))
        region.insert(i);
    }
    CHECK(to_text(change.answers) == std::to_string(region.size()));
    const double share = static_cast<double>(region.size()) / static_cast<double>(allowed_answers.size());
    CHECK(std::abs(change.share - share) < 1e-9);
    for (const std::size_t i : completions(world, change.example)) CHECK(region.count(i) == 1);
  }
  return regions;
}

}  // namespace

TEST_CASE("the difference of random rule sets is what looking at all answers finds, in both directions") {
  std::size_t changed = 0;
  std::size_t structural = 0;
  for (std::uint64_t seed = 1; seed <= share_of(500); ++seed) {
    Draw draw(seed);
    const model::RuleSet before = random_rules(draw, Soundness::sound, 150);
    const std::vector<Question> questions = draw.chance(50) ? before.questions : random_edit(before.questions, draw);
    const model::RuleSet after = random_rules_about(questions, draw, Soundness::sound);
    const auto difference = engine::difference(before, after, 1000);
    REQUIRE(difference.has_value());
    model::RuleSet common;
    common.questions = difference->common.questions;
    const World world = world_of(common);
    const Looked looked = look(before, after, world);
    INFO("seed " << seed << "\nbefore\n" << dump(before) << "\nafter\n" << dump(after));
    CHECK(regions_of(*difference, world, looked) == looked.regions);
    changed += looked.regions.empty() ? 0 : 1;
    structural += difference->structure.empty() ? 0 : 1;

    // NOLINTNEXTLINE(readability-suspicious-call-argument): the other way round is what is meant
    const auto backwards = engine::difference(after, before, 1000);
    REQUIRE(backwards.has_value());
    CHECK(backwards->changes.size() == difference->changes.size());
    for (const engine::Change& change : difference->changes) {
      const std::string now = change.decision.empty() && change.after == "possible" ? "possible" : change.after;
      const auto mirror = std::find_if(backwards->changes.begin(), backwards->changes.end(), [&](const auto& other) {
        return other.decision == change.decision && other.before == now && other.after == change.before;
      });
      REQUIRE(mirror != backwards->changes.end());
      CHECK(mirror->answers == change.answers);
    }
  }
  CHECK(changed > share_of(400));
  CHECK(structural > share_of(50));
}

TEST_CASE("a rule set has no difference from itself, however it is ordered") {
  for (std::uint64_t seed = 1; seed <= share_of(100); ++seed) {
    Draw draw(seed);
    const model::RuleSet rules = random_rules(draw, Soundness::sound, 300);
    model::RuleSet reworded = rules;
    std::reverse(reworded.notes.begin(), reworded.notes.end());
    if (!reworded.questions.empty()) reworded.questions.front().ask = "other words";
    if (!rules.facts.empty()) reworded.questions.back().ask_when = {{rules.facts.front().when, "other words"}};
    const auto difference = engine::difference(rules, reworded, 10);
    REQUIRE(difference.has_value());
    CHECK(engine::is_same_meaning(*difference));
    CHECK(difference->reasons.empty());
    CHECK_FALSE(difference->wording.empty());
  }
}

}  // namespace socrates::tests
