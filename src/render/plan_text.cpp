// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "plan_view.hpp"
#include "sentence.hpp"
#include "socrates/base/calendar.hpp"

namespace socrates::render {
namespace {

constexpr std::size_t name_columns = 34;
constexpr int columns = 44;
constexpr std::size_t gaps_to_name = 12;

/// A label of exactly that many columns.
std::string fitted(std::string_view text, std::size_t width) {
  std::string result;
  std::size_t used = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool starts = (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U;
    if (starts && used == width) break;
    used += starts ? 1 : 0;
    result += text[i];
  }
  return result.append(width - used, ' ');
}

class PlanTextWriter {
 public:
  PlanTextWriter(const PlanReport& report, Color color) : report_(report), plan_(report.plan), color_(color) {}

  std::string write() {
    const std::string lines = wrap(prose(headline(plan_)));
    text_ = bold(lines.substr(0, lines.size() - 1), color_) + "\n";
    add_dates();
    add_timeline();
    add_list("Start this week", this_week());
    add_list("What decides the date", titles(plan_, plan_.critical, gaps_to_name));
    add_options();
    add_costs();
    add_notices();
    add_sources();
    return std::move(text_);
  }

 private:
  void heading(std::string_view title) { text_ += "\n" + bold(title, color_) + "\n"; }

  void add_list(std::string_view title, const std::vector<std::string>& items) {
    if (items.empty()) return;
    heading(title);
    for (const std::string& item : items) text_ += bullet(prose(item));
  }

  std::vector<std::string> this_week() {
    std::vector<std::string> items;
    for (const std::size_t i : plan_.this_week)
      if (plan_.steps[i].kind == plan::StepKind::phase)
        items.push_back(plan_.steps[i].title + ": " + plan_.steps[i].does);
    std::vector<std::size_t> gaps;
    for (const std::size_t i : plan_.this_week)
      if (plan_.steps[i].kind == plan::StepKind::gap) gaps.push_back(i);
    for (std::string& title : titles(plan_, gaps, gaps_to_name)) items.push_back(std::move(title));
    return items;
  }

  void add_date_row(std::string_view name, const plan::Dates& dates) {
    text_ += fmt::format("  {}  {:<10}  {:<10}  {:<10}\n", fitted(prose(name), name_columns),
                         base::to_text(dates.early), base::to_text(dates.likely), base::to_text(dates.late));
  }

  void add_dates() {
    heading("Dates");
    text_ += fmt::format("  {}  {:<10}  {:<10}  {}\n", fitted("Done by", name_columns), "early", "likely", "late");
    for (const TimelineRow& row : timeline_rows(plan_))
      if (row.kind != RowKind::report) add_date_row(row.title, row.last);
    for (const plan::Delivery& delivery : plan_.deliveries)
      add_date_row(name_of(delivery) + " in hand", delivery.in_hand);
    for (const plan::Step& step : plan_.steps)
      if (step.kind == plan::StepKind::renewal) add_date_row(step.title, step.last);
    for (const plan::Delivery& delivery : plan_.deliveries) {
      if (delivery.period)
        text_ += bullet(fmt::format("{}: observation period {}", name_of(delivery), text_of(*delivery.period)));
      for (const plan::YearService& year : delivery.service) text_ += bullet(text_of(year), 4);
    }
    if (plan_.soc3) text_ += bullet("The SOC 3 comes out of the same examination as the SOC 2 Type 2, with its date.");
    if (plan_.people)
      text_ += bullet(fmt::format("Worked out for {} {} at work at the same time.", *plan_.people,
                                  *plan_.people == 1 ? "person" : "people"));
  }

  void add_timeline() {
    const std::vector<TimelineRow> rows = timeline_rows(plan_);
    const plan::Period span = timeline_span(plan_, rows);
    const int days = base::days_between(span.from, span.to) + 1;
    const int weeks = std::max(1, (days + 7 * columns - 1) / (7 * columns));
    const int per_column = 7 * weeks;
    const auto column = [&](base::Date date) {
      return static_cast<std::size_t>(std::clamp(base::days_between(span.from, date) / per_column, 0, columns - 1));
    };
    heading("Timeline, at the likely pace");
    const std::size_t used = column(span.to) + 1;
    text_ += fmt::format("  {}{}{}\n", std::string(name_columns, ' '), base::to_text(span.from),
                         used > 22 ? std::string(used - 20, ' ') + base::to_text(span.to) : "");
    for (const TimelineRow& row : rows) {
      std::string line(used, '.');
      const std::size_t from = column(row.first.likely);
      const std::size_t to = std::max(from, column(row.last.likely));
      const char mark = row.kind == RowKind::period ? '=' : row.kind == RowKind::report ? '*' : '#';
      std::fill(line.begin() + static_cast<std::ptrdiff_t>(from), line.begin() + static_cast<std::ptrdiff_t>(to) + 1,
                mark);
      text_ += fmt::format("  {}{}\n", fitted(prose(row.title), name_columns), line);
    }
    if (plan_.needed_by) {
      std::string line(used, '.');
      line[column(*plan_.needed_by)] = '!';
      text_ += fmt::format("  {}{}\n", fitted("Needed", name_columns), line);
    }
    text_ += wrap(fmt::format("# work, = observation period, * report in hand{}; a column is {}",
                              plan_.needed_by ? ", ! needed by" : "", counted(static_cast<std::size_t>(weeks), "week")),
                  {2, 2});
  }

  void add_options() {
    if (plan_.options.empty()) return;
    heading("Ways out");
    for (const plan::Option& option : plan_.options) {
      const model::OptionAdvice& advice = model::advice(report_.engagement, option.kind);
      text_ += bullet(prose(title_of(option, report_.engagement)));
      text_ += wrap("in hand: " + text_of(option, plan_), {4, 6});
      if (!advice.condition.empty()) text_ += wrap("if " + prose(advice.condition), {4, 6});
      text_ += wrap("cost: " + prose(text_of(option.cost)) + " (planning estimate)" +
                        (option.cost_apart ? "; apart " + prose(text_of(*option.cost_apart)) : ""),
                    {4, 6});
      text_ += wrap("tell the customer: " + prose(advice.tell), {4, 6});
    }
    heading("What may be shown meanwhile");
    for (const std::string& item : report_.engagement.meanwhile) text_ += bullet(prose(item));
    text_ += wrap("Nothing may sound as if there were a report before it is issued.", {2, 2});
  }

  void add_costs() {
    heading("Costs (planning estimate)");
    for (const plan::CostLine& line : plan_.costs.lines)
      for (const plan::Money& money : line.money) {
        const bool is_other = money.currency != plan_.costs.total.currency;
        text_ += bullet(fmt::format("{}{}: {}{}", prose(line.title), line.is_second ? ", as the second report" : "",
                                    prose(text_of(money)), is_other ? " (" + prose(money.locale) + ")" : ""));
      }
    text_ += wrap("In all: " + prose(text_of(plan_.costs.total)) + " (planning estimate, " +
                      prose(plan_.costs.total.locale) + "; other currencies are not in it).",
                  {2, 2});
  }

  void add_notices() {
    if (plan_.notices.empty()) return;
    heading("Notes");
    for (const plan::Notice notice : plan_.notices) text_ += bullet(prose(text_of(notice, plan_, report_.engagement)));
  }

  void add_sources() {
    heading("Sources");
    for (const std::size_t index : sources_of(report_)) {
      const model::SourceReference& source = report_.engagement.sources[index];
      text_ += wrap(fmt::format("{}: {}, {}", source.id, prose(source.title), prose(source.publisher)), {2, 4});
    }
    text_ += "\n" + wrap(fmt::format("{} Today: {}.", prose(origin_of(report_)), base::to_text(plan_.today)));
    text_ += wrap(planning_estimate);
  }

  const PlanReport& report_;
  const plan::Plan& plan_;
  Color color_;
  std::string text_;
};

}  // namespace

std::string plan_text(const PlanReport& report, Color color) { return PlanTextWriter(report, color).write(); }

std::string no_plan_text(const Recommendation& recommendation, Color color) {
  const std::string lines = wrap(prose("There is nothing to plan yet. " + summary(recommendation)));
  std::string text = bold(lines.substr(0, lines.size() - 1), color) + "\n";
  return text + "\n" +
         wrap(fmt::format("Rules: {} {}, sha256 {}. Today: {}.", recommendation.rules.id,
                          prose(recommendation.rules.version), recommendation.rules.sha256.substr(0, 12),
                          base::to_text(recommendation.today)));
}

}  // namespace socrates::render
