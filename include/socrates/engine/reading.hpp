// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "socrates/engine/outcome.hpp"
#include "socrates/model/answers.hpp"
#include "socrates/model/rule_set.hpp"

namespace socrates::engine {

/// What came out of some answers, by the names of questions and decisions. A name that the rules do not have is as if
/// nothing were known of it: it has no value, reaches no level and holds for nobody.
class Reading {
 public:
  /// All three must outlive it.
  Reading(const model::RuleSet& rules, const model::Answers& answers, const Outcome& outcome)
      : rules_(rules), answers_(answers), outcome_(outcome) {}

  [[nodiscard]] const DecisionOutcome* outcome(std::string_view decision) const;

  /// The value of a level or choice that is settled, else empty.
  [[nodiscard]] std::string_view value(std::string_view decision) const;
  /// It is among the values that are possible.
  [[nodiscard]] bool may_be(std::string_view decision, std::string_view value) const;
  /// Every value that is possible is that level or a stronger one.
  [[nodiscard]] bool is_at_least(std::string_view decision, std::string_view level) const;
  /// Some value that is possible is.
  [[nodiscard]] bool may_be_at_least(std::string_view decision, std::string_view level) const;
  /// The elements that are in a set surely.
  [[nodiscard]] std::vector<std::string_view> elements(std::string_view decision) const;
  /// Those that may be in it.
  [[nodiscard]] std::vector<std::string_view> possible_elements(std::string_view decision) const;

  [[nodiscard]] const model::Answer* answer(std::string_view question) const;
  /// The answer, where it is of that kind.
  template <class Kind>
  [[nodiscard]] const Kind* as(std::string_view question) const {
    const model::Answer* const found = answer(question);
    return found == nullptr ? nullptr : std::get_if<Kind>(found);
  }
  /// Whether the option is the answer, or one of those chosen; `true` and `false` are those of yes or no.
  [[nodiscard]] model::Chosen chosen(std::string_view question, std::string_view option) const;
  /// It surely is.
  [[nodiscard]] bool holds(std::string_view question, std::string_view option) const {
    return chosen(question, option) == model::Chosen::yes;
  }

 private:
  [[nodiscard]] std::vector<std::string_view> names(std::string_view decision,
                                                    std::vector<std::size_t> DecisionOutcome::*list) const;

  const model::RuleSet& rules_;
  const model::Answers& answers_;
  const Outcome& outcome_;
};

}  // namespace socrates::engine
