// SPDX-License-Identifier: Apache-2.0
#include "plan/documents.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace socrates::plan {
namespace {

using model::DocumentKind;
using model::EngagementDocument;

template <class Change>
Dates each(const Dates& dates, Change change) {
  return {change(dates.early), change(dates.likely), change(dates.late)};
}

class DocumentWriter {
 public:
  DocumentWriter(const Network& network, const model::Engagement& engagement, base::Date today)
      : network_(network), engagement_(engagement), today_(today) {}

  std::vector<Step> write() {
    if (engagement_.documents.empty()) return {};
    if (network_.auditor) add_engagement_letter(network_.steps[*network_.auditor].last);
    for (const ReportSteps& report : network_.reports) {
      const auto first = report.type_1_fieldwork ? report.type_1_fieldwork : report.type_2_fieldwork;
      if (first) add_description(*report.report, network_.steps[*first].first);
      if (report.type_1_report)
        add_statements(*report.report, *report.type_1_fieldwork, *report.type_1_report, "Type 1");
      if (report.type_2_report)
        add_statements(*report.report, *report.type_2_fieldwork, *report.type_2_report, "Type 2");
    }
    return std::move(steps_);
  }

 private:
  Step& add(DocumentKind kind, const Dates& first, const Dates& last) {
    const EngagementDocument& document = engagement_.documents.at(static_cast<std::size_t>(kind));
    Step step;
    step.id = document.id;
    step.title = document.title;
    step.does = document.does;
    step.kind = StepKind::milestone;
    step.weeks = {document.weeks, document.weeks, document.weeks};
    step.needs_people = true;
    step.sources = document.sources;
    step.first = first;
    step.last = last;
    steps_.push_back(std::move(step));
    return steps_.back();
  }

  /// The id and the title say of which report: `soc2.type_2_assertion`, or `soc2.description_draft`.
  static void name(Step& step, const ReportAim& report, const std::string& type) {
    step.report = report.examination;
    std::string part = type;
    std::replace(part.begin(), part.end(), ' ', '_');
    std::transform(part.begin(), part.end(), part.begin(), [](char letter) { return letter == 'T' ? 't' : letter; });
    step.id = std::string(model::id_of(report.examination)) + "." + (part.empty() ? "" : part + "_") + step.id;
    step.title = std::string(model::name_of(report.examination, report.standard)) + (type.empty() ? "" : " " + type) +
                 ": " + step.title;
  }

  void add_engagement_letter(const Dates& chosen) { add(DocumentKind::engagement_letter, chosen, chosen); }

  /// There when the first fieldwork begins; begun before, and where there is too little time, today.
  void add_description(const ReportAim& report, const Dates& fieldwork) {
    const int days =
        engagement_.documents.at(static_cast<std::size_t>(DocumentKind::description_draft)).weeks * base::days_of_week;
    const auto begun = [&](base::Date day) { return std::max(today_, base::add_days(day, -std::max(1, days))); };
    const auto ready = [&](base::Date day) { return std::max(today_, base::add_days(day, -1)); };
    name(add(DocumentKind::description_draft, each(fieldwork, begun), each(fieldwork, ready)), report, "");
  }

  /// What management says of the report: its evaluation ends with the fieldwork, and the rest bears the report's date.
  void add_statements(const ReportAim& report, std::size_t fieldwork, std::size_t written, const std::string& type) {
    const Step& work = network_.steps[fieldwork];
    const Step& writing = network_.steps[written];
    name(add(DocumentKind::management_evaluation, work.first, work.last), report, type);
    Step& assertion = add(DocumentKind::assertion, writing.last, writing.last);
    name(assertion, report, type);
    assertion.depends_on = {fieldwork};
    Step& letter = add(DocumentKind::representation_letter, writing.first, writing.last);
    name(letter, report, type);
    letter.depends_on = {fieldwork};
  }

  const Network& network_;
  const model::Engagement& engagement_;
  base::Date today_;
  std::vector<Step> steps_;
};

}  // namespace

std::vector<Step> documents_of(const Network& network, const model::Engagement& engagement, base::Date today) {
  return DocumentWriter(network, engagement, today).write();
}

}  // namespace socrates::plan
