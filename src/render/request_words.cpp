// SPDX-License-Identifier: Apache-2.0
#include "render/request_words.hpp"

#include <fmt/format.h>

#include "render/sentence.hpp"

namespace socrates::render {
namespace {

/// Where no list is named: what is looked at is the setting, or each time that the control was performed.
void add_population(RequestWords& words, const model::ControlCatalogue& catalogue, const model::Control& control,
                    const readiness::Request& request) {
  if (control.population) {
    const model::Population& population = catalogue.populations[*control.population];
    words.population = population.label;
    words.complete = population.complete;
    return;
  }
  const model::FrequencyNote* const note = frequency_note(catalogue, control.frequency);
  if (control.frequency == model::Frequency::continuous || control.frequency == model::Frequency::once) {
    words.population = "the setting or the document itself, in every system or contract in scope";
    words.complete = "inventory of systems, or register of contracts, on the same day";
    return;
  }
  words.population = request.occurrences ? fmt::format("each time it was due in the period: {}", *request.occurrences)
                                         : fmt::format("each time it was due in the period, {}",
                                                       note == nullptr ? "as often as you have decided"
                                                                       : std::string_view(note->label));
  words.complete = "the calendar of the period, compared with the records";
}

}  // namespace

std::string sample_text(const model::SampleSize& sample) {
  return sample.least == sample.most ? std::to_string(sample.least)
                                     : fmt::format("{} to {}", sample.least, sample.most);
}

std::string before_fieldwork(const std::optional<base::Date>& by) {
  return by ? base::to_text(*by) : "before fieldwork begins";
}

std::string after_period(const model::ControlCatalogue& catalogue, const std::optional<base::Date>& by) {
  if (by) return base::to_text(*by);
  if (!catalogue.collection) return "after the end of the period";
  return fmt::format("within {} after the end of the period",
                     counted(static_cast<std::size_t>(catalogue.collection->lists_within_days), "day"));
}

RequestWords words_of(const RequestReport& report, const readiness::Request& request) {
  const model::ControlCatalogue& catalogue = report.catalogue;
  const model::Control& control = catalogue.controls[request.control];
  RequestWords words;
  if (request.status == model::ControlStatus::not_applicable) {
    const std::string& reason = report.controls[request.control].reason;
    words.evidence = reason.empty() ? "the reason why it does not apply" : "why it does not apply: " + reason;
    words.before_fieldwork_by = before_fieldwork(request.before_fieldwork_by);
    return words;
  }
  if (control.policy) words.policy = catalogue.policies[*control.policy].label;
  if (control.engagement.empty()) {  // what belongs to the examination as such is read, and not sampled
    add_population(words, catalogue, control, request);
    if (request.sample) words.sample = sample_text(*request.sample);
    if (request.list_sample) words.list_sample = sample_text(*request.list_sample);
  }
  words.evidence = control.evidence;
  words.evidence_over_period = evidence_over_period(control);
  words.before_fieldwork_by = before_fieldwork(request.before_fieldwork_by);
  words.after_period_by = after_period(catalogue, request.after_period_by);
  return words;
}

}  // namespace socrates::render
