// SPDX-License-Identifier: Apache-2.0
//
// What is written belongs to those who wrote it, and stays as it is unless it deceives whoever reads it. Four kinds of
// characters do:
//
// - Controls are obeyed: C0 and C1 move the cursor, change colours and titles, and ring.
// - Turns of the writing direction show a text in another order than it has (CVE-2021-42574). The marks of direction
//   (U+061C, U+200E, U+200F) move numbers and punctuation past each other in the same way, if only by a word.
// - Characters that are never seen hide a text in a text: tags, fillers, noncharacters, private use.
// - Joiners, variation selectors and the zero-width space are not seen either, but scripts are spelt with them. Where
//   they change how a neighbour looks they stay: joiners beside letters of scripts that join or stack (as UAX #31 and
//   RFC 5892 take them into names, though not tied to single letters) and between emoji; a selector behind a character
//   that has variants, CJK names among them; the space where words stand without blanks. Never two in a row, as there
//   the second does nothing and any number of them can carry a message. Elsewhere `ad<ZWNJ>min` only passes for
//   `admin`.
//
// Tags spell the flags of England, Scotland and Wales, and these only.

#include "socrates/base/harmful.hpp"

#include <algorithm>
#include <span>

#include "socrates/base/utf8.hpp"

namespace socrates::base {
namespace {

struct PointRange {
  char32_t from;
  char32_t to;
};

// All tables ascend.

/// Obeyed or not seen, whatever stands beside.
constexpr PointRange always_harmful[] = {
    {0x0000, 0x001F},     // C0 controls
    {0x007F, 0x009F},     // DEL, C1 controls
    {0x00AD, 0x00AD},     // soft hyphen
    {0x034F, 0x034F},     // combining grapheme joiner
    {0x061C, 0x061C},     // Arabic letter mark
    {0x115F, 0x1160},     // Hangul fillers
    {0x17B4, 0x17B5},     // Khmer inherent vowels
    {0x200E, 0x200F},     // direction marks
    {0x2028, 0x202E},     // line and paragraph separators, direction embeddings and overrides
    {0x2060, 0x206F},     // word joiner, invisible operators, direction isolates
    {0x3164, 0x3164},     // Hangul filler
    {0xE000, 0xF8FF},     // private use
    {0xFDD0, 0xFDEF},     // no characters
    {0xFEFF, 0xFEFF},     // byte-order mark
    {0xFFA0, 0xFFA0},     // Hangul filler, half width
    {0xFFF0, 0xFFFB},     // interlinear annotation
    {0x1BCA0, 0x1BCA3},   // controls of shorthand
    {0x1D173, 0x1D17A},   // controls of music
    {0xE0000, 0xE00FF},   // tags
    {0xE01F0, 0xE0FFF},   // reserved for what is not seen
    {0xF0000, 0x10FFFF},  // private use
};

/// Scripts whose letters join or stack.
constexpr PointRange joining[] = {
    {0x0600, 0x077F},    // Arabic, Syriac
    {0x07C0, 0x07FF},    // N'Ko
    {0x0840, 0x08FF},    // Mandaic, Syriac, Arabic
    {0x0900, 0x0DFF},    // scripts of India and Sri Lanka
    {0x1000, 0x109F},    // Myanmar
    {0x1780, 0x18AF},    // Khmer, Mongolian
    {0x1A20, 0x1AAF},    // Tai Tham
    {0x1B00, 0x1BFF},    // Balinese, Sundanese, Batak
    {0xA800, 0xA8FF},    // Syloti Nagri, Phags-pa, Saurashtra, Devanagari
    {0xA980, 0xA9FF},    // Javanese, Myanmar
    {0xAA60, 0xAA7F},    // Myanmar
    {0xAAE0, 0xAAFF},    // Meetei Mayek
    {0xABC0, 0xABFF},    // Meetei Mayek
    {0xFB50, 0xFDCF},    // Arabic
    {0xFDF0, 0xFDFF},    // Arabic
    {0xFE70, 0xFEFE},    // Arabic
    {0x10A00, 0x10A5F},  // Kharoshthi
    {0x10AC0, 0x10AFF},  // Manichaean
    {0x10B80, 0x10BAF},  // Psalter Pahlavi
    {0x10D00, 0x10D3F},  // Hanifi Rohingya
    {0x10EC0, 0x10FDF},  // Arabic, Sogdian, Old Uyghur, Chorasmian
    {0x11000, 0x11FFF},  // scripts of India
    {0x1E900, 0x1E95F},  // Adlam
};

/// Scripts that put no blanks between words.
constexpr PointRange without_blanks[] = {
    {0x0E00, 0x0EFF},  // Thai, Lao
    {0x1000, 0x109F},  // Myanmar
    {0x1780, 0x17FF},  // Khmer
    {0x1950, 0x19DF},  // Tai Le, New Tai Lue
    {0x1A20, 0x1AAF},  // Tai Tham
    {0xAA60, 0xAADF},  // Myanmar, Tai Viet
};

constexpr PointRange emoji[] = {{0x2190, 0x2BFF}, {0x1F000, 0x1FAFF}};

constexpr PointRange mongolian[] = {{0x1800, 0x180A}, {0x1810, 0x18AF}};

constexpr PointRange ideographs[] = {{0x2E80, 0x2FFF}, {0x3001, 0x9FFF}, {0xF900, 0xFAFF}, {0x20000, 0x3FFFD}};

/// Characters with variants: keycaps and zeros, symbols, and letters of some scripts.
constexpr PointRange with_variants[] = {
    {'#', '#'},         {'*', '*'},         {'0', '9'},         {0x00A9, 0x00A9},   {0x00AE, 0x00AE},
    {0x1000, 0x109F},   {0x2010, 0x2027},   {0x2030, 0x205E},   {0x2070, 0x2FFF},   {0x3001, 0x9FFF},
    {0xA840, 0xA87F},   {0xAA60, 0xAA7F},   {0xF900, 0xFAFF},   {0xFF01, 0xFF9F},   {0xFFE0, 0xFFEE},
    {0x10AC0, 0x10AFF}, {0x13000, 0x1345F}, {0x1D400, 0x1D7FF}, {0x1F000, 0x1FAFF}, {0x20000, 0x3FFFD},
};

bool is_in(std::span<const PointRange> ranges, char32_t point) {
  const auto range =
      std::upper_bound(ranges.begin(), ranges.end(), point, [](char32_t p, const PointRange& r) { return p < r.from; });
  return range != ranges.begin() && point <= std::prev(range)->to;
}

constexpr char32_t non_joiner = 0x200C;
constexpr char32_t joiner = 0x200D;
constexpr char32_t emoji_variant = 0xFE0F;

bool is_noncharacter(char32_t point) { return (point & 0xFFFEU) == 0xFFFE; }

/// The start of the character before `offset`, which is not 0.
std::size_t start_before(std::string_view text, std::size_t offset) {
  do --offset;
  while (offset > 0 && (static_cast<unsigned char>(text[offset]) & 0xC0U) == 0x80U);
  return offset;
}

/// 0 at the start of the text.
char32_t point_before(std::string_view text, std::size_t offset) {
  if (offset == 0) return 0;
  std::size_t start = start_before(text, offset);
  return next_code_point(text, start);
}

/// 0 at its end.
char32_t point_at(std::string_view text, std::size_t offset) {
  return offset < text.size() ? next_code_point(text, offset) : 0;
}

/// The tag at `offset` spells one of the three flags that are made of tags.
bool is_in_flag(std::string_view text, std::size_t offset) {
  constexpr std::string_view flags[] = {
      "\U0001F3F4\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F",
      "\U0001F3F4\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F",
      "\U0001F3F4\U000E0067\U000E0062\U000E0077\U000E006C\U000E0073\U000E007F",
  };
  constexpr std::size_t bytes_of_one = 4;
  const std::size_t farthest = std::min(offset, flags[0].size() - bytes_of_one);
  for (std::size_t back = bytes_of_one; back <= farthest; back += bytes_of_one)
    for (const std::string_view flag : flags)
      if (text.substr(offset - back).starts_with(flag)) return true;
  return false;
}

}  // namespace

bool is_harmful_at(std::string_view text, std::size_t offset) {
  std::size_t end = offset;
  const char32_t point = next_code_point(text, end);
  if (point >= ' ' && point < 0x7F) return false;
  if (point == joiner || point == non_joiner) {
    const char32_t before = point_before(text, offset);
    const char32_t after = point_at(text, end);
    if (before == joiner || before == non_joiner) return true;
    if (is_in(joining, before) || is_in(joining, after)) return false;
    return point == non_joiner || !is_in(emoji, after) || !(is_in(emoji, before) || before == emoji_variant);
  }
  if (point == 0x200B) {
    const char32_t before = point_before(text, offset);
    return before == point || !(is_in(without_blanks, before) || is_in(without_blanks, point_at(text, end)));
  }
  if (point >= 0x180B && point <= 0x180F) return !is_in(mongolian, point_before(text, offset));
  if (point >= 0xFE00 && point <= 0xFE0F) return !is_in(with_variants, point_before(text, offset));
  if (point >= 0xE0100 && point <= 0xE01EF) return !is_in(ideographs, point_before(text, offset));
  if (point >= 0xE0020 && point <= 0xE007F) return !is_in_flag(text, offset);
  return is_in(always_harmful, point) || is_noncharacter(point);
}

}  // namespace socrates::base
