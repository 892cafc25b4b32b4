// SPDX-License-Identifier: Apache-2.0
#include "gate/asked.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "gate/shelf.hpp"
#include "socrates/engine/asking.hpp"
#include "socrates/engine/decide.hpp"
#include "socrates/engine/reading.hpp"
#include "socrates/gate/bridge.hpp"
#include "socrates/model/contract.hpp"

namespace socrates::gate {
namespace {

using model::Answers;
using model::Chosen;
using model::RuleSet;

/// The option of `reports_held` under which a report counts: that of its family or, where the options of a family name
/// types, of its type, as far as that is known.
Chosen holds(const model::Inventory& inventory, std::string_view option, std::optional<base::Date> day) {
  Maybe any = false;
  const auto take = [&](const model::HeldReport& report, model::Family family) {
    Maybe is_it = model::id_of(family) == option;
    if (is_it == false) {
      if (!has_types(family) || !option.starts_with(model::id_of(family))) return;
      is_it = report.type ? Maybe(option.ends_with(model::id_of(*report.type))) : std::nullopt;
    }
    any = either(any, both(is_it, is_issued_by(report, day)));
  };
  for (const model::HeldReport& report : inventory.reports) {
    take(report, report.report);
    for (const model::Family family : report.also) take(report, family);
    if (any == true) return Chosen::yes;
  }
  return any ? Chosen::no : Chosen::unknown;
}

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

void set_categories(const engine::Reading& reading, model::Requirement& requirement) {
  std::vector<model::TrustCategory> needed;
  std::vector<model::TrustCategory> preferred;
  for (std::size_t i = 0; i < std::size(model::Ids<model::TrustCategory>::all); ++i) {
    const std::string_view level = reading.value(model::Ids<model::TrustCategory>::all[i]);
    const auto category = static_cast<model::TrustCategory>(i);
    if (level == "required" || category == model::TrustCategory::security)
      needed.push_back(category);
    else if (level == "recommended")
      preferred.push_back(category);
  }
  requirement.categories = needed;
  requirement.categories_preferred = preferred;
}

void set_minimum_period(const engine::Reading& reading, model::Requirement& requirement) {
  const auto* const months = reading.as<model::Number>("minimum_period_months");
  if (months != nullptr && months->value > 0) requirement.period_months_at_least = months->value;
}

bool is_derived(std::string_view id, const std::vector<Derived>& requirements) {
  return std::any_of(requirements.begin(), requirements.end(),
                     [&](const Derived& derived) { return derived.requirement.id == id; });
}

/// The families of `beside_soc` that are not there yet: needed where somebody asks for them by name, else called for.
void add_beside(const engine::Reading& reading, std::vector<Derived>& requirements) {
  std::vector<std::string_view> ids = reading.elements("beside_soc");
  std::sort(ids.begin(), ids.end());
  for (const std::string_view id : ids)
    for (std::size_t i = 0; i < std::size(model::Ids<model::Family>::all); ++i)
      if (model::Ids<model::Family>::all[i] == id && !is_derived(id, requirements)) {
        Derived derived;
        derived.requirement.id = id;
        derived.requirement.report = static_cast<model::Family>(i);
        derived.weight = reading.holds("requested_reports", id) ? Weight::required : Weight::recommended;
        requirements.push_back(std::move(derived));
      }
}

/// The questions on which decisions hang that say what is asked for.
std::vector<std::string> open_questions(const RuleSet& rules, const model::Answers& answers,
                                        const engine::Outcome& outcome) {
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
  for (const std::size_t question : open) asks.push_back(engine::words_of(rules, answers, question));
  return asks;
}

/// What the rules say against a request, of those values.
Fit against(const RuleSet& rules, std::size_t decision, const engine::DecisionOutcome& outcome,
            const std::set<std::size_t>& wrong) {
  if (wrong.empty()) return {};
  Fit fit{AskFits::looks_wrong, {}, {}};
  for (const engine::Reason& reason : outcome.because) {
    const model::Rule& rule = rules.decisions[decision].rules[reason.rule];
    if (std::none_of(rule.then.begin(), rule.then.end(), [&](std::size_t value) { return wrong.count(value) > 0; }))
      continue;
    Because because{rule.id, rule.because, {}};
    for (const std::size_t source : rule.sources) because.sources.push_back(rules.sources[source].id);
    fit.because.push_back(std::move(because));
    if (!rule.reply.empty() && std::find(fit.replies.begin(), fit.replies.end(), rule.reply) == fit.replies.end())
      fit.replies.push_back(rule.reply);
  }
  return fit;
}

void choose(const RuleSet& rules, std::string_view id, const std::vector<std::string_view>& options, Answers& answers) {
  const auto q = model::find_question(rules, id);
  if (!q) return;
  const model::Question& question = rules.questions[*q];
  if (question.kind == model::QuestionKind::one) {
    if (const auto option = options.empty() ? std::nullopt : model::find_option(question, options.front()))
      answers[*q] = model::Choice{*option};
    return;
  }
  model::Selection selected{std::vector(question.options.size(), Chosen::no)};
  for (const std::string_view name : options)
    if (const auto option = model::find_option(question, name)) selected.options[*option] = Chosen::yes;
  answers[*q] = std::move(selected);
}

/// What that decision comes to; nothing where the answers contradict each other.
std::optional<engine::DecisionOutcome> decided(const engine::CompiledRules& rules, const Answers& answers,
                                               std::size_t decision) {
  const engine::Allowed allowed = engine::allowed_by(rules.space, answers);
  engine::Effort effort;
  engine::Reach reach(rules, allowed, effort);
  if ((reach.of(rules.roots.possible) & engine::yes_bit) == 0) return std::nullopt;
  return engine::decide(rules, reach, decision);
}

/// The answers with the request that the requirement makes, and these families in all.
Answers with_request(const RuleSet& rules, Answers answers, const model::Requirement& requirement,
                     const std::vector<model::Family>& families) {
  std::vector<std::string_view> names;
  for (const model::Family family : families) names.push_back(model::id_of(family));
  choose(rules, "requested_reports", names, answers);
  choose(rules, "requested_type",
         {requirement.type.is_given() ? model::id_of(requirement.type.value) : std::string_view("unspecified")},
         answers);
  names.clear();
  for (const model::TrustCategory category :
       requirement.categories.known().value_or(std::vector<model::TrustCategory>()))
    if (category != model::TrustCategory::security) names.push_back(model::id_of(category));
  choose(rules, "requested_categories", names, answers);
  return answers;
}

}  // namespace

model::Answer held_answer(const model::Question& question, const model::Inventory& inventory,
                          std::optional<base::Date> day) {
  model::Selection selection;
  for (const model::Named& option : question.options) selection.options.push_back(holds(inventory, option.id, day));
  return selection;
}

bool says_what_is_held(const model::Question& question, const model::Answer& answer, const model::Inventory& inventory,
                       base::Date day) {
  const auto* const said = std::get_if<model::Selection>(&answer);
  if (said == nullptr || said->options.size() != question.options.size()) return model::is_unknown(answer);
  for (std::size_t i = 0; i < said->options.size(); ++i) {
    const Chosen held = holds(inventory, question.options[i].id, day);
    if (said->options[i] != Chosen::unknown && held != Chosen::unknown && said->options[i] != held) return false;
  }
  return true;
}

Answers answers_for(const model::Deal& deal, const Answers& profile, const model::Inventory& inventory,
                    const RuleSet& selection, std::optional<base::Date> decision) {
  Answers answers = profile;
  answers.resize(selection.questions.size());
  for (std::size_t q = 0; q < deal.answers.size() && q < answers.size(); ++q)
    if (!model::is_unknown(deal.answers[q])) answers[q] = deal.answers[q];
  if (const auto q = model::find_question(selection, "reports_held"))
    if (selection.questions[*q].kind == model::QuestionKind::several)
      answers[*q] = held_answer(selection.questions[*q], inventory, decision);
  return answers;
}

DerivedRequirements derived_requirements(const engine::CompiledRules& selection, const Answers& answers,
                                         const engine::Outcome& outcome) {
  const engine::Reading reading(selection.rules, answers, outcome);
  DerivedRequirements derived;
  derived.open = open_questions(selection.rules, answers, outcome);
  for (const auto& [id, family] :
       {std::make_pair("soc1", model::Family::soc1), std::make_pair("soc2", model::Family::soc2),
        std::make_pair("soc3", model::Family::soc3)}) {
    const auto weight = weight_of(reading.value(id));
    if (!weight) continue;
    Derived one;
    one.requirement.id = id;
    one.requirement.report = family;
    one.weight = *weight;
    set_type(reading.value(std::string(id) + "_type"), one.requirement);
    if (family == model::Family::soc2) set_categories(reading, one.requirement);
    if (family != model::Family::soc3) set_minimum_period(reading, one.requirement);
    if (family == model::Family::soc1 && reading.value("soc1_standard") == "isae") {
      one.requirement.id = model::id_of(model::Family::isae_3402);
      one.requirement.report = model::Family::isae_3402;
    }
    derived.requirements.push_back(std::move(one));
  }
  add_beside(reading, derived.requirements);
  return derived;
}

Fit fit_of_request(const engine::CompiledRules& selection, const engine::Outcome& outcome) {
  const RuleSet& rules = selection.rules;
  const auto d = model::find_decision(rules, "request_check");
  if (!d) return {};
  const engine::DecisionOutcome& found = outcome.decisions[*d];
  return against(rules, *d, found, std::set<std::size_t>(found.surely.begin(), found.surely.end()));
}

Fit fit_of(const model::Requirement& requirement, const model::Deal& deal, const engine::CompiledRules& selection,
           const Answers& answers) {
  const RuleSet& rules = selection.rules;
  const auto check = model::find_decision(rules, "request_check");
  const auto impact = model::find_question(rules, "financial_reporting_impact");
  const bool is_soc = requirement.report == model::Family::soc1 || requirement.report == model::Family::soc2 ||
                      requirement.report == model::Family::soc3 || requirement.report == model::Family::isae_3402;
  if (!is_soc || !check || !impact || model::is_unknown(answers[*impact])) return {};
  std::vector<model::Family> all;
  for (const model::Requirement& other : deal.requirements)
    if (other.any_of.empty()) all.push_back(other.report);
  if (std::find(all.begin(), all.end(), requirement.report) == all.end()) all.push_back(requirement.report);
  const auto alone = decided(selection, with_request(rules, answers, requirement, {requirement.report}), *check);
  const auto together =
      all.size() == 1 ? alone : decided(selection, with_request(rules, answers, requirement, all), *check);
  if (!alone || !together) return {};
  // What is wrong with this requirement, whether or not the others are asked for beside it.
  const std::vector<std::size_t>& here = alone->surely;
  std::set<std::size_t> wrong;
  for (const std::size_t value : together->surely)
    if (std::find(here.begin(), here.end(), value) != here.end()) wrong.insert(value);
  if (wrong.empty() && (!here.empty() || alone->maybe.empty())) return {AskFits::fits, {}, {}};
  return against(rules, *check, *alone, wrong);
}

}  // namespace socrates::gate
