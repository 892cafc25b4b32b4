// SPDX-License-Identifier: Apache-2.0
//
// A timeline has a row for each step and each report, at the likely pace. As text it is bars of characters, as Markdown
// a Gantt chart of Mermaid. The picture is solid for work, with a thin line from the early to the late end, a diamond
// for each report, and a stroke where the report is needed: everything that the colours say is said by a shape as well,
// and the description tells the dates to those who do not see the picture.
#include <fmt/format.h>

#include <algorithm>

#include "render/figures/drawing.hpp"
#include "render/forms/html.hpp"
#include "render/sentence.hpp"
#include "socrates/base/calendar.hpp"
#include "socrates/render/layout.hpp"

namespace socrates::render {
namespace {

constexpr std::size_t name_columns = 34;
constexpr int bar_columns = 44;
constexpr int picture_width = 960;
constexpr int names_width = 280;
constexpr int right_margin = 24;
constexpr int head_height = 34;
constexpr int row_height = 26;
constexpr int most_marks = 9;

/// A label of exactly that many columns.
std::string fitted(std::string_view text, std::size_t most) {
  std::string result;
  std::size_t used = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool starts = (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U;
    if (starts && used == most) break;
    used += starts ? 1 : 0;
    result += text[i];
  }
  return result.append(most - used, ' ');
}

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

/// The first and the last day that a timeline at the likely pace has to show.
plan::Period span_of(const Timeline& timeline) {
  plan::Period span{timeline.today, std::max(timeline.today, timeline.needed_by.value_or(timeline.today))};
  for (const TimelineRow& row : timeline.rows) {
    span.from = std::min(span.from, row.first.likely);
    span.to = std::max(span.to, row.last.likely);
  }
  return span;
}

char mark_of(RowKind kind) {
  switch (kind) {
    case RowKind::work:
      return '#';
    case RowKind::period:
      return '=';
    case RowKind::report:
      return '*';
  }
  return ' ';
}

class TimelinePainter {
 public:
  explicit TimelinePainter(const Timeline& timeline)
      : timeline_(timeline),
        span_(span_of(timeline)),
        height_(head_height + row_height * static_cast<int>(timeline.rows.size()) + 10) {
    for (const TimelineRow& row : timeline.rows) span_.to = std::max(span_.to, row.last.late);
    days_ = std::max(1, base::days_between(span_.from, span_.to));
  }

  std::string paint() {
    text_ = fmt::format(
        "<svg class=\"timeline\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {}\" role=\"img\" "
        "aria-labelledby=\"timeline-title timeline-desc\" font-family=\"system-ui, sans-serif\" "
        "font-size=\"14\">\n<title id=\"timeline-title\">Timeline of the plan</title>\n"
        "<desc id=\"timeline-desc\">{}</desc>\n",
        picture_width, height_, html_line(description()));
    add_months();
    for (std::size_t i = 0; i < timeline_.rows.size(); ++i)
      add(timeline_.rows[i], head_height + row_height * static_cast<int>(i));
    add_mark(timeline_.today, "var(--soft)", "");
    if (timeline_.needed_by && *timeline_.needed_by >= span_.from)
      add_mark(*timeline_.needed_by, "var(--bad)", "needed");
    return text_ + "</svg>\n";
  }

 private:
  [[nodiscard]] int x(base::Date date) const {
    const long long room = picture_width - names_width - right_margin;
    return names_width + static_cast<int>(room * base::days_between(span_.from, date) / days_);
  }

  [[nodiscard]] std::string description() const {
    std::string text = "Likely dates. ";
    for (const TimelineRow& row : timeline_.rows) {
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
      text_ += fmt::format("<path d=\"M{0} {1}V{2}\" stroke=\"var(--line)\"/>\n", x(month), head_height - 8, height_);
      if (x(month) < picture_width - 40)
        text_ += fmt::format("<text x=\"{}\" y=\"{}\" fill=\"var(--soft)\" font-size=\"12\">{}</text>\n", x(month) + 3,
                             head_height - 14, name);
    }
  }

  void add(const TimelineRow& row, int top) {
    text_ += fmt::format("<text x=\"0\" y=\"{}\" fill=\"var(--ink)\"{}>{}</text>\n", top + 17,
                         row.is_critical ? " font-weight=\"600\"" : "", html_line(row.title));
    const int middle = top + 12;
    const int early = x(row.last.early);
    const int late = x(row.last.late);
    text_ += fmt::format("<path d=\"M{0} {1}H{2}M{0} {3}v8M{2} {3}v8\" stroke=\"var(--soft)\" fill=\"none\"/>\n", early,
                         middle, std::max(late, early + 1), middle - 4);
    const int from = x(row.first.likely);
    const int to = std::max(from + 3, x(base::add_days(row.last.likely, 1)));
    switch (row.kind) {
      case RowKind::work:
        text_ += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"12\" rx=\"3\" fill=\"var(--brand)\"/>\n",
                             from, top + 6, to - from);
        break;
      case RowKind::period:
        text_ += fmt::format(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"12\" rx=\"3\" fill=\"var(--possible)\" "
            "stroke=\"var(--brand)\" "
            "stroke-dasharray=\"4 2\"/>\n",
            from, top + 6, to - from);
        break;
      case RowKind::report:
        text_ +=
            fmt::format("<path d=\"M{} {}l8 8l-8 8l-8 -8z\" fill=\"var(--good)\"/>\n", x(row.last.likely), middle - 8);
        break;
    }
  }

  void add_mark(base::Date date, std::string_view color, std::string_view name) {
    text_ += fmt::format("<path d=\"M{} {}V{}\" stroke=\"{}\" stroke-width=\"2\" stroke-dasharray=\"2 3\"/>\n", x(date),
                         head_height - 8, height_, color);
    if (name.empty()) return;
    const bool is_right = x(date) > picture_width - 80;
    text_ += fmt::format("<text x=\"{}\" y=\"{}\" fill=\"{}\" font-size=\"12\" text-anchor=\"{}\">{}</text>\n",
                         x(date) + (is_right ? -4 : 4), height_ - 2, color, is_right ? "end" : "start", name);
  }

  const Timeline& timeline_;
  plan::Period span_;
  int days_ = 1;
  int height_ = 0;
  std::string text_;
};

}  // namespace

std::string text_of(const Timeline& timeline, std::size_t indent) {
  const std::string margin(indent, ' ');
  const plan::Period span = span_of(timeline);
  const int days = base::days_between(span.from, span.to) + 1;
  const int weeks = std::max(1, (days + 7 * bar_columns - 1) / (7 * bar_columns));
  const auto column = [&](base::Date date) {
    return static_cast<std::size_t>(std::clamp(base::days_between(span.from, date) / (7 * weeks), 0, bar_columns - 1));
  };
  const std::size_t used = column(span.to) + 1;
  std::string text = fmt::format("{}{}{}{}\n", margin, std::string(name_columns, ' '), base::to_text(span.from),
                                 used > 22 ? std::string(used - 20, ' ') + base::to_text(span.to) : "");
  const auto add = [&](std::string_view name, std::size_t from, std::size_t to, char mark) {
    std::string line(used, '.');
    line.replace(from, to - from + 1, to - from + 1, mark);
    text += fmt::format("{}{}{}\n", margin, fitted(prose(name), name_columns), line);
  };
  for (const TimelineRow& row : timeline.rows)
    add(row.title, column(row.first.likely), std::max(column(row.first.likely), column(row.last.likely)),
        mark_of(row.kind));
  if (timeline.needed_by) add("Needed", column(*timeline.needed_by), column(*timeline.needed_by), '!');
  return text +
         wrap(fmt::format("# work, = examination period, * report in hand{}; a column is {}",
                          timeline.needed_by ? ", ! needed by" : "", counted(static_cast<std::size_t>(weeks), "week")),
              {indent, indent});
}

std::string markdown_of(const Timeline& timeline) {
  std::string text =
      "```mermaid\ngantt\n    title Plan at the likely pace\n    dateFormat YYYY-MM-DD\n    inclusiveEndDates\n";
  bool is_first = true;
  bool are_reports = false;
  std::size_t number = 0;
  for (const TimelineRow& row : timeline.rows) {
    const bool is_report = row.kind == RowKind::report;
    if (is_first || is_report != are_reports) text += is_report ? "    section Reports\n" : "    section Work\n";
    is_first = false;
    are_reports = is_report;
    text += fmt::format("    {} :{}s{}, {}, {}\n", chart_name(row.title),
                        is_report         ? "milestone, "
                        : row.is_critical ? "crit, "
                                          : "",
                        number++, base::to_text(row.first.likely),
                        is_report ? std::string("0d") : base::to_text(row.last.likely));
  }
  return text + "```\n";
}

std::string html_of(const Timeline& timeline) {
  return "<div class=\"scroll\" role=\"region\" aria-label=\"Timeline\" tabindex=\"0\">\n" +
         TimelinePainter(timeline).paint() +
         "</div>\n<p class=\"small\">Solid: work. Dashed: an examination period. Diamond: a report in hand. The thin "
         "line reaches from the early to the late date. Names in bold decide the date.</p>\n";
}

}  // namespace socrates::render
