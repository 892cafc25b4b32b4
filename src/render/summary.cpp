// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "render/claims.hpp"
#include "render/decision_words.hpp"
#include "render/report_names.hpp"
#include "render/sentence.hpp"
#include "socrates/engine/status.hpp"
#include "socrates/model/answer_words.hpp"
#include "socrates/model/contract.hpp"

namespace socrates::render {
namespace {

/// ` with Security and Availability`: the categories that belong in the SOC 2.
std::string with_categories(const Recommendation& recommendation) {
  std::vector<std::string> sure;
  std::vector<std::string> possible;
  const engine::Reading reading = reading_of(recommendation);
  for (const std::string_view id : model::category_decisions) {
    if (reading.outcome(id) == nullptr) continue;
    if (reading.is_at_least(id, "recommended") || (id == "security" && !reading.may_be(id, "not_needed")))
      sure.push_back(category_name(id));
    else if (reading.may_be(id, "recommended") || reading.may_be(id, "required"))
      possible.push_back(category_name(id));
  }
  std::string text = sure.empty() ? "" : " with " + listed(sure, "and");
  if (!possible.empty()) text += (sure.empty() ? " with, perhaps, " : " and perhaps ") + listed(possible, "and");
  return text;
}

/// `a SOC 1`, `an ISAE 3402`, or where readers ask for both `a combined SOC 1 and ISAE 3402`.
std::string named(const Recommendation& recommendation, const Report& report) {
  const std::string name = name_in(recommendation, report);
  if (reading_of(recommendation).value(report.standard_decision) == "both")
    return fmt::format("a combined {} and {}", name, report.decision == "soc1" ? "ISAE 3402" : "ISAE 3000");
  return (name == report.name ? "a " : "an ") + name;
}

}  // namespace

std::string main_reason(const Recommendation& recommendation, const DecisionView& view) {
  const std::vector<engine::Reason>& because = view.outcome->because;
  if (because.empty()) return {};
  const auto text = [&](const engine::Reason& reason) {
    return filled(view.decision->rules[reason.rule].because, recommendation.rules, recommendation.answers);
  };
  if (!because.front().one_of) return text(because.front());
  if (because.size() > 2) return "one of several reasons applies, whatever the answers to the open questions";
  std::vector<std::string> texts;
  for (const engine::Reason& reason : because) texts.push_back(text(reason));
  return listed(texts, "or");
}

std::string described(const Recommendation& recommendation, const Report& report) {
  std::string text = named(recommendation, report);
  const std::string_view type = reading_of(recommendation).value(report.type_decision);
  if (type == "type_1") text += " Type 1";
  if (type == "type_2") text += " Type 2";
  if (type == "type_1_then_type_2") text += " (a Type 1 first, then a Type 2)";
  return report.decision == "soc2" ? text + with_categories(recommendation) : text;
}

namespace {

std::string with_reason(std::string claim, const std::string& reason) {
  return reason.empty() ? claim : claim + ", because " + reason;
}

/// Each report at that level, with its reason.
std::vector<std::string> claims(const Recommendation& recommendation, std::string_view level) {
  std::vector<std::string> texts;
  for (const Report& report : reports) {
    const auto view = find_view(recommendation, report.decision);
    if (view && is_surely(*view, level))
      texts.push_back(with_reason(described(recommendation, report), main_reason(recommendation, *view)));
  }
  return texts;
}

/// What is settled, strongest first; empty where that is nothing but what is not needed.
std::string settled_sentences(const Recommendation& recommendation) {
  std::vector<std::string> sentences;
  if (const auto needed = claims(recommendation, "required"); !needed.empty())
    sentences.push_back("You need " + joined(needed, "; and ") + ".");
  if (const auto recommended = claims(recommendation, "recommended"); !recommended.empty())
    sentences.push_back("Recommended: " + joined(recommended, "; and ") + ".");
  if (const auto optional = claims(recommendation, "optional"); !optional.empty())
    sentences.push_back("Optional: " + joined(optional, "; and ") + ".");
  return joined(sentences, " ");
}

/// What notes have to say at once, such as that a date cannot be met; empty where no note has.
std::string said_by_notes(const Recommendation& recommendation) {
  std::string text;
  for (const std::size_t n : recommendation.outcome.notes)
    if (const base::SharedText& said = recommendation.rules.notes[n].summary; !said.empty())
      text += " " + filled(said, recommendation.rules, recommendation.answers);
  return text;
}

/// ` Instead: a readiness roadmap.`
std::string what_instead(const Recommendation& recommendation) {
  const auto instead = find_view(recommendation, "instead");
  return instead && !instead->outcome->surely.empty() ? " Instead: " + label_of(*instead) + "." : "";
}

/// `You need no SOC report: ... Instead: ...`
std::string nothing_needed(const Recommendation& recommendation) {
  std::vector<std::string> reasons;
  for (const std::string_view id : {"soc1", "soc2"}) {
    const auto view = find_view(recommendation, id);
    const std::string reason = view ? main_reason(recommendation, *view) : "";
    if (!reason.empty() && std::find(reasons.begin(), reasons.end(), reason) == reasons.end())
      reasons.push_back(reason);
  }
  std::string text = "You need no SOC report";
  if (!reasons.empty()) text += ": " + joined(reasons, "; and ");
  text += ".";
  return text + what_instead(recommendation);
}

/// `whether a SOC 1 is needed, and of which type`.
std::string open_matter(const Recommendation& recommendation, const Report& report) {
  const auto level = find_view(recommendation, report.decision);
  const auto type = find_view(recommendation, report.type_decision);
  const bool type_is_open = type && !is_settled(*type);
  if (level && !is_settled(*level)) {
    const bool is_wide =
        level->outcome->possible.size() > 2 || (can_be(*level, "not_needed") && can_be(*level, "required"));
    return fmt::format("whether {} is {}{}", named(recommendation, report), is_wide ? "needed" : label_of(*level),
                       type_is_open ? ", and of which type" : "");
  }
  return type_is_open ? fmt::format("which type of {} is called for", name_in(recommendation, report)) : "";
}

/// Why it cannot be told.
std::string who_decides(std::size_t questions) {
  return fmt::format("{} {} open that could change this", counted(questions, "question"),
                     questions == 1 ? "is" : "are");
}

std::string cannot_tell(const Recommendation& recommendation) {
  std::vector<std::string> matters;
  for (const Report& report : reports)
    if (std::string matter = open_matter(recommendation, report); !matter.empty()) matters.push_back(std::move(matter));
  const std::size_t open = deciding_questions(recommendation).size();
  const std::string text = fmt::format("Cannot tell yet: {}. {}.", joined(matters, "; "), who_decides(open));
  const std::string settled = settled_sentences(recommendation);
  return settled.empty() ? text : text + " " + settled;
}

bool is_level(const model::Named& value) {
  return value.id == "not_needed" || value.id == "optional" || value.id == "recommended" || value.id == "required";
}

/// The rules decide on reports, and in the words that the sentences about them are made for.
bool speaks_of_reports(const Recommendation& recommendation) {
  for (const Report& report : reports) {
    const auto view = find_view(recommendation, report.decision);
    if (view && (view->decision->combine != model::Combine::strongest ||
                 !std::all_of(view->decision->values.begin(), view->decision->values.end(), is_level)))
      return false;
  }
  return std::any_of(std::begin(model::deciding_decisions), std::end(model::deciding_decisions),
                     [&](std::string_view id) { return find_view(recommendation, id).has_value(); });
}

/// For a rule set about something else: what each of its decisions says.
std::string summary_of_others(const Recommendation& recommendation) {
  std::vector<std::string> settled;
  std::vector<std::string> open;
  for (const DecisionView& view : decisions_in_order(recommendation)) {
    const std::string title = title_of(*view.decision);
    (is_settled(view) ? settled : open).push_back(is_settled(view) ? title + ": " + label_of(view) : title);
  }
  std::string text = settled.empty() ? "" : capitalized(joined(settled, "; ")) + ".";
  if (open.empty()) return text;
  const std::size_t questions = recommendation.outcome.open_questions.size();
  return fmt::format("Cannot tell yet: {}. {}.{}{}", listed(open, "and"), who_decides(questions),
                     text.empty() ? "" : " ", text);
}

}  // namespace

std::string about_text(const model::About& about) {
  if (about.service.empty() && !about.answered_on) return {};
  const std::string when = about.answered_on ? "answers of " + base::to_text(*about.answered_on) : "";
  if (about.service.empty()) return "By " + when + ".";
  return "About " + about.service + (when.empty() ? "" : ", by " + when) + ".";
}

std::vector<std::size_t> deciding_questions(const Recommendation& recommendation) {
  std::set<std::size_t> questions;
  for (const std::string_view id : model::deciding_decisions)
    if (const auto view = find_view(recommendation, id))
      questions.insert(view->outcome->depends_on.begin(), view->outcome->depends_on.end());
  return {questions.begin(), questions.end()};
}

std::string summary(const Recommendation& recommendation) {
  if (!speaks_of_reports(recommendation)) return summary_of_others(recommendation) + said_by_notes(recommendation);
  if (!engine::is_decided(recommendation.rules, recommendation.outcome))
    return cannot_tell(recommendation) + said_by_notes(recommendation);
  const std::string settled = settled_sentences(recommendation);
  if (settled.empty()) return nothing_needed(recommendation) + said_by_notes(recommendation);
  if (!settled.starts_with("Optional")) return settled + said_by_notes(recommendation);
  return "No SOC report is needed now. " + settled + what_instead(recommendation) + said_by_notes(recommendation);
}

}  // namespace socrates::render
