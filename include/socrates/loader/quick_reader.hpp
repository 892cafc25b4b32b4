// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "socrates/base/date.hpp"
#include "socrates/model/packed_answers.hpp"
#include "socrates/model/rule_set.hpp"

namespace socrates::loader {

/// A record whose texts lie in the line it was read from.
struct QuickRecord {
  std::optional<std::string_view> id;
  model::PackedAnswers answers;
};

/// Reads the lines of a batch that are as they mostly are, and leaves all others to load_batch_record. Where it says
/// yes, load_batch_record says the same; where it says no, nothing is known of the line. For one thread; the rules must
/// outlive it.
class QuickReader {
 public:
  /// How many bytes behind the end of a text must be readable. The first of them must be zero or an end of a line, or
  /// no line is accepted; the others may hold anything.
  static constexpr std::size_t padding = 64;

  QuickReader(const model::RuleSet& rules, base::Date today);
  QuickReader(const QuickReader&) = delete;
  QuickReader& operator=(const QuickReader&) = delete;
  ~QuickReader();

  /// Takes the text of which lines are read next.
  void open(std::string_view text);
  /// A line of the text, without its end; the lines come in their order. Null where the line is not for this reader;
  /// else valid until the next line is read.
  const QuickRecord* read(std::string_view line);

 private:
  class Reading;
  std::unique_ptr<Reading> reading_;
};

}  // namespace socrates::loader
