// SPDX-License-Identifier: Apache-2.0
#include "socrates/model/answers.hpp"

#include "catch.hpp"

using namespace socrates::model;

TEST_CASE("an answer is complete when nothing of it is open, and unknown when all of it is") {
  struct Case {
    const char* name;
    Answer answer;
    bool complete;
    bool unknown;
  };
  const Case cases[] = {
      {"nothing", Unknown(), false, true},
      {"a choice", Choice{0}, true, false},
      {"a number", Number{12, {}}, true, false},
      {"all options known", Selection{{Chosen::yes, Chosen::no}}, true, false},
      {"some options known", Selection{{Chosen::yes, Chosen::unknown}}, false, false},
      {"no option known", Selection{{Chosen::unknown, Chosen::unknown}}, false, true},
  };
  for (const Case& c : cases) {
    INFO(c.name);
    CHECK(is_complete(c.answer) == c.complete);
    CHECK(is_unknown(c.answer) == c.unknown);
  }
}

TEST_CASE("answers default to unknown") { CHECK(is_unknown(Answers(1).front())); }
