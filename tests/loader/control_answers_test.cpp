// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "catch.hpp"
#include "report.hpp"
#include "sample.hpp"
#include "socrates/loader/answers_loader.hpp"
#include "socrates/loader/answers_sheet_loader.hpp"

using namespace socrates;
using namespace socrates::loader;
using model::ControlAnswer;
using model::ControlStatus;

namespace {

model::ControlCatalogue catalogue() {
  model::ControlCatalogue result;
  for (const char* id : {"AC-01", "AC-02", "AC-03"}) {
    model::Control control;
    control.id = id;
    result.controls.push_back(control);
  }
  return result;
}

struct Read {
  std::optional<LoadedAnswers> loaded;
  std::string problems;
};

Read read_answers_in(const std::string& text) {
  const model::RuleSet rules = tests::sample_rules();
  const model::ControlCatalogue controls = catalogue();
  const base::Source source{"a.json", text};
  base::Diagnostics problems;
  auto loaded = load_answers(source, {rules, controls}, tests::today(), problems);
  return {std::move(loaded), report_of(problems)};
}

Read read_sheet(const std::string& text) {
  const model::RuleSet rules = tests::sample_rules();
  const model::ControlCatalogue controls = catalogue();
  const base::Source source{"a.csv", text};
  base::Diagnostics problems;
  auto loaded = load_sheet(source, {rules, controls}, tests::today(), problems);
  CHECK(loaded.has_value() == problems.empty());
  return {std::move(loaded), report_of(problems)};
}

constexpr base::Date march{std::chrono::year{2026}, std::chrono::month{3}, std::chrono::day{1}};
constexpr base::Date june{std::chrono::year{2026}, std::chrono::month{6}, std::chrono::day{1}};

ControlAnswer performed_on(std::vector<base::Date> days) {
  ControlAnswer answer{ControlStatus::in_place, {}, {}};
  answer.performed = std::move(days);
  return answer;
}

}  // namespace

TEST_CASE("a catalogue that is made on demand is made where a name is that of no question, and reads the same") {
  const model::RuleSet rules = tests::sample_rules();
  const model::ControlCatalogue controls = catalogue();
  std::size_t made = 0;
  const Answerable on_demand(rules, [&] {
    ++made;
    return &controls;
  });
  base::Diagnostics problems;
  const base::Source questions{"a.json", R"({"impact": "direct"})"};
  CHECK(load_answers(questions, on_demand, tests::today(), problems).value().controls.empty());
  CHECK(made == 0);
  const base::Source both{"a.json", R"({"impact": "direct", "AC-03": "designed"})"};
  const auto loaded = load_answers(both, on_demand, tests::today(), problems);
  CHECK(made > 0);
  CHECK(loaded.value().controls == load_answers(both, {rules, controls}, tests::today(), problems).value().controls);
  const base::Source unknown{"a.json", R"({"AC-04": "designed"})"};
  CHECK_FALSE(load_answers(unknown, on_demand, tests::today(), problems));
  CHECK(problems.count() == 1);
}

TEST_CASE("a control is answered by a status, or with a date and a reason") {
  const Read read = read_answers_in(
      R"({"AC-01": "designed", "AC-02": {"status": "in_place", "since": "2026-03-01", "reason": "r"}, "AC-03": null})");
  REQUIRE(read.loaded);
  CHECK(read.loaded->controls[0] == ControlAnswer{ControlStatus::designed, {}, ""});
  CHECK(read.loaded->controls[1] == ControlAnswer{ControlStatus::in_place, march, "r"});
  CHECK(read.loaded->controls[2] == ControlAnswer{});
}

TEST_CASE("what is wrong in an answer about a control is told with its place") {
  CHECK(read_answers_in(R"({"AC-01": "done"})").problems == R"(1:11 S609 ["done"] 'AC-01' has no status 'done')");
  CHECK(read_answers_in(R"({"AC-04": "missing"})").problems == R"(1:2 S102 ["AC-04"] unknown question 'AC-04')");
  CHECK(read_answers_in(R"({"AC-01": true})").problems == "1:11 S104 [true] 'AC-01' takes a status, not true");
  CHECK(read_answers_in(R"({"AC-01": {"status": "missing", "since": "2026-03-01"}})").problems ==
        R"(1:42 S610 ["2026-03-01"] 'AC-01' is not operating, so it has no start date)");
  CHECK(read_answers_in(R"({"AC-01": {"status": "in_place", "since": "2026-11-23"}})").problems ==
        R"(1:43 S611 ["2026-11-23"] 'AC-01' cannot operate since 2026-11-23, which is after today, 2026-11-22)");
  CHECK(read_answers_in(R"({"AC-01": {"status": "in_place", "since": "2026-02-30"}})").problems.find("S109") !=
        std::string::npos);
  CHECK(read_answers_in(R"({"AC-01": {"state": "in_place"}})").problems.find("unknown key 'state'") !=
        std::string::npos);
  CHECK(read_answers_in(R"({"AC-01": {"status": "partial", "reason": 3}})").problems.find("S104") != std::string::npos);
}

TEST_CASE("the days on which a control was performed are read in any order, and none is a list too") {
  const Read read = read_answers_in(
      R"({"AC-01": {"status": "in_place", "performed": ["2026-06-01", "2026-03-01", "2026-06-01"]},
          "AC-02": {"status": "partial", "since": "2026-03-01", "last": "2026-06-01"},
          "AC-03": {"status": "in_place", "performed": []}})");
  INFO(read.problems);
  REQUIRE(read.loaded);
  CHECK(read.loaded->controls[0] == performed_on({march, june}));
  ControlAnswer latest{ControlStatus::partial, march, {}};
  latest.last = june;
  CHECK(read.loaded->controls[1] == latest);
  CHECK(read.loaded->controls[2] == performed_on({}));
}

TEST_CASE("what is wrong with the days on which a control was performed is told with its place") {
  struct Case {
    const char* answer;
    const char* problem;
  };
  const Case cases[] = {
      {R"({"status": "designed", "performed": ["2026-03-01"]})",
       R"(1:47 S615 [[] 'AC-01' is not operating, so it has no day on which it was performed)"},
      {R"({"status": "missing", "last": "2026-03-01"})",
       R"(1:41 S615 ["2026-03-01"] 'AC-01' is not operating, so it has no day on which it was performed)"},
      {R"({"status": "in_place", "performed": ["2026-03-01", "2026-11-23"]})",
       R"(1:62 S616 ["2026-11-23"] 'AC-01' cannot have been performed on 2026-11-23, which is after today, 2026-11-22)"},
      {R"({"status": "in_place", "last": "2026-11-23"})",
       R"(1:42 S616 ["2026-11-23"] 'AC-01' cannot have been performed on 2026-11-23, which is after today, 2026-11-22)"},
      {R"({"status": "in_place", "performed": ["2026-06-01"], "last": "2026-03-01"})",
       R"(1:71 S617 ["2026-03-01"] 'AC-01' was performed last on 2026-03-01, but 'performed' ends with 2026-06-01)"},
      {R"({"status": "in_place", "performed": "2026-06-01"})",
       R"(1:47 S104 ["2026-06-01"] 'performed' takes a list of dates, not the text '2026-06-01')"},
      {R"({"status": "in_place", "performed": ["June"]})", R"(1:48 S109 ["June"] the text 'June' is not a date)"},
      {R"({"status": "in_place", "performed": ["2026-06-01"], "last": "2026-06-01"})", ""},
  };
  for (const Case& c : cases) {
    INFO(c.answer);
    CHECK(read_answers_in(std::string(R"({"AC-01": )") + c.answer + "}").problems == c.problem);
  }
}

TEST_CASE("a control can be set on the command line") {
  const model::RuleSet rules = tests::sample_rules();
  const model::ControlCatalogue controls = catalogue();
  const Answerable answerable(rules, controls);
  LoadedAnswers loaded = no_answers(answerable);
  base::Diagnostics problems;
  const base::Source good{"--set", "AC-02=partial"};
  const base::Source bad{"--set", "AC-02=part"};
  set_answer(good, answerable, tests::today(), loaded, problems);
  CHECK(problems.empty());
  CHECK(loaded.controls[1].status == ControlStatus::partial);
  set_answer(bad, answerable, tests::today(), loaded, problems);
  CHECK(report_of(problems) == "1:7 S609 [part] 'AC-02' has no status 'part'");
  CHECK(loaded.controls[1].status == ControlStatus::partial);
}

TEST_CASE("without a catalogue a control is no key") {
  const base::Source source{"a.json", R"({"AC-01": "missing"})"};
  base::Diagnostics problems;
  CHECK_FALSE(load_answers(source, tests::sample_rules(), tests::today(), problems));
}

TEST_CASE("a sheet says what a file says, whatever its separator, its line ends and its mark") {
  for (const std::string separator : {",", ";", "\t"})
    for (const std::string end : {"\n", "\r\n"})
      for (const std::string mark : {"", "\xEF\xBB\xBF"}) {
        const auto row = [&](const std::string& a, const std::string& b, const std::string& c, const std::string& d) {
          std::string text = a;
          for (const std::string* const cell : {&b, &c, &d}) text.append(separator).append(*cell);
          return text.append(end);
        };
        const Read read =
            read_sheet(mark + row("id", "answer", "since", "reason") + row("AC-01", "in_place", "2026-03-01", "") +
                       row("AC-02", "", "", "") +
                       row("AC-03", "Not_Applicable", "", "\"says \"\"no\"\"" + separator + "\nthen more\""));
        INFO(read.problems);
        REQUIRE(read.loaded);
        CHECK(read.loaded->controls[0] == ControlAnswer{ControlStatus::in_place, march, ""});
        CHECK(read.loaded->controls[1] == ControlAnswer{});
        CHECK(read.loaded->controls[2] ==
              ControlAnswer{ControlStatus::not_applicable, {}, "says \"no\"" + separator + "\nthen more"});
      }
}

TEST_CASE("a sheet has the days on which a control was performed, and says what is wrong with them") {
  const Read read = read_sheet(
      "id,answer,since,performed,last\nAC-01,in_place,,\"2026-06-01, 2026-03-01\",\n"
      "AC-02,in_place,,none,\nAC-03,partial,2026-03-01,,2026-06-01\n");
  INFO(read.problems);
  REQUIRE(read.loaded);
  CHECK(read.loaded->controls[0] == performed_on({march, june}));
  CHECK(read.loaded->controls[1] == performed_on({}));
  CHECK(read.loaded->controls[2].last == june);
  CHECK(read_sheet("id,answer,performed\nAC-01,missing,2026-03-01\n").problems ==
        "2:15 S615 [2026-03-01] 'AC-01' is not operating, so it has no day on which it was performed");
  CHECK(read_sheet("id,answer,performed\nAC-01,in_place,2026-11-23\n").problems ==
        "2:16 S616 [2026-11-23] 'AC-01' cannot have been performed on 2026-11-23, which is after today, 2026-11-22");
  CHECK(read_sheet("id,answer,performed,last\nAC-01,in_place,2026-06-01,2026-03-01\n").problems ==
        "2:27 S617 [2026-03-01] 'AC-01' was performed last on 2026-03-01, but 'performed' ends with 2026-06-01");
}

TEST_CASE("an apostrophe that keeps a text from being a formula is taken off") {
  const Read read = read_sheet("id,answer,reason\nAC-01,partial,'=1+1\nAC-02,partial,''quoted\nAC-03,partial,it's\n");
  REQUIRE(read.loaded);
  CHECK(read.loaded->controls[0].reason == "=1+1");
  CHECK(read.loaded->controls[1].reason == "'quoted");
  CHECK(read.loaded->controls[2].reason == "it's");
}

TEST_CASE("what is wrong with a sheet is told with its place") {
  CHECK(read_sheet("").problems == "1:1 S613 [] the sheet is empty");
  CHECK(read_sheet("id,stauts\nAC-01,missing\n").problems ==
        "1:1 S613 [id] there is no column 'answer'\n1:4 S613 [stauts] unknown column 'stauts'");
  CHECK(read_sheet("id,answer,answer\n").problems == "1:11 S613 [answer] the column 'answer' appears twice");
  CHECK(read_sheet("id,answer\nAC-01,mising\nAC-99,missing\n").problems ==
        "2:7 S609 [mising] 'AC-01' has no status 'mising'\n3:1 S102 [AC-99] unknown question 'AC-99'");
  CHECK(read_sheet("id,answer\nAC-01,missing,x\n").problems ==
        "2:15 S614 [x] this row has 3 cells, but there are 2 columns");
  CHECK(read_sheet("id,answer\nAC-01,missing\nAC-01,missing\n").problems ==
        "3:1 S008 [AC-01] the id 'AC-01' appears twice");
  CHECK(read_sheet("id,answer\n,missing\n").problems == "2:1 S613 [] this row has no id");
  CHECK(read_sheet("id,answer\nAC-01,\"missing\n").problems == "2:7 S612 [\"] this quote is never closed");
  CHECK(read_sheet("id,answer\nAC-01,mis\"sing\n").problems ==
        "2:10 S612 [\"] a quote in the middle of a cell without quotes");
  CHECK(read_sheet("id,answer\nAC-01,\"missing\"x\n").problems ==
        "2:16 S612 [x] text after the closing quote of a cell");
  CHECK(read_sheet("id,answer\nAC-01,\x01\n").problems.find("S005") != std::string::npos);
  CHECK(read_sheet("id,answer\nAC-01,\xFF\n").problems.find("S004") != std::string::npos);
  CHECK(read_sheet("id,answer\nAC-01," + std::string(most_string + 1, 'a') + "\n").problems.find("S011") !=
        std::string::npos);
}

TEST_CASE("questions stand in a sheet beside the controls") {
  const Read read = read_sheet(
      "id,answer\noffering,\"software, not:goods, "
      "?\"\nimpact,direct\npublic,TRUE\nneeded_by,2027-03-31\noperating,12\n");
  INFO(read.problems);
  REQUIRE(read.loaded);
  const Read json = read_answers_in(
      R"({"offering": {"has": ["software"], "not": ["goods"]}, "impact": "direct", "public": true,
          "needed_by": "2027-03-31", "operating": 12})");
  REQUIRE(json.loaded);
  CHECK(read.loaded->answers == json.loaded->answers);
  const Read none = read_sheet("id,answer\noffering,none\n");
  REQUIRE(none.loaded);
  CHECK(none.loaded->answers == read_answers_in(R"({"offering": []})").loaded->answers);
  CHECK(read_sheet("id,answer,since\npublic,true,2026-01-01\n").problems ==
        "2:13 S104 [2026-01-01] 'public' is a question, and takes no date or reason besides its answer");
  CHECK(read_sheet("id,answer\noffering,sofware\n").problems.find("S103") != std::string::npos);
}
