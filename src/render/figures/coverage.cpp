// SPDX-License-Identifier: Apache-2.0
//
// How far controls are: one measure as a sentence, on a page with a ring; several as bars, in Markdown as a table. What
// is not known is drawn apart from what is in place.
#include <fmt/format.h>

#include <algorithm>

#include "render/figures/drawing.hpp"
#include "render/forms/html.hpp"
#include "render/markdown.hpp"
#include "render/readiness_words.hpp"
#include "socrates/render/layout.hpp"

namespace socrates::render {
namespace {

constexpr int bar_width = 24;

/// `[########????........]`: in place, not known, the rest.
std::string bar(const Measure& measure) {
  if (!measure.percent) return "[" + std::string(bar_width, ' ') + "]";
  const auto cells = [](int percent) { return static_cast<std::size_t>(percent * bar_width / 100); };
  const std::size_t filled = cells(*measure.percent);
  const std::size_t possible = cells(measure.if_unknown_in_place.value_or(*measure.percent));
  return "[" + std::string(filled, '#') + std::string(possible - filled, '?') + std::string(bar_width - possible, '.') +
         "]";
}

std::string bar_title(const CoverageBar& bar) { return bar.is_sure ? bar.title : bar.title + " (still open)"; }

std::string measure_sentence(const Measure& measure) {
  std::string text = percent_text(measure) + " of the controls in scope are in place, by weight";
  if (!measure.percent) text = "No control in scope applies";
  if (measure.if_unknown_in_place != measure.percent)
    text += fmt::format(", with unknown controls counted as missing; {} % if they are all in place",
                        measure.if_unknown_in_place.value_or(0));
  return text + ".";
}

/// A ring that is filled as far as the controls are in place.
std::string ring(const Measure& measure) {
  const int percent = measure.percent.value_or(0);
  return fmt::format(
      "<svg class=\"ring\" viewBox=\"0 0 42 42\" role=\"img\" aria-label=\"{0}\">"
      "<circle class=\"track\" cx=\"21\" cy=\"21\" r=\"17\" pathLength=\"100\"/>"
      "<circle class=\"possible\" cx=\"21\" cy=\"21\" r=\"17\" pathLength=\"100\" stroke-dasharray=\"{2} 100\"/>"
      "<circle class=\"filled\" cx=\"21\" cy=\"21\" r=\"17\" pathLength=\"100\" stroke-dasharray=\"{1} 100\"/>"
      "<text x=\"21\" y=\"21\" aria-hidden=\"true\">{3}</text></svg>\n",
      html_line("Coverage: " + percent_text(measure)), percent, measure.if_unknown_in_place.value_or(percent),
      measure.percent ? fmt::format("{} %", percent) : std::string("–"));
}

}  // namespace

std::string text_of(const Coverage& coverage, std::size_t indent) {
  return wrap(measure_sentence(coverage.measure), {indent, indent});
}

std::string markdown_of(const Coverage& coverage) { return measure_sentence(coverage.measure) + "\n"; }

std::string html_of(const Coverage& coverage) {
  return "<div class=\"measure\">\n" + ring(coverage.measure) + "<p>" + html_line(measure_sentence(coverage.measure)) +
         "</p>\n</div>\n";
}

std::string text_of(const CoverageBars& bars, std::size_t indent) {
  std::size_t width = 0;
  for (const CoverageBar& one : bars.bars) width = std::max(width, width_of(prose(one.title)));
  std::string text;
  for (const CoverageBar& one : bars.bars) {
    const std::string title = prose(one.title);
    text +=
        fmt::format("{}{}{}  {} {:>4}{}\n", std::string(indent, ' '), title, std::string(width - width_of(title), ' '),
                    bar(one.measure), one.measure.percent ? fmt::format("{} %", *one.measure.percent) : "-",
                    one.is_sure ? "" : "  still open");
    text += wrap(counts_text(one.measure.counts), {indent + 2, indent + 2});
  }
  return text;
}

std::string markdown_of(const CoverageBars& bars) {
  std::string text =
      "| Part | Coverage | If all unknown controls are in place | Controls |\n| --- | ---: | ---: | --- |\n";
  for (const CoverageBar& one : bars.bars)
    text += fmt::format(
        "| {} | {} | {} | {} |\n", markdown_line(bar_title(one)), percent_text(one.measure),
        one.measure.if_unknown_in_place ? fmt::format("{} %", *one.measure.if_unknown_in_place) : std::string("-"),
        markdown_or_dash(counts_text(one.measure.counts)));
  return text;
}

std::string html_of(const CoverageBars& bars) {
  std::string text = "<ul class=\"parts\">\n";
  for (const CoverageBar& one : bars.bars) {
    const int percent = one.measure.percent.value_or(0);
    text += fmt::format(
        "<li><div class=\"name\"><span>{}</span> <span class=\"value\">{}</span></div>\n"
        "<svg class=\"bar\" viewBox=\"0 0 100 4\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
        "<rect class=\"track\" width=\"100\" height=\"4\"/><rect class=\"possible\" width=\"{}\" height=\"4\"/>"
        "<rect class=\"filled\" width=\"{}\" height=\"4\"/></svg>\n<p class=\"small\">{}</p></li>\n",
        html_line(bar_title(one)), html_line(percent_text(one.measure)),
        one.measure.if_unknown_in_place.value_or(percent), percent, html_line(counts_text(one.measure.counts)));
  }
  return text + "</ul>\n";
}

}  // namespace socrates::render
