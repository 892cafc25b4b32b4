// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "socrates/base/code.hpp"

namespace socrates::base {

/// One enumerator a line of codes.def, in its order. For files that name one; a header needs no more than code.hpp.
enum class Code : std::uint16_t {
#define SOCRATES_CODE(name, id, summary, help) name,
#define SOCRATES_WARNING(name, id, summary, help) name,
#include "socrates/base/codes.def"
#undef SOCRATES_WARNING
#undef SOCRATES_CODE
};

}  // namespace socrates::base
