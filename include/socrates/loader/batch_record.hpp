// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "socrates/base/date.hpp"
#include "socrates/base/diagnostic.hpp"
#include "socrates/loader/answers_loader.hpp"
#include "socrates/model/rule_set.hpp"

namespace socrates::loader {

/// One line of a batch.
struct BatchRecord {
  std::optional<std::string> id;  ///< none where it is left out or null
  LoadedAnswers answers;
};

/// Reads `{"id": "...", "answers": {...}}`. Reports every problem of the line; where there is one, `id` still gets the
/// id, as far as one can be read.
std::optional<BatchRecord> load_batch_record(const base::Source& line, const Answerable& answerable, base::Date today,
                                             std::optional<std::string>& id, base::Diagnostics& problems);

}  // namespace socrates::loader
