// SPDX-License-Identifier: Apache-2.0
#include "socrates/base/shared_text.hpp"

#include <memory>

#include "catch.hpp"

using namespace socrates;
using base::SharedText;

TEST_CASE("a copy of a text outlives it, and lies where it lies") {
  auto first = std::make_unique<SharedText>(std::string("as long as no string holds within itself"));
  const char* const place = std::string_view(*first).data();
  const SharedText copy = *first;
  SharedText moved = std::move(*first);
  CHECK(first->empty());
  first.reset();
  CHECK(copy == "as long as no string holds within itself");
  CHECK(moved == copy);
  CHECK(std::string_view(copy).data() == place);
  CHECK(std::string_view(moved).data() == place);
}

TEST_CASE("a short text is kept as well") {
  SharedText text("short");
  const SharedText copy = text;
  text = "other";
  CHECK(copy == "short");
  CHECK(text == std::string("other"));
  CHECK("a " + copy == "a short");
  CHECK(copy + ", and more" == "short, and more");
  CHECK(copy.size() == 5);
  CHECK(SharedText().empty());
}

TEST_CASE("a text of the program is used in place") {
  static constexpr std::string_view text = "words of the program";
  const SharedText shared = SharedText::in_place(text.substr(0, 5));
  CHECK(std::string_view(shared).data() == text.data());
  CHECK(std::string(shared) == "words");
}
