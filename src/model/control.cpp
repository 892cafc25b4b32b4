// SPDX-License-Identifier: Apache-2.0
#include "socrates/model/control.hpp"

#include <algorithm>

#include "socrates/model/control_answer.hpp"

namespace socrates::model {

std::string_view name_of(Examination examination, Standard standard) {
  const bool is_international = standard == Standard::isae;
  switch (examination) {
    case Examination::soc1:
      return is_international ? "ISAE 3402" : "SOC 1";
    case Examination::soc2:
      return is_international ? "ISAE 3000" : "SOC 2";
  }
  return {};
}

const base::SharedText& evidence_over_period(const Control& control) {
  return control.evidence_over_period.empty() ? control.evidence : control.evidence_over_period;
}

const FrequencyNote* frequency_note(const ControlCatalogue& catalogue, Frequency frequency) {
  const std::optional<FrequencyNote>& note = catalogue.frequencies[static_cast<std::size_t>(frequency)];
  return note ? &*note : nullptr;
}

SampleSize sample_of(const FrequencyNote& note, std::optional<int> population) {
  if (note.sample.empty()) return {};
  if (!population) return {std::nullopt, note.sample.front().least, note.sample.back().most};
  const auto size = std::find_if(note.sample.begin(), note.sample.end(),
                                 [&](const SampleSize& s) { return !s.up_to || *population <= *s.up_to; });
  if (size == note.sample.end()) return {};
  return {population, std::min(size->least, *population), std::min(size->most, *population)};
}

std::optional<std::size_t> find_control(const ControlCatalogue& catalogue, std::string_view id) {
  for (std::size_t i = 0; i < catalogue.controls.size(); ++i)
    if (catalogue.controls[i].id == id) return i;
  return std::nullopt;
}

std::string_view id_of(ControlStatus status) {
  for (const StatusName& name : status_names)
    if (name.status == status) return name.id;
  return {};
}

std::optional<ControlStatus> find_status(std::string_view id) {
  for (const StatusName& name : status_names)
    if (name.id == id) return name.status;
  return std::nullopt;
}

}  // namespace socrates::model
