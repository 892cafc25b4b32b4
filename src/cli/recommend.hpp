// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.hpp"
#include "cli/inputs.hpp"
#include "socrates/render/recommendation.hpp"

namespace socrates::cli {

/// Those of a recommendation.
std::vector<std::string_view> forms_of_recommendations();

/// What a recommendation tells beside the rest.
struct RecommendationExtras {
  bool explains = false;  ///< which rules applied or nearly did
  bool lists_answers = false;
  std::vector<render::ReportPart> parts = {};
};

/// The recommendation in the format asked for, and the exit status that goes with it.
Result recommendation(const Rules& rules, const Answered& answered, const Options& options,
                      RecommendationExtras extras = {});

}  // namespace socrates::cli
