// SPDX-License-Identifier: Apache-2.0
#include "socrates/readiness/changes.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace socrates::readiness {
namespace {

using model::ControlStatus;

const ReportReadiness* find_report(const Readiness& readiness, model::Examination examination) {
  const auto found = std::find_if(readiness.reports.begin(), readiness.reports.end(),
                                  [&](const ReportReadiness& report) { return report.examination == examination; });
  return found == readiness.reports.end() ? nullptr : &*found;
}

std::set<std::size_t> blockers_of(const ReportReadiness* report) {
  std::set<std::size_t> all;
  if (report == nullptr) return all;
  all.insert(report->type_2_window.open.begin(), report->type_2_window.open.end());
  all.insert(report->type_2_window.possible.begin(), report->type_2_window.possible.end());
  return all;
}

std::vector<std::size_t> difference(const std::set<std::size_t>& a, const std::set<std::size_t>& b) {
  std::vector<std::size_t> result;
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(result));
  return result;
}

}  // namespace

Changes changes(const Readiness& before, const model::ControlAnswers& old_answers, const Readiness& after,
                const model::ControlAnswers& new_answers) {
  Changes result;
  for (const model::Examination examination : model::examinations) {
    const ReportReadiness* const was = find_report(before, examination);
    const ReportReadiness* const is = find_report(after, examination);
    if (was == nullptr && is == nullptr) continue;
    ReportChange change{examination, {}, {}, {}, {}};
    if (was != nullptr) change.before = percent(was->coverage);
    if (is != nullptr) change.after = percent(is->coverage);
    change.closed = difference(blockers_of(was), blockers_of(is));
    change.opened = difference(blockers_of(is), blockers_of(was));
    result.reports.push_back(std::move(change));
  }
  for (std::size_t i = 0; i < new_answers.size(); ++i) {
    const Move move{i, old_answers[i].status, new_answers[i].status};
    if (move.from == move.to) continue;
    if (move.from == ControlStatus::unknown || move.from == ControlStatus::not_applicable ||
        move.to == ControlStatus::not_applicable)
      result.other.push_back(move);
    else
      (move.from < move.to ? result.better : result.worse).push_back(move);
  }
  return result;
}

}  // namespace socrates::readiness
