// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>
#include <utility>

#include "render/documents/sources.hpp"
#include "render/machine/csv.hpp"
#include "render/readiness_words.hpp"
#include "render/request_words.hpp"
#include "render/sentence.hpp"

namespace socrates::render {
namespace {

constexpr std::array<std::string_view, 21> request_columns = {"kind",
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
                                                              "list_sample",
                                                              "sample_note",
                                                              "sample_sources",
                                                              "evidence",
                                                              "evidence_over_period",
                                                              "before_fieldwork_by",
                                                              "after_period_by",
                                                              "owner"};

/// A row in which the cells that are not named are empty.
std::string row_of(std::initializer_list<std::pair<std::string_view, std::string>> named) {
  std::vector<std::string> cells(request_columns.size());
  for (const auto& [column, text] : named)
    cells[static_cast<std::size_t>(std::find(request_columns.begin(), request_columns.end(), column) -
                                   request_columns.begin())] = text;
  return csv_row(cells);
}

std::string policy_row(const RequestReport& report, std::size_t policy) {
  const model::Named& named = report.catalogue.policies[policy];
  return row_of({{"kind", "policy"},
                 {"id", named.id},
                 {"request", named.label},
                 {"week_one", "yes"},
                 {"evidence", "approved, with owner, version and date of its latest review"},
                 {"before_fieldwork_by", before_fieldwork(report.list.before_fieldwork_by)}});
}

std::string list_row(const RequestReport& report, std::size_t index) {
  const model::Population& population = report.catalogue.populations[index];
  return row_of({{"kind", "list"},
                 {"id", population.id},
                 {"request", population.label},
                 {"week_one", "yes"},
                 {"complete", population.complete},
                 {"evidence_over_period", "the list with the query that made it, its date and count"},
                 {"after_period_by", after_period(report.catalogue, report.list.after_period_by)}});
}

std::string control_row(const RequestReport& report, const readiness::Request& request) {
  const model::ControlCatalogue& catalogue = report.catalogue;
  const model::Control& control = catalogue.controls[request.control];
  const RequestWords words = words_of(report, request);
  const model::FrequencyNote* const note =
      words.sample.empty() ? nullptr : frequency_note(catalogue, control.frequency);
  std::vector<std::string> reports;
  for (const model::Examination examination : request.reports)
    reports.emplace_back(model::name_of(examination, model::Standard::ssae));
  return row_of(
      {{"kind", "control"},
       {"id", control.id},
       {"request", control.title},
       {"week_one", control.engagement.empty() ? "no" : "yes"},
       {"reports", joined(reports, ", ")},
       {"criteria", joined(request.criteria, ", ")},
       {"objectives", joined(request.objectives, ", ")},
       {"status",
        request.status == model::ControlStatus::unknown ? "not_known" : std::string(model::id_of(request.status))},
       {"policy", words.policy},
       {"population", words.population},
       {"complete", words.complete},
       {"occurrences", request.occurrences ? std::to_string(*request.occurrences) : ""},
       {"sample", words.sample},
       {"list_sample", words.list_sample},
       {"sample_note", note == nullptr ? "" : note->note},
       {"sample_sources", note == nullptr ? "" : joined(keys_of(note->sources, catalogue.references), ", ")},
       {"evidence", words.evidence},
       {"evidence_over_period", words.evidence_over_period},
       {"before_fieldwork_by", words.before_fieldwork_by},
       {"after_period_by", words.after_period_by},
       {"owner", catalogue.owners[control.owner].label}});
}

}  // namespace

std::string requests_csv(const RequestReport& report) {
  std::string text = csv_row({request_columns.begin(), request_columns.end()});
  for (const std::size_t policy : report.list.policies) text += policy_row(report, policy);
  for (const std::size_t list : report.list.populations) text += list_row(report, list);
  for (const readiness::Request& request : report.list.requests) text += control_row(report, request);
  return text;
}

}  // namespace socrates::render
