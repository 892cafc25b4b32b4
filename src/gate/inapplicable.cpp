// SPDX-License-Identifier: Apache-2.0
#include "gate/inapplicable.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "gate/view.hpp"

namespace socrates::gate {
namespace {

using model::Family;
using model::Requirement;
using model::TrustCategory;

class InapplicableTerms {
 public:
  explicit InapplicableTerms(const Requirement& requirement) : asked_(requirement) {}

  std::vector<InapplicableTerm> find() && {
    if (asked_.type.is_given() && !has_types(asked_.report)) add(name_of(asked_.type.value), "of", "it has no types");
    if (!has_categories(asked_.report)) add_categories();
    if (!has_objectives(asked_.report)) add_names(asked_.objectives, "it has no control objectives");
    if (!is_attestation(asked_.report)) add_what_auditors_attest();
    return std::move(terms_);
  }

 private:
  void add(std::string_view what, std::string_view preposition, std::string_view why) {
    terms_.push_back({fmt::format("{} {} the {}", what, preposition, name_of(asked_.report)), why});
  }

  void add_names(const model::Stated<std::vector<std::string>>& names, std::string_view why) {
    if (names.is_given() && !names.value.empty()) add(listed_words(names.value), "in", why);
  }

  void add_categories() {
    std::vector<std::string> names;
    for (const auto* const stated : {&asked_.categories, &asked_.categories_preferred}) {
      if (!stated->is_given()) continue;
      for (const TrustCategory category : stated->value) {
        std::string name(model::id_of(category));
        std::replace(name.begin(), name.end(), '_', ' ');
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
      }
    }
    if (!names.empty()) add(listed_words(names), "in", "it has no Trust Services categories");
  }

  void add_what_auditors_attest() {
    constexpr std::string_view no_period = "it covers no period";
    constexpr std::string_view no_suppliers = "it tests no controls of suppliers";
    if (asked_.period_months_at_least.is_given())
      add(fmt::format("a period of {} months", asked_.period_months_at_least.value), "of", no_period);
    if (asked_.fiscal_year_months_at_least.is_given()) add("months of the fiscal year", "in", no_period);
    if (asked_.letter_beyond_months.is_given()) add("a bridge letter", "for", no_period);
    if (asked_.responses.is_given()) add("responses to findings", "in", "it has no tests of controls with exceptions");
    const auto& method = asked_.subservice_method;
    if (method.is_given() && method.value == model::SubserviceMethod::inclusive) add("suppliers", "in", no_suppliers);
    if (asked_.inclusive_for.is_given() && !asked_.inclusive_for.value.empty())
      add("controls of " + listed_words(asked_.inclusive_for.value), "in", no_suppliers);
    if (asked_.subservice_reports.is_given()) add("reports of suppliers", "beside", no_suppliers);
  }

  const Requirement& asked_;
  std::vector<InapplicableTerm> terms_;
};

}  // namespace

std::vector<InapplicableTerm> inapplicable_terms(const Requirement& requirement) {
  return InapplicableTerms(requirement).find();
}

// CSA STAR at its second level is a SOC 2 examination where no certification body makes it.
bool has_categories(Family family) {
  return family == Family::soc2 || family == Family::soc3 || family == Family::isae_3000 ||
         family == Family::soc_for_cybersecurity || family == Family::soc_for_supply_chain ||
         family == Family::csa_star;
}

bool has_objectives(Family family) { return family == Family::soc1 || family == Family::isae_3402; }

}  // namespace socrates::gate
