// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "render/rule_counts.hpp"
#include "render/sentence.hpp"
#include "socrates/model/contract.hpp"
#include "socrates/render/rules_check.hpp"

namespace socrates::render {
namespace {

/// Digits in groups of three: `1,234,567`.
std::string in_threes(std::string digits) {
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

std::string contents(const RulesCheck& check) {
  const model::RuleSet& rules = check.rules;
  const std::string sets = check.answer_sets.is_zero() ? ""
                                                       : fmt::format(" with {} possible sets of answers",
                                                                     in_threes(to_text(check.answer_sets)));
  return fmt::format("{}{}, {}, {} and {}", counted(rules.questions.size(), "question"), sets,
                     counted(rules.decisions.size(), "decision"), counted(count_rules(rules), "rule"),
                     counted(rules.notes.size(), "note"));
}

std::string invariants_held(std::size_t count) {
  if (count == 0) return "";
  return count == 1 ? "the invariant holds, " : fmt::format("all {} invariants hold, ", count);
}

/// What rules with a contract of their own keep of the one that other programs count on.
std::string contract_of(const RulesCheck& check) {
  if (check.departures.empty())
    return " These rules say that they have their own contract, but they keep the common one.";
  return fmt::format(
      " These rules have their own contract: {} what the common one leaves to its questions, so answers that are "
      "complete for other rules may not be for these.",
      check.departures.size() == 1 ? std::string("a question of their own decides")
                                   : fmt::format("{} questions of their own decide", check.departures.size()));
}

/// Everything that `rules check` proves, where all of it holds.
std::string proved(const RulesCheck& check) {
  const auto& decisions = check.rules.decisions;
  const bool has_contract = std::any_of(decisions.begin(), decisions.end(), [](const model::Decision& decision) {
    return model::is_contract_decision(decision.id);
  });
  const bool says_more = has_contract && !check.rules.has_own_contract;
  return fmt::format(
      "Proved for every possible answer: each decision has exactly one value, every rule can apply and every value "
      "can be the outcome, every question, option, fact and threshold matters, {}{}an open decision always has a "
      "question that settles it{}.{}",
      invariants_held(check.rules.invariants.size()), says_more ? "" : "and ",
      says_more ? ", and the questions of the contract settle every decision of the contract" : "",
      check.rules.has_own_contract ? contract_of(check) : std::string());
}

std::string interviews(const interview::Lengths& lengths) {
  if (lengths.interviews == 0)
    return lengths.is_cut ? " An interview takes more work than the limit allows, so none was simulated." : "";
  return fmt::format(" An interview asks at most {}, and {:.1f} on average, in {} simulated at random{}.",
                     counted(lengths.most, "question"),
                     static_cast<double>(lengths.questions) / static_cast<double>(lengths.interviews),
                     lengths.interviews, lengths.is_cut ? ", as many as the work limit allows" : "");
}

/// Each refutation as a diagnostic, then the sentence on what was proved.
Section section_of(const std::vector<Refutation>& refutations, std::string sentence) {
  Section section;
  for (const Refutation& refutation : refutations) section.blocks.emplace_back(Finding{refutation.diagnostic});
  section.blocks.emplace_back(Paragraph{{std::move(sentence)}});
  return section;
}

std::string not_proved(const std::vector<Refutation>& refutations) {
  return fmt::format("Not proved: {}.", counted(refutations.size(), "finding"));
}

Section section_of(const RulesCheck& check) {
  std::vector<Refutation> shown = check.refutations;
  for (const base::Diagnostic& departure : check.departures) shown.push_back({departure, std::nullopt});
  return section_of(shown, fmt::format("Rules {} {}: {}. {}{}", check.rules.id, check.rules.version, contents(check),
                                       check.refutations.empty() ? proved(check) : not_proved(check.refutations),
                                       interviews(check.lengths)));
}

Section section_of(const CatalogueCheck& check) {
  return section_of(
      check.refutations,
      fmt::format(
          "Catalogue {} {}: {}, {} criteria and {}. {}", check.controls.id, check.controls.version,
          counted(check.controls.controls.size(), "control"), count_criteria(check.criteria),
          counted(check.objectives.size(), "control objective"),
          check.refutations.empty()
              ? std::string("Proved: some control reaches every criterion and every objective, so that each one in "
                            "scope has a control to ask about; every id that a control names exists, and no "
                            "control waits for itself; every frequency has a note on samples, and every "
                            "control says what evidence is accepted for a day and for a period.")
              : not_proved(check.refutations)));
}

}  // namespace

Document rules_check_document(const std::vector<RulesCheck>& checks, const std::optional<CatalogueCheck>& catalogue) {
  Document document{"Proofs about the rules", "", {}, {}, {}, {}};
  for (const RulesCheck& check : checks) document.sections.push_back(section_of(check));
  if (catalogue) document.sections.push_back(section_of(*catalogue));
  return document;
}

}  // namespace socrates::render
