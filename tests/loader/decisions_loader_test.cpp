// SPDX-License-Identifier: Apache-2.0
#include "loader/rules/decisions_loader.hpp"

#include "cases.hpp"
#include "sample.hpp"

using namespace socrates;
using tests::problems_with;

TEST_CASE("decisions are read with their values and rules") {
  const model::RuleSet rules = tests::sample_rules();
  REQUIRE(rules.decisions.size() == 3);
  const model::Decision& soc1 = rules.decisions[0];
  CHECK(soc1.id == "soc1");
  CHECK(soc1.title == "SOC 1 report");
  CHECK(soc1.combine == model::Combine::strongest);
  CHECK(soc1.values[2] == model::Named{"required", "required"});
  REQUIRE(soc1.rules.size() == 2);
  CHECK(soc1.rules[0].id == "soc1.asked");
  CHECK(soc1.rules[0].then == std::vector<std::size_t>{2});
  CHECK(soc1.rules[0].because == "customers ask, as you said {impact}");
  CHECK(soc1.rules[0].sources == std::vector<std::size_t>{0, 1});  // in the order in which they are declared
  CHECK(soc1.rules[0].reply == "Please see {offering}.");

  const model::Decision& type = rules.decisions[1];
  CHECK(type.title.empty());
  CHECK(type.combine == model::Combine::exactly_one);
  CHECK(type.values[0] == model::Named{"none_at_all", "none at all"});

  const model::Decision& beside = rules.decisions[2];
  CHECK(beside.combine == model::Combine::collect);
  CHECK(beside.rules[0].then == std::vector<std::size_t>{0, 1});
}

TEST_CASE("the reason for the weakest value is the last rule, without a condition") {
  const model::Rule last = tests::sample_rules().decisions[0].rules.back();
  CHECK(last.id == "soc1.otherwise");
  CHECK(!last.when);
  CHECK(last.then == std::vector<std::size_t>{0});
  CHECK(last.because == "nothing calls for it");
}

TEST_CASE("an otherwise of exactly_one is a rule without a condition") {
  const model::Rule last = tests::sample_rules().decisions[1].rules.back();
  CHECK(last.id == "type.else");
  CHECK(!last.when);
  CHECK(last.then == std::vector<std::size_t>{2});
}

TEST_CASE("notes and contradictions are read") {
  const model::RuleSet rules = tests::sample_rules();
  REQUIRE(rules.notes.size() == 1);
  CHECK(rules.notes[0].id == "note.x");
  CHECK(rules.notes[0].text == "Mind {needed}.");
  CHECK(rules.notes[0].sources == std::vector<std::size_t>{1});
  CHECK(rules.notes[0].summary.empty());
  REQUIRE(rules.impossible.size() == 1);
  CHECK(rules.impossible[0].because == "nothing is provided, but it has an effect");
  CHECK(rules.impossible[0].when.parts.size() == 2);
}

TEST_CASE("a decision combines its rules in exactly one way") {
  check_changes({
      {"no way", "    exactly_one: [none_at_all, type_1, type_2]\n", "",
       "49:3 S202 [type] the values of the decision are missing\n"
       "51:57 S213 [none_at_all] 'type' has no value 'none_at_all'\n"
       "52:89 S213 [type_1] 'type' has no value 'type_1'\n"
       "53:25 S201 [otherwise] a rule with 'otherwise' is allowed only in exactly_one decisions\n"
       "63:49 S211 [type_2] 'type' has no value 'type_2'\n"
       "63:57 S211 [type_1] 'type' has no value 'type_1'"},
      {"two ways", "    collect: {", "    strongest: [a]\n    collect: {",
       "55:3 S202 [beside] the key 'otherwise' is missing\n"
       "57:5 S203 [collect] 'collect' is given beside 'strongest'\n"
       "61:15 S203 [[] expected one value of 'beside', found a list"},
      {"no values", "{iso_27001: ISO 27001, hipaa: HIPAA}", "{}",
       "56:14 S203 [{] no values are given\n"
       "60:16 S213 [hipaa] 'beside' has no value 'hipaa'\n"
       "60:23 S213 [iso_27001] 'beside' has no value 'iso_27001'"},
      {"a value twice", "[none_at_all, type_1, type_2]", "[none_at_all, type_1, type_2, type_1]",
       "50:48 S204 [type_1] the id 'type_1' is already given at sample.yaml:50:32"},
      {"a malformed value", "[none_at_all, type_1, type_2]", "[none_at_all, type_1, type_2, Type]",
       "50:48 S205 [Type] 'Type' is not an id"},
      {"a number as a value", "[none_at_all, type_1, type_2]", "[none_at_all, type_1, type_2, 3]",
       "50:48 S203 [3] expected a text, found the number 3"},
      {"an unknown key", "    title: SOC 1 report\n", "    titel: SOC 1 report\n",
       "39:5 S201 [titel] unknown key 'titel'"},
  });
}

TEST_CASE("otherwise stands where the way to combine has a place for it") {
  check_changes({
      {"missing in strongest", "    otherwise: {because: nothing calls for it, sources: [paper]}\n", "",
       "38:3 S202 [soc1] the key 'otherwise' is missing"},
      {"as a rule of strongest", "    rules:\n      - id: soc1.asked",
       "    rules:\n      - {id: x, otherwise: optional, because: b, sources: [paper]}\n      - id: soc1.asked",
       "43:17 S201 [otherwise] a rule with 'otherwise' is allowed only in exactly_one decisions"},
      {"beside the rules of exactly_one",
       "    exactly_one:", "    otherwise: {because: b, sources: [paper]}\n    exactly_one:",
       "50:5 S201 [otherwise] 'otherwise' beside 'rules' is allowed only in strongest decisions"},
      {"beside the rules of collect", "    collect: {", "    otherwise: {because: b, sources: [paper]}\n    collect: {",
       "56:5 S201 [otherwise] 'otherwise' beside 'rules' is allowed only in strongest decisions"},
      {"twice", "{id: type.none, when: {soc1: not_needed}, then:", "{id: type.none, otherwise:",
       "54:25 S203 [otherwise] a second 'otherwise' in one decision"},
      {"with a condition", "{id: type.else, otherwise: type_2",
       "{id: type.else, when: {public: true}, otherwise: type_2",
       "54:25 S203 [when] 'when' is given beside 'otherwise'"},
      {"with a value beside", "{id: type.else, otherwise: type_2", "{id: type.else, then: type_1, otherwise: type_2",
       "54:25 S203 [then] 'then' is given beside 'otherwise'"},
      {"of an unknown value", "otherwise: type_2", "otherwise: type_3",
       "54:36 S213 [type_3] 'type' has no value 'type_3'"},
  });
}

TEST_CASE("a rule says when, what, why and from where") {
  check_changes({
      {"no id", "{id: type.soon, when", "{when", "53:9 S202 [{] the key 'id' is missing"},
      {"no condition", ", when: {soc1: not_needed}", "", "52:9 S202 [{] the key 'when' is missing"},
      {"no value", "        then: required\n", "", "43:9 S202 [id] the key 'then' is missing"},
      {"no reason", "        because: it is public\n", "", "58:9 S202 [id] the key 'because' is missing"},
      {"no sources", "        because: it is public\n        sources: [paper]\n", "        because: it is public\n",
       "58:9 S202 [id] the key 'sources' is missing"},
      {"an empty list of sources", "public\n        sources: [paper]", "public\n        sources: []",
       "62:18 S203 [[] expected a list of sources, found an empty list"},
      {"an unknown source", "public\n        sources: [paper]", "public\n        sources: [papr]",
       "62:19 S208 [papr] unknown source 'papr'"},
      {"a source twice", "[paper, aicpa]", "[aicpa, aicpa]", "47:26 S204 [aicpa] the source 'aicpa' is named twice"},
      {"an unknown value", "then: required", "then: requird", "45:15 S213 [requird] 'soc1' has no value 'requird'"},
      {"a list of values where one is meant", "then: required", "then: [required]",
       "45:15 S203 [[] expected one value of 'soc1', found a list"},
      {"a value twice in a set", "[hipaa, iso_27001]", "[hipaa, hipaa]", "60:23 S107 [hipaa] 'hipaa' is named twice"},
      {"an unknown key", "        reply: Please", "        replay: Please", "48:9 S201 [replay] unknown key 'replay'"},
      {"a full stop", "because: it is public", "because: it is public.",
       "61:18 S203 [it is public.] a full stop ends the text of 'because'"},
      {"a malformed id", "id: soc1.asked", "id: soc1..asked",
       "43:13 S205 [soc1..asked] 'soc1..asked' is not the id of a rule"},
      {"an id twice", "id: type.soon", "id: type.none",
       "53:14 S204 [type.none] the id 'type.none' is already given at sample.yaml:52:14"},
      {"an id of a rule for a note", "id: note.x", "id: type.none",
       "64:10 S204 [type.none] the id 'type.none' is already given at sample.yaml:52:14"},
      {"the id of an otherwise", "id: soc1.asked", "id: soc1.otherwise",
       "41:5 S204 [otherwise] the id 'soc1.otherwise' is already given at sample.yaml:43:13"},
      {"a note with a value", "text: \"Mind", "then: x, text: \"Mind", "64:67 S201 [then] unknown key 'then'"},
  });
}

TEST_CASE("texts name answers in braces, and only those that exist") {
  check_changes({
      {"in a reason", "as you said {impact}", "as you said {impcat}",
       "46:45 S214 [{impcat}] '{impcat}' does not name a question"},
      {"in a reply", "see {offering}.", "see {soc1}.", "48:27 S214 [{soc1}] '{soc1}' does not name a question"},
      {"in a note", "Mind {needed}.", "Mind {needed_by}.",
       "64:79 S214 [{needed_by}] '{needed_by}' does not name a question"},
      {"in a contradiction", "because: nothing is provided, but", "because: nothing of {} is provided, but",
       "36:25 S214 [{}] '{}' does not name a question"},
      {"not closed", "Mind {needed}.", "Mind {needed.", "64:79 S214 [{] a brace that does not name an answer"},
      {"not opened", "Mind {needed}.", "Mind needed}.", "64:85 S214 [}] a brace that does not name an answer"},
      {"on a later line", "as you said {impact}", "as you\n          said {impcat}",
       "47:16 S214 [{impcat}] '{impcat}' does not name a question"},
      {"the second of two", "as you said {impact}", "as you said {impact} and {x}",
       "46:58 S214 [{x}] '{x}' does not name a question"},
  });
}

TEST_CASE("parts that are lists are lists") {
  CHECK(tests::problems_beside_sample("notes: {a: b}\n") == "2:8 S203 [{] expected a list of notes, found a mapping");
  CHECK(tests::problems_beside_sample("impossible: x\n") ==
        "2:13 S203 [x] expected a list of clauses, found the text 'x'");
  CHECK(tests::problems_beside_sample("decisions: [x]\n") ==
        "2:12 S203 [[] expected a mapping of decisions, found a list");
  CHECK(tests::problems_beside_sample("notes: []\nimpossible: []\nfacts: {}\ndecisions: {}\n").empty());
  CHECK(tests::problems_beside_sample("notes: [x]\nimpossible: [y]\n") ==
        "2:9 S203 [x] expected a note, found the text 'x'\n"
        "3:14 S203 [y] expected a clause with when and because, found the text 'y'");
}

TEST_CASE("an impossible clause speaks of answers, and not of what is decided from them") {
  const char* clause = "{offering: {none: true}, impact: direct}";
  CHECK(problems_with(clause, "{soc1: required}") ==
        "35:11 S217 [{] a contradiction between answers depends on a decision");
}
