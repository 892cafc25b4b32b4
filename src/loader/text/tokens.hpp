// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace socrates::loader {

/// Goes from token to token of a text that has an index. A small value: a loop works on a copy, which the compiler can
/// keep in registers.
class Tokens {
 public:
  Tokens() = default;
  Tokens(const char* text, const std::uint32_t* offsets) : text_(text), next_(offsets) {}

  /// Where the next one begins.
  [[nodiscard]] const char* place() const { return text_ + *next_; }
  [[nodiscard]] std::size_t offset() const { return *next_; }
  [[nodiscard]] std::size_t offset_before() const { return next_[-1]; }
  [[nodiscard]] bool is_next(char token) const { return *place() == token; }

  void pass(std::size_t count) { next_ += count; }
  bool take(char token) {
    if (!is_next(token)) return false;
    ++next_;
    return true;
  }

  /// Takes any token, or nothing at the end of the text. Not to be called twice without a `take` between that succeeds:
  /// behind the last token the index has only two more numbers.
  [[gnu::always_inline]] std::string_view take_any() {
    const char* const start = place();
    ++next_;
    const char* end = place();
    if (end[-1] <= ' ')  // which it seldom is
      while (end != start && is_space(end[-1])) --end;
    return {start, static_cast<std::size_t>(end - start)};
  }

  static bool is_space(char letter) { return letter == ' ' || letter == '\t' || letter == '\r' || letter == '\n'; }

 private:
  const char* text_ = nullptr;
  const std::uint32_t* next_ = nullptr;
};

}  // namespace socrates::loader
