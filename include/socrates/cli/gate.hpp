// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "socrates/cli/command.hpp"
#include "socrates/cli/inputs.hpp"
#include "socrates/gate/judge.hpp"

namespace socrates::cli {

/// `socrates gate --reports FILE [--answers FILE] [--policy FILE] [--waivers FILE] DEAL...|-`
Command gate_command();

/// What the gate goes by beside the deals, read from the files that the options name.
struct GateInputs {
  engine::CompiledRules selection;
  engine::CompiledRules acceptance;
  model::Inventory inventory;
  model::Answers profile;
  model::Policy policy;
  std::vector<model::Waiver> waivers;
};

/// Reads the files named by `--reports`, `--answers`, `--policy` and `--waivers`; all problems of all files at once.
std::optional<GateInputs> read_gate_inputs(const Given& given, const Options& options, base::Diagnostics& problems);

/// The options that `read_gate_inputs` reads, as arguments of a command.
std::vector<Argument> gate_input_arguments();

/// What the exit status says of a verdict.
ExitStatus status_of(gate::Verdict verdict, gate::Strictness strictness);

}  // namespace socrates::cli
