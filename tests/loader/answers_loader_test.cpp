// SPDX-License-Identifier: Apache-2.0
#include "socrates/loader/answers_loader.hpp"

#include "cases.hpp"
#include "report.hpp"
#include "sample.hpp"

using namespace socrates;
using namespace socrates::loader;

namespace {

std::string dump(const model::Answer& answer) {
  if (const auto* choice = std::get_if<model::Choice>(&answer)) return std::to_string(choice->option);
  if (const auto* number = std::get_if<model::Number>(&answer)) {
    return std::to_string(number->value) + (number->date.empty() ? "" : "=" + number->date);
  }
  if (const auto* selection = std::get_if<model::Selection>(&answer)) {
    std::string text;
    for (const model::Chosen chosen : selection->options) {
      text += chosen == model::Chosen::yes ? "+" : chosen == model::Chosen::no ? "-" : "?";
    }
    return text;
  }
  return "?";
}

/// The answers in one line: offering, impact, public, needed, operating.
std::string dump(const model::Answers& answers) {
  std::string text;
  for (const model::Answer& answer : answers) text += (text.empty() ? "" : " ") + dump(answer);
  return text;
}

std::string outcome_of_answers(const std::string& text) {
  static const model::RuleSet rules = tests::sample_rules();
  const base::Source source{"answers.json", text};
  base::Diagnostics problems;
  const auto loaded = load_answers(source, rules, tests::today(), problems);
  REQUIRE(loaded.has_value() == problems.empty());
  return loaded ? dump(loaded->answers) : report_of(problems, true);
}

/// What assignments one after the other make of nothing.
std::string set(const std::vector<std::string>& assignments) {
  static const model::RuleSet rules = tests::sample_rules();
  LoadedAnswers loaded = no_answers(rules);
  base::Diagnostics problems;
  for (const std::string& text : assignments) {
    const base::Source assignment{"--set", text};
    set_answer(assignment, rules, tests::today(), loaded, problems);
  }
  return problems.empty() ? dump(loaded.answers) : report_of(problems, true);
}

void check_answers(const std::vector<Case>& cases) { check_outcomes(cases, outcome_of_answers); }

}  // namespace

TEST_CASE("answers are read by the kind of their question") {
  check_answers({
      {"nothing", "{}", "? ? ? ? ?"},
      {"a schema", R"({"$schema": "https://x"})", "? ? ? ? ?"},
      {"nulls", R"({"offering": null, "impact": null, "public": null, "needed": null, "needed_by": null})",
       "? ? ? ? ?"},
      {"every kind", R"({"operating": 12, "offering": ["goods"], "impact": "none", "public": true, "needed": 6})",
       "--+ 2 1 6 12"},
      {"no", R"({"public": false})", "? ? 0 ? ?"},
      {"an empty list is none", R"({"offering": []})", "--- ? ? ? ?"},
      {"a part of a several-choice", R"({"offering": {"has": ["goods"], "not": ["software"]}})", "-?+ ? ? ? ?"},
      {"only what is had", R"({"offering": {"has": ["goods"]}})", "??+ ? ? ? ?"},
      {"only what is not", R"({"offering": {"not": ["goods", "service"]}})", "?-- ? ? ? ?"},
      {"neither", R"({"offering": {}})", "??? ? ? ? ?"},
      {"the ends of the range", R"({"needed": 0, "operating": 120})", "? ? ? 0 120"},
  });
}

TEST_CASE("dates are counted from today") {
  check_answers({
      {"until", R"({"needed_by": "2027-03-31"})", "? ? ? 4=2027-03-31 ?"},
      {"until a day short", R"({"needed_by": "2027-03-20"})", "? ? ? 3=2027-03-20 ?"},
      {"until exactly", R"({"needed_by": "2027-03-21"})", "? ? ? 4=2027-03-21 ?"},
      {"until a day that is past", R"({"needed_by": "2026-01-31"})", "? ? ? 0=2026-01-31 ?"},
      {"until past the range", R"({"needed_by": "2099-01-31"})", "? ? ? 60=2099-01-31 ?"},
      {"since", R"({"operating_since": "2025-11-23"})", "? ? ? ? 12=2025-11-23"},
      {"since a day short", R"({"operating_since": "2025-11-24"})", "? ? ? ? 11=2025-11-24"},
      {"since a day to come", R"({"operating_since": "2027-01-01"})", "? ? ? ? 0=2027-01-01"},
      {"since long ago", R"({"operating_since": "1990-01-01"})", "? ? ? ? 120=1990-01-01"},
      {"the same in both", R"({"needed": 4, "needed_by": "2027-03-31"})", "? ? ? 4=2027-03-31 ?"},
      {"the same in both, date first", R"({"needed_by": "2027-03-31", "needed": 4})", "? ? ? 4=2027-03-31 ?"},
      {"a null beside a date", R"({"needed_by": "2027-03-31", "needed": null})", "? ? ? 4=2027-03-31 ?"},
      {"a null before a date", R"({"needed": null, "needed_by": "2027-03-31"})", "? ? ? 4=2027-03-31 ?"},
      {"a null date beside a number", R"({"needed": 5, "needed_by": null})", "? ? ? 5 ?"},
  });
}

TEST_CASE("dates that are none, or disagree, are refused") {
  check_answers({
      {"no day of the calendar", R"({"needed_by": "2027-02-29"})",
       "1:15 S109 [\"2027-02-29\"] the text '2027-02-29' is not a date | write a day of the calendar as YYYY-MM-DD"},
      {"a number", R"({"needed_by": 2027})",
       "1:15 S104 [2027] 'needed_by' takes a date, not the number 2027 | write it as \"YYYY-MM-DD\""},
      {"unequal", "{\"needed\": 5,\n \"needed_by\": \"2027-03-31\"}",
       "2:15 S110 [\"2027-03-31\"] 'needed_by' makes 4 months, but 'needed' is 5 | give one of the two"},
      {"unequal, date first", R"({"needed_by": "2027-03-31", "needed": 5})",
       "1:39 S110 [5] 'needed_by' makes 4 months, but 'needed' is 5 | give one of the two"},
  });
}

TEST_CASE("what is no answer is refused with the place and the nearest name") {
  check_answers({
      {"no object", "[]", "1:1 S101 [[] expected an object of questions and answers, found a list"},
      {"an unknown question", R"({"ofering": []})",
       "1:2 S102 [\"ofering\"] unknown question 'ofering' | did you mean 'offering'?"},
      {"a question like nothing", R"({"zebra": 1})", "1:2 S102 [\"zebra\"] unknown question 'zebra'"},
      {"an unknown date", R"({"needed_bye": 1})",
       "1:2 S102 [\"needed_bye\"] unknown question 'needed_bye' | did you mean 'needed_by'?"},
      {"a schema that is no text", R"({"$schema": 1})", "1:13 S104 [1] '$schema' takes a text, not the number 1"},
      {"an unknown option", R"({"impact": "drect"})",
       "1:12 S103 [\"drect\"] 'impact' has no option 'drect' | did you mean 'direct'?"},
      {"an option in a list", R"({"offering": ["goods", "x"]})",
       "1:24 S103 [\"x\"] 'offering' has no option 'x' | expected one of 'software', 'service', 'goods'"},
      {"several options for one", R"({"impact": ["direct"]})",
       "1:12 S106 [[] 'impact' takes one option, not a list | choose one option and write it without brackets"},
      {"true for an option", R"({"impact": true})", "1:12 S104 [true] 'impact' takes the id of an option, not true"},
      {"one option for several", R"({"offering": "goods"})",
       "1:14 S104 [\"goods\"] 'offering' takes a list of options, not the text 'goods' | write [\"goods\"]"},
      {"an option twice", R"({"offering": ["goods", "goods"]})", "1:24 S107 [\"goods\"] 'goods' is named twice"},
      {"a number in a list", R"({"offering": [1]})",
       "1:15 S104 [1] 'offering' takes the id of an option, not the number 1"},
      {"a word for yes", R"({"public": "yes"})",
       "1:12 S104 [\"yes\"] 'public' takes yes or no, not the text 'yes' | write true or false"},
      {"one for yes", R"({"public": 1})",
       "1:12 S104 [1] 'public' takes yes or no, not the number 1 | write true or false"},
      {"a number in quotes", R"({"needed": "12"})",
       "1:12 S104 [\"12\"] 'needed' takes a whole number, not the text '12' | write 12 without quotes"},
      {"a decimal", R"({"needed": 12.5})", "1:12 S104 [12.5] 'needed' takes a whole number, not the number 12.5"},
      {"past the range", R"({"needed": 61})", "1:12 S105 [61] 61 is outside the range of 'needed', 0 to 60"},
      {"below the range", R"({"needed": -1})", "1:12 S105 [-1] -1 is outside the range of 'needed', 0 to 60"},
      {"chosen and excluded", R"({"offering": {"has": ["goods"], "not": ["goods"]}})",
       "1:41 S111 [\"goods\"] 'goods' is both chosen and excluded"},
      {"an unknown key of a part", R"({"offering": {"hass": ["goods"]}})",
       "1:15 S104 [\"hass\"] unknown key 'hass' in the answer to 'offering' | did you mean 'has'?"},
      {"no list in a part", R"({"offering": {"has": "goods"}})",
       "1:22 S104 [\"goods\"] 'offering' takes a list of options, not the text 'goods' | write [\"goods\"]"},
      {"an object for a choice", R"({"impact": {}})",
       "1:12 S104 [{] 'impact' takes the id of an option, not a mapping"},
      {"a duplicate key", R"({"needed": 1, "needed": 2})", "1:15 S008 [\"needed\"] the key 'needed' appears twice"},
  });
}

TEST_CASE("all problems of a file are found at once, each with its question") {
  const base::Source source{"answers.json", "{\"zebra\": 1,\n \"public\": \"no\",\n \"offering\": [\"x\", \"y\"]}"};
  base::Diagnostics problems;
  CHECK(!load_answers(source, tests::sample_rules(), tests::today(), problems));
  std::string paths;
  for (const auto& problem : problems.kept()) paths += problem.path + " ";
  CHECK(paths == "zebra public offering offering ");
}

TEST_CASE("places tell where a question is answered") {
  const base::Source source{"answers.json", R"({"public": true, "needed_by": "2027-03-31"})"};
  base::Diagnostics problems;
  const auto loaded = load_answers(source, tests::sample_rules(), tests::today(), problems);
  REQUIRE(loaded);
  CHECK(loaded->places[0].source == nullptr);
  CHECK(source.text.substr(loaded->places[2].offset, loaded->places[2].length) == "true");
  CHECK(source.text.substr(loaded->places[3].offset, loaded->places[3].length) == "\"2027-03-31\"");
}

TEST_CASE("an assignment is read by the kind of its question") {
  CHECK(set({"public=true"}) == "? ? 1 ? ?");
  CHECK(set({"public=false"}) == "? ? 0 ? ?");
  CHECK(set({"impact=indirect"}) == "? 1 ? ? ?");
  CHECK(set({"offering=goods"}) == "--+ ? ? ? ?");
  CHECK(set({"offering=goods,software"}) == "+-+ ? ? ? ?");
  CHECK(set({"offering="}) == "--- ? ? ? ?");
  CHECK(set({"needed=12"}) == "? ? ? 12 ?");
  CHECK(set({"needed_by=2027-03-31"}) == "? ? ? 4=2027-03-31 ?");
}

TEST_CASE("a later assignment takes the place of an earlier one") {
  CHECK(set({"needed=12", "needed_by=2027-03-31"}) == "? ? ? 4=2027-03-31 ?");
  CHECK(set({"needed_by=2027-03-31", "needed=12"}) == "? ? ? 12 ?");
  CHECK(set({"offering=goods", "offering=null"}) == "? ? ? ? ?");
  CHECK(set({"needed_by=2027-03-31", "needed_by=null"}) == "? ? ? ? ?");
  CHECK(set({"public=true", "public=null"}) == "? ? ? ? ?");
}

TEST_CASE("a bad assignment is refused at its column, and nothing is changed") {
  CHECK(set({"publi=true"}) == "1:1 S102 [publi] unknown question 'publi' | did you mean 'public'?");
  CHECK(set({"public"}) == "1:7 S401 [] 'public' has no '=' | write ID=VALUE");
  CHECK(set({"public=yes"}) == "1:8 S104 [yes] 'public' takes yes or no, not the text 'yes' | write true or false");
  CHECK(set({"public="}) == "1:8 S104 [] 'public' takes yes or no, not an empty text | write true or false");
  CHECK(
      set({"impact=direct,none"}) ==
      "1:8 S106 [direct,none] 'impact' takes one option, not a list | choose one option and write it without brackets");
  CHECK(set({"impact="}) == "1:8 S103 [] 'impact' has no option '' | expected one of 'direct', 'indirect', 'none'");
  CHECK(set({"offering=goods,servce"}) ==
        "1:16 S103 [servce] 'offering' has no option 'servce' | did you mean 'service'?");
  CHECK(set({"offering=goods,goods"}) == "1:16 S107 [goods] 'goods' is named twice");
  CHECK(set({"needed=61"}) == "1:8 S105 [61] 61 is outside the range of 'needed', 0 to 60");
  CHECK(set({"needed=1.5"}) == "1:8 S104 [1.5] 'needed' takes a whole number, not the number 1.5");
  CHECK(set({"needed=soon"}) == "1:8 S104 [soon] 'needed' takes a whole number, not the text 'soon'");
  CHECK(set({"needed_by=2027"}) ==
        "1:11 S109 [2027] the text '2027' is not a date | write a day of the calendar as YYYY-MM-DD");
  CHECK(set({"pub\xFFlic=true"}).starts_with("1:4 S004"));

  const model::RuleSet rules = tests::sample_rules();
  LoadedAnswers loaded = no_answers(rules);
  base::Diagnostics problems;
  const base::Source good{"--set", "needed=12"};
  const base::Source bad{"--set", "needed=99"};
  set_answer(good, rules, tests::today(), loaded, problems);
  set_answer(bad, rules, tests::today(), loaded, problems);
  CHECK(dump(loaded.answers[3]) == "12");
  CHECK(loaded.places[3].source == &good);
  CHECK(problems.kept()[0].file == "--set");
}
