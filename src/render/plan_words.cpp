// SPDX-License-Identifier: Apache-2.0
#include "render/plan_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "render/report_names.hpp"
#include "render/sentence.hpp"
#include "socrates/base/date.hpp"

namespace socrates::render {
namespace {

using plan::Fit;
using plan::Notice;

std::string days_text(int days) {
  const std::string text = counted(static_cast<std::size_t>(days), "day");
  return days < 14 ? text : fmt::format("{} (about {} weeks)", text, (days + 3) / base::days_of_week);
}

/// `12,000`.
std::string grouped(int amount) {
  std::string digits = std::to_string(amount);
  for (std::size_t place = digits.size(); place > 3; place -= 3) digits.insert(place - 3, ",");
  return digits;
}

std::string deciding_reports(const plan::Plan& plan) {
  std::vector<std::string> names;
  for (const plan::Delivery& delivery : plan.deliveries)
    if (delivery.counts) names.push_back("the " + name_of(delivery));
  return listed(names, "and");
}

std::string reports_that_serve(const plan::Plan& plan) {
  std::vector<std::string> names;
  for (const plan::ServedBy& served : plan.served_by)
    names.push_back(served.held.standard == model::Standard::isae
                        ? "ISAE 3402 report"  // of which no answer tells the type
                        : name_of({served.examination, served.held.type, {}, false, {}, {}, served.held.standard}));
  return listed(names, "and");
}

/// No bridge letter extends a Type 1, which has no period.
std::string held_text(const plan::Plan& plan, const model::PeriodLengths& periods) {
  const bool any_type_2 = std::any_of(plan.served_by.begin(), plan.served_by.end(), [](const plan::ServedBy& served) {
    return served.held.type == plan::ReportType::type_2;
  });
  std::string text = fmt::format(
      "You hold what may be sent to those who wait: {}. Look first whether it covers the services{} that they name.",
      reports_that_serve(plan), any_type_2 ? ", the categories and the months" : " and categories");
  if (any_type_2)
    text += fmt::format(" A bridge letter of your management can cover up to {} after the period of a Type 2.",
                        counted(periods.bridge, "month"));
  return text;
}

std::size_t count_unknown(const plan::Plan& plan) {
  return static_cast<std::size_t>(
      std::count_if(plan.steps.begin(), plan.steps.end(), [](const plan::Step& step) { return step.is_unknown; }));
}

plan::Dates later_of(const plan::Dates& a, const plan::Dates& b) {
  return {std::max(a.early, b.early), std::max(a.likely, b.likely), std::max(a.late, b.late)};
}

plan::Dates earlier_of(const plan::Dates& a, const plan::Dates& b) {
  return {std::min(a.early, b.early), std::min(a.likely, b.likely), std::min(a.late, b.late)};
}

/// What is believed of what is said of all controls together.
std::string not_said_text(const plan::Plan& plan) {
  const plan::Operation& said = *plan.operation;
  std::string text = fmt::format(
      "You say that controls have operated for {}, but for {} that an examination period needs you have not "
      "said that {} in place, so the likely date counts {} as missing.",
      counted(static_cast<std::size_t>(said.months), "month"), counted(said.not_said, "control"),
      said.not_said == 1 ? "it is" : "they are", said.not_said == 1 ? "it" : "them");
  if (!plan.as_said) return text;
  text += fmt::format(" If your controls are as you say, the likely date is {}, at the earliest {}",
                      base::to_text(plan.as_said->likely), base::to_text(plan.as_said->early));
  if (!plan.needed_by) return text + ".";
  return text + (plan.as_said->likely <= *plan.needed_by ? ", which is in time." : ", which is too late as well.");
}

/// What single controls contradict in what is said of all together; empty where they do not.
std::string contradiction(const plan::Operation& said) {
  const auto needed = [](std::size_t count) {
    return count == 1 ? std::string("1 control that an examination period needs is")
                      : fmt::format("{} controls that an examination period needs are", count);
  };
  std::vector<std::string> against;
  if (said.later > 0)
    against.push_back(fmt::format("{} in place since a later day, the last since {}", needed(said.later),
                                  base::to_text(*said.latest)));
  if (said.months > 0 && said.missing > 0) {
    const std::string others = said.missing == 1 ? "1 more is" : fmt::format("{} more are", said.missing);
    against.push_back(fmt::format("{} not in place", said.later > 0 ? others : needed(said.missing)));
  }
  return listed(against, "and");
}

std::string contradicted_text(const plan::Operation& said) {
  return fmt::format(
      "You say that controls have operated for {}, but by your answers about each control, {}. The dates rest on "
      "the answers about each; correct one or the other.",
      counted(static_cast<std::size_t>(said.months), "month"), contradiction(said));
}

/// How far the periods reach back before today.
std::string looks_back_text(const plan::Plan& plan) {
  std::vector<std::string> days;
  for (const plan::Delivery& delivery : plan.deliveries)
    if (delivery.period && delivery.period->from < plan.today)
      days.push_back(fmt::format("that of the {} on {}", name_of(delivery), base::to_text(delivery.period->from)));
  return fmt::format(
      "By your answers the controls have operated long enough for a period to begin before today: {}. That is "
      "the "
      "longest period, up to a year, that moves no date, and a longer one is worth more to readers. Agree it with the "
      "auditor, who will want evidence from its first day.",
      listed(days, "and"));
}

}  // namespace

std::string text_for_readiness(const plan::Operation& said) {
  const std::string months = counted(static_cast<std::size_t>(said.months), "month");
  if (const std::string against = contradiction(said); !against.empty())
    return fmt::format(
        "You say that controls have operated for {}, but by your answers about each control, {}. The answers about "
        "each "
        "count; correct one or the other.",
        months, against);
  if (said.months == 0) return {};
  if (said.not_said > 0)
    return fmt::format(
        "You say that controls have operated for {}, but for {} that an examination period needs you have not said "
        "that "
        "{} in place, so {} as unknown here.",
        months, counted(said.not_said, "control"), said.not_said == 1 ? "it is" : "they are",
        said.not_said == 1 ? "it counts" : "they count");
  if (said.undated > 0)
    return fmt::format(
        "You say that controls have operated for {}, but for {} that an examination period needs you have not said "
        "since "
        "when, so {} from today here. Give the day under since.",
        months, counted(said.undated, "control"), said.undated == 1 ? "it counts" : "they count");
  return fmt::format("You say that controls have operated for {}, and your answers about each control agree.", months);
}

std::string_view id_of(Fit fit) {
  switch (fit) {
    case Fit::no_date:
      return "no_date";
    case Fit::fits:
      return "fits";
    case Fit::only_early:
      return "only_early";
    case Fit::too_late:
      return "too_late";
  }
  return {};
}

std::string_view id_of(plan::StepKind kind) {
  switch (kind) {
    case plan::StepKind::phase:
      return "phase";
    case plan::StepKind::gap:
      return "gap";
    case plan::StepKind::period:
      return "period";
    case plan::StepKind::renewal:
      return "renewal";
    case plan::StepKind::milestone:
      return "milestone";
  }
  return {};
}

std::string_view id_of(Notice notice) {
  switch (notice) {
    case Notice::faster_than_usual:
      return "faster_than_usual";
    case Notice::faster_than_usual_early:
      return "faster_than_usual_early";
    case Notice::controls_not_known:
      return "controls_not_known";
    case Notice::closing_gaps_takes_long:
      return "closing_gaps_takes_long";
    case Notice::gaps_close_in_period:
      return "gaps_close_in_period";
    case Notice::period_is_very_short:
      return "period_is_very_short";
    case Notice::readers_minimum_not_known:
      return "readers_minimum_not_known";
    case Notice::no_year_ends:
      return "no_year_ends";
    case Notice::years_not_all_served:
      return "years_not_all_served";
    case Notice::held_report_serves:
      return "held_report_serves";
    case Notice::follows_held_report:
      return "follows_held_report";
    case Notice::type_1_not_agreed:
      return "type_1_not_agreed";
    case Notice::operation_not_said:
      return "operation_not_said";
    case Notice::operation_contradicted:
      return "operation_contradicted";
    case Notice::days_not_said:
      return "days_not_said";
    case Notice::period_looks_back:
      return "period_looks_back";
    case Notice::readiness_assessed:
      return "readiness_assessed";
    case Notice::ask_providers:
      return "ask_providers";
    case Notice::period_of_customers:
      return "period_of_customers";
    case Notice::firm_for_custody:
      return "firm_for_custody";
  }
  return {};
}

std::string_view id_of(plan::Service service) {
  switch (service) {
    case plan::Service::none:
      return "none";
    case plan::Service::fair:
      return "fair";
    case plan::Service::good:
      return "good";
  }
  return {};
}

std::string name_of(const plan::Delivery& delivery) {
  return fmt::format("{} {}", model::name_of(delivery.examination, delivery.standard),
                     delivery.type == plan::ReportType::type_1 ? "Type 1" : "Type 2");
}

std::string headline(const plan::Plan& plan) {
  std::string dates = fmt::format("{} could be in your customers' hands on {} (earliest {}, latest {}).",
                                  capitalized(deciding_reports(plan)), base::to_text(plan.in_hand.likely),
                                  base::to_text(plan.in_hand.early), base::to_text(plan.in_hand.late));
  if (!plan.needed_by) return dates;
  const std::string needed = base::to_text(*plan.needed_by);
  switch (plan.fit) {
    case Fit::no_date:
      return fmt::format("{} A report is needed by {}: the {} that you hold can be sent; this plan is of what follows.",
                         dates, needed, reports_that_serve(plan));
    case Fit::fits:
      return fmt::format("{} That is in time for {}{}.", dates, needed,
                         plan.in_hand.late > *plan.needed_by ? ", but not at the latest date" : "");
    case Fit::only_early:
      return fmt::format(
          "{} A report is needed by {}: only the fastest pace meets that; the likely date is "
          "{} late.",
          dates, needed, days_text(plan.days_late));
    case Fit::too_late:
      return fmt::format(
          "{} A report is needed by {}: that cannot be met. The likely date is {} late, and the earliest {} late.",
          dates, needed, days_text(plan.days_late), days_text(base::days_between(*plan.needed_by, plan.in_hand.early)));
  }
  return dates;
}

std::string text_of(Notice notice, const plan::Plan& plan, const model::Engagement& engagement) {
  const model::PeriodLengths& periods = engagement.periods;
  switch (notice) {
    case Notice::faster_than_usual:
      return fmt::format(
          "This plan is faster than practitioners think possible: a first Type 2 in less than {} weeks from "
          "the start, including the period, makes careful readers doubt the report. Check the answers, "
          "and beware of offers that are even faster.",
          periods.fastest);
    case Notice::faster_than_usual_early:
      return fmt::format(
          "The early date is faster than practitioners think possible (a first Type 2 in less than {} weeks "
          "from the start): treat it as a limit, never as a promise.",
          periods.fastest);
    case Notice::controls_not_known: {
      const std::size_t count = count_unknown(plan);
      return fmt::format(
          "For {} in scope it is unknown whether {} in place. {} as missing in the likely and the late "
          "dates, and as in place in the early ones. Answer the questions about them to make the plan "
          "more accurate.",
          counted(count, "control"), count == 1 ? "it is" : "they are", count == 1 ? "It counts" : "They count");
    }
    case Notice::closing_gaps_takes_long:
      return fmt::format(
          "Closing the gaps takes longer than {} weeks, the upper end of what is commonly seen: more people, "
          "or fewer gaps, would help more than anything else.",
          model::phase(engagement, model::PhaseKind::remediation).weeks.most);
    case Notice::gaps_close_in_period: {
      const std::size_t count = plan::gaps_closed_in_period(plan);
      return fmt::format(
          "{} only after the period has begun, so there is no evidence of {} for its first part, and an auditor may "
          "report exceptions. Close them as early as you can.",
          count == 1 ? "1 gap closes" : fmt::format("{} gaps close", count), count == 1 ? "it" : "them");
    }
    case Notice::period_is_very_short:
      return fmt::format(
          "The examination period is shorter than {} months, the minimum that most firms examine "
          "and that most readers give weight to.",
          periods.shortest);
    case Notice::readers_minimum_not_known:
      return "Nobody has said which examination period the readers accept. Ask before the period begins: many expect "
             "six "
             "months, and you cannot lengthen it afterwards.";
    case Notice::no_year_ends:
      return fmt::format(
          "The period of a SOC 1 should follow the fiscal years of the customers who need it (at least {} "
          "months of the year, ending at most {} months before its end). Say when they "
          "end, and the plan follows them.",
          engagement.years.fair_overlap, engagement.years.most_gap);
    case Notice::years_not_all_served:
      return "No period within reach serves the fiscal year of every customer. Where year ends are scattered, "
             "providers "
             "issue reports more often, each over twelve months.";
    case Notice::held_report_serves:
      return held_text(plan, periods);
    case Notice::follows_held_report:
      return "You already hold a Type 2: the next period should begin on the day after that report's period ends, so "
             "that "
             "no gap is left, and be twelve months long.";
    case Notice::type_1_not_agreed:
      return "The Type 1 comes first, but nobody has said that the readers accept it meanwhile, so the Type 2 decides "
             "whether the date is met.";
    case Notice::operation_not_said:
      return not_said_text(plan);
    case Notice::operation_contradicted:
      return contradicted_text(*plan.operation);
    case Notice::days_not_said:
      return fmt::format(
          "For {} you have not said when {} performed. The plan assumes that none was missed until today; readiness "
          "does "
          "not, and an auditor will ask for each day.",
          counted(plan.without_days, "control"), plan.without_days == 1 ? "it was" : "they were");
    case Notice::period_looks_back:
      return looks_back_text(plan);
    case Notice::readiness_assessed:
      return "Somebody from outside has assessed your controls against the criteria or objectives, so the gap "
             "assessment "
             "counts with its minimum of weeks, and the costs include no such assessment. Give its results to the "
             "auditor.";
    case Notice::ask_providers:
      return "The service depends on providers. Ask each for its latest report and the period that it covers before "
             "your "
             "own period begins, and agree with the auditor which are carved out and which are included, because an "
             "inclusive report needs the provider's consent and its own assertion.";
    case Notice::period_of_customers:
      return "Customers of yours have SOC reports of their own. Ask for the periods of those reports, and let yours "
             "end with "
             "them "
             "or shortly before.";
    case Notice::firm_for_custody:
      return "Under the custody rule of the SEC the firm has to be registered with the PCAOB and subject to its "
             "inspection. Ask candidates for that before anything else.";
  }
  return {};
}

std::string text_of(const plan::YearService& service) {
  std::string year =
      fmt::format("fiscal year ending {}: {} covered, the period ends {} before it", base::to_text(service.year_end),
                  counted(static_cast<std::size_t>(service.overlap), "month"),
                  counted(static_cast<std::size_t>(service.gap), "month"));
  switch (service.service) {
    case plan::Service::none:
      return year + "; too little for that customer's auditors";
    case plan::Service::fair:
      return year +
             (service.gap > 0 ? "; enough with a bridge letter" : "; enough for many auditors, less than most want");
    case plan::Service::good:
      return year + "; serves it well";
  }
  return year;
}

std::string_view id_of(plan::EvidenceKind kind) {
  switch (kind) {
    case plan::EvidenceKind::occurrence:
      return "occurrence";
    case plan::EvidenceKind::settings:
      return "settings";
    case plan::EvidenceKind::lists:
      return "lists";
    case plan::EvidenceKind::requests:
      return "requests";
  }
  return {};
}

std::string title_of(const plan::EvidenceEntry& entry, const PlanReport& report) {
  const std::string examination = entry.report == model::Examination::soc1 ? "SOC 1: " : "SOC 2: ";
  switch (entry.kind) {
    case plan::EvidenceKind::occurrence: {
      const model::Control& control = report.controls.controls[entry.control.value()];
      return control.id + " " + control.title;
    }
    case plan::EvidenceKind::settings:
      return examination + "the auditor inspects settings";
    case plan::EvidenceKind::lists:
      return examination + "populations of the period are drawn";
    case plan::EvidenceKind::requests:
      return examination + "the auditor's requests arrive";
  }
  return {};
}

std::string text_of(const plan::EvidenceEntry& entry, const PlanReport& report) {
  switch (entry.kind) {
    case plan::EvidenceKind::occurrence:
      return "Keep: " + model::evidence_over_period(report.controls.controls[entry.control.value()]);
    case plan::EvidenceKind::settings:
      return "Show each setting as it is within the period, with the date and the system visible";
    case plan::EvidenceKind::lists:
      return "Draw the complete population of the period for each kind of event, and show that it is complete: samples "
             "come from it";
    case plan::EvidenceKind::requests:
      return "Have policies, populations and settings at hand; the people who perform the controls must be available "
             "to show how";
  }
  return {};
}

std::string origin_of(const PlanReport& report) {
  return fmt::format("Rules {} {}, sha256 {}; catalogue {} {}, sha256 {}; {} {}, sha256 {}.", report.rules.id,
                     report.rules.version, report.rules.sha256.substr(0, 12), report.controls.id,
                     report.controls.version, report.controls.sha256.substr(0, 12), report.engagement.id,
                     report.engagement.version, report.engagement.sha256.substr(0, 12));
}

std::string text_of(const plan::Period& period) {
  return fmt::format("{} to {} ({})", base::to_text(period.from), base::to_text(period.to),
                     counted(static_cast<std::size_t>(base::whole_months(period.from, period.to)), "month"));
}

std::string text_of(const plan::Money& money) {
  std::string text = fmt::format("{} {} to {}", money.currency, grouped(money.low), grouped(money.high));
  if (money.likely) text += ", likely " + grouped(*money.likely);
  return text;
}

std::string text_of(const plan::Option& option, const plan::Plan& plan) {
  std::string dates = fmt::format("{}, at the earliest {}, late {}", base::to_text(option.in_hand.likely),
                                  base::to_text(option.in_hand.early), base::to_text(option.in_hand.late));
  if (option.kind == model::OptionKind::later_date || !plan.needed_by) return dates;
  switch (option.fit) {
    case Fit::fits:
      return dates + "; in time";
    case Fit::only_early:
      return dates + "; in time only at the fastest";
    case Fit::too_late:
      return dates + "; still too late";
    case Fit::no_date:
      break;
  }
  return dates;
}

std::string title_of(const plan::Option& option, const model::Engagement& engagement) {
  std::string title = model::advice(engagement, option.kind).title;
  if (option.months) title += ": " + counted(static_cast<std::size_t>(*option.months), "month");
  std::vector<std::string> names;
  for (const std::string& category : option.left_out) names.push_back(category_name(category));
  if (!names.empty()) title += ": without " + listed(names, "and");
  if (option.is_assumed) title += " (the plan counts on it)";
  return title;
}

Timeline timeline_of(const plan::Plan& plan) {
  Timeline timeline{plan.today, plan.needed_by, {}};
  std::vector<TimelineRow>& rows = timeline.rows;
  std::optional<std::size_t> gaps;
  std::size_t gap_count = 0;
  for (const plan::Step& step : plan.steps) {
    if (step.kind == plan::StepKind::renewal || step.kind == plan::StepKind::milestone) continue;
    if (step.kind != plan::StepKind::gap) {
      const bool is_period = step.kind == plan::StepKind::period;
      rows.push_back(
          {step.id, step.title, is_period ? RowKind::period : RowKind::work, step.first, step.last, step.is_critical});
      continue;
    }
    ++gap_count;
    if (!gaps) {
      gaps = rows.size();
      rows.push_back({"gaps", "", RowKind::work, step.first, step.last, step.is_critical});
      continue;
    }
    TimelineRow& row = rows[*gaps];
    row.first = earlier_of(row.first, step.first);
    row.last = later_of(row.last, step.last);
    row.is_critical = row.is_critical || step.is_critical;
  }
  if (gaps) rows[*gaps].title = "Closing " + counted(gap_count, "gap");
  for (const plan::Delivery& delivery : plan.deliveries)
    rows.push_back({fmt::format("{}.{}.in_hand", id_of(delivery.examination), id_of(delivery.type)),
                    name_of(delivery) + " in hand", RowKind::report, delivery.in_hand, delivery.in_hand,
                    delivery.counts});
  return timeline;
}

std::vector<std::size_t> sources_of(const PlanReport& report) {
  std::set<std::size_t> sources;
  const auto add = [&](const std::vector<std::size_t>& more) { sources.insert(more.begin(), more.end()); };
  for (const plan::Step& step : report.plan.steps) add(step.sources);
  for (const plan::CostLine& line : report.plan.costs.lines) {
    for (const plan::Money& money : line.money) add(money.sources);
    if (line.is_second) add(report.engagement.second_report_sources);
  }
  for (const plan::Option& option : report.plan.options) add(model::advice(report.engagement, option.kind).sources);
  for (const plan::Delivery& delivery : report.plan.deliveries)
    if (!delivery.service.empty()) add(report.engagement.years.sources);
  if (!report.plan.options.empty()) add(report.engagement.meanwhile_sources);
  return {sources.begin(), sources.end()};
}

}  // namespace socrates::render
