// SPDX-License-Identifier: Apache-2.0
#include "socrates/loader/quick_reader.hpp"

#include <optional>
#include <string>
#include <vector>

#include "catch.hpp"
#include "report.hpp"
#include "sample.hpp"
#include "socrates/loader/batch_record.hpp"

namespace socrates::tests {
namespace {

struct QuickCase {
  std::string line;
  bool is_quick;  ///< where the library for it is there
};

/// The line as the reader takes it, with room behind it that holds what must not matter.
class Padded {
 public:
  explicit Padded(const std::string& line) : size_(line.size()), text_(line + '\0' + std::string(63, '"')) {}
  [[nodiscard]] std::string_view line() const { return {text_.data(), size_}; }

 private:
  std::size_t size_;
  std::string text_;
};

const loader::QuickRecord* read(loader::QuickReader& reader, const Padded& padded) {
  reader.open(padded.line());
  return reader.read(padded.line());
}

/// What the strict reader says otherwise; nothing where the quick one said nothing.
std::string difference(const loader::QuickRecord* quick, const std::string& line, const model::RuleSet& rules) {
  if (quick == nullptr) return "";
  base::Diagnostics problems;
  std::optional<std::string> id;
  const auto strict = loader::load_batch_record({"line", line}, rules, today(), id, problems);
  if (!strict) return "it is refused";
  if (quick->id != strict->id) return "another id";
  return quick->answers == model::packed(rules, strict->answers.answers) ? "" : "other answers";
}

bool has_quick_reader(const model::RuleSet& rules) {
  loader::QuickReader reader(rules, today());
  return read(reader, Padded(R"({"answers":{}})")) != nullptr;
}

}  // namespace

TEST_CASE("the quick reader says what the strict one says, or nothing") {
  const model::RuleSet rules = sample_rules();
  REQUIRE(rules.questions.size() > 1);
  const std::string ordinary =
      R"({"offering": ["software", "goods"], "impact": "direct", "public": true, "needed_by": "2027-03-31", "operating": 12})";
  const QuickCase cases[] = {
      {R"({"id":"a","answers":)" + ordinary + "}", true},
      {R"({"answers":)" + ordinary + R"(,"id":"a"})", true},
      {R"({"answers":{"offering":{"has":["software"],"not":[]},"needed":7,"impact":null}})", true},
      {R"({"answers":{"needed":7,"needed_by":null}})", false},
      {R"({"answers":{"offering":["goods","goods"]}})", false},
      {R"({"answers":{"offering":{"has":["goods"],"not":["goods"]}}})", false},
      {R"({"answers":{"operating":12.0}})", false},
      {R"({"answers":{"operating":012}})", false},
      {R"({"answers":{"operating":-0}})", false},
      {R"({"answers":{"operating":99999}})", false},
      {R"({"answers":{"public":"true"}})", false},
      // The library looks at what stands behind a value only where the value was read.
      {R"({"id":"a":},"answers":{}})", false},
      {R"({"answers":{"impact":"direct":["goods"],"operating":["goods"]}})", false},
      {R"({"answers":{"publi\u0063":true}})", false},
      {R"({"id":"","answers":{}})", true},
      {R"({ "answers" : { } }  )", true},
      {"{\"answers\":{}}\r", true},
      {R"( {"answers":{}})", true},
      {R"({"id":null,"answers":{}})", false},
      {R"({"id":"\u0041","answers":{}})", false},
      {"{\"id\":\"\x7f\",\"answers\":{}}", false},
      {"{\"id\":\"\xc3\xa9\",\"answers\":{}}", true},
      {"{\"id\":\"\xc2\x85\",\"answers\":{}}", false},
      {"{\"id\":\"a\xef\xbb\xbf\",\"answers\":{}}", false},
      {"{\"id\":\"\xc3\",\"answers\":{}}", false},
      {R"({"id":"a","id":"b","answers":{}})", false},
      {R"({"answers":{},"answers":{}})", false},
      {R"({"answers":{}}{)", false},
      {R"({"answers":{}}})", false},
      {R"({"answers":{},})", false},
      {R"({"answers":{)", false},
      {R"({"answers":[]})", false},
      {R"({"id":"a"})", false},
      {R"({"answers":{},"more":1})", false},
      {R"({"answers":{"no such question":1}})", false},
      {R"({"answers":{"$schema":"x"}})", false},
      {"\xef\xbb\xbf{\"answers\":{}}", false},
      {"", false},
      {"null", false},
  };
  const bool has_quick = has_quick_reader(rules);
  loader::QuickReader reader(rules, today());
  for (const QuickCase& c : cases) {
    CAPTURE(c.line);
    const Padded padded(c.line);
    const loader::QuickRecord* const quick = read(reader, padded);
    CHECK((quick != nullptr) == (c.is_quick && has_quick));
    if (const std::string other = difference(quick, c.line, rules); !other.empty()) FAIL_CHECK(other);
  }
}

TEST_CASE(
    "with any two tokens put anywhere into a line, the quick reader still says what the strict one says, or nothing") {
  const model::RuleSet rules = sample_rules();
  const std::string line =
      R"({"id":"a","answers":{"offering":["goods"],"impact":"direct","public":true,"needed":7,"operating":null}})";
  const std::vector<std::string> tokens{"", ":", ",", "{", "}", "[", "]", " ", "\"", "1", "null", "true", R"("goods")"};
  loader::QuickReader reader(rules, today());
  std::size_t accepted = 0;
  for (std::size_t at = 0; at <= line.size(); ++at)
    for (const std::string& first : tokens)
      for (const std::string& second : tokens) {
        std::string changed = line;
        changed.insert(at, second).insert(at, first);
        const Padded padded(changed);
        const loader::QuickRecord* const quick = read(reader, padded);
        accepted += quick == nullptr ? 0 : 1;
        if (const std::string other = difference(quick, changed, rules); !other.empty()) FAIL(other << ": " << changed);
      }
  CHECK((accepted > 100) == has_quick_reader(rules));
}

TEST_CASE("lines of one text are read each for itself, whatever the line before it was") {
  const model::RuleSet rules = sample_rules();
  const std::string whole = R"({"id":"a","answers":{"public":true}})";
  const std::vector<std::string> pieces{whole,
                                        R"({"id":"b","answers":{"operating":12}})",
                                        R"({"id":"c","answers":{"public":true,)",
                                        R"("operating":1}})",
                                        "}",
                                        "",
                                        "  ",
                                        "\r",
                                        "null",
                                        R"({"answers":{}}{"answers":{}})",
                                        R"({"id":"d","answers":{)",
                                        whole + " "};
  const std::vector<std::string> spoiling{R"({"id":"e)", "{\"id\":\"\xff\",\"answers\":{}}", "\"\x01\"",
                                          whole + std::string(2 << 20U, ' ')};
  const bool has_quick = has_quick_reader(rules);
  loader::QuickReader reader(rules, today());
  const auto check = [&](const std::vector<std::string>& lines, const std::string& end) {
    std::string text;
    for (const std::string& line : lines) text += line + (&line == &lines.back() ? end : "\n");
    const Padded padded(text);
    reader.open(padded.line());
    std::size_t start = 0;
    for (const std::string& line : lines) {
      CAPTURE(text.substr(0, 1000), line.substr(0, 1000));
      const loader::QuickRecord* const quick = reader.read(padded.line().substr(start, line.size()));
      start += line.size() + 1;
      if (line == whole) CHECK((quick != nullptr) == has_quick);
      if (const std::string other = difference(quick, line, rules); !other.empty()) FAIL_CHECK(other);
    }
  };
  for (const std::string& first : pieces)
    for (const std::string& second : pieces)
      for (const std::string& third : pieces) check({whole, first, second, third, whole}, "\n");
  for (const std::string& piece : pieces) {
    check({whole, piece}, "");
    for (const std::string& spoils : spoiling) {
      check({whole, spoils, piece, whole}, "\n");
      check({spoils, whole, piece}, "");
    }
  }
}

TEST_CASE("the quick reader accepts nothing where the byte behind the text could belong to it") {
  const model::RuleSet rules = sample_rules();
  loader::QuickReader reader(rules, today());
  const std::string text = R"({"answers":{}})" + std::string(64, '}');
  const std::string_view line = std::string_view(text).substr(0, 14);
  reader.open(line);
  CHECK(reader.read(line) == nullptr);
}

TEST_CASE("what is wrong with a record is told with the line of the input and the id") {
  const base::Source line{"in.ndjson", R"({"id":"q-7","answers":{"ofering":1},"extra":0})", 12};
  base::Diagnostics problems;
  std::optional<std::string> id;
  CHECK_FALSE(loader::load_batch_record(line, sample_rules(), today(), id, problems));
  CHECK(id == "q-7");
  CHECK(report_of(problems) ==
        "12:24 S102 [\"ofering\"] unknown question 'ofering'\n"
        "12:37 S591 [\"extra\"] unknown key 'extra' in a record");
}

}  // namespace socrates::tests
