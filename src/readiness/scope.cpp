// SPDX-License-Identifier: Apache-2.0
#include "socrates/readiness/scope.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "socrates/engine/reading.hpp"

namespace socrates::readiness {
namespace {

using model::Chosen;
using model::Examination;

constexpr std::string_view threshold = "recommended";
constexpr std::string_view activities_question = "financial_activities";
constexpr std::string_view offerings_question = "offering";

class Finder {
 public:
  Finder(const model::RuleSet& rules, const model::Answers& answers, const engine::Outcome& outcome,
         const Catalogue& catalogue)
      : rules_(rules), answers_(answers), reading_(rules, answers, outcome), catalogue_(catalogue) {}

  Scope find() {
    for (const Examination examination : model::examinations)
      scope_.examinations[index_of(examination)] = level(model::id_of(examination));
    for (const Examination examination : model::examinations)
      scope_.standards[index_of(examination)] = standard(std::string(model::id_of(examination)) + "_standard");
    for (const model::Category& category : catalogue_.criteria)
      scope_.categories.push_back(std::min(level(category.id), of(Examination::soc2)));
    for (const model::Objective& objective : catalogue_.objectives)
      scope_.objectives.push_back(std::min(called_for(objective), of(Examination::soc1)));
    CertaintyOf criteria;
    for (std::size_t i = 0; i < catalogue_.criteria.size(); ++i)
      for (const model::Named& criterion : catalogue_.criteria[i].criteria)
        criteria.emplace(criterion.id, scope_.categories[i]);
    CertaintyOf objectives;
    for (std::size_t i = 0; i < catalogue_.objectives.size(); ++i)
      objectives.emplace(catalogue_.objectives[i].id, scope_.objectives[i]);
    for (const model::Control& control : catalogue_.controls.controls)
      scope_.controls.push_back(of(control, criteria, objectives));
    scope_.open_questions.assign(open_questions_.begin(), open_questions_.end());
    return std::move(scope_);
  }

 private:
  using CertaintyOf = std::map<std::string_view, Certainty>;

  [[nodiscard]] Certainty of(Examination examination) const { return scope_.examinations[index_of(examination)]; }

  /// A rule set without such a decision knows the standards of the AICPA only.
  [[nodiscard]] model::Standard standard(const std::string& id) const {
    const std::string_view value = reading_.value(id);
    return value == "isae" ? model::Standard::isae : value == "both" ? model::Standard::both : model::Standard::ssae;
  }

  /// Whether a decision by levels comes out as recommended or stronger; a rule set without it recommends nothing.
  Certainty level(std::string_view id) {
    if (!reading_.may_be_at_least(id, threshold)) return Certainty::out;
    if (reading_.is_at_least(id, threshold)) return Certainty::sure;
    const std::vector<std::size_t>& depends_on = reading_.outcome(id)->depends_on;
    open_questions_.insert(depends_on.begin(), depends_on.end());
    return Certainty::open;
  }

  /// Whether at least one of the options of a several-choice is chosen, of those that are in the list or, with `inside`
  /// false, of those that are not.
  [[nodiscard]] Chosen any_chosen(std::size_t question, const std::vector<std::string>& list, bool inside) const {
    const std::vector<model::Named>& options = rules_.questions[question].options;
    const auto* const selection = std::get_if<model::Selection>(&answers_[question]);
    Chosen result = Chosen::no;
    for (std::size_t i = 0; i < options.size(); ++i) {
      if ((std::find(list.begin(), list.end(), options[i].id) != list.end()) != inside) continue;
      const Chosen chosen = selection == nullptr ? Chosen::unknown : selection->options[i];
      if (chosen == Chosen::yes) return Chosen::yes;
      if (chosen == Chosen::unknown) result = Chosen::unknown;
    }
    return result;
  }

  Certainty as_certainty(Chosen chosen, std::size_t question) {
    switch (chosen) {
      case Chosen::yes:
        return Certainty::sure;
      case Chosen::no:
        return Certainty::out;
      case Chosen::unknown:
        break;
    }
    if (of(Examination::soc1) != Certainty::out) open_questions_.insert(question);
    return Certainty::open;
  }

  Certainty called_for_by(std::string_view question, const std::vector<std::string>& list) {
    const auto index = model::find_question(rules_, question);
    if (!index || list.empty()) return Certainty::out;
    return as_certainty(any_chosen(*index, list, true), *index);
  }

  /// Whether the services call for the objective, if a SOC 1 is made.
  Certainty called_for(const model::Objective& objective) {
    const auto activities = model::find_question(rules_, activities_question);
    if (!activities) return Certainty::sure;
    if (!objective.activities.empty() || !objective.offerings.empty())
      return std::max(called_for_by(activities_question, objective.activities),
                      called_for_by(offerings_question, objective.offerings));
    if (objective.not_for.empty()) return Certainty::sure;
    const Chosen others = any_chosen(*activities, objective.not_for, false);
    const Chosen exempt = any_chosen(*activities, objective.not_for, true);
    if (others == Chosen::yes || (others == Chosen::no && exempt == Chosen::no)) return Certainty::sure;
    if (others == Chosen::no && exempt == Chosen::yes) return Certainty::out;
    return as_certainty(Chosen::unknown, *activities);
  }

  [[nodiscard]] ByExamination of(const model::Control& control, const CertaintyOf& criteria,
                                 const CertaintyOf& objectives) const {
    ByExamination result{Certainty::out, Certainty::out};
    for (const Examination examination : control.engagement) result[index_of(examination)] = of(examination);
    raise(result[index_of(Examination::soc1)], control.objectives, objectives);
    raise(result[index_of(Examination::soc2)], control.criteria, criteria);
    return result;
  }

  static void raise(Certainty& certainty, const std::vector<std::string>& ids, const CertaintyOf& certainties) {
    for (const std::string& id : ids)
      if (const auto found = certainties.find(id); found != certainties.end())
        certainty = std::max(certainty, found->second);
  }

  const model::RuleSet& rules_;
  const model::Answers& answers_;
  engine::Reading reading_;
  const Catalogue& catalogue_;
  Scope scope_;
  std::set<std::size_t> open_questions_;
};

}  // namespace

Scope scope_of(const model::RuleSet& rules, const model::Answers& answers, const engine::Outcome& outcome,
               const Catalogue& catalogue) {
  return Finder(rules, answers, outcome, catalogue).find();
}

Certainty certainty_of(const ByExamination& control) { return *std::max_element(control.begin(), control.end()); }

bool is_settled(const Scope& scope) {
  const auto is_open = [](Certainty certainty) { return certainty == Certainty::open; };
  return std::none_of(scope.examinations.begin(), scope.examinations.end(), is_open) &&
         std::none_of(scope.categories.begin(), scope.categories.end(), is_open) &&
         std::none_of(scope.objectives.begin(), scope.objectives.end(), is_open);
}

bool is_empty(const Scope& scope) {
  return std::all_of(scope.examinations.begin(), scope.examinations.end(),
                     [](Certainty certainty) { return certainty == Certainty::out; });
}

}  // namespace socrates::readiness
