// SPDX-License-Identifier: Apache-2.0
#include "socrates/render/diagnostics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "render/machine/json_form.hpp"
#include "socrates/render/escape.hpp"

namespace socrates::render {
namespace {

constexpr std::size_t most_before_caret = 50;
constexpr std::string_view ellipsis = "...";

/// Tabs stay, so that the caret below stands under them as they are.
std::string shown(std::string_view text) {
  std::string result;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t tab = std::min(text.find('\t', start), text.size());
    result += terminal_safe(text.substr(start, tab - start));
    if (tab < text.size()) result += '\t';
    start = tab + 1;
  }
  return result;
}

/// The most characters that take up no more than `width` columns.
std::string_view head(std::string_view text, std::size_t width) {
  std::size_t used = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t start = offset;
    used += next_width(text, offset);
    if (used > width) return text.substr(0, start);
  }
  return text;
}

/// The same from the end.
std::string_view tail(std::string_view text, std::size_t width) {
  std::size_t left = width_of(text);
  std::size_t offset = 0;
  while (left > width) left -= next_width(text, offset);
  return text.substr(offset);
}

/// As wide as the text, and with its tabs.
std::string blanked(std::string_view text) {
  std::string result;
  for (std::size_t offset = 0; offset < text.size();) {
    const bool is_tab = text[offset] == '\t';
    result.append(next_width(text, offset), is_tab ? '\t' : ' ');
  }
  return result;
}

/// The line around the place, and a caret with a tail of tildes below the token.
std::string excerpt(const base::Diagnostic& diagnostic, Color color) {
  if (diagnostic.line.empty()) return {};
  const std::string_view line = diagnostic.line;
  const std::size_t caret = std::min(diagnostic.caret, line.size());
  const std::size_t length = std::min(diagnostic.length, line.size() - caret);
  const std::string before = shown(line.substr(0, caret));
  const std::string token = shown(line.substr(caret, length));
  const std::string after = shown(line.substr(caret + length));

  std::string text(tail(before, most_before_caret));
  if (text.size() < before.size()) text.insert(0, ellipsis);
  const std::string below = blanked(text);
  text += token + after;
  const std::size_t kept = std::max(line_width - 2, width_of(below) + 1);
  const std::size_t room = kept - width_of(below);
  if (width_of(text) > kept) text = std::string(head(text, kept - ellipsis.size())).append(ellipsis);
  const std::size_t underlined = std::clamp(width_of(token), std::size_t{1}, room);
  return fmt::format("  {}\n  {}{}\n", text, below, red("^" + std::string(underlined - 1, '~'), color));
}

std::string place(const base::Diagnostic& diagnostic) {
  if (diagnostic.file.empty()) return "socrates";
  std::string result = terminal_safe(diagnostic.file);
  if (diagnostic.at.line > 0) result += fmt::format(":{}:{}", diagnostic.at.line, diagnostic.at.column);
  return result;
}

}  // namespace

std::string diagnostic_text(const base::Diagnostic& diagnostic, Color color) {
  const bool is_suggestion = diagnostic.hint.starts_with("did you mean");
  const base::CodeEntry& entry = base::entry(diagnostic.code);
  const std::string severity = entry.severity == base::Severity::error ? red("error:", color) : bold("warning:", color);
  std::string text =
      fmt::format("{}: {} {}{} [{}]\n", bold(place(diagnostic), color), severity, terminal_safe(diagnostic.message),
                  is_suggestion ? ", " + terminal_safe(diagnostic.hint) : "", entry.id);
  text += excerpt(diagnostic, color);
  if (!diagnostic.hint.empty() && !is_suggestion) text += labelled("  hint:", terminal_safe(diagnostic.hint));
  return text;
}

std::string diagnostics_text(const base::Diagnostics& diagnostics, Color color) {
  std::string text;
  for (const base::Diagnostic& diagnostic : diagnostics.kept()) text += diagnostic_text(diagnostic, color);
  if (diagnostics.count() > diagnostics.kept().size())
    text += fmt::format("socrates: {} errors in all, of which the first {} are shown\n", diagnostics.count(),
                        diagnostics.kept().size());
  return text;
}

std::string diagnostics_json(const base::Diagnostics& diagnostics) {
  Json errors = Json::array();
  for (const base::Diagnostic& diagnostic : diagnostics.kept()) errors.push_back(json_form(diagnostic));
  Json document{{"schema", "socrates.errors/1"}, {"errors", std::move(errors)}};
  if (diagnostics.count() > diagnostics.kept().size()) document["count"] = diagnostics.count();
  return written(document, Layout::line);
}

std::string diagnostics_github(const base::Diagnostics& diagnostics) {
  std::string text;
  for (const base::Diagnostic& problem : diagnostics.kept()) {
    std::string place;
    if (!problem.file.empty()) place = fmt::format("file={},", annotation_property(problem.file));
    if (problem.at.line != 0) place += fmt::format("line={},col={},", problem.at.line, problem.at.column);
    std::string message = annotation_message(problem.message);
    if (!problem.hint.empty()) (message += annotation_line_end) += annotation_message(problem.hint);
    text += fmt::format("::error {}title={}::{}\n", place, base::entry(problem.code).id, message);
  }
  if (diagnostics.kept().size() < diagnostics.count())
    text += fmt::format("socrates: {} problems in all\n", diagnostics.count());
  return text;
}

}  // namespace socrates::render
