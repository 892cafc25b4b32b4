// SPDX-License-Identifier: Apache-2.0
#include "socrates/cli/run.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <optional>

#include "socrates/cli/files.hpp"
#include "socrates/cli/help.hpp"
#include "socrates/cli/program.hpp"
#include "socrates/render/diagnostics.hpp"
#include "socrates/render/escape.hpp"

namespace socrates::cli {
namespace {

/// Whether the arguments ask for JSON and how for colour, as far as can be told from arguments that may be wrong.
struct ErrorForm {
  bool json = false;
  ColorMode color = ColorMode::automatic;
};

ErrorForm error_form(const std::vector<std::string>& arguments) {
  ErrorForm form;
  for (std::size_t i = 0; i < arguments.size() && arguments[i] != "--"; ++i) {
    const std::string next = i + 1 < arguments.size() ? arguments[i + 1] : std::string();
    const std::string setting =
        arguments[i].find('=') == std::string::npos ? fmt::format("{}={}", arguments[i], next) : arguments[i];
    form.json = form.json || setting == "--format=json";
    if (setting == "--color=always") form.color = ColorMode::always;
    if (setting == "--color=never") form.color = ColorMode::never;
  }
  return form;
}

/// To standard error; when that cannot be written either, there is nobody left to tell.
void tell(std::string_view text) { static_cast<void>(write_all(STDERR_FILENO, text)); }

ExitStatus fail(const base::Diagnostics& problems, const ErrorForm& form) {
  tell(form.json ? render::diagnostics_json(problems)
                 : render::diagnostics_text(problems, color_of_errors(form.color)));
  return ExitStatus::invalid;
}

/// Prints a text that was asked for in place of a command.
ExitStatus answer(std::string_view text, const ErrorForm& form) {
  base::Diagnostics problems;
  return write_result("", text, problems) ? ExitStatus::done : fail(problems, form);
}

}  // namespace

ExitStatus run(const std::vector<std::string>& arguments) {
  std::signal(SIGPIPE, SIG_IGN);  // a reader that left is an error of write, not the end of the program
  std::signal(SIGXFSZ, SIG_IGN);  // nor is a limit on the size of files
  const ErrorForm form = error_form(arguments);
  base::Diagnostics problems;

  const auto program = make_program(arguments);
  const Parsed parsed = parse(*program, arguments, problems);
  if (parsed.app == nullptr) return fail(problems, form);
  if (parsed.wants_help) return answer(help_of(*parsed.app), form);
  if (parsed.wants_version) return answer(version_text(), form);

  const std::optional<Options> options = read_options(parsed.given, parsed.command->formats, problems);
  if (!options) return fail(problems, form);

  const std::optional<Result> result = parsed.command->run(parsed.given, *options, problems);
  if (!result) return fail(problems, form);

  if (!options->quiet)
    for (const std::string& note : result->notes) tell("socrates: " + render::terminal_safe(note) + "\n");
  for (const Result::File& file : result->also)
    if (!write_result(file.path, file.text, problems)) return fail(problems, form);
  if (!result->text.empty() && !write_result(options->output, result->text, problems)) return fail(problems, form);
  return result->status;
}

void report_defect(std::string_view what) {
  tell(fmt::format("socrates: this is a defect of the program, please report it: {}\n", render::terminal_safe(what)));
}

}  // namespace socrates::cli
