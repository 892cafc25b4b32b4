// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "socrates/model/draft.hpp"

namespace socrates::builtin {

/// The shipped templates of drafts, in the order of their kinds; made when they are first asked for.
const std::vector<model::DraftTemplate>& drafts();

}  // namespace socrates::builtin
