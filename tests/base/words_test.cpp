// SPDX-License-Identifier: Apache-2.0
#include "socrates/base/words.hpp"

#include "catch.hpp"

using namespace socrates;

TEST_CASE("blanks at the ends go, and no others") {
  CHECK(base::trimmed(" a b\t\r\n") == "a b");
  CHECK(base::trimmed(" \t").empty());
  CHECK(base::trimmed("").empty());
  CHECK(base::trimmed("--a-", "-") == "a");
}

TEST_CASE("letters of ASCII change their case, and no others") {
  CHECK(base::lower("G09 \xc3\x84z") == "g09 \xc3\x84z");
  CHECK(base::upper("g09 \xc3\xa4z") == "G09 \xc3\xa4Z");
  CHECK(base::capitalized("privacy of") == "Privacy of");
  CHECK(base::capitalized("").empty());
  CHECK(base::plain_words("processing_integrity") == "processing integrity");
}

TEST_CASE("lists and counts are words") {
  CHECK(base::joined({}) == "");
  CHECK(base::joined({"a", "", "b"}) == "a, , b");
  CHECK(base::joined({"a", "b"}, "; ") == "a; b");
  CHECK(base::listed({"a"}, "and") == "a");
  CHECK(base::listed({"a", "b", "c"}, "or") == "a, b or c");
  CHECK(base::listed({"a and b", "c"}, "and") == "a and b, and c");
  CHECK(base::counted(1, "month") == "1 month");
  CHECK(base::counted(std::size_t{0}, "month") == "0 months");
  CHECK(base::in_quotes("a") == "\"a\"");
  CHECK(base::names({"a", "b"}, "b"));
  CHECK_FALSE(base::names({"a", "b"}, "c"));
}
