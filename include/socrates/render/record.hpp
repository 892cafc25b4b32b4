// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "socrates/base/diagnostic.hpp"
#include "socrates/render/recommendation.hpp"

namespace socrates::render {

/// The document `socrates.record/1`: all that a recommendation was made from, and what came out.
std::string record_json(const Recommendation& recommendation, std::string_view program_version);

/// The result in that document: as `recommendation_json` has it, without what the rules alone say, such as the sources.
std::string recorded_result(const Recommendation& recommendation);

enum class RecordVerdict {
  equal,       ///< derived anew, the record says the same
  differs,     ///< it does not
  unreadable,  ///< it is no record, or its answers are none under the rules
};

/// A place at which the record and what is derived now differ.
struct RecordDifference {
  std::string path;
  std::string recorded;
  std::string now;
};

/// What became of one record.
struct Verification {
  std::string file;
  RecordVerdict verdict = RecordVerdict::equal;
  std::string recorded_rules;           ///< id, version and digest of the rules it names; empty where it is unreadable
  bool same_rules = true;               ///< as those that it was derived with now
  std::vector<RecordDifference> flips;  ///< decisions that come out otherwise; `path` is the id
  std::vector<RecordDifference> differences;  ///< why it is not equal
  base::Diagnostics problems;                 ///< why it is unreadable
};

/// A line a record, then what differs.
std::string verification_text(const std::vector<Verification>& records, const model::RuleSet& rules,
                              Color color = Color::off);

/// The document `socrates.verification/1`.
std::string verification_json(const std::vector<Verification>& records, const model::RuleSet& rules);

}  // namespace socrates::render
