// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "socrates/render/rule_tests.hpp"

namespace socrates::render {

/// How many tests ran and failed, and how much they cover.
std::string sentence(const RuleTestRun& run);

}  // namespace socrates::render
