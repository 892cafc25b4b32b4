// SPDX-License-Identifier: Apache-2.0
#include "render/readiness_words.hpp"

#include <fmt/format.h>

#include "render/sentence.hpp"

namespace socrates::render {

using model::Blocks;
using model::ControlStatus;
using model::Examination;

std::string_view name_in(const readiness::Readiness& readiness, Examination examination) {
  for (const readiness::ReportReadiness& report : readiness.reports)
    if (report.examination == examination) return model::name_of(examination, report.standard);
  return model::name_of(examination, model::Standard::ssae);
}

std::string_view label_of(ControlStatus status) {
  switch (status) {
    case ControlStatus::unknown:
      return "not known";
    case ControlStatus::missing:
      return "missing";
    case ControlStatus::designed:
      return "designed";
    case ControlStatus::partial:
      return "partly in place";
    case ControlStatus::in_place:
      return "in place";
    case ControlStatus::not_applicable:
      return "not applicable";
  }
  return {};
}

std::string_view label_of(readiness::TargetState state) {
  switch (state) {
    case readiness::TargetState::covered:
      return "covered";
    case readiness::TargetState::partly:
      return "partly covered";
    case readiness::TargetState::nothing:
      return "nothing in place";
    case readiness::TargetState::not_known:
      return "nothing known";
    case readiness::TargetState::not_applicable:
      return "not applicable";
  }
  return {};
}

std::string weeks_text(const model::Weeks& weeks) {
  if (weeks.least == weeks.most) return counted(static_cast<std::size_t>(weeks.most), "week");
  return fmt::format("{} to {} weeks, likely {}", weeks.least, weeks.most, weeks.likely);
}

std::string_view holds_up(Blocks blocks) {
  switch (blocks) {
    case Blocks::nothing:
      return {};
    case Blocks::within_period:
      return "holds up a Type 2 unless it is done within the period";
    case Blocks::next_due_day:
      return "holds up a Type 2 unless it is done when it falls due";
    case Blocks::type_2_window:
      return "holds up the examination period";
    case Blocks::type_1:
      return "holds up a Type 1";
  }
  return {};
}

std::string percent_text(const Measure& measure) {
  return measure.percent ? fmt::format("{} %", *measure.percent) : std::string("nothing applies");
}

std::string counts_text(const readiness::StatusCounts& counts) {
  std::vector<std::string> parts;
  const auto add = [&](int count, ControlStatus status) {
    if (count > 0) parts.push_back(fmt::format("{} {}", count, label_of(status)));
  };
  add(counts.in_place, ControlStatus::in_place);
  add(counts.partial, ControlStatus::partial);
  add(counts.designed, ControlStatus::designed);
  add(counts.missing, ControlStatus::missing);
  add(counts.unknown, ControlStatus::unknown);
  add(counts.not_applicable, ControlStatus::not_applicable);
  return joined(parts, ", ");
}

std::vector<std::size_t> proposals(const ReadinessReport& report) {
  std::vector<std::size_t> controls;
  for (std::size_t i = 0; i < report.controls.size(); ++i)
    if (report.controls[i].proposed && report.controls[i].status == ControlStatus::unknown &&
        readiness::certainty_of(report.readiness.scope.controls[i]) != readiness::Certainty::out)
      controls.push_back(i);
  return controls;
}

}  // namespace socrates::render
