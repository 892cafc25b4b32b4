// SPDX-License-Identifier: Apache-2.0
#include "socrates/engine/lanes.hpp"

namespace socrates::engine {
namespace {

/// In a square of twice so many words and bits, the upper right quarter changes places with the lower left one: here
/// of one word in its upper half, and the one that lies as far below it.
template <std::size_t Half>
void swap_quarters(Lanes& upper, Lanes& lower) {
  constexpr Lanes right = ~Lanes{0} / ((Lanes{1} << Half) + 1);
  const Lanes differences = ((upper >> Half) ^ lower) & right;
  upper ^= differences << Half;
  lower ^= differences;
}

/// Squares of three sizes, of which these eight words are parts; so each is loaded and stored once for all three.
template <std::size_t Apart>
void transpose_eight(Lanes* words) {
  Lanes a = words[0];
  Lanes b = words[Apart];
  Lanes c = words[2 * Apart];
  Lanes d = words[3 * Apart];
  Lanes e = words[4 * Apart];
  Lanes f = words[5 * Apart];
  Lanes g = words[6 * Apart];
  Lanes h = words[7 * Apart];
  swap_quarters<4 * Apart>(a, e);
  swap_quarters<4 * Apart>(b, f);
  swap_quarters<4 * Apart>(c, g);
  swap_quarters<4 * Apart>(d, h);
  swap_quarters<2 * Apart>(a, c);
  swap_quarters<2 * Apart>(b, d);
  swap_quarters<2 * Apart>(e, g);
  swap_quarters<2 * Apart>(f, h);
  swap_quarters<Apart>(a, b);
  swap_quarters<Apart>(c, d);
  swap_quarters<Apart>(e, f);
  swap_quarters<Apart>(g, h);
  words[0] = a;
  words[Apart] = b;
  words[2 * Apart] = c;
  words[3 * Apart] = d;
  words[4 * Apart] = e;
  words[5 * Apart] = f;
  words[6 * Apart] = g;
  words[7 * Apart] = h;
}

}  // namespace

void transpose(Lanes* words) {
  for (std::size_t first = 0; first < 8; ++first) transpose_eight<8>(words + first);
  for (std::size_t first = 0; first < lane_count; first += 8) transpose_eight<1>(words + first);
}

}  // namespace socrates::engine
