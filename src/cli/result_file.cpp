// SPDX-License-Identifier: Apache-2.0
#include "socrates/cli/result_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <utility>

#include "socrates/cli/files.hpp"

namespace socrates::cli {
namespace {

/// The file itself where the path is a symbolic link, so that the link stays.
std::string resolved(const std::string& path) {
  char* const real = ::realpath(path.c_str(), nullptr);
  std::string result = real == nullptr ? path : real;
  std::free(real);  // NOLINT(cppcoreguidelines-no-malloc): realpath allocates it
  return result;
}

mode_t mode_of_new_files() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666U & ~mask;
}

/// The name of a file beside the target, for mkostemp.
std::string name_beside(const std::string& target) {
  const std::size_t slash = target.rfind('/');
  const std::size_t name = slash == std::string::npos ? 0 : slash + 1;
  return target.substr(0, name) + "." + target.substr(name) + ".XXXXXX";
}

}  // namespace

ResultFile::ResultFile(std::string path) : path_(std::move(path)), is_ours_(!path_.empty() && path_ != "-") {
  if (!is_ours_) {
    descriptor_ = STDOUT_FILENO;
  } else if (!open()) {
    fail();
  }
}

bool ResultFile::open() {
  struct stat status {};
  if (::stat(path_.c_str(), &status) != 0) return errno == ENOENT && open_beside(path_, mode_of_new_files());
  if (S_ISREG(status.st_mode))
    return ::access(path_.c_str(), W_OK) == 0 && open_beside(resolved(path_), status.st_mode & 07777U);
  descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY);
  return descriptor_ >= 0;
}

bool ResultFile::open_beside(std::string target, mode_t mode) {
  std::string temporary = name_beside(target);
  descriptor_ = ::mkostemp(temporary.data(), O_CLOEXEC);
  if (descriptor_ < 0) return false;
  temporary_ = std::move(temporary);
  target_ = std::move(target);
  return ::fchmod(descriptor_, mode) == 0;
}

ResultFile::~ResultFile() {
  if (is_ours_ && descriptor_ >= 0) ::close(descriptor_);
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

void ResultFile::fail() {
  if (error_ == 0) error_ = errno;
}

bool ResultFile::write(std::string_view text) {
  if (error_ == 0 && !write_all(descriptor_, text)) fail();
  return error_ == 0;
}

bool ResultFile::put_in_place() {
  if (!temporary_.empty() && ::fsync(descriptor_) != 0) return false;
  if (is_ours_ && ::close(std::exchange(descriptor_, -1)) != 0) return false;
  if (temporary_.empty()) return true;
  if (::rename(temporary_.c_str(), target_.c_str()) != 0) return false;
  temporary_.clear();
  return true;
}

bool ResultFile::finish(base::Diagnostics& problems) {
  if (error_ == 0 && !put_in_place()) fail();
  if (error_ == 0) return true;
  base::Diagnostic diagnostic{};
  diagnostic.code = base::Code::unwritable_output;
  diagnostic.file = path_.empty() || path_ == "-" ? "<stdout>" : path_;
  diagnostic.message = "the result could not be written whole: " + reason(error_);
  problems.add(std::move(diagnostic));
  return false;
}

}  // namespace socrates::cli
