// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "socrates/model/answers.hpp"
#include "socrates/model/rule_set.hpp"

namespace socrates::worlds {

using Indices = std::vector<std::size_t>;
using Ids = std::vector<std::string>;

model::Question yes_no(std::string id);
model::Question one(std::string id, const Ids& options);
model::Question several(std::string id, const Ids& options);
model::Question number(std::string id, int from, int to);

/// An answer that is not known.
inline constexpr model::Unknown open{};

/// The choice is one of the options; of a several-choice at least one of them is chosen.
model::Condition is(std::size_t question, Indices options);
model::Condition is_yes(std::size_t question);
model::Condition is_no(std::size_t question);
model::Condition has_all(std::size_t question, Indices options);
model::Condition is_none(std::size_t question);
model::Condition in_range(std::size_t question, int from, int to);
model::Condition holds(std::size_t fact);
/// The value is one of these; of a set, at least one of these is in it.
model::Condition decides(std::size_t decision, Indices values);
model::Condition decides_all(std::size_t decision, Indices values);
model::Condition decides_none(std::size_t decision);
model::Condition all(std::vector<model::Condition> parts);
model::Condition any(std::vector<model::Condition> parts);
model::Condition negation(model::Condition part);

model::Rule rule(std::string id, model::Condition when, Indices then);
model::Rule otherwise(std::string id, std::size_t then);
model::Decision decision(std::string id, model::Combine combine, const Ids& values, std::vector<model::Rule> rules);
model::Note note(std::string id, model::Condition when);

/// Questions and decisions without facts, clauses or notes.
model::RuleSet rule_set(std::vector<model::Question> questions, std::vector<model::Decision> decisions);

/// Nothing is known.
model::Answers no_answers(const model::RuleSet& rules);

inline constexpr model::Choice no{0};
inline constexpr model::Choice yes{1};

}  // namespace socrates::worlds
