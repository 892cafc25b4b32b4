// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "socrates/model/answers.hpp"
#include "socrates/model/rule_set.hpp"
#include "view.hpp"

namespace socrates::gate {

/// The facts that were derived, as answers to the questions of the acceptance rules. What is not set stays not known;
/// a question or an option that the rules do not have is passed over, so that rules may ask less.
class FactSheet {
 public:
  explicit FactSheet(const model::RuleSet& rules) : rules_(rules), answers_(rules.questions.size()) {}

  void choose(std::string_view question, std::string_view option);
  void say(std::string_view question, Maybe yes);
  void count(std::string_view question, std::optional<int> number);
  void select(std::string_view question, const std::vector<std::string_view>& options);

  /// A sentence with the figures behind a check, by the id of its decision, such as `g06`.
  void note(std::string_view decision, std::string sentence);

  [[nodiscard]] const model::Answers& answers() const { return answers_; }
  [[nodiscard]] std::vector<std::string> figures_of(std::string_view decision) const;

 private:
  const model::RuleSet& rules_;
  model::Answers answers_;
  std::map<std::string, std::vector<std::string>, std::less<>> figures_;
};

}  // namespace socrates::gate
