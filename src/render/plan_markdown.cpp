// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "markdown.hpp"
#include "plan_view.hpp"
#include "sentence.hpp"

namespace socrates::render {
namespace {

/// A name that means nothing to Mermaid but itself: letters, digits, blanks, and a few signs.
std::string chart_name(std::string_view text) {
  std::string name;
  for (const char letter : one_line(text)) {
    const bool is_plain = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                          (letter >= '0' && letter <= '9') || letter == ' ' || letter == '-' || letter == '.';
    name += is_plain ? letter : ' ';
  }
  return one_line(name);
}

class PlanMarkdownWriter {
 public:
  explicit PlanMarkdownWriter(const PlanReport& report) : report_(report), plan_(report.plan) {}

  std::string write() {
    text_ = fmt::format("# The way to the report\n\n**{}**\n", markdown_line(headline(plan_)));
    add_chart();
    add_dates();
    add_reports();
    add_list("Start this week", titles_with_work());
    add_list("What decides the date", titles(plan_, plan_.critical, plan_.critical.size()));
    add_options();
    add_costs();
    std::vector<std::string> notices;
    for (const plan::Notice notice : plan_.notices) notices.push_back(text_of(notice, plan_, report_.engagement));
    add_list("Notes", notices);
    add_sources();
    return std::move(text_);
  }

 private:
  void add_list(std::string_view heading, const std::vector<std::string>& items) {
    if (items.empty()) return;
    text_ += fmt::format("\n## {}\n\n", heading);
    for (const std::string& item : items) text_ += "- " + markdown_line(item) + "\n";
  }

  std::vector<std::string> titles_with_work() {
    std::vector<std::string> items;
    for (const std::size_t i : plan_.this_week) items.push_back(plan_.steps[i].title + ": " + plan_.steps[i].does);
    return items;
  }

  void add_chart() {
    text_ +=
        "\n```mermaid\ngantt\n    title Plan at the likely pace\n    dateFormat YYYY-MM-DD\n    inclusiveEndDates\n";
    const std::vector<TimelineRow> rows = timeline_rows(plan_);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const TimelineRow& row = rows[i];
      if (i == 0) text_ += "    section Work\n";
      if (row.kind == RowKind::report && rows[i - 1].kind != RowKind::report) text_ += "    section Reports\n";
      const char* const state = row.kind == RowKind::report ? "milestone, " : row.is_critical ? "crit, " : "";
      const std::string length = row.kind == RowKind::report ? std::string("0d") : base::to_text(row.last.likely);
      text_ += fmt::format("    {} :{}s{}, {}, {}\n", chart_name(row.title), state, i, base::to_text(row.first.likely),
                           length);
    }
    text_ += "```\n";
  }

  void add_dates() {
    text_ += "\n## Dates\n\n| Done | Early | Likely | Late |\n| --- | --- | --- | --- |\n";
    const auto row = [&](std::string_view title, const plan::Dates& dates) {
      text_ += fmt::format("| {} | {} | {} | {} |\n", markdown_line(title), base::to_text(dates.early),
                           base::to_text(dates.likely), base::to_text(dates.late));
    };
    for (const plan::Step& step : plan_.steps)
      if (step.kind != plan::StepKind::renewal) row(step.title, step.last);
    for (const plan::Delivery& delivery : plan_.deliveries) row(name_of(delivery) + " in hand", delivery.in_hand);
    for (const plan::Step& step : plan_.steps)
      if (step.kind == plan::StepKind::renewal) row(step.title, step.last);
  }

  void add_reports() {
    std::vector<std::string> items;
    for (const plan::Delivery& delivery : plan_.deliveries) {
      if (delivery.period) items.push_back(name_of(delivery) + ": observation period " + text_of(*delivery.period));
      for (const plan::YearService& year : delivery.service) items.push_back(name_of(delivery) + ": " + text_of(year));
    }
    if (plan_.soc3)
      items.emplace_back("The SOC 3 comes out of the same examination as the SOC 2 Type 2, with its date.");
    add_list("Observation periods", items);
  }

  void add_options() {
    if (plan_.options.empty()) return;
    text_ += "\n## Ways out\n";
    for (const plan::Option& option : plan_.options) {
      const model::OptionAdvice& advice = model::advice(report_.engagement, option.kind);
      text_ += fmt::format("\n### {}\n\n- In hand: {}\n", markdown_line(title_of(option, report_.engagement)),
                           markdown_line(text_of(option, plan_)));
      if (!advice.condition.empty()) text_ += "- If " + markdown_line(advice.condition) + "\n";
      text_ += fmt::format("- Cost: {} (planning estimate){}\n", markdown_line(text_of(option.cost)),
                           option.cost_apart ? "; apart " + markdown_line(text_of(*option.cost_apart)) : "");
      text_ += "\nWords for the customer:\n\n> " + markdown_line(advice.tell) + "\n";
    }
    add_list("What may be shown meanwhile", report_.engagement.meanwhile);
  }

  void add_costs() {
    text_ +=
        "\n## Costs (planning estimate)\n\n| What | Low | Likely | High | Where |\n| --- | --- | --- | --- | --- |\n";
    const auto row = [&](const std::string& title, const plan::Money& money) {
      text_ +=
          fmt::format("| {} | {} {} | {} | {} | {} |\n", markdown_line(title), markdown_line(money.currency), money.low,
                      money.likely ? std::to_string(*money.likely) : "-", money.high, markdown_line(money.locale));
    };
    for (const plan::CostLine& line : plan_.costs.lines)
      for (const plan::Money& money : line.money)
        row(line.title + (line.is_second ? ", as the second report" : ""), money);
    row("In all", plan_.costs.total);
  }

  void add_sources() {
    text_ += "\n## Sources\n\n| Key | Title | Publisher |\n| --- | --- | --- |\n";
    for (const std::size_t index : sources_of(report_)) {
      const model::SourceReference& source = report_.engagement.sources[index];
      text_ +=
          fmt::format("| `{}` | {} | {} |\n", source.id, markdown_line(source.title), markdown_line(source.publisher));
    }
    text_ += fmt::format("\n---\n\n{} Today: {}. {}\n", markdown_line(origin_of(report_)), base::to_text(plan_.today),
                         planning_estimate);
  }

  const PlanReport& report_;
  const plan::Plan& plan_;
  std::string text_;
};

}  // namespace

std::string plan_markdown(const PlanReport& report) { return PlanMarkdownWriter(report).write(); }

std::string no_plan_markdown(const Recommendation& recommendation) {
  return fmt::format("# The way to the report\n\n**There is nothing to plan yet. {}**\n",
                     markdown_line(summary(recommendation)));
}

}  // namespace socrates::render
