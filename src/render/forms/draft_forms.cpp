// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "socrates/render/draft.hpp"
#include "socrates/render/escape.hpp"
#include "socrates/render/layout.hpp"

namespace socrates::render {
namespace {

using BlockKind = DraftBlock::Kind;

/// One blank in the place of several, at the ends too: runs stand beside each other.
std::string with_single_blanks(std::string_view text) {
  std::string result;
  for (const char letter : text) {
    const bool is_blank = letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r';
    if (is_blank && !result.empty() && result.back() == ' ') continue;
    result += is_blank ? ' ' : letter;
  }
  return result;
}

std::string markdown_runs(const std::vector<DraftRun>& runs) {
  std::string line;
  for (const DraftRun& run : runs) {
    if (run.is_blank) {
      line += fmt::format("**[BLANK: {}]**", markdown_safe(one_line(run.words)));
      continue;
    }
    std::string words = with_single_blanks(run.words);
    if (&run == &runs.front()) words.erase(0, words.find_first_not_of(' '));
    if (&run == &runs.back()) words.erase(words.find_last_not_of(' ') + 1);
    line += markdown_safe(words);
  }
  return line;
}

std::string plain_runs(const std::vector<DraftRun>& runs) {
  std::string line;
  for (const DraftRun& run : runs)
    line += run.is_blank ? std::string(model::blank_start) + run.words + std::string(model::blank_end) : run.words;
  return prose(line);
}

std::string markdown_block(const DraftBlock& block) {
  std::string words = markdown_runs(block.runs);
  switch (block.kind) {
    case BlockKind::heading:
      return std::string(block.level, '#') + " " + words;
    case BlockKind::item:
      return "- " + words;
    case BlockKind::task:
      return "- [ ] " + words;
    case BlockKind::number:
      return fmt::format("{}. {}", block.level, words);
    case BlockKind::rule:
      return "---";
    case BlockKind::paragraph:
      break;
  }
  return words;
}

std::string text_heading(const std::string& words, std::size_t level) {
  const std::string lines = wrap(words);
  const std::size_t width = std::min(width_of(words), line_width);
  return level > 2 ? lines : lines + std::string(width, level == 1 ? '=' : '-') + "\n";
}

std::string text_block(const DraftBlock& block) {
  const std::string words = plain_runs(block.runs);
  switch (block.kind) {
    case BlockKind::heading:
      return text_heading(words, block.level);
    case BlockKind::item:
      return bullet(words, 0);
    case BlockKind::task:
      return labelled("[ ]", words);
    case BlockKind::number:
      return labelled(fmt::format("{}.", block.level), words);
    case BlockKind::rule:
      return std::string(line_width, '-') + "\n";
    case BlockKind::paragraph:
      break;
  }
  return wrap(words);
}

bool stands_close(const DraftBlock& above, const DraftBlock& below) {
  return above.kind == below.kind &&
         (below.kind == BlockKind::item || below.kind == BlockKind::task || below.kind == BlockKind::number);
}

}  // namespace

std::string draft_markdown(const Draft& draft) {
  std::string text;
  const DraftBlock* above = nullptr;
  for (const DraftBlock& block : draft.blocks) {
    if (above != nullptr && !stands_close(*above, block)) text += '\n';
    text += markdown_block(block) + "\n";
    above = &block;
  }
  return text;
}

std::string draft_text(const Draft& draft) {
  std::string text;
  const DraftBlock* above = nullptr;
  for (const DraftBlock& block : draft.blocks) {
    if (above != nullptr && !stands_close(*above, block)) text += '\n';
    text += text_block(block);
    above = &block;
  }
  return text;
}

}  // namespace socrates::render
