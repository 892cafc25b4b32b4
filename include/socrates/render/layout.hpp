// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace socrates::render {

inline constexpr std::size_t line_width = 80;

/// Spaces before the first line of a paragraph and before the others.
struct Indent {
  std::size_t first = 0;
  std::size_t rest = 0;
};

/// Colour is an accent: without it the same text says the same.
enum class Color { off, on };

/// The columns that a text takes at a terminal: two for an ideograph or an emoji, none for what is drawn upon the
/// character before it, and two for all that joiners make into one emoji.
std::size_t width_of(std::string_view text);

/// Those of the next character as people see it, with all that is drawn upon it; moves `offset` past it.
std::size_t next_width(std::string_view text, std::size_t& offset);

/// The words of a text with one space between each, whatever lines it was written in.
std::string one_line(std::string_view text);

/// The same, made harmless for a terminal.
std::string prose(std::string_view text);

/// One paragraph, each line ended. Lines break at spaces only, so that an id or a path longer than the width stays
/// whole.
std::string wrap(std::string_view text, Indent indent = {}, std::size_t width = line_width);

/// `label` and, on the same line, a paragraph that hangs below its own start.
std::string labelled(std::string_view label, std::string_view text, std::size_t indent = 0);

/// An item of a list.
std::string bullet(std::string_view text, std::size_t indent = 2);

std::string bold(std::string_view text, Color color);
std::string red(std::string_view text, Color color);
std::string faint(std::string_view text, Color color);

}  // namespace socrates::render
