// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>

namespace socrates::model {

/// Indices of options or of values, in ascending order. Each is below `limit`, which leaves room for those of two rule
/// sets together.
class IndexSet {
  using Words = std::array<std::uint64_t, 2>;

 public:
  static constexpr std::size_t limit = 128;

  /// For loops over all.
  class Iterator {
   public:
    explicit constexpr Iterator(Words left) : left_(left) {}
    constexpr std::size_t operator*() const { return first_of(left_); }
    constexpr Iterator& operator++() {
      std::uint64_t& word = left_[0] != 0 ? left_[0] : left_[1];
      word &= word - 1;
      return *this;
    }
    constexpr bool operator==(const Iterator&) const = default;

   private:
    Words left_;
  };

  constexpr IndexSet() = default;
  constexpr IndexSet(std::initializer_list<std::size_t> indices) {
    for (const std::size_t index : indices) insert(index);
  }
  constexpr explicit IndexSet(std::span<const std::size_t> indices) {
    for (const std::size_t index : indices) insert(index);
  }

  /// All from `from` on, before `end`.
  static constexpr IndexSet range(std::size_t from, std::size_t end) {
    IndexSet result;
    for (std::size_t index = from; index < end; ++index) result.insert(index);
    return result;
  }

  /// Throws std::out_of_range at `limit`, and so does `erase`.
  constexpr void insert(std::size_t index) { words_.at(index / 64) |= std::uint64_t{1} << (index % 64); }
  constexpr void erase(std::size_t index) { words_.at(index / 64) &= ~(std::uint64_t{1} << (index % 64)); }
  [[nodiscard]] constexpr bool contains(std::size_t index) const {
    return index < limit && ((words_[index / 64] >> (index % 64)) & 1U) != 0;
  }

  [[nodiscard]] constexpr bool empty() const { return (words_[0] | words_[1]) == 0; }
  [[nodiscard]] constexpr std::size_t size() const {
    return static_cast<std::size_t>(std::popcount(words_[0]) + std::popcount(words_[1]));
  }

  /// The first and the last of a set that is not empty.
  [[nodiscard]] constexpr std::size_t front() const { return first_of(words_); }
  [[nodiscard]] constexpr std::size_t back() const {
    const std::size_t word = words_[1] != 0 ? 1 : 0;
    return 64 * word + 63 - static_cast<std::size_t>(std::countl_zero(words_[word]));
  }

  [[nodiscard]] constexpr Iterator begin() const { return Iterator(words_); }
  [[nodiscard]] constexpr Iterator end() const { return Iterator({0, 0}); }

  constexpr bool operator==(const IndexSet&) const = default;

 private:
  static constexpr std::size_t first_of(const Words& words) {
    const std::size_t word = words[0] != 0 ? 0 : 1;
    return 64 * word + static_cast<std::size_t>(std::countr_zero(words[word]));
  }

  Words words_{};
};

}  // namespace socrates::model
