// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "socrates/model/deal.hpp"

namespace socrates::gate {

/// Something that is asked of a kind that cannot have it, such as a Type 2 of a certificate. It is met by nothing and
/// missed by nothing: somebody has to ask what is meant.
struct InapplicableTerm {
  std::string what;      ///< `Type 2 of the ISO/IEC 27001`
  std::string_view why;  ///< `it has no types`
};

std::vector<InapplicableTerm> inapplicable_terms(const model::Requirement& requirement);

/// Reports of the kind say which Trust Services categories they cover.
bool has_categories(model::Family family);

/// Reports of the kind say which control objectives they cover.
bool has_objectives(model::Family family);

}  // namespace socrates::gate
