// SPDX-License-Identifier: Apache-2.0
#include "render/report_names.hpp"

#include <fmt/format.h>

namespace socrates::render {

std::string category_name(std::string_view id) {
  std::string name(id);
  bool starts_word = true;
  for (char& letter : name) {
    if (letter == '_') letter = ' ';
    if (starts_word && letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
    starts_word = letter == ' ';
  }
  return name;
}

std::string criteria_of(const model::Criteria& criteria, std::string_view category) {
  for (const model::Category& known : criteria) {
    if (known.id != category || known.criteria.empty()) continue;
    return fmt::format("{} {}, {}{}", known.criteria.size(), known.criteria.size() == 1 ? "criterion" : "criteria",
                       known.criteria.front().id, known.criteria.size() == 1 ? "" : " to " + known.criteria.back().id);
  }
  return {};
}

}  // namespace socrates::render
