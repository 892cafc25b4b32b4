// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "cli/arguments.hpp"

namespace socrates::cli {

/// Of the commands whose results people read: `page` shows them where this is not given.
inline constexpr Argument no_pager_option{"--no-pager", "",
                                          "Print a result that is longer than the terminal as it is, without a pager"};

/// Shows a text that is longer than the terminal at standard output in PAGER, or in less; true where it has been shown.
/// False, and nothing has happened, where standard output is no terminal, the text fits, TERM is dumb, PAGER is empty
/// or `cat`, or there is no pager. A pager that is left early has shown the text.
bool page(std::string_view text);

}  // namespace socrates::cli
