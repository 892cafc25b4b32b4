// SPDX-License-Identifier: Apache-2.0
#include "gate/words.hpp"

#include <algorithm>
#include <utility>

#include "gate/view.hpp"

namespace socrates::gate {

bool has_word(const WordSet& words, Word word) { return std::binary_search(words.begin(), words.end(), word); }

bool meet(const WordSet& a, const WordSet& b) {
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == *y) return true;
    *x < *y ? ++x : ++y;
  }
  return false;
}

Word WordBook::word(std::string_view name) {
  std::string plain = plain_word(name);
  for (const WordBook* book = common_; book != nullptr; book = book->common_)
    if (const auto known = book->numbers_.find(plain); known != book->numbers_.end()) return known->second;
  return numbers_.emplace(std::move(plain), static_cast<Word>(size())).first->second;
}

std::vector<Word> WordBook::words(const std::vector<std::string>& names) {
  std::vector<Word> words;
  words.reserve(names.size());
  for (const std::string& name : names) words.push_back(word(name));
  return words;
}

WordSet WordBook::set(const std::vector<std::string>& names) {
  WordSet words = this->words(names);
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

std::optional<WordSet> WordBook::set(const std::optional<std::vector<std::string>>& names) {
  return names ? std::optional(set(*names)) : std::nullopt;
}

}  // namespace socrates::gate
