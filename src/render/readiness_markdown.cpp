// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "markdown.hpp"
#include "sentence.hpp"
#include "standing.hpp"

namespace socrates::render {
namespace {

class ReadinessMarkdownWriter {
 public:
  std::string write(const Standing& standing) {
    text_ = fmt::format("# Readiness\n\n**{}**\n", markdown_line(standing.summary));
    if (!standing.answer.empty()) text_ += fmt::format("\n**{}**\n", markdown_line(standing.answer));
    if (standing.compares) list("What moved", standing.moves);
    for (const ReportStanding& report : standing.reports) add(report);
    add_open(standing.open);
    add_gaps(standing);
    add_left_out(standing.left_out);
    if (!standing.not_known.empty())
      text_ += fmt::format("\n## Not known\n\n{}\n", markdown_line(joined(standing.not_known, ", ")));
    if (!standing.sources.empty()) text_ += "\n## Sources\n\n| Key | Title | Publisher |\n| --- | --- | --- |\n";
    for (const SourceLine& source : standing.sources)
      text_ +=
          fmt::format("| `{}` | {} | {} |\n", source.key, markdown_line(source.title), markdown_line(source.publisher));
    text_ += fmt::format("\n---\n\n{} {}\n", markdown_line(standing.origin), markdown_line(standing.disclaimer));
    return std::move(text_);
  }

 private:
  void list(std::string_view heading, const std::vector<std::string>& sentences) {
    text_ += fmt::format("\n## {}\n\n", heading);
    for (const std::string& sentence : sentences) text_ += "- " + markdown_line(sentence) + "\n";
  }

  void add(const ReportStanding& report) {
    std::string title = report.name;
    if (!report.type.empty()) title += ", " + report.type;
    title += report.is_sure ? " (" + report.level + ")" : " (whether it is needed is still open)";
    text_ += fmt::format("\n## {}\n\n", markdown_line(title));
    for (const VerdictLine& verdict : report.verdicts) {
      std::vector<std::string> reasons;
      for (const Reason& reason : verdict.reasons) reasons.push_back(markdown_with_sources(reason));
      text_ += fmt::format("- **{}: {}**", markdown_line(verdict.title), markdown_line(verdict.value));
      if (!reasons.empty()) text_ += ", because " + joined(reasons, "; ");
      text_ += ".";
      if (!verdict.blockers.empty()) text_ += " Held up by " + markdown_line(joined(verdict.blockers, ", ")) + ".";
      if (!verdict.when.empty()) text_ += " " + markdown_line(verdict.when);
      text_ += "\n";
    }
    text_ += "\n| Part | Coverage | If all that is not known is in place | Controls |\n| --- | ---: | ---: | --- |\n";
    for (const PartLine& part : report.parts)
      text_ += fmt::format(
          "| {}{} | {} | {} | {} |\n", markdown_line(part.title), part.is_sure ? "" : " (open)",
          percent_text(part.measure),
          part.measure.if_unknown_in_place ? fmt::format("{} %", *part.measure.if_unknown_in_place) : std::string("-"),
          counts_text(part.measure.counts));
    if (!report.without.empty()) text_ += "\nNothing is in place for:\n\n";
    for (const TargetLine& target : report.without)
      text_ += fmt::format("- {} {}{}\n", markdown_line(target.id), markdown_line(target.label),
                           target.state == readiness::TargetState::not_known ? " (not known)" : "");
    if (!report.notes.empty()) text_ += "\n";
    for (const Reason& note : report.notes) text_ += "- " + markdown_with_sources(note) + "\n";
  }

  void add_open(const std::vector<OpenQuestion>& questions) {
    if (questions.empty()) return;
    text_ += "\n## Open: what is in scope still depends on\n\n| Question | Id |\n| --- | --- |\n";
    for (const OpenQuestion& question : questions)
      text_ += fmt::format("| {} | `{}` |\n", markdown_line(question.ask), question.id);
  }

  void add_gaps(const Standing& standing) {
    if (standing.work.empty()) return;
    text_ += "\n## Gaps\n\n" + markdown_line(standing.work) + "\n";
    if (!standing.shared.empty()) text_ += "\n" + markdown_line(standing.shared) + "\n";
    if (standing.gaps.empty()) return;
    text_ +=
        "\n| | Control | Status | Holds up | For | Weeks | Owner | After | Why it matters | Evidence |\n"
        "| ---: | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n";
    std::size_t number = 0;
    for (const GapLine& gap : standing.gaps)
      text_ += fmt::format("| {} | {} {} | {} | {} | {} | {} | {} | {} | {} | {} |\n", ++number, markdown_line(gap.id),
                           markdown_line(gap.title), markdown_line(gap.status), markdown_or_dash(gap.holds_up),
                           markdown_line(gap.serves), markdown_line(gap.weeks), markdown_line(gap.owner),
                           markdown_or_dash(gap.waits_for), markdown_line(gap.why), markdown_line(gap.evidence));
  }

  void add_left_out(const std::vector<LeftOut>& left_out) {
    if (left_out.empty()) return;
    text_ += "\n## Left out, because it does not apply by your answers\n\n";
    for (const LeftOut& one : left_out)
      text_ += fmt::format("- {} {}: {}\n", markdown_line(one.id), markdown_line(one.title),
                           one.reason.empty() ? "no reason given, and an auditor will ask" : markdown_line(one.reason));
  }

  std::string text_;
};

}  // namespace

std::string readiness_markdown(const ReadinessReport& report) {
  return ReadinessMarkdownWriter().write(standing(report));
}

}  // namespace socrates::render
