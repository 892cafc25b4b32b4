// SPDX-License-Identifier: Apache-2.0
#include <deque>
#include <string>
#include <vector>

#include "catch.hpp"
#include "cli/ask.hpp"
#include "cli/scripted_terminal.hpp"
#include "readiness/shipped.hpp"

namespace socrates::cli {
namespace {

using model::ControlStatus;
using readiness::Questionnaire;
using tests::shipped;

struct HeldControls {
  Ending ending = Ending::unsaved;
  Questionnaire questionnaire;
  std::string shown;
  std::size_t saved = 0;
};

HeldControls hold_controls(const std::vector<std::string>& texts) {
  std::deque<Line> lines;
  for (const std::string& text : texts) lines.push_back({LineKind::text, text});
  ScriptedTerminal terminal(std::move(lines));
  const loader::LoadedAnswers saas = tests::example("saas.json");
  HeldControls held{Ending::unsaved, {shipped().controls, tests::scope_of(saas.answers), saas.controls}, {}, 0};
  held.ending = converse(held.questionnaire, {terminal, tests::today, render::Color::off, [&](const Questionnaire&) {
                                                ++held.saved;
                                                return true;
                                              }});
  held.shown = terminal.shown();
  return held;
}

const model::ControlAnswer& answer(const HeldControls& held, const std::string& id) {
  return held.questionnaire.answers()[shipped().control(id)];
}

bool has_shown(const HeldControls& held, const std::string& text) { return held.shown.find(text) != std::string::npos; }

TEST_CASE("controls are answered by number and by name, and each answer is saved") {
  const HeldControls held = hold_controls({"4", "missing", "Partial", "", "quit"});
  CHECK(held.ending == Ending::quit);
  CHECK(held.saved == 3);
  CHECK(answer(held, "GV-01").status == ControlStatus::missing);
  CHECK(answer(held, "GV-02").status == ControlStatus::missing);
  CHECK(answer(held, "GV-03").status == ControlStatus::partial);
  CHECK(answer(held, "GV-04").status == ControlStatus::unknown);
  CHECK(has_shown(held, "Governance and risk (19 left in this group, "));
  CHECK(has_shown(held, "GV-01 Code of conduct\n"));
}

TEST_CASE("what does not apply needs a reason, and can be taken back") {
  const HeldControls held = hold_controls({"5", "", "back", "5", "we have no staff", "quit"});
  CHECK(has_shown(held, "A control that does not apply needs a reason"));
  CHECK(answer(held, "GV-01").status == ControlStatus::not_applicable);
  CHECK(answer(held, "GV-01").reason == "we have no staff");
}

TEST_CASE("where a date matters it is asked for, and only days that were are taken") {
  const HeldControls held =
      hold_controls({"skip", "skip", "skip", "skip", "1", "2026-02-30", "2027-01-01", "2026-03-01", "quit"});
  CHECK(answer(held, "GV-05").status == ControlStatus::in_place);
  CHECK(answer(held, "GV-05").since == base::parse_date("2026-03-01"));
  CHECK(has_shown(held, "This is not a day of the calendar"));
  CHECK(has_shown(held, "This day is in the future"));
  const HeldControls without = hold_controls({"skip", "skip", "skip", "skip", "1", "", "quit"});
  CHECK(answer(without, "GV-05") == model::ControlAnswer{ControlStatus::in_place, {}, {}});
}

TEST_CASE("of what is performed from time to time the days are taken, or the latest of them") {
  const auto gv_02 = [](const std::vector<std::string>& lines) {
    std::vector<std::string> all = {"skip", "1"};
    all.insert(all.end(), lines.begin(), lines.end());
    all.emplace_back("quit");
    return hold_controls(all);
  };
  const auto day = [](const char* text) { return *base::parse_date(text); };
  const HeldControls listed = gv_02({"2025-02-01 2026-06-01, 2026-03-02 2026-03-02"});
  CHECK(has_shown(listed, "when was it performed?"));
  CHECK(answer(listed, "GV-02").since == day("2025-02-01"));
  CHECK(answer(listed, "GV-02").performed == std::vector{day("2026-03-02"), day("2026-06-01")});
  CHECK_FALSE(answer(listed, "GV-02").last);
  const HeldControls latest = gv_02({"2025-02-01 last 2026-06-01"});
  CHECK(answer(latest, "GV-02").last == day("2026-06-01"));
  CHECK_FALSE(answer(latest, "GV-02").performed);

  struct Case {
    const char* line;
    const char* remark;
  };
  const Case cases[] = {{"2025-02-01 2027-01-01", "This day is in the future; give only days that are past"},
                        {"2025-02-01 last", "Write the day after last"},
                        {"2025-02-01 2026-06-01 last 2026-03-02", "Write each day, or last and the latest of them"},
                        {"last 2026-03-02", "This is not a day of the calendar"}};
  for (const Case& c : cases) {
    INFO(c.line);
    const HeldControls held = gv_02({c.line, "2025-02-01"});
    CHECK(has_shown(held, c.remark));
    CHECK(answer(held, "GV-02") == model::ControlAnswer{ControlStatus::in_place, day("2025-02-01"), {}});
  }
}

TEST_CASE("days are asked for where nothing waits for the control too, and not of what runs when something happens") {
  CHECK(shipped().controls.controls[shipped().control("GV-02")].blocks == model::Blocks::nothing);
  CHECK_FALSE(has_shown(hold_controls({"1", "quit"}), "when was it performed?"));
  CHECK(has_shown(hold_controls({"skip", "2", "", "quit"}), "when was it performed?"));
}

TEST_CASE("one answer is given to the rest of a group, and gone back over in one step") {
  const HeldControls held = hold_controls({"1", "all 4", "quit"});
  CHECK(held.questionnaire.progress().answered == 19);
  CHECK(answer(held, "GV-12").status == ControlStatus::missing);
  CHECK(has_shown(held, "Access (17 left in this group"));
  const HeldControls back = hold_controls({"1", "all 4", "back", "quit"});
  CHECK(back.questionnaire.progress().answered == 1);
}

TEST_CASE("going back keeps the answer, and Enter leaves it at that") {
  const HeldControls held = hold_controls({"4", "skip", "4", "back", "back", "back", "", "", "2", "", "quit"});
  CHECK(answer(held, "GV-01").status == ControlStatus::missing);
  CHECK(answer(held, "GV-02").status == ControlStatus::unknown);
  CHECK(answer(held, "GV-03").status == ControlStatus::partial);
  CHECK(has_shown(held, "Your answer: missing. Press Enter to keep it, or:"));
  CHECK(has_shown(held, "You have skipped this. Press Enter to leave it so, or:"));
  const HeldControls group = hold_controls({"1", "all 4", "back", "", "quit"});
  CHECK(group.questionnaire.progress().answered == 19);
  CHECK(has_shown(group, "Your answer: missing, for 18 controls. Press Enter to keep it, or:"));
  const HeldControls left = hold_controls({"4", "back", "quit"});
  CHECK(answer(left, "GV-01").status == ControlStatus::missing);
}

TEST_CASE("help and why say what is behind a control, and a wrong line changes nothing") {
  const HeldControls held = hold_controls({"?", "why", "maybe", "all", "7", "back"});
  CHECK(has_shown(held, "  Evidence: the approved code, the consequences of breaking it"));
  CHECK(has_shown(held, "  It serves CC1.1.\n"));
  CHECK(has_shown(held, "'maybe' is none of the options"));
  CHECK(has_shown(held, "There is no number '7' here"));
  CHECK(has_shown(held, "This is the first control of this interview."));
  CHECK(held.ending == Ending::end_of_input);
  CHECK(held.saved == 0);
}

}  // namespace
}  // namespace socrates::cli
