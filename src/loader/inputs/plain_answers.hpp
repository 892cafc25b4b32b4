// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "loader/text/csv_reader.hpp"
#include "socrates/base/source.hpp"
#include "socrates/loader/node.hpp"
#include "socrates/model/rule_set.hpp"

namespace socrates::loader {

// Answers that are written as plain text: `--set ID=VALUE`, a cell of a sheet.

/// A key of an answers file: a question, or the date that stands for its number.
struct AnswerKey {
  std::size_t question = 0;
  bool is_date = false;
};

std::optional<AnswerKey> find_key(const model::RuleSet& rules, std::string_view id);

/// The value as a file would hold it, by the question's kind: `true`, `12`, an option, options by commas, a date;
/// nothing at all is the empty list of a several-choice, `null` not known.
Node value_of(const model::Question& question, AnswerKey key, std::string_view text, base::Span at);

/// The value that a cell of a sheet holds: beside the above `yes` and `no`, and of several options `none`, or what is
/// known in part, as in `a, not:b, ?`.
Node answer_in_cell(const model::Question& question, AnswerKey key, const Cell& cell);

/// What stands between commas, without the blanks around it; `` where nothing stands there.
std::vector<std::string> words_by_commas(std::string_view text);

/// A text, or null.
Node word_of(std::string_view text, base::Span at);

}  // namespace socrates::loader
