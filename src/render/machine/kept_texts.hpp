// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

#include "render/machine/told_bits.hpp"
#include "socrates/engine/lanes.hpp"

namespace socrates::render {

/// A text behind which whole blocks can be read. So it can be copied in blocks of a size that the compiler knows: a
/// handful of instructions, where the length of each text cannot be foreseen.
struct Piece {
  static constexpr std::size_t block = 128;

  const char* text;
  std::size_t size;

  /// Writes up to a block of anything behind it; returns its end.
  char* copy_to(char* to) const {
    for (std::size_t done = 0; done < size; done += block) std::memcpy(to + done, text + done, block);
    return to + size;
  }
};

/// The texts of one decision, each made once and kept by the bits that it hangs on. The decision must outlive it.
class KeptTexts {
 public:
  explicit KeptTexts(const model::Decision& decision);

  /// Takes the lanes of which pieces are asked for next.
  void take(const engine::LaneDecision& lanes);
  /// Valid until the next one is asked for.
  [[nodiscard]] Piece piece_in(std::size_t lane) {
    const std::uint16_t found = slots_[slot_of(key_in(lane))];
    const std::size_t number = found == no_text ? keep(key_in(lane)) : found;
    return {texts_.data() + starts_[number], starts_[number + 1] - starts_[number]};
  }

 private:
  static constexpr std::uint16_t no_text = 0xFFFF;

  [[nodiscard]] const engine::Lanes* key_in(std::size_t lane) const { return lane_keys_.data() + lane * words_; }
  [[nodiscard]] const engine::Lanes* key_of(std::size_t number) const { return keys_.data() + number * words_; }
  /// Where the text of these bits is, or is to be. Mostly they are one word.
  [[nodiscard]] std::size_t slot_of(const engine::Lanes* key) const {
    constexpr engine::Lanes mixer = 0x9E3779B97F4A7C15U;
    engine::Lanes mixed = key[0] * mixer;
    for (std::size_t word = 1; word < words_; ++word) mixed = (mixed ^ key[word]) * mixer;
    std::size_t slot = (mixed >> 32U) & (slots_.size() - 1);
    while (slots_[slot] != no_text && !is_equal(key_of(slots_[slot]), key)) slot = (slot + 1) & (slots_.size() - 1);
    return slot;
  }

  [[nodiscard]] bool is_equal(const engine::Lanes* left, const engine::Lanes* right) const {
    engine::Lanes differences = left[0] ^ right[0];
    for (std::size_t word = 1; word < words_; ++word) differences |= left[word] ^ right[word];
    return differences == 0;
  }

  std::size_t keep(const engine::Lanes* key);
  void make_room();
  void forget();

  ToldBits told_;
  std::size_t words_;
  std::vector<engine::Lanes> bits_;       ///< by bit, then transposed
  std::vector<engine::Lanes> lane_keys_;  ///< by lane: its bits
  std::vector<std::uint16_t> slots_;      ///< numbers of texts, each in the first free slot from that of its bits
  std::vector<engine::Lanes> keys_;       ///< by number: the bits
  std::string texts_;                     ///< one behind the other, and a block
  std::vector<std::size_t> starts_;       ///< by number, and at the end: where the text begins
};

}  // namespace socrates::render
