// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "page.hpp"
#include "plan_view.hpp"

namespace socrates::render {
namespace {

class PlanHtmlWriter {
 public:
  explicit PlanHtmlWriter(const PlanReport& report) : report_(report), plan_(report.plan) {}

  std::string write() {
    text_ = fmt::format("<p>{}</p>\n", html_line(headline(plan_)));
    text_ += "<div class=\"scroll\" role=\"region\" aria-label=\"Timeline\" tabindex=\"0\">\n" + plan_svg(plan_) +
             "</div>\n";
    text_ +=
        "<p class=\"small\">Solid: work. Dashed: an observation period. Diamond: a report in hand. The thin line "
        "reaches from the early to the late date.</p>\n";
    add_dates();
    add_list("Start this week", titles(plan_, plan_.this_week, plan_.this_week.size()));
    add_list("What decides the date", titles(plan_, plan_.critical, plan_.critical.size()));
    add_options();
    add_costs();
    std::vector<std::string> notices;
    for (const plan::Notice notice : plan_.notices) notices.push_back(text_of(notice, plan_, report_.engagement));
    add_list("Notes on the plan", notices);
    text_ += fmt::format("<p class=\"small\">{}</p>\n", html_line(planning_estimate));
    return std::move(text_);
  }

 private:
  void add_list(std::string_view title, const std::vector<std::string>& items) {
    if (items.empty()) return;
    text_ += fmt::format("<h3>{}</h3>\n<ul>\n", html_line(title));
    for (const std::string& item : items) text_ += fmt::format("<li>{}</li>\n", html_line(item));
    text_ += "</ul>\n";
  }

  void add_date(std::string_view title, const plan::Dates& dates) {
    text_ += fmt::format("<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td>{}</td></tr>\n", html_line(title),
                         base::to_text(dates.early), base::to_text(dates.likely), base::to_text(dates.late));
  }

  void add_dates() {
    text_ +=
        "<h3>Dates</h3>\n<div class=\"scroll\" role=\"region\" aria-label=\"Dates\" tabindex=\"0\">\n<table>\n<thead>"
        "<tr><th scope=\"col\">Done</th><th scope=\"col\">Early</th><th scope=\"col\">Likely</th>"
        "<th scope=\"col\">Late</th></tr></thead>\n<tbody>\n";
    for (const TimelineRow& row : timeline_rows(plan_)) add_date(row.title, row.last);
    for (const plan::Step& step : plan_.steps)
      if (step.kind == plan::StepKind::renewal) add_date(step.title, step.last);
    text_ += "</tbody>\n</table>\n</div>\n";
    std::vector<std::string> periods;
    for (const plan::Delivery& delivery : plan_.deliveries) {
      if (delivery.period) periods.push_back(name_of(delivery) + ": " + text_of(*delivery.period));
      for (const plan::YearService& year : delivery.service)
        periods.push_back(name_of(delivery) + ": " + text_of(year));
    }
    add_list("Observation periods", periods);
  }

  void add_options() {
    if (plan_.options.empty()) return;
    text_ += "<h3>Ways out</h3>\n<dl class=\"ways\">\n";
    for (const plan::Option& option : plan_.options) {
      const model::OptionAdvice& advice = model::advice(report_.engagement, option.kind);
      text_ += fmt::format("<dt><strong>{}</strong></dt>\n<dd><p>In hand: {}. Cost: {} (planning estimate).</p>",
                           html_line(title_of(option, report_.engagement)), html_line(text_of(option, plan_)),
                           html_line(text_of(option.cost)));
      if (!advice.condition.empty()) text_ += fmt::format("<p>If {}.</p>", html_line(advice.condition));
      text_ += fmt::format("<p>Tell the customer: {}</p></dd>\n", html_line(advice.tell));
    }
    text_ += "</dl>\n";
    add_list("What may be shown meanwhile", report_.engagement.meanwhile);
  }

  void add_costs() {
    text_ +=
        "<h3>Costs (planning estimate)</h3>\n<div class=\"scroll\" role=\"region\" aria-label=\"Costs\" "
        "tabindex=\"0\">\n"
        "<table>\n<thead><tr><th scope=\"col\">What</th><th scope=\"col\">Range</th><th scope=\"col\">Where</th></tr>"
        "</thead>\n<tbody>\n";
    const auto row = [&](const std::string& title, const plan::Money& money) {
      text_ += fmt::format("<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td></tr>\n", html_line(title),
                           html_line(text_of(money)), html_line(money.locale));
    };
    for (const plan::CostLine& line : plan_.costs.lines)
      for (const plan::Money& money : line.money)
        row(line.title + (line.is_second ? ", as the second report" : ""), money);
    row("In all", plan_.costs.total);
    text_ += "</tbody>\n</table>\n</div>\n";
  }

  const PlanReport& report_;
  const plan::Plan& plan_;
  std::string text_;
};

}  // namespace

std::string plan_section(const PlanReport& report) { return PlanHtmlWriter(report).write(); }

std::string plan_html(const PlanReport& report) {
  const std::string today = base::to_text(report.plan.today);
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<title>Plan to the SOC report, {0}</title>\n<style>\n{1}</style>\n</head>\n<body>\n"
      "<header>\n<div class=\"wide\">\n<p class=\"kicker\">SOC plan, <time datetime=\"{0}\">{0}</time></p>\n"
      "<h1>The way to the report</h1>\n</div>\n</header>\n<main class=\"wide\">\n"
      "<section id=\"plan\" aria-labelledby=\"plan-heading\">\n<h2 id=\"plan-heading\">The plan</h2>\n{2}</section>\n"
      "</main>\n<footer>\n<div class=\"wide\"><p>{3} Guidance for a decision; not an audit, and "
      "not legal advice.</p></div>\n</footer>\n</body>\n</html>\n",
      today, page_style, plan_section(report), html_line(origin_of(report)));
}

}  // namespace socrates::render
