// SPDX-License-Identifier: Apache-2.0
#include "cli/save.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <optional>
#include <system_error>

#include "cli/place.hpp"
#include "cli/result_file.hpp"
#include "cli/run_files.hpp"
#include "socrates/base/codes.hpp"

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
  const std::optional<Place> place = follow(path);
  if (!place) return refuse(problems, path, text_of(errno));
  if (place->is_descriptor || (place->status && !S_ISREG(place->status->st_mode)))
    return refuse(problems, path, "this is not a regular file");
  if (place->status && ::access(place->path.c_str(), W_OK) != 0) return refuse(problems, path, text_of(errno));
  if (::access(folder_of(place->path).c_str(), W_OK | X_OK) != 0)
    return refuse(problems, path, fmt::format("folder '{}': {}", folder_of(path), text_of(errno)));
  return claim_output(path, Writing::saves, problems).has_value();
}

bool save(const std::string& path, std::string_view text, base::Diagnostics& problems) {
  if (!can_save(path, problems)) return false;
  ResultFile file(path, Writing::saves);
  file.write(text);
  if (!file.finish(problems)) return false;
  const std::optional<Place> place = follow(path);
  return (place && sync_folder(folder_of(place->path))) || refuse(problems, path, text_of(errno));
}

}  // namespace socrates::cli
