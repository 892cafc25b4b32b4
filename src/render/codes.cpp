// SPDX-License-Identifier: Apache-2.0
#include "socrates/render/codes.hpp"

#include <fmt/format.h>

#include "json_form.hpp"
#include "sentence.hpp"
#include "socrates/render/escape.hpp"

namespace socrates::render {

std::string codes_text(const std::vector<base::CodeEntry>& entries, Color color) {
  std::string text;
  for (const base::CodeEntry& entry : entries) {
    if (!text.empty()) text += '\n';
    text += fmt::format("{}: {}\n", bold(entry.id, color), entry.summary) + wrap(entry.help, {2, 2});
  }
  return text;
}

std::string codes_markdown(const std::vector<base::CodeEntry>& entries) {
  std::string text =
      "# Diagnostics\n\n"
      "Every problem that the program reports has a code, which never changes its meaning. `socrates rules explain "
      "CODE` "
      "prints\nthe same offline. This page is what `socrates rules explain --format markdown` prints.\n";
  for (const base::CodeEntry& entry : entries)
    text += fmt::format("\n## {}\n\n{}.\n\n{}\n", entry.id, markdown_safe(capitalized(std::string(entry.summary))),
                        markdown_safe(entry.help));
  return text;
}

std::string codes_json(const std::vector<base::CodeEntry>& entries) {
  Json codes = Json::array();
  for (const base::CodeEntry& entry : entries)
    codes.push_back({{"code", entry.id}, {"name", entry.name}, {"summary", entry.summary}, {"help", entry.help}});
  return written({{"schema", "socrates.codes/1"}, {"codes", std::move(codes)}}, Layout::indented);
}

}  // namespace socrates::render
