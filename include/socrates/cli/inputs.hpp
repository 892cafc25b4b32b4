// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "socrates/base/date.hpp"
#include "socrates/base/diagnostic.hpp"
#include "socrates/engine/compile.hpp"
#include "socrates/engine/outcome.hpp"
#include "socrates/loader/answers_loader.hpp"
#include "socrates/loader/rules_loader.hpp"
#include "socrates/model/control.hpp"
#include "socrates/model/criteria.hpp"
#include "socrates/model/objective.hpp"

namespace socrates::cli {

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

/// A finding of the prover as a problem at its place, the answers that show it in the hint.
base::Diagnostic to_diagnostic(const engine::Finding& finding, const loader::LoadedRules& loaded);

/// Answers that do not contradict each other, and where they lead.
struct Answered {
  model::Answers answers;
  engine::Outcome outcome;
  model::ControlAnswers controls = {};  ///< by control of the catalogue; none where only questions were asked about
};

/// The answers of a file (`-`: standard input; empty: nothing known; a sheet where its name ends in `.csv`), with
/// `settings` (`ID=VALUE`) on top.
std::optional<Answered> read_answers(const std::string& file, const std::vector<std::string>& settings,
                                     const Rules& rules, base::Date today, base::Diagnostics& problems);

/// The same for who looks at answers to questions only: controls are checked where they are named, and not kept.
std::optional<Answered> read_answers_to_questions(const std::string& file, const std::vector<std::string>& settings,
                                                  const Rules& rules, base::Date today, base::Diagnostics& problems);

/// Where loaded answers lead; nothing, and a problem for each contradiction, where they contradict each other.
std::optional<Answered> settle(loader::LoadedAnswers loaded, const engine::CompiledRules& compiled,
                               base::Diagnostics& problems);

/// Reports that a limit on work was met.
void add_too_much_work(const engine::TooMuchWork& refusal, base::Diagnostics& problems);

/// Says why answers that contradict each other do.
void add_contradictions(const engine::CompiledRules& compiled, const loader::LoadedAnswers& loaded,
                        base::Diagnostics& problems);

/// The file is a sheet, by its name.
bool is_sheet(const std::string& file);

}  // namespace socrates::cli
