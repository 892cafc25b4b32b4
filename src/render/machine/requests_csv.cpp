// SPDX-License-Identifier: Apache-2.0
#include "render/documents/sources.hpp"
#include "render/machine/csv.hpp"
#include "render/readiness_words.hpp"
#include "render/request_words.hpp"
#include "render/sentence.hpp"

namespace socrates::render {
namespace {

std::string status_word(model::ControlStatus status) {
  return status == model::ControlStatus::unknown ? "not_known" : std::string(model::id_of(status));
}

}  // namespace

std::string requests_csv(const RequestReport& report) {
  const model::ControlCatalogue& catalogue = report.catalogue;
  std::string text = csv_row({"kind",
                              "id",
                              "request",
                              "week_one",
                              "reports",
                              "criteria",
                              "objectives",
                              "status",
                              "policy",
                              "population",
                              "complete",
                              "occurrences",
                              "sample",
                              "sample_note",
                              "sample_sources",
                              "evidence",
                              "evidence_over_period",
                              "before_fieldwork_by",
                              "after_period_by",
                              "owner"});
  for (const std::size_t policy : report.list.policies)
    text += csv_row({"policy",
                     catalogue.policies[policy].id,
                     catalogue.policies[policy].label,
                     "yes",
                     "",
                     "",
                     "",
                     "",
                     "",
                     "",
                     "",
                     "",
                     "",
                     "",
                     "",
                     "approved, with owner, version and date of its latest review",
                     "",
                     before_fieldwork(report.list.before_fieldwork_by),
                     "",
                     ""});
  for (const std::size_t list : report.list.populations)
    text += csv_row({"list",
                     catalogue.populations[list].id,
                     catalogue.populations[list].label,
                     "yes",
                     "",
                     "",
                     "",
                     "",
                     "",
                     "",
                     catalogue.populations[list].complete,
                     "",
                     "",
                     "",
                     "",
                     "",
                     "the list with the query that made it, its date and count",
                     "",
                     after_period(catalogue, report.list.after_period_by),
                     ""});
  for (const readiness::Request& request : report.list.requests) {
    const model::Control& control = catalogue.controls[request.control];
    const RequestWords words = words_of(report, request);
    const model::FrequencyNote* const note =
        words.sample.empty() ? nullptr : frequency_note(catalogue, control.frequency);
    std::vector<std::string> reports;
    for (const model::Examination examination : request.reports) reports.emplace_back(name_of(examination));
    text += csv_row({"control",
                     control.id,
                     control.title,
                     control.engagement.empty() ? "no" : "yes",
                     joined(reports, ", "),
                     joined(request.criteria, ", "),
                     joined(request.objectives, ", "),
                     status_word(request.status),
                     words.policy,
                     words.population,
                     words.complete,
                     request.occurrences ? std::to_string(*request.occurrences) : "",
                     words.sample,
                     note == nullptr ? "" : note->note,
                     note == nullptr ? "" : joined(keys_of(note->sources, catalogue.references), ", "),
                     words.evidence,
                     words.evidence_over_period,
                     words.before_fieldwork_by,
                     words.after_period_by,
                     catalogue.owners[control.owner].label});
  }
  return text;
}

}  // namespace socrates::render
