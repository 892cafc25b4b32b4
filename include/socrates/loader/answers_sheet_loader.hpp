// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "socrates/loader/answers_loader.hpp"

namespace socrates::loader {

/// Reads answers from a sheet, which is CSV: a header with the columns of the template (`id` and `answer` must be
/// there, in any order), then a row for each question or control. An empty answer is not known. A list is written by
/// commas, `none` for an empty one; `not:a` refuses an option, and `?` says that the rest is not known. Reports every
/// problem of the sheet.
std::optional<LoadedAnswers> load_sheet(const base::Source& source, const Answerable& answerable, base::Date today,
                                        base::Diagnostics& problems);

/// The columns of a sheet, in the order in which the template has them.
inline constexpr const char* sheet_columns[] = {"id",        "group", "question", "choices",  "answer", "since",
                                                "performed", "last",  "reason",   "evidence", "owner",  "holds_up"};

}  // namespace socrates::loader
