// SPDX-License-Identifier: Apache-2.0
#include "asked.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "history.hpp"
#include "socrates/model/contract.hpp"

namespace socrates::gate {
namespace {

using model::Answers;
using model::Chosen;
using model::RuleSet;

/// The option of `reports_held` under which a report counts, as far as its type is known.
Chosen holds(const model::Inventory& inventory, std::string_view option, std::optional<base::Date> day) {
  Maybe any = false;
  for (const model::HeldReport& report : inventory.reports) {
    for (const model::Family family : families_of(report)) {
      Maybe is_it = false;
      if (!has_types(family) || family == model::Family::isae_3402) {
        is_it = model::id_of(family) == option;
      } else if (option.starts_with(model::id_of(family))) {
        is_it = report.type ? Maybe(option.ends_with(model::id_of(*report.type))) : std::nullopt;
      }
      any = either(any, both(is_it, is_issued_by(report, day)));
    }
  }
  return !any ? Chosen::unknown : *any ? Chosen::yes : Chosen::no;
}

model::Answer held_answer(const model::Question& question, const model::Inventory& inventory,
                          std::optional<base::Date> day) {
  model::Selection selection;
  for (const model::Named& option : question.options) selection.options.push_back(holds(inventory, option.id, day));
  return selection;
}

/// The values that a decision can still take, as ids; empty where the rules do not have it.
class Values {
 public:
  Values(const RuleSet& rules, const engine::Outcome& outcome) : rules_(rules), outcome_(outcome) {}

  [[nodiscard]] std::set<std::string> possible(std::string_view decision) const {
    std::set<std::string> ids;
    if (const auto d = model::find_decision(rules_, decision))
      for (const std::size_t value : outcome_.decisions[*d].possible) ids.insert(rules_.decisions[*d].values[value].id);
    return ids;
  }
  /// The value, where it is settled.
  [[nodiscard]] std::string settled(std::string_view decision) const {
    const std::set<std::string> ids = possible(decision);
    return ids.size() == 1 ? *ids.begin() : std::string();
  }
  [[nodiscard]] std::set<std::string> members(std::string_view decision, bool sure) const {
    std::set<std::string> ids;
    if (const auto d = model::find_decision(rules_, decision)) {
      const engine::DecisionOutcome& outcome = outcome_.decisions[*d];
      for (const std::size_t value : sure ? outcome.surely : outcome.maybe)
        ids.insert(rules_.decisions[*d].values[value].id);
    }
    return ids;
  }

 private:
  const RuleSet& rules_;
  const engine::Outcome& outcome_;
};

std::optional<Weight> weight_of(std::string_view level) {
  if (level == "required") return Weight::required;
  if (level == "recommended") return Weight::recommended;
  return std::nullopt;
}

void set_type(std::string_view type, model::Requirement& requirement) {
  if (type == "type_1") requirement.type = model::ReportType::type_1;
  if (type == "type_2" || type == "type_1_then_type_2") requirement.type = model::ReportType::type_2;
  if (type == "type_1_then_type_2") requirement.type_1_accepted = true;
}

void set_categories(const Values& values, model::Requirement& requirement) {
  std::vector<model::TrustCategory> needed;
  std::vector<model::TrustCategory> preferred;
  for (std::size_t i = 0; i < std::size(model::Ids<model::TrustCategory>::all); ++i) {
    const std::string level = values.settled(model::Ids<model::TrustCategory>::all[i]);
    const auto category = static_cast<model::TrustCategory>(i);
    if (level == "required" || category == model::TrustCategory::security)
      needed.push_back(category);
    else if (level == "recommended")
      preferred.push_back(category);
  }
  requirement.categories = needed;
  requirement.categories_preferred = preferred;
}

void set_minimum_period(const RuleSet& rules, const Answers& answers, model::Requirement& requirement) {
  const auto q = model::find_question(rules, "minimum_period_months");
  const auto* const months = q ? std::get_if<model::Number>(&answers[*q]) : nullptr;
  if (months != nullptr && months->value > 0) requirement.period_months_at_least = months->value;
}

/// The families of `beside_soc`; what stands there is called for, and nobody has asked for it by name.
void add_beside(const Values& values, std::vector<Derived>& requirements) {
  for (const std::string& id : values.members("beside_soc", true))
    for (std::size_t i = 0; i < std::size(model::Ids<model::Family>::all); ++i)
      if (model::Ids<model::Family>::all[i] == id) {
        Derived derived;
        derived.requirement.id = id;
        derived.requirement.report = static_cast<model::Family>(i);
        derived.weight = Weight::recommended;
        requirements.push_back(std::move(derived));
      }
}

/// The questions on which decisions hang that say what is asked for.
std::vector<std::string> open_questions(const RuleSet& rules, const engine::Outcome& outcome) {
  std::set<std::size_t> open;
  for (std::size_t d = 0; d < rules.decisions.size(); ++d) {
    const std::string& id = rules.decisions[d].id;
    const bool counts = std::find(std::begin(model::deciding_decisions), std::end(model::deciding_decisions), id) !=
                            std::end(model::deciding_decisions) ||
                        std::find(std::begin(model::category_decisions), std::end(model::category_decisions), id) !=
                            std::end(model::category_decisions) ||
                        id == "beside_soc";
    if (!counts) continue;
    const std::vector<std::size_t>& depends_on = outcome.decisions[d].depends_on;
    open.insert(depends_on.begin(), depends_on.end());
  }
  std::vector<std::string> asks;
  for (const std::size_t question : open) asks.push_back(rules.questions[question].ask);
  return asks;
}

}  // namespace

Answers answers_for(const model::Deal& deal, const Company& company, const RuleSet& selection,
                    std::optional<base::Date> decision) {
  Answers answers = company.profile;
  answers.resize(selection.questions.size());
  for (std::size_t q = 0; q < deal.answers.size() && q < answers.size(); ++q)
    if (!model::is_unknown(deal.answers[q])) answers[q] = deal.answers[q];
  if (const auto q = model::find_question(selection, "reports_held"))
    if (selection.questions[*q].kind == model::QuestionKind::several)
      answers[*q] = held_answer(selection.questions[*q], company.inventory, decision);
  return answers;
}

DerivedRequirements derived_requirements(const engine::CompiledRules& selection, const Answers& answers,
                                         const engine::Outcome& outcome) {
  const Values values(selection.rules, outcome);
  DerivedRequirements derived;
  derived.open = open_questions(selection.rules, outcome);
  for (const auto& [id, family] :
       {std::make_pair("soc1", model::Family::soc1), std::make_pair("soc2", model::Family::soc2),
        std::make_pair("soc3", model::Family::soc3)}) {
    const auto weight = weight_of(values.settled(id));
    if (!weight) continue;
    Derived one;
    one.requirement.id = id;
    one.requirement.report = family;
    one.weight = *weight;
    set_type(values.settled(std::string(id) + "_type"), one.requirement);
    if (family == model::Family::soc2) set_categories(values, one.requirement);
    if (family != model::Family::soc3) set_minimum_period(selection.rules, answers, one.requirement);
    derived.requirements.push_back(std::move(one));
  }
  add_beside(values, derived.requirements);
  return derived;
}

AskFits ask_fits(const engine::CompiledRules& selection, const Answers& answers,
                 const std::vector<model::Family>& asked) {
  const RuleSet& rules = selection.rules;
  const auto requested = model::find_question(rules, "requested_reports");
  const auto check = model::find_decision(rules, "request_check");
  const auto impact = model::find_question(rules, "financial_reporting_impact");
  if (!requested || !check || !impact || model::is_unknown(answers[*impact])) return AskFits::not_judged;
  Answers with_request = answers;
  model::Selection selected{std::vector(rules.questions[*requested].options.size(), Chosen::no)};
  for (const model::Family family : asked)
    if (const auto option = model::find_option(rules.questions[*requested], model::id_of(family)))
      selected.options[*option] = Chosen::yes;
  with_request[*requested] = std::move(selected);
  const auto outcome = engine::evaluate(selection, with_request);
  if (!outcome) return AskFits::not_judged;
  const engine::DecisionOutcome& found = outcome->decisions[*check];
  if (!found.surely.empty()) return AskFits::looks_wrong;
  return found.maybe.empty() ? AskFits::fits : AskFits::not_judged;
}

}  // namespace socrates::gate
