// SPDX-License-Identifier: Apache-2.0
#include "advice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "decision_view.hpp"
#include "open_question.hpp"
#include "reports.hpp"
#include "sentence.hpp"
#include "socrates/model/contract.hpp"
#include "socrates/render/answers.hpp"
#include "socrates/render/layout.hpp"

namespace socrates::render {
namespace {

class AdviceAuthor {
 public:
  explicit AdviceAuthor(const Recommendation& recommendation)
      : recommendation_(recommendation), rules_(recommendation.rules) {}

  Advice write() {
    Advice advice;
    advice.summary = summary(recommendation_);
    advice.reports = report_lines();
    add_section(advice, {"Why", "", claims_about_reports()});
    add_section(advice, {advice.reports.empty() ? "Decisions" : "Other decisions", "", other_claims()});
    add_section(advice, set_section("beside_soc", "Beside SOC"));
    add_section(advice, set_section("instead", "Instead of a SOC report"));
    add_section(advice, set_section("request_check", "About what was asked for"));
    add_open_questions(advice);
    for (const std::size_t n : recommendation_.outcome.notes)
      advice.notes.push_back(reason(rules_.notes[n].text, rules_.notes[n].sources));
    for (const std::size_t s : cited_) {
      const model::SourceReference& source = rules_.sources[s];
      advice.sources.push_back({source.id, source.title, source.publisher});
    }
    advice.origin = fmt::format("Rules: {} {}, sha256 {}. Today: {}.", rules_.id, rules_.version,
                                rules_.sha256.substr(0, 12), base::to_text(recommendation_.today));
    advice.disclaimer = "Guidance for a decision; not an audit, and not legal advice.";
    return advice;
  }

 private:
  Reason reason(const std::string& text, const std::vector<std::size_t>& sources) {
    Reason result{filled(text, rules_, recommendation_.answers), {}};
    for (const std::size_t s : sources) {
      result.sources.push_back(rules_.sources[s].id);
      cited_.insert(s);
    }
    return result;
  }

  Claim claim(const DecisionView& view, std::string title, std::string value) {
    Claim result{std::move(title), std::move(value), false, {}, {}};
    for (const engine::Reason& because : view.outcome->because) add_reason(result, view, because);
    return result;
  }

  void add_reason(Claim& claim, const DecisionView& view, const engine::Reason& because) {
    const model::Rule& rule = view.decision->rules[because.rule];
    claim.is_one_of = claim.is_one_of || because.one_of;
    claim.reasons.push_back(reason(rule.because, rule.sources));
    if (rule.reply.empty()) return;
    std::string reply = filled(rule.reply, rules_, recommendation_.answers);
    if (std::find(claim.replies.begin(), claim.replies.end(), reply) == claim.replies.end())
      claim.replies.push_back(std::move(reply));
  }

  std::vector<ReportLine> report_lines() {
    std::vector<ReportLine> lines;
    for (const Report& report : reports) {
      const auto level = find_view(recommendation_, report.decision);
      if (!level) continue;
      ReportLine line{std::string(report.name), label_with_doubt(*level), "", false, {}};
      const auto type = find_view(recommendation_, report.type_decision);
      if (type && !is_surely(*type, "not_applicable")) {
        line.type = label_with_doubt(*type);
        line.type_is_open = !is_settled(*type);
      }
      if (report.decision == "soc2" && !is_surely(*level, "not_needed")) line.categories = category_lines();
      lines.push_back(std::move(line));
    }
    return lines;
  }

  std::vector<CategoryLine> category_lines() {
    std::vector<CategoryLine> lines;
    for (const std::string_view id : model::category_decisions) {
      const auto view = find_view(recommendation_, id);
      if (!view) continue;
      lines.push_back({category_name(id), label_with_doubt(*view),
                       is_surely(*view, "not_needed") ? "" : criteria_of(recommendation_.criteria, id)});
    }
    return lines;
  }

  static std::string label_with_doubt(const DecisionView& view) {
    return is_settled(view) ? label_of(view) : fmt::format("open ({})", possible_label(view));
  }

  void add_claim(std::vector<Claim>& claims, std::string_view id, std::string title) {
    const auto view = find_view(recommendation_, id);
    if (view && is_settled(*view)) claims.push_back(claim(*view, std::move(title), label_of(*view)));
  }

  std::vector<Claim> claims_about_reports() {
    std::vector<Claim> claims;
    for (const Report& report : reports) {
      add_claim(claims, report.decision, std::string(report.name));
      const auto type = find_view(recommendation_, report.type_decision);
      if (type && !is_surely(*type, "not_applicable"))
        add_claim(claims, report.type_decision, fmt::format("Type of the {}", report.name));
      const auto level = find_view(recommendation_, report.decision);
      if (report.decision != "soc2" || !level || is_surely(*level, "not_needed")) continue;
      for (const std::string_view category : model::category_decisions)
        add_claim(claims, category, category_name(category));
    }
    return claims;
  }

  std::vector<Claim> other_claims() {
    std::vector<Claim> claims;
    for (const DecisionView& view : decisions_in_order(recommendation_))
      if (!model::is_contract_decision(view.decision->id))
        claims.push_back(claim(view, title_of(*view.decision), label_with_doubt(view)));
    return claims;
  }

  static std::string possible_label(const DecisionView& view) {
    if (view.decision->combine != model::Combine::collect) return label_of(view);
    std::vector<std::string> labels;
    for (const std::size_t v : view.outcome->maybe) labels.push_back(label_of(view.decision->values[v]));
    return (view.outcome->surely.empty() ? "" : label_of(view) + ", and ") + ("perhaps " + listed(labels, "or"));
  }

  Section set_section(std::string_view id, std::string heading) {
    Section section{std::move(heading), "", {}};
    const auto view = find_view(recommendation_, id);
    if (!view) return section;
    for (const std::size_t element : view->outcome->surely) {
      Claim claim{capitalized(label_of(view->decision->values[element])), "", false, {}, {}};
      for (const engine::Reason& because : view->outcome->because)
        if (because.value == element) add_reason(claim, *view, because);
      section.claims.push_back(std::move(claim));
    }
    std::vector<std::string> labels;
    for (const std::size_t element : view->outcome->maybe) labels.push_back(label_of(view->decision->values[element]));
    if (!labels.empty()) section.sentence = "Open questions could still add: " + joined(labels, "; ") + ".";
    return section;
  }

  static void add_section(Advice& advice, Section section) {
    if (!section.sentence.empty() || !section.claims.empty()) advice.sections.push_back(std::move(section));
  }

  void add_open_questions(Advice& advice) {
    const std::vector<std::size_t> deciding = deciding_questions(recommendation_);
    for (const std::size_t q : recommendation_.outcome.open_questions) {
      const bool decides = std::binary_search(deciding.begin(), deciding.end(), q);
      (decides ? advice.deciding : advice.refining).push_back(open_question(recommendation_, q));
    }
  }

  const Recommendation& recommendation_;
  const model::RuleSet& rules_;
  std::set<std::size_t> cited_;
};

}  // namespace

std::string prose_with_sources(const Reason& reason) {
  const std::string text = prose(reason.text);
  return reason.sources.empty() ? text : fmt::format("{} [{}]", text, joined(reason.sources, ", "));
}

Advice advice(const Recommendation& recommendation) { return AdviceAuthor(recommendation).write(); }

}  // namespace socrates::render
