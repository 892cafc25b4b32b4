// SPDX-License-Identifier: Apache-2.0
#include "render/documents/open_questions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string_view>

#include "render/decision_words.hpp"
#include "render/report_names.hpp"
#include "render/sentence.hpp"
#include "socrates/engine/asking.hpp"
#include "socrates/model/contract.hpp"

namespace socrates::render {
namespace {

std::string ids_of(const model::Question& question) {
  std::vector<std::string> ids;
  for (const model::Named& option : question.options) ids.push_back(option.id);
  return joined(ids, ", ");
}

bool is_category(std::string_view id) {
  const auto* const end = std::end(model::category_decisions);
  return std::find(std::begin(model::category_decisions), end, id) != end;
}

/// Whether an answer to the question could still change the decision.
bool changes(const Recommendation& recommendation, std::size_t question, std::string_view decision) {
  const auto view = find_view(recommendation, decision);
  if (!view) return false;
  const std::vector<std::size_t>& depends_on = view->outcome->depends_on;
  return std::find(depends_on.begin(), depends_on.end(), question) != depends_on.end();
}

/// A decision as a person speaks of it.
std::string spoken_name(const model::Decision& decision) {
  for (const Report& report : reports) {
    if (decision.id == report.decision) return std::string(report.name);
    if (decision.id == report.type_decision) return fmt::format("type of the {}", report.name);
  }
  if (is_category(decision.id)) return category_name(decision.id);
  if (decision.id == "beside_soc") return "what to have besides SOC";
  if (decision.id == "instead") return "what to have instead";
  if (decision.id == "request_check") return "what to say about the request";
  return title_of(decision);
}

/// What an answer could still change, in words.
std::vector<std::string> changes(const Recommendation& recommendation, std::size_t question) {
  std::vector<std::string> names;
  const bool all_categories = std::all_of(std::begin(model::category_decisions), std::end(model::category_decisions),
                                          [&](std::string_view id) { return changes(recommendation, question, id); });
  for (const DecisionView& view : decisions_in_order(recommendation)) {
    const std::string& id = view.decision->id;
    if (!changes(recommendation, question, id) || (all_categories && is_category(id) && id != "security")) continue;
    names.push_back(all_categories && id == "security" ? "the categories" : spoken_name(*view.decision));
  }
  return names;
}

}  // namespace

std::string answer_command(const model::Question& question) {
  switch (question.kind) {
    case model::QuestionKind::yes_no:
      return fmt::format("--set {}=true or --set {}=false", question.id, question.id);
    case model::QuestionKind::one:
      return fmt::format("--set {}=OPTION", question.id);
    case model::QuestionKind::several:
      return fmt::format("--set {}=OPTION,...", question.id);
    case model::QuestionKind::number:
      break;
  }
  std::string text = fmt::format("--set {}=NUMBER", question.id);
  return question.date ? text + fmt::format(" or --set {}=YYYY-MM-DD", question.date->id) : text;
}

std::string answer_choices(const model::Question& question) {
  switch (question.kind) {
    case model::QuestionKind::yes_no:
      return {};
    case model::QuestionKind::one:
      return "one of " + ids_of(question);
    case model::QuestionKind::several:
      return "any of " + ids_of(question) + "; nothing after = means none";
    case model::QuestionKind::number:
      break;
  }
  std::string text = fmt::format("{} to {}", question.from, question.to);
  if (!question.unit.empty()) text += " " + question.unit;
  for (const model::NamedNumber& named : question.named)
    text += fmt::format("; {} means: {}", named.number, named.meaning);
  return text;
}

Entries open_questions(const Recommendation& recommendation, const std::vector<std::size_t>& questions) {
  Entries entries;
  for (const std::size_t q : questions) {
    const model::Question& question = recommendation.rules.questions[q];
    entries.entries.push_back({engine::words_of(recommendation.rules, recommendation.answers, q),
                               {},
                               Tone::open,
                               {},
                               {},
                               {{"Answer with", {answer_command(question), {}, Style::typed}},
                                {"Choices", {answer_choices(question), {}, Style::typed}},
                                {"Could still change", {listed(changes(recommendation, q), "and")}}}});
  }
  return entries;
}

}  // namespace socrates::render
