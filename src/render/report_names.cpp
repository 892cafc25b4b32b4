// SPDX-License-Identifier: Apache-2.0
#include "render/report_names.hpp"

#include <fmt/format.h>

#include "render/decision_words.hpp"
#include "socrates/model/control.hpp"

namespace socrates::render {

std::string name_in(const Recommendation& recommendation, const Report& report) {
  const auto standard = find_view(recommendation, report.standard_decision);
  if (!standard || !is_surely(*standard, "isae")) return std::string(report.name);
  return std::string(model::name_of(report.decision == "soc1" ? model::Examination::soc1 : model::Examination::soc2,
                                    model::Standard::isae));
}

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
