// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace socrates::web {

/// Whether this build holds the module of the page, without which no page can be written.
bool has_page();

/// The interview as one HTML file. `book`: the archive of the rules inside; `origin`: what the page says of where it
/// and its rules come from, as text. Only where `has_page`.
std::string page_of(std::string_view book, std::string_view origin);

}  // namespace socrates::web
