// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "socrates/render/layout.hpp"
#include "socrates/render/recommendation.hpp"

namespace socrates::render {

/// Something to do next, with the command for it.
struct NextStep {
  std::string what;
  std::string command;
};

/// Where an interview has led, on one screen of 24 lines of 80 columns: the verdict, the reports, what to do next, and
/// `closing`, sentences about where the answers are.
std::string interview_end_text(const Recommendation& recommendation, const std::vector<NextStep>& steps,
                               const std::vector<std::string>& closing, Color color = Color::off);

}  // namespace socrates::render
