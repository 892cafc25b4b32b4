// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "socrates/base/date.hpp"
#include "socrates/base/diagnostic.hpp"
#include "socrates/loader/node.hpp"

namespace socrates::loader {

/// By what a record was derived.
struct ProgramMark {
  std::string version;
};
struct RulesMark {
  std::string id;
  std::string version;
  std::string sha256;
};

/// What a recommendation was made from and what came out, as it was written down (`socrates.record/1`).
struct Record {
  ProgramMark program;
  base::Date today;
  RulesMark rules;
  Node answers;  ///< as an answers file holds them
  Node result;   ///< the document `socrates.recommendation/1`
};

/// Reads the form of a record; what its answers and its result say is judged when it is derived anew. The source must
/// outlive the record. Reports every problem.
std::optional<Record> load_record(const base::Source& source, base::Diagnostics& problems);

/// A place at which two documents say different things, each as it reads there; `nothing` where one has no such place.
struct Difference {
  std::string path;
  std::string recorded;
  std::string now;
  bool operator==(const Difference&) const = default;
};

/// Where two documents differ, in the order of the first; keys in another order make no difference. A list that has
/// another length differs as a whole.
std::vector<Difference> differences(const Node& recorded, const Node& now);

/// The decisions of two recommendations that come out otherwise: `path` is the id of the decision, and the others are
/// the id of its value, the list of a set, or what is still possible.
std::vector<Difference> flips(const Node& recorded, const Node& now);

}  // namespace socrates::loader
