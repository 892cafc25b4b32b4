// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "socrates/base/words.hpp"

namespace socrates::render {

using base::capitalized;
using base::counted;
using base::in_quotes;
using base::joined;
using base::listed;

}  // namespace socrates::render
