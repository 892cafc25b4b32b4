// SPDX-License-Identifier: Apache-2.0
#include "loader/rules/format_version.hpp"

#include <fmt/format.h>

#include "socrates/base/codes.hpp"

namespace socrates::loader {

bool is_format_1(const Entry& document, base::Diagnostics& problems) {
  if (!expect_mapping(document, "a mapping that begins with 'format: 1'", problems)) return false;
  const auto format = require(document, "format", problems);
  if (!format) return false;
  if (format->node->kind == Node::Kind::integer && format->node->integer == 1) return true;
  report(base::Code::unsupported_format, *format, fmt::format("expected format 1, found {}", describe(*format->node)),
         problems);
  return false;
}

}  // namespace socrates::loader
