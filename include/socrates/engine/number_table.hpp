// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace socrates::engine {

/// What a search has found out, by a number that is not 0, such as that of a function that is no leaf. It grows with
/// what is found, so that a search that comes by little of a large diagram takes no time for the rest of it.
template <class Key, class Value>
class NumberTable {
 public:
  /// Null where nothing is known; good until the next `add`.
  [[nodiscard]] const Value* find(Key key) const {
    if (places_.empty()) return nullptr;
    const Place& place = places_[place_of(key)];
    return place.key == key ? &place.value : nullptr;
  }

  /// Of a number of which nothing is known yet.
  void add(Key key, Value value) {
    if (places_.size() <= used_ * 2) grow();
    places_[place_of(key)] = {key, value};
    ++used_;
  }

 private:
  struct Place {
    Key key = 0;
    Value value{};
  };

  static constexpr std::size_t least_places = 64;

  /// Where the number stands, or else would stand.
  [[nodiscard]] std::size_t place_of(Key key) const {
    const std::size_t mask = places_.size() - 1;
    auto at = static_cast<std::size_t>((static_cast<std::uint64_t>(key) * 0x9E3779B97F4A7C15U) >> shift_);
    while (places_[at].key != 0 && places_[at].key != key) at = (at + 1) & mask;
    return at;
  }

  void grow() {
    const std::vector<Place> before =
        std::exchange(places_, std::vector<Place>(places_.empty() ? least_places : places_.size() * 4));
    shift_ = 64 - std::countr_zero(places_.size());
    for (const Place& place : before)
      if (place.key != 0) places_[place_of(place.key)] = place;
  }

  std::vector<Place> places_;  ///< a power of 2 many, and at most half of them taken
  std::size_t used_ = 0;
  int shift_ = 0;
};

}  // namespace socrates::engine
