// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
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

/// The texts of some decisions that stand next to each other, each made once and kept by the bits that it hangs on. The
/// rules must outlive it.
class KeptTexts {
 public:
  /// Tells of the first of these decisions, and of as many behind it as can be told together: their bits fit into one
  /// word, and their texts are not too many.
  KeptTexts(const model::RuleSet& rules, std::span<const std::size_t> decisions);

  /// How many they are.
  [[nodiscard]] std::size_t size() const { return told_.size(); }

  /// Finds the text of each of these lanes; the piece of lane n goes to place n * `apart`. They are valid until the
  /// next call. All lanes at once, so that what it looks into stays at hand.
  void take(const engine::LaneOutcome& outcome, engine::Lanes lanes, Piece* pieces, std::size_t apart);

 private:
  static constexpr std::size_t lane_count = engine::lane_count;

  /// A part of `texts_`; empty where the slot is free.
  struct Slot {
    engine::Lanes key = 0;  ///< the first word of the bits
    std::uint32_t start = 0;
    std::uint32_t size = 0;
  };
  struct Told {
    std::size_t decision;
    ToldBits bits;
  };

  /// Where the text of these bits is, or is to be; their words stand so far apart. Mostly they are one word.
  [[nodiscard]] std::size_t slot_of(const engine::Lanes* key, std::size_t apart) const;
  [[nodiscard]] bool is_rest_at(std::size_t slot, const engine::Lanes* key, std::size_t apart) const;

  std::size_t keep(std::size_t lane);
  void make_room();
  void grow();
  void forget();

  std::vector<Told> told_;
  std::size_t words_ = 0;
  std::vector<engine::Lanes> bits_;   ///< by bit, then transposed: by word the lanes
  std::vector<Slot> slots_;           ///< each text is in the first free one from that of its bits
  std::vector<engine::Lanes> rests_;  ///< by slot: the other words of the bits
  std::size_t count_ = 0;             ///< of the texts
  std::string texts_;                 ///< one behind the other, and a block
};

}  // namespace socrates::render
