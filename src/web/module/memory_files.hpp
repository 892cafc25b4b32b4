// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace socrates::web {

/// Puts a text where the commands find it as a file of that name, in place of what was there.
void put_file(const std::string& name, std::string text);

}  // namespace socrates::web
