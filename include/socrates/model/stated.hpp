// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <utility>

namespace socrates::model {

/// What a deal says about one thing. Nothing at all and `null` are two things: what is left out is not asked for, or
/// goes by the house rules; `null` is asked for, or there, and we do not know what it is.
template <class Value>
struct Stated {
  enum class Mention { left_out, not_known, given };

  Mention mention = Mention::left_out;
  Value value{};

  Stated() = default;
  Stated(Value given) : mention(Mention::given), value(std::move(given)) {}  // NOLINT: a value is a statement of it

  static Stated unknown() {
    Stated stated;
    stated.mention = Mention::not_known;
    return stated;
  }
  [[nodiscard]] bool is_given() const { return mention == Mention::given; }
  [[nodiscard]] bool is_unknown() const { return mention == Mention::not_known; }
  [[nodiscard]] bool is_left_out() const { return mention == Mention::left_out; }
  /// The value, where it is given.
  [[nodiscard]] std::optional<Value> known() const { return is_given() ? std::optional<Value>(value) : std::nullopt; }
  bool operator==(const Stated&) const = default;
};

}  // namespace socrates::model
