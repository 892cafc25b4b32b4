// SPDX-License-Identifier: Apache-2.0
//
// Interviews of the companies of examples/ with the shipped rules. What is shown is kept in tests/terminal/screens, at
// three sizes of a terminal; SOCRATES_UPDATE_SCREENS=1 writes it anew, and a missing file fails.
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "catch.hpp"
#include "cli/ask.hpp"
#include "cli/scripted_keys.hpp"
#include "cli/scripted_screen.hpp"
#include "cli/scripted_terminal.hpp"
#include "interview/typed.hpp"
#include "socrates/builtin/rules.hpp"
#include "socrates/loader/answers_loader.hpp"
#include "socrates/render/interview.hpp"

namespace socrates::cli {
namespace {

constexpr base::Date day_of_screens{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{22}};

const engine::CompiledRules& rules_of_screens() { return builtin::selection_rules(); }

std::string whole_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// What the example says; where it says nothing, none, no or the least.
model::Answers company_of(const std::string& name) {
  const std::string path = std::string(SOCRATES_SOURCE_DIR) + "/examples/" + name + ".json";
  const base::Source source{path, whole_file(path)};
  base::Diagnostics problems;
  const model::RuleSet& rules = rules_of_screens().rules;
  auto loaded = loader::load_answers(source, {rules, builtin::controls()}, day_of_screens, problems);
  REQUIRE(loaded);
  for (std::size_t q = 0; q < rules.questions.size(); ++q) {
    const model::Question& question = rules.questions[q];
    model::Answer& answer = loaded->answers[q];
    if (auto* const selection = std::get_if<model::Selection>(&answer))
      for (model::Chosen& chosen : selection->options)
        if (chosen == model::Chosen::unknown) chosen = model::Chosen::no;
    if (!model::is_unknown(answer)) continue;
    if (question.kind == model::QuestionKind::several)
      answer = model::Selection{std::vector<model::Chosen>(question.options.size(), model::Chosen::no)};
    else if (question.kind == model::QuestionKind::number)
      answer = model::Number{question.from, {}};
    else
      answer = model::Choice{0};
  }
  return loaded->answers;
}

/// What the company presses, and what it types in lines, question by question.
struct Script {
  std::vector<Events> keys;
  std::deque<Line> lines;
};

Script script_of(const model::Answers& company) {
  const engine::CompiledRules& rules = rules_of_screens();
  interview::Interview twin = *interview::Interview::begin(rules, model::Answers(rules.rules.questions.size()));
  Script script;
  while (twin.question()) {
    const std::size_t q = *twin.question();
    press_answer(script.keys.emplace_back(), twin, company[q]);
    script.lines.push_back({LineKind::text, interview::typed(rules.rules.questions[q], company[q])});
    REQUIRE(twin.answer(company[q]).empty());
  }
  return script;
}

struct Told {
  Ending ending = Ending::unsaved;
  std::vector<std::string> saved;
};

template <class Converse>
Told told_in(Terminal& terminal, Converse talk) {
  const engine::CompiledRules& rules = rules_of_screens();
  Told told;
  interview::Interview interview = *interview::Interview::begin(rules, model::Answers(rules.rules.questions.size()));
  told.ending = talk(interview, Conversation{terminal, day_of_screens, render::Color::off, [&](const auto& state) {
                                               told.saved.push_back(render::saved_answers(state));
                                               return true;
                                             }});
  return told;
}

Told told_on(ScriptedScreen& screen) {
  return told_in(screen, [](interview::Interview& interview, const Conversation& conversation) {
    return converse_on_screens(interview, conversation);
  });
}

/// The last page that is shown for these keys.
std::string page_after(const Events& events, ScreenSize size) {
  ScriptedScreen screen(events);
  screen.resize(size);
  told_on(screen);
  std::string text;
  for (const std::string& line : screen.pages().back().lines) {
    text += line;
    text.erase(text.find_last_not_of(' ') + 1);
    text += '\n';
  }
  return text;
}

Events keys_to(const Script& script, std::size_t question) {
  Events events;
  for (std::size_t q = 0; q < question; ++q) events.insert(events.end(), script.keys[q].begin(), script.keys[q].end());
  return events;
}

std::string screens_of(const Script& script, ScreenSize size) {
  const std::size_t middle = script.keys.size() / 2;
  std::string text = "--- the first question\n" + page_after({}, size);
  Events events = keys_to(script, middle);
  text += "--- in the middle\n" + page_after(events, size);
  press(events, "?");
  text += "--- with help\n" + page_after(events, size);
  events = keys_to(script, middle);
  press(events, KeyKind::back_tab);
  text += "--- one back\n" + page_after(events, size);
  return text + "--- all answers\n" + page_after(keys_to(script, script.keys.size()), size);
}

}  // namespace

TEST_CASE("the screens of three companies are those that are kept, at three sizes") {
  const char* const update = std::getenv("SOCRATES_UPDATE_SCREENS");
  for (const std::string company : {"early-startup", "saas", "payroll-processor"}) {
    const Script script = script_of(company_of(company));
    for (const ScreenSize size : {ScreenSize{24, 80}, ScreenSize{24, 40}, ScreenSize{50, 200}}) {
      const std::string path = std::string(SOCRATES_SOURCE_DIR) + "/tests/terminal/screens/" + company + "-" +
                               std::to_string(size.columns) + "x" + std::to_string(size.rows) + ".txt";
      CAPTURE(path);
      const std::string screens = screens_of(script, size);
      if (update != nullptr && *update == '1') std::ofstream(path, std::ios::binary) << screens;
      CHECK(whole_file(path) == screens);
    }
  }
}

TEST_CASE("companies save the same bytes on screens and in lines") {
  for (const std::string company : {"early-startup", "saas", "payroll-processor"}) {
    CAPTURE(company);
    const Script script = script_of(company_of(company));
    Events events = keys_to(script, script.keys.size());
    press(events, KeyKind::enter);
    ScriptedScreen screen(std::move(events));
    const Told on_screens = told_on(screen);
    ScriptedTerminal terminal(script.lines);
    const Told in_lines = told_in(terminal, [](interview::Interview& interview, const Conversation& conversation) {
      return converse(interview, conversation);
    });
    CHECK(on_screens.ending == Ending::finished);
    CHECK(in_lines.saved.size() == script.keys.size());
    CHECK(on_screens.saved == in_lines.saved);
  }
}

}  // namespace socrates::cli
