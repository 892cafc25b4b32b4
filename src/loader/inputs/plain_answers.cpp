// SPDX-License-Identifier: Apache-2.0
#include "loader/inputs/plain_answers.hpp"

#include <algorithm>
#include <utility>

#include "loader/text/make_node.hpp"
#include "loader/text/scalar_kind.hpp"
#include "socrates/base/words.hpp"

namespace socrates::loader {
namespace {

using model::Question;

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
  const ScalarKind form = scalar_kind(text);
  const auto integer = form == ScalarKind::integer ? to_integer(text) : std::nullopt;
  if (integer) {
    node.kind = Node::Kind::integer;
    node.integer = *integer;
  } else if (form != ScalarKind::none) {
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

/// `a, b`, `none`, or of what is known in part `a, not:b, ?`.
Node several_node(const Question& question, const Cell& cell) {
  constexpr std::string_view refusal = "not:";
  Node has = list_node(cell.at);
  Node refused = list_node(cell.at);
  bool is_partial = false;
  const bool has_none = std::any_of(question.options.begin(), question.options.end(),
                                    [](const model::Named& option) { return option.id == "none"; });
  if (base::lower(cell.text) == "none" && !has_none) return has;
  for (const std::string& word : words_by_commas(cell.text)) {
    if (word == "?") {
      is_partial = true;
    } else if (word.starts_with(refusal)) {
      is_partial = true;
      refused.items.push_back(text_node(word.substr(refusal.size()), cell.at));
    } else {
      has.items.push_back(text_node(word, cell.at));
    }
  }
  if (!is_partial) return has;
  Node partial = object_node(cell.at);
  add_member(partial, "has", cell.at, std::move(has));
  add_member(partial, "not", cell.at, std::move(refused));
  return partial;
}

}  // namespace

std::optional<AnswerKey> find_key(const model::RuleSet& rules, std::string_view id) {
  for (std::size_t i = 0; i < rules.questions.size(); ++i) {
    const Question& question = rules.questions[i];
    if (question.id == id) return AnswerKey{i, false};
    if (question.date && question.date->id == id) return AnswerKey{i, true};
  }
  return std::nullopt;
}

Node word_of(std::string_view text, base::Span at) {
  Node node;
  node.at = at;
  node.text = text;
  node.kind = text == "null" ? Node::Kind::null : Node::Kind::string;
  return node;
}

Node value_of(const Question& question, AnswerKey key, std::string_view text, base::Span at) {
  if (key.is_date || text == "null") {
    return word_of(text, at);
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

std::vector<std::string> words_by_commas(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find(',', start), text.size());
    words.emplace_back(base::trimmed(text.substr(start, end - start)));
    start = end + 1;
  }
  return words;
}

Node answer_in_cell(const Question& question, AnswerKey key, const Cell& cell) {
  if (!key.is_date && question.kind == model::QuestionKind::several) return several_node(question, cell);
  std::string text = cell.text;
  if (question.kind == model::QuestionKind::yes_no) {
    text = base::lower(text);
    if (text == "yes") text = "true";
    if (text == "no") text = "false";
  }
  return value_of(question, key, text, cell.at);
}

}  // namespace socrates::loader
