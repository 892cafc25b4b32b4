// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "advice.hpp"

namespace socrates::render {

// What the Markdown documents are made of.

/// The words of a text in one line that Markdown prints as they stand.
std::string plain(std::string_view text);
std::string plain_or_dash(std::string_view text);

/// Ids are plain words by the grammar, so nothing in them ends the code span.
std::string code(std::string_view id);
std::string codes(const std::vector<std::string>& ids);

/// A reason, and behind it what it rests on.
std::string plain_with_sources(const Reason& reason);

}  // namespace socrates::render
