// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "cli/command.hpp"
#include "cli/line_chunks.hpp"
#include "socrates/base/diagnostic.hpp"

namespace socrates::cli {

/// How the lines of a batch came out.
struct Tally {
  std::size_t done = 0;
  std::size_t no = 0;
  std::size_t undecided = 0;
  std::size_t invalid = 0;

  /// Counts a line; `status` is the one with which the program would end for it alone.
  void add(ExitStatus status);
  void add(const Tally& other);
  [[nodiscard]] std::size_t lines() const { return done + no + undecided + invalid; }
  /// The strongest of them all.
  [[nodiscard]] ExitStatus status() const;
};

/// Appends for each line of a chunk a line of the result, and counts it. One for each thread, which gives it one chunk
/// after the other, not always the next one.
using LineWork = std::function<void(const Chunk& chunk, std::string& result, Tally& tally)>;

// The arguments of every batch command, the last of other commands too.
inline constexpr Argument records_argument{"RECORDS", "[RECORDS]",
                                           "Records as JSON, one per line; standard input if omitted or -"};
inline constexpr Argument jobs_option{"--jobs", "N", "Number of threads; by default one per core"};
inline constexpr Argument allow_empty_option{"--allow-empty", "",
                                             "Accept an empty input instead of reporting an error"};

/// What is written behind the last line, once all lines are done; empty: nothing.
using LastWords = std::function<std::string(const Tally& tally)>;

/// Runs a batch over the input named by RECORDS, in as many threads as `--jobs` says: results come in the order of the
/// lines, each as soon as those before it are there. Nothing when it could not be read or written to its end; the
/// reason is in `problems`. An input without a line could not be run either, unless it may be empty: whatever was to
/// write it may have failed.
std::optional<Tally> run_batch(const Given& given, const Options& options, const std::function<LineWork()>& make_work,
                               base::Code code_of_nothing, base::Diagnostics& problems,
                               const LastWords& last_words = {});

/// What stands in messages for the input of a batch.
std::string batch_input_name(const Given& given);

}  // namespace socrates::cli
