// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cli/run_files.hpp"
#include "cli/temporary_file.hpp"
#include "socrates/base/diagnostic.hpp"

namespace socrates::cli {

/// Where a result goes, bit by bit: standard output (path empty or `-`) or a file. A regular or new file is replaced in
/// one step by `finish`, once all is on the disk, so that nobody ever finds half a result; without it, nothing has
/// happened. Its other names, if it has hard links, keep the old text, as copies that are made by links need it.
/// Anything else is written on where it stands: a device, a pipe, and what is open already (`/dev/stdout`).
class ResultFile {
 public:
  explicit ResultFile(const std::string& path, Writing writing = Writing::replaces);
  explicit ResultFile(Claim claim);
  ResultFile(const ResultFile&) = delete;
  ResultFile& operator=(const ResultFile&) = delete;
  ~ResultFile();

  /// False when the text could not be written whole, now or before.
  bool write(std::string_view text);

  /// Ends the file; reports when something could not be written whole.
  bool finish(base::Diagnostics& problems);

 private:
  void open();
  int open_claimed();
  void fail();
  bool put_in_place();

  base::Diagnostics refused_;  ///< why there is no claim
  std::optional<Claim> claim_;
  TemporaryFile temporary_;  ///< what replaces the file; not there where it is written on
  int descriptor_ = -1;
  int error_ = 0;  ///< of the first thing that went wrong
};

}  // namespace socrates::cli
