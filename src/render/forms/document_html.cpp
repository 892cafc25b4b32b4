// SPDX-License-Identifier: Apache-2.0
//
// One page that can be mailed to a board: no scripts, nothing to load, and a policy in its head that lets a browser
// neither run nor fetch anything, so that even a mistake here would stay without effect. Everything printed goes
// through html_safe. Colour is never the only carrier: every accent has its sign and its words.
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "render/figures/drawing.hpp"
#include "render/forms/html.hpp"
#include "socrates/base/date.hpp"
#include "socrates/render/diagnostics.hpp"
#include "socrates/render/document.hpp"
#include "socrates/render/escape.hpp"

namespace socrates::render {
namespace {

std::string_view class_of(Tone tone) {
  switch (tone) {
    case Tone::plain:
      return "plain";
    case Tone::good:
      return "good";
    case Tone::bad:
      return "bad";
    case Tone::open:
      return "open";
  }
  return {};
}

/// The sign before what has an accent, for those who see no colours; those who see nothing have the words.
std::string_view sign_of(Tone tone) {
  switch (tone) {
    case Tone::plain:
      return {};
    case Tone::good:
      return "<span class=\"sign\" aria-hidden=\"true\">✓</span> ";
    case Tone::bad:
      return "<span class=\"sign\" aria-hidden=\"true\">✕</span> ";
    case Tone::open:
      return "<span class=\"sign\" aria-hidden=\"true\">?</span> ";
  }
  return {};
}

class HtmlWriter {
 public:
  explicit HtmlWriter(const Document& document) : document_(document) {
    for (const Source& source : document.sources) keys_.insert(source.key);
  }

  std::string write() {
    for (const Section& section : document_.sections) collect_ids(section);
    ids_to_come_ = ids_;
    add_head();
    for (const Section& section : document_.sections) add(section, 2);
    add_foot();
    return std::move(text_);
  }

  void operator()(const Paragraph& paragraph) {
    if (!paragraph.text.words.empty())
      text_ += fmt::format("<p{}>{}{}</p>\n", class_attribute("said", paragraph.tone), sign_of(paragraph.tone),
                           inline_of(paragraph.text));
  }

  void operator()(const Items& list) {
    if (!list.items.empty()) add(list.items);
  }

  void operator()(const Table& table) {
    if (table.rows.empty()) return;
    text_ += fmt::format(
        "<div class=\"scroll\" role=\"region\" aria-label=\"{}, table\" tabindex=\"0\">\n<table>\n<thead><tr>",
        html_line(heading_));
    for (const std::string& column : table.columns)
      text_ += fmt::format("<th scope=\"col\">{}</th>", html_line(column));
    text_ += "</tr></thead>\n<tbody>\n";
    for (const std::vector<std::string>& row : table.rows) {
      text_ += fmt::format("<tr><th scope=\"row\">{}</th>", linked(row.front()));
      for (std::size_t c = 1; c < row.size(); ++c)
        text_ += fmt::format("<td{}>{}</td>", row[c].size() > short_cell ? " class=\"long\"" : "", linked(row[c]));
      text_ += "</tr>\n";
    }
    text_ += "</tbody>\n</table>\n</div>\n";
  }

  void operator()(const Entries& entries) {
    if (entries.entries.empty()) return;
    const std::string_view list = entries.numbering == Numbering::none ? "ul" : "ol";
    text_ += fmt::format("<{} class=\"entries\">\n", list);
    for (const Entry& entry : entries.entries) add(entry);
    text_ += fmt::format("</{}>\n", list);
  }

  void operator()(const Finding& finding) {
    text_ += "<pre>";
    const std::string lines = diagnostic_text(finding.diagnostic);
    for (std::size_t start = 0; start < lines.size();) {
      const std::size_t end = lines.find('\n', start);
      text_ += html_safe(lines.substr(start, end - start)) + "\n";
      start = end + 1;
    }
    text_ += "</pre>\n";
  }

  void operator()(const Timeline& timeline) { text_ += html_of(timeline); }
  void operator()(const Coverage& coverage) { text_ += html_of(coverage); }
  void operator()(const CoverageBars& bars) { text_ += html_of(bars); }
  void operator()(const HeatMap& map) { text_ += html_of(map); }

 private:
  void add_head() {
    const std::string date = html_line(document_.date);
    const std::string title = html_line(document_.title);
    text_ = fmt::format(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta name=\"color-scheme\" content=\"light dark\">\n<title>{}{}</title>\n<style>\n{}</style>\n</head>\n"
        "<body>\n<header>\n<div class=\"wide\">\n",
        title, date.empty() ? "" : ", " + date, page_style);
    if (!date.empty()) text_ += fmt::format("<p class=\"kicker\"><time datetime=\"{0}\">{0}</time></p>\n", date);
    text_ += fmt::format("<h1>{}</h1>\n", title);
    for (const Paragraph& paragraph : document_.lead)
      text_ += fmt::format("<p{}>{}{}</p>\n", class_attribute("lead", paragraph.tone), sign_of(paragraph.tone),
                           inline_of(paragraph.text));
    text_ += "</div>\n</header>\n<main class=\"wide\">\n";
  }

  void add_foot() {
    add_sources();
    text_ += "</main>\n<footer>\n<div class=\"wide\">\n";
    for (const std::string& line : document_.origin) text_ += fmt::format("<p>{}</p>\n", html_line(line));
    text_ += "</div>\n</footer>\n</body>\n</html>\n";
  }

  /// A source that is named more than once is reached where it stands first.
  void add_sources() {
    if (document_.sources.empty()) return;
    text_ += "<section aria-labelledby=\"sources\">\n<h2 id=\"sources\">Sources</h2>\n<ul class=\"sources\">\n";
    for (const Source& source : document_.sources) {
      const bool is_first = keys_.erase(source.key) > 0;
      const std::string title = html_line(place_in(source));
      text_ +=
          fmt::format("<li{}><code>{}</code>: {}, {}</li>\n",
                      is_first ? fmt::format(" id=\"source-{}\"", html_line(source.key)) : "", html_line(source.key),
                      source.url.empty() ? title : fmt::format("<a href=\"{}\">{}</a>", html_line(source.url), title),
                      html_line(publication_of(source)));
    }
    text_ += "</ul>\n</section>\n";
  }

  void collect_ids(const Section& section) {
    for (const Block& block : section.blocks)
      if (const auto* list = std::get_if<Entries>(&block))
        for (const Entry& entry : list->entries)
          if (!entry.id.empty()) ids_.insert(entry.id);
    for (const Section& below : section.sections) collect_ids(below);
  }

  /// A text in which each id of an entry is a link to it, and each day is one word.
  [[nodiscard]] std::string linked(std::string_view words) const {
    const std::string text = html_line(words);
    std::string result;
    std::size_t told = 0;
    for (std::size_t at = text.find_first_of(id_letters); at != std::string::npos;) {
      const std::size_t end = std::min(text.find_first_not_of(id_letters, at), text.size());
      const std::string_view id = std::string_view(text).substr(at, end - at);
      const bool is_entry = ids_.contains(id);
      if (is_entry || base::parse_date(id)) {
        result += text.substr(told, at - told);
        result += is_entry ? fmt::format("<a href=\"#entry-{0}\">{0}</a>", id) : fmt::format("<time>{}</time>", id);
        told = end;
      }
      at = text.find_first_of(id_letters, end);
    }
    return result + text.substr(told);
  }

  static std::string class_attribute(std::string_view name, Tone tone) {
    if (tone == Tone::plain) return fmt::format(" class=\"{}\"", name);
    return fmt::format(" class=\"{} {}\"", name, class_of(tone));
  }

  [[nodiscard]] std::string inline_of(const Text& text) const {
    std::string result = linked(text.words);
    if (text.style != Style::words) result = "<code>" + result + "</code>";
    if (text.sources.empty()) return result;
    result += " <span class=\"keys\">[";
    for (const std::string& key : text.sources) {
      const std::string safe = html_line(key);
      if (&key != &text.sources.front()) result += ", ";
      result += keys_.contains(key) ? fmt::format("<a href=\"#source-{0}\">{0}</a>", safe) : safe;
    }
    return result + "]</span>";
  }

  [[nodiscard]] std::string named(const std::string& name, const Text& text) const {
    if (name.empty()) return inline_of(text);
    if (text.words.empty()) return fmt::format("<b>{}</b>", linked(name));
    return fmt::format("<b>{}</b>: {}", linked(name), inline_of(text));
  }

  void add(const Section& section, std::size_t level) {
    const std::size_t start = text_.size();
    const std::size_t outer_level =
        std::exchange(level_, std::min<std::size_t>(section.heading.empty() ? level - 1 : level, 6));
    const std::string_view tag = level == 2 ? "section" : "div";
    heading_ = section.heading;
    if (section.heading.empty()) {
      text_ += fmt::format("<{}>\n", tag);
    } else {
      const std::string id = fmt::format("part-{}", ++parts_);
      text_ += level == 2 ? fmt::format("<section aria-labelledby=\"{}\">\n", id) : "<div class=\"part\">\n";
      text_ += fmt::format("<h{} id=\"{}\">{}", level_, id, html_line(section.heading));
      if (!section.verdict.empty())
        text_ += fmt::format(": <span class=\"verdict {}\">{}{}</span>", class_of(section.tone), sign_of(section.tone),
                             html_line(section.verdict));
      text_ += fmt::format("</h{}>\n", level_);
    }
    const std::size_t filled = text_.size();
    for (const Block& block : section.blocks) std::visit(*this, block);
    for (const Section& below : section.sections) add(below, level + 1);
    level_ = outer_level;
    if (text_.size() == filled && section.verdict.empty()) return text_.resize(start);
    text_ += fmt::format("</{}>\n", tag);
  }

  void add(const std::vector<Item>& items) {
    text_ += "<ul>\n";
    for (const Item& item : items) {
      text_ += "<li>" + named(item.name, item.text);
      if (!item.items.empty()) {
        text_ += '\n';
        add(item.items);
      }
      text_ += "</li>\n";
    }
    text_ += "</ul>\n";
  }

  void add(const Entry& entry) {
    const std::size_t level = std::min<std::size_t>(level_ + 1, 6);
    const bool is_short = entry.remarks.empty() && entry.reasons.empty() && entry.facts.empty();
    const std::string tag = is_short ? "p" : fmt::format("h{}", level);
    // Where two parts tell of the same thing, the first is reached.
    const std::string id = ids_to_come_.erase(entry.id) > 0 ? fmt::format(" id=\"entry-{}\"", html_line(entry.id)) : "";
    text_ += fmt::format("<li{}{}>\n<{}>{}<span class=\"title\">{}</span>{}{}</{}>\n", id,
                         class_attribute("entry", entry.tone), tag, sign_of(entry.tone), html_line(entry.title),
                         entry.value.words.empty() ? "" : ": ", inline_of(entry.value), tag);
    for (const Text& remark : entry.remarks) text_ += fmt::format("<p>{}</p>\n", inline_of(remark));
    if (!entry.reasons.empty()) text_ += "<ul>\n";
    for (const Text& reason : entry.reasons) text_ += fmt::format("<li>{}</li>\n", inline_of(reason));
    if (!entry.reasons.empty()) text_ += "</ul>\n";
    const auto is_said = [](const Fact& fact) { return !fact.value.words.empty() && fact.value.style != Style::typed; };
    const bool has_facts = std::any_of(entry.facts.begin(), entry.facts.end(), is_said);
    if (has_facts) text_ += "<dl>\n";
    for (const Fact& fact : entry.facts)
      if (is_said(fact))
        text_ += fmt::format("<div><dt>{}:</dt> <dd>{}</dd></div>\n", html_line(fact.name), inline_of(fact.value));
    if (has_facts) text_ += "</dl>\n";
    for (const std::string& words : entry.words_to_send)
      text_ += fmt::format("<p>Words to send back:</p>\n<blockquote>{}</blockquote>\n", html_line(words));
    text_ += "</li>\n";
  }

  const Document& document_;
  static constexpr std::size_t short_cell = 32;
  static constexpr std::string_view id_letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  std::set<std::string, std::less<>> keys_;
  std::set<std::string, std::less<>> ids_;          ///< of entries
  std::set<std::string, std::less<>> ids_to_come_;  ///< those of entries that are not printed yet
  std::string heading_;
  std::size_t level_ = 1;
  std::size_t parts_ = 0;
  std::string text_;
};

}  // namespace

std::string_view document_style() { return page_style; }

std::string html_line(std::string_view text) { return html_safe(one_line(text)); }

std::string html_of(const Document& document) { return HtmlWriter(document).write(); }

}  // namespace socrates::render
