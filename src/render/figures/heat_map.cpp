// SPDX-License-Identifier: Apache-2.0
//
// All criteria or objectives at a glance: on a page a cell each, with its sign and its word; elsewhere lists of those
// for which as much is in place.
#include <fmt/format.h>

#include "render/figures/drawing.hpp"
#include "render/forms/html.hpp"
#include "render/markdown.hpp"
#include "render/readiness_words.hpp"
#include "render/sentence.hpp"
#include "socrates/render/layout.hpp"

namespace socrates::render {
namespace {

using readiness::TargetState;

constexpr TargetState states[] = {TargetState::covered, TargetState::partly, TargetState::nothing,
                                  TargetState::not_known, TargetState::not_applicable};

std::string_view class_of(TargetState state) {
  switch (state) {
    case TargetState::covered:
      return "covered";
    case TargetState::partly:
      return "partly";
    case TargetState::nothing:
      return "nothing";
    case TargetState::not_known:
      return "unknown";
    case TargetState::not_applicable:
      return "outside";
  }
  return {};
}

std::string_view sign_of(TargetState state) {
  switch (state) {
    case TargetState::covered:
      return "✓";
    case TargetState::partly:
      return "◐";
    case TargetState::nothing:
      return "✕";
    case TargetState::not_known:
      return "?";
    case TargetState::not_applicable:
      return "–";
  }
  return {};
}

/// `covered: CC1.1, CC1.2`, for each state that there is.
std::vector<std::string> map_lines(const HeatMap& map) {
  std::vector<std::string> lines;
  for (const TargetState state : states) {
    std::vector<std::string> ids;
    for (const TargetGroup& group : map.groups)
      for (const Target& target : group.targets)
        if (target.state == state) ids.push_back(target.id);
    if (!ids.empty())
      lines.push_back(fmt::format("{}: {}", capitalized(std::string(label_of(state))), joined(ids, ", ")));
  }
  return lines;
}

}  // namespace

std::string text_of(const HeatMap& map, std::size_t indent) {
  std::string text;
  for (const std::string& line : map_lines(map)) text += wrap(prose(line), {indent, indent + 2});
  return text;
}

std::string markdown_of(const HeatMap& map) {
  std::string text;
  for (const std::string& line : map_lines(map)) text += "- " + markdown_line(line) + "\n";
  return text;
}

std::string html_of(const HeatMap& map) {
  std::string text = "<p class=\"legend\">";
  for (const TargetState state : states)
    text += fmt::format("<span class=\"key\"><span class=\"cell {}\" aria-hidden=\"true\">{}</span> {}</span>\n",
                        class_of(state), sign_of(state), label_of(state));
  text += "</p>\n<div class=\"map\">\n";
  for (const TargetGroup& group : map.groups) {
    if (group.targets.empty()) continue;
    text += fmt::format("<div class=\"map-part\">\n<p class=\"group\">{}</p>\n<ul>\n", html_line(group.title));
    for (const Target& target : group.targets)
      text += fmt::format(
          "<li class=\"cell {}\" title=\"{}\"><span class=\"id\">{}</span><span aria-hidden=\"true\">{}</span>"
          "<span class=\"unseen\">{}</span></li>\n",
          class_of(target.state), html_line(target.label + ": " + std::string(label_of(target.state))),
          html_line(target.id), sign_of(target.state), label_of(target.state));
    text += "</ul>\n</div>\n";
  }
  return text + "</div>\n";
}

}  // namespace socrates::render
