// SPDX-License-Identifier: Apache-2.0
#include "socrates/base/suggest.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace socrates::base {

namespace {

constexpr std::size_t most_listed = 12;

/// Case and the choice between `-`, space and `_` are no difference worth counting.
char folded(char letter) {
  if (letter >= 'A' && letter <= 'Z') return static_cast<char>(letter - 'A' + 'a');
  return letter == '-' || letter == ' ' ? '_' : letter;
}

std::string folded(std::string_view word) {
  std::string result(word);
  for (char& letter : result) letter = folded(letter);
  return result;
}

/// Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment).
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

std::size_t difference(std::size_t a, std::size_t b) { return a > b ? a - b : b - a; }

}  // namespace

std::string nearest(std::string_view word, const std::vector<std::string>& candidates) {
  const std::string wanted = folded(word);
  std::size_t limit = word.size() / 3;
  std::string best;
  for (const std::string& candidate : candidates) {
    if (difference(candidate.size(), wanted.size()) > limit) continue;
    const std::size_t distance = edit_distance(wanted, folded(candidate));
    if (distance > limit || (distance == limit && !best.empty())) continue;
    best = candidate;
    limit = distance;
    if (limit == 0) break;
  }
  return best;
}

std::string suggestion(std::string_view word, const std::vector<std::string>& candidates) {
  if (candidates.empty()) return {};
  if (const std::string near = nearest(word, candidates); !near.empty()) return "did you mean '" + near + "'?";
  std::string result = candidates.size() == 1 ? "expected " : "expected one of ";
  const std::size_t listed = std::min(candidates.size(), most_listed);
  for (std::size_t i = 0; i < listed; ++i) {
    if (i > 0) result += ", ";
    result += "'" + candidates[i] + "'";
  }
  if (listed < candidates.size()) result += ", ...";
  return result;
}

}  // namespace socrates::base
