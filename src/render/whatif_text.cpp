// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "markdown.hpp"
#include "sentence.hpp"
#include "socrates/render/whatif.hpp"
#include "whatif_view.hpp"

namespace socrates::render {
namespace {

std::string text_of(const ChangeLine& line) {
  std::string text = labelled("-", joined(line.changes, "; and "), 2);
  for (const Effect& effect : line.effects) text += wrap(prose(effect.title) + ": " + prose(effect.value), {6, 8});
  return text;
}

std::string markdown_of(const ChangeLine& line) {
  std::vector<std::string> codes;
  for (const std::string& change : line.changes) codes.push_back(code_span(change));
  std::string text = "- " + joined(codes, " and ") + "\n";
  for (const Effect& effect : line.effects)
    text += fmt::format("  - {}: {}\n", markdown_line(effect.title), markdown_line(effect.value));
  return text;
}

}  // namespace

std::string whatif_text(const WhatIf& whatif, Color color) {
  const WhatIfView view = view_of(whatif);
  const std::string lines = wrap(prose(view.summary));
  std::string text = bold(lines.substr(0, lines.size() - 1), color) + "\n";
  for (const ChangeGroup& group : view.groups) {
    text += "\n" + bold(group.heading, color) + "\n" + wrap(group.sentence, {2, 2});
    for (const ChangeLine& line : group.lines) text += text_of(line);
    if (!group.rest.empty()) text += wrap(prose(group.rest), {2, 2});
  }
  return text + "\n" + wrap(prose(view.origin));
}

std::string whatif_markdown(const WhatIf& whatif) {
  const WhatIfView view = view_of(whatif);
  std::string text = fmt::format("# What would change the outcome\n\n**{}**\n", markdown_line(view.summary));
  for (const ChangeGroup& group : view.groups) {
    text += fmt::format("\n## {}\n\n{}\n", markdown_line(group.heading), markdown_line(group.sentence));
    if (!group.lines.empty()) text += "\n";
    for (const ChangeLine& line : group.lines) text += markdown_of(line);
    if (!group.rest.empty()) text += "\n" + markdown_line(group.rest) + "\n";
  }
  return text + "\n---\n\n" + markdown_line(view.origin) + "\n";
}

}  // namespace socrates::render
