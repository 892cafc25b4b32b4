// SPDX-License-Identifier: Apache-2.0
#include "cli/exit_status.hpp"

namespace socrates::cli {
namespace {

int strength(ExitStatus status) {
  switch (status) {
    case ExitStatus::done:
      return 0;
    case ExitStatus::undecided:
      return 1;
    case ExitStatus::no:
      return 2;
    case ExitStatus::invalid:
      return 3;
    case ExitStatus::defect:
      return 4;
    case ExitStatus::interrupted:
      return 5;
  }
  return 4;
}

}  // namespace

ExitStatus strongest(ExitStatus a, ExitStatus b) { return strength(a) < strength(b) ? b : a; }

}  // namespace socrates::cli
