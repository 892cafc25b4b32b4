// SPDX-License-Identifier: Apache-2.0
#include "socrates/render/interview_end.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "render/decision_words.hpp"
#include "render/report_names.hpp"
#include "render/sentence.hpp"
#include "socrates/model/contract.hpp"
#include "socrates/render/escape.hpp"

namespace socrates::render {
namespace {

constexpr std::ptrdiff_t most_lines_of_verdict = 5;
constexpr std::ptrdiff_t most_lines_of_report = 3;

std::ptrdiff_t line_count(const std::string& text) { return std::count(text.begin(), text.end(), '\n'); }

/// As many whole sentences of the summary as fit, one at the least.
std::string verdict(const Recommendation& recommendation, Color color) {
  const std::string all = prose(summary(recommendation));
  std::string shown;
  for (std::size_t start = 0; start < all.size();) {
    const std::size_t stop = all.find(". ", start);
    const std::size_t end = stop == std::string::npos ? all.size() : stop + 1;
    const std::string longer = all.substr(0, end);
    if (!shown.empty() && line_count(wrap(longer)) > most_lines_of_verdict) break;
    shown = longer;
    start = std::min(end + 1, all.size());
  }
  return bold(wrap(shown), color);
}

std::string value_of(const DecisionView& view) { return is_settled(view) ? label_of(view) : "open: " + label_of(view); }

/// `Security needed, Availability recommended`; what is not needed is left out.
std::string categories_of(const Recommendation& recommendation) {
  std::vector<std::string> parts;
  for (const std::string_view id : model::category_decisions) {
    const auto view = find_view(recommendation, id);
    if (view && !is_surely(*view, "not_needed"))
      parts.push_back(fmt::format("{} ({})", category_name(id), value_of(*view)));
  }
  return joined(parts);
}

std::string report_line(const Recommendation& recommendation, const Report& report) {
  const auto level = find_view(recommendation, report.decision);
  if (!level) return {};
  std::string text = value_of(*level);
  const auto type = find_view(recommendation, report.type_decision);
  if (type && !is_surely(*type, "not_applicable")) text += "; type " + value_of(*type);
  if (report.decision == "soc2" && !is_surely(*level, "not_needed"))
    if (const std::string categories = categories_of(recommendation); !categories.empty()) text += "; " + categories;
  std::string line = labelled(fmt::format("  {:<9}", name_in(recommendation, report)), prose(text));
  if (line_count(line) <= most_lines_of_report) return line;
  return labelled(fmt::format("  {:<9}", name_in(recommendation, report)), prose(value_of(*level)));
}

std::string set_line(const Recommendation& recommendation, std::string_view id, std::string_view title) {
  const auto view = find_view(recommendation, id);
  if (!view || view->outcome->surely.empty()) return {};
  return labelled(fmt::format("  {:<9}", title), prose(label_of(*view)));
}

}  // namespace

std::string interview_end_text(const Recommendation& recommendation, const std::vector<NextStep>& steps,
                               const std::vector<std::string>& closing, Color color) {
  std::string text = verdict(recommendation, color);
  std::string lines;
  for (const Report& report : reports) lines += report_line(recommendation, report);
  lines += set_line(recommendation, "beside_soc", "Beside");
  lines += set_line(recommendation, "instead", "Instead");
  if (!lines.empty()) text += "\n" + lines;
  if (!steps.empty()) text += "\nNext:\n";
  for (const NextStep& step : steps) text += wrap(step.what, {2, 4}) + "    " + terminal_safe(step.command) + "\n";
  if (!closing.empty()) text += "\n";
  for (const std::string& sentence : closing) text += wrap(prose(sentence));
  return text;
}

}  // namespace socrates::render
