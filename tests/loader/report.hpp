// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "socrates/base/diagnostic.hpp"

/// What was reported, a line each: `2:1 S008 [a] the key 'a' stands twice | hint`, where the brackets hold the bytes at
/// the place.
inline std::string report_of(const socrates::base::Diagnostics& problems, bool with_hints = false) {
  std::string text;
  for (const auto& problem : problems.kept()) {
    if (!text.empty()) text += "\n";
    text += std::to_string(problem.at.line) + ":" + std::to_string(problem.at.column) + " ";
    text += std::string(socrates::base::entry(problem.code).id) + " [";
    text += problem.line.substr(problem.caret, problem.length) + "] " + problem.message;
    if (with_hints && !problem.hint.empty()) text += " | " + problem.hint;
  }
  return text;
}
