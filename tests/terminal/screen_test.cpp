// SPDX-License-Identifier: Apache-2.0
//
// What is shown where standard output is a terminal too: the end of an interview on one screen, results in a pager, and
// lines that are edited.
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <fstream>
#include <iterator>
#include <random>
#include <string>

#include "catch.hpp"
#include "effort.hpp"
#include "pseudo_terminal.hpp"
#include "scratch.hpp"

namespace socrates::terminal {
namespace {

const Surroundings seen{false, "dumb", {}};
const Surroundings editing{true, "xterm", {{"NO_COLOR", "1"}}};

bool shows_part(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string text_of_example(const std::string& name) {
  std::ifstream source(std::string(SOCRATES_SOURCE_DIR) + "/examples/" + name);
  return {std::istreambuf_iterator<char>(source), {}};
}

TEST_CASE("at a terminal the end of an interview is one screen, with what comes next") {
  for (const std::string name : {"saas.json", "consumer-app.json", "fintech-both.json", "drone-maker.json"}) {
    CAPTURE(name);
    const Scratch scratch;
    scratch.write("a.json", text_of_example(name));
    PseudoTerminal terminal({"ask", "a.json", "--today", "2026-11-22"}, scratch.folder(), seen);
    REQUIRE(terminal.shows("Press Enter to finish"));
    REQUIRE(terminal.prompts());
    terminal.type("\n");
    CHECK(terminal.end() == End{0, 0});
    const std::string screen = terminal.shown().substr(terminal.shown().rfind("\n> ") + 3);
    CHECK(std::count(screen.begin(), screen.end(), '\n') <= 24);
    CHECK(shows_part(screen, "\nNext:\n"));
    CHECK(shows_part(screen, "    socrates recommend a.json --format html --output soc-reports.html\n"));
    CHECK(shows_part(screen, "Your answers are saved in a.json."));
    CHECK_FALSE(shows_part(screen, "Why\n"));
  }
}

TEST_CASE("an interview that is left undecided ends with how to go on") {
  const Scratch scratch;
  PseudoTerminal terminal({"ask"}, scratch.folder(), seen);
  REQUIRE(terminal.prompts());
  terminal.type("1\n");
  REQUIRE(terminal.prompts());
  terminal.type("quit\n");
  CHECK(terminal.end() == End{3, 0});
  CHECK(shows_part(terminal.shown(), "  Go on with the interview:\n    socrates ask socrates-answers.json\n"));
}

TEST_CASE("another form than text is printed whole at a terminal too") {
  const Scratch scratch;
  scratch.write("a.json", text_of_example("saas.json"));
  PseudoTerminal terminal({"ask", "a.json", "--format", "json"}, scratch.folder(), seen);
  REQUIRE(terminal.shows("Press Enter to finish"));
  REQUIRE(terminal.prompts());
  terminal.type("\n");
  CHECK(terminal.end() == End{0, 0});
  CHECK(shows_part(terminal.shown(), "\"schema\": \"socrates.recommendation/1\""));
}

/// A pager that writes what it gets into a file, and ends in a way of its own.
void make_pager(const Scratch& scratch) {
  scratch.write("pager", "#!/bin/sh\ncat >paged\nexit 9\n");
  ::chmod((scratch.folder() + "/pager").c_str(), 0700);
}

TEST_CASE("a result that is longer than the terminal is shown by the pager, and ends as it would without") {
  const Scratch scratch;
  make_pager(scratch);
  scratch.write("a.json", text_of_example("payroll-undecided.json"));
  const Surroundings with_pager{false, "xterm", {{"PAGER", "./pager"}, {"NO_COLOR", "1"}}};
  PseudoTerminal terminal({"recommend", "a.json", "--today", "2026-11-22"}, scratch.folder(), with_pager);
  CHECK(terminal.end() == End{3, 0});
  CHECK(terminal.shown().empty());
  CHECK(run_without_terminal({"recommend", "a.json", "--today", "2026-11-22"}, scratch.folder()) == End{3, 0});
  CHECK(scratch.text_of("paged") == scratch.text_of("stdout"));
}

TEST_CASE("there is no pager where it is not wanted, or where there is none") {
  const std::vector<std::pair<Surroundings, std::vector<std::string>>> cases{
      {{false, "xterm", {{"PAGER", "./pager"}}}, {"recommend", "a.json", "--no-pager"}},
      {{false, "dumb", {{"PAGER", "./pager"}}}, {"recommend", "a.json"}},
      {{true, "xterm", {{"PAGER", "./pager"}}}, {"recommend", "a.json"}},
      {{false, "xterm", {{"PAGER", "cat"}}}, {"recommend", "a.json"}},
      {{false, "xterm", {{"PAGER", ""}}}, {"recommend", "a.json"}},
      {{false, "xterm", {{"PAGER", "./pager"}}}, {"recommend", "--help"}},
      {{false, "xterm", {{"PAGER", "./no-such-pager"}}}, {"recommend", "a.json"}}};
  for (const auto& [surroundings, arguments] : cases) {
    CAPTURE(surroundings.kind, arguments);
    const Scratch scratch;
    make_pager(scratch);
    scratch.write("a.json", text_of_example("saas.json"));
    PseudoTerminal terminal(arguments, scratch.folder(), surroundings);
    CHECK(terminal.end() == End{0, 0});
    CHECK_FALSE(scratch.has("paged"));
    CHECK((terminal.shown() + (surroundings.prints_to_file ? scratch.text_of("stdout") : "")).size() > 500);
  }
}

TEST_CASE("a line is edited at a terminal, and arrows print nothing") {
  const Scratch scratch;
  PseudoTerminal terminal({"ask"}, scratch.folder(), editing);
  REQUIRE(terminal.prompts());
  terminal.type("2\x1b[D\x1b[D1\x1b[C\x7f\n");  // 2, then 12, then the 2 is taken away
  REQUIRE(terminal.shows("(at most "));
  REQUIRE(terminal.prompts());
  CHECK(scratch.text_of("socrates-answers.json") == "{\n  \"offering\": [\"hosted_software\"]\n}\n");
  CHECK_FALSE(shows_part(terminal.shown(), "[D"));
  CHECK(terminal.is_raw());
  terminal.type(
      "\x1b[A\x7f"
      "quit\n");  // the line before, without its only character
  CHECK(terminal.end() == End{3, 0});
  CHECK_FALSE(terminal.is_raw());
}

/// Of a crash a sanitizer speaks itself, and the program leaves it to that.
std::vector<int> ways_to_end() {
  std::vector<int> signals{SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGABRT};
#if defined(__SANITIZE_ADDRESS__)
  return signals;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
  return signals;
#endif
#endif
  signals.push_back(SIGSEGV);
  return signals;
}

TEST_CASE("the terminal is as it was, however the program ends") {
  for (const int number : ways_to_end()) {
    CAPTURE(number);
    const Scratch scratch;
    PseudoTerminal terminal({"ask"}, scratch.folder(), editing);
    REQUIRE(terminal.prompts());
    for (int wait = 0; wait < 100 && !terminal.is_raw(); ++wait) ::usleep(10000);
    REQUIRE(terminal.is_raw());
    terminal.signal(number);
    const End end = terminal.end();
    const bool is_handled = number == SIGINT || number == SIGTERM || number == SIGHUP;
    CHECK((is_handled ? end == End{130, 0} : end.status != 0));
    CHECK_FALSE(terminal.is_raw());
  }
}

TEST_CASE("the end of the input and a line that is too long are told at an edited line too") {
  const Scratch scratch;
  PseudoTerminal terminal({"ask"}, scratch.folder(), editing);
  REQUIRE(terminal.prompts());
  terminal.type(std::string(1500, 'x') + "\n");
  CHECK(terminal.shows("was ignored."));
  REQUIRE(terminal.prompts());
  terminal.type("\x04");
  CHECK(terminal.end() == End{3, 0});
}

const Surroundings screens{false, "xterm", {{"NO_COLOR", "1"}}};

std::size_t times_shown(const PseudoTerminal& terminal, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = terminal.shown().find(part); at != std::string::npos; at = terminal.shown().find(part, at + 1))
    ++count;
  return count;
}

/// The screen was left as often as it was entered, and keys are echoed again.
void check_restored(const PseudoTerminal& terminal) {
  CHECK(times_shown(terminal, "\x1b[?1049h") == times_shown(terminal, "\x1b[?1049l"));
  CHECK(times_shown(terminal, "\x1b[?1049h") > 0);
  CHECK_FALSE(terminal.is_raw());
}

TEST_CASE("at a terminal that shows screens, questions are answered from a list") {
  const Scratch scratch;
  PseudoTerminal terminal({"ask"}, scratch.folder(), screens);
  REQUIRE(terminal.shows("[ ] software that we run"));
  terminal.type("app");  // narrows to the app for consumers
  REQUIRE(terminal.shows("typed: app"));
  terminal.type("\x15\x1b[H \r");
  REQUIRE(terminal.shows("Do your customers' books depend"));
  CHECK(scratch.text_of("socrates-answers.json") == "{\n  \"offering\": [\"hosted_software\"]\n}\n");
  terminal.type("\x1b[Z");
  REQUIRE(terminal.shows("> [x] software that we run"));
  terminal.type("\x04");
  CHECK(terminal.end() == End{3, 0});
  CHECK(shows_part(terminal.shown(), "Go on with the interview:"));
  check_restored(terminal);
}

TEST_CASE("lines are asked for with --plain and ACCESSIBLE, and at a narrow terminal") {
  const Scratch scratch;
  PseudoTerminal plain({"ask", "--plain"}, scratch.folder(), screens);
  CHECK(plain.prompts());
  PseudoTerminal accessible({"ask"}, scratch.folder(), {false, "xterm", {{"ACCESSIBLE", "1"}}});
  CHECK(accessible.prompts());
  CHECK(times_shown(plain, "\x1b[?1049h") + times_shown(accessible, "\x1b[?1049h") == 0);
}

TEST_CASE("whatever ends the program, the screen is left") {
  for (const int number : ways_to_end()) {
    CAPTURE(number);
    const Scratch scratch;
    PseudoTerminal terminal({"ask"}, scratch.folder(), screens);
    REQUIRE(terminal.shows("Esc: back"));
    terminal.signal(number);
    const End end = terminal.end();
    const bool is_handled = number == SIGINT || number == SIGTERM || number == SIGHUP;
    CHECK((is_handled ? end == End{130, 0} : end.status != 0));
    check_restored(terminal);
  }
}

TEST_CASE("Ctrl-Z gives the terminal back as it was, and at fg the screen is drawn anew") {
  const Scratch scratch;
  PseudoTerminal terminal({"ask"}, scratch.folder(), {false, "xterm", {{"NO_COLOR", "1"}}, true});
  REQUIRE(terminal.shows("Esc: back"));
  terminal.type(" ");
  REQUIRE(terminal.shows("> [x] software that we run"));
  terminal.type("\x1a");
  REQUIRE(terminal.shows("[stopped]"));
  check_restored(terminal);
  terminal.type("fg\n");
  REQUIRE(terminal.shows("\x1b[?1049h"));
  REQUIRE(terminal.shows("> [x] software that we run"));  // what was chosen before
  REQUIRE(terminal.shows("Esc: back"));
  CHECK(terminal.is_raw());
  terminal.type("\r");
  REQUIRE(terminal.shows("Do your customers' books depend"));
  terminal.type("\x04");
  CHECK(terminal.end() == End{3, 0});
  check_restored(terminal);
  CHECK(scratch.text_of("socrates-answers.json") == "{\n  \"offering\": [\"hosted_software\"]\n}\n");
}

TEST_CASE("Ctrl-Z at a line gives the terminal back as it was, and at fg what was typed is still there") {
  const Scratch scratch;
  PseudoTerminal terminal({"ask", "--plain"}, scratch.folder(), {false, "xterm", {{"NO_COLOR", "1"}}, true});
  REQUIRE(terminal.prompts());
  terminal.type("1");
  REQUIRE(terminal.shows("> 1"));
  terminal.type("\x1a");
  REQUIRE(terminal.shows("[stopped]"));
  CHECK_FALSE(terminal.is_raw());
  terminal.type("fg\n");
  REQUIRE(terminal.shows("> 1"));
  CHECK(terminal.is_raw());
  terminal.type("\n");
  REQUIRE(terminal.shows("(at most "));
  REQUIRE(terminal.prompts());
  terminal.type("quit\n");
  CHECK(terminal.end() == End{3, 0});
  CHECK_FALSE(terminal.is_raw());
  CHECK(scratch.text_of("socrates-answers.json") == "{\n  \"offering\": [\"hosted_software\"]\n}\n");
}

TEST_CASE("random keys and sizes lose no answer, and the end is that of recommend on the answers saved") {
  std::mt19937 random(20261129);
  const std::vector<std::string> keys{"\r",   "\r",   " \r",     "\x1b[B \r", "\x1b[A", "\x1b[B",   "j",
                                      "k",    " ",    "?",       "\x1b[Z",    "\t",     "12\r",     "no",
                                      "\x7f", "\x15", "\x1b[5~", "\x0c",      "\xff",   "\x1b[F\r", "in 3 months\r"};
  for (std::size_t turn = 0; turn < tests::share_of(6); ++turn) {
    CAPTURE(turn);
    const Scratch scratch;
    PseudoTerminal terminal({"ask", "--today", "2026-11-22"}, scratch.folder(), screens);
    REQUIRE(terminal.shows("Esc: back"));
    for (int i = 0; i < 60 && times_shown(terminal, "\x1b[?1049l") == 0; ++i) {
      if (random() % 10 == 0)
        terminal.resize(static_cast<unsigned short>(5 + random() % 40),
                        static_cast<unsigned short>(20 + random() % 100));
      terminal.type(keys[random() % keys.size()]);
      if (random() % 4 == 0) ::usleep(1000);
    }
    terminal.type("\x04");
    const End end = terminal.end();
    CHECK(end.signal == 0);
    check_restored(terminal);
    CHECK(run_without_terminal({"recommend", "socrates-answers.json", "--today", "2026-11-22"}, scratch.folder()) ==
          end);
    CHECK(scratch.text_of("stderr").empty());
  }
}

}  // namespace
}  // namespace socrates::terminal
