// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "socrates/loader/answers_loader.hpp"
#include "socrates/model/columns.hpp"

namespace socrates::loader {

/// Reads answers from a sheet, which is CSV: a header with the columns of the template (`id` and `answer` must be
/// there, in any order), then a row for each question or control. An empty answer is not known. A list is written by
/// commas, `none` for an empty one; `not:a` refuses an option, and `?` says that the rest is not known. Reports every
/// problem of the sheet.
std::optional<LoadedAnswers> load_sheet(const base::Source& source, const Answerable& answerable, base::Date today,
                                        base::Diagnostics& problems);

/// A file of answers, and what another program's list in it means; null: it is as ours are.
struct AnswersFile {
  const base::Source& source;
  const model::Columns* columns = nullptr;
};

/// Reads a list of controls, criteria or questions, a row each: a sheet, or with columns also JSON and lines of JSON.
/// Ids and statuses may be spelled as people spell them. A row about a criterion answers nothing: it proposes how far
/// the controls are that serve it. What is not understood is reported row by row, all of it.
std::optional<LoadedAnswers> load_rows_of_answers(const AnswersFile& file, const Answerable& answerable,
                                                  base::Date today, base::Diagnostics& problems);

/// Whether the file is read by rows: CSV by its name, and with columns whatever is no JSON object.
bool holds_rows_of_answers(const AnswersFile& file);

/// A list where the file is one, else an object of answers.
std::optional<LoadedAnswers> load_answers_file(const AnswersFile& file, const Answerable& answerable, base::Date today,
                                               base::Diagnostics& problems);

/// The columns of a sheet, in the order in which the template has them.
inline constexpr const char* sheet_columns[] = {"id",        "group", "question", "choices",  "answer", "since",
                                                "performed", "last",  "reason",   "evidence", "owner",  "holds_up",
                                                "proposed",  "file",  "row",      "says",     "before"};

}  // namespace socrates::loader
