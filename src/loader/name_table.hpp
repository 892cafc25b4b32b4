// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace socrates::loader {

/// Finds the place of a name in a list; made for names that are looked up a million times a second.
class NameTable {
 public:
  static constexpr std::size_t none = ~std::size_t{0};

  /// The names, all different; their numbers are their places.
  explicit NameTable(std::vector<std::string> names) : names_(std::move(names)) {
    std::size_t size = 16;
    while (size < 4 * names_.size()) size *= 2;
    slots_.resize(size, empty);
    for (std::size_t i = 0; i < names_.size(); ++i) {
      std::size_t slot = slot_of(names_[i]);
      while (slots_[slot] != empty) slot = next(slot);
      slots_[slot] = static_cast<std::uint32_t>(i);
    }
  }

  [[nodiscard]] std::size_t find(std::string_view name) const {
    for (std::size_t slot = slot_of(name); slots_[slot] != empty; slot = next(slot))
      if (names_[slots_[slot]] == name) return slots_[slot];
    return none;
  }

  [[nodiscard]] const std::string& name(std::size_t i) const { return names_[i]; }

 private:
  static constexpr std::uint32_t empty = ~std::uint32_t{0};

  static std::uint64_t word_at(const char* bytes) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    return word;
  }
  static std::uint64_t half_at(const char* bytes) {
    std::uint32_t half = 0;
    std::memcpy(&half, bytes, sizeof half);
    return half;
  }

  /// By the first and the last eight bytes and the length.
  [[nodiscard]] std::size_t slot_of(std::string_view name) const {
    std::uint64_t mixed = name.size();
    if (name.size() >= 8) {
      mixed += word_at(name.data()) ^ (word_at(name.data() + name.size() - 8) << 1U);
    } else if (name.size() >= 4) {
      mixed += half_at(name.data()) | (half_at(name.data() + name.size() - 4) << 32U);
    } else {
      for (const char letter : name) mixed = (mixed << 8U) + static_cast<unsigned char>(letter);
    }
    mixed *= 0x9E3779B97F4A7C15U;
    return static_cast<std::size_t>(mixed >> 32U) & (slots_.size() - 1);
  }
  [[nodiscard]] std::size_t next(std::size_t slot) const { return (slot + 1) & (slots_.size() - 1); }

  std::vector<std::string> names_;
  std::vector<std::uint32_t> slots_;
};

}  // namespace socrates::loader
