// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "advice.hpp"
#include "explanation.hpp"
#include "sentence.hpp"
#include "socrates/render/recommendation.hpp"

namespace socrates::render {
namespace {

constexpr std::string_view one_of_sentence = "One of these applies, whichever way the open questions go:";

class RecommendationTextWriter {
 public:
  explicit RecommendationTextWriter(Color color) : color_(color) {}

  std::string write(const Advice& advice, const std::vector<ExplainedDecision>& explained) {
    text_ = paragraph(advice.summary);
    add_reports(advice.reports);
    for (const Section& section : advice.sections) add(section);
    add_questions(advice);
    if (!explained.empty()) heading("How the rules came to this");
    for (const ExplainedDecision& decision : explained) add(decision);
    if (!advice.notes.empty()) heading("Notes");
    for (const Reason& note : advice.notes) text_ += bullet(prose_with_sources(note), 2);
    if (!advice.sources.empty()) heading("Sources");
    for (const SourceLine& source : advice.sources)
      text_ += wrap(fmt::format("{}: {}, {}", source.key, prose(source.title), prose(source.publisher)), {2, 4});
    text_ += "\n" + wrap(prose(advice.origin)) + wrap(prose(advice.disclaimer));
    return std::move(text_);
  }

 private:
  /// Accents go on once the lines are laid out, as they take no room on them.
  [[nodiscard]] std::string paragraph(const std::string& text) const {
    const std::string lines = wrap(prose(text));
    return bold(lines.substr(0, lines.size() - 1), color_) + "\n";
  }

  void heading(std::string_view title) { text_ += "\n" + bold(title, color_) + "\n"; }

  void add_reports(const std::vector<ReportLine>& reports) {
    if (reports.empty()) return;
    heading("Reports");
    for (const ReportLine& report : reports) {
      std::string line = fmt::format("{}: {}", report.name, prose(report.level));
      if (!report.type.empty()) line += (report.type_is_open ? "; type " : ", ") + prose(report.type);
      text_ += wrap(line, {2, 4});
      for (const CategoryLine& category : report.categories) {
        const std::string criteria = category.criteria.empty() ? "" : fmt::format(" ({})", prose(category.criteria));
        text_ += wrap(fmt::format("{}{}: {}", category.name, criteria, prose(category.level)), {4, 6});
      }
    }
  }

  void add(const Section& section) {
    heading(section.heading);
    for (const Claim& claim : section.claims) add(claim);
    if (!section.sentence.empty()) text_ += wrap(prose(section.sentence), {2, 2});
  }

  void add(const Claim& claim) {
    text_ += wrap(claim.value.empty() ? prose(claim.title) : prose(claim.title) + ": " + prose(claim.value), {2, 4});
    if (claim.is_one_of) text_ += wrap(one_of_sentence, {4, 4});
    for (const Reason& reason : claim.reasons) text_ += bullet(prose_with_sources(reason), 4);
    for (const std::string& reply : claim.replies)
      text_ += wrap("Words to send back:", {4, 4}) + wrap("\"" + prose(reply) + "\"", {6, 6});
  }

  void add_questions(const Advice& advice) {
    if (!advice.deciding.empty()) {
      heading("Open, and able to change what is recommended");
      for (const OpenQuestion& question : advice.deciding) add(question);
    }
    if (!advice.refining.empty()) {
      heading(advice.deciding.empty() ? "Open" : "Open, for the details");
      for (const OpenQuestion& question : advice.refining) add(question);
    }
  }

  void add(const ExplainedDecision& decision) {
    text_ += wrap(prose(decision.title) + ": " + prose(decision.value), {2, 4});
    if (!decision.settled_by.empty()) text_ += labelled("settled by", decision.settled_by, 4);
    for (const ExplainedRule& rule : decision.fired) {
      text_ += labelled("applies:", rule.id + ", for " + prose(rule.value), 4);
      for (const ExplainedCondition& condition : rule.conditions)
        text_ += labelled("-", condition.condition, 6) + labelled("by", condition.by, 8);
      if (rule.conditions.empty()) text_ += labelled("by", rule.by, 8);
    }
    for (const ExplainedRule& rule : decision.nearly)
      text_ += labelled("nearly:", rule.id + ", for " + prose(rule.value), 4) + labelled("lacks", rule.by, 8);
    for (const ExplainedExclusion& excluded : decision.excluded)
      text_ += labelled("out:", prose(excluded.values), 4) + labelled("by", excluded.by, 8);
  }

  void add(const OpenQuestion& question) {
    text_ += bullet(prose(question.ask), 2);
    text_ +=
        wrap("answer with " + question.pass + (question.choices.empty() ? "" : ": " + prose(question.choices)), {4, 6});
    text_ += wrap("could still change: " + prose(listed(question.changes, "and")), {4, 6});
  }

  Color color_;
  std::string text_;
};

}  // namespace

std::string recommendation_text(const Recommendation& recommendation, Color color) {
  return RecommendationTextWriter(color).write(advice(recommendation), explained(recommendation));
}

}  // namespace socrates::render
