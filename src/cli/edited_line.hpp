// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cli/keys.hpp"

namespace socrates::cli {

/// A line as it is typed and edited, with the lines before it to go back to. Knows nothing of a terminal.
class EditedLine {
 public:
  /// `history`: the lines before, oldest first; it must outlive the line.
  EditedLine(const std::vector<std::string>& history, std::size_t most_bytes);

  /// Lets a key work on the line; false where it does nothing here.
  bool apply(const Key& key);

  [[nodiscard]] const std::string& text() const { return text_; }
  /// Before which byte the cursor stands.
  [[nodiscard]] std::size_t cursor() const { return cursor_; }

  /// How it looks in so many columns: the part around the cursor, and the column in which the cursor stands.
  struct View {
    std::string text;
    std::size_t column = 0;
  };
  [[nodiscard]] View view(std::size_t columns) const;

 private:
  [[nodiscard]] std::size_t before(std::size_t at) const;
  [[nodiscard]] std::size_t after(std::size_t at) const;
  void erase(std::size_t from, std::size_t to);
  bool go_to(std::size_t entry);

  const std::vector<std::string>& history_;
  std::size_t most_bytes_;
  std::size_t entry_;  ///< of the history; its size: the line itself
  std::string own_;    ///< the line itself, while an entry is shown
  std::string text_;
  std::size_t cursor_ = 0;
};

}  // namespace socrates::cli
