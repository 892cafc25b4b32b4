// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "socrates/builtin/book.hpp"

namespace socrates::web {

/// Takes the rules of the page from their archive. The next archive would take their place, so there is only one.
void load_book(std::string archived);

/// The rules that were loaded.
builtin::Book& book();

}  // namespace socrates::web
