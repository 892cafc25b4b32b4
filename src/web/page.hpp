// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace socrates::web {

/// Whether this build holds the module of the page, without which no page can be written.
bool has_page();

/// The interview as one HTML file. `book`: the archive of the rules inside; `origin`: what the page says of where it
/// and its rules come from, as text; `first`: the state of an interview that begins by these rules, as JSON, which
/// stands before the module runs. Only where `has_page`.
std::string page_of(std::string_view book, std::string_view origin, std::string_view first);

}  // namespace socrates::web
