// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "plan/network.hpp"

namespace socrates::plan {

/// What is written and signed on the way to the reports of the network, whose dates are set: first what belongs to the
/// whole engagement, then by report. Nothing where the catalogue does not speak of documents. Indices of steps that
/// they depend on are those of the network, and no step of the network waits for one.
std::vector<Step> documents_of(const Network& network, const model::Engagement& engagement, base::Date today);

}  // namespace socrates::plan
