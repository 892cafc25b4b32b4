// SPDX-License-Identifier: Apache-2.0
//
// One page that can be mailed to a board: no scripts, nothing to load, and a policy in its head that lets a browser
// neither run nor fetch anything, so that even a mistake here would stay without effect. Everything printed goes
// through html_safe. Colour is never the only carrier: every state has its word and its sign.

#include <fmt/format.h>

#include <algorithm>

#include "page.hpp"
#include "sentence.hpp"
#include "standing.hpp"

namespace socrates::render {
namespace {

std::string_view class_of(Tone tone) {
  switch (tone) {
    case Tone::good:
      return "good";
    case Tone::bad:
      return "bad";
    case Tone::open:
      return "open";
  }
  return {};
}

std::string_view sign_of(Tone tone) {
  switch (tone) {
    case Tone::good:
      return "✓";
    case Tone::bad:
      return "✕";
    case Tone::open:
      return "?";
  }
  return {};
}

std::string_view class_of(readiness::TargetState state) {
  switch (state) {
    case readiness::TargetState::covered:
      return "covered";
    case readiness::TargetState::partly:
      return "partly";
    case readiness::TargetState::nothing:
      return "nothing";
    case readiness::TargetState::not_known:
      return "unknown";
    case readiness::TargetState::not_applicable:
      return "outside";
  }
  return {};
}

std::string_view sign_of(readiness::TargetState state) {
  switch (state) {
    case readiness::TargetState::covered:
      return "✓";
    case readiness::TargetState::partly:
      return "◐";
    case readiness::TargetState::nothing:
      return "✕";
    case readiness::TargetState::not_known:
      return "?";
    case readiness::TargetState::not_applicable:
      return "–";
  }
  return {};
}

constexpr readiness::TargetState states[] = {readiness::TargetState::covered, readiness::TargetState::partly,
                                             readiness::TargetState::nothing, readiness::TargetState::not_known,
                                             readiness::TargetState::not_applicable};

class ReadinessHtmlWriter {
 public:
  explicit ReadinessHtmlWriter(const Standing& standing) : standing_(standing) {}

  std::string write(std::string_view today, const std::vector<PageSection>& plan) {
    add_head(today);
    for (const ReportStanding& report : standing_.reports) add(report);
    add_moves();
    add_open();
    add_gaps();
    for (const PageSection& section : plan)
      text_ += fmt::format(
          "<section id=\"{0}\" aria-labelledby=\"{0}-heading\">\n<h2 id=\"{0}-heading\">{1}</h2>\n{2}"
          "</section>\n",
          html_line(section.id), html_line(section.heading), section.body);
    add_left_out();
    add_foot();
    return std::move(text_);
  }

 private:
  void add_head(std::string_view today) {
    text_ = fmt::format(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<title>SOC readiness, {0}</title>\n<style>\n{1}</style>\n</head>\n<body>\n"
        "<header>\n<div class=\"wide\">\n<p class=\"kicker\">SOC readiness<span aria-hidden=\"true\"> · </span>"
        "<time datetime=\"{0}\">{0}</time></p>\n<h1>How ready we are</h1>\n<p class=\"lead\">{2}</p>\n",
        html_line(today), page_style, html_line(standing_.summary));
    if (!standing_.answer.empty())
      text_ +=
          fmt::format("<p class=\"asked {}\"><span aria-hidden=\"true\">{}</span> {}</p>\n",
                      class_of(standing_.answer_tone), sign_of(standing_.answer_tone), html_line(standing_.answer));
    text_ += "</div>\n</header>\n<main class=\"wide\">\n";
  }

  /// A ring that is filled as far as the controls are in place; what is not known is hatched by a dashed line.
  static std::string ring(const Measure& measure) {
    const int percent = measure.percent.value_or(0);
    const int possible = measure.if_unknown_in_place.value_or(percent);
    return fmt::format(
        "<svg class=\"ring\" viewBox=\"0 0 42 42\" role=\"img\" aria-label=\"{0}\">"
        "<circle class=\"track\" cx=\"21\" cy=\"21\" r=\"17\" pathLength=\"100\"/>"
        "<circle class=\"possible\" cx=\"21\" cy=\"21\" r=\"17\" pathLength=\"100\" stroke-dasharray=\"{2} 100\"/>"
        "<circle class=\"filled\" cx=\"21\" cy=\"21\" r=\"17\" pathLength=\"100\" stroke-dasharray=\"{1} 100\"/>"
        "<text x=\"21\" y=\"21\" aria-hidden=\"true\">{3}</text></svg>\n",
        html_line("Coverage: " + percent_text(measure)), percent, possible,
        measure.percent ? fmt::format("{} %", percent) : std::string("–"));
  }

  void add(const ReportStanding& report) {
    const std::string id = report.name == "SOC 1" ? "soc1" : "soc2";
    std::string title = report.name;
    if (!report.type.empty()) title += ", " + report.type;
    text_ += fmt::format(
        "<section id=\"{0}\" aria-labelledby=\"{0}-heading\">\n<h2 id=\"{0}-heading\">{1} <span class=\"level\">{2}"
        "</span></h2>\n<div class=\"report\">\n<div class=\"measure\">\n{3}",
        id, html_line(title), html_line(report.is_sure ? report.level : "whether it is needed is still open"),
        ring(report.measure));
    text_ += fmt::format("<p><strong>{}</strong> of the controls in scope are in place, by weight.</p>\n",
                         html_line(percent_text(report.measure)));
    if (report.measure.if_unknown_in_place != report.measure.percent)
      text_ += fmt::format("<p class=\"small\">{} % if everything that is not known is in place.</p>\n",
                           report.measure.if_unknown_in_place.value_or(0));
    text_ += "</div>\n<ul class=\"verdicts\">\n";
    for (const VerdictLine& verdict : report.verdicts) add(verdict);
    text_ += "</ul>\n</div>\n";
    add_parts(report);
    add_heat_map(report);
    if (!report.notes.empty()) {
      text_ += "<ul class=\"notes\">\n";
      for (const Reason& note : report.notes) text_ += fmt::format("<li>{}</li>\n", html_line(note.text));
      text_ += "</ul>\n";
    }
    text_ += "</section>\n";
  }

  void add(const VerdictLine& verdict) {
    text_ +=
        fmt::format("<li class=\"{}\"><span class=\"sign\" aria-hidden=\"true\">{}</span><div><h3>{}: {}</h3>\n",
                    class_of(verdict.tone), sign_of(verdict.tone), html_line(verdict.title), html_line(verdict.value));
    std::vector<std::string> reasons;
    for (const Reason& reason : verdict.reasons) reasons.push_back(one_line(reason.text));
    if (!reasons.empty()) text_ += fmt::format("<p>{}.</p>\n", html_line(capitalized(joined(reasons, "; "))));
    if (!verdict.blockers.empty())
      text_ += fmt::format("<p class=\"small\">Held up by {}</p>\n", html_line(joined(verdict.blockers, ", ")));
    if (!verdict.when.empty()) text_ += fmt::format("<p class=\"small\">{}</p>\n", html_line(verdict.when));
    text_ += "</div></li>\n";
  }

  void add_parts(const ReportStanding& report) {
    text_ += "<h3>Coverage by part</h3>\n<ul class=\"parts\">\n";
    for (const PartLine& part : report.parts) {
      const int percent = part.measure.percent.value_or(0);
      const int possible = part.measure.if_unknown_in_place.value_or(percent);
      text_ += fmt::format(
          "<li><div class=\"part\"><span class=\"name\">{}{}</span><span class=\"value\">{}</span></div>\n"
          "<svg class=\"bar\" viewBox=\"0 0 100 4\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
          "<rect class=\"track\" width=\"100\" height=\"4\"/><rect class=\"possible\" width=\"{}\" height=\"4\"/>"
          "<rect class=\"filled\" width=\"{}\" height=\"4\"/></svg>\n<p class=\"small\">{}</p></li>\n",
          html_line(part.title), part.is_sure ? "" : " (still open)", html_line(percent_text(part.measure)), possible,
          percent, html_line(counts_text(part.measure.counts)));
    }
    text_ += "</ul>\n";
  }

  void add_heat_map(const ReportStanding& report) {
    const std::string what = report.name == "SOC 1" ? "Control objectives" : "Criteria";
    text_ += fmt::format("<h3>{} at a glance</h3>\n<p class=\"legend\">", what);
    for (const readiness::TargetState state : states)
      text_ += fmt::format("<span class=\"key\"><span class=\"cell {}\" aria-hidden=\"true\">{}</span> {}</span>\n",
                           class_of(state), sign_of(state), label_of(state));
    text_ += "</p>\n<div class=\"map\">\n";
    for (const PartLine& part : report.parts) {
      if (part.targets.empty()) continue;
      text_ += fmt::format("<div class=\"map-part\">\n<h4>{}</h4>\n<ul>\n", html_line(part.title));
      for (const TargetLine& target : part.targets)
        text_ += fmt::format(
            "<li class=\"cell {}\" title=\"{}\"><span class=\"id\">{}</span><span aria-hidden=\"true\">{}</span>"
            "<span class=\"unseen\">{}</span></li>\n",
            class_of(target.state), html_line(target.label + ": " + std::string(label_of(target.state))),
            html_line(target.id), sign_of(target.state), label_of(target.state));
      text_ += "</ul>\n</div>\n";
    }
    text_ += "</div>\n";
    if (report.without.empty()) return;
    text_ += "<details open>\n<summary>Nothing in place for</summary>\n<ul class=\"without\">\n";
    for (const TargetLine& target : report.without)
      text_ += fmt::format("<li><b>{}</b> {}{}</li>\n", html_line(target.id), html_line(target.label),
                           target.state == readiness::TargetState::not_known ? " <i>(not known)</i>" : "");
    text_ += "</ul>\n</details>\n";
  }

  void begin(std::string_view id, std::string_view heading) {
    text_ += fmt::format("<section id=\"{0}\" aria-labelledby=\"{0}-heading\">\n<h2 id=\"{0}-heading\">{1}</h2>\n", id,
                         heading);
  }

  void add_moves() {
    if (!standing_.compares) return;
    begin("moved", "What moved");
    text_ += "<ul>\n";
    for (const std::string& move : standing_.moves) text_ += fmt::format("<li>{}</li>\n", html_line(move));
    text_ += "</ul>\n</section>\n";
  }

  void add_open() {
    if (standing_.open.empty()) return;
    begin("questions", "Open: what is in scope still depends on");
    text_ += "<ul>\n";
    for (const OpenQuestion& question : standing_.open)
      text_ += fmt::format("<li>{} <code>{}</code></li>\n", html_line(question.ask), html_line(question.id));
    text_ += "</ul>\n</section>\n";
  }

  void add_gaps() {
    if (standing_.work.empty()) return;
    begin("gaps", standing_.gaps.empty() ? "Gaps" : "Gaps, in the order in which to close them");
    text_ += fmt::format("<p>{}</p>\n", html_line(standing_.work));
    if (!standing_.shared.empty()) text_ += fmt::format("<p>{}</p>\n", html_line(standing_.shared));
    if (!standing_.gaps.empty()) text_ += "<ol class=\"gaps\">\n";
    for (const GapLine& gap : standing_.gaps) add(gap);
    if (!standing_.gaps.empty()) text_ += "</ol>\n";
    text_ += "</section>\n";
  }

  void add(const GapLine& gap) {
    const std::string_view urgency = gap.holds_up.empty()                  ? ""
                                     : gap.holds_up == "holds up a Type 1" ? " first"
                                                                           : " next";
    text_ += fmt::format(
        "<li class=\"gap{}\">\n<h3><span class=\"id\">{}</span> {}</h3>\n<p class=\"tags\"><span class=\"tag\">{}"
        "</span>",
        urgency, html_line(gap.id), html_line(gap.title), html_line(gap.status));
    if (!gap.holds_up.empty()) text_ += fmt::format(" <span class=\"tag hold\">{}</span>", html_line(gap.holds_up));
    text_ += fmt::format("</p>\n<p>{}</p>\n<dl>\n", html_line(gap.why));
    const auto add_fact = [&](std::string_view name, const std::string& value) {
      if (!value.empty()) text_ += fmt::format("<div><dt>{}</dt><dd>{}</dd></div>\n", name, html_line(value));
    };
    add_fact("Evidence", gap.evidence);
    add_fact("Time", gap.weeks);
    add_fact("Owner", gap.owner);
    add_fact("For", gap.serves);
    add_fact("After", gap.waits_for);
    text_ += "</dl>\n</li>\n";
  }

  void add_left_out() {
    if (!standing_.left_out.empty()) {
      begin("left-out", "Left out, because it does not apply by your answers");
      text_ += "<ul>\n";
      for (const LeftOut& one : standing_.left_out)
        text_ += fmt::format("<li><b>{}</b> {}: {}</li>\n", html_line(one.id), html_line(one.title),
                             one.reason.empty() ? "no reason given, and an auditor will ask" : html_line(one.reason));
      text_ += "</ul>\n</section>\n";
    }
    if (standing_.not_known.empty()) return;
    begin("not-known", "Not known");
    text_ += fmt::format("<p>{}</p>\n</section>\n", html_line(joined(standing_.not_known, ", ")));
  }

  void add_foot() {
    text_ += "</main>\n<footer>\n<div class=\"wide\">\n";
    if (!standing_.sources.empty()) {
      text_ += "<h2>Sources</h2>\n<ul>\n";
      for (const SourceLine& source : standing_.sources)
        text_ += fmt::format("<li>{} ({})</li>\n", html_line(source.title), html_line(source.publisher));
      text_ += "</ul>\n";
    }
    text_ += fmt::format("<p>{}</p>\n<p>{}</p>\n</div>\n</footer>\n</body>\n</html>\n", html_line(standing_.origin),
                         html_line(standing_.disclaimer));
  }

  const Standing& standing_;
  std::string text_;
};

}  // namespace

std::string readiness_html(const ReadinessReport& report, const std::vector<PageSection>& plan) {
  const Standing said = standing(report);
  return ReadinessHtmlWriter(said).write(base::to_text(report.recommendation.today), plan);
}

}  // namespace socrates::render
