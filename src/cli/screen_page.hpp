// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cli/choice_list.hpp"
#include "socrates/render/layout.hpp"

namespace socrates::cli {

struct ScreenSize {
  std::size_t rows = 24;
  std::size_t columns = 80;
  bool operator==(const ScreenSize&) const = default;
};

/// A screen in parts; each text may be of several paragraphs, ended by lines. What does not fit is cut: first the help,
/// then rows of the list far from the cursor.
struct ScreenPage {
  std::string heading;
  std::string state;
  std::string question;
  const ChoiceList* list = nullptr;  ///< or else
  std::string input;                 ///< a line that is typed, with its prompt
  std::size_t cursor = 0;            ///< the column in which it is typed
  std::string help;
  std::string remark;
  std::string keys;
};

/// The lines of a page, at most as many as there are rows, none wider than the columns.
struct DrawnPage {
  std::vector<std::string> lines;
  std::size_t cursor_row = 0;  ///< of the line that is typed
};
DrawnPage draw(const ScreenPage& page, ScreenSize size, render::Color color);

}  // namespace socrates::cli
