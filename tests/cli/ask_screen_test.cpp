// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <deque>
#include <string>
#include <vector>

#include "catch.hpp"
#include "cli/ask.hpp"
#include "cli/scripted_keys.hpp"
#include "cli/scripted_screen.hpp"
#include "cli/scripted_terminal.hpp"
#include "interview/small_rules.hpp"
#include "interview/typed.hpp"
#include "socrates/render/interview.hpp"
#include "worlds/dump.hpp"
#include "worlds/naive.hpp"
#include "worlds/random_rules.hpp"

namespace socrates::cli {
namespace {

using interview::Interview;

constexpr base::Date today_on_screen{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{22}};

struct Seen {
  Ending ending = Ending::unsaved;
  Interview interview;
  std::vector<std::string> saved;
};

template <class Converse>
Seen seen_in(const engine::CompiledRules& rules, Terminal& terminal, Converse talk) {
  Seen seen{Ending::unsaved, *Interview::begin(rules, worlds::no_answers(rules.rules)), {}};
  seen.ending =
      talk(seen.interview, Conversation{terminal, today_on_screen, render::Color::off, [&](const Interview& state) {
                                          seen.saved.push_back(render::saved_answers(state));
                                          return true;
                                        }});
  return seen;
}

Seen on_screens(const engine::CompiledRules& rules, Terminal& terminal) {
  return seen_in(rules, terminal, [](Interview& interview, const Conversation& conversation) {
    return converse_on_screens(interview, conversation);
  });
}

const model::Answers& drawn_person(const worlds::World& world, worlds::Draw& draw) {
  std::vector<std::size_t> possible;
  for (std::size_t c = 0; c < world.answers.size(); ++c)
    if (worlds::is_possible(world.verdicts[c])) possible.push_back(c);
  return world.answers[draw.one_of(possible)];
}

TEST_CASE("on screens and in lines the same answers are saved, byte for byte") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    worlds::Draw draw(seed);
    const worlds::World world = worlds::world_of(worlds::random_rules(draw, worlds::Soundness::sound, 128));
    const engine::CompiledRules rules = interview::compiled(world.rules);
    const model::Answers& person = drawn_person(world, draw);
    Events events;
    std::deque<Line> lines;
    Interview twin = *Interview::begin(rules, worlds::no_answers(rules.rules));
    while (twin.question()) {
      const std::size_t q = *twin.question();
      press_answer(events, twin, person[q]);
      lines.push_back({LineKind::text, interview::typed(rules.rules.questions[q], person[q])});
      REQUIRE(twin.answer(person[q]).empty());
    }
    press(events, KeyKind::enter);
    INFO("seed " << seed << '\n' << worlds::dump(world.rules));
    ScriptedScreen screen(std::move(events));
    const Seen seen = on_screens(rules, screen);
    ScriptedTerminal terminal(std::move(lines));
    const Seen typed = seen_in(rules, terminal, [](Interview& interview, const Conversation& conversation) {
      return converse(interview, conversation);
    });
    CHECK(seen.ending == Ending::finished);
    CHECK(seen.saved == typed.saved);
    CHECK(seen.interview.outcome() == typed.interview.outcome());
    CHECK(screen.depth() == 0);
  }
}

Event random_event(worlds::Draw& draw) {
  if (draw.chance(5)) return {EventKind::redraw, {}};
  if (draw.chance(25)) {
    const std::vector<std::string> texts{" ", "j", "k", "?", "1", "a", "n", "0"};
    return {EventKind::key, {KeyKind::text, draw.one_of(texts)}};
  }
  const std::vector<KeyKind> kinds{KeyKind::enter,   KeyKind::enter,     KeyKind::enter,     KeyKind::escape,
                                   KeyKind::up,      KeyKind::down,      KeyKind::tab,       KeyKind::backspace,
                                   KeyKind::home,    KeyKind::end,       KeyKind::page_down, KeyKind::back_tab,
                                   KeyKind::unknown, KeyKind::erase_word};
  return {EventKind::key, {draw.one_of(kinds), {}}};
}

TEST_CASE("whatever keys are pressed at whatever size, pages fit, and what is saved is what is answered") {
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    worlds::Draw draw(seed);
    const worlds::World world = worlds::world_of(worlds::random_rules(draw, worlds::Soundness::sound, 128));
    const engine::CompiledRules rules = interview::compiled(world.rules);
    Events events;
    for (int i = 0; i < 80; ++i) events.push_back(random_event(draw));
    ScriptedScreen screen(std::move(events));
    const ScreenSize size{4 + draw.below(30), 20 + draw.below(100)};
    screen.resize(size);
    INFO("seed " << seed << '\n' << worlds::dump(world.rules));
    const Seen seen = on_screens(rules, screen);
    CHECK(seen.ending != Ending::unsaved);
    CHECK(screen.depth() == 0);
    if (!seen.saved.empty()) CHECK(seen.saved.back() == render::saved_answers(seen.interview));
    CHECK(engine::evaluate(rules, seen.interview.answers()) == seen.interview.outcome());
    for (std::size_t i = 0; i < screen.pages().size(); ++i) {
      const DrawnPage& page = screen.pages()[i];
      CHECK(page.lines.size() <= size.rows);
      for (const std::string& line : page.lines) CHECK(render::width_of(line) <= size.columns);
      if (screen.columns()[i]) CHECK(*screen.columns()[i] < size.columns);
    }
  }
}

TEST_CASE("a list is gone through by keys, marked and narrowed down") {
  std::vector<ChoiceRow> rows;
  for (const std::string label : {"stores it", "processes it", "transmits it (or streams)"})
    rows.push_back({label, true, false});
  rows.push_back({"none of these", false, false});
  ChoiceList list(rows);
  const auto type = [&](const std::string& text) {
    for (const char letter : text) list.apply({KeyKind::text, std::string(1, letter)});
  };
  CHECK(list.current() == std::optional<std::size_t>(0));
  type("j ");
  CHECK(list.rows()[1].is_marked);
  list.apply({KeyKind::up, {}});
  list.apply({KeyKind::up, {}});
  CHECK(list.current() == std::optional<std::size_t>(3));
  type(" ");
  CHECK_FALSE(list.rows()[3].is_marked);
  type("str");
  CHECK(list.shown() == std::vector<std::size_t>{2});
  type(" ");
  CHECK(list.rows()[2].is_marked);
  list.apply({KeyKind::backspace, {}});
  CHECK(list.shown() == std::vector<std::size_t>{0, 2});
  type("zzz");
  CHECK(list.current() == std::nullopt);
  list.apply({KeyKind::erase_to_start, {}});
  CHECK(list.shown().size() == 4);
}

TEST_CASE("Enter alone chooses nothing of several, and Escape goes back to what was chosen") {
  const engine::CompiledRules rules = interview::compiled(interview::small_rules());
  Events events;
  press(events, KeyKind::enter);
  press(events, " ");
  press(events, KeyKind::enter);
  press(events, KeyKind::escape);
  press(events, "?");
  press(events, "?");
  press(events, KeyKind::escape);
  press(events, KeyKind::enter);
  ScriptedScreen screen(std::move(events));
  const Seen seen = on_screens(rules, screen);
  CHECK(seen.ending == Ending::end_of_input);
  CHECK(screen.has_shown("Please choose with Space"));
  CHECK(screen.has_shown("[x]"));
  CHECK(screen.has_shown("nswered before; at most "));
  CHECK(screen.has_shown("Your answer can still change"));
  CHECK(seen.saved == std::vector<std::string>{"{\n  \"data\": [\"stores\"]\n}\n"});
  CHECK(seen.interview.question() == std::optional<std::size_t>(1));
}

}  // namespace
}  // namespace socrates::cli
