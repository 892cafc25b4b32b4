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
#include "socrates/render/document.hpp"

namespace socrates::cli {

/// Every form that some command offers; which ones a command offers stands in its `Command::formats`.
enum class Format { text, json, markdown, csv, html, ical, junit, github, sarif, dot, mermaid };

enum class ColorMode { automatic, always, never };

/// The options that mean the same in every command.
struct Options {
  std::string rules;  ///< a folder; empty: the rules built into the program
  Format format = Format::text;
  std::string output;  ///< empty or `-`: standard output
  base::Date today;
  ColorMode color = ColorMode::automatic;
  bool quiet = false;
};

/// `text`, `json`, ...
std::string_view name_of(Format format);
std::vector<std::string> names_of(const std::vector<Format>& formats);
/// Their names: `text, json`.
std::string list_of(const std::vector<Format>& formats);

/// The options that every command takes, as data.
std::vector<Argument> common_options(const std::vector<Format>& formats);

/// The day of the calendar at a moment, where this machine is; none outside the years that `--today` can name.
std::optional<base::Date> day_at(std::time_t moment);

/// Reads the common options from what was given anywhere: before the command's name, within it (`rules --quiet check`)
/// or after it.
std::optional<Options> read_options(const Given& given, const std::vector<Format>& formats,
                                    base::Diagnostics& problems);

/// Whether a text for standard output, or for standard error, is coloured: `--color`, NO_COLOR, TERM, and whether it
/// goes to a terminal.
render::Color color_of_result(const Options& options);
render::Color color_of_errors(ColorMode mode);

/// A report in a form for people: Markdown, HTML, else text.
std::string written(const render::Document& document, Format format, render::Color color);

}  // namespace socrates::cli
