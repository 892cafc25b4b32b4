// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "socrates/engine/compiled_rules.hpp"
#include "socrates/engine/outcome.hpp"
#include "socrates/model/answers.hpp"
#include "socrates/readiness/assessment.hpp"

namespace socrates::readiness {

/// The steps towards a report of which the rules say whether they can be taken, under the names of their decisions.
inline constexpr std::string_view type_1_decision = "type_1";
inline constexpr std::string_view window_decision = "type_2_window";
inline constexpr std::string_view zone_decision = "zone";

/// What the rules say about one report: the counts as answers to their questions, and where they lead.
struct Verdict {
  model::Answers facts;
  engine::Outcome outcome;
};

/// `left_out`: how many controls in scope do not apply. A question that the program does not count stays open.
Verdict judge(const engine::CompiledRules& rules, const ReportReadiness& report, std::size_t left_out);

enum class Answer { no, cannot_tell, yes };

/// Whether a step can be taken: `ready`, `not_ready`, anything else cannot be told. A report that may not be needed at
/// all is never a reason for no.
Answer answer_of(const engine::CompiledRules& rules, const Verdict& verdict, std::string_view decision,
                 Certainty report);

/// Whether the coverage reaches a percentage: yes with everything unknown counted as missing, no when not even with it
/// counted as in place.
Answer reaches(const ReportReadiness& report, int percent);

/// Of the answers for several reports the one that counts for all: no, then cannot tell.
Answer weaker(Answer a, Answer b);

/// The program counts something under that name, as a number or as one of the reports.
bool is_counted(std::string_view question);

}  // namespace socrates::readiness
