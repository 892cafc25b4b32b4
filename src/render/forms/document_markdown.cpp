// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "render/figures/drawing.hpp"
#include "render/markdown.hpp"
#include "socrates/render/diagnostics.hpp"
#include "socrates/render/document.hpp"
#include "socrates/render/escape.hpp"

namespace socrates::render {
namespace {

class MarkdownWriter {
 public:
  std::string write(const Document& document) {
    text_ = "# " + markdown_line(document.title) + "\n";
    for (const Paragraph& paragraph : document.lead) text_ += "\n**" + inline_of(paragraph.text) + "**\n";
    for (const Section& section : document.sections) add(section, 2);
    if (left_out_ > 0) text_ += fmt::format("\nLeft out here for lack of space: {} more.\n", left_out_);
    add_sources(document.sources);
    if (!document.origin.empty()) text_ += "\n---\n\n";
    for (const std::string& line : document.origin)
      text_ += markdown_line(line) + (&line == &document.origin.back() ? "\n" : " ");
    return std::move(text_);
  }

  void operator()(const Paragraph& paragraph) {
    if (paragraph.text.words.empty()) return;
    const std::string text = inline_of(paragraph.text);
    text_ += "\n" + (paragraph.tone == Tone::plain ? text : "**" + text + "**") + "\n";
  }

  void operator()(const Items& list) {
    if (!list.items.empty()) text_ += '\n';
    add(list.items, 0);
  }

  void operator()(const Table& table) {
    if (table.rows.empty()) return;
    text_ += '\n';
    add(table.columns);
    for (std::size_t c = 0; c < table.columns.size(); ++c) text_ += "| --- ";
    text_ += "|\n";
    std::size_t told = 0;
    while (told < table.rows.size() && has_room()) add(table.rows[told++]);
    if (told < table.rows.size()) add({fmt::format("{} more, left out for lack of space", table.rows.size() - told)});
  }

  void operator()(const Entries& entries) {
    if (!entries.entries.empty()) text_ += '\n';
    std::size_t number = 0;
    for (const Entry& entry : entries.entries)
      add(entry, entries.numbering == Numbering::none ? "- " : fmt::format("{}. ", ++number));
  }

  void operator()(const Finding& finding) {
    text_ += '\n';
    const std::string lines = diagnostic_text(finding.diagnostic);
    for (std::size_t start = 0; start < lines.size();) {
      const std::size_t end = lines.find('\n', start);
      text_ += "    " + lines.substr(start, end - start) + "\n";
      start = end + 1;
    }
  }

  void operator()(const Timeline& timeline) { text_ += "\n" + render::markdown_of(timeline); }
  void operator()(const Coverage& coverage) { text_ += "\n" + render::markdown_of(coverage); }
  void operator()(const CoverageBars& bars) { text_ += "\n" + render::markdown_of(bars); }
  void operator()(const HeatMap& map) { text_ += "\n" + render::markdown_of(map); }

 private:
  /// The words; code where nothing in it would end the span or the cell around it.
  static std::string inline_of(const Text& text) {
    const std::string words = one_line(text.words);
    const bool is_span = text.style != Style::words && !words.empty() && words.find_first_of("`|") == std::string::npos;
    std::string safe = is_span ? code_span(terminal_safe(words)) : markdown_safe(words);
    if (text.sources.empty()) return safe;
    std::string keys;
    for (const std::string& key : text.sources)
      (keys += keys.empty() ? "" : ", ") += inline_of(Text{key, {}, Style::code});
    return fmt::format("{} ({})", safe, keys);
  }

  static std::string named(const std::string& name, const Text& text) {
    if (name.empty()) return inline_of(text);
    return text.words.empty() ? markdown_line(name) : markdown_line(name) + ": " + inline_of(text);
  }

  [[nodiscard]] bool has_room() const { return text_.size() < most_markdown_bytes; }

  void add_folded(const Section& section, std::size_t level) {
    if (!has_room()) {
      ++left_out_;
      return;
    }
    const std::string verdict = section.verdict.empty() ? "" : ": " + section.verdict;
    text_ += fmt::format("\n<details><summary>{}</summary>\n", html_safe(one_line(section.heading + verdict)));
    for (const Block& block : section.blocks) std::visit(*this, block);
    for (const Section& below : section.sections) add(below, level + 1);
    text_ += "\n</details>\n";
  }

  void add(const Section& section, std::size_t level) {
    if (section.is_folded) return add_folded(section, level);
    const std::size_t start = text_.size();
    if (!section.heading.empty())
      text_ += fmt::format("\n{} {}\n", std::string(std::min<std::size_t>(level, 6), '#'),
                           named(section.heading, {section.verdict}));
    const std::size_t filled = text_.size();
    for (const Block& block : section.blocks) std::visit(*this, block);
    for (const Section& below : section.sections) add(below, level + 1);
    if (text_.size() == filled && section.verdict.empty()) text_.resize(start);
  }

  void add(const std::vector<Item>& items, std::size_t indent) {
    for (const Item& item : items) {
      text_ += std::string(indent, ' ') + "- " + named(item.name, item.text) + "\n";
      add(item.items, indent + 2);
    }
  }

  void add(const std::vector<std::string>& row) {
    for (const std::string& cell : row) text_ += "| " + markdown_or_dash(cell) + " ";
    text_ += "|\n";
  }

  /// What belongs to the item stands below its first letter.
  void add(const Entry& entry, const std::string& mark) {
    const std::string indent(mark.size(), ' ');
    text_ += mark + "**" + markdown_line(entry.title) + "**";
    if (!entry.value.words.empty()) text_ += ": " + inline_of(entry.value);
    text_ += '\n';
    for (const Text& remark : entry.remarks) text_ += indent + "- " + inline_of(remark) + "\n";
    for (const Text& reason : entry.reasons) text_ += indent + "- " + inline_of(reason) + "\n";
    for (const auto& [name, value] : entry.facts)
      if (!value.words.empty()) text_ += indent + "- " + named(name, value) + "\n";
    for (const std::string& words : entry.words_to_send)
      text_ += fmt::format("\n{0}Words to send back:\n\n{0}> {1}\n", indent, markdown_line(words));
  }

  void add_sources(const std::vector<Source>& sources) {
    if (sources.empty()) return;
    text_ += "\n## Sources\n\n| Key | Title | Publisher |\n| --- | --- | --- |\n";
    for (const Source& source : sources)
      text_ += fmt::format("| {} | {} | {} |\n", inline_of(code(source.key)), linked(source),
                           markdown_or_dash(publication_of(source)));
  }

  /// An address holds nothing that ends a link: the grammar of rules sees to it.
  static std::string linked(const Source& source) {
    const std::string title = markdown_or_dash(place_in(source));
    return source.url.empty() ? title : fmt::format("[{}](<{}>)", title, source.url);
  }

  std::string text_;
  std::size_t left_out_ = 0;  ///< folded sections
};

}  // namespace

std::string markdown_of(const Document& document) { return MarkdownWriter().write(document); }

}  // namespace socrates::render
