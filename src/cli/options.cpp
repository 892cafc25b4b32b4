// SPDX-License-Identifier: Apache-2.0
#include "cli/options.hpp"

#include <unistd.h>

#include <cstdlib>
#include <ctime>
#include <string_view>
#include <utility>

#include "cli/command.hpp"
#include "socrates/base/suggest.hpp"

namespace socrates::cli {
namespace {

/// In the order of ColorMode.
std::vector<std::string> color_names() { return {"auto", "always", "never"}; }

std::string joined(const std::vector<std::string>& words) {
  std::string result;
  for (const std::string& word : words) (result += result.empty() ? "" : ", ") += word;
  return result;
}

/// The index of the value among the names allowed; the first where the option is not given.
std::size_t choice(const Given& given, const std::string& name, const std::vector<std::string>& allowed,
                   base::Diagnostics& problems) {
  if (!is_given(given, name)) return 0;
  const std::string value = value_of(given, name);
  for (std::size_t i = 0; i < allowed.size(); ++i)
    if (allowed[i] == value) return i;
  add_usage_problem(problems, "option '" + name + "' cannot be '" + value + "' here", base::suggestion(value, allowed));
  return 0;
}

base::Date today(const Given& given, base::Diagnostics& problems) {
  if (!is_given(given, "--today")) {
    const std::optional<base::Date> date = day_at(std::time(nullptr));
    if (!date)
      add_usage_problem(problems, "the clock of this machine stands outside the years 1900 to 2999",
                        "set the clock, or name the day with --today");
    return date.value_or(base::Date{});
  }
  const std::string value = value_of(given, "--today");
  const std::optional<base::Date> date = base::parse_date(value);
  if (!date)
    add_usage_problem(problems, "option '--today' takes a day of the calendar, not '" + value + "'",
                      "write it as YYYY-MM-DD, in the years 1900 to 2999");
  return date.value_or(base::Date{});
}

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

std::vector<std::string> names_of(const std::vector<Format>& formats) {
  std::vector<std::string> names;
  for (const Format format : formats) names.emplace_back(name_of(format));
  return names;
}

std::string list_of(const std::vector<Format>& formats) { return joined(names_of(formats)); }

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

std::vector<Argument> common_options(const std::vector<Format>& formats) {
  std::vector<Argument> options = {{"--rules", "DIR", "Use the rules in this folder instead of the built-in ones"}};
  if (!formats.empty())
    options.push_back(
        {"--format", "NAME", "Form of the result: " + list_of(formats), Times::once, one_of(names_of(formats))});
  options.push_back({"--output", "FILE", "Write the result to this file instead of standard output"});
  options.push_back({"--today", "YYYY-MM-DD", "Take this day for today"});
  options.push_back(
      {"--color", "WHEN", "Colour for people: " + joined(color_names()), Times::once, one_of(color_names())});
  options.push_back({"--quiet", "", "Print results and errors only"});
  options.push_back({"--version", "", "Print the version and end"});
  return options;
}

std::optional<base::Date> day_at(std::time_t moment) {
  std::tm local{};
  if (localtime_r(&moment, &local) == nullptr) return std::nullopt;
  const base::Date day{std::chrono::year{local.tm_year + 1900},
                       std::chrono::month{static_cast<unsigned>(local.tm_mon + 1)},
                       std::chrono::day{static_cast<unsigned>(local.tm_mday)}};
  return base::parse_date(base::to_text(day));
}

std::optional<Options> read_options(const Given& given, const std::vector<Format>& formats,
                                    base::Diagnostics& problems) {
  const std::size_t before = problems.count();
  Options options;
  options.rules = value_of(given, "--rules");
  if (!formats.empty()) options.format = formats[choice(given, "--format", names_of(formats), problems)];
  options.output = value_of(given, "--output");
  options.today = today(given, problems);
  options.color = static_cast<ColorMode>(choice(given, "--color", color_names(), problems));
  options.quiet = is_given(given, "--quiet");
  if (problems.count() != before) return std::nullopt;
  return options;
}

render::Color color_of_result(const Options& options) {
  const bool to_file = !options.output.empty() && options.output != "-";
  return to_file && options.color == ColorMode::automatic ? render::Color::off : color_at(options.color, STDOUT_FILENO);
}

render::Color color_of_errors(ColorMode mode) { return color_at(mode, STDERR_FILENO); }

std::string written(const render::Document& document, Format format, render::Color color) {
  if (format == Format::markdown) return render::markdown_of(document);
  if (format == Format::html) return render::html_of(document);
  return render::text_of(document, color);
}

}  // namespace socrates::cli
