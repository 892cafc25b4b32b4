// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "advice.hpp"

namespace socrates::render {

/// What is asked, how to answer it on the command line, and which decisions it could still change.
OpenQuestion open_question(const Recommendation& recommendation, std::size_t question);

}  // namespace socrates::render
