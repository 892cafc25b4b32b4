// SPDX-License-Identifier: Apache-2.0
#include "cli/edited_line.hpp"

#include "socrates/render/layout.hpp"

namespace socrates::cli {

EditedLine::EditedLine(const std::vector<std::string>& history, std::size_t most_bytes)
    : history_(history), most_bytes_(most_bytes), entry_(history.size()) {}

std::size_t EditedLine::after(std::size_t at) const {
  if (at < text_.size()) render::next_width(text_, at);
  return at;
}

std::size_t EditedLine::before(std::size_t at) const {
  std::size_t start = 0;
  for (std::size_t next = 0; next < at;) {
    start = next;
    render::next_width(text_, next);
  }
  return start;
}

void EditedLine::erase(std::size_t from, std::size_t to) {
  text_.erase(from, to - from);
  cursor_ = from;
}

bool EditedLine::go_to(std::size_t entry) {
  if (entry > history_.size()) return false;
  if (entry_ == history_.size()) own_ = text_;
  entry_ = entry;
  text_ = entry == history_.size() ? own_ : history_[entry];
  cursor_ = text_.size();
  return true;
}

bool EditedLine::apply(const Key& key) {
  switch (key.kind) {
    case KeyKind::text:
      if (text_.size() + key.text.size() > most_bytes_) return false;
      text_.insert(cursor_, key.text);
      cursor_ += key.text.size();
      return true;
    case KeyKind::backspace:
      erase(before(cursor_), cursor_);
      return true;
    case KeyKind::erase:
    case KeyKind::end_of_input:
      erase(cursor_, after(cursor_));
      return true;
    case KeyKind::erase_word: {
      std::size_t start = cursor_;
      while (start > 0 && text_[start - 1] == ' ') --start;
      while (start > 0 && text_[start - 1] != ' ') --start;
      erase(start, cursor_);
      return true;
    }
    case KeyKind::erase_to_start:
      erase(0, cursor_);
      return true;
    case KeyKind::erase_to_end:
      erase(cursor_, text_.size());
      return true;
    case KeyKind::left:
      cursor_ = before(cursor_);
      return true;
    case KeyKind::right:
      cursor_ = after(cursor_);
      return true;
    case KeyKind::home:
      cursor_ = 0;
      return true;
    case KeyKind::end:
      cursor_ = text_.size();
      return true;
    case KeyKind::up:
      return entry_ > 0 && go_to(entry_ - 1);
    case KeyKind::down:
      return go_to(entry_ + 1);
    case KeyKind::enter:
    case KeyKind::tab:
    case KeyKind::back_tab:
    case KeyKind::escape:
    case KeyKind::page_up:
    case KeyKind::page_down:
    case KeyKind::redraw:
    case KeyKind::unknown:
      break;
  }
  return false;
}

EditedLine::View EditedLine::view(std::size_t columns) const {
  // The part begins so late that the cursor is in it.
  std::size_t start = 0;
  const auto width_to_cursor = [&] { return render::width_of(std::string_view(text_).substr(start, cursor_ - start)); };
  while (start < cursor_ && width_to_cursor() >= columns) start = after(start);
  View view{{}, width_to_cursor()};
  std::size_t width = 0;
  for (std::size_t at = start; at < text_.size();) {
    std::size_t next = at;
    const std::size_t own = render::next_width(text_, next);
    if (width + own >= columns) break;
    view.text.append(text_, at, next - at);
    width += own;
    at = next;
  }
  return view;
}

}  // namespace socrates::cli
