// SPDX-License-Identifier: Apache-2.0
#include "markdown.hpp"

#include "sentence.hpp"
#include "socrates/render/escape.hpp"
#include "socrates/render/layout.hpp"

namespace socrates::render {

std::string plain(std::string_view text) { return markdown_safe(one_line(text)); }

std::string plain_or_dash(std::string_view text) { return text.empty() ? "-" : plain(text); }

std::string code(std::string_view id) { return "`" + std::string(id) + "`"; }

std::string codes(const std::vector<std::string>& ids) {
  std::vector<std::string> spans;
  for (const std::string& id : ids) spans.push_back(code(id));
  return joined(spans, ", ");
}

std::string plain_with_sources(const Reason& reason) {
  const std::string text = plain(reason.text);
  return reason.sources.empty() ? text : text + " (" + codes(reason.sources) + ")";
}

}  // namespace socrates::render
