// SPDX-License-Identifier: Apache-2.0
//
// Everything that a template can name, as words: what is not known stays without a value, so that a blank comes of it.
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "render/claims.hpp"
#include "render/decision_words.hpp"
#include "render/draft_words.hpp"
#include "render/plan_words.hpp"
#include "render/report_names.hpp"
#include "render/sentence.hpp"
#include "socrates/engine/asking.hpp"
#include "socrates/engine/reading.hpp"
#include "socrates/engine/status.hpp"
#include "socrates/model/answer_words.hpp"
#include "socrates/model/contract.hpp"
#include "socrates/render/draft.hpp"

namespace socrates::render {
namespace {

using Words = std::optional<std::string>;

class DraftAuthor {
 public:
  explicit DraftAuthor(const DraftInputs& inputs)
      : inputs_(inputs), recommendation_(inputs.recommendation), reading_(reading_of(inputs.recommendation)) {}

  DraftValues write() {
    add_origin();
    add_outcome();
    add_reports();
    add_findings();
    add_answers();
    add_plan();
    add_held_reports(inputs_, reading_, values_);
    if (inputs_.bridge) add_bridge(inputs_, values_);
    return std::move(values_);
  }

 private:
  void add_text(std::string name, Words words) {
    if (words && words->empty()) words = std::nullopt;
    values_.texts.emplace(std::move(name), std::move(words));
  }

  void add_condition(std::string name, bool holds) { values_.conditions.emplace(std::move(name), holds); }

  /// A list whose elements have one text each.
  void add_list(std::string name, const std::string& element, const std::vector<std::string>& texts) {
    std::vector<DraftValues> all;
    for (const std::string& text : texts) all.push_back({{{element, text}}, {}, {}});
    values_.lists.emplace(std::move(name), std::move(all));
  }

  [[nodiscard]] bool is_called_for(std::string_view decision) const {
    return reading_.is_at_least(decision, "recommended");
  }

  [[nodiscard]] bool leads_to_type_2(std::string_view decision) const {
    const std::string_view type = reading_.value(decision);
    return type == "type_2" || type == "type_1_then_type_2";
  }

  [[nodiscard]] bool is_isae(std::string_view decision) const {
    const std::string_view standard = reading_.value(decision);
    return standard == "isae" || standard == "both";
  }

  void add_origin() {
    const model::RuleSet& rules = recommendation_.rules;
    add_text("today", base::to_text(recommendation_.today));
    add_text("service", recommendation_.about.service);
    add_text("answered_on", date_words(recommendation_.about.answered_on));
    add_text("origin", inputs_.plan != nullptr ? origin_of(*inputs_.plan)
                                               : fmt::format("Rules {} {}, sha256 {}.", rules.id, rules.version,
                                                             rules.sha256.substr(0, 12)));
  }

  void add_outcome() {
    const bool is_decided = engine::is_decided(recommendation_.rules, recommendation_.outcome);
    const bool is_any = is_called_for("soc1") || is_called_for("soc2") || is_called_for("soc3");
    add_text("summary", summary(recommendation_));
    add_condition("decided", is_decided);
    add_condition("none_needed", is_decided && !is_any);
    for (const std::string_view id : {"soc1", "soc2", "soc3"}) add_condition(std::string(id), is_called_for(id));
    add_condition("several_reports", is_called_for("soc1") && is_called_for("soc2"));
    add_condition("isae", is_isae("soc1_standard") || is_isae("soc2_standard"));
    add_condition("type_2", (is_called_for("soc1") && leads_to_type_2("soc1_type")) ||
                                (is_called_for("soc2") && leads_to_type_2("soc2_type")));
    std::vector<std::string> categories;
    for (const std::string_view id : model::category_decisions)
      if (is_called_for(id)) categories.push_back(category_name(id));
    add_text("categories", listed(categories, "and"));
    const auto* const months = reading_.as<model::Number>("minimum_period_months");
    add_text("minimum_months",
             months != nullptr && months->value > 0 ? Words(counted(months->value, "month")) : Words());
  }

  void add_reports() {
    std::vector<DraftValues> all;
    for (const Report& report : reports) {
      const auto view = find_view(recommendation_, report.decision);
      if (!view || !is_called_for(report.decision)) continue;
      const std::string level = is_settled(*view) ? label_of(*view) : std::string();
      all.push_back({{{"report", described(recommendation_, report)},
                      {"report_level", level.empty() ? Words() : Words(level)},
                      {"report_because", words_or_none(main_reason(recommendation_, *view))}},
                     {},
                     {}});
    }
    values_.lists.emplace("reports", std::move(all));
    std::vector<std::string> questions;
    for (const std::size_t q : deciding_questions(recommendation_))
      questions.push_back(engine::words_of(recommendation_.rules, recommendation_.answers, q));
    add_list("open_questions", "open_question", questions);
  }

  void add_findings() {
    std::vector<DraftValues> all;
    if (const auto view = find_view(recommendation_, "request_check"))
      for (const std::size_t element : view->outcome->surely) all.push_back(finding_of(*view, element));
    values_.lists.emplace("findings", std::move(all));
    add_list("beside", "beside_name", labels_beside());
    add_list("instead", "instead_name", labels_of_set("instead"));
  }

  [[nodiscard]] DraftValues finding_of(const DecisionView& view, std::size_t element) const {
    DraftValues finding{{{"finding", capitalized(label_of(view.decision->values[element]))},
                         {"finding_because", std::nullopt},
                         {"finding_reply", std::nullopt}},
                        {},
                        {}};
    for (const engine::Reason& because : view.outcome->because) {
      if (because.value != element) continue;
      const model::Rule& rule = view.decision->rules[because.rule];
      const auto text = [&](const std::string& words) {
        return words_or_none(model::filled(words, recommendation_.rules, recommendation_.answers));
      };
      if (!finding.texts.at("finding_because")) finding.texts["finding_because"] = text(rule.because);
      if (!finding.texts.at("finding_reply")) finding.texts["finding_reply"] = text(rule.reply);
    }
    return finding;
  }

  /// What is still to get: neither what is held, nor the ISAE under which the report itself is made.
  [[nodiscard]] std::vector<std::string> labels_beside() const {
    std::vector<std::string> labels;
    if (const auto view = find_view(recommendation_, "beside_soc"))
      for (const std::size_t element : view->outcome->surely) {
        const model::Named& value = view->decision->values[element];
        const bool is_the_report = (value.id == "isae_3402" && is_called_for("soc1") && is_isae("soc1_standard")) ||
                                   (value.id == "isae_3000" && is_called_for("soc2") && is_isae("soc2_standard"));
        if (!is_the_report && !reading_.holds("reports_held", value.id)) labels.push_back(label_of(value));
      }
    return labels;
  }

  [[nodiscard]] std::vector<std::string> labels_of_set(std::string_view decision) const {
    std::vector<std::string> labels;
    if (const auto view = find_view(recommendation_, decision))
      for (const std::size_t element : view->outcome->surely)
        labels.push_back(label_of(view->decision->values[element]));
    return labels;
  }

  /// The labels of what is surely chosen.
  [[nodiscard]] std::vector<std::string> chosen(std::string_view question) const {
    std::vector<std::string> labels;
    for (const model::Question& known : recommendation_.rules.questions)
      if (known.id == question)
        for (const model::Named& option : known.options)
          if (reading_.holds(question, option.id)) labels.push_back(label_of(option));
    return labels;
  }

  void add_answers() {
    add_text("requests", listed(chosen("requested_reports"), "and"));
    add_list("offerings", "offering", chosen("offering"));
    add_list("activities", "activity", chosen("financial_activities"));
    add_list("promises", "promise", chosen("commitments"));
    add_list("kinds_of_data", "kind_of_data", chosen("data_kinds"));
    add_list("requesters", "requester", chosen("requested_by"));
  }

  void add_plan() {
    const plan::Plan* const plan = inputs_.plan == nullptr ? nullptr : &inputs_.plan->plan;
    add_condition("planned", plan != nullptr);
    add_condition("auditor_engaged", inputs_.auditor == model::ControlStatus::in_place);
    add_condition("auditor_not_engaged", inputs_.auditor != model::ControlStatus::in_place &&
                                             inputs_.auditor != model::ControlStatus::unknown);
    add_text("needed_by", plan == nullptr ? Words() : date_words(plan->needed_by));
    add_condition("too_late", plan != nullptr && plan->fit == plan::Fit::too_late);
    add_condition("only_early", plan != nullptr && plan->fit == plan::Fit::only_early);
    add_condition("in_time", plan != nullptr && plan->fit == plan::Fit::fits);
    add_list("meanwhile", "shown", inputs_.engagement.meanwhile);
    add_plan_lists(inputs_.plan, values_);
  }

  const DraftInputs& inputs_;
  const Recommendation& recommendation_;
  engine::Reading reading_;
  DraftValues values_;
};

}  // namespace

std::optional<std::string> date_words(const std::optional<base::Date>& date) {
  return date ? std::optional(base::to_text(*date)) : std::nullopt;
}

std::optional<std::string> words_or_none(std::string words) {
  return words.empty() ? std::nullopt : std::optional(std::move(words));
}

DraftValues draft_values(const DraftInputs& inputs) { return DraftAuthor(inputs).write(); }

}  // namespace socrates::render
