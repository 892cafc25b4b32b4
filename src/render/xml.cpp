// SPDX-License-Identifier: Apache-2.0
#include "xml.hpp"

#include "socrates/render/escape.hpp"

namespace socrates::render {

std::string xml_safe(std::string_view text) {
  std::string result;
  for (const char c : terminal_safe(text)) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      case '\'':
        result += "&apos;";
        break;
      default:
        result += c;
    }
  }
  return result;
}

}  // namespace socrates::render
