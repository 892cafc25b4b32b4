// SPDX-License-Identifier: Apache-2.0
#include "loader/rules/subject_tests.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "socrates/base/codes.hpp"
#include "socrates/base/suggest.hpp"

namespace socrates::loader {

namespace {

using base::Code;
using base::Diagnostics;
using model::Condition;
using model::IndexSet;
using model::Test;

/// The options of a question or the values of a decision, as a condition may name them.
struct Choices {
  std::string_view subject;
  const std::vector<model::Named>& named;
  std::string_view word;  ///< `option` or `value`
};

static_assert(2 * most_options <= IndexSet::limit);

/// Without those beyond the number allowed, which were reported where they stand.
std::size_t count(const Choices& choices) { return std::min(choices.named.size(), most_options); }

std::optional<std::size_t> read_choice(const Entry& entry, const Choices& choices, Diagnostics& problems) {
  if (entry.node->kind != Node::Kind::string) {
    report(Code::wrong_value, entry,
           fmt::format("expected one {} of '{}', found {}", choices.word, choices.subject, describe(*entry.node)),
           problems);
    return std::nullopt;
  }
  std::vector<std::string> ids;
  for (const model::Named& named : choices.named) ids.push_back(named.id);
  const std::string& id = entry.node->text;
  const auto found = std::find(ids.begin(), ids.end(), id);
  if (found != ids.end()) {
    const auto index = static_cast<std::size_t>(found - ids.begin());
    if (index >= most_options) return std::nullopt;  // that there are too many was reported where they stand
    return index;
  }
  report(Code::unknown_condition_option, entry,
         fmt::format("'{}' has no {} '{}'", choices.subject, choices.word, shortened(id)), problems,
         base::suggestion(id, ids));
  return std::nullopt;
}

/// The options of a list that is not empty and names none twice; nothing after a report.
std::optional<IndexSet> read_choices(const Entry& list, const Choices& choices, Diagnostics& problems) {
  if (!expect_list(list, fmt::format("a list of {}s", choices.word), problems)) return std::nullopt;
  IndexSet indices;
  bool is_good = true;
  for (const Entry& item : items_of(list)) {
    const auto index = read_choice(item, choices, problems);
    if (!index) {
      is_good = false;
    } else if (indices.contains(*index)) {
      report(Code::repeated_option, item, fmt::format("'{}' is named twice", item.node->text), problems);
      is_good = false;
    } else {
      indices.insert(*index);
    }
  }
  if (!is_good) return std::nullopt;
  return indices;
}

/// `option` or `[one, of, these]`.
bool read_one_of(const Entry& entry, const Choices& choices, Condition& condition, Diagnostics& problems) {
  condition.test = Test::one_of;
  if (entry.node->kind == Node::Kind::sequence) {
    condition.values = read_choices(entry, choices, problems).value_or(IndexSet());
    return !condition.values.empty();
  }
  const auto index = read_choice(entry, choices, problems);
  if (index) condition.values = {*index};
  return index.has_value();
}

/// `{none: true}` and the like: the value is always `true`.
bool expect_true(const Entry& entry, Diagnostics& problems) {
  const auto value = read_boolean(entry, problems);
  if (value == false) {
    report(Code::wrong_value, entry, "expected true, found false", problems, "use 'not' around the condition");
  }
  return value == true;
}

/// Tests on a several-choice or a set.
bool read_set_test(const Entry& entry, const Choices& choices, Condition& condition, Diagnostics& problems) {
  if (entry.node->kind != Node::Kind::mapping) return read_one_of(entry, choices, condition, problems);
  if (!expect_keys(entry, {"has_all", "none", "any"}, problems)) return false;
  if (entry.node->members.size() != 1) {
    report(Code::wrong_value, entry, "expected one of 'has_all', 'none' and 'any'", problems);
    return false;
  }
  const Entry test = member_entry(entry, entry.node->members.front());
  if (test.key == "has_all") {
    condition.test = Test::has_all;
    condition.values = read_choices(test, choices, problems).value_or(IndexSet());
    return !condition.values.empty();
  }
  condition.test = test.key == "none" ? Test::is_empty : Test::one_of;
  if (test.key == "any") condition.values = IndexSet::range(0, count(choices));
  return expect_true(test, problems);
}

bool never_holds(const Entry& entry, std::string message, Diagnostics& problems) {
  report(Code::condition_never_holds, entry, std::move(message), problems);
  return false;
}

/// Tests on levels: `value`, a list, or bounds.
bool read_level_test(const Entry& entry, const Choices& choices, Condition& condition, Diagnostics& problems) {
  if (entry.node->kind != Node::Kind::mapping) return read_one_of(entry, choices, condition, problems);
  if (!expect_keys(entry, {"at_least", "at_most"}, problems)) return false;
  const auto at_least = find(entry, "at_least");
  const auto at_most = find(entry, "at_most");
  if (!at_least && !at_most) {
    report(Code::wrong_value, entry, "expected 'at_least' or 'at_most'", problems);
    return false;
  }
  const auto from = at_least ? read_choice(*at_least, choices, problems) : std::optional<std::size_t>(0);
  const auto to = at_most ? read_choice(*at_most, choices, problems) : std::optional(count(choices) - 1);
  if (!from || !to) return false;
  if (*from > *to) {
    return never_holds(
        entry, fmt::format("nothing is at least '{}' and at most '{}'", choices.named[*from].id, choices.named[*to].id),
        problems);
  }
  condition.test = Test::one_of;
  condition.values = IndexSet::range(*from, *to + 1);
  return true;
}

bool out_of_range(const Entry& entry, int number, const model::Question& question, Diagnostics& problems) {
  if (number >= question.from && number <= question.to) return false;
  never_holds(entry,
              fmt::format("{} is outside the range of '{}', {} to {}", number, question.id, question.from, question.to),
              problems);
  return true;
}

/// The bound under `key`, or the end of the question's range.
std::optional<int> read_bound(const Entry& entry, std::string_view key, int otherwise, const model::Question& question,
                              Diagnostics& problems) {
  const auto bound = find(entry, key);
  if (!bound) return otherwise;
  const auto number = read_number(*bound, problems);
  if (!number || out_of_range(*bound, *number, question, problems)) return std::nullopt;
  return number;
}

bool read_number_test(const Entry& entry, const model::Question& question, Condition& condition,
                      Diagnostics& problems) {
  condition.test = Test::in_range;
  if (entry.node->kind != Node::Kind::mapping) {
    const auto number = read_number(entry, problems);
    if (!number || out_of_range(entry, *number, question, problems)) return false;
    condition.from = condition.to = *number;
    return true;
  }
  if (!expect_keys(entry, {"at_least", "at_most"}, problems)) return false;
  if (entry.node->members.empty()) {
    report(Code::wrong_value, entry, "expected 'at_least' or 'at_most'", problems);
    return false;
  }
  const auto from = read_bound(entry, "at_least", question.from, question, problems);
  const auto to = read_bound(entry, "at_most", question.to, question, problems);
  if (!from || !to) return false;
  if (*from > *to) {
    return never_holds(entry, fmt::format("no number is at least {} and at most {}", *from, *to), problems);
  }
  condition.from = *from;
  condition.to = *to;
  return true;
}

}  // namespace

bool read_question_test(const Entry& entry, const model::Question& question, Condition& condition,
                        Diagnostics& problems) {
  const Choices choices{question.id, question.options, "option"};
  switch (question.kind) {
    case model::QuestionKind::yes_no: {
      const auto value = read_boolean(entry, problems);
      condition.values = {value == true ? std::size_t{1} : std::size_t{0}};
      return value.has_value();
    }
    case model::QuestionKind::one:
      return read_one_of(entry, choices, condition, problems);
    case model::QuestionKind::several:
      return read_set_test(entry, choices, condition, problems);
    case model::QuestionKind::number:
      return read_number_test(entry, question, condition, problems);
  }
  return false;
}

bool read_decision_test(const Entry& entry, const model::Decision& decision, Condition& condition,
                        Diagnostics& problems) {
  const Choices choices{decision.id, decision.values, "value"};
  switch (decision.combine) {
    case model::Combine::strongest:
      return read_level_test(entry, choices, condition, problems);
    case model::Combine::exactly_one:
      return read_one_of(entry, choices, condition, problems);
    case model::Combine::collect:
      return read_set_test(entry, choices, condition, problems);
  }
  return false;
}

}  // namespace socrates::loader
