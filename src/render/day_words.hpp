// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "socrates/base/date.hpp"

namespace socrates::render {

/// `28 February 2027`.
std::string day_in_words(base::Date day);

}  // namespace socrates::render
