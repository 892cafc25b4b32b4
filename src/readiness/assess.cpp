// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "socrates/base/words.hpp"
#include "socrates/readiness/assessment.hpp"

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
  Assessor(const Scope& scope, const Catalogue& catalogue, const model::ControlAnswers& answers, base::Date today)
      : scope_(scope),
        catalogue_(catalogue),
        controls_(catalogue.controls.controls),
        answers_(answers),
        today_(today) {}

  Readiness assess() {
    Readiness result;
    result.scope = scope_;
    for (const Examination examination : model::examinations)
      if (scope_.examinations[index_of(examination)] != Certainty::out) result.reports.push_back(report(examination));
    find_gaps(result);
    return result;
  }

 private:
  [[nodiscard]] ControlStatus status(std::size_t control) const { return answers_[control].status; }
  [[nodiscard]] Share share(std::size_t control) const { return {controls_[control].weight, status(control)}; }
  [[nodiscard]] Certainty certainty(std::size_t control, Examination examination) const {
    return scope_.controls[control][index_of(examination)];
  }

  Coverage coverage_of(const std::vector<std::size_t>& controls) const {
    Coverage coverage;
    for (const std::size_t control : controls) add(coverage, share(control));
    return coverage;
  }

  Target target(std::string id, std::string label, std::vector<std::size_t> controls) const {
    Target result{std::move(id), std::move(label), std::move(controls), {}, TargetState::not_known};
    result.coverage = coverage_of(result.controls);
    result.state = state_of(result.coverage);
    return result;
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
      std::vector<std::size_t> controls;
      for (std::size_t i = 0; i < controls_.size(); ++i)
        if (names(controls_[i].criteria, criterion.id)) controls.push_back(i);
      part.targets.push_back(target(criterion.id, criterion.label, std::move(controls)));
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
      std::vector<std::size_t> controls;
      for (std::size_t i = 0; i < controls_.size(); ++i)
        if (names(controls_[i].objectives, objective.id)) controls.push_back(i);
      part.targets.push_back(target(objective.id, objective.label, std::move(controls)));
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
    result.type_2_window = blockers(result, Blocks::within_period);
    result.weeks_to_type_1 = weeks_until(result.type_1);
    result.window = window(result);
    return result;
  }

  [[nodiscard]] Blockers blockers(const ReportReadiness& report, Blocks step) const {
    Blockers result;
    for (const std::size_t control : report.controls) {
      if (controls_[control].blocks < step || !is_gap(status(control))) continue;
      const bool is_known =
          certainty(control, report.examination) == report.certainty && status(control) != ControlStatus::unknown;
      (is_known ? result.open : result.possible).push_back(control);
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
      const model::Weeks weeks = finish_of(needed);
      before = {std::max(before.least, weeks.least), std::max(before.likely, weeks.likely),
                std::max(before.most, weeks.most)};
    }
    const model::Weeks own = weeks_left(controls_[control].weeks, status(control));
    return finish_[control] = {before.least + own.least, before.likely + own.likely, before.most + own.most};
  }

  model::Weeks weeks_until(const Blockers& blockers) {
    model::Weeks result;
    for (const std::vector<std::size_t>* list : {&blockers.open, &blockers.possible})
      for (const std::size_t control : *list) {
        const model::Weeks weeks = finish_of(control);
        result = {std::max(result.least, weeks.least), std::max(result.likely, weeks.likely),
                  std::max(result.most, weeks.most)};
      }
    return result;
  }

  Window window(const ReportReadiness& report) {
    Window result;
    result.weeks = weeks_until(report.type_2_window);
    if (!report.type_2_window.open.empty() || !report.type_2_window.possible.empty()) return result;
    base::Date since{};
    for (const std::size_t control : report.controls) {
      if (controls_[control].blocks == Blocks::nothing || status(control) != ControlStatus::in_place) continue;
      if (!answers_[control].since) ++result.undated;
      since = std::max(since, answers_[control].since.value_or(today_));
    }
    result.since = since == base::Date{} ? today_ : since;
    result.months_operated = base::whole_months(*result.since, today_);
    return result;
  }

  [[nodiscard]] Gap gap(std::size_t control) const {
    const Control& asked = controls_[control];
    Gap result;
    result.index = control;
    result.control = asked.id;
    result.title = asked.title;
    result.owner = catalogue_.controls.owners[asked.owner].label;
    result.status = status(control);
    result.blocks = asked.blocks;
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

  static void add_work(Work& work, const Gap& gap) {
    ++work.gaps;
    work.weeks.least += gap.weeks.least;
    work.weeks.likely += gap.weeks.likely;
    work.weeks.most += gap.weeks.most;
  }

  void find_gaps(Readiness& result) const {
    std::vector<Gap> gaps;
    for (std::size_t i = 0; i < controls_.size(); ++i) {
      if (certainty_of(scope_.controls[i]) == Certainty::out) continue;
      const bool is_shared = std::none_of(scope_.controls[i].begin(), scope_.controls[i].end(),
                                          [](Certainty needed) { return needed == Certainty::out; });
      if (is_shared) ++result.shared.controls;
      if (status(i) == ControlStatus::not_applicable) result.left_out.push_back(i);
      if (!is_gap(status(i))) continue;
      gaps.push_back(gap(i));
      add_work(result.work, gaps.back());
      if (is_shared) add_work(result.shared.work, gaps.back());
    }
    result.gaps = in_order(std::move(gaps), unlocked_by(result));
  }

  /// By control: the criteria and objectives that have nothing yet and that it serves.
  std::vector<std::size_t> unlocked_by(const Readiness& result) const {
    std::vector<std::size_t> unlocks(controls_.size());
    for (const ReportReadiness& report : result.reports)
      for (const Part& part : report.parts)
        for (const Target& one : part.targets)
          if (one.coverage.earned == 0)
            for (const std::size_t control : one.controls) ++unlocks[control];
    return unlocks;
  }

  const Scope& scope_;
  const Catalogue& catalogue_;
  const std::vector<Control>& controls_;
  const model::ControlAnswers& answers_;
  base::Date today_;
  std::map<std::size_t, model::Weeks> finish_;
};

}  // namespace

Readiness assess(const Scope& scope, const Catalogue& catalogue, const model::ControlAnswers& answers,
                 base::Date today) {
  return Assessor(scope, catalogue, answers, today).assess();
}

std::size_t count_without(const ReportReadiness& report) {
  std::size_t count = 0;
  for (const Part& part : report.parts)
    if (part.certainty == report.certainty)
      for (const Target& target : part.targets)
        if (target.state == TargetState::nothing || target.state == TargetState::not_known) ++count;
  return count;
}

}  // namespace socrates::readiness
