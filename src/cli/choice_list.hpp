// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "cli/keys.hpp"

namespace socrates::cli {

/// A row of a list: something that can be chosen.
struct ChoiceRow {
  std::string label;
  bool can_be_marked = false;  ///< of several: a mark says whether it is chosen
  bool is_marked = false;
};

/// A list to choose from by keys: arrows or j and k, Space to mark, typing to narrow it down. Knows nothing of a
/// terminal and of questions.
class ChoiceList {
 public:
  ChoiceList() = default;
  explicit ChoiceList(std::vector<ChoiceRow> rows, std::size_t cursor = 0);

  /// Lets a key work on the list; false where it does nothing here.
  bool apply(const Key& key);

  [[nodiscard]] const std::vector<ChoiceRow>& rows() const { return rows_; }
  /// Of the rows, those that the filter leaves.
  [[nodiscard]] const std::vector<std::size_t>& shown() const { return shown_; }
  /// The row at which the cursor stands; none where the filter leaves none.
  [[nodiscard]] std::optional<std::size_t> current() const;
  [[nodiscard]] const std::string& filter() const { return filter_; }

 private:
  void move(std::size_t place);
  void narrow();
  bool type(const std::string& character);

  std::vector<ChoiceRow> rows_;
  std::vector<std::size_t> shown_;
  std::size_t place_ = 0;  ///< of the cursor, in shown_
  std::string filter_;
};

}  // namespace socrates::cli
