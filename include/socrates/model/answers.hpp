// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

namespace socrates::model {

/// Not known: any answer is still possible.
struct Unknown {
  bool operator==(const Unknown&) const = default;
};

/// The option chosen; of a yes/no question 0 is no and 1 is yes.
struct Choice {
  std::size_t option = 0;
  bool operator==(const Choice&) const = default;
};

enum class Chosen { unknown, no, yes };

/// A several-choice, option by option.
struct Selection {
  std::vector<Chosen> options;
  bool operator==(const Selection&) const = default;
};

/// A number; `date` is the date it was counted from, as written, or empty where the number itself was given.
struct Number {
  int value = 0;
  std::string date;
  bool operator==(const Number&) const = default;
};

using Answer = std::variant<Unknown, Choice, Selection, Number>;

/// One answer for each question of a rule set, in its order.
using Answers = std::vector<Answer>;

/// Nothing of the answer is left open.
bool is_complete(const Answer& answer);

/// Nothing at all is known.
bool is_unknown(const Answer& answer);

}  // namespace socrates::model
