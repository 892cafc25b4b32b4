// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace socrates::base {

/// A whole number from 0 up, of any size: what a count of answers can need.
class Natural {
 public:
  Natural() = default;
  explicit Natural(std::uint64_t value);

  Natural& operator+=(const Natural& other);
  Natural& operator*=(std::uint32_t factor);
  bool operator==(const Natural&) const = default;

  [[nodiscard]] bool is_zero() const { return digits_.empty(); }

 private:
  friend std::string to_text(const Natural& number);
  friend double to_double(const Natural& number);

  std::vector<std::uint32_t> digits_;  ///< in base 2^32, lowest first, without zeros at the end
};

/// Its decimal digits.
std::string to_text(const Natural& number);

/// The nearest double, more or less; infinite where it is too large for one.
double to_double(const Natural& number);

}  // namespace socrates::base
