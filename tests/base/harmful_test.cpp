// SPDX-License-Identifier: Apache-2.0
#include "socrates/base/harmful.hpp"

#include <string>

#include "catch.hpp"
#include "socrates/base/utf8.hpp"

using namespace socrates::base;

namespace {

struct Case {
  const char* name;
  const char* text;
};

/// The text with a star for every harmful character.
std::string starred(std::string_view text) {
  std::string result;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t start = offset;
    next_code_point(text, offset);
    result += is_harmful_at(text, start) ? "*" : text.substr(start, offset - start);
  }
  return result;
}

}  // namespace

TEST_CASE("what people spell their names and words with is not harmful") {
  const Case cases[] = {
      {"Persian, non-joiner", "می\u200cخواهم"},
      {"Persian, a plural behind a Latin word", "PDF\u200cها"},
      {"Persian, an abbreviation", "ه\u200d.ش"},
      {"Telugu, non-joiner at the end of a word", "రాబర్ట్\u200c అన్నారు"},
      {"Sinhala, joiner behind al-lakuna", "ශ්\u200dරී"},
      {"Malayalam, old chillu", "അവന്\u200d"},
      {"Khmer, breaks between words", "ខ្ញុំ\u200bទៅ\u200bABC"},
      {"Mongolian, variation and vowel separator", "ᠮᠣᠩᠭᠣᠯ\u180b ᠬᠠᠷ\u180eᠠ"},
      {"a Japanese name with a variant", "葛\U000E0100城、辻\U000E0101"},
      {"a family", "\U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466"},
      {"a skin tone and a profession", "\U0001F469\U0001F3FD\u200D\U0001F680"},
      {"a heart in colour, on fire", "\u2764\uFE0F\u200D\U0001F525"},
      {"keycaps", "1\uFE0F\u20E3 #\uFE0F\u20E3"},
      {"the flag of Scotland", "\U0001F3F4\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F"},
      {"combining marks", "e\u0301 s\u0323\u0307"},
      {"Hebrew with points", "שָׁלוֹם"},
      {"blanks of all widths", "a\u00a0b\u2003c\u3000d\u202fe"},
      {"prefixed signs of Arabic", "\u0601\u06dd"},
  };
  for (const Case& c : cases) {
    INFO(c.name);
    CHECK(starred(c.text) == c.text);
  }
}

TEST_CASE("what spells nothing there is harmful") {
  const struct {
    const char* name;
    const char* text;
    const char* starred;
  } cases[] = {
      {"a joiner between Latin letters", "ad\u200cmin, ad\u200dmin", "ad*min, ad*min"},
      {"a space without width between Latin letters", "a\u200bb", "a*b"},
      {"a joiner that joins nothing", "\U0001F468\u200D", "\U0001F468*"},
      {"a non-joiner between emoji", "\U0001F468\u200C\U0001F468", "\U0001F468*\U0001F468"},
      {"a message in joiners", "می\u200c\u200d\u200cخ", "می\u200c**خ"},
      {"a message in spaces", "ក\u200b\u200bខ", "ក\u200b*ខ"},
      {"a message in variation selectors", "\U0001F600\uFE01\uFE02\U000E0101", "\U0001F600\uFE01**"},
      {"a variant of a Latin letter", "a\uFE0F", "a*"},
      {"a variant of a Latin letter, for names", "a\U000E0100", "a*"},
      {"a tag alone", "\U000E0041", "*"},
      {"a flag with another text", "\U0001F3F4\U000E0067\U000E0062\U000E0061\U000E007F", "\U0001F3F4****"},
      {"the tail of a flag", "x\U000E0067\U000E007F", "x**"},
      {"a turn of direction in Arabic", "ا\u202eب", "ا*ب"},
      {"an isolate", "\u2066a\u2069", "*a*"},
      {"marks of direction", "\u200e\u200f\u061c", "***"},
      {"a byte-order mark inside", "a\ufeffb", "a*b"},
      {"noncharacters", "\ufdd0\uffff\U0001FFFE", "***"},
      {"separators of lines", "\u2028\u2029\u0085", "***"},
      {"Mongolian separators elsewhere", "a\u180ea", "a*a"},
  };
  for (const auto& c : cases) {
    INFO(c.name);
    CHECK(starred(c.text) == c.starred);
  }
}
