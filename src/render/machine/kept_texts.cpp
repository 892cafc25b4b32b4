// SPDX-License-Identifier: Apache-2.0
#include "render/machine/kept_texts.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace socrates::render {
namespace {

using engine::Lanes;

constexpr std::size_t first_slots = 16;
constexpr std::size_t most_texts = 4096;
constexpr std::size_t most_bytes = std::size_t{512} * 1024;
constexpr double most_ways_together = 1000;

}  // namespace

KeptTexts::KeptTexts(const model::RuleSet& rules, std::span<const std::size_t> decisions) {
  std::size_t bits = 0;
  double ways = 1;
  for (const std::size_t d : decisions) {
    const model::Decision& decision = rules.decisions[d];
    const std::size_t first_bit = std::exchange(bits, bits + ToldBits::count(decision));
    ways *= ToldBits::ways(decision);
    if (!told_.empty() && (bits > lane_count || ways > most_ways_together)) break;
    told_.push_back({d, ToldBits(decision, first_bit)});
    words_ = (bits + lane_count - 1) / lane_count;
  }
  bits_.resize(words_ * lane_count);
  forget();
}

inline std::size_t KeptTexts::slot_of(const Lanes* key, std::size_t apart) const {
  constexpr Lanes mixer = 0x9E3779B97F4A7C15U;
  Lanes mixed = key[0] * mixer;
  for (std::size_t word = 1; word < words_; ++word) mixed = (mixed ^ key[word * apart]) * mixer;
  const std::size_t last = slots_.size() - 1;
  std::size_t slot = (mixed >> 32U) & last;
  for (; slots_[slot].key != key[0] || (words_ != 1 && !is_rest_at(slot, key, apart)); slot = (slot + 1) & last)
    if (slots_[slot].size == 0) break;
  return slot;
}

void KeptTexts::take(const engine::LaneOutcome& outcome, Lanes lanes, Piece* pieces, std::size_t apart) {
  std::fill(bits_.begin(), bits_.end(), 0);
  for (Told& told : told_) told.bits.put(outcome.decisions[told.decision], bits_.data());
  for (std::size_t word = 0; word < words_; ++word) {
    Lanes* const square = bits_.data() + word * lane_count;
    // Of complete answers it is sure which rules apply, so their last bits are zeros.
    if (std::any_of(square, square + lane_count, [](Lanes bits) { return bits != 0; })) engine::transpose(square);
  }
  make_room();
  std::array<Slot, lane_count> found;
  for (std::size_t lane = 0; lane < lane_count; ++lane) {
    if (((lanes >> lane) & 1U) == 0) continue;
    std::size_t slot = slot_of(bits_.data() + lane, lane_count);
    if (slots_[slot].size == 0) slot = keep(lane);
    found[lane] = slots_[slot];
  }
  for (std::size_t lane = 0; lane < lane_count; ++lane)
    pieces[lane * apart] = {texts_.data() + found[lane].start, found[lane].size};
}

bool KeptTexts::is_rest_at(std::size_t slot, const Lanes* key, std::size_t apart) const {
  const std::size_t rest = words_ - 1;
  for (std::size_t word = 0; word < rest; ++word)
    if (rests_[slot * rest + word] != key[(word + 1) * apart]) return false;
  return true;
}

/// Makes the text of this lane; returns its slot.
std::size_t KeptTexts::keep(std::size_t lane) {
  if (count_ == slots_.size() / 2) grow();
  std::vector<Lanes> key;
  for (std::size_t word = 0; word < words_; ++word) key.push_back(bits_[word * lane_count + lane]);
  const std::size_t slot = slot_of(key.data(), 1);
  texts_.resize(texts_.size() - Piece::block);
  const std::size_t start = texts_.size();
  for (const Told& told : told_) texts_ += told.bits.text(key.data());
  slots_[slot] = {key[0], static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(texts_.size() - start)};
  texts_.append(Piece::block, '\0');
  std::copy(key.begin() + 1, key.end(), rests_.begin() + static_cast<std::ptrdiff_t>(slot * (words_ - 1)));
  ++count_;
  return slot;
}

/// For the texts of all lanes. Of too many, or too long ones, all are forgotten, which costs a little and needs no
/// bookkeeping.
void KeptTexts::make_room() {
  if (count_ > most_texts || texts_.size() > most_bytes) forget();
}

void KeptTexts::grow() {
  const std::vector<Slot> slots = std::exchange(slots_, std::vector<Slot>(2 * slots_.size()));
  const std::vector<Lanes> rests = std::exchange(rests_, std::vector<Lanes>(2 * rests_.size()));
  const std::size_t further = words_ - 1;
  std::vector<Lanes> key(words_);
  for (std::size_t from = 0; from < slots.size(); ++from) {
    if (slots[from].size == 0) continue;
    const Lanes* const rest = rests.data() + from * further;
    key[0] = slots[from].key;
    std::copy_n(rest, further, key.begin() + 1);
    const std::size_t to = slot_of(key.data(), 1);
    slots_[to] = slots[from];
    std::copy_n(rest, further, rests_.begin() + static_cast<std::ptrdiff_t>(to * further));
  }
}

void KeptTexts::forget() {
  slots_.assign(first_slots, Slot{});
  rests_.assign(first_slots * (words_ - 1), 0);
  count_ = 0;
  texts_.assign(Piece::block, '\0');
}

}  // namespace socrates::render
