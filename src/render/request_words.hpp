// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "socrates/render/requests.hpp"

namespace socrates::render {

// A request of an auditor in the words that each form of the list uses.

/// What stands in the list about one control. Empty where there is nothing to say.
struct RequestWords {
  std::string policy;
  std::string population;   ///< a list, the occurrences of the period, or the setting itself
  std::string complete;     ///< how it is shown that the population is complete
  std::string sample;       ///< `2 to 4`, `1`
  std::string list_sample;  ///< of the list, beside that of the times
  std::string evidence;
  std::string evidence_over_period;
  std::string before_fieldwork_by;
  std::string after_period_by;
};

RequestWords words_of(const RequestReport& report, const readiness::Request& request);

/// `3 to 60`, `1`.
std::string sample_text(const model::SampleSize& sample);

/// By when policies and settings, and by when lists and samples, are due; in words where no day is planned.
std::string before_fieldwork(const std::optional<base::Date>& by);
std::string after_period(const model::ControlCatalogue& catalogue, const std::optional<base::Date>& by);

}  // namespace socrates::render
