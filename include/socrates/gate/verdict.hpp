// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "socrates/base/date.hpp"
#include "socrates/model/assurance.hpp"
#include "socrates/model/deal.hpp"

namespace socrates::gate {

/// What the gate says of a requirement and of a deal.
enum class Verdict { pass, pass_with_conditions, undecided, fail };

/// What one check says, from the least to the gravest. `undecided` is graver than a condition: what is not known could
/// still make it fail.
enum class CheckVerdict { not_applicable, pass, condition, undecided, fail };

std::string_view id_of(Verdict verdict);
std::string_view id_of(CheckVerdict verdict);

/// The rule of the acceptance rules that speaks, in its words.
struct Because {
  std::string rule;
  std::string text;
  std::vector<std::string> sources;
};

/// Who has to do what, so that a condition is met or a failed check would pass.
struct Action {
  std::string check;
  std::string who;
  std::string what;
  bool operator==(const Action&) const = default;
};

/// One check of one requirement.
struct Check {
  std::string id;     ///< `G06`
  std::string title;  ///< `Age of the report`
  CheckVerdict verdict = CheckVerdict::not_applicable;
  std::vector<Because> because;
  std::vector<std::string> figures;  ///< sentences with the dates and months that were compared
  std::vector<std::string> unknown;  ///< of an undecided check: what would have to be known
  std::vector<Action> actions;
  std::vector<std::string> replies;  ///< words for the customer
  std::string waived_by;             ///< of a failed check that a waiver turned into a condition: who approved it
  std::string report;                ///< the report held that it speaks of; empty where there is none
};

/// A report that was weighed and left, and why.
struct Other {
  std::string report;
  std::string why;
};

/// Whether the selection rules, in a deal that names no reports, see the report as needed or as called for.
enum class Weight { required, recommended };

struct RequirementVerdict {
  std::string id;
  std::string asked;  ///< `SOC 2 Type 2 with Security and Availability`
  Weight weight = Weight::required;
  Verdict verdict = Verdict::undecided;
  std::vector<std::string> met_by;  ///< ids of reports held; empty unless it is met
  /// What has to happen before they go out, such as `a non-disclosure agreement is signed`.
  std::vector<std::string> send_once = {};
  std::vector<std::string> nearest;  ///< those that were judged, whether they do or not
  std::vector<Check> checks;
  std::vector<Other> others;
  std::vector<Action> actions;
  std::optional<base::Date> earliest;  ///< the first day on which it can be met, as far as is planned
  std::string earliest_by;             ///< what has to come for it
  std::vector<std::string> interim;    ///< what may be sent until then
  std::vector<std::string> replies;    ///< words for the customer
  /// Where one of several is enough: how each comes out, in the order given. The rest is that of the best, but
  /// `earliest`, which is the earliest of any.
  std::vector<RequirementVerdict> alternatives = {};
};

/// A waiver that names this deal: used, expired, or without anything to waive.
struct WaiverUse {
  enum class State { used, expired, idle };
  std::string check;
  std::string requirement;
  std::string approver;
  std::string reason;
  base::Date expiry;
  State state = State::idle;
  bool is_refused = false;            ///< the check fails, and nobody can waive it
  bool names_no_requirement = false;  ///< it names one that the deal does not have
};

/// A single thing that would turn the deal's verdict.
struct Step {
  std::string id;  ///< `add_category soc2 availability`, the same for every deal that it helps
  std::string what;
  std::optional<base::Date> by;  ///< when it is planned, where it is
  bool operator==(const Step&) const = default;
};

struct DealVerdict {
  std::string id;
  std::string customer;
  Verdict verdict = Verdict::undecided;
  base::Date decision_date;
  bool decision_date_is_today = false;
  bool decision_date_is_unknown = false;  ///< the deal says so; then `decision_date` is today all the same
  std::vector<RequirementVerdict> requirements;
  std::vector<WaiverUse> waivers;
  std::optional<model::Amount> amount;
  std::vector<std::string> notices;         ///< what somebody should look at again, whatever the verdict
  std::optional<model::Anything> meta;      ///< of the deal, as it was given
  std::vector<model::Requirement> derived;  ///< what the selection rules call for, where the deal names no reports
  std::size_t work = 0;                     ///< the steps that its judging took, of `most_work_of_a_deal`
};

/// The graver of two; a definite no beats a don't-know.
Verdict graver(Verdict a, Verdict b);

/// Whether it lets a quote go out: conditions do, unless they count as a no.
enum class Strictness { conditions_pass, conditions_fail };

/// The same under a strictness: `pass_with_conditions` becomes `fail` where conditions do not pass.
Verdict under(Strictness strictness, Verdict verdict);

}  // namespace socrates::gate
