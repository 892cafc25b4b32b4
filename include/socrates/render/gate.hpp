// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "socrates/base/date.hpp"
#include "socrates/gate/summing.hpp"
#include "socrates/gate/verdict.hpp"
#include "socrates/model/about.hpp"
#include "socrates/model/rule_set.hpp"
#include "socrates/render/document.hpp"

namespace socrates::render {

/// Where a deal stands; of standard input no file.
struct DealPlace {
  std::string file;
  std::size_t line = 0;
};

/// What a run of the gate found; the rules must outlive it. Every form says the verdict that the exit status says.
struct GateReport {
  std::vector<gate::DealVerdict> deals;
  gate::Verdict verdict = gate::Verdict::undecided;  ///< of all deals together
  gate::Strictness strictness = gate::Strictness::conditions_pass;
  int exit = 0;
  base::Date today;
  std::map<std::string, int, std::less<>> thresholds;  ///< that a policy sets
  const model::RuleSet& acceptance;
  const model::RuleSet& selection;
  model::About about = {};                     ///< of the company's own answers
  std::vector<DealPlace> places = {};          ///< of the deals, in their order; may be empty
  std::optional<std::size_t> not_judged = {};  ///< of a batch: the lines that hold no deal which could be judged
};

Document gate_document(const GateReport& report);

/// The document `socrates.gate/1` (docs/json.md).
std::string gate_json(const GateReport& report);

/// A row a deal, for the program that the deals came from: the verdict under the strictness, its first reason, what to
/// send, the day from which all is met, what is to be done, and what was carried through.
std::string gate_csv(const GateReport& report);

/// JUnit XML: a suite a deal, a case a requirement.
std::string gate_junit(const GateReport& report);

/// Annotations that GitHub shows at the deal's line: an error for each no and don't-know, a warning for each condition,
/// the gravest first, as only some of many are shown.
std::string gate_github(const GateReport& report);

/// The body of a message for a webhook of Slack (Block Kit) and of Teams (an adaptive card): what it comes to, and the
/// gravest deals as far as a message holds them. Only text, in which nothing becomes a link or a mention.
std::string gate_slack(const GateReport& report);
std::string gate_teams(const GateReport& report);

/// What all deals together lack, and which single step would let how many of them through. Of the report only what
/// stands around the deals counts.
Document gate_summary_document(const GateReport& report, const gate::Summary& summary);
/// The document `socrates.gate_summary/1`.
std::string gate_summary_json(const GateReport& report, const gate::Summary& summary);
/// A line a step.
std::string gate_summary_csv(const gate::Summary& summary);

/// `yes`, `yes, with conditions`, `cannot tell yet`, `no`.
std::string_view words_of(gate::Verdict verdict);

}  // namespace socrates::render
