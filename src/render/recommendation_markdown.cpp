// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "advice.hpp"
#include "explanation.hpp"
#include "markdown.hpp"
#include "sentence.hpp"
#include "socrates/render/recommendation.hpp"

namespace socrates::render {
namespace {

class RecommendationMarkdownWriter {
 public:
  std::string write(const Advice& advice, const std::vector<ExplainedDecision>& explained) {
    text_ = fmt::format("# Which SOC report\n\n**{}**\n", markdown_line(advice.summary));
    add_reports(advice.reports);
    for (const Section& section : advice.sections) add(section);
    add_questions("Open, and able to change what is recommended", advice.deciding);
    add_questions(advice.deciding.empty() ? "Open" : "Open, for the details", advice.refining);
    if (!explained.empty()) text_ += "\n## How the rules came to this\n";
    for (const ExplainedDecision& decision : explained) add(decision);
    if (!advice.notes.empty()) text_ += "\n## Notes\n\n";
    for (const Reason& note : advice.notes) text_ += "- " + markdown_with_sources(note) + "\n";
    if (!advice.sources.empty()) text_ += "\n## Sources\n\n| Key | Title | Publisher |\n| --- | --- | --- |\n";
    for (const SourceLine& source : advice.sources)
      text_ += fmt::format("| {} | {} | {} |\n", code_span(source.key), markdown_line(source.title),
                           markdown_line(source.publisher));
    text_ += fmt::format("\n---\n\n{} {}\n", markdown_line(advice.origin), markdown_line(advice.disclaimer));
    return std::move(text_);
  }

 private:
  void add_reports(const std::vector<ReportLine>& reports) {
    if (reports.empty()) return;
    text_ += "\n| Report | Level | Type |\n| --- | --- | --- |\n";
    for (const ReportLine& report : reports)
      text_ += fmt::format("| {} | {} | {} |\n", markdown_line(report.name), markdown_line(report.level),
                           markdown_or_dash(report.type));
    for (const ReportLine& report : reports) {
      if (report.categories.empty()) continue;
      text_ +=
          fmt::format("\n| Category of the {} | Level | Criteria |\n| --- | --- | --- |\n", markdown_line(report.name));
      for (const CategoryLine& category : report.categories)
        text_ += fmt::format("| {} | {} | {} |\n", markdown_line(category.name), markdown_line(category.level),
                             markdown_or_dash(category.criteria));
    }
  }

  void add(const Section& section) {
    text_ += fmt::format("\n## {}\n", markdown_line(section.heading));
    for (const Claim& claim : section.claims) add(claim);
    if (!section.sentence.empty()) text_ += "\n" + markdown_line(section.sentence) + "\n";
  }

  void add(const Claim& claim) {
    text_ += "\n### " + markdown_line(claim.value.empty() ? claim.title : claim.title + ": " + claim.value) + "\n\n";
    if (claim.is_one_of) text_ += "One of these applies, whichever way the open questions go:\n\n";
    for (const Reason& reason : claim.reasons) text_ += "- " + markdown_with_sources(reason) + "\n";
    for (const std::string& reply : claim.replies)
      text_ += fmt::format("\nWords to send back:\n\n> {}\n", markdown_line(reply));
  }

  void add_questions(std::string_view heading, const std::vector<OpenQuestion>& questions) {
    if (questions.empty()) return;
    text_ += fmt::format("\n## {}\n\n| Question | Id | Could still change |\n| --- | --- | --- |\n", heading);
    for (const OpenQuestion& question : questions)
      text_ += fmt::format("| {} | {} | {} |\n", markdown_line(question.ask), code_span(question.id),
                           markdown_line(listed(question.changes, "and")));
  }

  void add(const ExplainedDecision& decision) {
    text_ += fmt::format("\n### {}: {}\n\n", markdown_line(decision.title), markdown_line(decision.value));
    if (!decision.settled_by.empty()) text_ += fmt::format("- settled by {}\n", code_span(decision.settled_by));
    for (const ExplainedRule& rule : decision.fired) {
      text_ += fmt::format("- {} applies, for {}, by {}\n", code_span(rule.id), markdown_line(rule.value),
                           code_span(rule.by));
      for (const ExplainedCondition& condition : rule.conditions)
        text_ += fmt::format("  - {} by {}\n", code_span(condition.condition), code_span(condition.by));
    }
    for (const ExplainedRule& rule : decision.nearly)
      text_ += fmt::format("- {} nearly applies, for {}; it lacks {}\n", code_span(rule.id), markdown_line(rule.value),
                           code_span(rule.by));
    for (const ExplainedExclusion& excluded : decision.excluded)
      text_ += fmt::format("- out: {}, by {}\n", markdown_line(excluded.values), code_span(excluded.by));
  }

  std::string text_;
};

}  // namespace

std::string recommendation_markdown(const Recommendation& recommendation) {
  return RecommendationMarkdownWriter().write(advice(recommendation), explained(recommendation));
}

}  // namespace socrates::render
