// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/terminal.hpp"

namespace socrates::cli {

/// Hands out the keys that a person will have pressed, and keeps the pages that are shown.
class ScriptedScreen : public Terminal {
 public:
  explicit ScriptedScreen(std::deque<Event> events) : events_(std::move(events)) {}

  Line read_line() override { return {LineKind::end, {}}; }
  void write(std::string_view /*text*/) override {}
  [[nodiscard]] bool has_screens() const override { return true; }
  [[nodiscard]] ScreenSize size() const override { return size_; }
  void enter_screen() override { ++depth_; }
  void leave_screen() override { --depth_; }
  void show(const DrawnPage& page, std::optional<std::size_t> column) override {
    pages_.push_back(page);
    columns_.push_back(column);
  }
  Event read_event() override {
    if (events_.empty()) return {EventKind::end, {}};
    Event event = events_.front();
    events_.pop_front();
    return event;
  }

  void resize(ScreenSize size) { size_ = size; }
  [[nodiscard]] int depth() const { return depth_; }
  [[nodiscard]] const std::vector<DrawnPage>& pages() const { return pages_; }
  [[nodiscard]] const std::vector<std::optional<std::size_t>>& columns() const { return columns_; }
  [[nodiscard]] bool has_shown(const std::string& text) const {
    for (const DrawnPage& page : pages_)
      for (const std::string& line : page.lines)
        if (line.find(text) != std::string::npos) return true;
    return false;
  }

 private:
  std::deque<Event> events_;
  ScreenSize size_;
  int depth_ = 0;
  std::vector<DrawnPage> pages_;
  std::vector<std::optional<std::size_t>> columns_;
};

}  // namespace socrates::cli
