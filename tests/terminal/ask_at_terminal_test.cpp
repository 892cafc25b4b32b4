// SPDX-License-Identifier: Apache-2.0
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <iterator>
#include <string>

#include "catch.hpp"
#include "interview/typed.hpp"
#include "pseudo_terminal.hpp"
#include "scratch.hpp"
#include "socrates/builtin/rules.hpp"
#include "socrates/interview/interview.hpp"

namespace socrates::terminal {
namespace {

using interview::Interview;
using Names = std::vector<std::string>;

constexpr const char* file = "socrates-answers.json";

/// Leaves the review as it is.
void finish(PseudoTerminal& terminal) {
  REQUIRE(terminal.shows("Press Enter to finish"));
  REQUIRE(terminal.prompts());
  terminal.type("\n");
}

/// Answers every question as the person would.
void answer_all(PseudoTerminal& terminal, Interview interview, const model::Answers& person) {
  REQUIRE(terminal.prompts());
  while (interview.question()) {
    const std::size_t q = *interview.question();
    terminal.type(interview::typed(interview.compiled().rules.questions[q], person[q]) + "\n");
    interview.answer(person[q]);
    REQUIRE((interview.question() ? terminal.prompts() : terminal.shows("Press Enter to finish")));
  }
  finish(terminal);
}

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST_CASE("a whole interview gives what recommend gives on the same answers") {
  const engine::CompiledRules& rules = builtin::selection_rules();
  for (const std::string name : {"saas.json", "consumer-app.json", "fintech-both.json", "digital-health.json"}) {
    CAPTURE(name);
    const Scratch scratch;
    const model::Answers person = example(rules, name);
    for (const std::string format : {"json", "text"}) {
      CAPTURE(format);
      const std::string saved_in = format + ".answers";
      PseudoTerminal terminal({"ask", "--save", saved_in, "--format", format, "--today", "2026-11-22"},
                              scratch.folder());
      answer_all(terminal, *Interview::begin(rules, model::Answers(person.size())), person);
      CHECK(terminal.end() == End{0, 0});
      CHECK(contains(terminal.shown(), " of 31; 0 skipped, "));
      CHECK(contains(terminal.shown(), "  socrates recommend " + saved_in + " --today 2026-11-22"));
      const std::string result = scratch.text_of("stdout");
      CHECK(run_without_terminal({"recommend", saved_in, "--format", format, "--today", "2026-11-22"},
                                 scratch.folder()) == End{0, 0});
      CHECK(result == scratch.text_of("stdout"));
      CHECK_FALSE(result.empty());
    }
  }
}

TEST_CASE("an interview goes on with the controls that are not known, and saves them") {
  const Scratch scratch;
  std::ifstream source(std::string(SOCRATES_SOURCE_DIR) + "/examples/readiness-start.json");
  scratch.write("a.json", {std::istreambuf_iterator<char>(source), {}});
  PseudoTerminal terminal({"ask", "a.json", "--readiness", "--today", "2026-11-24"}, scratch.folder());
  finish(terminal);
  REQUIRE(terminal.shows("Now the controls that this calls for: 5 to ask about."));
  REQUIRE(terminal.prompts());
  terminal.type("4\n");
  REQUIRE(terminal.prompts());
  terminal.type("5\n");
  REQUIRE(terminal.shows("Why does it not apply?"));
  REQUIRE(terminal.prompts());
  terminal.type("devices are leased\n");
  REQUIRE(terminal.prompts());
  CHECK(contains(scratch.text_of("a.json"), "\"GV-08\": \"missing\""));
  CHECK(contains(scratch.text_of("a.json"),
                 "\"AC-09\": {\"status\":\"not_applicable\",\"reason\":\"devices are leased\"}"));
  CHECK(contains(scratch.text_of("a.json"), "\"CH-01\": \"in_place\""));
  terminal.type("quit\n");
  CHECK(terminal.end() == End{0, 0});
  CHECK(contains(terminal.shown(), "Controls: 2 answered, "));
  CHECK(contains(terminal.shown(), "To resume:\n  socrates ask a.json --readiness\n"));
  CHECK(contains(terminal.shown(), "  socrates readiness a.json --today 2026-11-24"));
  CHECK(contains(scratch.text_of("stdout"), "Gaps, in the order in which to close them"));
}

TEST_CASE("commands and wrong replies keep the interview going, and quit leaves it") {
  const Scratch scratch;
  PseudoTerminal terminal({"ask"}, scratch.folder());
  REQUIRE(terminal.prompts());
  const std::vector<std::pair<std::string, std::string>> turns{
      {"\n", "Please choose: type numbers from 1 to 8"},
      {"?\n", "Sources of the rules that use this answer:"},
      {"why\n", "Your answer can still change:"},
      {"9\n", "There is no number '9' here"},
      {"hosted_sofware\n", "did you mean 'hosted_software'?"},
      {std::string(1500, 'x') + "\n", "This line is longer than 1024 characters and was ignored."},
      {"\xff\xfe\n", "This line is not valid UTF-8 and was ignored."},
      {"back\n", "This is the first question of this interview."},
      {"1\n", "(at most "},
      {"back\n", "Your answer: software that we run and business customers use online."},
      {"\n", "(at most "},
      {"skip\n", "(at most "},
      {"back\n", "You have skipped this. Press Enter to leave it so"},
      {"review\n", "   2 Do your customers' books depend on what you do"},
      {"edit 1\n", "What do you provide to your customers?"},
      {"\n", "(at most "},
      {"edit 7\n", "There is no answer 7; review shows those from 1 to 2."},
      {"\x1b[A\n", "Please choose: type "},
  };
  for (const auto& [keys, reply] : turns) {
    CAPTURE(keys);
    terminal.type(keys);
    CHECK(terminal.shows(reply));
    REQUIRE(terminal.prompts());
  }
  CHECK(scratch.text_of(file) ==
        "{\n  \"offering\": [\"hosted_software\"],\n  \"financial_reporting_impact\": null\n}\n");
  terminal.type("quit\n");
  CHECK(terminal.end() == End{3, 0});
  CHECK(contains(terminal.shown(), "Asked 1 of 31; 1 skipped, "));
  CHECK(contains(terminal.shown(), "To resume:\n  socrates ask socrates-answers.json\n"));
  CHECK_FALSE(scratch.text_of("stdout").empty());
  CHECK(scratch.names() == Names{file, "stdout"});
}

TEST_CASE("a line longer than a terminal takes is refused and leaves nothing behind") {
  const Scratch scratch;
  PseudoTerminal terminal({"ask"}, scratch.folder());
  REQUIRE(terminal.prompts());
  terminal.type("1 " + std::string(3000, '1'));
  ::usleep(50000);
  terminal.type(std::string(3000, '1') + "\n");
  CHECK(terminal.shows("was ignored."));
  terminal.type("1\n");
  CHECK(terminal.shows("(at most "));
  CHECK(terminal.prompts());
  CHECK(scratch.text_of(file) == "{\n  \"offering\": [\"hosted_software\"]\n}\n");
}

TEST_CASE("the end of the input leaves the interview with what is known") {
  const Scratch scratch;
  PseudoTerminal terminal({"ask"}, scratch.folder());
  REQUIRE(terminal.prompts());
  terminal.type("1\n");
  REQUIRE(terminal.prompts());
  terminal.type("\x04");
  CHECK(terminal.end() == End{3, 0});
  CHECK(scratch.text_of(file) == "{\n  \"offering\": [\"hosted_software\"]\n}\n");
  CHECK_FALSE(scratch.text_of("stdout").empty());
}

TEST_CASE("a line that the end of the input cuts off is not taken") {
  const Scratch scratch;
  PseudoTerminal terminal({"ask"}, scratch.folder());
  REQUIRE(terminal.prompts());
  terminal.type("1\x04\x04");
  CHECK(terminal.end() == End{3, 0});
  CHECK(contains(terminal.shown(), "The input ended within this line, so it was ignored."));
  CHECK(scratch.text_of(file) == "{}\n");
}

TEST_CASE("Ctrl-C and a request to end leave with 130 and all answers saved") {
  for (const int number : {0, SIGTERM, SIGINT, SIGHUP}) {
    CAPTURE(number);
    const Scratch scratch;
    PseudoTerminal terminal({"ask"}, scratch.folder());
    REQUIRE(terminal.prompts());
    terminal.type("1\n");
    REQUIRE(terminal.prompts());
    if (number == 0) {
      terminal.type("\x03");
    } else {
      terminal.signal(number);
    }
    CHECK(terminal.end() == End{130, 0});
    CHECK(contains(terminal.shown(), "To resume:\n  socrates ask socrates-answers.json\n"));
    CHECK(scratch.text_of(file) == "{\n  \"offering\": [\"hosted_software\"]\n}\n");
    CHECK(scratch.text_of("stdout").empty());
  }
}

TEST_CASE("an interview goes on from its file, asks only what is missing, and asks again what was skipped") {
  const engine::CompiledRules& rules = builtin::selection_rules();
  const model::Answers person = example(rules, "saas.json");
  const Scratch scratch;
  {
    PseudoTerminal terminal({"ask"}, scratch.folder());
    REQUIRE(terminal.prompts());
    for (const std::string keys : {"skip\n", "none\n"}) {
      terminal.type(keys);
      REQUIRE(terminal.prompts());
    }
    terminal.type("quit\n");
    CHECK(terminal.end() == End{3, 0});
    CHECK(contains(scratch.text_of(file), "\"offering\": null"));
  }
  PseudoTerminal terminal({"ask"}, scratch.folder());
  CHECK(terminal.shows("Resuming from socrates-answers.json: 1 answer."));
  Interview interview = *Interview::begin(rules, saved(rules, scratch.text_of(file)));
  CHECK(terminal.shows(rules.rules.questions[0].ask));
  answer_all(terminal, interview, person);
  CHECK(terminal.end() == End{0, 0});
  CHECK(contains(terminal.shown(), "1 known before"));
}

TEST_CASE("answers that are named are gone on from, and saved where it is said") {
  const Scratch scratch;
  scratch.write("base.json", "{\"offering\": [\"consumer_app\"]}\n");
  {
    PseudoTerminal terminal({"ask", "base.json", "--save", "mine.json"}, scratch.folder());
    REQUIRE(terminal.prompts());
    terminal.type("none\n");
    REQUIRE(terminal.prompts());
    terminal.type("quit\n");
    terminal.end();
  }
  CHECK(scratch.text_of("base.json") == "{\"offering\": [\"consumer_app\"]}\n");
  const std::string mine = scratch.text_of("mine.json");
  CHECK(contains(mine, "\"financial_reporting_impact\": \"none\""));
  PseudoTerminal terminal({"ask", "base.json", "--save", "mine.json"}, scratch.folder());
  CHECK(terminal.end() == End{2, 0});
  CHECK(contains(terminal.shown(), "S402"));
  CHECK(scratch.text_of("mine.json") == mine);
}

TEST_CASE("a file that holds no answers is named, and never replaced") {
  for (const std::string text : {"{\"offering\": [\"hosted_", "[]", "{\"offerin\": null}", ""}) {
    const Scratch scratch;
    scratch.write(file, text);
    PseudoTerminal terminal({"ask"}, scratch.folder());
    CHECK(terminal.end() == End{2, 0});
    CHECK(contains(terminal.shown(), file));
    CHECK(scratch.text_of(file) == text);
  }
}

TEST_CASE("where answers cannot be saved, that is said before the first question") {
  for (const std::string target : {".", "missing/answers.json", "/dev/null", "-"}) {
    CAPTURE(target);
    const Scratch scratch;
    PseudoTerminal terminal({"ask", "--save", target}, scratch.folder());
    CHECK(terminal.end() == End{2, 0});
    CHECK_FALSE(contains(terminal.shown(), "> "));
  }
}

TEST_CASE("a link to the answers stays a link") {
  const Scratch scratch;
  REQUIRE(::symlink("real.json", (scratch.folder() + "/" + file).c_str()) == 0);
  PseudoTerminal terminal({"ask"}, scratch.folder());
  REQUIRE(terminal.prompts());
  terminal.type("1\n");
  REQUIRE(terminal.prompts());
  CHECK(scratch.text_of("real.json") == "{\n  \"offering\": [\"hosted_software\"]\n}\n");
  CHECK(scratch.names() == Names{"real.json", file, "stdout"});
}

TEST_CASE("a temporary file that a killed program left is in nobody's way") {
  const Scratch scratch;
  scratch.write(std::string(".") + file + ".abcdef", "{");
  PseudoTerminal terminal({"ask"}, scratch.folder());
  REQUIRE(terminal.prompts());
  terminal.type("1\n");
  REQUIRE(terminal.prompts());
  CHECK(scratch.text_of(file) == "{\n  \"offering\": [\"hosted_software\"]\n}\n");
}

TEST_CASE("what somebody else adds to the answers meanwhile is taken over, and said") {
  const Scratch scratch;
  PseudoTerminal terminal({"ask", "--quiet"}, scratch.folder());
  REQUIRE(terminal.prompts());
  terminal.type("1\n");
  REQUIRE(terminal.prompts());
  scratch.write(file, R"({"offering": ["hosted_software"], "requested_by": ["regulator"], "AC-01": "missing"})");
  terminal.type("none\n");
  CHECK(terminal.shows("Another program changed socrates-answers.json meanwhile.\n"));
  CHECK(terminal.shows("Answers taken from it: requested_by, AC-01.\n"));
  REQUIRE(terminal.prompts());
  for (const std::string part : {"\"offering\": [\"hosted_software\"]", "\"financial_reporting_impact\": \"none\"",
                                 "\"requested_by\": [\"regulator\"]", "\"AC-01\": \"missing\""})
    CHECK(contains(scratch.text_of(file), part));
  terminal.type("quit\n");
  CHECK(terminal.end() == End{3, 0});
  CHECK(contains(scratch.text_of("stdout"), "regulator"));
}

TEST_CASE("two interviews on one file keep the answers of both") {
  const Scratch scratch;
  PseudoTerminal one({"ask"}, scratch.folder());
  REQUIRE(one.prompts());
  PseudoTerminal other({"ask"}, scratch.folder());
  REQUIRE(other.prompts());
  one.type("1\n");
  REQUIRE(one.prompts());
  other.type("skip\n");
  REQUIRE(other.shows("Answers taken from it: offering."));
  REQUIRE(other.prompts());
  other.type("none\n");
  REQUIRE(other.prompts());
  CHECK(scratch.text_of(file) ==
        "{\n  \"offering\": [\"hosted_software\"],\n  \"financial_reporting_impact\": \"none\"\n}\n");
  one.type("direct\n");
  REQUIRE(one.shows("Your answers here replace what it had:"));
  REQUIRE(one.prompts());
  CHECK(contains(scratch.text_of(file), "\"financial_reporting_impact\": \"direct\""));
}

TEST_CASE("a changed answer replaces one that was given here before, and a removed one stays") {
  const Scratch scratch;
  PseudoTerminal terminal({"ask"}, scratch.folder());
  REQUIRE(terminal.prompts());
  terminal.type("1\n");
  REQUIRE(terminal.prompts());
  scratch.write(file, R"({"offering": ["infrastructure_hosting"]})");
  terminal.type("none\n");
  REQUIRE(terminal.shows("Answers taken from it: offering."));
  REQUIRE(terminal.prompts());
  scratch.write(file, R"({"offering": ["infrastructure_hosting"]})");
  terminal.type("skip\n");
  REQUIRE(terminal.shows("Your answers here replace what it had:"));
  REQUIRE(terminal.prompts());
  CHECK(contains(scratch.text_of(file), "\"offering\": [\"infrastructure_hosting\"]"));
  CHECK(contains(scratch.text_of(file), "\"financial_reporting_impact\": \"none\""));
}

TEST_CASE("an answer from elsewhere that contradicts what is known here is told, and not taken") {
  const Scratch scratch;
  scratch.write(file, R"({"customer_data": []})");
  PseudoTerminal terminal({"ask"}, scratch.folder());
  REQUIRE(terminal.prompts());
  scratch.write(file, R"({"customer_data": ["stores"], "data_kinds": ["personal"]})");
  terminal.type("1\n");
  REQUIRE(terminal.prompts());
  CHECK(contains(terminal.shown(), "meanwhile"));
  CHECK(contains(scratch.text_of(file), "\"data_kinds\": [\"personal\"]"));
}

TEST_CASE("a file that somebody has broken or removed meanwhile is not replaced in silence") {
  const Scratch scratch;
  {
    PseudoTerminal terminal({"ask"}, scratch.folder());
    REQUIRE(terminal.prompts());
    REQUIRE(::unlink((scratch.folder() + "/" + file).c_str()) == 0);
    terminal.type("1\n");
    REQUIRE(terminal.shows("socrates-answers.json was removed meanwhile, and has been written again."));
    REQUIRE(terminal.prompts());
  }
  CHECK(scratch.text_of(file) == "{\n  \"offering\": [\"hosted_software\"]\n}\n");
  PseudoTerminal terminal({"ask"}, scratch.folder());
  REQUIRE(terminal.prompts());
  scratch.write(file, "{\"offering\": ");
  terminal.type("none\n");
  CHECK(terminal.end() == End{2, 0});
  CHECK(contains(terminal.shown(), "The answers so far, which are not saved:"));
  CHECK(contains(terminal.shown(), "\"financial_reporting_impact\": \"none\""));
  CHECK(contains(terminal.shown(), "S006"));
  CHECK(scratch.text_of(file) == "{\"offering\": ");
}

TEST_CASE("the result of an interview does not go where its answers are") {
  const Scratch scratch;
  for (const std::string output : {"./new.json", "sub/../new.json", "link"}) {
    CAPTURE(output);
    if (output == "sub/../new.json") REQUIRE(::mkdir((scratch.folder() + "/sub").c_str(), 0700) == 0);
    if (output == "link") REQUIRE(::symlink("new.json", (scratch.folder() + "/link").c_str()) == 0);
    PseudoTerminal terminal({"ask", "--save", "new.json", "--output", output}, scratch.folder());
    CHECK(terminal.end() == End{2, 0});
    CHECK(contains(terminal.shown(), "S402"));
    CHECK_FALSE(contains(terminal.shown(), "> "));
    CHECK_FALSE(scratch.has("new.json"));
  }
}

TEST_CASE("without a terminal it refuses, says what is unanswered, and waits for nothing") {
  const Scratch scratch;
  scratch.write("known.json", "{\"offering\": [\"hosted_software\"]}");
  for (const Names& arguments : {Names{"ask"}, Names{"ask", "known.json"}}) {
    CHECK(run_without_terminal(arguments, scratch.folder()) == End{2, 0});
    const std::string errors = scratch.text_of("stderr");
    CHECK(contains(errors, "an interview needs a terminal"));
    CHECK(contains(errors, "S403"));
    CHECK(contains(errors, "--set requested_by=OPTION,..."));
    CHECK(contains(errors, "--set offering=") == (arguments.size() == 1));
    CHECK(errors.size() < 20000);
    CHECK(scratch.text_of("stdout").empty());
    CHECK_FALSE(scratch.has(file));
  }
  CHECK(run_without_terminal({"ask", "-"}, scratch.folder()) == End{2, 0});
  CHECK(contains(scratch.text_of("stderr"), "S401"));
}

}  // namespace
}  // namespace socrates::terminal
