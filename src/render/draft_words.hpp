// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "socrates/engine/reading.hpp"
#include "socrates/render/draft.hpp"

namespace socrates::render {

// What stands behind the names of a template, by what it comes from.

std::optional<std::string> date_words(const std::optional<base::Date>& date);
std::optional<std::string> words_or_none(std::string words);

/// From the plan; where there is none, every list is empty and every text without a value.
void add_plan_lists(const PlanReport* report, DraftValues& values);

/// The company and the reports that it holds.
void add_held_reports(const DraftInputs& inputs, const engine::Reading& reading, DraftValues& values);

/// The names of bridge letters.
void add_bridge(const DraftInputs& inputs, DraftValues& values);

}  // namespace socrates::render
