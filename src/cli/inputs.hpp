// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/rules_folder.hpp"
#include "socrates/base/date.hpp"
#include "socrates/base/diagnostic.hpp"
#include "socrates/engine/outcome.hpp"
#include "socrates/loader/answers_loader.hpp"

namespace socrates::cli {

inline constexpr Argument answers_argument{"ANSWERS", "ANSWERS...|-",
                                           "Answers as JSON or as a sheet (.csv), or - for standard input; if several "
                                           "files have the same key, the last file counts",
                                           Times::any};

inline constexpr Argument columns_option{"--columns", "FILE", "YAML file that says how to read another program's list"};

/// Whether answers are given, in a file or with `--set`; a problem where they are not.
bool has_answers(const Given& given, base::Diagnostics& problems);

/// Answers that do not contradict each other, and where they lead.
struct Answered {
  model::Answers answers;
  engine::Outcome outcome;
  model::ControlAnswers controls = {};  ///< by control of the catalogue; none where only questions were asked about
  model::About about = {};
};

/// What answers are read from: files laid over each other, with assignments on top.
struct AnswersInput {
  std::vector<std::string> files;  ///< empty ones are none
  std::string columns;             ///< the file that says what their columns mean; empty: none
  std::vector<std::string> settings;
};

/// What `ANSWERS`, `--columns` and `--set` name.
AnswersInput answers_input(const Given& given);

/// Answers as they were read, one file after the other, and what comes of them. Places point into the sources.
struct LayeredAnswers {
  std::deque<base::Source> sources;
  std::deque<loader::LoadedAnswers> layers;  ///< which never move, as places point into their lines
  loader::LoadedAnswers all;
};

/// Reports everything that is wrong with any of the files.
std::optional<LayeredAnswers> read_layers(const AnswersInput& input, const Rules& rules, base::Date today,
                                          base::Diagnostics& problems);

std::optional<Answered> read_answers(const AnswersInput& input, const Rules& rules, base::Date today,
                                     base::Diagnostics& problems);

/// The answers of a file (`-`: standard input; empty: nothing known; a sheet where its name ends in `.csv`), with
/// `settings` (`ID=VALUE`) on top.
std::optional<Answered> read_answers(const std::string& file, const std::vector<std::string>& settings,
                                     const Rules& rules, base::Date today, base::Diagnostics& problems);

/// The same for who looks at answers to questions only: controls are checked where they are named, and not kept.
std::optional<Answered> read_answers_to_questions(const AnswersInput& input, const Rules& rules, base::Date today,
                                                  base::Diagnostics& problems);

/// Where loaded answers lead; nothing, and a problem for each contradiction, where they contradict each other.
std::optional<Answered> settle(loader::LoadedAnswers loaded, const engine::CompiledRules& compiled,
                               base::Diagnostics& problems);

/// Reports that a limit on work was met.
void add_too_much_work(const engine::TooMuchWork& refusal, base::Diagnostics& problems);

/// Says why answers that contradict each other do.
void add_contradictions(const engine::CompiledRules& compiled, const loader::LoadedAnswers& loaded,
                        base::Diagnostics& problems);

/// The file is a sheet, by its name.
bool is_sheet(const std::string& file);

}  // namespace socrates::cli
