// SPDX-License-Identifier: Apache-2.0
#include "socrates/loader/answers_loader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "answer_reader.hpp"
#include "number_form.hpp"
#include "socrates/base/suggest.hpp"
#include "socrates/loader/json_reader.hpp"
#include "text_check.hpp"

namespace socrates::loader {

namespace {

using base::Code;
using base::Diagnostics;
using model::Answer;
using model::Question;

/// A key of an answers file: a question, or the date that stands for its number.
struct Key {
  std::size_t question = 0;
  bool is_date = false;
};

std::optional<Key> find_key(const model::RuleSet& rules, std::string_view id) {
  for (std::size_t i = 0; i < rules.questions.size(); ++i) {
    const Question& question = rules.questions[i];
    if (question.id == id) return Key{i, false};
    if (question.date && question.date->id == id) return Key{i, true};
  }
  return std::nullopt;
}

void report_unknown_question(std::string_view id, base::Span at, const model::RuleSet& rules, Diagnostics& problems) {
  std::vector<std::string> ids;
  for (const Question& question : rules.questions) {
    ids.push_back(question.id);
    if (question.date) ids.push_back(question.date->id);
  }
  const std::string near = base::nearest(id, ids);
  problems.add(Code::unknown_question, at, fmt::format("unknown question '{}'", shortened(id)), shortened(id),
               near.empty() ? "" : fmt::format("did you mean '{}'?", near));
}

void check_schema_member(const Node::Member& member, Diagnostics& problems) {
  if (member.value.kind == Node::Kind::string) return;
  problems.add(Code::wrong_answer_type, member.value.at,
               fmt::format("'$schema' takes a text, not {}", describe(member.value)), member.key);
}

std::optional<Answer> read_value(Key key, const Node& node, const model::RuleSet& rules, base::Date today,
                                 Diagnostics& problems) {
  const Question& question = rules.questions[key.question];
  return key.is_date ? read_date_answer(question, node, today, problems) : read_answer(question, node, problems);
}

/// Adds what one member says to what other members have said about the same question.
void merge(const Question& question, const Node& node, Answer answer, Answer& known, base::Span& place,
           Diagnostics& problems) {
  if (!std::holds_alternative<model::Unknown>(known)) {
    const auto* first = std::get_if<model::Number>(&known);
    const auto* second = std::get_if<model::Number>(&answer);
    if (first == nullptr || second == nullptr) return;  // a null beside a number says nothing
    if (first->value != second->value) {
      const int by_date = first->date.empty() ? second->value : first->value;
      const int given = first->date.empty() ? first->value : second->value;
      problems.add(Code::dates_disagree, node.at,
                   fmt::format("'{}' makes {} months, but '{}' is {}", question.date->id, by_date, question.id, given),
                   question.id, "give one of the two");
    }
    if (second->date.empty()) return;
  }
  known = std::move(answer);
  place = node.at;
}

/// A scalar of an assignment, as far as its looks tell its type.
Node scalar_of(std::string_view text, base::Span at) {
  Node node;
  node.at = at;
  node.text = text;
  node.kind = Node::Kind::string;
  if (text == "null") node.kind = Node::Kind::null;
  if (text == "true" || text == "false") {
    node.kind = Node::Kind::boolean;
    node.boolean = text == "true";
  }
  const NumberForm form = number_form(text);
  const auto integer = form == NumberForm::integer ? to_integer(text) : std::nullopt;
  if (integer) {
    node.kind = Node::Kind::integer;
    node.integer = *integer;
  } else if (form != NumberForm::none) {
    node.kind = Node::Kind::other_number;
  }
  return node;
}

/// Options by commas; nothing at all is the empty list.
Node list_of(std::string_view text, base::Span at) {
  Node list;
  list.kind = Node::Kind::sequence;
  list.at = at;
  if (text.empty()) return list;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find(',', start), text.size());
    Node item;
    item.kind = Node::Kind::string;
    item.text = text.substr(start, end - start);
    item.at = {at.source, at.offset + start, end - start};
    list.items.push_back(std::move(item));
    start = end + 1;
  }
  return list;
}

Node value_of(const Question& question, Key key, std::string_view text, base::Span at) {
  if (key.is_date || text == "null") {
    Node node = scalar_of(text, at);
    if (node.kind != Node::Kind::null) node.kind = Node::Kind::string;
    return node;
  }
  const bool is_list = text.find(',') != std::string_view::npos;
  switch (question.kind) {
    case model::QuestionKind::several:
      return list_of(text, at);
    case model::QuestionKind::one: {
      if (is_list) return list_of(text, at);
      Node node = scalar_of(text, at);
      node.kind = Node::Kind::string;
      return node;
    }
    case model::QuestionKind::yes_no:
    case model::QuestionKind::number:
      return scalar_of(text, at);
  }
  return {};
}

}  // namespace

LoadedAnswers no_answers(const model::RuleSet& rules) {
  return {model::Answers(rules.questions.size()), std::vector<base::Span>(rules.questions.size())};
}

std::optional<LoadedAnswers> load_answers(const base::Source& source, const model::RuleSet& rules, base::Date today,
                                          Diagnostics& problems) {
  const std::size_t before = problems.count();
  const auto root = read_json(source, problems);
  auto loaded = root ? read_answers(*root, rules, today, problems) : std::nullopt;
  if (problems.count() == before) return loaded;
  problems.sort_by_place();
  return std::nullopt;
}

std::optional<LoadedAnswers> read_answers(const Node& object, const model::RuleSet& rules, base::Date today,
                                          Diagnostics& problems) {
  if (object.kind != Node::Kind::mapping) {
    problems.add(Code::not_an_object, object.at,
                 fmt::format("expected an object of questions and answers, found {}", describe(object)));
    return std::nullopt;
  }
  const std::size_t before = problems.count();
  LoadedAnswers loaded = no_answers(rules);
  for (const Node::Member& member : object.members) {
    if (member.key == "$schema") {
      check_schema_member(member, problems);
      continue;
    }
    const auto key = find_key(rules, member.key);
    if (!key) {
      report_unknown_question(member.key, member.key_at, rules, problems);
      continue;
    }
    auto answer = read_value(*key, member.value, rules, today, problems);
    if (!answer) continue;
    merge(rules.questions[key->question], member.value, *std::move(answer), loaded.answers[key->question],
          loaded.places[key->question], problems);
  }
  if (problems.count() > before) return std::nullopt;
  return loaded;
}

void set_answer(const base::Source& assignment, const model::RuleSet& rules, base::Date today, LoadedAnswers& loaded,
                Diagnostics& problems) {
  if (!check_text(assignment, Notation::json, problems)) return;
  const std::string_view text = assignment.text;
  const std::size_t equals = text.find('=');
  const std::string_view id = text.substr(0, equals);
  const auto key = find_key(rules, id);
  if (!key) return report_unknown_question(id, {&assignment, 0, id.size()}, rules, problems);
  if (equals == std::string_view::npos) {
    problems.add(Code::usage, {&assignment, text.size(), 0}, fmt::format("'{}' has no '='", shortened(text)),
                 std::string(id), "write ID=VALUE");
    return;
  }
  const std::string_view value = text.substr(equals + 1);
  const base::Span at{&assignment, equals + 1, value.size()};
  const Node node = value_of(rules.questions[key->question], *key, value, at);
  auto answer = read_value(*key, node, rules, today, problems);
  if (!answer) return;
  loaded.answers[key->question] = *std::move(answer);
  loaded.places[key->question] = at;
}

}  // namespace socrates::loader
