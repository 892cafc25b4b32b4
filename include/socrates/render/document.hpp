// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "socrates/base/diagnostic.hpp"
#include "socrates/render/figures.hpp"
#include "socrates/render/layout.hpp"

namespace socrates::render {

// What a report says, without how it looks: each report is put together once, and each form is written once, so that
// all forms say the same. All texts are those of rules, catalogues, inputs and answers as they came; the forms make
// them harmless.

/// An accent, never the only carrier of what is said.
enum class Tone { plain, good, bad, open };

enum class Style {
  words,
  code,   ///< ids, and terms made of them
  typed,  ///< what somebody types at a terminal; a page, whose readers have none, leaves a fact in this style out
};

/// Something said, and behind it the keys of the sources that it rests on.
struct Text {
  std::string words;
  std::vector<std::string> sources = {};
  Style style = Style::words;
};

Text code(std::string words);

struct Paragraph {
  Text text;
  Tone tone = Tone::plain;
};

/// An item of a list, with those below it: `name: text`, or the text alone.
struct Item {
  Text text;
  std::vector<Item> items = {};
  std::string name = {};
};

struct Items {
  std::vector<Item> items;
};

Items items_of(const std::vector<std::string>& texts);

/// The first cell of a row names it.
struct Table {
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;
};

struct Fact {
  std::string name;
  Text value;  ///< where it is empty, the fact is left out
};

/// A thing with what there is to say of it, such as a verdict, a gap, a way out: `title: value`, and below it remarks,
/// reasons, facts, and words to send to somebody.
struct Entry {
  std::string title;
  Text value = {};
  Tone tone = Tone::plain;
  std::vector<Text> remarks = {};
  std::vector<Text> reasons = {};
  std::vector<Fact> facts = {};
  std::vector<std::string> words_to_send = {};
  std::string id = {};  ///< a page makes every mention of it, as a word of its own, a link to here
};

enum class Numbering { none, from_1 };

struct Entries {
  std::vector<Entry> entries;
  Numbering numbering = Numbering::none;
};

/// A diagnostic with the line that it is about.
struct Finding {
  base::Diagnostic diagnostic;
};

using Block = std::variant<Paragraph, Items, Table, Entries, Finding, Timeline, Coverage, CoverageBars, HeatMap>;

/// A part under a heading, `heading: verdict`; where nothing stands in it, it is left out. Without a heading its blocks
/// stand alone.
struct Section {
  std::string heading;
  std::vector<Block> blocks = {};
  std::vector<Section> sections = {};
  std::string verdict = {};
  Tone tone = Tone::plain;
  bool is_folded = false;  ///< details, which a form may hide until they are asked for
};

/// What a text rests on.
struct Source {
  std::string key;
  std::string title;
  std::string publisher;
  std::string url = {};  ///< may be empty, as may the section and the date
  std::string section = {};
  std::string date = {};
  bool operator==(const Source&) const = default;
};

/// Who published it, and when: `AICPA, 2022`.
std::string publication_of(const Source& source);
/// What it is called, and where in it: `AT-C section 320, .08`.
std::string place_in(const Source& source);

struct Document {
  std::string title;
  std::string date;             ///< for which it holds; may be empty
  std::vector<Paragraph> lead;  ///< what it comes to
  std::vector<Section> sections;
  std::vector<Source> sources;      ///< all that are named above
  std::vector<std::string> origin;  ///< by what it can be made again, and what it is not
};

/// For people at a terminal: lines of at most 80 columns; the lead first, without a title.
std::string text_of(const Document& document, Color color = Color::off);

/// What a build server or a code host takes for a summary is 1 MiB; Markdown leaves room for what others add.
inline constexpr std::size_t most_markdown_bytes = 850'000;

/// To be forwarded, and for the comment of a change. Rows of tables and folded sections that have no room are counted,
/// and not told.
std::string markdown_of(const Document& document);

/// One page to be mailed or printed, without scripts and without anything to load.
std::string html_of(const Document& document);

/// The style of such pages, for a page that shows documents within itself.
std::string_view document_style();

}  // namespace socrates::render
