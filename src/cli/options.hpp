// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ctime>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/arguments.hpp"
#include "socrates/base/date.hpp"
#include "socrates/base/diagnostic.hpp"
#include "socrates/render/layout.hpp"

namespace socrates::cli {

enum class ColorMode { automatic, always, never };

/// The options that mean the same in every command.
struct Options {
  std::string rules;                 ///< a folder; empty: the rules built into the program
  std::string_view format = "text";  ///< one of those that the command has
  std::string output;                ///< empty or `-`: standard output
  base::Date today;
  ColorMode color = ColorMode::automatic;
  bool quiet = false;
  bool sources = false;  ///< of the commands that name sources: list them in the text too
};

inline constexpr std::string_view color_names[] = {"auto", "always", "never"};  // in the order of ColorMode

inline constexpr Argument rules_option{"--rules", "DIR", "Use the rules in this folder instead of the built-in ones"};
inline constexpr Argument format_option{"--format", "NAME", "Form of the result"};
inline constexpr Argument output_option{"--output", "FILE", "Write the result to this file instead of standard output"};
inline constexpr Argument today_option{"--today", "YYYY-MM-DD", "Use this day as today"};
inline constexpr Argument color_option{"--color", "WHEN", "When to use colour: auto, always, never", Times::once,
                                       one_of<color_names>};
inline constexpr Argument quiet_option{"--quiet", "", "Print only results and errors"};
inline constexpr Argument version_option{"--version", "", "Print the version and exit"};
/// Of the commands whose results name sources.
inline constexpr Argument sources_option{"--sources", "", "List the sources that the text names"};
inline constexpr Argument help_option{"--help", "", "Print this help and exit"};

/// The options that every command takes; `--format` only one that has forms.
inline constexpr Argument common_options[] = {rules_option, format_option, output_option,  today_option,
                                              color_option, quiet_option,  version_option, help_option};

/// `text, json`
std::string list_of(const std::vector<std::string_view>& names);

/// The day of the calendar at a moment, where this machine is; none outside the years that `--today` can name.
std::optional<base::Date> day_at(std::time_t moment);

/// Reads the common options from what was given anywhere: before the command's name, within it (`rules --quiet check`)
/// or after it.
std::optional<Options> read_options(const Given& given, const std::vector<std::string_view>& forms,
                                    base::Diagnostics& problems);

/// Whether a text for standard output, or for standard error, is coloured: `--color`, NO_COLOR, TERM, and whether it
/// goes to a terminal.
render::Color color_of_result(const Options& options);
render::Color color_of_errors(ColorMode mode);

}  // namespace socrates::cli
