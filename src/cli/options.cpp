// SPDX-License-Identifier: Apache-2.0
#include "cli/options.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>
#include <ctime>
#include <iterator>
#include <string_view>

#include "socrates/base/suggest.hpp"

namespace socrates::cli {
namespace {

/// The index of the value among the names allowed; the first where the option is not given.
std::size_t choice(const Given& given, const Argument& option, const std::vector<std::string>& allowed,
                   base::Diagnostics& problems) {
  if (!is_given(given, option)) return 0;
  const std::string value = value_of(given, option);
  for (std::size_t i = 0; i < allowed.size(); ++i)
    if (allowed[i] == value) return i;
  add_usage_problem(problems, fmt::format("option '{}' cannot be '{}' here", option.name, value),
                    base::suggestion(value, allowed));
  return 0;
}

base::Date today(const Given& given, base::Diagnostics& problems) {
  if (!is_given(given, today_option)) {
    const std::optional<base::Date> date = day_at(std::time(nullptr));
    if (!date)
      add_usage_problem(problems, "the clock of this machine is outside the years 1900 to 2999",
                        "set the clock, or give the day with --today");
    return date.value_or(base::Date{});
  }
  const std::string value = value_of(given, today_option);
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

std::string list_of(const std::vector<std::string_view>& names) { return fmt::format("{}", fmt::join(names, ", ")); }

std::optional<base::Date> day_at(std::time_t moment) {
  std::tm local{};
  if (localtime_r(&moment, &local) == nullptr) return std::nullopt;
  const base::Date day{std::chrono::year{local.tm_year + 1900},
                       std::chrono::month{static_cast<unsigned>(local.tm_mon + 1)},
                       std::chrono::day{static_cast<unsigned>(local.tm_mday)}};
  return base::parse_date(base::to_text(day));
}

std::optional<Options> read_options(const Given& given, const std::vector<std::string_view>& forms,
                                    base::Diagnostics& problems) {
  const std::size_t before = problems.count();
  Options options;
  options.rules = value_of(given, rules_option);
  if (!forms.empty()) options.format = forms[choice(given, format_option, {forms.begin(), forms.end()}, problems)];
  options.output = value_of(given, output_option);
  options.today = today(given, problems);
  options.color =
      static_cast<ColorMode>(choice(given, color_option, {std::begin(color_names), std::end(color_names)}, problems));
  options.quiet = is_given(given, quiet_option);
  options.sources = is_given(given, sources_option);
  if (problems.count() != before) return std::nullopt;
  return options;
}

render::Color color_of_result(const Options& options) {
  const bool to_file = !options.output.empty() && options.output != "-";
  return to_file && options.color == ColorMode::automatic ? render::Color::off : color_at(options.color, STDOUT_FILENO);
}

render::Color color_of_errors(ColorMode mode) { return color_at(mode, STDERR_FILENO); }

}  // namespace socrates::cli
