// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.hpp"

namespace socrates::cli {

// Each command in its own file; the list of all, in the order of the help, is `commands()`.

/// `socrates ask [ANSWERS] [--save FILE] [--readiness]`
Command ask_command();
/// `socrates recommend ANSWERS|- [--set ID=VALUE]... [--explain] [--record FILE]`
Command recommend_command();
/// `socrates whatif ANSWERS|- [--set ID=VALUE]... [--want DECISION=VALUE]`
Command whatif_command();
/// `socrates verify RECORD...`
Command verify_command();
/// `socrates readiness ANSWERS|- [--min PERCENT] [--ready-for type_1|type_2] ...`
Command readiness_command();
/// `socrates plan ANSWERS|- [--needed-by DATE] [--people N] [--fiscal-year-end MM-DD]... [--window MONTHS]`
Command plan_command();
/// `socrates gate --reports FILE [--answers FILE] [--policy FILE] [--waivers FILE] DEAL...|-`
Command gate_command();
/// `socrates batch recommend [RECORDS] [--brief] [--jobs N]`
Command batch_recommend_command();
/// `socrates batch gate --reports FILE [RECORDS] [--brief] [--strict] [--jobs N]`
Command batch_gate_command();
/// `socrates rules check [DIR]`
Command rules_check_command();
/// `socrates rules test`
Command rules_test_command();
/// `socrates rules diff`
Command rules_diff_command();
/// `socrates rules show`
Command rules_show_command();
/// `socrates rules explain`
Command rules_explain_command();
/// `socrates rules schema KIND`
Command rules_schema_command();
/// `socrates page [--rules DIR] [--output FILE]`
Command page_command();
/// `socrates completion bash|zsh|fish`
Command completion_command();

}  // namespace socrates::cli
