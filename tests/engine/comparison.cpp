// SPDX-License-Identifier: Apache-2.0
#include "comparison.hpp"

#include <algorithm>

#include "worlds/dump.hpp"

#include "socrates/base/codes.hpp"

namespace socrates::tests {
namespace {

std::string outcome_text(const worlds::World& world, const std::optional<worlds::Outcome>& outcome) {
  return outcome ? worlds::dump(world.rules, *outcome) : "contradictory\n";
}

std::string text(const std::vector<std::size_t>& list) {
  std::string result;
  for (const std::size_t each : list) result += std::to_string(each) + " ";
  return result;
}

bool mentions(const std::string& message, const std::string& id) {
  return message.find(std::string("'").append(id).append("'")) != std::string::npos;
}

bool is_about(const model::RuleSet& rules, const engine::Finding& finding, const worlds::Fault& fault) {
  switch (fault.kind) {
    case worlds::FaultKind::no_free_answer:
      return finding.code == base::Code::impossible_form &&
             mentions(finding.message, rules.questions[fault.subject].id);
    case worlds::FaultKind::gap:
      return finding.code == base::Code::gap && finding.subject == "decision " + rules.decisions[fault.subject].id;
    case worlds::FaultKind::clash: {
      const auto& of_decision = rules.decisions[fault.subject].rules;
      return finding.code == base::Code::clash && finding.subject == "rule " + of_decision[fault.second].id &&
             mentions(finding.message, of_decision[fault.first].id) &&
             mentions(finding.message, of_decision[fault.second].id);
    }
  }
  return false;
}

bool is_shown(const worlds::World& world, const engine::Finding& finding, const worlds::Fault& fault) {
  if (fault.kind == worlds::FaultKind::no_free_answer) return true;
  if (!finding.witness || finding.witness->size() != world.rules.questions.size()) return false;
  const auto rows = worlds::completions(world, *finding.witness);
  return !rows.empty() &&
         std::all_of(rows.begin(), rows.end(), [&](std::size_t row) { return worlds::shows(world, row, fault); });
}

template <typename Named>
std::set<std::string> ids(const std::vector<Named>& named, const std::vector<std::size_t>& indices) {
  std::set<std::string> result;
  for (const std::size_t index : indices) result.insert(named[index].id);
  return result;
}

}  // namespace

worlds::Outcome in_naive_words(const engine::Outcome& outcome) {
  worlds::Outcome result;
  for (const auto& decided : outcome.decisions) {
    worlds::DecisionOutcome decision{decided.possible, decided.surely, decided.maybe, {}, decided.depends_on};
    for (const auto& reason : decided.because) decision.because.push_back({reason.rule, reason.value, reason.one_of});
    result.decisions.push_back(std::move(decision));
  }
  result.notes = outcome.notes;
  result.open_questions = outcome.open_questions;
  return result;
}

std::string difference(const worlds::World& world, const engine::CompiledRules& compiled,
                       const model::Answers& answers) {
  const auto expected = worlds::outcome_of(world, answers);
  const auto found = engine::evaluate(compiled, answers);
  std::optional<worlds::Outcome> translated;
  if (found) translated = in_naive_words(*found);
  if (expected != translated)
    return "under " + worlds::dump(world.rules, answers) + "\nexpected\n" + outcome_text(world, expected) + "found\n" +
           outcome_text(world, translated) + "in\n" + worlds::dump(world.rules);
  if (expected) return {};
  const auto clauses = worlds::contradictions_of(world, answers);
  const auto named = engine::contradictions(compiled, answers);
  if (clauses == named) return {};
  return "under " + worlds::dump(world.rules, answers) + "\nexpected the contradictions " + text(clauses) + "found " +
         text(named) + "in\n" + worlds::dump(world.rules);
}

std::string difference(const worlds::World& world, const std::vector<engine::Finding>& findings) {
  std::string result;
  const auto faults = worlds::faults_of(world);
  if (faults.size() != findings.size()) result += "expected " + std::to_string(faults.size()) + " findings\n";
  for (const worlds::Fault& fault : faults) {
    const auto found = std::find_if(findings.begin(), findings.end(),
                                    [&](const auto& finding) { return is_about(world.rules, finding, fault); });
    if (found == findings.end())
      result += "fault not found: kind " +
                text({static_cast<std::size_t>(fault.kind), fault.subject, fault.first, fault.second}) + "\n";
    else if (!is_shown(world, *found, fault))
      result += "no good witness: " + found->message + "\n";
  }
  if (result.empty()) return {};
  for (const auto& finding : findings)
    result += "found: " + finding.subject + ": " + finding.message +
              (finding.witness ? " " + worlds::dump(world.rules, *finding.witness) : "") + "\n";
  return result + "in\n" + worlds::dump(world.rules);
}

std::set<ById> by_id(const model::RuleSet& rules, const engine::Outcome& outcome) {
  std::set<ById> result;
  for (std::size_t d = 0; d < outcome.decisions.size(); ++d) {
    const model::Decision& decision = rules.decisions[d];
    const engine::DecisionOutcome& decided = outcome.decisions[d];
    ById entry{decision.id,
               ids(decision.values, decided.possible),
               ids(decision.values, decided.surely),
               ids(decision.values, decided.maybe),
               {},
               ids(rules.questions, decided.depends_on)};
    for (const auto& reason : decided.because)
      entry.because.insert(decision.rules[reason.rule].id + " for " + decision.values[reason.value].id +
                           (reason.one_of ? " one of" : ""));
    result.insert(std::move(entry));
  }
  return result;
}

}  // namespace socrates::tests
