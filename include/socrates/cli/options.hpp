// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "socrates/base/date.hpp"
#include "socrates/base/diagnostic.hpp"
#include "socrates/render/layout.hpp"

namespace CLI {
class App;
}

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

/// Adds the common options to the program itself or to a command.
void declare_common(CLI::App& app, const std::vector<Format>& formats);

/// Reads the common options as given anywhere: before the command's name, within it (`rules --quiet check`) or after
/// it.
std::optional<Options> read_options(const CLI::App& command, const std::vector<Format>& formats,
                                    base::Diagnostics& problems);

/// Whether a text for standard output, or for standard error, is coloured: `--color`, NO_COLOR, TERM, and whether it
/// goes to a terminal.
render::Color color_of_result(const Options& options);
render::Color color_of_errors(ColorMode mode);

}  // namespace socrates::cli
