// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/types.h>

#include <string>
#include <string_view>

#include "socrates/base/diagnostic.hpp"

namespace socrates::cli {

/// Where a result goes, bit by bit: standard output (path empty or `-`) or a file. A regular or new file is replaced in
/// one step by `finish`, once all is on the disk, so that nobody ever finds half a result; without it, nothing has
/// happened. Anything else (`/dev/full`, a pipe) is written to directly.
class ResultFile {
 public:
  explicit ResultFile(std::string path);
  ResultFile(const ResultFile&) = delete;
  ResultFile& operator=(const ResultFile&) = delete;
  ~ResultFile();

  /// False when the text could not be written whole, now or before.
  bool write(std::string_view text);

  /// Ends the file; reports when something could not be written whole.
  bool finish(base::Diagnostics& problems);

 private:
  bool open();
  bool open_beside(std::string target, mode_t mode);
  void fail();
  bool put_in_place();

  std::string path_;
  std::string target_;     ///< what is replaced; empty: written directly
  std::string temporary_;  ///< what replaces it; empty once it has, or where there is none
  int descriptor_ = -1;
  bool is_ours_ = false;  ///< to be closed
  int error_ = 0;         ///< of the first thing that went wrong
};

}  // namespace socrates::cli
