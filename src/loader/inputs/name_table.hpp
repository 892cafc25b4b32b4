// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace socrates::loader {

/// Finds the place of a name in a list; made for names that are looked up forty million times a second. As the list is
/// known before, we look for a factor that gives every name its own slot, and one look is enough. Only names that have
/// length, beginning and end in common share one. Names are as random as the answers, so nothing here asks how long one
/// is, except where it has more than 32 bytes: a processor that has guessed wrong loses more time than it takes to
/// compare all of these.
class NameTable {
 public:
  static constexpr std::size_t none = ~std::size_t{0};
  /// How many bytes behind the beginning of a name that is looked up must be readable, whatever they hold.
  static constexpr std::size_t padding = 32;

  /// The names, all different, at most 65,535; their numbers are their places.
  explicit NameTable(const std::vector<std::string>& names) {
    std::vector<std::uint64_t> mixed_names;
    for (const std::string& name : names) {
      const std::string padded = name + std::string(padding, '\0');
      const std::size_t beginning = std::min(name.size(), padding);
      Beginning& entry = beginnings_.emplace_back();
      std::memcpy(entry.words.data(), padded.data(), beginning);
      std::memset(entry.masks.data(), 0xFF, beginning);
      names_.push_back(name);
      mixed_names.push_back(mixed({padded.data(), name.size()}));
    }
    if (names.size() > empty) throw std::logic_error("more names than a table holds");
    next_alike_.resize(names.size(), empty);
    constexpr std::size_t slots_a_name = 4;
    for (std::size_t size = std::bit_ceil(slots_a_name * (names.size() + 1)); !fill(size, mixed_names);) size *= 2;
  }

  [[nodiscard]] std::size_t find(std::string_view name) const {
    const std::uint16_t number = slots_[slot_of(mixed(name))];
    if (number == empty) return none;
    return is(name, number) ? number : find_alike(name, next_alike_[number]);
  }

  /// Whether this is the name with the number.
  [[nodiscard]] bool is(std::string_view name, std::size_t number) const {
    const Beginning& beginning = beginnings_[number];
    const auto differences_in = [&](std::size_t word) {
      return (word_at(name.data() + word * sizeof(std::uint64_t)) & beginning.masks[word]) ^ beginning.words[word];
    };
    const std::uint64_t differences = (names_[number].size() ^ name.size()) | differences_in(0) | differences_in(1) |
                                      differences_in(2) | differences_in(3);
    return differences == 0 && (name.size() <= padding || is_to_its_end(name, number));
  }

 private:
  static constexpr std::uint16_t empty = 0xFFFF;

  using Words = std::array<std::uint64_t, padding / sizeof(std::uint64_t)>;

  /// The first bytes of a name and zeros behind them; and which of them are the name's.
  struct Beginning {
    Words words{};
    Words masks{};
  };

  [[nodiscard]] [[gnu::noinline]] std::size_t find_alike(std::string_view name, std::uint16_t number) const {
    while (number != empty && !is(name, number)) number = next_alike_[number];
    return number == empty ? none : number;
  }

  [[nodiscard]] [[gnu::noinline]] bool is_to_its_end(std::string_view name, std::size_t number) const {
    return name == names_[number];
  }

  static std::uint64_t word_at(const char* bytes) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    return word;
  }

  static std::uint64_t mixed(std::string_view name) {
    constexpr std::size_t word = sizeof(std::uint64_t);
    constexpr std::uint64_t mixer = 0x9E3779B97F4A7C15U;
    constexpr std::uint64_t another_mixer = 0xD1342543DE82EF95U;
    static constexpr std::array<std::uint64_t, word + 1> masks = {
        0, 0xFF, 0xFFFF, 0xFFFFFF, 0xFFFFFFFF, 0xFFFFFFFFFF, 0xFFFFFFFFFFFF, 0xFFFFFFFFFFFFFF, 0xFFFFFFFFFFFFFFFF};
    const std::uint64_t mask = masks[std::min(name.size(), word)];
    const std::uint64_t first = word_at(name.data()) & mask;
    const std::uint64_t last = word_at(name.data() + std::max(name.size(), word) - word) & mask;
    const std::uint64_t product = first * mixer;
    return (product ^ (product >> 32U)) + last + name.size() * another_mixer;
  }

  [[nodiscard]] std::size_t slot_of(std::uint64_t mixed_name) const {
    return static_cast<std::size_t>((mixed_name * factor_) >> shift_);
  }

  /// Looks for a factor that puts all names into different ones of so many slots; false where few tries find none.
  bool fill(std::size_t size, const std::vector<std::uint64_t>& mixed_names) {
    constexpr int tries = 64;
    shift_ = 64 - std::countr_zero(size);
    for (int i = 0; i < tries; ++i) {
      factor_ = factor_ * 0xD1342543DE82EF95U + 2;  // stays odd
      if (place(size, mixed_names)) return true;
    }
    return false;
  }

  bool place(std::size_t size, const std::vector<std::uint64_t>& mixed_names) {
    slots_.assign(size, empty);
    for (std::size_t i = mixed_names.size(); i-- > 0;) {
      std::uint16_t& slot = slots_[slot_of(mixed_names[i])];
      if (slot != empty && mixed_names[slot] != mixed_names[i]) return false;
      next_alike_[i] = std::exchange(slot, static_cast<std::uint16_t>(i));
    }
    return true;
  }

  std::vector<Beginning> beginnings_;  ///< by number
  std::vector<std::string> names_;
  std::uint64_t factor_ = 1;
  int shift_ = 0;
  std::vector<std::uint16_t> slots_;       ///< a number or `empty`
  std::vector<std::uint16_t> next_alike_;  ///< by number: the next one of the same slot, or `empty`
};

}  // namespace socrates::loader
