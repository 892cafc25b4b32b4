// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <deque>
#include <string>

#include "cli/terminal.hpp"
#include "socrates/interview/interview.hpp"

namespace socrates::cli {

using Events = std::deque<Event>;

void press(Events& events, KeyKind kind, std::size_t times = 1);
void press(Events& events, const std::string& text);
void go_to_row(Events& events, std::size_t row);

/// The keys for a complete answer to the question that stands.
void press_answer(Events& events, const interview::Interview& interview, const model::Answer& answer);

}  // namespace socrates::cli
