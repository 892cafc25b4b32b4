// SPDX-License-Identifier: Apache-2.0
#include "random_deals.hpp"

namespace socrates::test {

using model::Family;
using model::ReportType;
using model::TrustCategory;

base::Date RandomDeals::date(int from_month, int months) {
  const base::Date first{std::chrono::year{2025}, std::chrono::month{1}, std::chrono::day{1}};
  return base::add_days(base::add_months(first, from_month + below(months)), any_of({0, 0, 14, 27}));
}

model::Requirement RandomDeals::requirement() {
  model::Requirement r;
  r.id = "r";
  r.report = any_of({Family::soc1, Family::soc2, Family::soc2, Family::soc3, Family::isae_3402});
  if (!one_in(4)) r.type = any_of({ReportType::type_1, ReportType::type_2, ReportType::type_2});
  if (r.report == Family::soc2 && !one_in(3)) r.categories = std::vector<TrustCategory>{TrustCategory::security};
  if (r.categories.is_given() && one_in(2)) r.categories.value.push_back(TrustCategory::availability);
  if (one_in(3)) r.period_months_at_least = below(13);
  if (one_in(3)) r.age_months_at_most = below(15);
  if (one_in(3)) r.type_1_accepted = one_in(2);
  if (one_in(2)) r.bridge_letter_accepted = !one_in(3);
  if (one_in(3)) r.auditor_accepts_overlap = one_in(2);
  if (one_in(5)) r.opinion = model::Opinion::qualified;
  if (one_in(5))
    r.user_entity_controls = any_of({model::UserControlsStand::accepted, model::UserControlsStand::pending});
  return r;
}

model::Deal RandomDeals::deal() {
  model::Deal deal;
  deal.id = "d";
  deal.decision_date = date(18, 12);
  if (!one_in(4)) deal.services = one_in(2) ? std::vector<std::string>{"app"} : std::vector<std::string>{"app", "crm"};
  if (one_in(3)) deal.contract_start = date(24, 12);
  if (one_in(2)) {
    deal.recipient = any_of({model::Recipient::customer, model::Recipient::prospect, model::Recipient::user_auditor});
    deal.nda = any_of({model::Nda::signed_by_both, model::Nda::signed_by_both, model::Nda::pending, model::Nda::none});
  }
  if (one_in(3)) deal.fiscal_year_end = base::YearEnd{std::chrono::month{12}, std::chrono::day{31}};
  deal.requirements.push_back(requirement());
  if (one_in(3)) {
    deal.requirements.push_back(requirement());
    deal.requirements.back().id = "s";
  }
  return deal;
}

model::HeldReport RandomDeals::report(const std::string& id) {
  model::HeldReport report;
  report.id = id;
  report.report = any_of({Family::soc1, Family::soc2, Family::soc2, Family::soc2, Family::soc3, Family::isae_3402});
  if (report.report == Family::soc1 && one_in(3)) report.also = {Family::isae_3402};
  report.type = one_in(4) ? ReportType::type_1 : ReportType::type_2;
  report.categories = std::vector<TrustCategory>{TrustCategory::security};
  if (one_in(2)) report.categories->push_back(TrustCategory::availability);
  report.covers = any_of<std::vector<std::string>>({{"app"}, {"app"}, {"crm"}, {"app", "crm"}});
  const base::Date start = date(0, 20);
  const base::Date end = base::add_days(base::add_months(start, any_of({2, 3, 6, 6, 12, 12, 12})), -1);
  if (report.type == ReportType::type_1)
    report.as_of = end;
  else
    report.period = model::Period{start, end};
  report.issued = base::add_days(end, 30 + below(30));
  report.opinion = any_of({model::Opinion::unmodified, model::Opinion::unmodified, model::Opinion::unmodified,
                           model::Opinion::qualified, model::Opinion::adverse});
  if (report.opinion == model::Opinion::qualified)
    report.qualified_on = any_of<std::vector<std::string>>({{"CC6.1"}, {"A1.1"}});
  report.exceptions = std::vector<model::Exception>();
  if (one_in(4))
    report.exceptions->push_back({std::string(any_of({"CC6.1", "A1.1"})),
                                  any_of({model::Severity::low, model::Severity::medium, model::Severity::high}),
                                  one_in(2)});
  report.auditor.firm = "F";
  report.auditor.licensed = true;
  report.auditor.peer_reviewed = true;
  report.subservice = model::Subservice{any_of({model::SubserviceMethod::none, model::SubserviceMethod::carve_out}),
                                        std::vector<model::SubserviceOrganization>{{"host", true, one_in(2), {}, {}}}};
  report.user_entity_controls =
      any_of({model::UserControls::listed, model::UserControls::none, model::UserControls::not_listed});
  report.frameworks = std::vector<std::string>();
  if (report.period && one_in(4)) {
    const base::Date signed_on = base::add_days(end, below(150));
    report.bridge_letter = model::BridgeLetter{base::add_days(end, one_in(4) ? 2 : 1),
                                               base::add_days(signed_on, one_in(4) ? 1 : 0), signed_on};
  }
  return report;
}

model::NextReport RandomDeals::next() {
  model::NextReport next;
  next.report = any_of({Family::soc1, Family::soc2});
  next.type = ReportType::type_2;
  next.categories = std::vector<TrustCategory>{TrustCategory::security, TrustCategory::availability};
  next.covers = std::vector<std::string>{"app", "crm"};
  next.expected = date(22, 14);
  next.certain = one_in(2);
  next.period =
      model::Period{base::add_months(*next.expected, -13), base::add_days(base::add_months(*next.expected, -1), -1)};
  return next;
}

model::Inventory RandomDeals::inventory() {
  model::Inventory inventory;
  const int count = below(4);
  for (int i = 0; i < count; ++i) inventory.reports.push_back(report(std::string(1, static_cast<char>('a' + i))));
  if (one_in(2)) inventory.next.push_back(next());
  return inventory;
}

bool RandomDeals::leave_out(model::HeldReport& report) {
  const auto drop = [](auto& value) {
    const bool had_one = value.has_value();
    value.reset();
    return had_one;
  };
  switch (below(15)) {
    case 0:
      return drop(report.type);
    case 1:
      return drop(report.categories);
    case 2:
      return drop(report.covers);
    case 3:
      return drop(report.period);
    case 4:
      return drop(report.as_of);
    case 5:
      return drop(report.issued);
    case 6:
      return drop(report.opinion);
    case 7:
      return drop(report.qualified_on);
    case 8:
      return drop(report.exceptions);
    case 9:
      return drop(report.subservice);
    case 10:
      return drop(report.user_entity_controls);
    case 11:
      return drop(report.frameworks);
    case 12:
      return drop(report.bridge_letter);
    case 13:
      return report.bridge_letter && drop(any_of({0, 1}) == 0 ? report.bridge_letter->to : report.bridge_letter->from);
    case 14: {
      if (!report.exceptions || report.exceptions->empty()) return false;
      model::Exception& exception = report.exceptions->front();
      return one_in(2) ? drop(exception.severity) : drop(exception.response);
    }
  }
  return false;
}

}  // namespace socrates::test
