// SPDX-License-Identifier: Apache-2.0
//
// The program is killed at many moments of an interview. An answer counts as given once the next prompt has appeared:
// none of these may be lost, and the file must always be whole.
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <random>
#include <string>

#include "catch.hpp"
#include "effort.hpp"
#include "interview/typed.hpp"
#include "pseudo_terminal.hpp"
#include "scratch.hpp"
#include "socrates/builtin/rules.hpp"
#include "socrates/interview/interview.hpp"

namespace socrates::terminal {
namespace {

using interview::Interview;

constexpr const char* answers_file = "socrates-answers.json";

std::string next_line(const Interview& interview, const model::Answers& person) {
  const std::size_t q = *interview.question();
  return interview::typed(interview.compiled().rules.questions[q], person[q]) + "\n";
}

/// Gives answers to as many questions, each only when it is asked for.
void give(PseudoTerminal& terminal, Interview& interview, const model::Answers& person, int count) {
  for (int i = 0; i < count && interview.question(); ++i) {
    terminal.type(next_line(interview, person));
    interview.answer(person[*interview.question()]);
    REQUIRE((interview.question() ? terminal.prompts() : terminal.shows("Asked ")));
  }
}

TEST_CASE("kill -9 loses no answer after which the next prompt has appeared") {
  const engine::CompiledRules& rules = builtin::selection_rules();
  const model::Answers person = example(rules, "saas.json");
  std::mt19937 random(20261122);
  const int moments = std::max(30, static_cast<int>(tests::share_of(80)));
  int kept_last = 0;
  // Grows while the kill comes too early for the last answer, shrinks while it comes too late: so both are seen,
  // however busy the machine is.
  useconds_t longest_pause = 20'000;
  for (int moment = 0; moment < moments; ++moment) {
    const Scratch scratch;
    Interview certain = *Interview::begin(rules, model::Answers(person.size()));
    const int answers = static_cast<int>(random() % 6);
    const auto pause = static_cast<useconds_t>(random() % longest_pause);
    CAPTURE(moment, answers, pause);
    bool is_kept = false;
    {
      PseudoTerminal terminal({"ask"}, scratch.folder());
      REQUIRE(terminal.prompts());
      give(terminal, certain, person, answers);
      terminal.type(next_line(certain, person));
      ::usleep(pause);
      terminal.signal(SIGKILL);
      CHECK(terminal.end() == End{-1, SIGKILL});
      is_kept = terminal.has_shown("\n> ");
      if (is_kept) certain.answer(person[*certain.question()]);
    }
    const model::Answers kept = saved(rules, scratch.text_of(answers_file));
    Interview possible = certain;
    possible.answer(person[*possible.question()]);
    CHECK((kept == certain.answers() || kept == possible.answers()));
    is_kept = is_kept || kept == possible.answers();
    kept_last += is_kept ? 1 : 0;
    longest_pause = std::clamp<useconds_t>(longest_pause * (is_kept ? 3 : 5) / 4, 100, 900'000);

    Interview resumed = *Interview::begin(rules, kept);
    PseudoTerminal again({"ask"}, scratch.folder());
    REQUIRE(again.prompts());
    CHECK(again.shows("Resuming from socrates-answers.json: "));
    give(again, resumed, person, 2);
    again.type("quit\n");
    CHECK(again.end() == End{3, 0});
    CHECK(saved(rules, scratch.text_of(answers_file)) == resumed.answers());
  }
  INFO("the answer before the kill was kept in " << kept_last << " of " << moments);
  CHECK(kept_last > 0);
  CHECK(kept_last < moments);
}

}  // namespace
}  // namespace socrates::terminal
