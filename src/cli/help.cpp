// SPDX-License-Identifier: Apache-2.0
#include "cli/help.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <string_view>
#include <vector>

#include "socrates/builtin/rules.hpp"
#include "socrates/render/layout.hpp"

namespace socrates::cli {
namespace {

using Row = std::pair<std::string, std::string>;

std::string full_name(const CLI::App& app) {
  const CLI::App* const parent = app.get_parent();
  return parent == nullptr ? app.get_name() : full_name(*parent) + " " + app.get_name();
}

/// Two columns; the second starts two spaces behind the widest entry of the first.
std::string table(std::string_view title, const std::vector<Row>& rows) {
  if (rows.empty()) return {};
  std::size_t width = 0;
  for (const Row& row : rows) width = std::max(width, render::width_of(row.first));
  std::string text = fmt::format("\n{}:\n", title);
  for (const auto& [name, meaning] : rows) text += render::labelled(fmt::format("  {:<{}} ", name, width), meaning);
  return text;
}

std::vector<Row> rows_of_commands(const CLI::App& app) {
  std::vector<Row> rows;
  for (const CLI::App* const command : app.get_subcommands([](const CLI::App*) { return true; }))
    rows.emplace_back(command->get_name(), command->get_description());
  return rows;
}

Row row_of(const CLI::Option& option) {
  if (option.get_positional()) return {option.get_name(true), option.get_description()};
  std::string name;
  for (const std::string& letter : option.get_snames()) name += "-" + letter + ", ";
  for (const std::string& word : option.get_lnames()) name += "--" + word;
  if (option.get_items_expected_min() > 0) name += " " + option.get_type_name();
  return {name, option.get_description()};
}

enum class Part { arguments, own_options, common_options };

std::vector<Row> options_of(const CLI::App& app, Part part) {
  std::vector<Row> rows;
  for (const CLI::Option* const option : app.get_options()) {
    const Part its = option->get_positional()                  ? Part::arguments
                     : option->get_group() == "Common options" ? Part::common_options
                                                               : Part::own_options;
    if (its == part) rows.push_back(row_of(*option));
  }
  return rows;
}

std::string usage_of(const CLI::App& app) {
  std::string usage = "Usage: " + full_name(app);
  if (!rows_of_commands(app).empty()) usage += " COMMAND";
  for (const CLI::Option* const option : app.get_options())
    if (option->get_positional()) usage += " " + option->get_type_name();
  return usage + " [OPTION]...\n";
}

}  // namespace

std::string help_of(const CLI::App& app) {
  std::string text = usage_of(app) + "\n" + render::wrap(app.get_description());
  text += table("Commands", rows_of_commands(app));
  text += table("Arguments", options_of(app, Part::arguments));
  text += table("Options", options_of(app, Part::own_options));
  text += table("Common options", options_of(app, Part::common_options));
  if (!app.get_footer().empty()) text += "\n" + app.get_footer();
  return text;
}

std::string version_text() {
  const builtin::Edition rules = builtin::selection_edition();
  return fmt::format("socrates {}\nrules {} {} (sha256 {})\n", SOCRATES_VERSION, rules.id, rules.version, rules.sha256);
}

}  // namespace socrates::cli
