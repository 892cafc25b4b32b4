// SPDX-License-Identifier: Apache-2.0
//
// Unpacks what lies packed in the page: five letters are four bytes, and these are in the format .lzma. Browsers unpack
// gzip, which packs a fourth less. A module of its own, since it has to be there before the module of the page.
//
// A browser compiles a function well once it has been called for a while, so the page asks for a piece at a time.

#include <algorithm>
#include <cstddef>
#include <cstdint>

extern "C" unsigned char __heap_base;  // NOLINT: where the linker lets free memory begin

namespace {

using Chance = std::uint16_t;

constexpr std::size_t states = 12;
constexpr std::size_t positions = 16;
constexpr std::size_t header_size = 13;  ///< the kind, the size of the window, the size of what is packed

struct Lengths {
  Chance choice[2];
  Chance low[positions * 8];
  Chance middle[positions * 8];
  Chance high[256];
};

struct Chances {
  Chance is_match[states * positions];
  Chance is_repeat[states];
  Chance is_older[states];
  Chance is_second[states];
  Chance is_third[states];
  Chance is_long[states * positions];
  Chance slots[4 * 64];
  Chance near[128];
  Chance far[16];
  Lengths match;
  Lengths repeat;
  Chance literals[0x300 << 4];
};

Chances chances;
unsigned contexts = 0;
unsigned place_bits = 0;
std::uint32_t position_mask = 0;
const unsigned char* in = nullptr;
const unsigned char* in_end = nullptr;
unsigned char* out = nullptr;
std::uint32_t size = 0;
std::uint32_t written = 0;
std::uint32_t range = 0;
std::uint32_t code = 0;
std::uint32_t state = 0;
std::uint32_t distances[4];  ///< the latest ones, less 1 each

void take_byte() { code = code << 8U | (in < in_end ? *in++ : 0U); }

void narrow() {
  if (range >= 0x1000000U) return;
  range <<= 8U;
  take_byte();
}

unsigned bit(Chance& chance) {
  const std::uint32_t bound = (range >> 11U) * chance;
  const bool is_one = code >= bound;
  if (is_one) {
    range -= bound;
    code -= bound;
    chance = static_cast<Chance>(chance - (chance >> 5U));
  } else {
    range = bound;
    chance = static_cast<Chance>(chance + ((2048U - chance) >> 5U));
  }
  narrow();
  return is_one ? 1 : 0;
}

unsigned number(Chance* table, unsigned bits) {
  unsigned value = 1;
  for (unsigned i = 0; i < bits; ++i) value = value << 1U | bit(table[value]);
  return value - (1U << bits);
}

unsigned backwards(Chance* table, unsigned bits) {
  unsigned value = 1;
  unsigned result = 0;
  for (unsigned i = 0; i < bits; ++i) {
    const unsigned next = bit(table[value]);
    value = value << 1U | next;
    result |= next << i;
  }
  return result;
}

unsigned even(unsigned bits) {
  unsigned value = 0;
  for (unsigned i = 0; i < bits; ++i) {
    range >>= 1U;
    const unsigned next = code >= range ? 1 : 0;
    if (next != 0) code -= range;
    value = value << 1U | next;
    narrow();
  }
  return value;
}

unsigned length_of(Lengths& table, std::uint32_t position) {
  if (bit(table.choice[0]) == 0) return 2 + number(table.low + position * 8, 3);
  return bit(table.choice[1]) == 0 ? 10 + number(table.middle + position * 8, 3) : 18 + number(table.high, 8);
}

std::uint32_t distance_of(unsigned length) {
  const unsigned slot = number(chances.slots + std::min(length - 2, 3U) * 64, 6);
  if (slot < 4) return slot;
  const unsigned bits = (slot >> 1U) - 1;
  const std::uint32_t base = (2U | (slot & 1U)) << bits;
  return slot < 14 ? base + backwards(chances.near + base - slot, bits)
                   : base + (even(bits - 4) << 4U) + backwards(chances.far, 4);
}

void put_literal() {
  const unsigned before = written > 0 ? out[written - 1] : 0U;
  Chance* const table =
      chances.literals + 0x300 * (((written & ((1U << place_bits) - 1)) << contexts) + (before >> (8 - contexts)));
  unsigned value = 1;
  if (state >= 7) {
    unsigned matched = out[written - distances[0] - 1];
    while (value < 0x100) {
      const unsigned expected = matched >> 7U & 1U;
      matched <<= 1U;
      const unsigned next = bit(table[((1 + expected) << 8U) + value]);
      value = value << 1U | next;
      if (next != expected) break;
    }
  }
  while (value < 0x100) value = value << 1U | bit(table[value]);
  out[written++] = static_cast<unsigned char>(value);
  state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
}

/// Puts the distance at that place first.
void recall(std::size_t place) {
  const std::uint32_t distance = distances[place];
  std::copy_backward(distances, distances + place, distances + place + 1);
  distances[0] = distance;
}

/// How many bytes come again; which ones, `distances[0]` says.
unsigned take_match(std::uint32_t position) {
  if (bit(chances.is_repeat[state]) == 0) {
    std::copy_backward(distances, distances + 3, distances + 4);
    const unsigned length = length_of(chances.match, position);
    state = state < 7 ? 7 : 10;
    distances[0] = distance_of(length);
    return length;
  }
  bool is_byte = false;
  if (bit(chances.is_older[state]) == 0)
    is_byte = bit(chances.is_long[state * positions + position]) == 0;
  else
    recall(bit(chances.is_second[state]) == 0 ? 1 : bit(chances.is_third[state]) == 0 ? 2 : 3);
  const unsigned length = is_byte ? 1 : length_of(chances.repeat, position);
  state = state < 7 ? (is_byte ? 9 : 8) : 11;
  return length;
}

/// The place of a letter in src/web/page.cpp, by its code.
struct Places {
  unsigned char of[128] = {};
  Places() {
    const char* const letters = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ!#$%()*+,-./:;=>?@[]^_`";
    for (unsigned char i = 0; i < 85; ++i) of[static_cast<unsigned char>(letters[i])] = i;
  }
};

}  // namespace

extern "C" {

/// Memory for that many bytes, which is never given back.
unsigned char* socrates_room(std::uint32_t bytes) {
  constexpr std::uintptr_t page = 65536;
  static unsigned char* free = &__heap_base;
  unsigned char* const room = free;
  free += bytes;
  const auto needed = (reinterpret_cast<std::uintptr_t>(free) + page - 1) / page;
  const std::size_t there = __builtin_wasm_memory_size(0);
  if (needed > there) __builtin_wasm_memory_grow(0, needed - there);
  return room;
}

/// Begins with that many letters, of which the bytes take the place, and says where what is unpacked will lie.
unsigned char* socrates_begin(unsigned char* letters, std::uint32_t count, std::uint32_t unpacked_size) {
  const Places places;
  for (std::uint32_t i = 0; i < count / 5; ++i) {
    std::uint32_t group = 0;
    for (std::uint32_t k = 0; k < 5; ++k) group = group * 85 + places.of[letters[i * 5 + k] & 127U];
    for (std::uint32_t k = 0; k < 4; ++k) letters[i * 4 + k] = static_cast<unsigned char>(group >> (24 - 8 * k));
  }
  in = letters;
  in_end = letters + count / 5 * 4;
  out = socrates_room(unpacked_size);
  size = unpacked_size;
  written = state = code = 0;
  range = 0xFFFFFFFFU;
  std::fill_n(distances, 4, 0U);
  std::fill_n(reinterpret_cast<Chance*>(&chances), sizeof chances / sizeof(Chance), Chance{1024});
  contexts = *in % 9;
  place_bits = *in / 9 % 5;
  position_mask = (1U << *in / 45) - 1;
  in += header_size + 1;  // the first byte of the numbers is always 0
  for (int i = 0; i < 4; ++i) take_byte();
  return out;
}

/// Unpacks up to there, or a little further; 0 where it is damaged.
std::uint32_t socrates_unpack(std::uint32_t end) {
  while (written < std::min(end, size)) {
    const std::uint32_t position = written & position_mask;
    if (bit(chances.is_match[state * positions + position]) == 0) {
      put_literal();
      continue;
    }
    const unsigned length = take_match(position);
    if (distances[0] >= written) return 0;
    for (const std::uint32_t last = std::min(written + length, size); written < last; ++written)
      out[written] = out[written - distances[0] - 1];
  }
  return written;
}
}
