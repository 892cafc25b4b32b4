// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace socrates::render {

/// A terminal obeys the character, or people do not see it.
bool is_harmful(char32_t point);

}  // namespace socrates::render
