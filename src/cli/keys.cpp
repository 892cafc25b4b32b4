// SPDX-License-Identifier: Apache-2.0
#include "cli/keys.hpp"

#include <array>
#include <string_view>
#include <utility>

#include "socrates/base/utf8.hpp"

namespace socrates::cli {

namespace {

constexpr std::size_t longest_sequence = 16;

KeyKind kind_of_control(char byte) {
  switch (byte) {
    case '\r':
    case '\n':
      return KeyKind::enter;
    case '\t':
      return KeyKind::tab;
    case '\x7f':
    case '\b':
      return KeyKind::backspace;
    case '\x01':
      return KeyKind::home;
    case '\x02':
      return KeyKind::left;
    case '\x04':
      return KeyKind::end_of_input;
    case '\x05':
      return KeyKind::end;
    case '\x06':
      return KeyKind::right;
    case '\x0b':
      return KeyKind::erase_to_end;
    case '\x0c':
      return KeyKind::redraw;
    case '\x0e':
      return KeyKind::down;
    case '\x10':
      return KeyKind::up;
    case '\x15':
      return KeyKind::erase_to_start;
    case '\x17':
      return KeyKind::erase_word;
    default:
      return KeyKind::unknown;
  }
}

/// What stands behind `ESC [` or `ESC O`.
KeyKind kind_of_sequence(std::string_view sequence) {
  constexpr std::array<std::pair<std::string_view, KeyKind>, 15> known{{{"A", KeyKind::up},
                                                                        {"B", KeyKind::down},
                                                                        {"C", KeyKind::right},
                                                                        {"D", KeyKind::left},
                                                                        {"H", KeyKind::home},
                                                                        {"F", KeyKind::end},
                                                                        {"Z", KeyKind::back_tab},
                                                                        {"M", KeyKind::enter},
                                                                        {"1~", KeyKind::home},
                                                                        {"7~", KeyKind::home},
                                                                        {"3~", KeyKind::erase},
                                                                        {"4~", KeyKind::end},
                                                                        {"8~", KeyKind::end},
                                                                        {"5~", KeyKind::page_up},
                                                                        {"6~", KeyKind::page_down}}};
  for (const auto& [name, kind] : known)
    if (name == sequence) return kind;
  return KeyKind::unknown;
}

/// The length of a sequence that begins with an escape character; 0 where it may go on.
std::size_t sequence_length(std::string_view bytes) {
  if (bytes.size() < 2) return 0;
  if (bytes[1] == 'O') return bytes.size() < 3 ? 0 : 3;
  if (bytes[1] != '[') return 1;
  for (std::size_t at = 2; at < bytes.size(); ++at)
    if (bytes[at] >= '@' && bytes[at] <= '~') return at + 1;
  return bytes.size() > longest_sequence ? bytes.size() : 0;
}

std::size_t length_of_character(char first) {
  const auto byte = static_cast<unsigned char>(first);
  if (byte < 0x80) return 1;
  if (byte >= 0xF0) return 4;
  return byte >= 0xE0 ? 3 : 2;
}

Key taken(std::string& bytes, std::size_t length, KeyKind kind) {
  bytes.erase(0, length);
  return {kind, {}};
}

}  // namespace

std::optional<Key> take_key(std::string& bytes, Waiting waiting) {
  if (bytes.empty()) return std::nullopt;
  if (bytes[0] == '\x1b') {
    const std::size_t length = sequence_length(bytes);
    if (length == 0 && waiting == Waiting::for_more) return std::nullopt;
    if (length == 0 && bytes.size() > 1) return taken(bytes, bytes.size(), KeyKind::unknown);
    if (length <= 1) return taken(bytes, 1, KeyKind::escape);
    const KeyKind kind = kind_of_sequence(std::string_view(bytes).substr(2, length - 2));
    return taken(bytes, length, kind);
  }
  if (static_cast<unsigned char>(bytes[0]) < ' ' || bytes[0] == '\x7f')
    return taken(bytes, 1, kind_of_control(bytes[0]));
  const std::size_t length = length_of_character(bytes[0]);
  if (length > bytes.size() && waiting == Waiting::for_more) return std::nullopt;
  std::string character = bytes.substr(0, length);
  if (base::first_invalid_utf8(character)) return taken(bytes, 1, KeyKind::unknown);
  bytes.erase(0, length);
  return Key{KeyKind::text, std::move(character)};
}

}  // namespace socrates::cli
