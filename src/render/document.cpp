// SPDX-License-Identifier: Apache-2.0
#include "socrates/render/document.hpp"

#include <utility>

namespace socrates::render {

Text code(std::string words) { return {std::move(words), {}, Style::code}; }

std::string publication_of(const Source& source) {
  return source.date.empty() ? source.publisher : source.publisher + ", " + source.date;
}

std::string place_in(const Source& source) {
  return source.section.empty() ? source.title : source.title + ", " + source.section;
}

Items items_of(const std::vector<std::string>& texts) {
  Items list;
  for (const std::string& text : texts) list.items.push_back({{text}});
  return list;
}

}  // namespace socrates::render
