// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "socrates/render/gate.hpp"

namespace socrates::render {

// The sentences of a verdict, the same in every form for people. Names in them are those of the inputs: whoever prints
// them makes them harmless first.

/// In place of all verdicts, where there is none.
inline constexpr std::string_view no_deal = "There is no deal to judge.";

/// `Q-1042 (First Bank)`.
std::string title_of(const gate::DealVerdict& deal);

std::string date_sentence(const gate::DealVerdict& deal);

/// What the deal carries along under `meta`, name and value in the order given: texts, numbers, yes and no. Lists and
/// objects are for programs, and stand in JSON alone.
std::vector<std::pair<std::string, std::string>> carried_along(const gate::DealVerdict& deal);

/// Which reports meet it, or come nearest.
std::string reports_sentence(const gate::RequirementVerdict& requirement);

/// Of several things of which one is enough: how each stands, and when it would do.
std::vector<std::string> alternatives_of(const gate::RequirementVerdict& requirement);

/// The verdict of a check with its reason.
std::string check_sentence(const gate::Check& check);

/// The gravest check; empty where all is met.
std::string reason_of(const gate::RequirementVerdict& requirement);
/// The same of the first requirement that comes out as the deal does, with what is asked for.
std::string reason_of(const gate::DealVerdict& deal);

/// The ids of the reports that meet what is asked for.
std::vector<std::string> reports_to_send(const gate::DealVerdict& deal);
/// The same with what has to happen before they go out: `soc2-2026, once a non-disclosure agreement is signed`.
std::vector<std::string> sends_of(const gate::DealVerdict& deal);

/// The day on which all that is not met now can be; empty where some of it never is, or nothing is left.
std::string earliest_of(const gate::DealVerdict& deal);

std::string earliest_sentence(const gate::RequirementVerdict& requirement);

/// `we: Sign a bridge letter. (G07)`.
std::vector<std::string> actions_of(const std::vector<gate::Action>& actions);

/// Everything that is said about a requirement, line by line.
std::vector<std::string> lines_of(const gate::RequirementVerdict& requirement);

std::string sentence_of(const gate::WaiverUse& waiver);

/// Which rules, of which day.
std::string origin_of(const GateReport& report);

/// The conditions are the reason for a no.
bool is_conditions_no(const GateReport& report);

/// Says so, without a heading.
Section strictness_section();

Tone tone_of(gate::Verdict verdict);

/// The gravest verdicts first.
std::vector<const gate::DealVerdict*> worst_first(const std::vector<gate::DealVerdict>& deals);

/// An amount in hundredths: `1200`, `0.50`.
std::string amount_text(std::int64_t hundredths);

/// `1200 USD, 300 EUR`.
std::string money_text(const gate::Money& money);

std::string_view words_of(gate::CheckVerdict verdict);

}  // namespace socrates::render
