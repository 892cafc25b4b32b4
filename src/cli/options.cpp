// SPDX-License-Identifier: Apache-2.0
#include "socrates/cli/options.hpp"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <ctime>
#include <string_view>
#include <utility>

#include "socrates/base/suggest.hpp"
#include "socrates/cli/command.hpp"

namespace socrates::cli {
namespace {

std::string_view name_of(Format format) {
  switch (format) {
    case Format::text:
      return "text";
    case Format::json:
      return "json";
    case Format::markdown:
      return "markdown";
    case Format::csv:
      return "csv";
    case Format::html:
      return "html";
    case Format::ical:
      return "ical";
    case Format::junit:
      return "junit";
    case Format::github:
      return "github";
    case Format::sarif:
      return "sarif";
    case Format::dot:
      return "dot";
    case Format::mermaid:
      return "mermaid";
  }
  return {};
}

std::vector<std::string> names_of(const std::vector<Format>& formats) {
  std::vector<std::string> names;
  for (const Format format : formats) names.emplace_back(name_of(format));
  return names;
}

std::string joined(const std::vector<std::string>& words) {
  std::string result;
  for (const std::string& word : words) (result += result.empty() ? "" : ", ") += word;
  return result;
}

base::Date today_of_clock() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  return {std::chrono::year{local.tm_year + 1900}, std::chrono::month{static_cast<unsigned>(local.tm_mon + 1)},
          std::chrono::day{static_cast<unsigned>(local.tm_mday)}};
}

class Reader {
 public:
  Reader(const CLI::App& command, base::Diagnostics& problems) : command_(command), problems_(problems) {}

  /// The value of an option that may be given once, before or after the command.
  std::optional<std::string> value(const std::string& name) {
    std::vector<std::string> values;
    for (const CLI::App* app = &command_; app != nullptr; app = app->get_parent())
      for (std::string& value : values_of(*app, name)) values.push_back(std::move(value));
    if (values.empty()) return std::nullopt;
    if (values.size() > 1) add_usage_problem(problems_, "option '" + name + "' is given more than once");
    if (values.back().empty()) add_usage_problem(problems_, "option '" + name + "' has an empty value");
    return values.back();
  }

  /// The index of the value among the names allowed; the first where the option is not given.
  std::size_t choice(const std::string& name, const std::vector<std::string>& allowed) {
    const std::optional<std::string> given = value(name);
    for (std::size_t i = 0; given && i < allowed.size(); ++i)
      if (allowed[i] == *given) return i;
    if (given && !given->empty())
      add_usage_problem(problems_, "option '" + name + "' cannot be '" + *given + "' here",
                        base::suggestion(*given, allowed));
    return 0;
  }

  bool is_given_anywhere(const std::string& name) const {
    for (const CLI::App* app = &command_; app != nullptr; app = app->get_parent())
      if (is_given(*app, name)) return true;
    return false;
  }

  base::Date today() {
    const std::optional<std::string> given = value("--today");
    if (!given) return today_of_clock();
    const std::optional<base::Date> date = base::parse_date(*given);
    if (!date && !given->empty())
      add_usage_problem(problems_, "option '--today' takes a day of the calendar, not '" + *given + "'",
                        "write it as YYYY-MM-DD");
    return date.value_or(base::Date{});
  }

 private:
  const CLI::App& command_;
  base::Diagnostics& problems_;
};

bool is_set(const char* name) {
  const char* const value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): before any thread starts
  return value != nullptr && *value != '\0';
}

bool is_dumb_terminal() {
  const char* const terminal = std::getenv("TERM");  // NOLINT(concurrency-mt-unsafe): before any thread starts
  return terminal == nullptr || std::string_view(terminal) == "dumb";
}

render::Color color_at(ColorMode mode, int descriptor) {
  switch (mode) {
    case ColorMode::always:
      return render::Color::on;
    case ColorMode::never:
      return render::Color::off;
    case ColorMode::automatic:
      break;
  }
  const bool plain = is_set("NO_COLOR") || is_dumb_terminal() || ::isatty(descriptor) == 0;
  return plain ? render::Color::off : render::Color::on;
}

}  // namespace

void declare_common(CLI::App& app, const std::vector<Format>& formats) {
  const std::string group = "Common options";
  const auto add = [&](const std::string& name, const std::string& value, const std::string& text) {
    app.add_option(name)->description(text)->type_name(value)->group(group)->take_all();
  };
  add("--rules", "DIR", "Use the rules in this folder instead of the built-in ones");
  if (!formats.empty()) add("--format", "NAME", "Form of the result: " + joined(names_of(formats)));
  add("--output", "FILE", "Write the result to this file instead of standard output");
  add("--today", "YYYY-MM-DD", "Take this day for today");
  add("--color", "WHEN", "Colour for people: auto, always, never");
  app.add_flag("--quiet")->description("Print results and errors only")->group(group);
  app.add_flag("--version")->description("Print the version and end")->group(group);
  app.set_help_flag("--help,-h", "Print this help and end")->group(group);
}

std::optional<Options> read_options(const CLI::App& command, const std::vector<Format>& formats,
                                    base::Diagnostics& problems) {
  const std::size_t before = problems.count();
  Reader reader(command, problems);
  Options options;
  options.rules = reader.value("--rules").value_or("");
  const std::size_t format = reader.choice("--format", names_of(formats));
  if (!formats.empty()) options.format = formats[format];
  options.output = reader.value("--output").value_or("");
  options.today = reader.today();
  options.color = static_cast<ColorMode>(reader.choice("--color", {"auto", "always", "never"}));
  options.quiet = reader.is_given_anywhere("--quiet");
  if (problems.count() != before) return std::nullopt;
  return options;
}

render::Color color_of_result(const Options& options) {
  const bool to_file = !options.output.empty() && options.output != "-";
  return to_file && options.color == ColorMode::automatic ? render::Color::off : color_at(options.color, STDOUT_FILENO);
}

render::Color color_of_errors(ColorMode mode) { return color_at(mode, STDERR_FILENO); }

}  // namespace socrates::cli
