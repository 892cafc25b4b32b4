// SPDX-License-Identifier: Apache-2.0
//
// Lines of at most 80 columns that say everything without colour. What belongs to a heading stands two columns to the
// right of it. Accents go on once the lines are laid out, as they take no room on them.
#include <fmt/format.h>

#include <algorithm>

#include "render/figures/drawing.hpp"
#include "render/sentence.hpp"
#include "socrates/render/diagnostics.hpp"
#include "socrates/render/document.hpp"

namespace socrates::render {
namespace {

constexpr std::size_t least_first_column = 16;

/// The words, and behind them `[key, key]`.
std::string with_sources(const Text& text) {
  const std::string words = prose(text.words);
  return text.sources.empty() ? words : fmt::format("{} [{}]", words, prose(joined(text.sources, ", ")));
}

class TextWriter {
 public:
  explicit TextWriter(Color color) : color_(color) {}

  std::string write(const Document& document) {
    for (const Paragraph& paragraph : document.lead) {
      if (!text_.empty()) text_ += '\n';
      add_accented(wrap(with_sources(paragraph.text)), paragraph.tone);
    }
    for (const Section& section : document.sections) add(section, 0);
    add_sources(document.sources);
    if (!document.origin.empty()) text_ += '\n';
    for (const std::string& line : document.origin) add_lines(wrap(prose(line)), faint);
    return std::move(text_);
  }

  void operator()(const Paragraph& paragraph) {
    if (paragraph.text.words.empty()) return;
    const std::string lines = wrap(with_sources(paragraph.text), {indent_, indent_});
    if (paragraph.tone == Tone::plain)
      text_ += lines;
    else
      add_accented(lines, paragraph.tone);
  }

  void operator()(const Items& list) { add(list.items, indent_); }

  /// In columns where the lines are wide enough for them; else the first cell, and behind it the others.
  void operator()(const Table& table) {
    if (table.rows.empty()) return;
    std::vector<std::size_t> widths(table.columns.size(), 0);
    for (const auto* const row : with_head(table))
      for (std::size_t c = 0; c < row->size(); ++c) widths[c] = std::max(widths[c], width_of(prose((*row)[c])));
    std::size_t others = indent_;
    for (std::size_t c = 1; c < widths.size(); ++c) others += widths[c] + 2;
    if (others + std::min(widths[0], least_first_column) > line_width) {
      for (const std::vector<std::string>& row : table.rows) add_in_one(row);
      return;
    }
    widths[0] = std::min(widths[0], line_width - others);
    for (const auto* const row : with_head(table)) add_in_columns(*row, widths);
  }

  void operator()(const Entries& entries) {
    std::size_t number = 0;
    for (const Entry& entry : entries.entries) {
      if (entries.numbering == Numbering::none) {
        text_ += wrap(named(entry.title, entry.value), {indent_, indent_ + 2});
        add_details(entry, indent_ + 2);
        continue;
      }
      const std::string label = fmt::format("{:>{}}.", ++number, indent_ + 1);
      text_ += "\n" + labelled(label, named(entry.title, entry.value));
      add_details(entry, label.size() + 1);
    }
  }

  void operator()(const Finding& finding) { text_ += diagnostic_text(finding.diagnostic, color_); }
  void operator()(const Timeline& timeline) { text_ += text_of(timeline, indent_); }
  void operator()(const Coverage& coverage) { text_ += text_of(coverage, indent_); }
  void operator()(const CoverageBars& bars) { text_ += text_of(bars, indent_); }
  void operator()(const HeatMap& map) { text_ += text_of(map, indent_); }

 private:
  static std::string named(const std::string& name, const Text& text) {
    if (name.empty()) return with_sources(text);
    if (text.words.empty()) return prose(name);
    return prose(name) + (name.ends_with('?') ? " " : ": ") + with_sources(text);
  }

  static std::string padded(std::string text, std::size_t width) {
    const std::size_t used = width_of(text);
    return text.append(width > used ? width - used : 0, ' ');
  }

  using Accent = std::string (*)(std::string_view, Color);

  /// The end of the last line stays outside the accent.
  void add_lines(const std::string& lines, Accent accent) {
    text_ += accent(std::string_view(lines).substr(0, lines.size() - 1), color_) + "\n";
  }

  void add_accented(const std::string& lines, Tone tone) { add_lines(lines, tone == Tone::bad ? red : bold); }

  void add(const Section& section, std::size_t depth) {
    const std::size_t start = text_.size();
    const std::size_t outside = indent_;
    if (depth < 2 && !text_.empty()) text_ += '\n';
    if (!section.heading.empty()) {
      add_accented(wrap(named(section.heading, {section.verdict}), {indent_, indent_ + 2}), section.tone);
      indent_ += 2;
    }
    const std::size_t filled = text_.size();
    for (const Block& block : section.blocks) std::visit(*this, block);
    for (const Section& below : section.sections) add(below, depth + 1);
    indent_ = outside;
    if (text_.size() == filled && section.verdict.empty()) text_.resize(start);
  }

  void add(const std::vector<Item>& items, std::size_t indent) {
    for (const Item& item : items) {
      text_ += bullet(named(item.name, item.text), indent);
      add(item.items, indent + 2);
    }
  }

  void add_details(const Entry& entry, std::size_t indent) {
    for (const Text& remark : entry.remarks) text_ += wrap(with_sources(remark), {indent, indent});
    for (const Text& reason : entry.reasons) text_ += bullet(with_sources(reason), indent);
    for (const auto& [name, value] : entry.facts)
      if (!value.words.empty()) text_ += wrap(named(name, value), {indent, indent + 2});
    for (const std::string& words : entry.words_to_send)
      text_ +=
          wrap("Words to send back:", {indent, indent}) + wrap("\"" + prose(words) + "\"", {indent + 2, indent + 2});
  }

  static std::vector<const std::vector<std::string>*> with_head(const Table& table) {
    std::vector<const std::vector<std::string>*> rows = {&table.columns};
    for (const std::vector<std::string>& row : table.rows) rows.push_back(&row);
    return rows;
  }

  void add_in_one(const std::vector<std::string>& row) {
    std::vector<std::string> cells;
    for (std::size_t c = 1; c < row.size(); ++c)
      if (!row[c].empty()) cells.push_back(row[c]);
    text_ += wrap(named(row.front(), {joined(cells, ", ")}), {indent_, indent_ + 2});
  }

  /// A first cell that is too long takes more lines, of which the last has the other cells.
  void add_in_columns(const std::vector<std::string>& row, const std::vector<std::size_t>& widths) {
    std::string lines = wrap(prose(row.front()), {indent_, indent_ + 2}, indent_ + widths[0]);
    lines.pop_back();
    const std::size_t last = lines.rfind('\n');
    const std::size_t start = last == std::string::npos ? 0 : last + 1;
    std::string line = padded(lines.substr(start), indent_ + widths[0]);
    for (std::size_t c = 1; c < row.size(); ++c) line += "  " + padded(prose(row[c]), widths[c]);
    line.erase(line.find_last_not_of(' ') + 1);
    text_ += lines.substr(0, start) + line + "\n";
  }

  void add_sources(const std::vector<Source>& sources) {
    if (sources.empty()) return;
    text_ += "\n" + bold("Sources", color_) + "\n";
    for (const Source& source : sources) {
      text_ += wrap(prose(fmt::format("{}: {}, {}", source.key, place_in(source), publication_of(source))), {2, 4});
      if (!source.url.empty()) text_ += wrap(prose(source.url), {4, 4});
    }
  }

  Color color_;
  std::size_t indent_ = 0;
  std::string text_;
};

}  // namespace

std::string text_of(const Document& document, Color color) { return TextWriter(color).write(document); }

}  // namespace socrates::render
