// SPDX-License-Identifier: Apache-2.0
#include "loader/inputs/plain_answers.hpp"

#include <algorithm>
#include <utility>

#include "loader/text/scalar_kind.hpp"

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

}  // namespace socrates::loader
