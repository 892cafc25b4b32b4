// SPDX-License-Identifier: Apache-2.0
#include "view.hpp"

#include <algorithm>

namespace socrates::gate {
namespace {

char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; }

bool covers_categories(const model::NextReport& next, const model::Requirement& requirement) {
  if (!requirement.categories.is_given()) return true;
  const std::vector<model::TrustCategory>& asked = requirement.categories.value;
  return std::all_of(asked.begin(), asked.end(), [&](model::TrustCategory category) {
    if (category == model::TrustCategory::security) return true;
    return next.categories &&
           std::find(next.categories->begin(), next.categories->end(), category) != next.categories->end();
  });
}

/// Without blanks at its ends, which nobody sees.
std::string_view trimmed(std::string_view text) {
  const std::size_t from = std::min(text.find_first_not_of(" \t\n\r"), text.size());
  const std::size_t to = text.find_last_not_of(" \t\n\r");
  return to == std::string_view::npos ? std::string_view() : text.substr(from, to + 1 - from);
}

}  // namespace

Maybe both(Maybe a, Maybe b) {
  if (a == false || b == false) return false;
  if (!a || !b) return std::nullopt;
  return true;
}

Maybe either(Maybe a, Maybe b) { return negated(both(negated(a), negated(b))); }

Maybe negated(Maybe a) { return a ? Maybe(!*a) : std::nullopt; }

std::optional<int> threshold(const Ask& ask, std::string_view id) {
  const auto set = ask.policy.thresholds.find(id);
  if (set != ask.policy.thresholds.end()) return set->second;
  const auto index = model::find_default(ask.rules.acceptance.rules, id);
  return index ? std::optional(ask.rules.acceptance.rules.defaults[*index].value) : std::nullopt;
}

bool is_policy(const Ask& ask, std::string_view id) { return ask.policy.thresholds.count(id) > 0; }

std::vector<model::Family> families_of(const model::HeldReport& report) {
  std::vector<model::Family> families = {report.report};
  families.insert(families.end(), report.also.begin(), report.also.end());
  return families;
}

bool answers(const model::HeldReport& report, model::Family family) {
  const std::vector<model::Family> families = families_of(report);
  return std::find(families.begin(), families.end(), family) != families.end();
}

bool has_types(model::Family family) {
  return family == model::Family::soc1 || family == model::Family::soc2 || family == model::Family::isae_3402 ||
         family == model::Family::isae_3000;
}

bool is_attestation(model::Family family) {
  return has_types(family) || family == model::Family::soc3 || family == model::Family::soc_for_cybersecurity;
}

bool is_attestation(const model::HeldReport& report) {
  const std::vector<model::Family> families = families_of(report);
  return std::any_of(families.begin(), families.end(), [](model::Family family) { return is_attestation(family); });
}

std::optional<base::Date> last_day_of(const model::HeldReport& report) {
  const bool is_type_1 = report.type == model::ReportType::type_1;
  const bool is_type_2 = report.type == model::ReportType::type_2;
  if (is_type_1) return report.as_of;
  if (report.period && (is_type_2 || !report.as_of)) return report.period->to;
  if (report.as_of && !report.period && !is_type_2) return report.as_of;
  return std::nullopt;
}

bool is_same_word(std::string_view a, std::string_view b) {
  a = trimmed(a);
  b = trimmed(b);
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

bool holds_word(const std::vector<std::string>& words, std::string_view word) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& other) { return is_same_word(other, word); });
}

bool covers_services(const model::NextReport& next, const model::Stated<std::vector<std::string>>& services) {
  if (!services.is_given()) return true;
  return std::all_of(services.value.begin(), services.value.end(),
                     [&](const std::string& service) { return next.covers && holds_word(*next.covers, service); });
}

bool would_fit(const model::NextReport& next, const Ask& ask) {
  const bool wants_type_2 = ask.requirement.type.is_given() && ask.requirement.type.value == model::ReportType::type_2;
  const bool type_fits = !wants_type_2 || !has_types(ask.requirement.report) || next.type == model::ReportType::type_2;
  return next.report == ask.requirement.report && type_fits && covers_categories(next, ask.requirement) &&
         covers_services(next, ask.services);
}

}  // namespace socrates::gate
