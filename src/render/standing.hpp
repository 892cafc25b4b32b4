// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "advice.hpp"
#include "socrates/render/readiness.hpp"

namespace socrates::render {

// Readiness in the parts that people read it in, the same for a terminal, for Markdown and for a page. All texts are
// those of the rules, the catalogue and the answers: whoever prints them makes them harmless first.

/// Good, bad or not known: an accent, never the only carrier of what is said.
enum class Tone { good, bad, open };

struct Measure {
  std::optional<int> percent;
  std::optional<int> if_unknown_in_place;
  readiness::StatusCounts counts;
};

struct TargetLine {
  std::string id;
  std::string label;
  readiness::TargetState state = readiness::TargetState::not_known;
};

struct PartLine {
  std::string title;
  bool is_sure = true;
  Measure measure;
  std::vector<TargetLine> targets;
};

/// A step or a zone: what is said of it, and why.
struct VerdictLine {
  std::string title;
  std::string value;
  Tone tone = Tone::open;
  std::vector<Reason> reasons;
  std::vector<std::string> blockers;  ///< ids of controls
  std::string when;                   ///< a sentence on the day, or empty
};

struct ReportStanding {
  std::string name;  ///< `SOC 2`
  std::string type;  ///< `Type 2`, or empty
  std::string level;
  bool is_sure = true;
  Measure measure;
  std::vector<VerdictLine> verdicts;
  std::vector<PartLine> parts;
  std::vector<TargetLine> without;  ///< criteria or objectives for which nothing is in place
  std::vector<Reason> notes;
};

struct GapLine {
  std::string id;
  std::string title;
  std::string status;
  std::string holds_up;  ///< `holds up a Type 1`, or empty
  std::string serves;    ///< `SOC 1 and SOC 2: CC6.1, IT-02`
  std::string weeks;
  std::string owner;
  std::string waits_for;  ///< ids of controls, or empty
  std::string why;
  std::string evidence;
};

struct LeftOut {
  std::string id;
  std::string title;
  std::string reason;
};

struct Standing {
  std::string summary;
  std::string answer;  ///< to what was asked of the readiness; empty where nothing was
  Tone answer_tone = Tone::open;
  std::vector<ReportStanding> reports;
  std::vector<std::string> moves;  ///< what changed since other answers, a sentence each
  bool compares = false;
  std::vector<GapLine> gaps;
  std::string work;    ///< a sentence on how much there is to do
  std::string shared;  ///< a sentence on what SOC 1 and SOC 2 have in common, or empty
  std::vector<LeftOut> left_out;
  std::vector<std::string> not_known;  ///< ids of controls
  std::vector<OpenQuestion> open;      ///< on which the scope hangs
  std::vector<SourceLine> sources;
  std::string origin;
  std::string disclaimer;
};

Standing standing(const ReadinessReport& report);

std::string_view name_of(model::Examination examination);

/// `in place`, `not known`, ...
std::string_view label_of(model::ControlStatus status);
std::string_view label_of(readiness::TargetState state);

/// `1 to 2 weeks, likely 1`.
std::string weeks_text(const model::Weeks& weeks);

/// `holds up a Type 1`, or empty.
std::string_view holds_up(model::Blocks blocks);

/// `62 %`, or `nothing applies`.
std::string percent_text(const Measure& measure);

/// `12 in place, 3 partly, 2 designed, 4 missing, 1 not known, 1 not applicable`, what is not there left out.
std::string counts_text(const readiness::StatusCounts& counts);

}  // namespace socrates::render
