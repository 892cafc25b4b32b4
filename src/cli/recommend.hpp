// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.hpp"
#include "cli/inputs.hpp"

namespace socrates::cli {

/// Those of a recommendation.
std::vector<std::string_view> forms_of_recommendations();

enum class Explain { no, yes };

/// The recommendation in the format asked for, and the exit status that goes with it.
Result recommendation(const Rules& rules, const Answered& answered, const Options& options,
                      Explain explain = Explain::no);

}  // namespace socrates::cli
