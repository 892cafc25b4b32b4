// SPDX-License-Identifier: Apache-2.0
#include "socrates/cli/save.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <filesystem>
#include <system_error>

#include "socrates/cli/files.hpp"

namespace socrates::cli {

namespace {

bool refuse(base::Diagnostics& problems, const std::string& path, const std::string& reason) {
  base::Diagnostic diagnostic{};
  diagnostic.code = base::Code::unwritable_output;
  diagnostic.file = path;
  diagnostic.message = "the answers cannot be saved here: " + reason;
  diagnostic.hint = "name another file with --save";
  problems.add(std::move(diagnostic));
  return false;
}

std::string text_of(int error) { return std::error_code(error, std::generic_category()).message(); }

/// Where a chain of links ends, be there a file or not.
std::string followed(const std::string& path) {
  std::filesystem::path target = path;
  std::error_code error;
  for (int links = 0; links < 40 && std::filesystem::is_symlink(target, error); ++links)
    target = target.parent_path() / std::filesystem::read_symlink(target, error);
  return target.string();
}

std::string folder_of(const std::string& path) {
  const std::string folder = std::filesystem::path(path).parent_path().string();
  return folder.empty() ? "." : folder;
}

/// Makes the new name of a file last.
bool sync_folder(const std::string& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return false;
  const bool synced = ::fsync(descriptor) == 0 || errno == EINVAL;  // some file systems know no such thing
  const int error = errno;
  ::close(descriptor);
  errno = error;
  return synced;
}

}  // namespace

bool can_save(const std::string& path, base::Diagnostics& problems) {
  if (path == "-") return refuse(problems, path, "this is standard output");
  const std::string target = followed(path);
  struct stat status {};
  if (::stat(target.c_str(), &status) == 0) {
    if (!S_ISREG(status.st_mode)) return refuse(problems, path, "this is no regular file");
    if (::access(target.c_str(), W_OK) != 0) return refuse(problems, path, text_of(errno));
  } else if (errno != ENOENT) {
    return refuse(problems, path, text_of(errno));
  }
  if (::access(folder_of(target).c_str(), W_OK | X_OK) != 0)
    return refuse(problems, path, fmt::format("folder '{}': {}", folder_of(target), text_of(errno)));
  return true;
}

bool save(const std::string& path, std::string_view text, base::Diagnostics& problems) {
  if (!can_save(path, problems)) return false;
  const std::string target = followed(path);
  if (!write_result(target, text, problems)) return false;
  return sync_folder(folder_of(target)) || refuse(problems, path, text_of(errno));
}

}  // namespace socrates::cli
