// SPDX-License-Identifier: Apache-2.0
#include "render/machine/kept_texts.hpp"

#include <algorithm>

namespace socrates::render {
namespace {

using engine::lane_count;
using engine::Lanes;

constexpr std::size_t first_slots = 16;
constexpr std::size_t most_slots = 8192;  // of which half are filled at most
constexpr std::size_t most_bytes = std::size_t{512} * 1024;

}  // namespace

KeptTexts::KeptTexts(const model::Decision& decision)
    : told_(decision), words_(told_.words()), bits_(words_ * lane_count), lane_keys_(words_ * lane_count) {
  forget();
}

void KeptTexts::take(const engine::LaneDecision& lanes) {
  std::fill(bits_.begin(), bits_.end(), 0);
  told_.put(lanes, bits_.data());
  for (std::size_t word = 0; word < words_; ++word) {
    Lanes* const square = bits_.data() + word * lane_count;
    // Of complete answers it is sure which rules apply, so their last bits are zeros.
    if (std::any_of(square, square + lane_count, [](Lanes bits) { return bits != 0; })) engine::transpose(square);
    for (std::size_t lane = 0; lane < lane_count; ++lane) lane_keys_[lane * words_ + word] = square[lane];
  }
}

/// Makes the text of these bits; returns its number.
std::size_t KeptTexts::keep(const Lanes* key) {
  make_room();
  const std::size_t number = starts_.size() - 1;
  slots_[slot_of(key)] = static_cast<std::uint16_t>(number);
  keys_.insert(keys_.end(), key, key + words_);
  texts_.resize(starts_.back());
  texts_ += told_.text(key);
  starts_.push_back(texts_.size());
  texts_.append(Piece::block, '\0');
  return number;
}

/// For one more. Of too many, or too long ones, all are forgotten, which costs a little and needs no bookkeeping.
void KeptTexts::make_room() {
  if (starts_.back() > most_bytes) forget();
  if (starts_.size() <= slots_.size() / 2) return;
  if (slots_.size() == most_slots) {
    forget();
    return;
  }
  slots_.assign(2 * slots_.size(), no_text);
  for (std::size_t number = 0; number + 1 < starts_.size(); ++number)
    slots_[slot_of(key_of(number))] = static_cast<std::uint16_t>(number);
}

void KeptTexts::forget() {
  slots_.assign(first_slots, no_text);
  keys_.clear();
  texts_.clear();
  starts_.assign(1, 0);
}

}  // namespace socrates::render
