// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "socrates/base/diagnostic.hpp"
#include "socrates/base/natural.hpp"
#include "socrates/interview/length.hpp"
#include "socrates/model/answers.hpp"
#include "socrates/model/control.hpp"
#include "socrates/model/criteria.hpp"
#include "socrates/model/objective.hpp"
#include "socrates/model/rule_set.hpp"
#include "socrates/render/document.hpp"

namespace socrates::render {

/// A proof that failed: where, and answers that show it.
struct Refutation {
  base::Diagnostic diagnostic;
  std::optional<model::Answers> witness;
};

/// What became of the proofs about a rule set; all hold where there is no refutation.
struct RulesCheck {
  const model::RuleSet& rules;
  std::vector<Refutation> refutations;
  std::vector<base::Diagnostic> departures = {};  ///< from the contract, of rules with one of their own
  base::Natural answer_sets = {};                 ///< 0 where nothing was proved
  interview::Lengths lengths = {};  ///< of interviews drawn at random; of none where no interview can be held
};

/// The same about a catalogue of controls and the tables that it names.
struct CatalogueCheck {
  const model::ControlCatalogue& controls;
  const model::Criteria& criteria;
  const model::Objectives& objectives;
  std::vector<Refutation> refutations;
};

/// Of each rule set, and of the catalogue if there is one, each refutation as a diagnostic, then a sentence or more on
/// what it holds, what was proved, and how many questions an interview asks.
Document rules_check_document(const std::vector<RulesCheck>& checks,
                              const std::optional<CatalogueCheck>& catalogue = {});

/// The document `socrates.rules_check/1` about at least one rule set.
std::string rules_check_json(const std::vector<RulesCheck>& checks,
                             const std::optional<CatalogueCheck>& catalogue = {});

}  // namespace socrates::render
