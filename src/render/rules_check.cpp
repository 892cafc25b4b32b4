// SPDX-License-Identifier: Apache-2.0
#include "socrates/render/rules_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "json_form.hpp"
#include "sentence.hpp"
#include "socrates/model/contract.hpp"
#include "socrates/render/diagnostics.hpp"

namespace socrates::render {
namespace {

std::size_t count_rules(const model::RuleSet& rules) {
  std::size_t count = 0;
  for (const model::Decision& decision : rules.decisions) count += decision.rules.size();
  return count;
}

Json witness_form(const model::RuleSet& rules, const std::optional<model::Answers>& witness) {
  return witness ? json_form(rules, *witness, Unknowns::left_out) : Json();
}

/// Digits in groups of three: `1,234,567`.
std::string grouped(std::string digits) {
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

std::string contents(const RulesCheck& check) {
  const model::RuleSet& rules = check.rules;
  const std::string sets = check.answer_sets.is_zero()
                               ? ""
                               : fmt::format(" with {} possible sets of answers", grouped(to_text(check.answer_sets)));
  return fmt::format("{}{}, {}, {} and {}", counted(rules.questions.size(), "question"), sets,
                     counted(rules.decisions.size(), "decision"), counted(count_rules(rules), "rule"),
                     counted(rules.notes.size(), "note"));
}

std::string invariants_held(std::size_t count) {
  if (count == 0) return "";
  return count == 1 ? "the invariant holds, " : fmt::format("all {} invariants hold, ", count);
}

/// Everything that `rules check` proves, where all of it holds.
std::string proved(const RulesCheck& check) {
  const auto& decisions = check.rules.decisions;
  const bool has_contract = std::any_of(decisions.begin(), decisions.end(), [](const model::Decision& decision) {
    return model::is_contract_decision(decision.id);
  });
  return fmt::format(
      "Proved for every possible answer: each decision has a value and only one, every rule can apply and every value "
      "can be the outcome, every question, option, fact and threshold matters, {}{}an open decision always has a "
      "question that settles it{}.",
      invariants_held(check.rules.invariants.size()), has_contract ? "" : "and ",
      has_contract ? ", and the questions of the contract settle every decision of the contract" : "");
}

std::string interviews(const interview::Lengths& lengths) {
  if (lengths.interviews == 0)
    return lengths.is_cut ? " An interview takes more work than the limit allows, so none was drawn." : "";
  return fmt::format(" An interview asks at most {}, and {:.1f} on average, in {} drawn at random{}.",
                     counted(lengths.most, "question"),
                     static_cast<double>(lengths.questions) / static_cast<double>(lengths.interviews),
                     lengths.interviews, lengths.is_cut ? ", as many as the limit on work allows" : "");
}

Json findings_form(const RulesCheck& check) {
  Json findings = Json::array();
  for (const Refutation& refutation : check.refutations) {
    Json finding = json_form(refutation.diagnostic);
    finding["witness"] = witness_form(check.rules, refutation.witness);
    findings.push_back(std::move(finding));
  }
  return findings;
}

std::string_view verdict_of(bool holds) { return holds ? "pass" : "fail"; }

Json lengths_form(const interview::Lengths& lengths) {
  if (lengths.interviews == 0) return {};
  return {{"drawn", lengths.interviews}, {"questions", lengths.questions}, {"most", lengths.most}};
}

Json set_form(const RulesCheck& check) {
  const model::RuleSet& rules = check.rules;
  return {{"verdict", verdict_of(check.refutations.empty())},
          {"counts",
           {{"questions", rules.questions.size()},
            {"decisions", rules.decisions.size()},
            {"rules", count_rules(rules)},
            {"notes", rules.notes.size()}}},
          {"answer_sets", check.answer_sets.is_zero() ? Json() : Json(to_text(check.answer_sets))},
          {"invariants", rules.invariants.size()},
          {"interviews", lengths_form(check.lengths)},
          {"findings", findings_form(check)},
          {"rules", origin_form(rules)}};
}

std::size_t count_criteria(const model::Criteria& criteria) {
  std::size_t count = 0;
  for (const model::Category& category : criteria) count += category.criteria.size();
  return count;
}

std::string catalogue_text(const CatalogueCheck& check, Color color) {
  std::string text;
  for (const Refutation& refutation : check.refutations) text += diagnostic_text(refutation.diagnostic, color);
  return text + wrap(prose(fmt::format(
                    "Catalogue {} {}: {}, {} criteria and {}. {}", check.controls.id, check.controls.version,
                    counted(check.controls.controls.size(), "control"), count_criteria(check.criteria),
                    counted(check.objectives.size(), "control objective"),
                    check.refutations.empty()
                        ? std::string("Proved: some control reaches every criterion and every objective, every id that "
                                      "a control names exists, and no control waits for itself.")
                        : fmt::format("Not proved: {}.", counted(check.refutations.size(), "finding")))));
}

Json catalogue_form(const CatalogueCheck& check) {
  return {{"verdict", verdict_of(check.refutations.empty())},
          {"counts",
           {{"controls", check.controls.controls.size()},
            {"criteria", count_criteria(check.criteria)},
            {"objectives", check.objectives.size()}}},
          {"id", check.controls.id},
          {"version", check.controls.version},
          {"sha256", check.controls.sha256}};
}

}  // namespace

std::string rules_check_text(const std::vector<RulesCheck>& checks, const std::optional<CatalogueCheck>& catalogue,
                             Color color) {
  std::string text;
  for (const RulesCheck& check : checks) {
    const model::RuleSet& rules = check.rules;
    for (const Refutation& refutation : check.refutations) text += diagnostic_text(refutation.diagnostic, color);
    text += wrap(prose(fmt::format("Rules {} {}: {}. {}{}", rules.id, rules.version, contents(check),
                                   check.refutations.empty()
                                       ? proved(check)
                                       : fmt::format("Not proved: {}.", counted(check.refutations.size(), "finding")),
                                   interviews(check.lengths))));
  }
  return catalogue ? text + catalogue_text(*catalogue, color) : text;
}

std::string rules_check_json(const std::vector<RulesCheck>& checks, const std::optional<CatalogueCheck>& catalogue) {
  Json first = set_form(checks.front());
  Json findings = Json::array();
  Json sets = Json::array();
  for (const RulesCheck& check : checks) {
    for (Json& finding : findings_form(check)) findings.push_back(std::move(finding));
    sets.push_back(set_form(check));
  }
  if (catalogue)
    for (const Refutation& refutation : catalogue->refutations) findings.push_back(json_form(refutation.diagnostic));
  const std::string_view verdict = verdict_of(findings.empty());
  return written({{"schema", "socrates.rules_check/1"},
                  {"verdict", verdict},
                  {"counts", std::move(first["counts"])},
                  {"answer_sets", std::move(first["answer_sets"])},
                  {"invariants", std::move(first["invariants"])},
                  {"interviews", std::move(first["interviews"])},
                  {"findings", std::move(findings)},
                  {"rules", std::move(first["rules"])},
                  {"sets", std::move(sets)},
                  {"catalogue", catalogue ? catalogue_form(*catalogue) : Json()}},
                 Layout::indented);
}

}  // namespace socrates::render
