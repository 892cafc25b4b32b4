// SPDX-License-Identifier: Apache-2.0
#include "socrates/base/natural.hpp"

#include <algorithm>
#include <cstddef>

namespace socrates::base {
namespace {

constexpr unsigned digit_bits = 32;
constexpr std::uint32_t billion = 1'000'000'000;

}  // namespace

Natural::Natural(std::uint64_t value) {
  for (; value != 0; value >>= digit_bits) digits_.push_back(static_cast<std::uint32_t>(value));
}

Natural& Natural::operator+=(const Natural& other) {
  digits_.resize(std::max(digits_.size(), other.digits_.size()) + 1);
  std::uint64_t carry = 0;
  for (std::size_t i = 0; i < digits_.size(); ++i) {
    carry += std::uint64_t{digits_[i]} + (i < other.digits_.size() ? other.digits_[i] : 0U);
    digits_[i] = static_cast<std::uint32_t>(carry);
    carry >>= digit_bits;
  }
  while (!digits_.empty() && digits_.back() == 0) digits_.pop_back();
  return *this;
}

Natural& Natural::operator*=(std::uint32_t factor) {
  std::uint64_t carry = 0;
  for (std::uint32_t& digit : digits_) {
    carry += std::uint64_t{digit} * factor;
    digit = static_cast<std::uint32_t>(carry);
    carry >>= digit_bits;
  }
  if (carry != 0) digits_.push_back(static_cast<std::uint32_t>(carry));
  while (!digits_.empty() && digits_.back() == 0) digits_.pop_back();
  return *this;
}

std::string to_text(const Natural& number) {
  std::vector<std::uint32_t> rest = number.digits_;
  std::string text;  // backwards
  while (!rest.empty()) {
    std::uint64_t remainder = 0;
    for (auto digit = rest.rbegin(); digit != rest.rend(); ++digit) {
      remainder = (remainder << digit_bits) | *digit;
      *digit = static_cast<std::uint32_t>(remainder / billion);
      remainder %= billion;
    }
    while (!rest.empty() && rest.back() == 0) rest.pop_back();
    for (int i = 0; i < 9 && (!rest.empty() || remainder != 0); ++i, remainder /= 10)
      text += static_cast<char>('0' + remainder % 10);
  }
  if (text.empty()) return "0";
  return {text.rbegin(), text.rend()};
}

double to_double(const Natural& number) {
  double value = 0;
  for (auto digit = number.digits_.rbegin(); digit != number.digits_.rend(); ++digit)
    value = value * 4294967296.0 + *digit;
  return value;
}

}  // namespace socrates::base
