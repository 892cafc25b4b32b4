// SPDX-License-Identifier: Apache-2.0
//
// First the template becomes a row of pieces, in which its own words and the values stay apart. Lines end in its own
// words alone, and only these make a heading, an item or a blank: a value is words, whatever it holds.
#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "socrates/base/words.hpp"
#include "socrates/render/draft.hpp"

namespace socrates::render {
namespace {

using model::DraftPart;

struct DraftPiece {
  enum class Kind { own_words, value, blank };

  Kind kind = Kind::own_words;
  std::string text;
};

using DraftPieces = std::vector<DraftPiece>;

constexpr std::string_view blanks = " \t";

class PieceMaker {
 public:
  explicit PieceMaker(const DraftValues& values) : scopes_{&values} {}

  DraftPieces make(const std::vector<DraftPart>& parts) {
    for (const DraftPart& part : parts) add(part);
    return std::move(pieces_);
  }

 private:
  /// What the name stands for in the innermost scope that has it.
  template <class Value>
  [[nodiscard]] const Value* find(std::map<std::string, Value, std::less<>> DraftValues::*table,
                                  const std::string& name) const {
    for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope)
      if (const auto entry = ((*scope)->*table).find(name); entry != ((*scope)->*table).end()) return &entry->second;
    return nullptr;
  }

  void add(const DraftPart& part) {
    switch (part.kind) {
      case DraftPart::Kind::words:
        pieces_.push_back({DraftPiece::Kind::own_words, part.text});
        return;
      case DraftPart::Kind::name:
        return add_text(part.text);
      case DraftPart::Kind::section:
        return add_section(part);
      case DraftPart::Kind::inverse:
        if (!holds(part.text)) add_all(part.parts);
        return;
    }
  }

  void add_all(const std::vector<DraftPart>& parts) {
    for (const DraftPart& part : parts) add(part);
  }

  void add_text(const std::string& name) {
    const auto* const text = find(&DraftValues::texts, name);
    if (text == nullptr) throw std::logic_error("a template names a text that nobody fills in: " + name);
    if (*text)
      pieces_.push_back({DraftPiece::Kind::value, **text});
    else
      pieces_.push_back({DraftPiece::Kind::blank, meaning_of(name)});
  }

  static std::string meaning_of(const std::string& name) {
    for (const model::DraftName& known : model::draft_names())
      if (known.name == name) return std::string(known.meaning);
    throw std::logic_error("a text without a meaning: " + name);
  }

  void add_section(const DraftPart& part) {
    const auto* const list = find(&DraftValues::lists, part.text);
    if (list == nullptr) {
      if (holds(part.text)) add_all(part.parts);
      return;
    }
    for (const DraftValues& element : *list) {
      scopes_.push_back(&element);
      add_all(part.parts);
      scopes_.pop_back();
    }
  }

  [[nodiscard]] bool holds(const std::string& name) const {
    if (const auto* const condition = find(&DraftValues::conditions, name)) return *condition;
    if (const auto* const text = find(&DraftValues::texts, name)) return text->has_value();
    if (const auto* const list = find(&DraftValues::lists, name)) return !list->empty();
    throw std::logic_error("a template names something that nobody fills in: " + name);
  }

  std::vector<const DraftValues*> scopes_;  // the outermost first
  DraftPieces pieces_;
};

std::vector<DraftPieces> template_lines(const DraftPieces& pieces) {
  std::vector<DraftPieces> lines(1);
  for (const DraftPiece& piece : pieces) {
    if (piece.kind != DraftPiece::Kind::own_words) {
      lines.back().push_back(piece);
      continue;
    }
    for (std::size_t start = 0; start <= piece.text.size();) {
      const std::size_t end = std::min(piece.text.find('\n', start), piece.text.size());
      if (end > start) lines.back().push_back({piece.kind, piece.text.substr(start, end - start)});
      if (end < piece.text.size()) lines.emplace_back();
      start = end + 1;
    }
  }
  return lines;
}

bool is_empty(const DraftPieces& line) {
  return std::all_of(line.begin(), line.end(), [](const DraftPiece& piece) {
    return piece.kind == DraftPiece::Kind::own_words && piece.text.find_first_not_of(blanks) == std::string::npos;
  });
}

/// How a line of the template begins, and what it makes.
struct Marker {
  DraftBlock::Kind kind = DraftBlock::Kind::paragraph;
  std::size_t length = 0;
  std::size_t level = 1;
};

Marker marker_of(std::string_view line) {
  using Kind = DraftBlock::Kind;
  if (base::trimmed(line) == "---") return {Kind::rule, line.size(), 1};
  for (const std::size_t level : {std::size_t{1}, std::size_t{2}, std::size_t{3}})
    if (line.starts_with(std::string(level, '#') + " ")) return {Kind::heading, level + 1, level};
  if (line.starts_with("- [ ] ")) return {Kind::task, 6, 1};
  if (line.starts_with("- ")) return {Kind::item, 2, 1};
  const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  if (digits > 0 && digits < 4 && line.substr(digits).starts_with(". "))
    return {Kind::number, digits + 2, std::stoul(std::string(line.substr(0, digits)))};
  return {};
}

class BlockMaker {
 public:
  Draft make(const DraftPieces& pieces) {
    for (DraftPieces& line : template_lines(pieces)) add(line);
    finish();
    return std::move(draft_);
  }

 private:
  void add(DraftPieces& line) {
    if (is_empty(line)) return finish();
    if (line.front().kind == DraftPiece::Kind::own_words)
      line.front().text.erase(0, std::min(line.front().text.find_first_not_of(blanks), line.front().text.size()));
    const Marker marker = line.front().kind == DraftPiece::Kind::own_words ? marker_of(line.front().text) : Marker();
    const bool goes_on = marker.kind == DraftBlock::Kind::paragraph && is_open_;
    if (!goes_on) {
      finish();
      draft_.blocks.push_back({marker.kind, marker.level, {}});
      is_open_ = true;
    } else {
      pieces_.push_back({DraftPiece::Kind::own_words, " "});
    }
    if (marker.length > 0) line.front().text.erase(0, marker.length);
    std::move(line.begin(), line.end(), std::back_inserter(pieces_));
    if (marker.kind == DraftBlock::Kind::heading || marker.kind == DraftBlock::Kind::rule) finish();
  }

  void finish() {
    if (!is_open_) return;
    is_open_ = false;
    std::string own;
    for (const DraftPiece& piece : pieces_) {
      if (piece.kind == DraftPiece::Kind::own_words) {
        own += piece.text;
        continue;
      }
      add_own(own);
      own.clear();
      add_run(piece.text, piece.kind == DraftPiece::Kind::blank);
    }
    add_own(own);
    pieces_.clear();
  }

  /// The template's own words, with the blanks that it writes itself.
  void add_own(std::string_view words) {
    for (std::size_t start = words.find(model::blank_start); start != std::string_view::npos;
         start = words.find(model::blank_start)) {
      const std::size_t inside = start + model::blank_start.size();
      const std::size_t end = std::min(words.find(model::blank_end, inside), words.size());
      add_run(words.substr(0, start), false);
      add_run(words.substr(inside, end - inside), true);
      words.remove_prefix(std::min(end + model::blank_end.size(), words.size()));
    }
    add_run(words, false);
  }

  void add_run(std::string_view words, bool is_blank) {
    if (words.empty()) return;
    std::vector<DraftRun>& runs = draft_.blocks.back().runs;
    if (is_blank) draft_.blanks.emplace_back(words);
    if (!is_blank && !runs.empty() && !runs.back().is_blank)
      runs.back().words += words;
    else
      runs.push_back({std::string(words), is_blank});
  }

  Draft draft_;
  DraftPieces pieces_;
  bool is_open_ = false;
};

}  // namespace

Draft fill(const model::DraftTemplate& draft, DraftValues values, base::Date today) {
  Draft filled = BlockMaker().make(PieceMaker(values).make(draft.parts));
  filled.kind = draft.kind;
  filled.today = today;
  filled.template_sha256 = draft.sha256;
  filled.values = std::move(values);
  return filled;
}

}  // namespace socrates::render
