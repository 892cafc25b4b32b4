// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "render/documents/sources.hpp"
#include "render/plan_words.hpp"
#include "render/sentence.hpp"
#include "socrates/render/plan.hpp"

namespace socrates::render {
namespace {

constexpr std::size_t gaps_to_name = 12;

Tone tone_of(plan::Fit fit) {
  switch (fit) {
    case plan::Fit::no_date:
      return Tone::plain;
    case plan::Fit::fits:
      return Tone::good;
    case plan::Fit::only_early:
      return Tone::open;
    case plan::Fit::too_late:
      return Tone::bad;
  }
  return Tone::plain;
}

class PlanAuthor {
 public:
  explicit PlanAuthor(const PlanReport& report) : report_(report), plan_(report.plan) {}

  Document write() {
    Document document{
        "The way to the report", base::to_text(plan_.today), {{{headline(plan_)}, tone_of(plan_.fit)}}, {}, {}, {}};
    if (std::string about = about_text(report_.about); !about.empty()) document.lead.push_back({{std::move(about)}});
    document.sections = {{"Dates", {dates(), about_periods()}},
                         {"Timeline, at the likely pace", {timeline_of(plan_)}},
                         {"Start this week", {steps(plan_.this_week, Work::said)}},
                         {"What decides the date", {steps(plan_.critical, Work::left_out)}},
                         {"Documents to write and sign", {documents(), about_documents()}},
                         {"What your people do during fieldwork", {fieldwork()}},
                         {"Ways out", {ways_compared(), ways_out()}},
                         {"Evidence, month by month", {evidence()}}};
    if (!plan_.options.empty()) document.sections.push_back(meanwhile());
    document.sections.push_back({"Costs (planning estimate)", {costs(), total()}});
    document.sections.push_back({"Notes", {notices()}});
    for (const std::size_t index : sources_of(report_))
      document.sources.push_back(source_of(report_.engagement.sources[index]));
    document.origin = {
        fmt::format("{} Today: {}.", origin_of(report_), base::to_text(plan_.today)),
        std::string(planning_estimate) + " Guidance for a decision; not an audit, and not legal advice."};
    return document;
  }

 private:
  enum class Work { said, left_out };

  [[nodiscard]] std::vector<std::string> keys(const std::vector<std::size_t>& sources) const {
    return keys_of(sources, report_.engagement.sources);
  }

  static std::vector<std::string> cells(std::string title, const plan::Dates& dates) {
    return {std::move(title), base::to_text(dates.early), base::to_text(dates.likely), base::to_text(dates.late)};
  }

  /// The gaps in one row, then the reports, then what follows them.
  [[nodiscard]] Table dates() const {
    Table table{{"Done by", "early", "likely", "late"}, {}};
    const Timeline timeline = timeline_of(plan_);
    for (const TimelineRow& row : timeline.rows) table.rows.push_back(cells(row.title, row.last));
    for (const plan::Step& step : plan_.steps)
      if (step.kind == plan::StepKind::renewal) table.rows.push_back(cells(step.title, step.last));
    return table;
  }

  [[nodiscard]] Table documents() const {
    Table table{{"Ready by", "early", "likely", "late"}, {}};
    for (const plan::Step& step : plan_.steps)
      if (step.kind == plan::StepKind::milestone) table.rows.push_back(cells(step.title, step.last));
    return table;
  }

  /// What each kind of document is, once.
  [[nodiscard]] Items about_documents() const {
    Items list;
    for (const model::EngagementDocument& document : report_.engagement.documents) {
      const bool is_there = std::any_of(plan_.steps.begin(), plan_.steps.end(), [&](const plan::Step& step) {
        return step.kind == plan::StepKind::milestone && step.id.ends_with(document.id);
      });
      if (is_there) list.items.push_back({{document.does, keys(document.sources)}, {}, document.title});
    }
    return list;
  }

  /// Of each fieldwork what people of the organization do in it, as little as the auditor's weeks seem to ask.
  [[nodiscard]] Items fieldwork() const {
    Items list;
    const plan::Step* before = nullptr;
    for (const plan::Step& step : plan_.steps) {
      if (step.people_do.empty()) continue;
      const std::string days =
          fmt::format("{} to {}, likely", base::to_text(step.first.likely), base::to_text(step.last.likely));
      if (before != nullptr && before->people_do == step.people_do) {
        list.items.push_back({{fmt::format("{}; the same as in {}", days, before->title)}, {}, step.title});
        continue;
      }
      before = &step;
      Items tasks;
      for (const std::string& task : step.people_do) tasks.items.push_back({{task}, {}, {}});
      list.items.push_back(
          {{fmt::format("{} to {}, likely", base::to_text(step.first.likely), base::to_text(step.last.likely)),
            keys(step.sources)},
           std::move(tasks.items),
           step.title});
    }
    return list;
  }

  [[nodiscard]] Items about_periods() const {
    Items list;
    for (const plan::Delivery& delivery : plan_.deliveries) {
      Items years;
      for (const plan::YearService& year : delivery.service)
        years.items.push_back({{text_of(year), keys(report_.engagement.years.sources)}});
      if (delivery.period)
        list.items.push_back(
            {{"examination period " + text_of(*delivery.period)}, std::move(years.items), name_of(delivery)});
    }
    if (plan_.soc3)
      list.items.push_back({{"The SOC 3 comes out of the same examination as the SOC 2 Type 2, with its date."}});
    if (plan_.people)
      list.items.push_back({{fmt::format("Planned for {} {} at work at the same time.", *plan_.people,
                                         *plan_.people == 1 ? "person" : "people")}});
    return list;
  }

  /// By the month in which each entry is over.
  [[nodiscard]] Items evidence() const {
    Items months;
    for (const plan::EvidenceEntry& entry : plan_.evidence) {
      const std::string month = base::to_text(entry.days.to).substr(0, 7);
      if (months.items.empty() || months.items.back().name != month) months.items.push_back({{}, {}, month});
      months.items.back().items.push_back({{days_of(entry)}, {}, title_of(entry, report_)});
    }
    return months;
  }

  static std::string days_of(const plan::EvidenceEntry& entry) {
    const std::string last = base::to_text(entry.days.to);
    switch (entry.kind) {
      case plan::EvidenceKind::occurrence:
        return fmt::format("once from {} to {}", base::to_text(entry.days.from), last);
      case plan::EvidenceKind::settings:
      case plan::EvidenceKind::lists:
        return fmt::format("from {} to {}", base::to_text(entry.days.from), last);
      case plan::EvidenceKind::requests:
        break;
    }
    return "from " + last;
  }

  /// Phases and periods, and the first gaps; of more gaps only the ids.
  [[nodiscard]] Items steps(const std::vector<std::size_t>& indices, Work work) const {
    Items list;
    std::vector<std::string> more;
    std::size_t gaps = 0;
    for (const std::size_t index : indices) {
      const plan::Step& step = plan_.steps[index];
      std::string title = step.title;
      if (step.kind == plan::StepKind::gap) {
        std::string id = step.id.substr(step.id.find('.') + 1);
        if (++gaps > gaps_to_name) {
          more.push_back(std::move(id));
          continue;
        }
        title += " (" + id + ")";
      }
      list.items.push_back({{work == Work::said ? step.does : ""}, {}, std::move(title)});
    }
    if (!more.empty())
      list.items.push_back({{fmt::format("and {}: {}", counted(more.size(), "more gap"), joined(more, ", "))}});
    return list;
  }

  [[nodiscard]] Table ways_compared() const {
    Table table{{"Way out", "In hand", "Cost (planning estimate)"}, {}};
    for (const plan::Option& option : plan_.options)
      table.rows.push_back(
          {title_of(option, report_.engagement), text_of(option, plan_),
           text_of(option.cost) + (option.cost_apart ? "; separately " + text_of(*option.cost_apart) : "")});
    return table;
  }

  [[nodiscard]] Entries ways_out() const {
    Entries ways;
    for (const plan::Option& option : plan_.options) {
      const model::OptionAdvice& advice = model::advice(report_.engagement, option.kind);
      ways.entries.push_back({title_of(option, report_.engagement),
                              {},
                              Tone::plain,
                              {},
                              {},
                              {{"If", {advice.condition, keys(advice.sources)}},
                               {"Tell the customer", {advice.tell, keys(advice.sources)}}}});
    }
    return ways;
  }

  [[nodiscard]] Section meanwhile() const {
    return {"What you may show meanwhile",
            {items_of(report_.engagement.meanwhile),
             Paragraph{{"Nothing may sound as if a report existed before it is issued.",
                        keys(report_.engagement.meanwhile_sources)}}}};
  }

  [[nodiscard]] Items costs() const {
    Items list;
    for (const plan::CostLine& line : plan_.costs.lines)
      for (const plan::Money& money : line.money) {
        std::vector<std::string> sources = keys(money.sources);
        if (line.is_second) add_keys(keys(report_.engagement.second_report_sources), sources);
        list.items.push_back({{fmt::format("{} ({})", text_of(money), money.locale), std::move(sources)},
                              {},
                              line.title + (line.is_second ? ", as the second report" : "")});
      }
    return list;
  }

  [[nodiscard]] Paragraph total() const {
    return {{fmt::format("In all: {} (planning estimate, {}; other currencies not included).",
                         text_of(plan_.costs.total), plan_.costs.total.locale)}};
  }

  [[nodiscard]] Items notices() const {
    Items list;
    for (const plan::Notice notice : plan_.notices)
      list.items.push_back({{text_of(notice, plan_, report_.engagement)}});
    return list;
  }

  const PlanReport& report_;
  const plan::Plan& plan_;
};

}  // namespace

Document plan_document(const PlanReport& report) { return PlanAuthor(report).write(); }

Document no_plan_document(const Recommendation& recommendation) {
  const model::RuleSet& rules = recommendation.rules;
  const std::string today = base::to_text(recommendation.today);
  return {
      "The way to the report",
      today,
      {{{"There is nothing to plan yet. " + summary(recommendation)}}},
      {},
      {},
      {fmt::format("Rules: {} {}, sha256 {}. Today: {}.", rules.id, rules.version, rules.sha256.substr(0, 12), today)}};
}

}  // namespace socrates::render
