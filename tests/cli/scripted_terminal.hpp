// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <utility>

#include "cli/terminal.hpp"

namespace socrates::cli {

/// Hands out what a person will have typed, and keeps what is shown.
class ScriptedTerminal : public Terminal {
 public:
  explicit ScriptedTerminal(std::deque<Line> lines) : lines_(std::move(lines)) {}

  Line read_line() override {
    if (lines_.empty()) return {LineKind::end, {}};
    Line line = lines_.front();
    lines_.pop_front();
    return line;
  }
  void write(std::string_view text) override { shown_ += text; }

  [[nodiscard]] const std::string& shown() const { return shown_; }
  [[nodiscard]] bool has_shown(const std::string& text) const { return shown_.find(text) != std::string::npos; }

 private:
  std::deque<Line> lines_;
  std::string shown_;
};

}  // namespace socrates::cli
