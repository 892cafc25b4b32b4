// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "socrates/base/date.hpp"
#include "socrates/base/diagnostic.hpp"
#include "socrates/base/source.hpp"
#include "socrates/interview/interview.hpp"
#include "socrates/interview/reply.hpp"
#include "socrates/model/about.hpp"
#include "socrates/model/control_answer.hpp"
#include "socrates/readiness/scope.hpp"

namespace socrates::web {

/// What a session goes by; all must outlive it.
struct Rules {
  const engine::CompiledRules& compiled;
  readiness::Catalogue catalogue;
};

/// The interview of the page: questions, controls and what the file says of itself. Lines are read as `socrates ask`
/// reads them, so that a click is a line that somebody could have typed.
class Session {
 public:
  /// Begins with nothing known.
  Session(const Rules& rules, base::Date today);

  /// Begins anew with the answers of a file; false, and nothing happens, after a report.
  bool open(const base::Source& answers, base::Diagnostics& problems);

  /// Takes a line at the question that stands. What is said to it stands in the state.
  void reply(std::string_view line);
  /// Leaves a revisited question as it was.
  void keep();
  /// Takes an object as an answers file holds, of controls; false, and nothing happens, after a report. Only controls
  /// that it names change, and nothing else in it is taken.
  bool note(const base::Source& object, base::Diagnostics& problems);
  /// Takes the `service` of such an object, and nothing else.
  bool rename(const base::Source& object, base::Diagnostics& problems);

  /// Everything that a screen shows of the interview, as JSON.
  [[nodiscard]] std::string state() const;
  /// Why the question that stands is asked, as JSON; empty where none stands.
  [[nodiscard]] std::string why() const;
  /// The controls in scope and what is known of them, as JSON.
  [[nodiscard]] std::string controls() const;
  /// The answers file, as `socrates ask` saves it.
  [[nodiscard]] std::string answers() const;

 private:
  void obey(interview::Command command);
  void answer(model::Answer reply, std::string_view typed);
  void edit(std::size_t number);
  void refuse(std::string_view reason);
  void remark_on_set_aside(const model::Answers& before);

  const Rules* rules_;
  base::Date today_;
  interview::Interview interview_;
  model::ControlAnswers controls_;
  model::About about_;
  std::vector<std::string> remarks_;
  bool is_refused_ = false;
};

}  // namespace socrates::web
