// SPDX-License-Identifier: Apache-2.0
#include "socrates/render/rules_check.hpp"

#include <fmt/format.h>

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

}  // namespace

std::string rules_check_text(const RulesCheck& check, Color color) {
  const model::RuleSet& rules = check.rules;
  std::string text;
  for (const Refutation& refutation : check.refutations) text += diagnostic_text(refutation.diagnostic, color);
  std::string sentence = fmt::format("Rules {} {}: {}. ", rules.id, rules.version, contents(rules));
  sentence +=
      check.refutations.empty()
          ? "Proved for every possible answer: each decision has a value and only one, an open decision always has "
            "a question that settles it, and the questions of the contract settle every decision of the contract."
          : fmt::format("Not proved: {}.", counted(check.refutations.size(), "finding"));
  return text + wrap(prose(sentence));
}

std::string rules_check_json(const RulesCheck& check) {
  const model::RuleSet& rules = check.rules;
  Json findings = Json::array();
  for (const Refutation& refutation : check.refutations) {
    Json finding = json_form(refutation.diagnostic);
    finding["witness"] = witness_form(rules, refutation.witness);
    findings.push_back(std::move(finding));
  }
  return written({{"schema", "socrates.rules_check/1"},
                  {"verdict", check.refutations.empty() ? "pass" : "fail"},
                  {"counts",
                   {{"questions", rules.questions.size()},
                    {"decisions", rules.decisions.size()},
                    {"rules", count_rules(rules)},
                    {"notes", rules.notes.size()}}},
                  {"findings", std::move(findings)},
                  {"rules", {{"id", rules.id}, {"version", rules.version}, {"sha256", rules.sha256}}}},
                 Layout::indented);
}

}  // namespace socrates::render
