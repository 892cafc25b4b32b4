// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace socrates::model {

/// What is carried through unread, as it was given.
struct Anything {
  enum class Kind { null, boolean, number, text, list, object };

  Kind kind = Kind::null;
  bool yes = false;
  std::string text;  ///< of a number, as written
  std::vector<Anything> items;
  std::vector<std::pair<std::string, Anything>> members;  ///< in the order of the text
  bool operator==(const Anything&) const = default;
};

}  // namespace socrates::model
