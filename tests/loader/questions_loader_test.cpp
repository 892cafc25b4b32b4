// SPDX-License-Identifier: Apache-2.0
#include "loader/rules/questions_loader.hpp"

#include "cases.hpp"
#include "sample.hpp"
#include "socrates/loader/rules_loader.hpp"

using namespace socrates;
using tests::problems_with;

namespace {

std::string options(std::size_t count) {
  std::string text = "several: {software: a, service: b, goods: c";
  for (std::size_t i = 3; i < count; ++i) text += ", o" + std::to_string(i) + ": x";
  return text + "}";
}

}  // namespace

TEST_CASE("questions are read in their order, with all that they say") {
  const model::RuleSet rules = tests::sample_rules();
  REQUIRE(rules.questions.size() == 5);
  const model::Question& offering = rules.questions[0];
  CHECK(offering.id == "offering");
  CHECK(offering.section == 0U);
  CHECK(offering.ask == "What do you provide?");
  CHECK(offering.help == "All that customers use.");
  CHECK(offering.kind == model::QuestionKind::several);
  CHECK(offering.options ==
        std::vector<model::Named>{{"software", "Software"}, {"service", "A service"}, {"goods", "Goods"}});
  CHECK(!offering.can_change);

  CHECK(rules.questions[1].kind == model::QuestionKind::one);
  CHECK(rules.questions[2].kind == model::QuestionKind::yes_no);
  CHECK(rules.questions[2].options == std::vector<model::Named>{{"false", "no"}, {"true", "yes"}});

  const model::Question& needed = rules.questions[3];
  CHECK(needed.kind == model::QuestionKind::number);
  CHECK(needed.section == 1U);
  CHECK(needed.from == 0);
  CHECK(needed.to == 60);
  CHECK(needed.unit == "months");
  CHECK(needed.named == std::vector<model::NamedNumber>{{60, "no date is set"}});
  CHECK(needed.date == model::DateForm{"needed_by", model::MonthsCount::until});
  CHECK(needed.can_change);

  CHECK(!rules.questions[4].section);
  CHECK(rules.questions[4].unit.empty());
  CHECK(rules.questions[4].date == model::DateForm{"operating_since", model::MonthsCount::since});
}

TEST_CASE("sections and sources are read") {
  const model::RuleSet rules = tests::sample_rules();
  CHECK(rules.sections == std::vector<model::Named>{{"service", "What you do"}, {"buyers", "Who asks"}});
  CHECK(rules.sources ==
        std::vector<model::SourceReference>{{"aicpa", "AT-C section 320", "AICPA"}, {"paper", "A paper", "Someone"}});
}

TEST_CASE("a question that is not as the grammar asks is refused") {
  check_changes({
      {"an unknown key", "help: All", "hlep: All", "12:5 S201 [hlep] unknown key 'hlep'"},
      {"no question text", "    ask: What do you provide?\n", "", "9:3 S202 [offering] the key 'ask' is missing"},
      {"an empty text", "ask: What do you provide?", "ask: \"\"",
       "11:10 S203 [\"\"] expected a text, found an empty text"},
      {"a number for a text", "ask: What do you provide?", "ask: 12",
       "11:10 S203 [12] expected a text, found the number 12"},
      {"an unknown section", "section: service\n    ask: What do", "section: servce\n    ask: What do",
       "10:14 S209 [servce] unknown section 'servce'"},
      {"no kind", "    yes_no: true\n", "", "18:3 S202 [public] the kind of the question is missing"},
      {"two kinds", "yes_no: true", "yes_no: true\n    one: {a: b}", "22:5 S203 [one] 'one' is given beside 'yes_no'"},
      {"not yes or no", "yes_no: true", "yes_no: false", "21:13 S203 [false] expected true, found false"},
      {"options as a list", "{direct: \"Yes\", indirect: Perhaps, none: \"No\"}", "[direct, indirect, none]",
       "17:10 S203 [[] expected a mapping of options to labels, found a list"},
      {"an option without a label", "goods: Goods", "goods:", "13:55 S203 [goods] expected a text, found nothing"},
      {"a malformed option", "indirect: Perhaps", "indirect: Perhaps, In: x", "17:45 S205 [In] 'In' is not an id"},
      {"a reserved option", "indirect: Perhaps", "indirect: Perhaps, true: x", "17:45 S205 [true] 'true' is not an id"},
      {"a malformed id", "  public:\n", "  pub-lic:\n",
       "18:3 S205 [pub-lic] 'pub-lic' is not an id\n"
       "59:23 S210 [public] 'public' is not a question, fact or decision"},
      {"a word of conditions as an id", "  operating:\n", "  any:\n",
       "28:3 S205 [any] 'any' is a reserved word of conditions"},
      {"a date of a choice", "yes_no: true", "yes_no: true\n    date: {id: x, months: until}",
       "22:5 S203 [date] only a number can have a date"},
      {"a date in weeks", "months: until", "weeks: until",
       "26:5 S202 [date] the key 'months' is missing\n26:27 S201 [weeks] unknown key 'weeks'"},
      {"a date counted otherwise", "months: until", "months: before",
       "26:35 S203 [before] expected 'until' or 'since', found 'before'"},
      {"a date with the id of a question", "id: needed_by", "id: impact",
       "26:16 S204 [impact] the id 'impact' is already given at sample.yaml:14:3"},
      {"a change that is not true or false", "can_change: true", "can_change: maybe",
       "27:17 S203 [maybe] expected true or false, found the text 'maybe'"},
  });
}

TEST_CASE("the range of a number must be one") {
  check_changes({
      {"no end", "{from: 0, to: 120}", "{from: 0}", "30:5 S202 [number] the key 'to' is missing"},
      {"the wrong way round", "{from: 0, to: 120}", "{from: 5, to: 4}",
       "30:27 S203 [4] the range ends at 4 before it begins at 5"},
      {"a decimal", "{from: 0, to: 120}", "{from: 0.5, to: 4}",
       "30:20 S203 [0.5] expected a whole number, found the number 0.5"},
      {"too large", "{from: 0, to: 120}", "{from: 0, to: 1000001}",
       "30:27 S203 [1000001] the number 1000001 is too large"},
      {"no mapping", "{from: 0, to: 120}", "120",
       "30:13 S203 [120] expected a mapping with from, to and unit, found the number 120"},
      {"a meaning out of the range", "named: {60: no", "named: {61: no",
       "25:53 S203 [61] expected a number from 0 to 60, found '61'"},
      {"a meaning of a word", "named: {60: no", "named: {x: no",
       "25:53 S203 [x] expected a number from 0 to 60, found 'x'"},
      {"a meaning without words", "{60: no date is set}", "{60: }", "25:53 S203 [60] expected a text, found nothing"},
  });
}

TEST_CASE("a question may be put in other words, by what was asked before it") {
  const std::string part = "    ask: Is a public report wanted?\n";
  const auto with = [&](const std::string& wordings) {
    return problems_with(part, part + "    ask_when: " + wordings);
  };
  CHECK(with("[{when: {impact: none}, ask: x}, {when: {relevant: true, offering: goods}, ask: y}]\n").empty());
  CHECK(with("x\n") == "21:15 S203 [x] expected a list of wordings, found the text 'x'");
  CHECK(with("[x]\n") == "21:16 S203 [x] expected a wording with when and ask, found the text 'x'");
  CHECK(with("[{ask: x, because: y}]\n") ==
        "21:16 S202 [{] the key 'when' is missing\n21:25 S201 [because] unknown key 'because'");
  CHECK(with("[{when: {impact: none}}]\n") == "21:16 S202 [{] the key 'ask' is missing");
  CHECK(with("[{when: {impact: nune}, ask: x}]\n") == "21:32 S211 [nune] 'impact' has no option 'nune'");
  CHECK(with("[{when: {public: true}, ask: x}]\n") == "21:23 S219 [{] the words of 'public' depend on its own answer");
  CHECK(with("[{when: {needed: 3}, ask: x}]\n") ==
        "21:23 S219 [{] the words of 'public' depend on 'needed', which is asked after it");
  CHECK(with("[{when: {soc1: required}, ask: x}]\n") ==
        "21:23 S219 [{] the words of 'public' depend on the decision 'soc1'");
}

TEST_CASE("sources need a title and a publisher") {
  check_changes({
      {"an unknown key", "publisher: Someone", "publisher: Someone, colour: x",
       "7:47 S201 [colour] unknown key 'colour'"},
      {"no address", "publisher: Someone", "publisher: Someone, url: x",
       "7:52 S203 [x] expected an address that begins with https:// or http://, found the text 'x'"},
      {"no publisher", ", publisher: Someone", "", "7:3 S202 [paper] the key 'publisher' is missing"},
      {"no mapping", "{title: A paper, publisher: Someone}", "A paper",
       "7:10 S203 [A paper] expected a mapping with title and publisher, found the text 'A paper'"},
  });
}

TEST_CASE("sixty options are the most") {
  const std::string part = "several: {software: Software, service: A service, goods: Goods}";
  CHECK(problems_with(part, options(60)).empty());
  CHECK(problems_with(part, options(61)) == "13:5 S218 [several] 61 options are more than the 60 allowed");
}

TEST_CASE("questions are asked section by section, and those without one last") {
  std::string text = tests::sample_text();
  text.replace(text.find("section: service\n    ask: What do you provide?"), 16, "section: buyers ");
  base::Diagnostics problems;
  const auto loaded = loader::load_rules({{"sample.yaml", text}}, problems);
  REQUIRE(loaded);
  std::vector<std::string> ids;
  for (const model::Question& question : loaded->rules.questions) ids.push_back(question.id);
  CHECK(ids == std::vector<std::string>{"impact", "offering", "public", "needed", "operating"});
  CHECK(loaded->rules.impossible.at(0).when.parts.at(0).subject == 1);
}
