// SPDX-License-Identifier: Apache-2.0
//
// Gaps as issues, in the columns that the importers of Jira and Linear know by themselves. Jira takes a column of the
// same name for each label, and no label with a blank; Linear takes labels by commas.

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "render/machine/csv.hpp"
#include "render/readiness_words.hpp"
#include "render/sentence.hpp"
#include "socrates/render/readiness.hpp"

namespace socrates::render {
namespace {

/// From what holds up a Type 1 to what holds up nothing.
constexpr std::string_view jira_priorities[] = {"Highest", "High", "Medium", "Low"};
constexpr std::string_view linear_priorities[] = {"Urgent", "High", "Medium", "Low"};

std::size_t urgency(model::Blocks blocks) {
  switch (blocks) {
    case model::Blocks::type_1:
      return 0;
    case model::Blocks::type_2_window:
      return 1;
    case model::Blocks::next_due_day:
    case model::Blocks::within_period:
      return 2;
    case model::Blocks::nothing:
      return 3;
  }
  return 3;
}

std::string issue_title(const readiness::Gap& gap) { return gap.control + " " + gap.title; }

/// All that the sheet of gaps says, a line a thing.
std::string description_of(const ReadinessReport& report, const readiness::Gap& gap) {
  const model::Control& control = report.catalogue.controls.controls[gap.index];
  std::vector<std::string> lines{control.ask, "Why: " + control.why, fmt::format("Status: {}", label_of(gap.status))};
  if (const std::string_view held = holds_up(gap.blocks); !held.empty()) lines.push_back(fmt::format("It {}.", held));
  lines.push_back("Evidence: " + control.evidence);
  if (!control.evidence_over_period.empty()) lines.push_back("Over the period: " + control.evidence_over_period);
  lines.push_back(fmt::format("Time: {}, usually by {}", weeks_text(gap.weeks), gap.owner));
  if (!gap.depends_on.empty()) lines.push_back("After: " + joined(gap.depends_on, ", "));
  if (!gap.first_for.empty()) lines.push_back("Nothing is in place for: " + joined(gap.first_for, ", "));
  return joined(lines, "\n");
}

/// Its id, and what it serves; none of them has a blank.
std::vector<std::string> labels_of(const readiness::Gap& gap) {
  std::vector<std::string> labels{gap.control};
  for (const model::Examination examination : gap.serves)
    labels.emplace_back(model::Ids<model::Examination>::all[static_cast<std::size_t>(examination)]);
  labels.insert(labels.end(), gap.criteria.begin(), gap.criteria.end());
  labels.insert(labels.end(), gap.objectives.begin(), gap.objectives.end());
  return labels;
}

}  // namespace

std::string readiness_jira(const ReadinessReport& report) {
  std::size_t most = 1;
  for (const readiness::Gap& gap : report.readiness.gaps) most = std::max(most, labels_of(gap).size());
  std::vector<std::string> header{"Summary", "Issue Type", "Priority", "Description"};
  header.resize(header.size() + most, "Labels");
  std::string text = csv_row(header);
  for (const readiness::Gap& gap : report.readiness.gaps) {
    std::vector<std::string> cells{issue_title(gap), "Task", std::string(jira_priorities[urgency(gap.blocks)]),
                                   description_of(report, gap)};
    for (std::string& label : labels_of(gap)) cells.push_back(std::move(label));
    cells.resize(header.size());
    text += csv_row(cells);
  }
  return text;
}

std::string readiness_linear(const ReadinessReport& report) {
  std::string text = csv_row({"Title", "Description", "Priority", "Labels"});
  for (const readiness::Gap& gap : report.readiness.gaps)
    text += csv_row({issue_title(gap), description_of(report, gap), std::string(linear_priorities[urgency(gap.blocks)]),
                     joined(labels_of(gap), ", ")});
  return text;
}

}  // namespace socrates::render
