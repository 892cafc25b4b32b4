// SPDX-License-Identifier: Apache-2.0
#include "plan/options.hpp"

#include <algorithm>
#include <utility>

#include "plan/costs.hpp"
#include "socrates/base/words.hpp"

namespace socrates::plan {
namespace {

using model::OptionKind;

Option option_of(OptionKind kind, const Plan& plan) {
  Option option;
  option.kind = kind;
  option.in_hand = plan.in_hand;
  option.fit = plan.fit;
  option.cost = plan.costs.total;
  return option;
}

class Finder {
 public:
  Finder(const Aim& aim, const model::Engagement& engagement, const Intended& intended)
      : aim_(aim), engagement_(engagement), intended_(intended) {}

  std::vector<Option> find() {
    type_1_first();
    shorter_period();
    fewer_categories();
    one_engagement();
    later_date();
    return std::move(options_);
  }

 private:
  void type_1_first() {
    if (aim_.type_1_refused) return;
    Aim changed = aim_;
    bool is_changed = false;
    for (ReportAim& report : changed.reports) {
      if (!counts(aim_, report) || report.held || !report.type_2 || report.type_1_serves) continue;
      report.type_1 = true;
      report.type_1_serves = true;
      is_changed = true;
    }
    if (is_changed)
      options_.push_back(option_of(OptionKind::type_1_first, draw_up(changed, engagement_, intended_.months)));
  }

  /// The shortest period that may be tried: what the readers accept, or what firms commonly take.
  [[nodiscard]] int shortest() const {
    const int accepted = aim_.shortest_accepted.value_or(0);
    return std::max(1, accepted > 0 ? accepted : engagement_.periods.shortest);
  }

  /// The longest of the shorter periods with which the plan fits best.
  void shorter_period() {
    std::optional<Option> best;
    const int longest = *std::max_element(intended_.months.begin(), intended_.months.end());
    for (int length = longest - 1; length >= shortest(); --length) {
      std::vector<int> months = intended_.months;
      bool is_shorter = false;
      for (std::size_t r = 0; r < months.size(); ++r) {
        const ReportAim& report = aim_.reports[r];
        if (!counts(aim_, report) || !report.type_2 || report.type_1_serves || months[r] <= length) continue;
        months[r] = length;
        is_shorter = true;
      }
      if (!is_shorter) return;
      Option option = option_of(OptionKind::shorter_window, draw_up(aim_, engagement_, months));
      option.months = length;
      if (!best || option.fit < best->fit ||
          (best->fit == Fit::too_late && option.in_hand.likely < best->in_hand.likely))
        best = std::move(option);
    }
    if (best && best->in_hand.likely < intended_.plan.in_hand.likely) options_.push_back(*std::move(best));
  }

  void fewer_categories() {
    Aim changed = aim_;
    Option option;
    for (ReportAim& report : changed.reports) {
      if (!counts(aim_, report) || report.unasked.empty()) continue;
      option.left_out = report.unasked;
      std::erase_if(report.categories,
                    [&](const std::string& category) { return base::names(report.unasked, category); });
      report.unasked.clear();
    }
    if (option.left_out.empty()) return;
    for (readiness::Gap& gap : changed.gaps) {
      const std::size_t before = gap.categories.size();
      std::erase_if(gap.categories,
                    [&](const std::string& category) { return base::names(option.left_out, category); });
      if (before > 0 && gap.categories.empty()) std::erase(gap.serves, model::Examination::soc2);
    }
    std::erase_if(changed.gaps, [](const readiness::Gap& gap) { return gap.serves.empty(); });
    Option made = option_of(OptionKind::fewer_categories, draw_up(changed, engagement_, intended_.months));
    made.left_out = std::move(option.left_out);
    if (made.in_hand.likely < intended_.plan.in_hand.likely) options_.push_back(std::move(made));
  }

  void one_engagement() {
    if (aim_.reports.size() < 2) return;
    Option option = option_of(OptionKind::one_engagement, intended_.plan);
    option.is_assumed = true;
    option.cost_apart = costs_apart(aim_, engagement_).total;
    options_.push_back(std::move(option));
  }

  void later_date() {
    Option option = option_of(OptionKind::later_date, intended_.plan);
    option.fit = Fit::fits;
    options_.push_back(std::move(option));
  }

  const Aim& aim_;
  const model::Engagement& engagement_;
  const Intended& intended_;
  std::vector<Option> options_;
};

}  // namespace

std::vector<Option> options_for(const Aim& aim, const model::Engagement& engagement, const Intended& intended) {
  return Finder(aim, engagement, intended).find();
}

}  // namespace socrates::plan
