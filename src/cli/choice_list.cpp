// SPDX-License-Identifier: Apache-2.0
#include "cli/choice_list.hpp"

#include <algorithm>
#include <utility>

#include "socrates/base/words.hpp"

namespace socrates::cli {

namespace {

constexpr std::size_t rows_of_page = 8;
constexpr std::size_t longest_filter = 60;

bool is_word_start(const std::string& text, std::size_t at) {
  return at == 0 || text[at - 1] == ' ' || text[at - 1] == '(';
}

/// Some word of the label begins with what was typed.
bool fits(const std::string& label, const std::string& typed) {
  for (std::size_t at = label.find(typed); at != std::string::npos; at = label.find(typed, at + 1))
    if (is_word_start(label, at)) return true;
  return false;
}

}  // namespace

ChoiceList::ChoiceList(std::vector<ChoiceRow> rows, std::size_t cursor) : rows_(std::move(rows)) {
  narrow();
  move(cursor);
}

std::optional<std::size_t> ChoiceList::current() const {
  return place_ < shown_.size() ? std::optional(shown_[place_]) : std::nullopt;
}

void ChoiceList::move(std::size_t place) { place_ = shown_.empty() ? 0 : std::min(place, shown_.size() - 1); }

void ChoiceList::narrow() {
  shown_.clear();
  const std::string typed = base::lower(filter_);
  for (std::size_t i = 0; i < rows_.size(); ++i)
    if (typed.empty() || fits(base::lower(rows_[i].label), typed)) shown_.push_back(i);
  move(place_);
}

bool ChoiceList::type(const std::string& character) {
  if (character == " ") {
    const auto row = current();
    if (!row || !rows_[*row].can_be_marked) return false;
    rows_[*row].is_marked = !rows_[*row].is_marked;
    return true;
  }
  if (filter_.empty() && character == "j") return apply({KeyKind::down, {}});
  if (filter_.empty() && character == "k") return apply({KeyKind::up, {}});
  if (filter_.size() + character.size() > longest_filter) return false;
  filter_ += character;
  place_ = 0;
  narrow();
  return true;
}

bool ChoiceList::apply(const Key& key) {
  switch (key.kind) {
    case KeyKind::text:
      return type(key.text);
    case KeyKind::up:
      move(place_ > 0 ? place_ - 1 : shown_.size());
      return true;
    case KeyKind::down:
      move(place_ + 1 < shown_.size() ? place_ + 1 : 0);
      return true;
    case KeyKind::home:
      move(0);
      return true;
    case KeyKind::end:
      move(shown_.size());
      return true;
    case KeyKind::page_up:
      move(place_ > rows_of_page ? place_ - rows_of_page : 0);
      return true;
    case KeyKind::page_down:
      move(place_ + rows_of_page);
      return true;
    case KeyKind::backspace:
      if (filter_.empty()) return false;
      while (!filter_.empty() && (static_cast<unsigned char>(filter_.back()) & 0xC0U) == 0x80U) filter_.pop_back();
      if (!filter_.empty()) filter_.pop_back();
      narrow();
      return true;
    case KeyKind::erase_to_start:
    case KeyKind::erase_word:
      if (filter_.empty()) return false;
      filter_.clear();
      narrow();
      return true;
    case KeyKind::enter:
    case KeyKind::tab:
    case KeyKind::back_tab:
    case KeyKind::escape:
    case KeyKind::erase:
    case KeyKind::erase_to_end:
    case KeyKind::left:
    case KeyKind::right:
    case KeyKind::end_of_input:
    case KeyKind::redraw:
    case KeyKind::unknown:
      break;
  }
  return false;
}

}  // namespace socrates::cli
