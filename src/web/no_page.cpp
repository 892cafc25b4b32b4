// SPDX-License-Identifier: Apache-2.0
// In the place of page.cpp where nothing has compiled the module.

#include <stdexcept>

#include "web/page.hpp"

namespace socrates::web {

bool has_page() { return false; }

std::string page_of(std::string_view /*book*/, std::string_view /*origin*/, std::string_view /*first*/) {
  throw std::logic_error("this build holds no page");
}

}  // namespace socrates::web
