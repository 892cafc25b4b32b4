// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>

#include "socrates/cli/command.hpp"
#include "socrates/cli/inputs.hpp"
#include "socrates/readiness/changes.hpp"
#include "socrates/render/readiness.hpp"

namespace socrates::cli {

/// `socrates readiness ANSWERS|- [--min PERCENT] [--ready-for type_1|type_2] ...`
Command readiness_command();

/// The readiness for the answers in the format asked for, and the exit status that goes with it.
Result readiness_result(const Rules& rules, const engine::CompiledRules& verdict_rules, const Answered& answered,
                        const Options& options);

}  // namespace socrates::cli
