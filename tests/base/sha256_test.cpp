// SPDX-License-Identifier: Apache-2.0
#include "socrates/base/sha256.hpp"

#include "catch.hpp"

using socrates::base::sha256_hex;

TEST_CASE("digests are those of the published examples") {
  CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256_hex(std::string(1'000'000, 'a')) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("a zero byte is a byte like others") { CHECK(sha256_hex(std::string("a\0b", 3)) != sha256_hex("a")); }
