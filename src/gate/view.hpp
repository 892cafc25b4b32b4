// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "socrates/base/date.hpp"
#include "socrates/engine/compiled_rules.hpp"
#include "socrates/gate/judge.hpp"
#include "socrates/gate/verdict.hpp"
#include "socrates/model/deal.hpp"
#include "socrates/model/inventory.hpp"
#include "socrates/model/policy.hpp"

namespace socrates::gate {

/// Yes, no, or not known.
using Maybe = std::optional<bool>;

Maybe both(Maybe a, Maybe b);
Maybe either(Maybe a, Maybe b);
Maybe negated(Maybe a);

/// Whether the request fits the service, as far as the company's profile says.
enum class AskFits { not_judged, fits, looks_wrong };

/// The same with what the selection rules say against it.
struct Fit {
  AskFits fits = AskFits::not_judged;
  std::vector<Because> because;
  std::vector<std::string> replies;
};

/// One requirement of a deal before it is held against reports: what all checks of it go by.
struct Ask {
  const model::Deal& deal;
  const model::Requirement& requirement;
  model::Stated<std::vector<std::string>> services;  ///< of the deal, or one of them
  std::optional<base::Date> decision;                ///< none: not known
  const model::Inventory& inventory;
  const model::Policy& policy;
  const RuleBooks& rules;
  Strictness strictness = Strictness::conditions_pass;
  Fit fit;
  std::vector<const model::Waiver*> waivers;  ///< those of this requirement that are in force
  const PlannedReport* planned = nullptr;     ///< may be empty; null: none
};

/// The threshold in force: the policy's, else the default of the rules; none where the rules have no such default.
std::optional<int> threshold(const Ask& ask, std::string_view id);

/// Whether the policy rather than the rules sets it.
bool is_policy(const Ask& ask, std::string_view id);

/// The families that a report answers.
std::vector<model::Family> families_of(const model::HeldReport& report);
bool answers(const model::HeldReport& report, model::Family family);

/// Families that come as Type 1 and Type 2.
bool has_types(model::Family family);
/// Families in which an auditor gives an opinion on controls, rather than certificates and questionnaires.
bool is_attestation(model::Family family);
bool is_attestation(const model::HeldReport& report);

/// The last day of which the report speaks; none where it is not known.
std::optional<base::Date> last_day_of(const model::HeldReport& report);

/// Equal but for the case of ASCII letters.
bool is_same_word(std::string_view a, std::string_view b);
bool holds_word(const std::vector<std::string>& words, std::string_view word);

/// A report to come speaks of all these services, as far as any are named.
bool covers_services(const model::NextReport& next, const model::Stated<std::vector<std::string>>& services);

/// A report to come that would meet the requirement as far as its plan says: kind, type, categories and services.
bool would_fit(const model::NextReport& next, const Ask& ask);

}  // namespace socrates::gate
