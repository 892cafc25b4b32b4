// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "sentence.hpp"
#include "socrates/render/escape.hpp"
#include "standing.hpp"

namespace socrates::render {
namespace {

constexpr int bar_width = 24;

/// `[########????........]`: in place, not known, the rest.
std::string bar(const Measure& measure) {
  if (!measure.percent) return "[" + std::string(bar_width, ' ') + "]";
  const auto cells = [](int percent) { return static_cast<std::size_t>(percent * bar_width / 100); };
  const std::size_t filled = cells(*measure.percent);
  const std::size_t possible = cells(measure.if_unknown_in_place.value_or(*measure.percent));
  return "[" + std::string(filled, '#') + std::string(possible - filled, '?') + std::string(bar_width - possible, '.') +
         "]";
}

std::string padded(std::string_view text, std::size_t width) {
  const std::size_t used = width_of(text);
  return std::string(text) + std::string(used < width ? width - used : 0, ' ');
}

class ReadinessTextWriter {
 public:
  ReadinessTextWriter(const Standing& standing, Color color) : standing_(standing), color_(color) {}

  std::string write() {
    text_ = bold(wrap(prose(standing_.summary)), color_);
    if (!standing_.answer.empty()) {
      const std::string answer = wrap(prose(standing_.answer));
      text_ += "\n" + (standing_.answer_tone == Tone::bad ? red(answer, color_) : bold(answer, color_));
    }
    add_moves();
    for (const ReportStanding& report : standing_.reports) add(report);
    add_open();
    add_gaps();
    add_left_out();
    add_list("Not known", standing_.not_known);
    add_sources();
    text_ += "\n" + faint(wrap(prose(standing_.origin)) + wrap(prose(standing_.disclaimer)), color_);
    return std::move(text_);
  }

 private:
  void heading(std::string_view title) { text_ += "\n" + bold(wrap(prose(title)), color_); }

  void add_moves() {
    if (!standing_.compares) return;
    heading("What moved");
    for (const std::string& move : standing_.moves) text_ += wrap(prose(move), {2, 4});
  }

  void add(const ReportStanding& report) {
    std::string title = report.name;
    if (!report.type.empty()) title += fmt::format(", {}", report.type);
    title += report.is_sure ? fmt::format(" ({})", report.level) : " (whether it is needed is still open)";
    heading(title);
    if (report.measure.if_unknown_in_place != report.measure.percent)
      text_ += wrap(fmt::format("{} in place, with what is not known counted as missing; {} % if all of that is in "
                                "place.",
                                percent_text(report.measure), *report.measure.if_unknown_in_place),
                    {2, 2});
    for (const VerdictLine& verdict : report.verdicts) add(verdict);
    text_ += "\n";
    std::size_t width = 0;
    for (const PartLine& part : report.parts) width = std::max(width, width_of(prose(part.title)));
    for (const PartLine& part : report.parts) {
      text_ += fmt::format("  {}  {} {:>4}{}\n", padded(prose(part.title), width), bar(part.measure),
                           part.measure.percent ? fmt::format("{} %", *part.measure.percent) : "-",
                           part.is_sure ? "" : "  open");
      text_ += wrap(counts_text(part.measure.counts), {4, 4});
    }
    if (!report.without.empty()) text_ += "\n" + wrap("Nothing in place for:", {2, 2});
    for (const TargetLine& target : report.without)
      text_ += labelled(fmt::format("{:<6}", prose(target.id)),
                        target.state == readiness::TargetState::not_known ? prose(target.label) + " (not known)"
                                                                          : prose(target.label),
                        4);
    if (!report.notes.empty()) text_ += "\n";
    for (const Reason& note : report.notes) text_ += wrap("- " + prose_with_sources(note), {2, 4});
  }

  void add(const VerdictLine& verdict) {
    const std::string line = fmt::format("{}: {}", verdict.title, verdict.value);
    text_ += wrap(prose(line), {2, 4});
    for (const Reason& reason : verdict.reasons) text_ += wrap("because " + prose_with_sources(reason), {4, 4});
    if (!verdict.blockers.empty()) text_ += wrap("held up by " + prose(joined(verdict.blockers, ", ")), {4, 4});
    if (!verdict.when.empty()) text_ += wrap(prose(verdict.when), {4, 4});
  }

  void add_open() {
    if (standing_.open.empty()) return;
    heading("Open: what is in scope still depends on");
    for (const OpenQuestion& question : standing_.open) {
      text_ += wrap("- " + prose(question.ask), {2, 4});
      text_ += wrap(
          prose(question.choices.empty() ? question.pass : fmt::format("{} ({})", question.pass, question.choices)),
          {4, 4});
    }
  }

  void add_gaps() {
    if (standing_.work.empty()) return;
    heading(standing_.gaps.empty() ? "Gaps" : "Gaps, in the order in which to close them");
    text_ += wrap(prose(standing_.work), {2, 2});
    if (!standing_.shared.empty()) text_ += wrap(prose(standing_.shared), {2, 2});
    std::size_t number = 0;
    for (const GapLine& gap : standing_.gaps) {
      std::string title =
          fmt::format("{} {} ({}{}{})", gap.id, gap.title, gap.status, gap.holds_up.empty() ? "" : "; ", gap.holds_up);
      text_ += "\n" + labelled(fmt::format("{:>3}.", ++number), prose(title));
      text_ += wrap(prose(gap.why), {5, 5});
      text_ += wrap("Evidence: " + prose(gap.evidence), {5, 7});
      text_ += wrap(prose(fmt::format("{}; usually {}; for {}", gap.weeks, gap.owner, gap.serves)), {5, 7});
      if (!gap.waits_for.empty()) text_ += wrap("After " + prose(gap.waits_for), {5, 7});
    }
  }

  void add_left_out() {
    if (standing_.left_out.empty()) return;
    heading("Left out, because it does not apply by your answers");
    for (const LeftOut& one : standing_.left_out)
      text_ += wrap(prose(fmt::format("{} {}: {}", one.id, one.title,
                                      one.reason.empty() ? "no reason given, and an auditor will ask" : one.reason)),
                    {2, 4});
  }

  void add_list(std::string_view title, const std::vector<std::string>& ids) {
    if (ids.empty()) return;
    heading(title);
    text_ += wrap(prose(joined(ids, ", ")), {2, 2});
  }

  void add_sources() {
    if (standing_.sources.empty()) return;
    heading("Sources");
    for (const SourceLine& source : standing_.sources)
      text_ += wrap(prose(fmt::format("[{}] {} ({})", source.key, source.title, source.publisher)), {2, 4});
  }

  const Standing& standing_;
  Color color_;
  std::string text_;
};

}  // namespace

std::string readiness_text(const ReadinessReport& report, Color color) {
  const Standing said = standing(report);
  return ReadinessTextWriter(said, color).write();
}

}  // namespace socrates::render
