// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "socrates/base/date.hpp"
#include "socrates/base/source.hpp"
#include "socrates/engine/compiled_rules.hpp"

namespace socrates::test {

/// The day on which answers are read.
inline constexpr base::Date today{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{22}};

/// The bytes of a file of the project, named from its root; throws where there is none.
base::Source project_file(const std::string& path);

/// The files of rules/selection.
std::vector<base::Source> selection_files();

/// The rules built into the program, made once.
const engine::CompiledRules& shipped();

}  // namespace socrates::test
