// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "socrates/model/anything.hpp"
#include "socrates/render/document.hpp"

namespace socrates::render {

/// Deals as they were read, whatever they were read from: objects like those of a JSON file of deals.
struct UnderstoodDeals {
  std::vector<model::Anything> deals;
  std::vector<std::string> columns;  ///< those that a sheet of deals may have, in their order
};

/// Deal by deal what is known of it.
Document deals_document(const UnderstoodDeals& understood);

/// The list that `gate` reads.
std::string deals_json(const UnderstoodDeals& understood);

/// The sheet that `gate` reads, with the columns that any of the deals needs: a row a deal, or a row a requirement.
/// Lost on the way are the types of what is carried through and what lies deeper in it, a text that is only `?`, a
/// semicolon within a name of a list, and that an only alternative was called one.
std::string deals_csv(const UnderstoodDeals& understood);

}  // namespace socrates::render
