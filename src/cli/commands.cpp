// SPDX-License-Identifier: Apache-2.0
#include "socrates/cli/ask.hpp"
#include "socrates/cli/batch.hpp"
#include "socrates/cli/command.hpp"
#include "socrates/cli/completion.hpp"
#include "socrates/cli/gate.hpp"
#include "socrates/cli/plan.hpp"
#include "socrates/cli/readiness.hpp"
#include "socrates/cli/recommend.hpp"
#include "socrates/cli/rules_check.hpp"
#include "socrates/cli/rules_diff.hpp"
#include "socrates/cli/rules_explain.hpp"
#include "socrates/cli/rules_schema.hpp"
#include "socrates/cli/rules_show.hpp"
#include "socrates/cli/rules_test.hpp"
#include "socrates/cli/verify.hpp"
#include "socrates/cli/whatif.hpp"

namespace socrates::cli {

const std::vector<Command>& commands() {
  static const std::vector<Command> all = {
      ask_command(),        recommend_command(),     whatif_command(),       verify_command(),
      readiness_command(),  plan_command(),          gate_command(),         batch_recommend_command(),
      batch_gate_command(), rules_check_command(),   rules_test_command(),   rules_diff_command(),
      rules_show_command(), rules_explain_command(), rules_schema_command(), completion_command(),
  };
  return all;
}

}  // namespace socrates::cli
