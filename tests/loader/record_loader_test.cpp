// SPDX-License-Identifier: Apache-2.0
#include "socrates/loader/record_loader.hpp"

#include "catch.hpp"
#include "socrates/base/codes.hpp"
#include "socrates/loader/json_reader.hpp"

using namespace socrates;
using loader::Difference;

namespace {

const std::string good =
    R"({"schema": "socrates.record/1", "program": {"name": "socrates", "version": "1.2"}, "today": "2026-11-24",)"
    R"( "rules": {"id": "soc", "version": "7", "sha256": "ab"}, "answers": {"a": true},)"
    R"( "result": {"schema": "socrates.recommendation/1", "decisions": {}}})";

std::vector<Difference> compared(const std::string& recorded, const std::string& now, bool decisions_only = false) {
  const base::Source left{"left", recorded};
  const base::Source right{"right", now};
  base::Diagnostics problems;
  const auto a = loader::read_json(left, problems);
  const auto b = loader::read_json(right, problems);
  REQUIRE(problems.empty());
  return decisions_only ? loader::flips(*a, *b) : loader::differences(*a, *b);
}

}  // namespace

TEST_CASE("a record is read with all that it holds") {
  const base::Source source{"r.json", good};
  base::Diagnostics problems;
  const auto record = loader::load_record(source, problems);
  REQUIRE(record);
  CHECK(record->program.version == "1.2");
  CHECK(record->rules.id == "soc");
  CHECK(record->rules.version == "7");
  CHECK(record->rules.sha256 == "ab");
  CHECK(base::to_text(record->today) == "2026-11-24");
  CHECK(loader::dump(record->answers) == "{a: true}");
}

TEST_CASE("what is no record is refused, all of it at once") {
  const std::pair<std::string, std::vector<base::Code>> cases[] = {
      {R"([])", {base::Code::wrong_value}},
      {R"({"schema": "socrates.record/2", "program": {"name": "socrates", "version": "1"}, "today": "2026-02-30", "rules": {"id": "a",)"
       R"( "version": "b", "sha256": "c"}, "answers": [], "result": {"schema": "x", "decisions": {}}})",
       {base::Code::malformed_record, base::Code::invalid_date, base::Code::wrong_value, base::Code::malformed_record}},
      {R"({"schema": "socrates.record/1"})",
       {base::Code::missing_key, base::Code::missing_key, base::Code::missing_key, base::Code::missing_key,
        base::Code::missing_key}},
      {good.substr(0, good.size() - 1) + R"(, "signed": true})", {base::Code::unknown_key}},
  };
  for (const auto& [text, codes] : cases) {
    const base::Source source{"r.json", text};
    base::Diagnostics problems;
    CHECK_FALSE(loader::load_record(source, problems));
    std::vector<base::Code> found;
    for (const base::Diagnostic& problem : problems.kept()) found.push_back(problem.code);
    INFO(text);
    CHECK(found == codes);
  }
}

TEST_CASE("documents differ where they say different things, and the order of keys says nothing") {
  CHECK(compared(R"({"a": 1, "b": [true, null]})", R"({"b": [true, null], "a": 1})").empty());
  CHECK(compared(R"({"a": {"b": [1, "x"]}})", R"({"a": {"b": [1, "y"]}})") ==
        std::vector<Difference>{{"a.b[1]", "\"x\"", "\"y\""}});
  CHECK(compared(R"({"a": [1]})", R"({"a": [1, 2]})") == std::vector<Difference>{{"a", "[1]", "[1, 2]"}});
  CHECK(compared(R"({"a": 1})", R"({"b": 1})") ==
        std::vector<Difference>{{"a", "1", "nothing"}, {"b", "nothing", "1"}});
  CHECK(compared(R"({"a": 1})", R"({"a": "1"})").size() == 1);
}

TEST_CASE("a decision flips when its value, or what is possible while it is open, is another") {
  const std::string before = R"({"decisions": {"soc1": {"value": "required", "possible": ["required"]},)"
                             R"( "soc2": {"value": null, "possible": ["a", "b"]}, "gone": {"value": "x"},)"
                             R"( "beside": {"value": null, "surely": ["p"], "maybe": ["q"]}}})";
  const std::string after = R"({"decisions": {"soc1": {"value": "required", "because": ["other words"]},)"
                            R"( "soc2": {"value": null, "possible": ["a"]}, "new": {"value": "y"},)"
                            R"( "beside": {"value": ["p"], "surely": ["p"], "maybe": []}}})";
  CHECK(compared(before, after, true) ==
        std::vector<Difference>{{"soc2", "open: [\"a\", \"b\"]", "open: [\"a\"]"},
                                {"gone", "x", "nothing"},
                                {"beside", "open: surely [\"p\"], maybe [\"q\"]", "[\"p\"]"},
                                {"new", "nothing", "y"}});
  CHECK(compared(before, before, true).empty());
}
