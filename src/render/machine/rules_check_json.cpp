// SPDX-License-Identifier: Apache-2.0
#include "socrates/render/rules_check.hpp"

#include <string_view>
#include <utility>

#include "render/machine/json_form.hpp"
#include "render/rule_counts.hpp"

namespace socrates::render {
namespace {

Json witness_form(const model::RuleSet& rules, const std::optional<model::Answers>& witness) {
  return witness ? json_form(rules, *witness, Unknowns::left_out) : Json();
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

/// Only of rules with a contract of their own.
void add_contract(const RulesCheck& check, Json& form) {
  if (!check.rules.has_own_contract) return;
  Json departures = Json::array();
  for (const base::Diagnostic& departure : check.departures) departures.push_back(json_form(departure));
  form["contract"] = {{"kept", check.departures.empty()}, {"departures", std::move(departures)}};
}

Json set_form(const RulesCheck& check) {
  const model::RuleSet& rules = check.rules;
  Json form = {{"verdict", verdict_of(check.refutations.empty())},
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
  add_contract(check, form);
  return form;
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
