// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

namespace socrates::loader {

/// Finds where the tokens of a JSON text begin: brackets, colons, commas, the first quotes of strings, and the first
/// letters of everything else. Between two of them lies the rest of the first one, and white space behind it.
class TokenIndex {
 public:
  static constexpr std::size_t longest_text = std::size_t{1024} * 1024;

  TokenIndex();
  TokenIndex(const TokenIndex&) = delete;
  TokenIndex& operator=(const TokenIndex&) = delete;
  ~TokenIndex();

  /// False for a text that is longer, is not UTF-8, has no token, or has a string that does not end or that holds a
  /// control character of ASCII without a backslash before it; and always where simdjson is not there.
  bool make(std::string_view text);

  /// Where they begin, in bytes, ascending; then the size of the text, twice. Valid until the next index is made.
  [[nodiscard]] const std::uint32_t* offsets() const { return offsets_; }

 private:
  class Parser;
  std::unique_ptr<Parser> parser_;
  const std::uint32_t* offsets_ = nullptr;
};

}  // namespace socrates::loader
