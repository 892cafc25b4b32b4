// SPDX-License-Identifier: Apache-2.0
#include "plan/costs.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace socrates::plan {
namespace {

constexpr std::string_view total_currency = "USD";

enum class Price { alone, second };

int share(int amount, int percent) { return static_cast<int>(static_cast<long long>(amount) * percent / 100); }

class Calculator {
 public:
  Calculator(const Aim& aim, const model::Engagement& engagement) : aim_(aim), engagement_(engagement) {}

  Costs calculate(bool in_one_engagement) {
    const bool both = in_one_engagement && aim_.reports.size() > 1;
    add_reports(ReportType::type_1, "_type_1", both);
    add_reports(ReportType::type_2, "_type_2", both);
    for (const ReportAim& report : aim_.reports)
      for (const std::string& category : report.categories)
        if (category != "security") add(category, Price::alone);
    if (aim_.soc3) add("soc3", Price::alone);
    const bool is_first =
        std::any_of(aim_.reports.begin(), aim_.reports.end(), [](const ReportAim& report) { return report.is_first; });
    if (is_first && !aim_.circumstances.readiness_assessed) add("readiness_assessment", Price::alone);
    add("tooling", Price::alone);
    add("penetration_test", Price::alone);
    add_up();
    return std::move(costs_);
  }

 private:
  /// The reports of that type; of two in one engagement the cheaper one is the second.
  void add_reports(ReportType type, std::string_view suffix, bool both) {
    std::vector<std::string> ids;
    for (const ReportAim& report : aim_.reports)
      if (type == ReportType::type_1 ? report.type_1 : report.type_2)
        ids.push_back(std::string(model::id_of(report.examination)) + std::string(suffix));
    const auto cheapest = std::min_element(ids.begin(), ids.end(), [&](const std::string& a, const std::string& b) {
      return likely_of(a) < likely_of(b);
    });
    for (auto id = ids.begin(); id != ids.end(); ++id)
      add(*id, both && ids.size() > 1 && id == cheapest ? Price::second : Price::alone);
  }

  [[nodiscard]] int likely_of(const std::string& id) const {
    for (const model::CostRange& range : model::cost(engagement_, id).ranges)
      if (range.currency == total_currency) return range.likely.value_or(range.high);
    return 0;
  }

  void add(std::string_view id, Price price) {
    if (std::find(model::cost_ids.begin(), model::cost_ids.end(), id) == model::cost_ids.end()) return;
    const model::Cost& cost = model::cost(engagement_, id);
    CostLine line{cost.id, cost.title, price == Price::second, {}};
    for (const model::CostRange& range : cost.ranges) {
      Money money{range.currency, range.locale, range.low, range.likely, range.high, range.sources};
      if (price == Price::second) {
        const model::Weeks& percent = engagement_.second_report;
        money.low = share(money.low, percent.least);
        if (money.likely) money.likely = share(*money.likely, percent.likely);
        money.high = share(money.high, percent.most);
      }
      line.money.push_back(std::move(money));
    }
    costs_.lines.push_back(std::move(line));
  }

  void add_up() {
    Money& total = costs_.total;
    total.currency = total_currency;
    total.likely = 0;
    for (const CostLine& line : costs_.lines)
      for (const Money& money : line.money) {
        if (money.currency != total_currency) continue;
        if (total.locale.empty()) total.locale = money.locale;
        total.low += money.low;
        *total.likely += money.likely.value_or(money.high);
        total.high += money.high;
      }
  }

  const Aim& aim_;
  const model::Engagement& engagement_;
  Costs costs_;
};

}  // namespace

Costs costs_of(const Aim& aim, const model::Engagement& engagement) {
  return Calculator(aim, engagement).calculate(true);
}

Costs costs_apart(const Aim& aim, const model::Engagement& engagement) {
  return Calculator(aim, engagement).calculate(false);
}

}  // namespace socrates::plan
