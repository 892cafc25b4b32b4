// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace socrates::loader {

/// Finds the place of a name in a list; made for names that are looked up ten million times a second.
class NameTable {
 public:
  static constexpr std::size_t none = ~std::size_t{0};

  /// The names, all different; their numbers are their places.
  explicit NameTable(std::vector<std::string> names) : names_(std::move(names)) {
    std::size_t size = 16;
    while (size < 4 * names_.size()) size *= 2;
    slots_.resize(size);
    for (std::size_t i = 0; i < names_.size(); ++i) {
      const Ends ends = ends_of(names_[i]);
      std::size_t slot = slot_of(ends);
      while (slots_[slot].number != none) slot = next(slot);
      slots_[slot] = {ends, i};
    }
  }

  [[nodiscard]] std::size_t find(std::string_view name) const {
    const Ends ends = ends_of(name);
    for (std::size_t slot = slot_of(ends); slots_[slot].number != none; slot = next(slot))
      if (slots_[slot].ends == ends && (name.size() <= 16 || names_[slots_[slot].number] == name))
        return slots_[slot].number;
    return none;
  }

  [[nodiscard]] const std::string& name(std::size_t i) const { return names_[i]; }

 private:
  /// The first and the last eight bytes and the length, which tell names of up to 16 bytes apart.
  struct Ends {
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    std::size_t size = 0;
    bool operator==(const Ends&) const = default;
  };
  struct Slot {
    Ends ends;
    std::size_t number = none;
  };

  template <typename Number>
  static std::uint64_t number_at(const char* bytes) {
    Number number = 0;
    std::memcpy(&number, bytes, sizeof number);
    return number;
  }

  static Ends ends_of(std::string_view name) {
    const std::size_t size = name.size();
    const char* const end = name.data() + size;
    if (size >= 8) return {number_at<std::uint64_t>(name.data()), number_at<std::uint64_t>(end - 8), size};
    if (size >= 4) return {number_at<std::uint32_t>(name.data()), number_at<std::uint32_t>(end - 4), size};
    std::uint64_t letters = 0;
    for (const char letter : name) letters = (letters << 8U) | static_cast<unsigned char>(letter);
    return {letters, 0, size};
  }

  [[nodiscard]] std::size_t slot_of(const Ends& ends) const {
    const std::uint64_t mixed = (ends.first ^ (ends.last << 1U) ^ ends.size) * 0x9E3779B97F4A7C15U;
    return static_cast<std::size_t>(mixed >> 32U) & (slots_.size() - 1);
  }
  [[nodiscard]] std::size_t next(std::size_t slot) const { return (slot + 1) & (slots_.size() - 1); }

  std::vector<std::string> names_;
  std::vector<Slot> slots_;
};

}  // namespace socrates::loader
