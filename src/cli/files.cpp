// SPDX-License-Identifier: Apache-2.0
#include "cli/files.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "cli/folder_files.hpp"
#include "cli/place.hpp"
#include "cli/result_file.hpp"
#include "cli/run_files.hpp"
#include "socrates/base/codes.hpp"
#include "socrates/loader/node.hpp"

namespace socrates::cli {
namespace {

/// An open file, closed at the end of its scope.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }

  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] bool is_open() const { return number_ >= 0; }

 private:
  int number_;
};

void add_problem(base::Diagnostics& problems, base::Code code, const std::string& file, std::string message,
                 std::string hint = {}) {
  base::Diagnostic diagnostic{};
  diagnostic.code = code;
  diagnostic.file = file;
  diagnostic.message = std::move(message);
  diagnostic.hint = std::move(hint);
  problems.add(std::move(diagnostic));
}

void add_too_large(base::Diagnostics& problems, const std::string& file, std::size_t most) {
  add_problem(problems, base::Code::too_large, file, fmt::format("the input has more than the {} bytes allowed", most));
}

/// Waits until something can be read from, or written to, what does not wait by itself; false where that is no reason.
bool waits(int descriptor, short event) {
  if (errno == EINTR) return true;
  if (errno != EAGAIN) return false;
  pollfd one{descriptor, event, 0};
  return ::poll(&one, 1, -1) >= 0 || errno == EINTR;
}

/// Appends until the end or until there is one byte too many; false on an error.
bool read_some(int descriptor, std::size_t expected, std::size_t most, std::string& text) {
  text.resize(std::min(expected, most) + 1);
  std::size_t used = 0;
  for (;;) {
    const ssize_t count = ::read(descriptor, text.data() + used, text.size() - used);
    if (count < 0 && waits(descriptor, POLLIN)) continue;
    if (count < 0) return false;
    used += static_cast<std::size_t>(count);
    if (count == 0 || used > most) break;
    if (used == text.size()) text.resize(std::min(2 * text.size() + 4096, most + 1));
  }
  text.resize(used);
  return true;
}

std::optional<base::Source> read_open(int descriptor, std::string name, std::size_t most, base::Diagnostics& problems) {
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) {
    add_unreadable(problems, name, errno);
    return std::nullopt;
  }
  if (S_ISDIR(status.st_mode)) {
    add_unreadable(problems, name, EISDIR);
    return std::nullopt;
  }
  const std::size_t size = S_ISREG(status.st_mode) ? static_cast<std::size_t>(status.st_size) : 0;
  base::Source source{std::move(name), {}};
  if (size <= most && !read_some(descriptor, size, most, source.text)) {
    add_unreadable(problems, source.name, errno);
    return std::nullopt;
  }
  if (size > most || source.text.size() > most) {
    add_too_large(problems, source.name, most);
    return std::nullopt;
  }
  return source;
}

/// Refuses what a folder given refers to outside itself: whoever names a folder has not named that.
bool is_within_its_folder(const std::string& path, base::Diagnostics& problems) {
  const std::optional<std::string> folder = folder_around(path);
  if (!folder) return true;
  const std::string real = real_path(path);
  if (real.empty()) {
    add_unreadable(problems, path, errno);
    return false;
  }
  const std::string around = real_path(*folder);
  if (around == "/" || real.starts_with(around + "/")) return true;
  add_problem(problems, base::Code::unreadable_file, path,
              fmt::format("this link leads out of the folder '{}'", *folder), "replace the link by a copy");
  return false;
}

bool can_be_read(const std::string& path, base::Diagnostics& problems) {
  if (!folder_around(path)) return true;
  if (!is_within_its_folder(path, problems)) return false;
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0 || S_ISREG(status.st_mode) || S_ISDIR(status.st_mode)) return true;
  add_problem(problems, base::Code::unreadable_file, path, "this is not a regular file",
              "use a regular file; a pipe or a device can only be named on its own");
  return false;
}

/// A link to nothing, in a folder given.
bool is_idle_link(const std::string& path) {
  struct stat status {};
  return folder_around(path) && ::lstat(path.c_str(), &status) == 0 && S_ISLNK(status.st_mode);
}

std::string name_of_input(const std::string& path) { return path == "-" ? "<stdin>" : path; }

}  // namespace

void add_unreadable(base::Diagnostics& problems, const std::string& file, int error) {
  if (error == EISDIR)
    add_problem(problems, base::Code::not_a_file, file, "this is a directory, but a file is expected");
  else
    add_problem(problems, base::Code::unreadable_file, file, "cannot read the file: " + reason(error));
}

std::string reason(int error) {
  std::string text = std::strerror(error);
  if (text.size() > 1 && text[0] >= 'A' && text[0] <= 'Z' && !(text[1] >= 'A' && text[1] <= 'Z'))
    text[0] = static_cast<char>(text[0] - 'A' + 'a');
  return text;
}

int open_input(const std::string& path, base::Diagnostics& problems) {
  if (!can_be_read(path, problems)) return -1;
  const int descriptor =
      path == "-" ? ::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0) : ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
  struct stat status {};
  if (descriptor < 0 || ::fstat(descriptor, &status) != 0)
    add_unreadable(problems, name_of_input(path), errno);
  else
    add_input(name_of_input(path), status);
  return descriptor;
}

std::optional<base::Source> read_source(const std::string& path, base::Diagnostics& problems, std::size_t most) {
  const Descriptor file(open_input(path, problems));
  if (!file.is_open()) return std::nullopt;
  return read_open(file.number(), name_of_input(path), most, problems);
}

bool is_folder(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) == 0) return S_ISDIR(status.st_mode);
  return is_idle_link(path);
}

bool is_file(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) == 0) return !S_ISDIR(status.st_mode);
  return is_idle_link(path);
}

bool is_same_file(const std::string& a, const std::string& b) {
  struct stat left {};
  struct stat right {};
  if (a == b) return true;
  return ::stat(a.c_str(), &left) == 0 && ::stat(b.c_str(), &right) == 0 && left.st_dev == right.st_dev &&
         left.st_ino == right.st_ino;
}

std::optional<std::vector<std::string>> yaml_files(const std::string& folder, base::Diagnostics& problems) {
  return files_ending(".yaml", folder, problems);
}

std::optional<std::vector<std::string>> files_ending(std::string_view ending, const std::string& folder,
                                                     base::Diagnostics& problems) {
  if (!is_within_its_folder(folder, problems)) return std::nullopt;
  DIR* const directory = ::opendir(folder.c_str());
  if (directory == nullptr) {
    add_problem(problems, base::Code::unreadable_file, folder, "cannot read the folder: " + reason(errno));
    return std::nullopt;
  }
  std::vector<std::string> paths;
  while (const dirent* const entry = ::readdir(directory)) {
    const std::string_view name = entry->d_name;
    if (name.ends_with(ending) && !name.starts_with('.')) paths.push_back(folder + "/" + std::string(name));
  }
  ::closedir(directory);
  std::sort(paths.begin(), paths.end());
  return paths;
}

bool write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t count = ::write(descriptor, text.data(), text.size());
    if (count < 0 && waits(descriptor, POLLOUT)) continue;
    if (count < 0) return false;
    text.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

bool write_result(const std::string& path, std::string_view text, base::Diagnostics& problems) {
  ResultFile file(path);
  file.write(text);
  return file.finish(problems);
}

}  // namespace socrates::cli
