// SPDX-License-Identifier: Apache-2.0
#include "socrates/base/utf8.hpp"

namespace socrates::base {

namespace {

unsigned byte_at(std::string_view text, std::size_t offset) { return static_cast<unsigned char>(text[offset]); }

/// The range that RFC 3629 allows for the byte after `lead`; the bytes after that are always 80 to BF.
struct Sequence {
  std::size_t length = 0;  ///< 0: no sequence starts so
  unsigned second_from = 0x80;
  unsigned second_to = 0xBF;
};

Sequence sequence_of(unsigned lead) {
  if (lead < 0x80) return {1};
  if (lead < 0xC2) return {0};
  if (lead < 0xE0) return {2};
  if (lead == 0xE0) return {3, 0xA0, 0xBF};  // below: overlong
  if (lead == 0xED) return {3, 0x80, 0x9F};  // above: surrogates
  if (lead < 0xF0) return {3};
  if (lead == 0xF0) return {4, 0x90, 0xBF};  // below: overlong
  if (lead < 0xF4) return {4};
  if (lead == 0xF4) return {4, 0x80, 0x8F};  // above: past U+10FFFF
  return {0};
}

bool is_well_formed(std::string_view text, std::size_t offset, const Sequence& sequence) {
  if (sequence.length == 0 || sequence.length > text.size() - offset) return false;
  for (std::size_t i = 1; i < sequence.length; ++i) {
    const unsigned byte = byte_at(text, offset + i);
    if (byte < (i == 1 ? sequence.second_from : 0x80) || byte > (i == 1 ? sequence.second_to : 0xBF)) return false;
  }
  return true;
}

}  // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    if (byte_at(text, offset) < 0x80) {
      ++offset;
      continue;
    }
    const Sequence sequence = sequence_of(byte_at(text, offset));
    if (!is_well_formed(text, offset, sequence)) return offset;
    offset += sequence.length;
  }
  return std::nullopt;
}

char32_t next_code_point(std::string_view text, std::size_t& offset) {
  const unsigned lead = byte_at(text, offset);
  const std::size_t length = sequence_of(lead).length;
  constexpr unsigned lead_bits[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
  char32_t point = lead & lead_bits[length];
  for (std::size_t i = 1; i < length; ++i) point = (point << 6U) | (byte_at(text, offset + i) & 0x3FU);
  offset += length;
  return point;
}

void append_utf8(std::string& text, char32_t point) {
  const auto continuation = [&](unsigned shift) { text += static_cast<char>(0x80U | ((point >> shift) & 0x3FU)); };
  if (point < 0x80) {
    text += static_cast<char>(point);
  } else if (point < 0x800) {
    text += static_cast<char>(0xC0U | (point >> 6U));
    continuation(0);
  } else if (point < 0x10000) {
    text += static_cast<char>(0xE0U | (point >> 12U));
    continuation(6);
    continuation(0);
  } else {
    text += static_cast<char>(0xF0U | (point >> 18U));
    continuation(12);
    continuation(6);
    continuation(0);
  }
}

}  // namespace socrates::base
