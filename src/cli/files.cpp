// SPDX-License-Identifier: Apache-2.0
#include "socrates/cli/files.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

#include "socrates/cli/result_file.hpp"
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

void add_too_large(base::Diagnostics& problems, const std::string& file) {
  add_problem(problems, base::Code::too_large, file,
              fmt::format("the input has more than the {} bytes that are allowed", loader::most_bytes));
}

/// Appends until the end or until there is one byte too many; false on an error.
bool read_some(int descriptor, std::size_t expected, std::string& text) {
  text.resize(std::min(expected, loader::most_bytes) + 1);
  std::size_t used = 0;
  for (;;) {
    const ssize_t count = ::read(descriptor, text.data() + used, text.size() - used);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return false;
    used += static_cast<std::size_t>(count);
    if (count == 0 || used > loader::most_bytes) break;
    if (used == text.size()) text.resize(std::min(2 * text.size() + 4096, loader::most_bytes + 1));
  }
  text.resize(used);
  return true;
}

std::optional<base::Source> read_open(int descriptor, std::string name, base::Diagnostics& problems) {
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
  if (size <= loader::most_bytes && !read_some(descriptor, size, source.text)) {
    add_unreadable(problems, source.name, errno);
    return std::nullopt;
  }
  if (size > loader::most_bytes || source.text.size() > loader::most_bytes) {
    add_too_large(problems, source.name);
    return std::nullopt;
  }
  return source;
}

}  // namespace

void add_unreadable(base::Diagnostics& problems, const std::string& file, int error) {
  if (error == EISDIR)
    add_problem(problems, base::Code::not_a_file, file, "this is a directory, and a file is expected");
  else
    add_problem(problems, base::Code::unreadable_file, file, "cannot read the file: " + reason(error));
}

std::string reason(int error) {
  std::string text = std::strerror(error);
  if (text.size() > 1 && text[0] >= 'A' && text[0] <= 'Z' && !(text[1] >= 'A' && text[1] <= 'Z'))
    text[0] = static_cast<char>(text[0] - 'A' + 'a');
  return text;
}

std::optional<base::Source> read_source(const std::string& path, base::Diagnostics& problems) {
  if (path == "-") return read_open(STDIN_FILENO, "<stdin>", problems);
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
  if (!file.is_open()) {
    add_unreadable(problems, path, errno);
    return std::nullopt;
  }
  return read_open(file.number(), path, problems);
}

bool is_folder(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

bool is_file(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && !S_ISDIR(status.st_mode);
}

bool is_same_file(const std::string& a, const std::string& b) {
  struct stat left {};
  struct stat right {};
  if (a == b) return true;
  return ::stat(a.c_str(), &left) == 0 && ::stat(b.c_str(), &right) == 0 && left.st_dev == right.st_dev &&
         left.st_ino == right.st_ino;
}

bool will_be_same_file(const std::string& a, const std::string& b) {
  std::error_code error;
  const auto left = std::filesystem::weakly_canonical(std::filesystem::absolute(a, error), error);
  const auto right = std::filesystem::weakly_canonical(std::filesystem::absolute(b, error), error);
  return is_same_file(a, b) || left == right;
}

bool spares_input(const std::string& input, const std::string& output, base::Diagnostics& problems) {
  if (input.empty() || input == "-" || output.empty() || output == "-" || !is_same_file(input, output)) return true;
  add_problem(problems, base::Code::unwritable_output, output, "the result would take the place of the answers",
              "name another file with --output");
  return false;
}

std::optional<std::vector<std::string>> yaml_files(const std::string& folder, base::Diagnostics& problems) {
  DIR* const directory = ::opendir(folder.c_str());
  if (directory == nullptr) {
    add_problem(problems, base::Code::unreadable_file, folder, "cannot read the folder: " + reason(errno));
    return std::nullopt;
  }
  std::vector<std::string> paths;
  while (const dirent* const entry = ::readdir(directory)) {
    const std::string_view name = entry->d_name;
    if (name.ends_with(".yaml") && !name.starts_with('.')) paths.push_back(folder + "/" + std::string(name));
  }
  ::closedir(directory);
  std::sort(paths.begin(), paths.end());
  return paths;
}

bool write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t count = ::write(descriptor, text.data(), text.size());
    if (count < 0 && errno == EINTR) continue;
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
