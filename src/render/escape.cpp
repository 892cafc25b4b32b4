// SPDX-License-Identifier: Apache-2.0
#include "socrates/render/escape.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "socrates/base/harmful.hpp"
#include "socrates/base/utf8.hpp"

namespace socrates::render {
namespace {

std::string escaped(char32_t point) {
  if (point == '\n') return "\\n";
  if (point == '\r') return "\\r";
  if (point == '\t') return "\\t";
  const auto number = static_cast<std::uint32_t>(point);
  if (number < 0x80) return fmt::format("\\x{:02x}", number);
  return number <= 0xFFFF ? fmt::format("\\u{:04x}", number) : fmt::format("\\U{:08x}", number);
}

bool is_plain_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char letter) { return letter >= ' ' && letter < 0x7F; });
}

/// Where `@` and `#` name people and issues, even behind a backslash: a zero-width space, written out, breaks the name.
constexpr std::string_view broken_name = "&#8203;";

void add_markdown(std::string& result, std::string_view text, std::size_t offset) {
  const char letter = text[offset];
  const std::string_view rest = text.substr(offset);
  const bool starts_block = offset == 0 && std::string_view("-+=").find(letter) != std::string_view::npos;
  const bool starts_link = rest.starts_with("://") || (letter == '.' && offset >= 3 && result.ends_with("www"));
  const bool is_list_number = (letter == '.' || letter == ')') && offset > 0 &&
                              text.substr(0, offset).find_first_not_of("0123456789") == std::string_view::npos;
  if (letter == '&') {
    result += "&amp;";
  } else if (letter == '<') {
    result += "&lt;";
  } else if (letter == '@' || letter == '#') {
    (result += offset == 0 ? "\\" : "") += letter;
    result += broken_name;
  } else if (starts_block || starts_link || is_list_number ||
             std::string_view("\\`*_[]>|~$").find(letter) != std::string_view::npos) {
    (result += '\\') += letter;
  } else {
    result += letter;
  }
}

}  // namespace

std::string terminal_safe(std::string_view text) {
  if (is_plain_ascii(text)) return std::string(text);
  std::string result;
  std::size_t offset = 0;
  while (offset < text.size()) {
    const std::string_view rest = text.substr(offset);
    const std::string_view valid = rest.substr(0, base::first_invalid_utf8(rest).value_or(rest.size()));
    for (std::size_t at = 0; at < valid.size();) {
      const std::size_t start = at;
      const char32_t point = base::next_code_point(valid, at);
      if (base::is_harmful_at(valid, start)) {
        result += escaped(point);
      } else {
        result += valid.substr(start, at - start);
      }
    }
    offset += valid.size();
    if (offset < text.size()) result += fmt::format("\\x{:02x}", static_cast<unsigned char>(text[offset++]));
  }
  return result;
}

std::string markdown_safe(std::string_view text) {
  const std::string safe = terminal_safe(text);
  std::string result;
  for (std::size_t offset = 0; offset < safe.size(); ++offset) add_markdown(result, safe, offset);
  return result;
}

std::string html_safe(std::string_view text) {
  std::string result;
  for (const char letter : terminal_safe(text)) {
    if (letter == '&')
      result += "&amp;";
    else if (letter == '<')
      result += "&lt;";
    else if (letter == '>')
      result += "&gt;";
    else if (letter == '"')
      result += "&quot;";
    else if (letter == '\'')
      result += "&#39;";
    else
      result += letter;
  }
  return result;
}

std::string xml_safe(std::string_view text) {
  std::string result;
  for (const char letter : terminal_safe(text)) {
    switch (letter) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      case '\'':
        result += "&apos;";
        break;
      default:
        result += letter;
    }
  }
  return result;
}

std::string annotation_message(std::string_view text) {
  std::string result;
  std::string safe = terminal_safe(text);
  for (std::size_t at = safe.find("##["); at != std::string::npos; at = safe.find("##[", at)) safe.insert(at + 2, " ");
  for (const char letter : safe) {
    if (letter == '%')
      result += "%25";
    else if (letter == '\n')
      result += "%0A";
    else if (letter == '\r')
      result += "%0D";
    else
      result += letter;
  }
  return result;
}

std::string annotation_property(std::string_view text) {
  std::string result;
  for (const char letter : annotation_message(text)) {
    if (letter == ':')
      result += "%3A";
    else if (letter == ',')
      result += "%2C";
    else
      result += letter;
  }
  return result;
}

}  // namespace socrates::render
