// SPDX-License-Identifier: Apache-2.0
#include "socrates/gate/verdict.hpp"

#include <algorithm>

namespace socrates::gate {

std::string_view id_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::pass:
      return "pass";
    case Verdict::pass_with_conditions:
      return "pass_with_conditions";
    case Verdict::undecided:
      return "undecided";
    case Verdict::fail:
      return "fail";
  }
  return {};
}

std::string_view id_of(CheckVerdict verdict) {
  switch (verdict) {
    case CheckVerdict::not_applicable:
      return "not_applicable";
    case CheckVerdict::pass:
      return "pass";
    case CheckVerdict::condition:
      return "condition";
    case CheckVerdict::undecided:
      return "undecided";
    case CheckVerdict::fail:
      return "fail";
  }
  return {};
}

Verdict graver(Verdict a, Verdict b) { return std::max(a, b); }

Verdict under(Strictness strictness, Verdict verdict) {
  const bool is_no = strictness == Strictness::conditions_fail && verdict == Verdict::pass_with_conditions;
  return is_no ? Verdict::fail : verdict;
}

}  // namespace socrates::gate
