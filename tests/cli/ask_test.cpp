// SPDX-License-Identifier: Apache-2.0
#include "cli/ask.hpp"

#include <deque>
#include <string>
#include <vector>

#include "catch.hpp"
#include "cli/scripted_terminal.hpp"
#include "interview/small_rules.hpp"
#include "interview/typed.hpp"
#include "socrates/base/source.hpp"
#include "socrates/loader/answers_loader.hpp"
#include "socrates/render/interview.hpp"
#include "worlds/dump.hpp"
#include "worlds/naive.hpp"
#include "worlds/random_rules.hpp"

namespace socrates::cli {
namespace {

using interview::Interview;

constexpr base::Date today{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{22}};

struct Held {
  Ending ending = Ending::unsaved;
  Interview interview;
  std::string shown;
  std::vector<std::string> saved;
};

Held hold(const engine::CompiledRules& rules, std::deque<Line> lines) {
  ScriptedTerminal terminal(std::move(lines));
  Held held{Ending::unsaved, *Interview::begin(rules, worlds::no_answers(rules.rules)), {}, {}};
  held.ending = converse(held.interview, {terminal, today, render::Color::off, [&](const Interview& state) {
                                            held.saved.push_back(render::saved_answers(state));
                                            return true;
                                          }});
  held.shown = terminal.shown();
  return held;
}

Held hold(const engine::CompiledRules& rules, const std::vector<std::string>& texts) {
  std::deque<Line> lines;
  for (const std::string& text : texts) lines.push_back({LineKind::text, text});
  return hold(rules, lines);
}

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

TEST_CASE("an interview is held from the first question to the last, and saved after each") {
  const engine::CompiledRules rules = interview::compiled(interview::small_rules());
  const Held held = hold(rules, std::vector<std::string>{"stores", "cards", "no"});
  CHECK(held.ending == Ending::finished);
  CHECK(held.saved ==
        std::vector<std::string>{"{\n  \"data\": [\"stores\"]\n}\n",
                                 "{\n  \"data\": [\"stores\"],\n  \"kinds\": [\"cards\"]\n}\n",
                                 "{\n  \"data\": [\"stores\"],\n  \"kinds\": [\"cards\"],\n  \"loud\": false\n}\n"});
  CHECK(held.shown.find("At most 4 more questions\nSettled so far: nothing yet\n") != std::string::npos);
  CHECK(held.shown.find("At most 1 more question\nSettled so far: report: required\n") != std::string::npos);
}

TEST_CASE("a line that is no reply leaves the question as it is and says why") {
  const engine::CompiledRules rules = interview::compiled(interview::small_rules());
  const Held held = hold(rules, {{LineKind::text, ""},
                                 {LineKind::text, "x"},
                                 {LineKind::text, "\xff"},
                                 {LineKind::too_long, ""},
                                 {LineKind::text, "\x1b[2J"},
                                 {LineKind::text, "quit"}});
  CHECK(held.ending == Ending::quit);
  CHECK(held.saved.empty());
  CHECK(held.interview.question() == std::optional<std::size_t>(0));
  CHECK(count_of(held.shown, "> ") == 6);
  CHECK(held.shown.find("  Please choose: type numbers from 1 to 2, such as 1,2, or 0 for none of these,\n  or "
                        "skip if you do not know.\n") != std::string::npos);
  CHECK(held.shown.find("  This line is not valid UTF-8 and was ignored.\n") != std::string::npos);
  CHECK(held.shown.find("  This line is longer than 1024 characters and was ignored.\n") != std::string::npos);
  CHECK(count_of(held.shown, "Please choose: ") == 2);  // what keys send is no reply
  CHECK(held.shown.find('\x1b') == std::string::npos);
}

TEST_CASE("help and why leave the question as it is") {
  model::RuleSet set = interview::small_rules();
  set.questions[0].help = "What you do with it.";
  set.sources = {{"law", "The law", "The state"}};
  set.decisions[0].rules[1].sources = {0};
  const engine::CompiledRules rules = interview::compiled(std::move(set));
  const Held held = hold(rules, std::vector<std::string>{"?", "why", "quit"});
  CHECK(held.shown.find(
            "  What you do with it.\n  Sources of the rules that use this answer:\n    The law (The state)\n") !=
        std::string::npos);
  CHECK(held.shown.find("  Your answer can still change:\n    report: not_needed or optional\n") != std::string::npos);
  CHECK(held.shown.find("For example, with your other answers unchanged: ") != std::string::npos);
}

TEST_CASE("back and skip go where they say, and are saved") {
  const engine::CompiledRules rules = interview::compiled(interview::small_rules());
  const Held held = hold(rules, std::vector<std::string>{"back", "skip", "1", "back", "back", "2"});
  CHECK(held.shown.find("  This is the first question of this interview.\n") != std::string::npos);
  CHECK(held.saved == std::vector<std::string>{"{\n  \"data\": null\n}\n",
                                               "{\n  \"data\": null,\n  \"kinds\": [\"health\"]\n}\n",
                                               "{\n  \"data\": [\"transmits\"],\n  \"kinds\": [\"health\"]\n}\n"});
  CHECK(held.shown.find("Your answer: health. Press Enter to keep it, or type") != std::string::npos);
  CHECK(held.shown.find("You have skipped this. Press Enter to leave it so, or type") != std::string::npos);
  CHECK(held.ending == Ending::end_of_input);
}

namespace {

/// The small rules, each question in the words of its id.
engine::CompiledRules rules_with_words() {
  model::RuleSet set = interview::small_rules();
  for (model::Question& question : set.questions) question.ask = question.id + "?";
  return interview::compiled(std::move(set));
}

}  // namespace

TEST_CASE("at the end all answers are shown, can be edited by number, and Enter finishes") {
  const engine::CompiledRules rules = rules_with_words();
  const Held held = hold(rules, std::vector<std::string>{"stores", "cards", "no", "edit 9", "edit", "x", "edit 3",
                                                         "yes", "2", "", "back", "", "review", ""});
  CHECK(held.ending == Ending::finished);
  CHECK(count_of(held.shown, "Your answers:") == 5);
  CHECK(held.shown.find("   1 data?\n        stores\n") != std::string::npos);
  CHECK(held.shown.find("  There is no answer 9; review shows those from 1 to 3.\n") != std::string::npos);
  CHECK(held.shown.find("such as edit 4.\n") != std::string::npos);
  CHECK(held.saved.size() == 4);
  CHECK(held.saved.back() == "{\n  \"data\": [\"stores\"],\n  \"kinds\": [\"cards\"],\n  \"loud\": true\n}\n");
}

TEST_CASE("what a change rules out is said, and asked again where it matters") {
  const engine::CompiledRules rules = rules_with_words();
  const Held held = hold(rules, std::vector<std::string>{"stores", "cards", "edit 1", "none", "quit"});
  CHECK(held.ending == Ending::quit);
  CHECK(held.shown.find("Not asked any more, and set aside: \"kinds?\" (cards).") != std::string::npos);
  CHECK(held.saved.back() == "{\n  \"data\": []\n}\n");
}

TEST_CASE("a reply that contradicts is refused with the reason of the rules") {
  model::RuleSet set = interview::small_rules();
  set.impossible.push_back(
      {worlds::all({worlds::is(1, {1}), worlds::negation(worlds::is(0, {1}))}), "cards are transmitted"});
  const engine::CompiledRules rules = interview::compiled(std::move(set));
  const Held held = hold(rules, std::vector<std::string>{"stores", "cards", "quit"});
  CHECK(held.shown.find("  This contradicts an earlier answer: cards are transmitted.\n") != std::string::npos);
  CHECK(held.interview.question() == std::optional<std::size_t>(1));
  CHECK(held.saved.size() == 1);
}

TEST_CASE("how the input ends is how the interview ends") {
  const engine::CompiledRules rules = interview::compiled(interview::small_rules());
  CHECK(hold(rules, std::deque<Line>{}).ending == Ending::end_of_input);
  CHECK(hold(rules, {{LineKind::interrupted, ""}}).ending == Ending::interrupted);
  const Held cut_off = hold(rules, {{LineKind::cut_off, ""}});
  CHECK(cut_off.ending == Ending::end_of_input);
  CHECK(cut_off.saved.empty());
  CHECK(cut_off.shown.find("The input ended within this line, so it was ignored.") != std::string::npos);
}

TEST_CASE("no question follows an answer that could not be saved") {
  const engine::CompiledRules rules = interview::compiled(interview::small_rules());
  ScriptedTerminal terminal({{LineKind::text, "1"}, {LineKind::text, "2"}});
  Interview interview = *Interview::begin(rules, worlds::no_answers(rules.rules));
  CHECK(converse(interview, {terminal, today, render::Color::off, [](const Interview&) { return false; }}) ==
        Ending::unsaved);
  CHECK(count_of(terminal.shown(), "> ") == 1);
  CHECK(interview.answers()[0] == model::Answer(interview::only_first));
}

void check_lines(const std::string& shown) {
  std::size_t start = 0;
  while (start < shown.size()) {
    const std::size_t end = std::min(shown.find('\n', start), shown.size());
    const std::string_view line = std::string_view(shown).substr(start, end - start);
    INFO(line);
    CHECK((line.starts_with("> ") ? line.substr(2) : line).size() <= 80);  // a person's Enter ends the prompt's line
    start = end + 1;
  }
}

TEST_CASE("interviews on random worlds end where the answers lead, and what is saved reads back as the same") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    worlds::Draw draw(seed);
    const worlds::World world = worlds::world_of(worlds::random_rules(draw, worlds::Soundness::sound, 128));
    const engine::CompiledRules rules = interview::compiled(world.rules);
    std::vector<std::size_t> possible;
    for (std::size_t c = 0; c < world.answers.size(); ++c)
      if (worlds::is_possible(world.verdicts[c])) possible.push_back(c);
    const model::Answers& person = world.answers[draw.one_of(possible)];
    std::deque<Line> lines;
    Interview twin = *Interview::begin(rules, worlds::no_answers(rules.rules));
    while (twin.question()) {
      const std::size_t q = *twin.question();
      for (const char* command : {"?", "why"}) lines.push_back({LineKind::text, command});
      if (draw.chance(20)) {
        lines.push_back({LineKind::text, "skip"});
        twin.skip();
      } else {
        lines.push_back({LineKind::text, interview::typed(rules.rules.questions[q], person[q])});
        twin.answer(person[q]);
      }
    }
    INFO("seed " << seed << '\n' << worlds::dump(world.rules));
    const Held held = hold(rules, lines);
    CHECK(held.ending == Ending::finished);
    CHECK(held.interview.outcome() == twin.outcome());
    CHECK(held.interview.answers() == twin.answers());
    check_lines(held.shown);
    if (held.saved.empty()) continue;
    base::Diagnostics problems;
    const base::Source file{"answers.json", held.saved.back()};
    const auto loaded = loader::load_answers(file, rules.rules, today, problems);
    REQUIRE(loaded);
    CHECK(loaded->answers == twin.answers());
    CHECK(engine::evaluate(rules, loaded->answers) == held.interview.outcome());
  }
}

}  // namespace
}  // namespace socrates::cli
