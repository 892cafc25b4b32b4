// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "socrates/base/words.hpp"
#include "socrates/readiness/assessment.hpp"
#include "socrates/readiness/rhythm.hpp"

namespace socrates::readiness {
namespace {

using base::names;
using model::Blocks;
using model::Control;
using model::ControlStatus;
using model::Examination;

/// There is work to do, or it is not known that there is none.
bool is_gap(ControlStatus status) {
  return status != ControlStatus::in_place && status != ControlStatus::not_applicable;
}

TargetState state_of(const Coverage& coverage) {
  const StatusCounts& counts = coverage.counts;
  if (coverage.total == 0) return TargetState::not_applicable;
  if (coverage.earned == coverage.total) return TargetState::covered;
  if (coverage.earned > 0) return TargetState::partly;
  return counts.missing == 0 ? TargetState::not_known : TargetState::nothing;
}

bool is_without(Footing footing) { return footing == Footing::none || footing == Footing::not_known; }

/// The title of a category: `Processing integrity` of `processing_integrity`.
std::string title_of(std::string_view id) { return base::capitalized(base::plain_words(id)); }

struct Kind {
  std::string_view prefix;
  std::string_view id;
  std::string_view title;
};

constexpr std::array<Kind, 2> objective_kinds = {
    {{"BP", "business_processes", "Business processes"}, {"IT", "information_technology", "Information technology"}}};

class Assessor {
 public:
  Assessor(const Scope& scope, const Catalogue& catalogue, const model::ControlAnswers& answers, base::Date today,
           const std::optional<WishedPeriod>& wished)
      : scope_(scope),
        catalogue_(catalogue),
        controls_(catalogue.controls.controls),
        answers_(answers),
        today_(today),
        wished_(wished) {
    for (std::size_t i = 0; i < controls_.size(); ++i) {
      freshness_.push_back(freshness_of(rhythm_of(catalogue.controls, controls_[i]), answers[i], today));
      list_for(i, controls_[i].criteria, for_criteria_);
      list_for(i, controls_[i].objectives, for_objectives_);
    }
  }

  Readiness assess() {
    Readiness result;
    result.scope = scope_;
    for (const Examination examination : model::examinations)
      if (scope_.examinations[index_of(examination)] != Certainty::out) result.reports.push_back(report(examination));
    find_gaps(result);
    return result;
  }

 private:
  /// By criterion or objective, ascending.
  using ControlsFor = std::map<std::string_view, std::vector<std::size_t>>;

  static void list_for(std::size_t control, const std::vector<std::string>& ids, ControlsFor& controls_for) {
    for (const std::string& id : ids) {
      std::vector<std::size_t>& controls = controls_for[id];
      if (controls.empty() || controls.back() != control) controls.push_back(control);
    }
  }

  /// What is stale counts as not known.
  [[nodiscard]] ControlStatus status(std::size_t control) const {
    return freshness_[control] == Freshness::stale ? ControlStatus::unknown : answers_[control].status;
  }
  [[nodiscard]] Share share(std::size_t control) const { return {controls_[control].weight, status(control)}; }
  [[nodiscard]] Certainty certainty(std::size_t control, Examination examination) const {
    return scope_.controls[control][index_of(examination)];
  }

  Coverage coverage_of(const std::vector<std::size_t>& controls) const {
    Coverage coverage;
    for (const std::size_t control : controls) add(coverage, share(control));
    return coverage;
  }

  Target target(const std::string& id, const std::string& label, const ControlsFor& controls_for) const {
    Target result{id, label, {}, {}, {}, {}};
    if (const auto controls = controls_for.find(id); controls != controls_for.end()) result.controls = controls->second;
    result.coverage = coverage_of(result.controls);
    result.state = state_of(result.coverage);
    result.footing = footing_of(result.controls);
    return result;
  }

  /// That nothing applies to a criterion needs a reason; without one nobody knows what meets it.
  [[nodiscard]] Footing footing_of(const std::vector<std::size_t>& controls) const {
    const auto any = [&](auto test) { return std::any_of(controls.begin(), controls.end(), test); };
    if (any([&](std::size_t control) { return model::is_operating(status(control)); })) return Footing::operating;
    if (any([&](std::size_t control) { return status(control) == ControlStatus::unknown; })) return Footing::not_known;
    if (any([&](std::size_t control) { return is_gap(status(control)); })) return Footing::none;
    const bool has_reason = any([&](std::size_t control) { return !answers_[control].reason.empty(); });
    return has_reason ? Footing::not_applicable : Footing::not_known;
  }

  void finish(Part& part) const {
    std::set<std::size_t> controls(part.controls.begin(), part.controls.end());
    for (const Target& one : part.targets) controls.insert(one.controls.begin(), one.controls.end());
    part.controls.assign(controls.begin(), controls.end());
    part.coverage = coverage_of(part.controls);
  }

  [[nodiscard]] Part category(std::size_t index) const {
    const model::Category& category = catalogue_.criteria[index];
    Part part{category.id, title_of(category.id), scope_.categories[index], {}, {}, {}};
    for (const model::Named& criterion : category.criteria) {
      part.targets.push_back(target(criterion.id, criterion.label, for_criteria_));
    }
    finish(part);
    return part;
  }

  [[nodiscard]] Part objectives(const Kind& kind) const {
    Part part{std::string(kind.id), std::string(kind.title), Certainty::out, {}, {}, {}};
    for (std::size_t o = 0; o < catalogue_.objectives.size(); ++o) {
      const model::Objective& objective = catalogue_.objectives[o];
      if (!objective.id.starts_with(kind.prefix) || scope_.objectives[o] == Certainty::out) continue;
      part.certainty = std::max(part.certainty, scope_.objectives[o]);
      part.targets.push_back(target(objective.id, objective.label, for_objectives_));
    }
    finish(part);
    return part;
  }

  [[nodiscard]] Part engagement(Examination examination) const {
    Part part{"engagement", "Description and engagement", scope_.examinations[index_of(examination)], {}, {}, {}};
    for (std::size_t i = 0; i < controls_.size(); ++i) {
      const std::vector<Examination>& examinations = controls_[i].engagement;
      if (std::find(examinations.begin(), examinations.end(), examination) != examinations.end())
        part.controls.push_back(i);
    }
    finish(part);
    return part;
  }

  std::vector<Part> parts(Examination examination) const {
    std::vector<Part> result;
    switch (examination) {
      case Examination::soc1:
        for (const Kind& kind : objective_kinds) result.push_back(objectives(kind));
        break;
      case Examination::soc2:
        for (std::size_t i = 0; i < catalogue_.criteria.size(); ++i)
          if (scope_.categories[i] != Certainty::out) result.push_back(category(i));
        break;
    }
    result.push_back(engagement(examination));
    std::erase_if(result, [](const Part& part) { return part.controls.empty(); });
    return result;
  }

  ReportReadiness report(Examination examination) {
    ReportReadiness result;
    result.examination = examination;
    result.standard = scope_.standards[index_of(examination)];
    result.certainty = scope_.examinations[index_of(examination)];
    result.parts = parts(examination);
    std::vector<Share> open;
    for (std::size_t i = 0; i < controls_.size(); ++i) {
      if (certainty(i, examination) == Certainty::out) continue;
      result.controls.push_back(i);
      if (certainty(i, examination) == result.certainty)
        add(result.coverage, share(i));
      else
        open.push_back(share(i));
    }
    result.bounds = bounds(result.coverage, open);
    result.type_1 = blockers(result, Blocks::type_1);
    result.type_2_window = blockers(result, Blocks::type_2_window);
    result.without = without(result);
    result.due = due_in_period(result);
    result.weeks_to_type_1 = weeks_until(result.type_1, result);
    result.window = window(result);
    if (wished_)
      result.over =
          over_period(period_of(result), catalogue_.controls, answers_, result.controls, result.window.needed, today_);
    return result;
  }

  [[nodiscard]] Blockers blockers(const ReportReadiness& report, Blocks step) const {
    Blockers result;
    for (const std::size_t control : report.controls) {
      const bool is_sure = certainty(control, report.examination) == report.certainty;
      if (controls_[control].blocks >= step && is_gap(status(control)))
        (is_sure && status(control) != ControlStatus::unknown ? result.open : result.possible).push_back(control);
      else if (step == Blocks::type_2_window && is_not_told(control))
        result.possible.push_back(control);
    }
    return result;
  }

  /// Whether it is performed when it has to be over a period, nobody knows.
  [[nodiscard]] bool is_not_told(std::size_t control) const {
    if (freshness_[control] == Freshness::not_dated) return true;
    return status(control) == ControlStatus::unknown && rhythm_of(catalogue_.controls, controls_[control]).months > 0;
  }

  [[nodiscard]] std::vector<std::size_t> due_in_period(const ReportReadiness& report) const {
    std::vector<std::size_t> result;
    for (const std::size_t control : report.controls) {
      const Blocks blocks = controls_[control].blocks;
      if ((blocks == Blocks::next_due_day || blocks == Blocks::within_period) && is_gap(status(control)))
        result.push_back(control);
    }
    return result;
  }

  /// The period that is wished for. So many months lie as late as they can without a day of operation lost: they end
  /// today, or begin with the first day on which they can.
  [[nodiscard]] Period period_of(const ReportReadiness& report) const {
    if (const auto* const days = std::get_if<Period>(&*wished_)) return *days;
    const int months = std::get<int>(*wished_);
    const base::Date first =
        report.window.since.value_or(base::add_days(today_, base::days_of_week * report.window.weeks.likely));
    const base::Date last = base::add_months(base::add_days(today_, 1), -months);
    const base::Date from = std::max(first, last);
    return {from, base::add_days(base::add_months(from, months), -1)};
  }

  static WithoutControl without(const ReportReadiness& report) {
    WithoutControl result;
    for (const Part& part : report.parts)
      for (const Target& one : part.targets) {
        if (!is_without(one.footing)) continue;
        const bool is_known = part.certainty == report.certainty && one.footing == Footing::none;
        (is_known ? result.open : result.possible).push_back(one.id);
      }
    return result;
  }

  /// When the control is in place, if work begins today on all that it waits for: the longest way to it.
  model::Weeks finish_of(std::size_t control) {
    const auto known = finish_.find(control);
    if (known != finish_.end()) return known->second;
    model::Weeks before;
    for (const std::size_t needed : controls_[control].depends_on) {
      if (certainty_of(scope_.controls[needed]) == Certainty::out || !is_gap(status(needed))) continue;
      before = later_of(before, finish_of(needed));
    }
    const model::Weeks own = weeks_left(controls_[control].weeks, status(control));
    return finish_[control] = {before.least + own.least, before.likely + own.likely, before.most + own.most};
  }

  /// Until all that blocks is in place, and the first control for everything that has none.
  model::Weeks weeks_until(const Blockers& blockers, const ReportReadiness& report) {
    model::Weeks result;
    for (const std::vector<std::size_t>* list : {&blockers.open, &blockers.possible})
      for (const std::size_t control : *list) result = later_of(result, finish_of(control));
    for (const Part& part : report.parts)
      for (const Target& one : part.targets)
        if (is_without(one.footing)) result = later_of(result, first_finish_of(one));
    return result;
  }

  /// When the first of the controls for it is in place. One of which nothing is known may not apply at all, so it is
  /// not counted on beside one that is known to be a gap, and of several the last counts.
  model::Weeks first_finish_of(const Target& target) {
    std::optional<model::Weeks> first;
    model::Weeks last_unknown;
    for (const std::size_t control : target.controls) {
      if (!is_gap(status(control))) continue;
      const model::Weeks weeks = finish_of(control);
      if (status(control) == ControlStatus::unknown)
        last_unknown = later_of(last_unknown, weeks);
      else
        first = first ? sooner_of(*first, weeks) : weeks;
    }
    return first.value_or(last_unknown);
  }

  static model::Weeks sooner_of(const model::Weeks& a, const model::Weeks& b) {
    return {std::min(a.least, b.least), std::min(a.likely, b.likely), std::min(a.most, b.most)};
  }

  static model::Weeks later_of(const model::Weeks& a, const model::Weeks& b) {
    return {std::max(a.least, b.least), std::max(a.likely, b.likely), std::max(a.most, b.most)};
  }

  Window window(const ReportReadiness& report) {
    Window result;
    result.weeks = weeks_until(report.type_2_window, report);
    std::set<std::size_t> needed;
    for (const std::size_t control : report.controls)
      if (controls_[control].blocks >= Blocks::type_2_window && status(control) == ControlStatus::in_place)
        needed.insert(control);
    for (const Part& part : report.parts)
      for (const Target& one : part.targets)
        if (one.footing == Footing::operating) needed.insert(first_operating(one));
    result.needed.assign(needed.begin(), needed.end());
    if (!is_clear(report.type_2_window, report.without)) return result;
    base::Date since{};
    for (const std::size_t control : needed) {
      if (!answers_[control].since) ++result.undated;
      since = std::max(since, since_of(control));
    }
    result.since =
        first_unbroken(catalogue_.controls, answers_, report.controls, needed.empty() ? today_ : since, today_);
    result.months_operated = base::whole_months(*result.since, today_);
    return result;
  }

  [[nodiscard]] base::Date since_of(std::size_t control) const { return answers_[control].since.value_or(today_); }

  /// Of the controls for it that operate the one that began first; one with a day before one without.
  [[nodiscard]] std::size_t first_operating(const Target& target) const {
    std::optional<std::size_t> first;
    for (const std::size_t control : target.controls) {
      if (!model::is_operating(status(control))) continue;
      const auto began = [&](std::size_t one) { return std::pair(since_of(one), !answers_[one].since); };
      if (!first || began(control) < began(*first)) first = control;
    }
    return first.value();
  }

  [[nodiscard]] Gap gap(std::size_t control) const {
    const Control& asked = controls_[control];
    Gap result;
    result.index = control;
    result.control = asked.id;
    result.title = asked.title;
    result.owner = catalogue_.controls.owners[asked.owner].label;
    result.status = status(control);
    result.is_stale = freshness_[control] == Freshness::stale;
    result.blocks = asked.blocks;
    if (asked.blocks == Blocks::next_due_day) result.due_within_months = rhythm_of(catalogue_.controls, asked).months;
    result.weeks = weeks_left(asked.weeks, status(control));
    for (const std::size_t before : asked.depends_on)
      if (certainty_of(scope_.controls[before]) != Certainty::out && is_gap(status(before)))
        result.depends_on.push_back(controls_[before].id);
    for (const Examination examination : model::examinations)
      if (certainty(control, examination) != Certainty::out) result.serves.push_back(examination);
    for (std::size_t i = 0; i < catalogue_.criteria.size(); ++i) {
      if (scope_.categories[i] == Certainty::out) continue;
      bool serves = false;
      for (const model::Named& criterion : catalogue_.criteria[i].criteria) {
        if (!names(asked.criteria, criterion.id)) continue;
        result.criteria.push_back(criterion.id);
        serves = true;
      }
      if (serves) result.categories.push_back(catalogue_.criteria[i].id);
    }
    for (std::size_t i = 0; i < catalogue_.objectives.size(); ++i)
      if (scope_.objectives[i] != Certainty::out && names(asked.objectives, catalogue_.objectives[i].id))
        result.objectives.push_back(catalogue_.objectives[i].id);
    return result;
  }

  [[nodiscard]] bool lacks_days(std::size_t control) const {
    const model::ControlAnswer& answer = answers_[control];
    return model::is_operating(answer.status) && !answer.performed && !answer.last &&
           rhythm_of(catalogue_.controls, controls_[control]).months > 0;
  }

  static void add_work(Work& work, const Gap& gap) {
    ++work.gaps;
    work.weeks.least += gap.weeks.least;
    work.weeks.likely += gap.weeks.likely;
    work.weeks.most += gap.weeks.most;
  }

  /// What an answer is remarked for beside whether it is a gap.
  void remark(std::size_t control, Readiness& result) const {
    if (status(control) == ControlStatus::not_applicable) result.left_out.push_back(control);
    if (freshness_[control] == Freshness::stale) result.stale.push_back(control);
    if (freshness_[control] == Freshness::not_dated) result.not_dated.push_back(control);
    if (lacks_days(control)) ++result.without_days;
  }

  /// The criteria and objectives for which nothing operates, and which the gap could be the first to serve.
  static void add_first_for(const Readiness& result, Gap& gap) {
    const auto is_served = [&](const Target& target) {
      return is_without(target.footing) &&
             std::find(target.controls.begin(), target.controls.end(), gap.index) != target.controls.end();
    };
    for (const ReportReadiness& report : result.reports)
      for (const Part& part : report.parts)
        for (const Target& target : part.targets)
          if (is_served(target)) gap.first_for.push_back(target.id);
  }

  void find_gaps(Readiness& result) const {
    std::vector<Gap> gaps;
    for (std::size_t i = 0; i < controls_.size(); ++i) {
      if (certainty_of(scope_.controls[i]) == Certainty::out) continue;
      const bool is_shared = std::none_of(scope_.controls[i].begin(), scope_.controls[i].end(),
                                          [](Certainty needed) { return needed == Certainty::out; });
      if (is_shared) ++result.shared.controls;
      remark(i, result);
      if (!is_gap(status(i))) continue;
      gaps.push_back(gap(i));
      add_first_for(result, gaps.back());
      add_work(result.work, gaps.back());
      if (is_shared) add_work(result.shared.work, gaps.back());
    }
    result.gaps = in_order(std::move(gaps));
  }

  const Scope& scope_;
  const Catalogue& catalogue_;
  const std::vector<Control>& controls_;
  const model::ControlAnswers& answers_;
  base::Date today_;
  const std::optional<WishedPeriod>& wished_;
  std::vector<Freshness> freshness_;  ///< by control
  ControlsFor for_criteria_;
  ControlsFor for_objectives_;
  std::map<std::size_t, model::Weeks> finish_;
};

}  // namespace

Readiness assess(const Scope& scope, const Catalogue& catalogue, const model::ControlAnswers& answers, base::Date today,
                 const std::optional<WishedPeriod>& wished) {
  return Assessor(scope, catalogue, answers, today, wished).assess();
}

bool is_clear(const Blockers& blockers, const WithoutControl& without) {
  return blockers.open.empty() && blockers.possible.empty() && without.open.empty() && without.possible.empty();
}

}  // namespace socrates::readiness
