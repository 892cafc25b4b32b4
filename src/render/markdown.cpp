// SPDX-License-Identifier: Apache-2.0
#include "render/markdown.hpp"

#include "render/sentence.hpp"
#include "socrates/render/escape.hpp"
#include "socrates/render/layout.hpp"

namespace socrates::render {

std::string markdown_line(std::string_view text) { return markdown_safe(one_line(text)); }

std::string markdown_or_dash(std::string_view text) { return text.empty() ? "-" : markdown_line(text); }

std::string code_span(std::string_view id) { return "`" + std::string(id) + "`"; }

std::string code_spans(const std::vector<std::string>& ids) {
  std::vector<std::string> spans;
  for (const std::string& id : ids) spans.push_back(code_span(id));
  return joined(spans, ", ");
}

}  // namespace socrates::render
