// SPDX-License-Identifier: Apache-2.0
//
// A timeline as a picture: a row for each step, solid at the likely pace, with a thin line from the early to the late
// end; a diamond for each report; a stroke where the report is needed. Everything that the colours say is said by a
// shape as well, and the description tells the dates to those who do not see the picture.

#include <fmt/format.h>

#include <algorithm>

#include "page.hpp"
#include "plan_view.hpp"
#include "socrates/base/calendar.hpp"

namespace socrates::render {
namespace {

constexpr int width = 960;
constexpr int names_width = 280;
constexpr int right_margin = 24;
constexpr int head_height = 34;
constexpr int row_height = 26;
constexpr int most_marks = 9;

class Painter {
 public:
  explicit Painter(const plan::Plan& plan)
      : plan_(plan),
        rows_(timeline_rows(plan)),
        span_(timeline_span(plan, rows_)),
        height_(head_height + row_height * static_cast<int>(rows_.size()) + 10) {
    for (const TimelineRow& row : rows_) span_.to = std::max(span_.to, row.last.late);
    days_ = std::max(1, base::days_between(span_.from, span_.to));
  }

  std::string paint() {
    text_ = fmt::format(
        "<svg class=\"timeline\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {}\" role=\"img\" "
        "aria-labelledby=\"plan-timeline-title plan-timeline-desc\" font-family=\"system-ui, sans-serif\" "
        "font-size=\"14\">\n<title id=\"plan-timeline-title\">Timeline of the plan</title>\n"
        "<desc id=\"plan-timeline-desc\">{}</desc>\n<rect width=\"{}\" height=\"{}\" fill=\"#ffffff\"/>\n",
        width, height_, html_line(description()), width, height_);
    add_months();
    for (std::size_t i = 0; i < rows_.size(); ++i) add(rows_[i], head_height + row_height * static_cast<int>(i));
    add_mark(plan_.today, "#4d5a6b", "");
    if (plan_.needed_by && *plan_.needed_by >= span_.from) add_mark(*plan_.needed_by, "#9c1f1f", "needed");
    return text_ + "</svg>\n";
  }

 private:
  [[nodiscard]] int x(base::Date date) const {
    const long long room = width - names_width - right_margin;
    return names_width + static_cast<int>(room * base::days_between(span_.from, date) / days_);
  }

  [[nodiscard]] std::string description() const {
    std::string text = "Likely dates. ";
    for (const TimelineRow& row : rows_) {
      if (row.kind == RowKind::report)
        text += fmt::format("{}: {}. ", row.title, base::to_text(row.last.likely));
      else
        text +=
            fmt::format("{}: {} to {}. ", row.title, base::to_text(row.first.likely), base::to_text(row.last.likely));
    }
    return text;
  }

  /// A line and a name for every month, or for every second or third, as there is room.
  void add_months() {
    const int months = base::months_since(span_.from, span_.to) + 1;
    const int step = (months + most_marks - 1) / most_marks;
    base::Date month = base::add_days(base::last_of_month(span_.from), 1);
    for (int i = 0; month <= span_.to; ++i, month = base::add_months(month, 1)) {
      if (i % step != 0) continue;
      const std::string name = base::to_text(month).substr(0, 7);
      text_ += fmt::format("<path d=\"M{0} {1}V{2}\" stroke=\"#d9dfe7\"/>\n", x(month), head_height - 8, height_);
      if (x(month) < width - 40)
        text_ += fmt::format("<text x=\"{}\" y=\"{}\" fill=\"#4d5a6b\" font-size=\"12\">{}</text>\n", x(month) + 3,
                             head_height - 14, name);
    }
  }

  void add(const TimelineRow& row, int top) {
    text_ += fmt::format("<text x=\"0\" y=\"{}\" fill=\"#16202e\"{}>{}</text>\n", top + 17,
                         row.is_critical ? " font-weight=\"600\"" : "", html_line(row.title));
    const int middle = top + 12;
    const int early = x(row.last.early);
    const int late = x(row.last.late);
    text_ += fmt::format("<path d=\"M{0} {1}H{2}M{0} {3}v8M{2} {3}v8\" stroke=\"#4d5a6b\" fill=\"none\"/>\n", early,
                         middle, std::max(late, early + 1), middle - 4);
    const int from = x(row.first.likely);
    const int to = std::max(from + 3, x(base::add_days(row.last.likely, 1)));
    switch (row.kind) {
      case RowKind::work:
        text_ += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"12\" rx=\"3\" fill=\"#1d4e89\"/>\n", from,
                             top + 6, to - from);
        break;
      case RowKind::period:
        text_ += fmt::format(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"12\" rx=\"3\" fill=\"#cfe0f3\" stroke=\"#1d4e89\" "
            "stroke-dasharray=\"4 2\"/>\n",
            from, top + 6, to - from);
        break;
      case RowKind::report:
        text_ += fmt::format("<path d=\"M{} {}l8 8l-8 8l-8 -8z\" fill=\"#17603a\"/>\n", x(row.last.likely), middle - 8);
        break;
    }
  }

  void add_mark(base::Date date, std::string_view color, std::string_view name) {
    text_ += fmt::format("<path d=\"M{} {}V{}\" stroke=\"{}\" stroke-width=\"2\" stroke-dasharray=\"2 3\"/>\n", x(date),
                         head_height - 8, height_, color);
    if (name.empty()) return;
    const bool is_right = x(date) > width - 80;
    text_ += fmt::format("<text x=\"{}\" y=\"{}\" fill=\"{}\" font-size=\"12\" text-anchor=\"{}\">{}</text>\n",
                         x(date) + (is_right ? -4 : 4), height_ - 2, color, is_right ? "end" : "start", name);
  }

  const plan::Plan& plan_;
  std::vector<TimelineRow> rows_;
  plan::Period span_;
  int days_ = 1;
  int height_ = 0;
  std::string text_;
};

}  // namespace

std::string plan_svg(const plan::Plan& plan) { return Painter(plan).paint(); }

}  // namespace socrates::render
