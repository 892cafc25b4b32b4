// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "socrates/base/natural.hpp"
#include "socrates/engine/compile.hpp"
#include "socrates/engine/space.hpp"
#include "socrates/model/answers.hpp"
#include "socrates/model/rule_set.hpp"

namespace socrates::engine {

/// Answers for which something came out before, and something else comes out now.
struct Change {
  std::string decision;  ///< empty: whether the answers contradict each other
  std::string before;    ///< id of the value; of a set the element, or empty where it was not in it
  std::string after;     ///< the same of now
  std::vector<Allowed>
      boxes;              ///< of the common space; together all answers concerned, and beside them only impossible ones
  bool is_whole = true;   ///< false: there are more boxes than the limit
  base::Natural answers;  ///< how many complete answers are concerned
  double share = 0;  ///< of all that both take and neither finds impossible; of contradictions, of all that both take
  model::Answers example;  ///< answers to the common questions, all of whose completions are concerned
  /// Ids of decisions that this one reads and whose outcomes change; empty where its own rules or facts were edited.
  std::vector<std::string> follows_from = {};
};

/// A rule or a note that applies elsewhere, came or went, with answers that show it where some do.
struct ReasonChange {
  std::string text;
  std::string id;               ///< of the rule or note
  bool applied_before = false;  ///< of the example: it applied before, and does not now; else the reverse
  std::optional<model::Answers> example;
};

/// What an edit of a rule set does. Ids decide what belongs together.
struct Difference {
  model::RuleSet common;               ///< its questions are those of both, options and ranges joined
  Space space;                         ///< of the common questions
  std::vector<std::string> structure;  ///< questions, options, ranges, decisions and values that came, went or changed
  std::vector<Change> changes;         ///< of outcomes, decision by decision; those that follow from others come last
  std::vector<ReasonChange> reasons;   ///< none of which changes an outcome by itself
  std::vector<std::string> wording;    ///< texts and order
};

/// Nothing that an answers file or a result can tell apart, reasons and words excepted.
bool is_same_meaning(const Difference& difference);

/// The exact difference of two rule sets without a fault, over the questions of both: a side ignores a question or an
/// option of a set that it lacks; answers that it cannot take, such as an option of a choice, are left out of the
/// comparison. Nothing where a question of both has more options or thresholds than a diagram can hold; past the limits
/// it throws TooMuchWork. At most `most_boxes` boxes a change.
std::optional<Difference> difference(const model::RuleSet& before, const model::RuleSet& after, std::size_t most_boxes,
                                     Limits limits = author_limits);

}  // namespace socrates::engine
