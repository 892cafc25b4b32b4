// SPDX-License-Identifier: Apache-2.0
#include "socrates/readiness/rhythm.hpp"

#include <algorithm>

namespace socrates::readiness {

Rhythm rhythm_of(const model::ControlCatalogue& catalogue, const model::Control& control) {
  const model::FrequencyNote* const note = model::frequency_note(catalogue, control.frequency);
  if (note == nullptr) return {};
  return {note->every_months.value_or(0), control.windows == model::Windows::calendar,
          note->look_back_months.value_or(0)};
}

model::Blocks held_up_by(const model::ControlCatalogue& catalogue, const model::Control& control) {
  const model::FrequencyNote* const note = model::frequency_note(catalogue, control.frequency);
  if (note == nullptr || !note->every_months) return control.blocks;
  return std::max(control.blocks, note->holds_up);
}

}  // namespace socrates::readiness
