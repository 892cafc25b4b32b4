// SPDX-License-Identifier: Apache-2.0
//
// A calendar as RFC 5545 has it: lines end with CR LF, none is longer than 75 bytes (a longer one goes on in the next,
// after a blank, and never within a character), and in texts a backslash, a comma, a semicolon and a line end are
// written with a backslash before them. The events last whole days, so DTEND is the day after the last. The time stamp
// is the day for which the plan was made: the same plan gives the same bytes. A UID names the step and not the run, so
// that a calendar that imports the plan again moves its events instead of doubling them.
//
// Where there is nothing to plan, no event can say so without lying in somebody's week, and a calendar has to hold a
// component: what says so is a VJOURNAL, a note on a day that takes no time. The exit status stays the one of the
// verdict, as in every other form.

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "render/plan_words.hpp"
#include "render/sentence.hpp"
#include "socrates/base/calendar.hpp"
#include "socrates/render/escape.hpp"

namespace socrates::render {
namespace {

constexpr std::size_t most_bytes_of_line = 75;

bool continues_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// The lines of one property.
std::string folded(std::string_view line) {
  std::string result;
  std::size_t room = most_bytes_of_line;
  while (line.size() > room) {
    std::size_t end = room;
    while (end > 0 && continues_character(line[end])) --end;
    result.append(line.substr(0, end)).append("\r\n ");
    line.remove_prefix(end);
    room = most_bytes_of_line - 1;  // the blank counts
  }
  return result.append(line).append("\r\n");
}

std::string escaped(std::string_view text) {
  std::string result;
  for (const char letter : terminal_safe(text)) {
    if (letter == '\\' || letter == ',' || letter == ';') result += '\\';
    result += letter;
  }
  return result;
}

std::string compact(base::Date date) {
  std::string text = base::to_text(date);
  std::erase(text, '-');
  return text;
}

constexpr std::string_view calendar_head =
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//socrates//plan//EN\r\nCALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n";

class PlanCalendarWriter {
 public:
  explicit PlanCalendarWriter(const PlanReport& report) : report_(report), plan_(report.plan) {}

  std::string write() {
    text_ = calendar_head;
    const Timeline timeline = timeline_of(plan_);
    for (const TimelineRow& row : timeline.rows) {
      const std::string dates = fmt::format("Early {}, likely {}, late {}.", base::to_text(row.last.early),
                                            base::to_text(row.last.likely), base::to_text(row.last.late));
      event(row.id, row.title, dates + what_people_do(row.id), row.first.likely, row.last.likely,
            row.kind == RowKind::report);
    }
    for (const plan::Step& step : plan_.steps)
      if (step.kind == plan::StepKind::renewal || step.kind == plan::StepKind::milestone)
        event(step.id, step.title, step.does, step.first.likely, step.last.likely,
              step.kind == plan::StepKind::milestone && step.first == step.last);
    for (const plan::EvidenceEntry& entry : plan_.evidence)
      event(evidence_id(entry), title_of(entry, report_), text_of(entry, report_), entry.days.from, entry.days.to,
            false);
    if (plan_.needed_by)
      event("needed_by", "A report is needed", headline(plan_), *plan_.needed_by, *plan_.needed_by, true);
    line("END:VCALENDAR");
    return std::move(text_);
  }

 private:
  /// While the auditor leads; empty for every other step.
  [[nodiscard]] std::string what_people_do(std::string_view id) const {
    const auto step = std::find_if(plan_.steps.begin(), plan_.steps.end(),
                                   [&](const plan::Step& one) { return one.id == id && !one.people_do.empty(); });
    return step == plan_.steps.end() ? "" : " Your people: " + joined(step->people_do, "; ") + ".";
  }

  /// Names the window, so that a calendar that imports the plan again moves nothing into another window.
  [[nodiscard]] std::string evidence_id(const plan::EvidenceEntry& entry) const {
    return fmt::format("evidence.{}.{}.{}", id_of(entry.report),
                       entry.control ? report_.controls.controls[*entry.control].id : std::string(id_of(entry.kind)),
                       base::to_text(entry.days.to));
  }

  void line(std::string_view content) { text_ += folded(content); }

  void event(std::string_view id, std::string_view title, std::string_view description, base::Date first,
             base::Date last, bool is_milestone) {
    line("BEGIN:VEVENT");
    line(fmt::format("UID:{}@plan.socrates.invalid", id));
    line(fmt::format("DTSTAMP:{}T000000Z", compact(plan_.today)));
    line("DTSTART;VALUE=DATE:" + compact(first));
    line("DTEND;VALUE=DATE:" + compact(base::add_days(last, 1)));
    line("SUMMARY:" + escaped(one_line(title)));
    const std::string_view between = description.ends_with('.') ? " " : ". ";
    line("DESCRIPTION:" + escaped(one_line(fmt::format("{}{}{}", description, between, planning_estimate))));
    line(fmt::format("CATEGORIES:{}", is_milestone ? "Milestone" : "Plan"));
    line("TRANSP:TRANSPARENT");
    line("END:VEVENT");
  }

  const PlanReport& report_;
  const plan::Plan& plan_;
  std::string text_;
};

}  // namespace

std::string plan_calendar(const PlanReport& report) { return PlanCalendarWriter(report).write(); }

std::string no_plan_calendar(const Recommendation& recommendation) {
  const std::string today = compact(recommendation.today);
  std::string text(calendar_head);
  for (const std::string& line : {std::string("BEGIN:VJOURNAL"), std::string("UID:no_plan@plan.socrates.invalid"),
                                  fmt::format("DTSTAMP:{}T000000Z", today), "DTSTART;VALUE=DATE:" + today,
                                  std::string("SUMMARY:There is nothing to plan yet"),
                                  "DESCRIPTION:" + escaped(one_line(summary(recommendation))),
                                  std::string("END:VJOURNAL"), std::string("END:VCALENDAR")})
    text += folded(line);
  return text;
}

}  // namespace socrates::render
