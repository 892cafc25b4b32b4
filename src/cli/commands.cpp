// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.hpp"

#include "cli/draft.hpp"

namespace socrates::cli {

const std::vector<Command>& commands() {
  static const std::vector<Command> all = {
      ask_command(),          recommend_command(),   whatif_command(),
      verify_command(),       readiness_command(),   plan_command(),
      draft_command(),        gate_command(),        batch_recommend_command(),
      batch_gate_command(),   rules_check_command(), rules_test_command(),
      rules_diff_command(),   rules_show_command(),  rules_explain_command(),
      rules_schema_command(), page_command(),        completion_command(),
  };
  return all;
}

}  // namespace socrates::cli
