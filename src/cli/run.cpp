// SPDX-License-Identifier: Apache-2.0
#include "cli/run.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <csignal>
#include <new>
#include <optional>
#include <utility>

#include "cli/command_line.hpp"
#include "cli/completion.hpp"
#include "cli/files.hpp"
#include "cli/help.hpp"
#include "cli/inputs.hpp"
#include "cli/pager.hpp"
#include "cli/result_file.hpp"
#include "cli/run_files.hpp"
#include "cli/temporary_file.hpp"
#include "socrates/base/codes.hpp"
#include "socrates/render/diagnostics.hpp"
#include "socrates/render/escape.hpp"

namespace socrates::cli {
namespace {

/// Whether the arguments ask for JSON and how for colour, as far as can be told from arguments that may be wrong.
struct ErrorForm {
  bool json = false;
  bool github = false;
  ColorMode color = ColorMode::automatic;
};

ErrorForm error_form(const std::vector<std::string>& arguments) {
  ErrorForm form;
  for (std::size_t i = 0; i < arguments.size() && arguments[i] != "--"; ++i) {
    const std::string next = i + 1 < arguments.size() ? arguments[i + 1] : std::string();
    const std::string setting =
        arguments[i].find('=') == std::string::npos ? fmt::format("{}={}", arguments[i], next) : arguments[i];
    form.json = form.json || setting == "--format=json";
    form.github = form.github || setting == "--format=github";
    if (setting == "--color=always") form.color = ColorMode::always;
    if (setting == "--color=never") form.color = ColorMode::never;
  }
  return form;
}

/// To standard error; when that cannot be written either, there is nobody left to tell.
void tell(std::string_view text) { static_cast<void>(write_all(STDERR_FILENO, text)); }

void tell(const base::Diagnostics& problems, const ErrorForm& form) {
  tell(form.json     ? render::diagnostics_json(problems)
       : form.github ? render::diagnostics_github(problems)
                     : render::diagnostics_text(problems, color_of_errors(form.color)));
}

ExitStatus fail(const base::Diagnostics& problems, const ErrorForm& form) {
  tell(problems, form);
  return ExitStatus::invalid;
}

/// Prints a text that was asked for in place of a command.
ExitStatus answer(std::string_view text, const ErrorForm& form) {
  base::Diagnostics problems;
  return write_result("", text, problems) ? ExitStatus::done : fail(problems, form);
}

/// Writes all that a command leaves behind. No file is touched unless each may be written.
bool write_files(const Result& result, const std::string& output, base::Diagnostics& problems) {
  std::vector<const Result::File*> all;
  for (const Result::File& file : result.also) all.push_back(&file);
  const Result::File main{output, result.text};
  if (!main.text.empty()) all.push_back(&main);
  std::vector<Claim> claims;
  for (const Result::File* const file : all)
    if (std::optional<Claim> claim = claim_output(file->path, Writing::replaces, problems))
      claims.push_back(*std::move(claim));
  if (claims.size() != all.size()) return false;
  for (std::size_t i = 0; i < all.size(); ++i) {
    ResultFile file(std::move(claims[i]));
    file.write(all[i]->text);
    if (!file.finish(problems)) return false;
  }
  return true;
}

/// The result goes to standard output, from a command whose results people read, and they have not said no.
bool may_page(const Parsed& parsed, const Options& options) {
  const auto& arguments = parsed.command->arguments;
  const bool has_option = std::any_of(arguments.begin(), arguments.end(),
                                      [](const Argument& argument) { return argument.name == no_pager_option.name; });
  return has_option && !is_given(parsed.given, no_pager_option) && (options.output.empty() || options.output == "-");
}

std::optional<Result> result_of(const Parsed& parsed, const Options& options, base::Diagnostics& problems) {
  try {
    return parsed.command->run(parsed.given, options, problems);
  } catch (const engine::TooMuchWork& refusal) {
    add_too_much_work(refusal, problems);
    return std::nullopt;
  }
}

ExitStatus run_command(const std::vector<std::string>& arguments, const ErrorForm& form) {
  base::Diagnostics problems;

  const auto program = make_program(arguments);
  const Parsed parsed = parse(*program, arguments, problems);
  if (parsed.app == nullptr) return fail(problems, form);
  if (parsed.wants_help) return answer(help_of(*parsed.app), form);
  if (parsed.wants_version) return answer(version_text(), form);

  const std::optional<Options> options = read_options(parsed.given, parsed.command->forms, problems);
  if (!options) return fail(problems, form);

  const RunFiles files(parsed.given);
  std::optional<Result> result = result_of(parsed, *options, problems);
  if (!result) return fail(problems, form);

  base::Diagnostics errors;
  for (base::Diagnostic& error : result->errors) errors.add(std::move(error));
  if (!errors.empty()) tell(errors, form);
  if (!options->quiet)
    for (const base::Diagnostic& warning : problems.warnings())
      tell(render::diagnostic_text(warning, color_of_errors(form.color)));
  if (!options->quiet)
    for (const std::string& note : result->notes) tell("socrates: " + render::terminal_safe(note) + "\n");
  if (may_page(parsed, *options) && page(result->text)) result->text.clear();
  return write_files(*result, options->output, problems) ? result->status : fail(problems, form);
}

}  // namespace

ExitStatus run(const std::vector<std::string>& arguments) {
  std::signal(SIGPIPE, SIG_IGN);  // a reader that left is an error of write, not the end of the program
  std::signal(SIGXFSZ, SIG_IGN);  // nor is a limit on the size of files
  clean_up_on_signals();
  const bool completes = !arguments.empty() && arguments.front() == "__complete";
  const ErrorForm form = completes ? ErrorForm() : error_form(arguments);
  try {
    if (completes) return answer(candidates({arguments.begin() + 1, arguments.end()}), form);
    return run_command(arguments, form);
  } catch (const std::bad_alloc&) {
    base::Diagnostic diagnostic{};  // the run has given its memory back by now
    diagnostic.code = base::Code::out_of_memory;
    diagnostic.message = "there is not enough memory";
    diagnostic.hint = "raise the memory limit, or split the input; a batch needs less with fewer --jobs";
    base::Diagnostics problems;
    problems.add(std::move(diagnostic));
    return fail(problems, form);
  }
}

ExitStatus report_out_of_memory() {
  tell("socrates: error: there is not enough memory\n");
  return ExitStatus::invalid;
}

void report_defect(std::string_view what) {
  tell(fmt::format("socrates: this is a defect of the program, please report it: {}\n", render::terminal_safe(what)));
}

}  // namespace socrates::cli
