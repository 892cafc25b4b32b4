// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace socrates::model {

/// What a value of an input may be. The readers make it of the forms that they go by, so that a JSON Schema or a table
/// written from it says what is read, and nothing else.
struct Shape {
  enum class Kind { text, text_or_number, boolean, whole_number, number, date, word, list, object, map, anything };
  struct Key;

  Kind kind = Kind::anything;
  std::string name;     ///< of an object that several keys hold; may be empty
  std::string pattern;  ///< of a text, or of the keys of a map: a regular expression that each matches; may be empty
  long long from = 0;   ///< of numbers: the least; of lists: the least items
  long long to = 0;     ///< of numbers: the most; of texts and lists: the most bytes or items, 0 for no limit
  std::vector<std::string_view> words;   ///< of a word: all of them, in their order
  std::vector<std::string_view> also;    ///< of a word: other spellings of them that are read
  bool may_repeat = true;                ///< of a list
  std::vector<Shape> of;                 ///< of a list: its item; of a map: what its keys hold
  std::vector<Key> keys;                 ///< of an object: all that it may have, in their order
  bool is_open = false;                  ///< of an object: it may have other keys, of which another shape tells
  std::vector<std::string> one_of_keys;  ///< of an object: at least one of these is there; none: no such rule
};

struct Shape::Key {
  enum class Presence {
    mandatory,
    optional,    ///< may be left out, and not be null
    or_null,     ///< left out and null are the same: not known
    null_tells,  ///< left out: not asked for, or the house rules; null: asked for, or there, and not known
  };

  std::string name;
  Presence presence = Presence::mandatory;
  std::string says;  ///< a sentence on what it means
  Shape shape;
};

}  // namespace socrates::model
