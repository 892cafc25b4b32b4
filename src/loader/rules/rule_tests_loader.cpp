// SPDX-License-Identifier: Apache-2.0
#include "socrates/loader/rule_tests_loader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "loader/entry.hpp"
#include "loader/rules/format_version.hpp"
#include "loader/text/yaml_reader.hpp"
#include "socrates/base/codes.hpp"
#include "socrates/base/suggest.hpp"
#include "socrates/loader/answers_loader.hpp"

namespace socrates::loader {

namespace {

using base::Code;
using base::Diagnostics;
using model::RuleReference;
using model::RuleTest;

class TestsReader {
 public:
  TestsReader(const model::RuleSet& rules, base::Date today, Diagnostics& problems)
      : rules_(rules), today_(today), problems_(problems) {}

  std::vector<LoadedTest> read(const Entry& document) {
    expect_keys(document, {"format", "rules", "given", "tests"}, problems_);
    if (const auto about = find(document, "rules")) check_rule_set(*about);
    LoadedAnswers given = no_answers(rules_);
    if (const auto entry = find(document, "given"))
      given = read_answers(*entry->node, rules_, today_, problems_).value_or(std::move(given));
    std::vector<LoadedTest> tests;
    const auto list = require(document, "tests", problems_);
    if (!list || is_empty_list(*list) || !expect_list(*list, "a list of tests", problems_)) return tests;
    for (const Entry& entry : items_of(*list))
      if (expect_mapping(entry, "a test", problems_)) tests.push_back(read_test(entry, given));
    return tests;
  }

 private:
  void check_rule_set(const Entry& entry) {
    const auto id = read_id(entry, problems_);
    if (!id || *id == rules_.id) return;
    report(Code::other_rule_set, entry, fmt::format("these tests are about the rules '{}', not '{}'", *id, rules_.id),
           problems_);
  }

  LoadedTest read_test(const Entry& entry, const LoadedAnswers& given) {
    expect_keys(entry, {"name", "answers", "contradiction", "expect", "fired", "fired_only", "not_fired", "open"},
                problems_);
    LoadedTest loaded{{}, entry.node->at};
    RuleTest& test = loaded.test;
    if (const auto name = require(entry, "name", problems_)) {
      test.name = read_text(*name, problems_).value_or("");
      loaded.place = name->node->at;
      if (std::find(names_.begin(), names_.end(), test.name) != names_.end())
        report(Code::repeated_id, *name, fmt::format("an earlier test has the name '{}'", test.name), problems_);
      names_.push_back(test.name);
    }
    test.answers = given.answers;
    if (const auto answers = find(entry, "answers")) put_on_top(*answers, test.answers);
    if (const auto contradiction = find(entry, "contradiction"))
      test.is_contradiction = read_boolean(*contradiction, problems_).value_or(false);
    if (const auto expect = find(entry, "expect")) read_expected(*expect, test);
    if (const auto fired = find(entry, "fired")) test.fired = read_rules(*fired);
    if (const auto fired = find(entry, "fired_only")) test.fired_only = read_rules(*fired);
    if (const auto fired = find(entry, "not_fired")) test.not_fired = read_rules(*fired);
    if (const auto open = find(entry, "open")) test.open = read_questions(*open);
    check_says_something(entry, test);
    return loaded;
  }

  void check_says_something(const Entry& entry, const RuleTest& test) {
    const auto& keys = {"expect", "fired", "fired_only", "not_fired", "open"};
    const bool says =
        std::any_of(keys.begin(), keys.end(), [&](const char* key) { return find(entry, key).has_value(); });
    if (says == test.is_contradiction)
      report(Code::missing_key, entry,
             says ? "contradictory answers have no outcome to test" : "the test says nothing about what must come out",
             problems_, "add 'expect', 'fired', 'fired_only', 'not_fired', 'open', or 'contradiction: true' alone");
  }

  void put_on_top(const Entry& entry, model::Answers& answers) {
    auto own = read_answers(*entry.node, rules_, today_, problems_);
    if (!own) return;
    for (std::size_t q = 0; q < answers.size(); ++q)
      if (own->places[q].source != nullptr) answers[q] = std::move(own->answers[q]);
  }

  std::optional<std::size_t> read_value(const Entry& entry, const model::Decision& decision) {
    const auto id = read_text(entry, problems_);
    if (!id) return std::nullopt;
    const auto value = model::find_value(decision, *id);
    if (value) return value;
    std::vector<std::string> ids;
    for (const model::Named& named : decision.values) ids.push_back(named.id);
    report(Code::unknown_value, entry, fmt::format("'{}' has no value '{}'", decision.id, shortened(*id)), problems_,
           base::suggestion(*id, ids));
    return std::nullopt;
  }

  std::vector<std::size_t> read_values(const Entry& entry, const model::Decision& decision) {
    std::vector<std::size_t> values;
    if (entry.node->kind != Node::Kind::sequence) {
      if (const auto value = read_value(entry, decision)) values.push_back(*value);
      return values;
    }
    for (const Entry& item : items_of(entry))
      if (const auto value = read_value(item, decision)) values.push_back(*value);
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    return values;
  }

  void read_expected(const Entry& entry, RuleTest& test) {
    if (!expect_mapping(entry, "a mapping of decisions to what must come out", problems_)) return;
    for (const Entry& member : members_of(entry)) {
      const auto d = model::find_decision(rules_, member.key);
      if (!d) {
        std::vector<std::string> ids;
        for (const model::Decision& decision : rules_.decisions) ids.push_back(decision.id);
        report_key(Code::unknown_subject, member, fmt::format("'{}' is not a decision", shortened(member.key)),
                   problems_, base::suggestion(member.key, ids));
        continue;
      }
      const model::Decision& decision = rules_.decisions[*d];
      model::ExpectedOutcome expected;
      expected.decision = *d;
      if (decision.combine != model::Combine::collect) {
        expected.possible = read_values(member, decision);
        if (is_empty_list(member))
          report(Code::wrong_value, member, "some value is always possible", problems_, "list the possible ones");
      } else if (member.node->kind == Node::Kind::mapping) {
        expect_keys(member, {"surely", "maybe"}, problems_);
        if (const auto surely = find(member, "surely")) expected.surely = read_values(*surely, decision);
        if (const auto maybe = find(member, "maybe")) expected.maybe = read_values(*maybe, decision);
      } else {
        expected.surely = read_values(member, decision);
      }
      test.expected.push_back(std::move(expected));
    }
  }

  std::optional<RuleReference> find_rule(std::string_view id) const {
    for (std::size_t d = 0; d < rules_.decisions.size(); ++d)
      for (std::size_t r = 0; r < rules_.decisions[d].rules.size(); ++r)
        if (rules_.decisions[d].rules[r].id == id) return RuleReference{d, r};
    for (std::size_t n = 0; n < rules_.notes.size(); ++n)
      if (rules_.notes[n].id == id) return RuleReference{std::nullopt, n};
    return std::nullopt;
  }

  void report_unknown_rule(const Entry& entry, const std::string& id) {
    std::vector<std::string> ids;
    for (const model::Decision& decision : rules_.decisions)
      for (const model::Rule& rule : decision.rules) ids.push_back(rule.id);
    for (const model::Note& note : rules_.notes) ids.push_back(note.id);
    const std::string near = base::nearest(id, ids);
    report(Code::unknown_rule, entry, fmt::format("there is no rule or note '{}'", shortened(id)), problems_,
           near.empty() ? "" : fmt::format("did you mean '{}'?", near));
  }

  std::vector<RuleReference> read_rules(const Entry& entry) {
    std::vector<RuleReference> references;
    if (is_empty_list(entry) || !expect_list(entry, "a list of rules", problems_)) return references;
    for (const Entry& item : items_of(entry)) {
      const auto id = read_text(item, problems_);
      if (!id) continue;
      if (const auto rule = find_rule(*id))
        references.push_back(*rule);
      else
        report_unknown_rule(item, *id);
    }
    return references;
  }

  std::vector<std::size_t> read_questions(const Entry& entry) {
    std::vector<std::size_t> questions;
    if (is_empty_list(entry) || !expect_list(entry, "a list of questions", problems_)) return questions;
    for (const Entry& item : items_of(entry)) {
      const auto id = read_text(item, problems_);
      if (!id) continue;
      if (const auto question = model::find_question(rules_, *id)) {
        questions.push_back(*question);
        continue;
      }
      std::vector<std::string> ids;
      for (const model::Question& question : rules_.questions) ids.push_back(question.id);
      const std::string near = base::nearest(*id, ids);
      report(Code::unknown_question, item, fmt::format("unknown question '{}'", shortened(*id)), problems_,
             near.empty() ? "" : fmt::format("did you mean '{}'?", near));
    }
    std::sort(questions.begin(), questions.end());
    return questions;
  }

  const model::RuleSet& rules_;
  base::Date today_;
  Diagnostics& problems_;
  std::vector<std::string> names_;
};

}  // namespace

std::optional<std::vector<LoadedTest>> load_rule_tests(const base::Source& source, const model::RuleSet& rules,
                                                       base::Date today, Diagnostics& problems) {
  const std::size_t before = problems.count();
  const auto root = read_yaml(source, problems);
  if (!root || !is_format_1(root_entry(*root), problems)) return std::nullopt;
  auto tests = TestsReader(rules, today, problems).read(root_entry(*root));
  if (problems.count() == before) return tests;
  problems.sort_by_place();
  return std::nullopt;
}

}  // namespace socrates::loader
