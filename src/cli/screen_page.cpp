// SPDX-License-Identifier: Apache-2.0
#include "cli/screen_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "socrates/render/escape.hpp"

namespace socrates::cli {

namespace {

using Lines = std::vector<std::string>;

constexpr std::size_t least_list_lines = 4;
constexpr std::size_t most_columns = 100;

/// The beginning of a line that takes no more than the columns.
std::string clipped(const std::string& line, std::size_t columns) {
  std::size_t end = 0;
  std::size_t width = 0;
  while (end < line.size()) {
    std::size_t next = end;
    width += render::next_width(line, next);
    if (width > columns) break;
    end = next;
  }
  return line.substr(0, end);
}

Lines split_lines(const std::string& text) {
  Lines lines;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    lines.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return lines;
}

/// Each paragraph wrapped anew to the width, its indent kept.
Lines wrapped(const std::string& text, std::size_t columns) {
  Lines lines;
  for (const std::string& paragraph : split_lines(text)) {
    const std::size_t indent = std::min(paragraph.find_first_not_of(' '), paragraph.size());
    for (std::string& line : split_lines(render::wrap(paragraph, {indent, indent}, columns)))
      lines.push_back(std::move(line));
  }
  return lines;
}

struct ListLines {
  Lines lines;
  std::size_t first = 0;  ///< line of the row at which the cursor stands
  std::size_t count = 0;
};

ListLines lines_of(const ChoiceList& list, std::size_t columns) {
  ListLines result;
  for (const std::size_t row : list.shown()) {
    const ChoiceRow& choice = list.rows()[row];
    const bool is_current = list.current() == row;
    const std::string mark = !choice.can_be_marked ? "" : choice.is_marked ? "[x] " : "[ ] ";
    const std::string start = fmt::format("{} {}", is_current ? ">" : " ", mark);
    const Lines label = split_lines(render::wrap(render::prose(choice.label), {start.size(), start.size()}, columns));
    if (is_current) result.first = result.lines.size();
    if (is_current) result.count = label.size();
    for (std::size_t i = 0; i < label.size(); ++i)
      result.lines.push_back(i == 0 ? start + label[0].substr(std::min(start.size(), label[0].size())) : label[i]);
  }
  if (list.shown().empty()) result.lines.push_back("  nothing fits what is typed");
  if (!list.filter().empty()) result.lines.push_back("  typed: " + list.filter());
  return result;
}

/// A window of so many lines, with the row of the cursor in it.
Lines window_of(const ListLines& list, std::size_t room) {
  if (list.lines.size() <= room) return list.lines;
  const std::size_t last = list.first + std::min(list.count, room);
  const std::size_t start = last > room ? last - room : 0;
  return {list.lines.begin() + static_cast<std::ptrdiff_t>(start),
          list.lines.begin() + static_cast<std::ptrdiff_t>(std::min(start + room, list.lines.size()))};
}

void append(Lines& lines, const Lines& more) { lines.insert(lines.end(), more.begin(), more.end()); }

}  // namespace

DrawnPage draw(const ScreenPage& page, ScreenSize size, render::Color color) {
  const std::size_t columns = std::min(size.columns, most_columns);
  Lines top = wrapped(page.heading, columns);
  append(top, wrapped(page.state, columns));
  top.emplace_back();
  const std::size_t question_start = top.size();
  append(top, wrapped(page.question, columns));
  const std::size_t question_end = top.size();
  Lines bottom = wrapped(page.remark, columns);
  append(bottom, wrapped(page.keys, columns));
  Lines help = wrapped(page.help, columns);
  const ListLines list = page.list != nullptr ? lines_of(*page.list, columns) : ListLines{{page.input}, 0, 1};

  const std::size_t least = std::min(list.lines.size(), least_list_lines);
  const auto room_beside = [&](std::size_t taken) { return size.rows > taken ? size.rows - taken : 0; };
  const std::size_t frame = top.size() + bottom.size() + 2;
  help.resize(std::min(help.size(), room_beside(frame + least)));
  const std::size_t list_room = std::max<std::size_t>(room_beside(frame + help.size()), 1);

  DrawnPage drawn;
  for (std::size_t i = 0; i < top.size(); ++i)
    drawn.lines.push_back(i >= question_start && i < question_end ? render::bold(clipped(top[i], columns), color)
                                                                  : clipped(top[i], columns));
  // Where even that does not fit, the list and the keys are what is needed.
  const std::size_t needed = std::min(list.lines.size(), list_room) + bottom.size() + 1;
  if (drawn.lines.size() > room_beside(needed)) drawn.lines.resize(room_beside(needed));
  drawn.cursor_row = drawn.lines.size();
  for (const std::string& line : window_of(list, list_room)) drawn.lines.push_back(clipped(line, columns));
  for (const std::string& line : help) drawn.lines.push_back(clipped(line, columns));
  drawn.lines.emplace_back();
  for (const std::string& line : bottom) drawn.lines.push_back(clipped(line, columns));
  if (drawn.lines.size() > size.rows) drawn.lines.resize(size.rows);
  return drawn;
}

}  // namespace socrates::cli
