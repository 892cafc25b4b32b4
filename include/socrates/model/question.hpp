// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "socrates/base/shared_text.hpp"
#include "socrates/model/condition.hpp"

namespace socrates::model {

enum class QuestionKind { yes_no, one, several, number };

/// An id that scripts use and a label that people read: an option of a question, a value of a decision, a section.
struct Named {
  std::string id;
  base::SharedText label;
  bool operator==(const Named&) const = default;
};

/// What one number means in words, such as 60 months: no date is set.
struct NamedNumber {
  int number = 0;
  base::SharedText meaning;
  bool operator==(const NamedNumber&) const = default;
};

enum class MonthsCount { until, since };

/// A date that may be given in place of a number of months, counted from or to today.
struct DateForm {
  std::string id;
  MonthsCount months = MonthsCount::until;
  bool operator==(const DateForm&) const = default;
};

/// Other words for a question, where the answers to earlier questions are such that the usual ones would not fit. The
/// condition names no decision and no question from this one on: words never change what is asked for.
struct Wording {
  Condition when;
  base::SharedText ask;
  bool operator==(const Wording&) const = default;
};

/// A question is a finite variable. `options` holds the choices of `one` and `several`; a yes/no question counts as
/// one with the options `false` (0) and `true` (1). A number lies in [from, to].
struct Question {
  std::string id;
  std::optional<std::size_t> section;  ///< index into RuleSet::sections
  base::SharedText ask;
  base::SharedText help;  ///< may be empty
  QuestionKind kind = QuestionKind::yes_no;
  std::vector<Named> options;
  int from = 0;
  int to = 0;
  std::string unit;
  std::vector<NamedNumber> named;
  std::optional<DateForm> date;
  bool can_change = false;             ///< a person can act on it, such as when the report is needed
  std::string who = {};                ///< who can find out an unknown answer; may be empty, and then so is `action`
  base::SharedText action = {};        ///< and how
  std::vector<Wording> ask_when = {};  ///< the first that certainly applies is put in place of `ask`
  bool operator==(const Question&) const = default;
};

}  // namespace socrates::model
