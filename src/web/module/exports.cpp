// SPDX-License-Identifier: Apache-2.0
//
// What the page calls. A call is a list of texts, the first of which says what to do, and its result is a list of texts
// too: the page writes each text into memory that `socrates_text` hands out, runs `socrates_call`, and reads the
// results where `socrates_result` says they lie. No call leaves anything behind but what it is named for.

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "cli/draft.hpp"
#include "cli/inputs.hpp"
#include "cli/options.hpp"
#include "socrates/base/date.hpp"
#include "socrates/render/diagnostics.hpp"
#include "web/module/memory_files.hpp"
#include "web/module/rules.hpp"
#include "web/session.hpp"

namespace {

using namespace socrates;

constexpr const char* answers_file = "your answers";  // page.js names it too, and messages show it

struct Page {
  std::deque<std::string> arguments;  ///< which never move while the page writes into them
  std::vector<std::string> results;
  std::string today;
  std::optional<web::Rules> rules;
  std::optional<web::Session> session;
};

Page& page() {
  static Page the_page;
  return the_page;
}

using Texts = std::deque<std::string>;

std::string errors_of(const base::Diagnostics& problems) {
  return problems.empty() ? std::string() : render::diagnostics_text(problems, render::Color::off);
}

/// `rules ARCHIVE TODAY`: takes the rules, and begins an interview in which nothing is known.
std::vector<std::string> load_rules(const Texts& arguments) {
  const std::optional<base::Date> today = base::parse_date(arguments.at(2));
  if (!today) return {"this is not a day of the calendar"};
  web::load_book(arguments.at(1));
  builtin::Book& book = web::book();
  page().today = arguments.at(2);
  page().rules.emplace(web::Rules{book.selection(), {book.controls(), book.criteria(), book.objectives()}});
  page().session.emplace(*page().rules, *today);
  return {""};
}

/// What is wrong, or empty, and the state of the interview.
std::vector<std::string> with_state(const base::Diagnostics& problems) {
  return {errors_of(problems), page().session->state()};
}

/// Runs a command as the program does: `run recommend --format html --today 2026-11-24`, each name of an argument
/// followed by its value, which is empty for a flag. Gives the exit status, the result, what is wrong, and notes.
std::vector<std::string> run(const Texts& arguments) {
  base::Diagnostics problems;
  cli::Given given;
  for (std::size_t i = 2; i + 1 < arguments.size(); i += 2) {
    std::vector<std::string>& values = given[arguments[i]];
    if (!arguments[i + 1].empty()) values.push_back(arguments[i + 1]);
  }
  given[std::string(cli::today_option.name)] = {page().today};
  given[std::string(cli::color_option.name)] = {"never"};
  web::put_file(answers_file, page().session->answers());
  for (const cli::Command& command : cli::commands()) {
    if (command.name != arguments.at(1)) continue;
    const std::optional<cli::Options> options = cli::read_options(given, command.forms, problems);
    std::optional<cli::Result> result;
    if (options) result = command.run(given, *options, problems);
    if (!result) return {"2", "", errors_of(problems)};
    std::vector<std::string> results{std::to_string(static_cast<int>(result->status)), std::move(result->text), ""};
    results.insert(results.end(), result->notes.begin(), result->notes.end());
    return results;
  }
  return {"2", "", "there is no such command in this page"};
}

/// `today DATE`: the same answers, reckoned from another day; as before where they do not fit that day.
void reckon_from(const std::string& day, base::Diagnostics& problems) {
  const std::optional<base::Date> today = base::parse_date(day);
  if (!today) return cli::add_usage_problem(problems, "'" + day + "' is not a day of the calendar");
  web::Session other(*page().rules, *today);
  if (!other.open({"the answers", page().session->answers()}, problems)) return;
  page().session = std::move(other);
  page().today = day;
}

std::vector<std::string> result_of(const Texts& arguments) {
  const std::string& verb = arguments.at(0);
  base::Diagnostics problems;
  if (verb == "rules") return load_rules(arguments);
  web::Session& session = *page().session;
  if (verb == "run") return run(arguments);
  if (verb == "file") web::put_file(arguments.at(1), arguments.at(2));
  if (verb == "begin") session = web::Session(*page().rules, *base::parse_date(page().today));
  if (verb == "open") session.open({arguments.at(1), arguments.at(2)}, problems);
  if (verb == "note") session.note({arguments.at(1), arguments.at(2)}, problems);
  if (verb == "rename") session.rename({arguments.at(1), arguments.at(2)}, problems);
  if (verb == "reply") session.reply(arguments.at(1));
  if (verb == "keep") session.keep();
  if (verb == "today") reckon_from(arguments.at(1), problems);
  if (verb == "why") return {"", session.why()};
  if (verb == "controls") return {"", session.controls()};
  if (verb == "answers") return {"", session.answers()};
  return with_state(problems);
}

}  // namespace

namespace socrates::cli {

/// Those of the program that the page offers.
const std::vector<Command>& commands() {
  static const std::vector<Command> all = {recommend_command(), readiness_command(), plan_command(), gate_command(),
                                           draft_command()};
  return all;
}

}  // namespace socrates::cli

extern "C" {

/// Memory for one more argument of the next call.
char* socrates_text(std::uint32_t size) {
  page().arguments.emplace_back(size, '\0');
  return page().arguments.back().data();
}

/// Makes the call with the arguments so far; how many results it has.
std::uint32_t socrates_call() {
  const Texts arguments = std::move(page().arguments);
  page().arguments.clear();
  page().results = result_of(arguments);
  return static_cast<std::uint32_t>(page().results.size());
}

const char* socrates_result(std::uint32_t number) { return page().results.at(number).data(); }

std::uint32_t socrates_result_size(std::uint32_t number) {
  return static_cast<std::uint32_t>(page().results.at(number).size());
}
}
