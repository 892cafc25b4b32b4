// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "catch.hpp"
#include "report.hpp"
#include "socrates/loader/catalogue_loader.hpp"

using namespace socrates;
using namespace socrates::loader;

namespace {

const model::Criteria criteria = {{"security", {{"CC6.1", "a"}, {"CC9.2", "b"}}}, {"privacy", {{"P6.4", "c"}}}};
const model::Objectives objectives = {{"IT-01", "d", {}, {}, {}}};

const std::string head = "format: 1\nid: c\nversion: 1\ngroups: {g: G, h: H}\nowners: {o: O}\ncontrols:\n";

/// A control in one line; `parts` come on top.
std::string control(const std::string& id, const std::string& parts, const std::string& group = "g") {
  return "  " + id + ": {group: " + group +
         ", title: t, ask: a, why: w, evidence: e, weeks: {least: 1, likely: 2, most: 3}, weight: 1, frequency: "
         "yearly, "
         "owner: o, " +
         parts + "}\n";
}

std::optional<model::ControlCatalogue> read(const std::string& text, base::Diagnostics& problems) {
  const std::vector<base::Source> files{{"c.yaml", text}};
  auto catalogue = load_controls(files, criteria, objectives, problems);
  CHECK(catalogue.has_value() == problems.empty());
  return catalogue;
}

std::string problems_of(const std::string& text) {
  base::Diagnostics problems;
  read(text, problems);
  return report_of(problems);
}

std::string objective_problems(const std::string& text) {
  const base::Source file{"o.yaml", text};
  base::Diagnostics problems;
  load_objectives(file, problems);
  return report_of(problems);
}

}  // namespace

TEST_CASE("controls are read group by group, and what they depend on follows") {
  base::Diagnostics problems;
  const auto catalogue = read(head + control("BB-01", "criteria: [CC6.1], depends_on: [AA-02]", "h") +
                                  control("AA-02", "objectives: [IT-01], blocks: type_1") +
                                  control("CC-03", "engagement: [soc1, soc2], criteria: [P6.4, CC9.2]"),
                              problems);
  REQUIRE(catalogue);
  REQUIRE(catalogue->controls.size() == 3);
  CHECK(catalogue->controls[0].id == "AA-02");
  CHECK(catalogue->controls[0].blocks == model::Blocks::type_1);
  CHECK(catalogue->controls[0].weeks == model::Weeks{1, 2, 3});
  CHECK(catalogue->controls[1].id == "CC-03");
  CHECK(catalogue->controls[1].engagement ==
        std::vector<model::Examination>{model::Examination::soc1, model::Examination::soc2});
  CHECK(catalogue->controls[1].criteria == std::vector<std::string>{"P6.4", "CC9.2"});
  CHECK(catalogue->controls[2].id == "BB-01");
  CHECK(catalogue->controls[2].depends_on == std::vector<std::size_t>{0});
  CHECK(catalogue->controls[2].group == 1);
}

TEST_CASE("a control names only what there is") {
  const std::string other = control("ZZ-99", "criteria: [CC6.1]", "h");
  CHECK(problems_of(head + control("AA-01", "criteria: [CC6.1, CC8.2]") + other)
            .ends_with("S601 [CC8.2] unknown criterion 'CC8.2'"));
  CHECK(problems_of(head + control("AA-01", "objectives: [IT-99]") + other)
            .ends_with("S602 [IT-99] unknown objective 'IT-99'"));
  CHECK(problems_of(head + control("AA-01", "criteria: [CC6.1], depends_on: [AA-09]") + other)
            .ends_with("S603 [AA-09] unknown control 'AA-09'"));
  CHECK(problems_of(head + control("AA-01", "criteria: [CC6.1]", "x") + other).ends_with("S604 [x] unknown group 'x'"));
  CHECK(problems_of(head + control("AA-01", "blocks: nothing") + other)
            .ends_with("S606 [AA-01] the control 'AA-01' serves nothing"));
  CHECK(problems_of(head + control("AA-01", "criteria: [CC6.1, CC6.1]") + other)
            .ends_with("S204 [CC6.1] 'CC6.1' is given twice"));
}

TEST_CASE("the ids of criteria that public lists invent are refused") {
  const std::string other = control("ZZ-99", "criteria: [CC6.1]", "h");
  for (const char* invented :
       {"CC8.2", "CC9.3", "CC10.1", "A1.4", "C1.3", "PI1.6", "P1.2", "P2.2", "P5.3", "P7.2", "P8.2", "P1.0"}) {
    INFO(invented);
    const std::string criteria_line = std::string("criteria: [").append(invented).append("]");
    std::string text = head;
    text.append(control("AA-01", criteria_line)).append(other);
    CHECK(problems_of(text).find("S601") != std::string::npos);
  }
}

TEST_CASE("controls that wait for each other are refused") {
  const std::string text = head + control("AA-01", "criteria: [CC6.1], depends_on: [AA-02]") +
                           control("AA-02", "criteria: [CC6.1], depends_on: [AA-03]", "h") +
                           control("AA-03", "criteria: [CC6.1], depends_on: [AA-02]");
  CHECK(problems_of(text) ==
        "7:3 S605 [AA-01] 'AA-01' depends on 'AA-02', which closes a circle\n"
        "8:3 S605 [AA-02] 'AA-02' depends on 'AA-03', which closes a circle\n"
        "9:3 S605 [AA-03] 'AA-03' depends on 'AA-02', which closes a circle");
  CHECK(problems_of(head + control("AA-01", "criteria: [CC6.1], depends_on: [AA-01]") +
                    control("AA-02", "criteria: [CC6.1]", "h"))
            .find("S605") != std::string::npos);
}

TEST_CASE("weeks ascend, weights are small, words are closed, ids are well formed") {
  const std::string other = control("ZZ-99", "criteria: [CC6.1]", "h");
  CHECK(problems_of(head + control("aa-01", "criteria: [CC6.1]") + other).find("S205 [aa-01]") != std::string::npos);
  CHECK(problems_of(head + control("AA-01", "criteria: [CC6.1]") + control("AA-01", "criteria: [CC6.1]") + other)
            .find("S008") != std::string::npos);
  CHECK(problems_of(head + control("AA-01", "criteria: [CC6.1], blocks: type_3") + other).find("S203 [type_3]") !=
        std::string::npos);
  CHECK(problems_of(head + control("AA-01", "criteria: [CC6.1], colour: red") + other).find("S201 [colour]") !=
        std::string::npos);
  std::string text = head + control("AA-01", "criteria: [CC6.1]") + other;
  text.replace(text.find("least: 1"), 8, "least: 9");
  CHECK(problems_of(text).find("the numbers of 'weeks' are not in ascending order") != std::string::npos);
  text.replace(text.find("weight: 1"), 9, "weight: 4");
  CHECK(problems_of(text).find("expected a whole number from 1 to 3, found the number 4") != std::string::npos);
  CHECK(problems_of(head + control("AA-01", "criteria: [CC6.1]")).find("S216 [h] no control names 'h'") !=
        std::string::npos);
  CHECK(problems_of("format: 1\n").find("S202") != std::string::npos);
}

TEST_CASE("objectives are closed like everything else") {
  CHECK(objective_problems("format: 1\nobjectives: {BP-01: {label: a, activities: [payroll]}}\n").empty());
  CHECK(objective_problems("format: 1\nobjectives: {bp1: {label: a}}\n") ==
        "2:14 S205 [bp1] 'bp1' is not the id of an objective");
  CHECK(objective_problems("format: 1\nobjectives: {BP-01: {labl: a}}\n") ==
        "2:14 S202 [BP-01] the key 'label' is missing\n2:22 S201 [labl] unknown key 'labl'");
}

namespace {

/// The same catalogue with what is said of evidence in front of its controls.
std::string with_evidence(const std::string& extra, const std::string& parts) {
  std::string text = head;
  text.insert(text.find("controls:"), extra);
  return text + control("AA-01", "criteria: [CC6.1], " + parts) + control("ZZ-99", "criteria: [CC6.1]", "h");
}

const std::string sources = "sources: {s: {title: t, publisher: p}}\n";
const std::string note = "label: l, holds_up: within_period, note: n, sources: [s]";

}  // namespace

TEST_CASE("what a catalogue says of evidence is read") {
  base::Diagnostics problems;
  const auto catalogue = read(
      with_evidence(sources + "frequencies:\n  yearly: {" + note +
                        ", every_months: 12, look_back_months: 12, sample: [{up_to: 4, least: 1, most: 2}, {least: "
                        "2, most: 3}]}\ncollection: {settings_in_last_days: 21, lists_within_days: 14, sources: "
                        "[s]}\npolicies: {access: a policy}\npopulations: {leavers: {label: those who left, "
                        "complete: payroll}}\n",
                    "evidence_over_period: o, windows: calendar, policy: access, population: leavers, "
                    "small_company: one, sources: [s]"),
      problems);
  REQUIRE(catalogue);
  const model::FrequencyNote* const yearly = frequency_note(*catalogue, model::Frequency::yearly);
  REQUIRE(yearly != nullptr);
  CHECK(yearly->holds_up == model::Blocks::within_period);
  CHECK(yearly->every_months == 12);
  CHECK(yearly->look_back_months == 12);
  CHECK(yearly->sample == std::vector<model::SampleSize>{{4, 1, 2}, {std::nullopt, 2, 3}});
  CHECK(frequency_note(*catalogue, model::Frequency::daily) == nullptr);
  REQUIRE(catalogue->collection);
  CHECK(catalogue->collection->lists_within_days == 14);
  const model::Control& first = catalogue->controls[0];
  CHECK(first.evidence_over_period == "o");
  CHECK(first.windows == model::Windows::calendar);
  CHECK(catalogue->policies[first.policy.value()].label == "a policy");
  CHECK(catalogue->populations[first.population.value()].complete == "payroll");
  CHECK(first.small_company == "one");
  CHECK(catalogue->references[first.sources.at(0)].publisher == "p");
  CHECK_FALSE(catalogue->controls[1].policy);
}

TEST_CASE("what a catalogue says of evidence is closed like everything else") {
  const auto frequency = [](const std::string& rest) {
    return problems_of(
        with_evidence(sources + "frequencies: {yearly: {" + note + ", " + rest + "}}\n", "blocks: nothing"));
  };
  CHECK(frequency("sample: [{least: 1, most: 1}]").find("S201") == std::string::npos);
  CHECK(frequency("sample: [{least: 3, most: 1}]").find("S651") != std::string::npos);
  CHECK(frequency("sample: [{up_to: 9, least: 1, most: 1}]").find("S651 [yearly] the samples of 'yearly'") !=
        std::string::npos);
  CHECK(frequency("sample: [{least: 1, most: 1}, {up_to: 9, least: 1, most: 1}]").find("S651") != std::string::npos);
  CHECK(frequency("sample: []").find("expected a list of samples, found an empty list") != std::string::npos);
  CHECK(frequency("every_months: 13, sample: [{least: 1, most: 1}]").find("expected a whole number from 1 to 12") !=
        std::string::npos);
  CHECK(problems_of(with_evidence("frequencies: {hourly: {}}\n", "blocks: nothing")).find("S201 [hourly]") !=
        std::string::npos);
  CHECK(problems_of(with_evidence("", "policy: x")).find("S604 [x] unknown policy 'x'") != std::string::npos);
  CHECK(problems_of(with_evidence("", "population: x")).find("S604 [x] unknown population 'x'") != std::string::npos);
  CHECK(problems_of(with_evidence("", "sources: [x]")).find("S208 [x] unknown source 'x'") != std::string::npos);
  CHECK(problems_of(with_evidence("policies: {p: P}\n", "blocks: nothing")).find("S216 [p] no control names 'p'") !=
        std::string::npos);
}
