// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

namespace socrates::cli {

enum class KeyKind {
  text,  ///< one character, in UTF-8
  enter,
  tab,
  back_tab,
  escape,
  backspace,
  erase,  ///< the character under the cursor
  erase_word,
  erase_to_start,
  erase_to_end,
  left,
  right,
  up,
  down,
  home,
  end,
  page_up,
  page_down,
  end_of_input,  ///< Ctrl-D
  redraw,        ///< Ctrl-L
  unknown,       ///< a key that has no meaning here
};

struct Key {
  KeyKind kind = KeyKind::unknown;
  std::string text;  ///< of `text`: the character
  bool operator==(const Key&) const = default;
};

/// How much may still come.
enum class Waiting { for_more, no_longer };

/// Takes the first key off bytes that a terminal has sent. None where there are none, or where the key may go on and
/// more is waited for: an escape character alone is the key only where no more comes.
std::optional<Key> take_key(std::string& bytes, Waiting waiting);

}  // namespace socrates::cli
