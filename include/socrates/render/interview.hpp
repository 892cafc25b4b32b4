// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "socrates/interview/interview.hpp"
#include "socrates/model/control.hpp"
#include "socrates/model/control_answer.hpp"
#include "socrates/render/layout.hpp"
#include "socrates/render/recommendation.hpp"

namespace socrates::render {

// What an interview prints: lines of at most 80 columns, made harmless for a terminal, and never redrawn.

/// The question that stands: its section, at most how many more, what is settled, the question and its options.
std::string question_text(const interview::Interview& interview, Color color = Color::off);
/// The question and its options alone, as they are put again after what was said in between.
std::string asked_text(const interview::Interview& interview, Color color = Color::off);

/// `Who asks, and for what (at most 12 more questions)`
std::string heading_text(const interview::Interview& interview);

/// The question that stands, in the words that fit the answers given.
std::string question_words(const interview::Interview& interview);
/// The recommendation as it stands, in a line or two: `SOC 2: needed; type open`.
std::string state_text(const interview::Interview& interview);

/// What the question means, and two of the sources of the rules that look at it.
std::string help_text(const interview::Interview& interview);

/// What stands above the sources in the help.
inline constexpr std::string_view sources_of_help = "Sources of the rules that use this answer:";
/// Those sources, the two that matter most.
std::vector<std::string> help_sources(const interview::Interview& interview);

/// A decision that the answer can still change: between which values, and an example that proves it.
struct Consequence {
  std::string decision;
  std::string values;
  std::string example;
};

/// All of them for the question that stands, in the order in which results name decisions.
std::vector<Consequence> consequences(const interview::Interview& interview);
/// What is said where there are none.
inline constexpr std::string_view no_consequence = "Your answer changes no decision, only notes.";

/// Which decisions the answer can still change, and an example that proves it; at most ten lines.
std::string why_text(const interview::Interview& interview);

/// All answers so far, under the numbers by which they can be edited.
std::string review_text(const interview::Interview& interview);
/// What can be typed where nothing is left to ask.
std::string review_prompt_text();

/// An answer as it is said back: a label, `28 February 2027 (in 3 months)`.
std::string said_back(const model::Question& question, const model::Answer& answer);
/// How a line was understood, where that has to be said: not where it is a number of an option, or yes or no.
std::string taken_text(const model::Question& question, const model::Answer& answer, std::string_view typed);
/// That an answer given before is no longer asked for, or is asked for again.
std::string set_aside_text(const interview::Interview& interview, std::size_t question, const model::Answer& answer);

/// A paragraph that answers a line: a reason, quoting what was typed.
std::string remark_text(std::string_view remark);

/// The answers file that an interview leaves: what is known, and null for what was skipped.
std::string saved_answers(const interview::Interview& interview);
/// The same with the answers about controls.
std::string saved_answers(const interview::Interview& interview, const model::ControlCatalogue& catalogue,
                          const model::ControlAnswers& controls, const model::About& about);

/// `Asked 9 of 24; 1 skipped, 14 could not change the result.`
std::string counts_text(const interview::Counts& counts);

/// How an answer to an open question is passed to a command: `--set ID=true or --set ID=false`.
std::string setting_text(const Recommendation& recommendation, std::size_t question);

}  // namespace socrates::render
