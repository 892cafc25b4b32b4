// SPDX-License-Identifier: Apache-2.0
#include "socrates/gate/steps.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <set>
#include <utility>

#include "gate/deal_bench.hpp"
#include "gate/earliest.hpp"
#include "gate/view.hpp"
#include "socrates/base/words.hpp"

namespace socrates::gate {
namespace {

using model::Family;
using model::HeldReport;
using model::ReportType;

constexpr std::size_t steps_of_a_trial = 50;
constexpr std::size_t most_services_tried = 10;  ///< each by itself

/// Tries one step after the other on a deal.
class Trial {
 public:
  Trial(const model::Deal& deal, Common& common, const DealVerdict& verdict)
      : deal_(deal), company_(common.company), day_(verdict.decision_date), verdict_(verdict), bench_(common) {}

  [[nodiscard]] const Bench& bench() const { return bench_.bench; }

  std::vector<Step> run() {
    try_letter();
    try_agreement();
    try_planned();
    for (const model::Requirement& requirement : asked()) {
      if (is_met(requirement.id)) continue;
      if (requirement.any_of.empty()) try_alone(requirement);
      for (const model::Requirement& alternative : requirement.any_of) try_alone(alternative);
    }
    std::sort(steps_.begin(), steps_.end(), [](const Step& a, const Step& b) { return a.id < b.id; });
    steps_.erase(std::unique(steps_.begin(), steps_.end()), steps_.end());
    return std::move(steps_);
  }

 private:
  void try_alone(const model::Requirement& requirement) {
    try_categories(requirement);
    try_scope(requirement);
    try_type_2(requirement);
    try_new_period(requirement);
  }

  /// By the deal, else by the rules.
  [[nodiscard]] const std::vector<model::Requirement>& asked() const {
    return deal_.requirements.empty() ? verdict_.derived : deal_.requirements;
  }

  [[nodiscard]] bool is_met(std::string_view requirement) const {
    return std::any_of(verdict_.requirements.begin(), verdict_.requirements.end(),
                       [&](const RequirementVerdict& r) { return r.id == requirement && is_yes(r.verdict); });
  }

  [[nodiscard]] bool goes_through_on(const model::Inventory& inventory, base::Date day) {
    model::Deal deal = deal_;
    deal.decision_date = day;
    return goes_through_as(deal, inventory);
  }

  [[nodiscard]] bool goes_through_as(const model::Deal& deal, const model::Inventory& inventory) {
    if (bench_.bench.work.is_spent()) return false;
    bench_.bench.work.add(steps_of_a_trial);
    return gate::goes_through(deal, inventory, bench_);
  }

  void attempt(const model::Inventory& inventory, base::Date day, Step step) {
    if (goes_through_on(inventory, day)) steps_.push_back(std::move(step));
  }

  void try_letter() {
    model::Inventory inventory = company_.inventory;
    for (HeldReport& report : inventory.reports)
      if (auto letter = letter_signed_on(report, day_)) {
        report.bridge_letter = letter;
        report.bridge_letters.clear();
      }
    if (inventory != company_.inventory)
      attempt(inventory, day_, {"bridge_letter", "sign a bridge letter", std::nullopt});
  }

  void try_agreement() {
    if (!deal_.nda.is_given() || deal_.nda.value == model::Nda::signed_by_both) return;
    model::Deal deal = deal_;
    deal.decision_date = day_;
    deal.nda = model::Nda::signed_by_both;
    if (goes_through_as(deal, company_.inventory))
      steps_.push_back({"agreement", "have the non-disclosure agreement signed", std::nullopt});
  }

  void try_planned() {
    const model::Requirement none;
    const model::Requirement& any = asked().empty() ? none : asked().front();
    for (const model::NextReport& next : company_.inventory.next) {
      if (!next.expected) continue;
      const base::Date day = std::max(day_, *next.expected);
      if (goes_through_on(company_.inventory, day)) continue;  // it is the day that helps, not the report
      model::Inventory inventory = company_.inventory;
      inventory.reports.push_back(as_held(next, company_.inventory, deal_, any));
      const std::string type = next.type ? fmt::format(" {}", model::id_of(*next.type)) : "";
      const std::string name = next.type ? fmt::format(" {}", model::name_of(*next.type)) : "";
      const std::string date = base::to_text(*next.expected);
      attempt(inventory, day,
              {fmt::format("next_report {}{} {}", model::id_of(next.report), type, date),
               fmt::format("wait for the {}{}", model::name_of(next.report), name), next.expected});
    }
  }

  /// When a report with that category is planned.
  [[nodiscard]] std::optional<base::Date> planned(Family family, std::optional<model::TrustCategory> category,
                                                  std::optional<ReportType> type) const {
    std::optional<base::Date> first;
    for (const model::NextReport& next : company_.inventory.next) {
      const bool has_category =
          !category || (next.categories && std::find(next.categories->begin(), next.categories->end(), *category) !=
                                               next.categories->end());
      const bool fits = next.report == family && next.expected && has_category && (!type || next.type == type);
      if (fits && (!first || *next.expected < *first)) first = next.expected;
    }
    return first;
  }

  void try_categories(const model::Requirement& requirement) {
    for (const auto* const wished : {&requirement.categories, &requirement.categories_preferred})
      if (wished->is_given()) try_each(requirement, wished->value);
  }

  void try_each(const model::Requirement& requirement, const std::vector<model::TrustCategory>& wished) {
    for (const model::TrustCategory category : wished) {
      model::Inventory inventory = company_.inventory;
      for (HeldReport& report : inventory.reports) {
        if (report.report != requirement.report || !report.categories) continue;
        std::vector<model::TrustCategory>& categories = *report.categories;
        if (std::find(categories.begin(), categories.end(), category) == categories.end())
          categories.push_back(category);
      }
      if (inventory == company_.inventory) continue;
      attempt(inventory, day_,
              {fmt::format("add_category {} {}", model::id_of(requirement.report), model::id_of(category)),
               fmt::format("add {} to the {}", base::plain_words(model::id_of(category)),
                           model::name_of(requirement.report)),
               planned(requirement.report, category, std::nullopt)});
    }
  }

  /// Each service that the reports of that kind do not cover, and all of them where there are several.
  void try_scope(const model::Requirement& requirement) {
    if (!deal_.services.is_given()) return;
    std::vector<std::string> outside;
    for (const std::string& service : deal_.services.value)
      if (!is_covered(requirement.report, service)) outside.push_back(service);
    if (outside.size() > 1) try_covering(requirement, outside);
    if (outside.size() <= most_services_tried)
      for (const std::string& service : outside) try_covering(requirement, {service});
  }

  [[nodiscard]] bool is_covered(Family family, const std::string& service) const {
    return std::any_of(company_.inventory.reports.begin(), company_.inventory.reports.end(),
                       [&](const HeldReport& report) { return report.report == family && covers(report, service); });
  }

  [[nodiscard]] static bool covers(const HeldReport& report, const std::string& service) {
    return report.covers && std::any_of(report.covers->begin(), report.covers->end(),
                                        [&](const std::string& known) { return is_same_word(known, service); });
  }

  void try_covering(const model::Requirement& requirement, const std::vector<std::string>& services) {
    model::Inventory inventory = company_.inventory;
    for (HeldReport& report : inventory.reports) {
      if (report.report != requirement.report || !report.covers) continue;
      for (const std::string& service : services)
        if (!covers(report, service)) report.covers->push_back(service);
    }
    if (inventory == company_.inventory) return;
    attempt(
        inventory, day_,
        {fmt::format("add_services {} {}", model::id_of(requirement.report), base::joined(services)),
         fmt::format("bring {} into the scope of the {}", listed_words(services), model::name_of(requirement.report)),
         std::nullopt});
  }

  /// The year that ends the day before the decision, as a report that is issued on that day.
  static void renew(HeldReport& report, base::Date day) {
    report.type = ReportType::type_2;
    report.as_of = std::nullopt;
    const base::Date last = base::add_days(day, -1);
    report.period = model::Period{base::add_days(base::add_months(last, -12), 1), last};
    report.issued = day;
  }

  void try_renewed(const model::Requirement& requirement, ReportType from, Step step) {
    model::Inventory inventory = company_.inventory;
    bool is_changed = false;
    for (HeldReport& report : inventory.reports) {
      if (report.report != requirement.report || report.type != from) continue;
      renew(report, day_);
      is_changed = true;
    }
    if (is_changed) attempt(inventory, day_, std::move(step));
  }

  void try_type_2(const model::Requirement& requirement) {
    try_renewed(requirement, ReportType::type_1,
                {fmt::format("type_2 {}", model::id_of(requirement.report)),
                 fmt::format("have a Type 2 of the {} issued", model::name_of(requirement.report)),
                 planned(requirement.report, std::nullopt, ReportType::type_2)});
  }

  void try_new_period(const model::Requirement& requirement) {
    try_renewed(requirement, ReportType::type_2,
                {fmt::format("new_period {}", model::id_of(requirement.report)),
                 fmt::format("have the {} issued over a new period of a year", model::name_of(requirement.report)),
                 planned(requirement.report, std::nullopt, ReportType::type_2)});
  }

  const model::Deal& deal_;
  const Company& company_;
  base::Date day_;
  const DealVerdict& verdict_;
  DealBench bench_;
  std::vector<Step> steps_;
};

}  // namespace

std::vector<Step> unlocking_steps(const model::Deal& deal, const Company& company, const RuleBooks& rules,
                                  base::Date today, const DealVerdict& verdict, base::Diagnostics& problems) {
  return Gatekeeper(company, rules, today).unlocking_steps(deal, verdict, problems);
}

std::vector<Step> Gatekeeper::unlocking_steps(const model::Deal& deal, const DealVerdict& verdict,
                                              base::Diagnostics& problems) {
  const bool has_day = !deal.decision_date.is_unknown();
  if (is_yes(verdict.verdict) || !has_day) return {};
  Trial trial(deal, *common_, verdict);
  std::vector<Step> steps = trial.run();
  return is_too_much(deal, trial.bench(), problems) ? std::vector<Step>() : steps;
}

Verdict overall(const std::vector<DealVerdict>& deals) {
  Verdict verdict = Verdict::pass;
  for (const DealVerdict& deal : deals) verdict = graver(verdict, deal.verdict);
  return verdict;
}

}  // namespace socrates::gate
