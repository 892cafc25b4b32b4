// SPDX-License-Identifier: Apache-2.0
#include "socrates/base/suggest.hpp"

#include "catch.hpp"

using socrates::base::nearest;
using socrates::base::suggestion;

TEST_CASE("the nearest candidate is found within a third of the word") {
  struct Case {
    const char* name;
    const char* word;
    const char* expected;
  };
  const Case cases[] = {
      {"the word itself", "payroll", "payroll"},
      {"a letter too many", "payrolll", "payroll"},
      {"a letter missing", "payrol", "payroll"},
      {"another letter", "pagroll", "payroll"},
      {"neighbours swapped", "pyaroll", "payroll"},
      {"case does not count", "PAYROLL", "payroll"},
      {"a hyphen is an underscore", "loan-servicing", "loan_servicing"},
      {"a blank is an underscore", "Loan Servicing", "loan_servicing"},
      {"two of six letters", "clamis", "claims"},
      {"too far away", "pension", ""},
      {"a word too short to be sure", "cl", ""},
      {"nothing", "", ""},
  };
  const std::vector<std::string> candidates = {"payroll", "billing", "claims", "loan_servicing"};
  for (const Case& c : cases) {
    INFO(c.name);
    CHECK(nearest(c.word, candidates) == c.expected);
  }
}

TEST_CASE("of equally near candidates the first is taken, and a nearer one wins") {
  CHECK(nearest("abcdef", {"abcdxx", "abcdex", "abcdey"}) == "abcdex");
  CHECK(nearest("abcdef", {"abcdxx", "abcdxy"}) == "abcdxx");
}

TEST_CASE("a very long word costs nothing") { CHECK(nearest(std::string(1'000'000, 'x'), {"payroll"}).empty()); }

TEST_CASE("a suggestion names the nearest or lists what is possible") {
  CHECK(suggestion("payrol", {"payroll", "billing"}) == "did you mean 'payroll'?");
  CHECK(suggestion("zebra", {"payroll", "billing"}) == "expected one of 'payroll', 'billing'");
  CHECK(suggestion("zebra", {"payroll"}) == "expected 'payroll'");
  CHECK(suggestion("zebra", {}).empty());
}

TEST_CASE("at most twelve candidates are listed") {
  std::vector<std::string> letters;
  for (char letter = 'a'; letter <= 'z'; ++letter) letters.emplace_back(1, letter);
  const std::string text = suggestion("zebra", letters);
  CHECK(text.find("'l', ...") != std::string::npos);
  CHECK(text.find("'m'") == std::string::npos);
}
