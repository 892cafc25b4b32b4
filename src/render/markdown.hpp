// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace socrates::render {

// What the Markdown documents are made of.

/// The words of a text in one line that Markdown prints as they stand.
std::string markdown_line(std::string_view text);
std::string markdown_or_dash(std::string_view text);

/// For ids and terms made of them: they are plain words by the grammar, so nothing in them ends the span.
std::string code_span(std::string_view id);
std::string code_spans(const std::vector<std::string>& ids);

}  // namespace socrates::render
