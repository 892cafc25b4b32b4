// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "socrates/base/diagnostic.hpp"
#include "socrates/base/source.hpp"
#include "socrates/engine/compile.hpp"
#include "socrates/engine/prove.hpp"
#include "socrates/loader/rules_loader.hpp"
#include "socrates/model/control.hpp"
#include "socrates/model/criteria.hpp"
#include "socrates/model/engagement.hpp"
#include "socrates/model/findings.hpp"
#include "socrates/model/objective.hpp"

namespace socrates::cli {

// What a folder of rules holds, or else what is built in: rule sets, catalogues, the engagement.

/// Rules of one kind, read from files or built in.
using SharedRules = std::shared_ptr<const engine::CompiledRules>;

/// The rules to go by, ready for any question, and the tables that belong to them.
/// Those that are built in are made when they are first asked for: a recommendation needs but some of them.
class Rules {
 public:
  /// The ones built in.
  Rules() = default;
  Rules(SharedRules compiled, model::Criteria criteria, model::Objectives objectives, model::ControlCatalogue controls);

  [[nodiscard]] const engine::CompiledRules& compiled() const;
  [[nodiscard]] const model::Criteria& criteria() const;
  [[nodiscard]] const model::Objectives& objectives() const;
  [[nodiscard]] const model::ControlCatalogue& controls() const;

 private:
  struct Read;
  std::shared_ptr<const Read> read_;  ///< null: built in
};

/// The selection rules of a folder, or those built in where `folder` is empty or holds none. Anything wrong with them
/// is a problem, a proof that fails included.
std::optional<Rules> read_rules(const std::string& folder, base::Diagnostics& problems);

/// The acceptance rules of a folder, likewise. They are refused where a decision has other values than a check has:
/// null then, after a report.
SharedRules read_acceptance(const std::string& folder, base::Diagnostics& problems);

/// The rule sets that a folder of rules can hold, each in a subfolder of its name; `selection` also in itself.
inline constexpr std::string_view rule_set_names[] = {"selection", "acceptance", "readiness"};

/// Where a folder holds the rule set of that name: its subfolder, for `selection` else itself unless it has the
/// subfolder of another rule set; empty where it does not hold it.
std::string rule_set_folder(const std::string& folder, std::string_view name);

/// The files of a rule set, in memory, from the folder that holds it alone.
std::optional<std::vector<base::Source>> read_rule_set_files(const std::string& folder, base::Diagnostics& problems);

/// The rules for verdicts on readiness of a folder, else the ones built in; null after a report.
SharedRules read_readiness_rules(const std::string& folder, base::Diagnostics& problems);

/// The table of criteria that belongs to the rules of a folder: its `criteria.yaml`, else the one built in.
std::optional<model::Criteria> read_criteria(const std::string& folder, base::Diagnostics& problems);

/// The table of control objectives of a folder, its `objectives.yaml`, else the one built in.
std::optional<model::Objectives> read_objectives(const std::string& folder, base::Diagnostics& problems);

/// The catalogue of controls of a folder, in its subfolder `controls`, else the one built in; what it names must stand
/// in the tables.
std::optional<model::ControlCatalogue> read_controls(const std::string& folder, const model::Criteria& criteria,
                                                     const model::Objectives& objectives, base::Diagnostics& problems);

/// The table of the checks of scanners of a folder, its `checks.yaml`, else the one built in; what it names must stand
/// in the catalogue.
std::optional<model::CheckTable> read_checks(const std::string& folder, const model::ControlCatalogue& controls,
                                             base::Diagnostics& problems);

/// Proves rules that somebody wrote, as soon as those of the shipped rules that they are most like allow.
engine::Proof proof_of(const model::RuleSet& rules, engine::Extent extent);

/// A finding of the prover as a problem at its place, the answers that show it in the hint.
base::Diagnostic to_diagnostic(const engine::Finding& finding, const loader::LoadedRules& loaded);

/// The catalogue without a look at the folder's acceptance rules: the months of fiscal years are those built in.
std::optional<model::Engagement> read_engagement_file(const std::string& folder, base::Diagnostics& problems);

/// The catalogue of an engagement of a folder of rules: its `engagement.yaml`, else the one built in. The months
/// of fiscal years are those of the folder's acceptance rules, else of those built in.
std::optional<model::Engagement> read_engagement(const std::string& folder, base::Diagnostics& problems);

}  // namespace socrates::cli
