// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace socrates::loader {

inline std::uint64_t eight_bytes_at(const char* bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  return word;
}

/// A text that is expected at a place, of up to 40 bytes; a longer one is never found there.
class ExpectedText {
 public:
  static constexpr std::size_t longest = 40;
  /// How many bytes behind the place must be readable, whatever they hold.
  static constexpr std::size_t readable_behind = longest;

  explicit ExpectedText(std::string_view text) {
    if (text.size() <= longest) {
      std::memcpy(words_.data(), text.data(), text.size());
      std::memset(masks_.data(), 0xFF, text.size());
    } else {
      words_[0] = 1;  // which no byte can make under a mask of none
    }
  }

  [[nodiscard]] bool is_at(const char* place) const {
    const auto differences_in = [&](std::size_t word) {
      return (eight_bytes_at(place + word * sizeof(std::uint64_t)) & masks_[word]) ^ words_[word];
    };
    return (differences_in(0) | differences_in(1) | differences_in(2) | differences_in(3) | differences_in(4)) == 0;
  }

 private:
  using Words = std::array<std::uint64_t, longest / sizeof(std::uint64_t)>;

  Words words_{};  ///< the text, and zeros behind it
  Words masks_{};  ///< which bytes are its own
};

/// The first and the last bytes of a name, of a short one both times all of them.
struct NameEnds {
  std::uint64_t first = 0;
  std::uint64_t last = 0;
};

/// By length which of the bytes at the ends are the name's.
using EndMasks = std::array<NameEnds, 32>;
constexpr EndMasks make_end_masks() {
  EndMasks masks{};
  for (std::size_t length = 0; length < masks.size(); ++length) {
    std::array<std::uint8_t, sizeof(std::uint64_t)> first{};
    std::array<std::uint8_t, sizeof(std::uint64_t)> last{};
    for (std::size_t i = 0; i < std::min(length, first.size()); ++i) first[i] = last[last.size() - 1 - i] = 0xFF;
    masks[length] = {std::bit_cast<std::uint64_t>(first), std::bit_cast<std::uint64_t>(last)};
  }
  return masks;
}
inline constexpr EndMasks end_masks = make_end_masks();

/// Finds the place of a name in a list; made for names that are looked up forty million times a second. As the list is
/// known before, we look for a factor that gives every name its own slot, and one look is enough. Only names that have
/// beginning and end in common share one. Names are as random as the answers, so nothing here asks how long one is,
/// except where it has 32 bytes or more: a processor that has guessed wrong loses more time than it takes to compare
/// all of these.
class NameTable {
 public:
  static constexpr std::size_t none = ~std::size_t{0};
  /// How many bytes before and behind the beginning of a name that is looked up must be readable, whatever they hold.
  static constexpr std::size_t readable_before = 8;
  static constexpr std::size_t readable_behind = 32;

  /// The names, all different; their numbers are their places.
  explicit NameTable(const std::vector<std::string>& names) : names_(names) {
    constexpr std::size_t slots_a_name = 4;
    for (std::size_t size = std::bit_ceil(slots_a_name * (names.size() + 1)); !fill(size); size *= 2) continue;
  }

  [[nodiscard]] [[gnu::always_inline]] std::size_t find(std::string_view name) const {
    const NameEnds ends = ends_of(name);
    const Slot& slot = slots_[slot_of(ends)];
    return is(name, ends, slot) ? slot.number : find_alike(name, ends, slot.next_alike);
  }

 private:
  static constexpr std::size_t middle_begin = 8;
  static constexpr std::size_t middle_end = 24;
  static constexpr std::uint32_t no_slot = 0xFFFFFFFF;

  using Words = std::array<std::uint64_t, (middle_end - middle_begin) / sizeof(std::uint64_t)>;

  /// Where no name is, it has a size that none has.
  struct alignas(64) Slot {
    std::size_t size = none;
    NameEnds ends;
    Words middle{};  ///< what lies between the ends of less than 32 bytes, and zeros behind it
    Words masks{};   ///< which bytes of that are the name's
    std::uint32_t number = 0;
    std::uint32_t next_alike = no_slot;  ///< of those whose ends mix to the same
  };

  static NameEnds ends_of(std::string_view name) {
    const NameEnds& masks = end_masks[name.size() % end_masks.size()];
    return {eight_bytes_at(name.data()) & masks.first,
            eight_bytes_at(name.data() + name.size() - sizeof(std::uint64_t)) & masks.last};
  }

  static std::uint64_t mixed(const NameEnds& ends) { return ends.first + std::rotl(ends.last, 29); }

  [[nodiscard]] std::size_t slot_of(const NameEnds& ends) const {
    return static_cast<std::size_t>((mixed(ends) * factor_) >> shift_);
  }

  [[nodiscard]] [[gnu::always_inline]] bool is(std::string_view name, const NameEnds& ends, const Slot& slot) const {
    const auto differences_in = [&](std::size_t word) {
      return (eight_bytes_at(name.data() + middle_begin + word * sizeof(std::uint64_t)) & slot.masks[word]) ^
             slot.middle[word];
    };
    const std::uint64_t differences = (slot.size ^ name.size()) | (ends.first ^ slot.ends.first) |
                                      (ends.last ^ slot.ends.last) | differences_in(0) | differences_in(1);
    return differences == 0 && (name.size() < end_masks.size() || is_to_its_end(name, slot.number));
  }

  [[nodiscard]] [[gnu::noinline]] std::size_t find_alike(std::string_view name, NameEnds ends, std::size_t next) const {
    for (; next != no_slot; next = slots_[next].next_alike)
      if (is(name, ends, slots_[next])) return slots_[next].number;
    return none;
  }

  [[nodiscard]] [[gnu::noinline]] bool is_to_its_end(std::string_view name, std::size_t number) const {
    return name == names_[number];
  }

  /// Looks for a factor that puts all names into different ones of so many slots; false where few tries find none.
  bool fill(std::size_t size) {
    constexpr int tries = 64;
    shift_ = 64 - std::countr_zero(size);
    for (int i = 0; i < tries; ++i) {
      factor_ = factor_ * 0xD1342543DE82EF95U + 2;  // stays odd
      slots_.assign(size, Slot{});
      std::uint32_t number = 0;
      while (number < names_.size() && place(number)) ++number;
      if (number == names_.size()) return true;
    }
    return false;
  }

  /// Those whose ends mix to the same share a slot: the others of them stand behind all slots.
  bool place(std::uint32_t number) {
    const std::string& name = names_[number];
    const std::string padded = std::string(readable_before, '\0') + name + std::string(readable_behind, '\0');
    Slot filled;
    filled.size = name.size();
    filled.ends = ends_of({padded.data() + readable_before, name.size()});
    const std::size_t middle = std::min(name.size(), middle_end) - std::min(name.size(), middle_begin);
    std::memcpy(filled.middle.data(), padded.data() + readable_before + middle_begin, middle);
    std::memset(filled.masks.data(), 0xFF, middle);
    filled.number = number;
    Slot& slot = slots_[slot_of(filled.ends)];
    if (slot.size == none) {
      slot = filled;
      return true;
    }
    if (mixed(slot.ends) != mixed(filled.ends)) return false;
    filled.next_alike = std::exchange(slot.next_alike, static_cast<std::uint32_t>(slots_.size()));
    slots_.push_back(filled);
    return true;
  }

  std::vector<std::string> names_;
  std::uint64_t factor_ = 1;
  int shift_ = 0;
  std::vector<Slot> slots_;
};

}  // namespace socrates::loader
