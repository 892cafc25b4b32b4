// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <random>
#include <string>
#include <vector>

#include "catch.hpp"
#include "loader/inputs/spelled_ids.hpp"
#include "report.hpp"
#include "sample.hpp"
#include "socrates/loader/answers_sheet_loader.hpp"
#include "socrates/loader/columns_loader.hpp"

using namespace socrates;
using loader::LoadedAnswers;
using model::ControlAnswer;
using model::ControlStatus;

namespace {

/// Three controls; two serve CC6.1, one of them CC6.6 too, and the third A1.2.
model::ControlCatalogue three_controls() {
  model::ControlCatalogue result;
  const std::vector<std::vector<std::string>> served{{"CC6.1"}, {"CC6.1", "CC6.6"}, {"A1.2", "P1.1", "PI1.1"}};
  for (std::size_t i = 0; i < served.size(); ++i) {
    model::Control control;
    control.id = "AC-0" + std::to_string(i + 1);
    control.criteria = served[i];
    result.controls.push_back(control);
  }
  return result;
}

struct RowsRead {
  std::optional<LoadedAnswers> loaded;
  std::string problems;
};

RowsRead read_list(const std::string& name, const std::string& text, const std::string& mapping) {
  const model::RuleSet rules = tests::sample_rules();
  const model::ControlCatalogue controls = three_controls();
  base::Diagnostics problems;
  const base::Source columns_source{"columns.yaml", mapping};
  const auto columns = loader::load_columns(columns_source, problems);
  REQUIRE(columns);
  const base::Source source{name, text};
  auto loaded = loader::load_answers_file({source, &*columns}, {rules, controls}, tests::today(), problems);
  CHECK(loaded.has_value() == problems.empty());
  return {std::move(loaded), report_of(problems)};
}

constexpr const char* register_mapping =
    "columns: {id: Control, status: Status, last: Last done}\nstatuses: {In progress: designed, Later: null}\n"
    "dates: [D/M/YYYY]\n";

std::string statuses_of(const LoadedAnswers& loaded) {
  std::string text;
  for (const ControlAnswer& answer : loaded.controls) {
    text += text.empty() ? "" : " ";
    text += answer.status == ControlStatus::unknown ? "-" : std::string(model::id_of(answer.status));
    if (answer.last) text += "@" + base::to_text(*answer.last);
    if (answer.proposed) text += "?" + std::string(model::id_of(*answer.proposed));
  }
  return text;
}

}  // namespace

TEST_CASE("criteria are found however they are spelled, and nothing else is taken for one") {
  const model::ControlCatalogue controls = three_controls();
  const auto criteria = [&](std::string_view text) {
    std::string joined;
    for (const std::string& code : loader::criteria_spelled(controls, text))
      joined += (joined.empty() ? "" : " ") + code;
    return joined;
  };
  for (const char* text : {"CC6.1", "cc 6.1", "cc_6_1", "CC-6.1", "Cc6-1", "SOC2-CC6.1", "SOC 2 CC6.1", "TSC: CC6.1",
                           "CC6.1.3", " CC6.1 ", "CC6.1: keys, secrets", "CC6.1 - Logical access", "CC6.1 (2022)"})
    CHECK(criteria(text) == "CC6.1");
  CHECK(criteria("A1.2") == "A1.2");
  CHECK(criteria("P1.1") == "P1.1");
  CHECK(criteria("PP1.1") == "PI1.1");
  CHECK(criteria("CC6.1, cc6.6; A1.2") == "CC6.1 CC6.6 A1.2");
  for (const char* text : {"", "CC", "CC6", "CC6.10", "CC9.9", "XCC6.1", "CC6.1a", "6.1", "CC6.1, none of ours", "C1.2",
                           "CC6..1", "CC 6 1", "AC-01"})
    CHECK(criteria(text).empty());
}

TEST_CASE("a control is found with all its digits, so that a control of another catalogue is not") {
  const model::ControlCatalogue controls = three_controls();
  for (const char* text : {"AC-02", "ac-02", "AC 02", "ac_02", "AC02", "AC-02 Multi-factor", "AC-02: who signs in"})
    CHECK(loader::control_spelled(controls, text) == 1);
  for (const char* text : {"AC-2", "AC-2(1)", "AC-002", "AC-04", "AC-02b", "XAC-02", "AC", "02", "AC-02.1"})
    CHECK_FALSE(loader::control_spelled(controls, text));
}

TEST_CASE("words for how far a control is are understood in any case, and unknown ones never as yes") {
  const std::pair<const char*, ControlStatus> known[] = {{"In place", ControlStatus::in_place},
                                                         {"IMPLEMENTED", ControlStatus::in_place},
                                                         {"in_place", ControlStatus::in_place},
                                                         {"Partially", ControlStatus::partial},
                                                         {"partially-implemented", ControlStatus::partial},
                                                         {"N/A", ControlStatus::not_applicable},
                                                         {"Not  started", ControlStatus::missing},
                                                         {"done", ControlStatus::in_place},
                                                         {"Not applicable.", ControlStatus::not_applicable},
                                                         {"?", ControlStatus::unknown},
                                                         {"Not assessed", ControlStatus::unknown}};
  for (const auto& [text, status] : known) {
    INFO(text);
    CHECK(loader::status_spelled(text) == status);
  }
  for (const char* text :
       {"", "In progress", "Planned", "in place soon", "almost done", "not done", "ok", "x", "100 %"})
    CHECK_FALSE(loader::status_spelled(text));
}

TEST_CASE("a register of another program is read by its columns, words and dates") {
  const RowsRead read =
      read_list("a.csv",
                "Control,Owner,Status,Last done\nAC-01,Ann,Implemented,2/3/2026\nac 02,Bob,in PROGRESS,\n"
                "Access,,,\nAC-03,,Later,\n",
                register_mapping);
  INFO(read.problems);
  REQUIRE(read.loaded);
  CHECK(statuses_of(*read.loaded) == "in_place@2026-03-02 designed -");
  const RowsRead json =
      read_list("a.json", R"({"data": [{"Control": "AC-01", "Status": true, "Last done": "2/3/2026"}]})",
                std::string(register_mapping) + "rows: data\n");
  INFO(json.problems);
  REQUIRE(json.loaded);
  CHECK(statuses_of(*json.loaded) == "in_place@2026-03-02 - -");
  const RowsRead lines = read_list("a.ndjson", "{\"Control\": \"AC-03\", \"Status\": \"no\"}\n", register_mapping);
  REQUIRE(lines.loaded);
  CHECK(statuses_of(*lines.loaded) == "- - missing");
}

TEST_CASE("what a register says that is not understood is told row by row, all at once") {
  CHECK(read_list("a.csv",
                  "Control,Status,Last done\nAC-01,Soonish,\nSEC-9,Implemented,\nAC-02,Implemented,2026-03-02\n"
                  ",Implemented,\nXX-2,Implemented,\n",
                  register_mapping)
            .problems ==
        "2:7 S609 [Soonish] the status 'Soonish' of 'AC-01' is not understood\n"
        "3:1 S102 [SEC-9] 'SEC-9' is no control, no criterion and no question\n"
        "4:19 S109 [2026-03-02] '2026-03-02' is not a day written as D/M/YYYY\n"
        "5:1 S613 [] this row has no id\n"
        "6:1 S102 [XX-2] 'XX-2' is no control, no criterion and no question");
  CHECK(read_list("a.csv", "Name,Status,Last done\nAC-01,Done,\n", register_mapping).problems ==
        "1:1 S613 [Name] there is no column 'Control'");
  CHECK(read_list("a.csv", "Control,Status\nAC-01,Done\n", "columns: {id: Control, state: Status}").problems ==
        "1:1 S613 [Control] answers have no 'state'\n"
        "1:1 S613 [Control] the file of --columns does not say where the answer stands");
}

TEST_CASE("beside a control of another catalogue one with an id of ours may be of that catalogue too") {
  const char* const mapping = "columns: {id: Control, status: Status}";
  CHECK(read_list("a.csv", "Control,Status\nAC-02,Done\nAC-2(1),Done\n", mapping).problems ==
        "2:1 S102 [AC-02] 'AC-02' may be of the same catalogue as 'AC-2(1)', which is none of ours\n"
        "3:1 S102 [AC-2(1)] 'AC-2(1)' is no control, no criterion and no question");
  const RowsRead said = read_list("a.csv", "Control,Status\nAC-02,Done\nAC-2(1),Done\n",
                                  "columns: {id: {from: Control, values: {AC-2(1): null}}, status: Status}");
  INFO(said.problems);
  REQUIRE(said.loaded);
  CHECK(statuses_of(*said.loaded) == "- in_place -");
}

TEST_CASE("names of one's own stand for controls, and null passes a row over") {
  const RowsRead read =
      read_list("a.csv", "Control,Status\nMFA,Done\nOffice plants,Done\nac-03,Done\n",
                "columns: {id: {from: Control, values: {mfa: AC-02, Office plants: null}}, status: Status}");
  INFO(read.problems);
  REQUIRE(read.loaded);
  CHECK(statuses_of(*read.loaded) == "- in_place in_place");
  const RowsRead others =
      read_list("a.csv", "Control,Status\nMFA,Done\nAC-03,Done\n",
                "columns: {id: {from: Control, values: {MFA: AC-02}}, status: {otherwise: partial}}");
  REQUIRE(others.loaded);
  CHECK(statuses_of(*others.loaded) == "- partial partial");
}

TEST_CASE("a row about a criterion proposes for each control that serves it, and answers none") {
  const RowsRead read = read_list("a.csv", "ref;result\nCC6.1;Done\nCC6.6.2;Partial\nCC6;\nA1.2;Not assessed\n",
                                  "columns: {id: ref, status: result}");
  INFO(read.problems);
  REQUIRE(read.loaded);
  CHECK(statuses_of(*read.loaded) == "-?in_place -?partial -");
  const RowsRead both = read_list("a.csv", "ref,result\nCC6.1,no\nAC-01,Done\n", "columns: {id: ref, status: result}");
  REQUIRE(both.loaded);
  CHECK(statuses_of(*both.loaded) == "in_place -?missing -");
}

TEST_CASE("a sheet of ours beside one of another program is read as ours") {
  const RowsRead read = read_list("a.csv", "id,answer,last\nAC-01,in_place,2026-03-02\n", register_mapping);
  INFO(read.problems);
  REQUIRE(read.loaded);
  CHECK(statuses_of(*read.loaded) == "in_place@2026-03-02 - -");
}

TEST_CASE("answers laid over each other are those of a map in which the last value counts") {
  const model::RuleSet rules = tests::sample_rules();
  const model::ControlCatalogue controls = three_controls();
  const loader::Answerable answerable(rules, controls);
  const char* const values[] = {"\"in_place\"",
                                "\"missing\"",
                                "null",
                                R"({"status": "partial", "last": "2026-03-01"})",
                                R"({"proposed": "in_place"})",
                                R"({"proposed": "missing"})"};
  std::mt19937 draw(7);
  for (int round = 0; round < 500; ++round) {
    std::vector<base::Source> files;
    std::map<std::string, std::string> answers;
    std::map<std::string, std::string> proposals;
    for (int file = 0; file < 4; ++file) {
      std::string text;
      for (const char* id : {"AC-01", "AC-02", "AC-03"}) {
        if (draw() % 2 == 0) continue;
        const std::string value = values[draw() % std::size(values)];
        text += (text.empty() ? "\"" : ", \"") + std::string(id) + "\": " + value;
        const bool proposes = value.find("proposed") != std::string::npos;
        if (!proposes) {
          answers[id] = value;
          proposals.erase(id);
        } else {
          proposals[id] = value.find("missing") != std::string::npos ? "missing" : "in_place";
        }
      }
      files.push_back({"a.json", "{" + text + "}"});
    }
    base::Diagnostics problems;
    LoadedAnswers all = loader::no_answers(answerable);
    for (const base::Source& file : files)
      loader::lay_over(all, loader::load_answers(file, answerable, tests::today(), problems).value());
    for (std::size_t i = 0; i < 3; ++i) {
      const std::string& id = controls.controls[i].id;
      const std::string value = answers.count(id) != 0 ? answers[id] : "null";
      const ControlAnswer& found = all.controls[i];
      CHECK((found.status == ControlStatus::unknown ? "null" : std::string(model::id_of(found.status))) ==
            (value.find("partial") != std::string::npos ? "partial"
             : value == "null"                          ? value
                                                        : value.substr(1, value.size() - 2)));
      CHECK((found.proposed ? std::string(model::id_of(*found.proposed)) : "") == proposals[id]);
    }
  }
}

TEST_CASE("of questions the last file counts, and what it leaves out stays") {
  const model::RuleSet rules = tests::sample_rules();
  const loader::Answerable answerable(rules);
  base::Diagnostics problems;
  const base::Source first{"1.json", R"({"impact": "direct", "public": true, "needed_by": "2027-03-31"})"};
  const base::Source second{"2.json", R"({"public": null, "needed_by": "2027-06-30"})"};
  const base::Source whole{"3.json", R"({"impact": "direct", "needed_by": "2027-06-30"})"};
  LoadedAnswers all = loader::load_answers(first, answerable, tests::today(), problems).value();
  loader::lay_over(all, loader::load_answers(second, answerable, tests::today(), problems).value());
  CHECK(all.answers == loader::load_answers(whole, answerable, tests::today(), problems).value().answers);
  CHECK(problems.empty());
}
