// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "render/decision_words.hpp"
#include "render/documents/explanation.hpp"
#include "render/documents/open_questions.hpp"
#include "render/documents/sources.hpp"
#include "render/report_names.hpp"
#include "render/sentence.hpp"
#include "socrates/engine/asking.hpp"
#include "socrates/model/answer_words.hpp"
#include "socrates/model/contract.hpp"
#include "socrates/render/recommendation.hpp"

namespace socrates::render {
namespace {

/// What a decision can still come to; of a set, what is sure and what is not.
std::string label_with_doubt(const DecisionView& view) {
  if (is_settled(view)) return label_of(view);
  if (view.decision->combine != model::Combine::collect) return fmt::format("open ({})", label_of(view));
  std::vector<std::string> labels;
  for (const std::size_t v : view.outcome->maybe) labels.push_back(label_of(view.decision->values[v]));
  const std::string sure = view.outcome->surely.empty() ? "" : label_of(view) + ", and ";
  return fmt::format("open ({}perhaps {})", sure, listed(labels, "or"));
}

class RecommendationAuthor {
 public:
  explicit RecommendationAuthor(const Recommendation& recommendation)
      : recommendation_(recommendation), rules_(recommendation.rules) {}

  Document write() {
    Document document{
        "Which SOC report", base::to_text(recommendation_.today), {{{summary(recommendation_)}}}, {}, {}, {}};
    if (std::string about = about_text(recommendation_.about); !about.empty())
      document.lead.push_back({{std::move(about)}});
    Entries reports = about_reports();
    const bool speaks_of_reports = !reports.entries.empty();
    document.sections = {{"Reports", {std::move(reports)}},
                         {"Why", {reasons_for_reports()}},
                         {speaks_of_reports ? "Other decisions" : "Decisions", {other_decisions()}},
                         about_set("beside_soc", "Besides SOC"),
                         about_set("instead", "Instead of a SOC report"),
                         about_set("request_check", "About the request")};
    add_open_questions(document);
    document.sections.push_back({"How the rules reached this", {}, explanation(recommendation_)});
    document.sections.push_back({"Notes", {notes()}});
    for (const ReportPart& part : recommendation_.parts) {
      const Document& report = part.document;
      document.lead.insert(document.lead.end(), report.lead.begin(), report.lead.end());
      document.sections.push_back({part.heading, {}, report.sections});
    }
    if (recommendation_.lists_answers) document.sections.push_back(answers());
    add_named_sources(document, rules_.sources);
    document.origin = {fmt::format("Rules: {} {}{}, sha256 {}. Today: {}.", rules_.id, rules_.version,
                                   rules_.has_own_contract ? " with its own contract" : "", rules_.sha256.substr(0, 12),
                                   base::to_text(recommendation_.today)),
                       "Guidance for a decision; not an audit, and not legal advice."};
    for (const ReportPart& part : recommendation_.parts) add_end_of(part.document, document);
    return document;
  }

 private:
  /// What is known, by the sections of the questions.
  [[nodiscard]] Section answers() const {
    Section section{"The answers that this rests on"};
    section.is_folded = true;
    std::optional<std::size_t> last;
    for (std::size_t q = 0; q < rules_.questions.size(); ++q) {
      const model::Question& question = rules_.questions[q];
      if (model::is_unknown(recommendation_.answers[q])) continue;
      if (section.sections.empty() || question.section != last) {
        section.sections.push_back({question.section ? rules_.sections[*question.section].label : ""});
        section.sections.back().blocks.emplace_back(Table{{"Question", "Your answer"}, {}});
        last = question.section;
      }
      std::get<Table>(section.sections.back().blocks.back())
          .rows.push_back({engine::words_of(rules_, recommendation_.answers, q),
                           model::answer_label(question, recommendation_.answers[q])});
    }
    return section;
  }

  [[nodiscard]] Text text_of(const std::string& text, const std::vector<std::size_t>& sources) const {
    return {filled(text, rules_, recommendation_.answers), keys_of(sources, rules_.sources)};
  }

  void add_reason(Entry& entry, const DecisionView& view, const engine::Reason& because) const {
    const model::Rule& rule = view.decision->rules[because.rule];
    if (because.one_of && entry.remarks.empty())
      entry.remarks.push_back({"One of these applies, whatever the answers to the open questions:"});
    entry.reasons.push_back(text_of(rule.because, rule.sources));
    if (rule.reply.empty()) return;
    std::string reply = filled(rule.reply, rules_, recommendation_.answers);
    if (std::find(entry.words_to_send.begin(), entry.words_to_send.end(), reply) == entry.words_to_send.end())
      entry.words_to_send.push_back(std::move(reply));
  }

  [[nodiscard]] Entry entry_of(const DecisionView& view, std::string title, std::string value) const {
    Entry entry{std::move(title), {std::move(value)}};
    for (const engine::Reason& because : view.outcome->because) add_reason(entry, view, because);
    return entry;
  }

  [[nodiscard]] Entries about_reports() const {
    Entries entries;
    for (const Report& report : reports) {
      const auto level = find_view(recommendation_, report.decision);
      if (!level) continue;
      std::string value = label_with_doubt(*level);
      const auto type = find_view(recommendation_, report.type_decision);
      if (type && !is_surely(*type, "not_applicable"))
        value += (is_settled(*type) ? ", " : "; type ") + label_with_doubt(*type);
      Entry entry{name_in(recommendation_, report), {std::move(value)}};
      if (report.decision == "soc2" && !is_surely(*level, "not_needed")) entry.facts = categories();
      entries.entries.push_back(std::move(entry));
    }
    return entries;
  }

  [[nodiscard]] std::vector<Fact> categories() const {
    std::vector<Fact> facts;
    for (const std::string_view id : model::category_decisions) {
      const auto view = find_view(recommendation_, id);
      if (!view) continue;
      const std::string criteria = is_surely(*view, "not_needed") ? "" : criteria_of(recommendation_.criteria, id);
      facts.push_back({criteria.empty() ? category_name(id) : fmt::format("{} ({})", category_name(id), criteria),
                       {label_with_doubt(*view)}});
    }
    return facts;
  }

  void add_settled(Entries& entries, std::string_view id, std::string title) const {
    const auto view = find_view(recommendation_, id);
    if (view && is_settled(*view)) entries.entries.push_back(entry_of(*view, std::move(title), label_of(*view)));
  }

  [[nodiscard]] Entries reasons_for_reports() const {
    Entries entries;
    for (const Report& report : reports) {
      add_settled(entries, report.decision, name_in(recommendation_, report));
      const auto type = find_view(recommendation_, report.type_decision);
      if (type && !is_surely(*type, "not_applicable"))
        add_settled(entries, report.type_decision, fmt::format("Type of the {}", name_in(recommendation_, report)));
      const auto standard = find_view(recommendation_, report.standard_decision);
      if (standard && !is_surely(*standard, "not_applicable"))
        add_settled(entries, report.standard_decision,
                    fmt::format("Standard of the {}", name_in(recommendation_, report)));
      const auto level = find_view(recommendation_, report.decision);
      if (report.decision != "soc2" || !level || is_surely(*level, "not_needed")) continue;
      for (const std::string_view category : model::category_decisions)
        add_settled(entries, category, category_name(category));
    }
    return entries;
  }

  [[nodiscard]] Entries other_decisions() const {
    Entries entries;
    for (const DecisionView& view : decisions_in_order(recommendation_))
      if (!model::is_contract_decision(view.decision->id))
        entries.entries.push_back(entry_of(view, title_of(*view.decision), label_with_doubt(view)));
    return entries;
  }

  [[nodiscard]] Section about_set(std::string_view id, std::string heading) const {
    Section section{std::move(heading)};
    const auto view = find_view(recommendation_, id);
    if (!view) return section;
    Entries entries;
    for (const std::size_t element : view->outcome->surely) {
      Entry entry{capitalized(label_of(view->decision->values[element]))};
      for (const engine::Reason& because : view->outcome->because)
        if (because.value == element) add_reason(entry, *view, because);
      entries.entries.push_back(std::move(entry));
    }
    section.blocks.emplace_back(std::move(entries));
    std::vector<std::string> labels;
    for (const std::size_t element : view->outcome->maybe) labels.push_back(label_of(view->decision->values[element]));
    if (!labels.empty())
      section.blocks.emplace_back(Paragraph{{"Open questions could still add: " + joined(labels, "; ") + "."}});
    return section;
  }

  void add_open_questions(Document& document) const {
    const std::vector<std::size_t> able = deciding_questions(recommendation_);
    std::vector<std::size_t> deciding;
    std::vector<std::size_t> refining;
    for (const std::size_t q : recommendation_.outcome.open_questions)
      (std::binary_search(able.begin(), able.end(), q) ? deciding : refining).push_back(q);
    document.sections.push_back(
        {"Open, and could change the recommendation", {open_questions(recommendation_, deciding)}});
    document.sections.push_back(
        {deciding.empty() ? "Open" : "Open, for the details", {open_questions(recommendation_, refining)}});
  }

  [[nodiscard]] Items notes() const {
    Items list;
    for (const std::size_t n : recommendation_.outcome.notes)
      list.items.push_back({text_of(rules_.notes[n].text, rules_.notes[n].sources)});
    return list;
  }

  const Recommendation& recommendation_;
  const model::RuleSet& rules_;
};

}  // namespace

Document recommendation_document(const Recommendation& recommendation) {
  return RecommendationAuthor(recommendation).write();
}

}  // namespace socrates::render
