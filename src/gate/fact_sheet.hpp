// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gate/bench.hpp"
#include "gate/view.hpp"
#include "socrates/model/answers.hpp"

namespace socrates::gate {

/// Reasons cost many times what verdicts do, and of most candidates only the verdict is needed.
enum class Detail { verdicts, reasons };

/// The facts that were derived, as answers to the questions of the acceptance rules. What is not set stays not known;
/// a question or an option that the rules do not have is passed over, so that rules may ask less. For verdicts alone it
/// keeps neither answers nor sentences.
class FactSheet {
 public:
  FactSheet(const Bench& bench, Detail detail);

  void choose(Fact fact, std::string_view option);
  void say(Fact fact, Maybe yes);
  void count(Fact fact, std::optional<int> number);
  void select(Fact fact, const std::vector<std::string_view>& options);
  /// As if it had not been said.
  void forget(Fact fact);
  /// Takes over what another sheet says, known or not.
  void copy(Fact fact, const FactSheet& other);
  /// Each fact may be as it is here, or as it is there.
  void allow_also(const FactSheet& other);

  [[nodiscard]] Detail detail() const { return detail_; }
  /// Sentences are asked for.
  [[nodiscard]] bool is_explained() const { return detail_ == Detail::reasons; }
  /// A sentence with the figures behind a check, by the id of its decision, such as `g06`.
  void note(std::string_view decision, std::string sentence);

  /// What a text of the rules may name beside the answers, such as `next_date`; an empty one is not known.
  void word(std::string_view name, std::string value);
  /// Null where it is not known.
  [[nodiscard]] const std::string* word(std::string_view name) const;

  [[nodiscard]] const engine::Allowed& allowed() const& { return allowed_; }
  [[nodiscard]] engine::Allowed allowed() && { return std::move(allowed_); }
  [[nodiscard]] const model::Answers& answers() const { return answers_; }
  [[nodiscard]] std::vector<std::string> figures_of(std::string_view decision) const;

 private:
  template <class Value>
  void set(const FactQuestion& of, std::uint64_t values, const Value& answer);
  /// What is allowed there.
  void take(Fact fact, const engine::Allowed& from);

  const Bench& bench_;
  Detail detail_;
  engine::Allowed allowed_;
  model::Answers answers_;
  std::map<std::string, std::vector<std::string>, std::less<>> figures_;
  std::map<std::string, std::string, std::less<>> words_;
};

}  // namespace socrates::gate
