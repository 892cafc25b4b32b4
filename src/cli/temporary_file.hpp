// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/stat.h>

#include <cstddef>
#include <string>

namespace socrates::cli {

/// From here on a signal that ends the program (SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXCPU) takes its temporary files
/// away first; SIGINT then ends it with 130, and the others as they would have. A signal that is ignored stays ignored.
void clean_up_on_signals();

/// A file beside another one, which it is to replace in one step; gone at the end of the scope, or when a signal ends
/// the program, unless it has replaced it.
class TemporaryFile {
 public:
  TemporaryFile() = default;
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile();

  /// Makes and opens it; -1, and errno, where that fails.
  int open_beside(const std::string& target);
  [[nodiscard]] bool is_there() const { return slot_ != no_slot; }
  /// Puts it in the place of the target.
  bool replace(const std::string& target);

 private:
  static constexpr std::size_t no_slot = static_cast<std::size_t>(-1);
  std::size_t slot_ = no_slot;
};

}  // namespace socrates::cli
