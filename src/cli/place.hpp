// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/stat.h>

#include <optional>
#include <string>

namespace socrates::cli {

/// Where a path leads.
struct Place {
  std::string path;             ///< the real folder and the name in it, which is no link; there may be no such file
  bool is_descriptor = false;   ///< it is an open file of a process, as `/dev/stdout` is
  std::optional<int> own = {};  ///< the number of that open file, where the process is this one
  std::optional<struct stat> status = {};  ///< of what is there; none where nothing is
};

/// Follows links to their end, be there a file or not; nothing, and errno, where that cannot be told.
std::optional<Place> follow(const std::string& path);

/// The path without links and detours; empty, and errno, where nothing is there.
std::string real_path(const std::string& path);

/// The folder that a path names a file in.
std::string folder_of(const std::string& path);

}  // namespace socrates::cli
