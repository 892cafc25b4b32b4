// SPDX-License-Identifier: Apache-2.0
#include "loader/text/text_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "socrates/base/codes.hpp"
#include "socrates/base/utf8.hpp"
#include "socrates/loader/node.hpp"

namespace socrates::loader {

namespace {

constexpr char32_t byte_order_mark = 0xFEFF;

bool is_control(char32_t point) {
  if (point == '\t' || point == '\n' || point == '\r') return false;
  return point < 0x20 || (point >= 0x7F && point < 0xA0);
}

/// Makes a line read otherwise than it is parsed.
bool turns_direction(char32_t point) {
  return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
}

bool is_lone_return(std::string_view text, std::size_t offset) {
  return text[offset] == '\r' && !text.substr(offset + 1).starts_with('\n');
}

struct FileForm {
  std::string_view beginning;
  std::string_view name;
  std::string_view hint;
};

constexpr std::string_view save_as_csv = "save the sheet of a workbook as CSV in UTF-8, and give that file";
constexpr std::string_view save_as_text = "give the text itself";

/// What people hand in for a text, by its first bytes.
constexpr FileForm file_forms[] = {
    {"PK\x03\x04", "a workbook (.xlsx, .ods, .numbers), a document or an archive", save_as_csv},
    {"PK\x05\x06", "an empty archive", save_as_text},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old workbook (.xls) or document", save_as_csv},
    {"%PDF-", "a PDF", save_as_text},
    {"{\\rtf", "a rich text", "save it as plain text"},
    {"\x1F\x8B", "a compressed file (gzip)", "unpack it first"},
    {"BZh", "a compressed file (bzip2)", "unpack it first"},
    {"\xFD"
     "7zXZ",
     "a compressed file (xz)", "unpack it first"},
    {"7z\xBC\xAF\x27\x1C", "an archive (7z)", "unpack it first"},
    {"Rar!\x1A", "an archive (rar)", "unpack it first"},
    {"\x28\xB5\x2F\xFD", "a compressed file (zstd)", "unpack it first"},
};

std::string_view form_of_sheet(Notation notation) {
  return notation == Notation::sheet ? ", which spreadsheet programs call 'CSV UTF-8'" : "";
}

/// Letters of ASCII with a zero byte beside each, as UTF-16 without a byte-order mark has them.
bool is_wide(std::string_view text) {
  if (text.size() < 4) return false;
  const auto is_zero = [&](std::size_t offset) { return text[offset] == '\0'; };
  return (is_zero(0) && is_zero(2) && !is_zero(1) && !is_zero(3)) ||
         (is_zero(1) && is_zero(3) && !is_zero(0) && !is_zero(2));
}

/// The report shows no line: there is none.
bool check_form(const base::Source& source, Notation notation, base::Diagnostics& problems) {
  const std::string_view text = source.text;
  const auto* form = std::find_if(std::begin(file_forms), std::end(file_forms),
                                  [&](const FileForm& known) { return text.starts_with(known.beginning); });
  const bool is_known = form != std::end(file_forms);
  if (!is_known && !is_wide(text)) return true;
  base::Diagnostic diagnostic{};
  diagnostic.code = base::Code::not_text;
  diagnostic.file = source.name;
  diagnostic.message =
      is_known ? fmt::format("this is {}, but a text is expected", form->name) : "the file looks like UTF-16";
  diagnostic.hint = is_known ? std::string(form->hint) : fmt::format("save it as UTF-8{}", form_of_sheet(notation));
  problems.add(std::move(diagnostic));
  return false;
}

bool check_encoding(const base::Source& source, Notation notation, base::Diagnostics& problems) {
  const auto invalid = base::first_invalid_utf8(source.text);
  if (!invalid) return true;
  const std::string_view text = source.text;
  const bool wide = text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF");
  problems.add(
      base::Code::invalid_utf8, {&source, *invalid, 1},
      fmt::format("invalid UTF-8: the byte 0x{:02X} does not belong here", static_cast<unsigned char>(text[*invalid])),
      {},
      fmt::format("{}{}", wide ? "the file looks like UTF-16; save it as UTF-8" : "save the file as UTF-8",
                  form_of_sheet(notation)));
  return false;
}

bool check_lines(const base::Source& source, base::Diagnostics& problems) {
  const std::string_view text = source.text;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    if (end - start > most_line) {
      problems.add(base::Code::string_too_long, {&source, start, 0},
                   fmt::format("a line longer than the {} bytes allowed", most_line), {},
                   "break the line: texts and lists may go on below, indented");
      return false;
    }
    start = end + 1;
  }
  return true;
}

}  // namespace

bool may_stand_in_json(char32_t point) { return !is_control(point) && point != byte_order_mark; }

bool check_text(const base::Source& source, Notation notation, base::Diagnostics& problems) {
  const std::string_view text = source.text;
  if (text.size() > most_bytes) {
    problems.add(base::Code::too_large, {&source, 0, 0},
                 fmt::format("the input has more than the {} bytes allowed", most_bytes));
    return false;
  }
  if (!check_form(source, notation, problems) || !check_encoding(source, notation, problems)) return false;
  for (std::size_t offset = 0; offset < text.size();) {
    if (text[offset] >= ' ' && text[offset] <= '~') {  // nearly all of every text
      ++offset;
      continue;
    }
    const std::size_t start = offset;
    const char32_t point = base::next_code_point(text, offset);
    if (point == byte_order_mark && start == 0 && notation == Notation::sheet) continue;
    const bool forbidden = !may_stand_in_json(point) ||
                           (notation == Notation::yaml && (turns_direction(point) || is_lone_return(text, start)));
    if (!forbidden) continue;
    const bool mark = point == byte_order_mark && start == 0;
    problems.add(base::Code::forbidden_character, {&source, start, offset - start},
                 mark ? std::string("the text starts with a byte-order mark")
                      : fmt::format("the character U+{:04X} is not allowed", static_cast<unsigned>(point)),
                 {}, mark ? "save the file as UTF-8 without a byte-order mark" : "");
    return false;
  }
  return notation != Notation::yaml || check_lines(source, problems);
}

}  // namespace socrates::loader
