// SPDX-License-Identifier: Apache-2.0
#include "socrates/base/sha256.hpp"

#include <sha2.h>

#include <array>
#include <cstdint>

namespace socrates::base {

std::string sha256_hex(std::string_view text) {
  std::array<char, SHA256_DIGEST_STRING_LENGTH> digest{};
  SHA256Data(reinterpret_cast<const std::uint8_t*>(text.data()), text.size(), digest.data());
  return digest.data();
}

}  // namespace socrates::base
