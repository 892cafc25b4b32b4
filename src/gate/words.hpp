// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace socrates::gate {

/// A name that people wrote, as a number: two names that are equal but for the case of ASCII letters and blanks at
/// their ends are one word.
using Word = std::uint32_t;

/// Ascending.
using WordSet = std::vector<Word>;

bool has_word(const WordSet& words, Word word);
/// The two have a word in common.
bool meet(const WordSet& a, const WordSet& b);

/// Gives the numbers out.
class WordBook {
 public:
  /// `common` has words already, which keep their numbers here; it has to outlive this one and to learn no more.
  explicit WordBook(const WordBook* common = nullptr) : common_(common) {}

  Word word(std::string_view name);
  std::vector<Word> words(const std::vector<std::string>& names);
  WordSet set(const std::vector<std::string>& names);
  std::optional<WordSet> set(const std::optional<std::vector<std::string>>& names);

 private:
  [[nodiscard]] std::size_t size() const { return (common_ == nullptr ? 0 : common_->size()) + numbers_.size(); }

  const WordBook* common_;
  std::unordered_map<std::string, Word> numbers_;  ///< those that are not common
};

}  // namespace socrates::gate
