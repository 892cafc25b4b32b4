// SPDX-License-Identifier: Apache-2.0
#include "harmful.hpp"

#include <algorithm>
#include <iterator>

namespace socrates::render {
namespace {

struct PointRange {
  char32_t from;
  char32_t to;
};

/// Code points that are obeyed or not seen, in ascending order.
constexpr PointRange harmful[] = {
    {0x0000, 0x001F},     // C0 controls
    {0x007F, 0x009F},     // DEL, C1 controls
    {0x00AD, 0x00AD},     // soft hyphen
    {0x034F, 0x034F},     // combining grapheme joiner
    {0x061C, 0x061C},     // Arabic letter mark
    {0x115F, 0x1160},     // Hangul fillers
    {0x17B4, 0x17B5},     // Khmer inherent vowels
    {0x180B, 0x180F},     // Mongolian separators
    {0x200B, 0x200F},     // zero-width characters, direction marks
    {0x2028, 0x202E},     // line and paragraph separators, direction embeddings and overrides
    {0x2060, 0x206F},     // word joiner, invisible operators, direction isolates
    {0x3164, 0x3164},     // Hangul filler
    {0xE000, 0xF8FF},     // private use
    {0xFEFF, 0xFEFF},     // byte-order mark
    {0xFFA0, 0xFFA0},     // Hangul filler, half width
    {0xFFF0, 0xFFFB},     // interlinear annotation
    {0xFFFE, 0xFFFF},     // no characters
    {0xE0000, 0xE0FFF},   // tags, variation selectors that carry hidden text
    {0xF0000, 0x10FFFF},  // private use, no characters
};

}  // namespace

bool is_harmful(char32_t point) {
  const auto* const range = std::upper_bound(std::begin(harmful), std::end(harmful), point,
                                             [](char32_t p, const PointRange& r) { return p < r.from; });
  return range != std::begin(harmful) && point <= std::prev(range)->to;
}

}  // namespace socrates::render
