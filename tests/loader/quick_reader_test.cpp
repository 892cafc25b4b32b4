// SPDX-License-Identifier: Apache-2.0
#include "socrates/loader/quick_reader.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "catch.hpp"
#include "report.hpp"
#include "sample.hpp"
#include "socrates/loader/batch_record.hpp"
#include "worlds/draw.hpp"

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

/// Reads the lines of one text, and says for each whether it was for the quick reader.
std::vector<bool> check_lines(loader::QuickReader& reader, const std::vector<std::string>& lines,
                              const model::RuleSet& rules) {
  std::string text;
  for (const std::string& line : lines) text += line + '\n';
  const Padded padded(text);
  reader.open(padded.line());
  std::vector<bool> is_quick;
  std::size_t start = 0;
  for (const std::string& line : lines) {
    CAPTURE(line);
    const loader::QuickRecord* const quick = reader.read(padded.line().substr(start, line.size()));
    start += line.size() + 1;
    is_quick.push_back(quick != nullptr);
    if (const std::string other = difference(quick, line, rules); !other.empty()) FAIL_CHECK(other);
  }
  return is_quick;
}

/// Questions whose ids begin alike, some of them for more bytes than are compared at once.
model::RuleSet rules_with_keys_alike() {
  model::RuleSet rules = sample_rules();
  const model::Question yes_no =
      *std::find_if(rules.questions.begin(), rules.questions.end(),
                    [](const auto& question) { return question.kind == model::QuestionKind::yes_no; });
  const std::string beginning = "whether_this_is_a_name_that_is_long";
  for (const char* const end : {"", "_", "_1", "_2", "_as_others_are", "_as_others_were"}) {
    rules.questions.push_back(yes_no);
    rules.questions.back().id = beginning + end;
  }
  for (std::size_t size = 26; size < beginning.size(); ++size) {
    rules.questions.push_back(yes_no);
    rules.questions.back().id = beginning.substr(0, size);
  }
  return rules;
}

std::string record_of(const std::vector<std::string>& members, const std::string& colon = ":") {
  std::string answers;
  for (const std::string& member : members) {
    const std::size_t end = member.find(':');
    answers += (answers.empty() ? "" : ",") + member.substr(0, end) + colon + member.substr(end + 1);
  }
  return R"({"id":"a","answers":{)" + answers + "}}";
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

TEST_CASE("the quick reader takes keys in any order, another one in each record, and tells those that begin alike") {
  const model::RuleSet rules = rules_with_keys_alike();
  std::vector<std::string> members{R"("offering":["software","goods"])", R"("impact":"indirect")", R"("needed":7)",
                                   R"("operating_since":"2026-01-31")"};
  for (const model::Question& question : rules.questions)
    if (question.kind == model::QuestionKind::yes_no)
      members.push_back('"' + question.id + (members.size() % 2 == 0 ? "\":true" : "\":false"));
  std::vector<std::string> lines(3, record_of(members));
  for (std::size_t i = 0; i < members.size(); ++i) {
    std::rotate(members.begin(), members.begin() + 1, members.end());
    lines.push_back(record_of(members));
    lines.push_back(record_of({members[0]}));
    lines.push_back(record_of({members[1], members[0]}, " : "));
  }
  worlds::Draw draw(20261130);
  for (int round = 0; round < 200; ++round) {
    for (std::size_t i = members.size(); i > 1; --i) std::swap(members[i - 1], members[draw.below(i)]);
    lines.push_back(
        record_of({members.begin(), members.begin() + static_cast<std::ptrdiff_t>(draw.below(members.size()))}));
  }
  loader::QuickReader reader(rules, today());
  const bool has_quick = has_quick_reader(rules);
  for (const bool is_quick : check_lines(reader, lines, rules)) CHECK(is_quick == has_quick);
}

TEST_CASE("a key that comes twice, or is written otherwise, is not for the quick reader, wherever it was expected") {
  const model::RuleSet rules = rules_with_keys_alike();
  const std::string impact = R"("impact":"direct")";
  const std::string wanted = R"("public":true)";
  const std::vector<std::string> refused{
      record_of({impact, wanted, wanted}),
      record_of({impact, impact, wanted}),
      record_of({R"("needed":7)", R"("needed_by":null)"}),
      record_of({impact, R"("publi\u0063":true)"}),
      record_of({R"("impact":"dir\u0065ct")", wanted}),
      record_of({R"("impact":"direct\"")", wanted}),
      record_of({R"("offering":["softw\u0061re"])", wanted}),
      record_of({impact, R"("public" true)"}),
      record_of({impact, R"("public"::true)"}),
      record_of({impact, R"("public_":true)"}),
      record_of({impact, R"("publi":true)"}),
      record_of({impact, R"(public:true)"}),
  };
  loader::QuickReader reader(rules, today());
  for (const std::string& line : refused) {
    const std::string ordinary = record_of({impact, wanted});
    const std::vector<bool> is_quick = check_lines(reader, {ordinary, line, ordinary}, rules);
    CHECK(is_quick == std::vector<bool>{has_quick_reader(rules), false, has_quick_reader(rules)});
  }
}

TEST_CASE("the quick reader does not read a line on behind its end, wherever that is") {
  const model::RuleSet rules = rules_with_keys_alike();
  const std::string line = record_of({R"("offering":["goods"])", R"("impact":"direct")", R"("public":true)"});
  loader::QuickReader reader(rules, today());
  for (std::size_t size = 0; size < line.size(); ++size)
    for (const char end : {'\n', '\0'}) {
      const Padded whole(line);
      CHECK((read(reader, whole) != nullptr) == has_quick_reader(rules));
      const std::string text = line.substr(0, size) + end + line.substr(size) + std::string(64, ' ');
      const std::string_view cut = std::string_view(text).substr(0, size);
      reader.open(cut);
      CHECK(reader.read(cut) == nullptr);
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
