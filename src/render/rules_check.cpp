// SPDX-License-Identifier: Apache-2.0
#include "socrates/render/rules_check.hpp"

#include <fmt/format.h>

#include <string_view>
#include <utility>

#include "json_form.hpp"
#include "sentence.hpp"
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

std::string contents(const model::RuleSet& rules) {
  return fmt::format("{}, {}, {} and {}", counted(rules.questions.size(), "question"),
                     counted(rules.decisions.size(), "decision"), counted(count_rules(rules), "rule"),
                     counted(rules.notes.size(), "note"));
}

constexpr std::string_view proved =
    "Proved for every possible answer: each decision has a value and only one, an open decision always has a question "
    "that settles it, and the questions of the contract settle every decision of the contract.";

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

Json set_form(const RulesCheck& check) {
  const model::RuleSet& rules = check.rules;
  return {{"verdict", verdict_of(check.refutations.empty())},
          {"counts",
           {{"questions", rules.questions.size()},
            {"decisions", rules.decisions.size()},
            {"rules", count_rules(rules)},
            {"notes", rules.notes.size()}}},
          {"findings", findings_form(check)},
          {"rules", {{"id", rules.id}, {"version", rules.version}, {"sha256", rules.sha256}}}};
}

}  // namespace

std::string rules_check_text(const std::vector<RulesCheck>& checks, Color color) {
  std::string text;
  for (const RulesCheck& check : checks) {
    const model::RuleSet& rules = check.rules;
    for (const Refutation& refutation : check.refutations) text += diagnostic_text(refutation.diagnostic, color);
    text += wrap(prose(fmt::format(
        "Rules {} {}: {}. {}", rules.id, rules.version, contents(rules),
        check.refutations.empty() ? std::string(proved)
                                  : fmt::format("Not proved: {}.", counted(check.refutations.size(), "finding")))));
  }
  return text;
}

std::string rules_check_json(const std::vector<RulesCheck>& checks) {
  Json first = set_form(checks.front());
  Json findings = Json::array();
  Json sets = Json::array();
  for (const RulesCheck& check : checks) {
    for (Json& finding : findings_form(check)) findings.push_back(std::move(finding));
    sets.push_back(set_form(check));
  }
  const std::string_view verdict = verdict_of(findings.empty());
  return written({{"schema", "socrates.rules_check/1"},
                  {"verdict", verdict},
                  {"counts", std::move(first["counts"])},
                  {"findings", std::move(findings)},
                  {"rules", std::move(first["rules"])},
                  {"sets", std::move(sets)}},
                 Layout::indented);
}

}  // namespace socrates::render
