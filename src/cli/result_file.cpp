// SPDX-License-Identifier: Apache-2.0
#include "cli/result_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "cli/files.hpp"
#include "socrates/base/codes.hpp"

namespace socrates::cli {
namespace {

mode_t mode_of_new_files() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666U & ~mask;
}

/// Gives the new file the mode of the old one, and its owner and group as far as the system lets us.
bool take_after(int descriptor, const struct stat& old) {
  constexpr auto same_owner = static_cast<uid_t>(-1);
  const bool is_given =
      ::fchown(descriptor, old.st_uid, old.st_gid) == 0 || ::fchown(descriptor, same_owner, old.st_gid) == 0;
  static_cast<void>(is_given);  // else it stays with the user of the program
  return ::fchmod(descriptor, old.st_mode & 07777U) == 0;
}

}  // namespace

ResultFile::ResultFile(const std::string& path, Writing writing) : claim_(claim_output(path, writing, refused_)) {
  open();
}

ResultFile::ResultFile(Claim claim) : claim_(std::move(claim)) { open(); }

void ResultFile::open() {
  if (!claim_) {
    error_ = EBUSY;
    return;
  }
  descriptor_ = claim_->place ? open_claimed() : STDOUT_FILENO;
  if (descriptor_ < 0) fail();
}

int ResultFile::open_claimed() {
  const Place& place = *claim_->place;
  if (place.own) return ::fcntl(*place.own, F_DUPFD_CLOEXEC, 0);
  if (place.is_descriptor) return ::open(place.path.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC | O_NOCTTY);
  if (place.status && !S_ISREG(place.status->st_mode))
    return ::open(place.path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY);
  if (place.status && ::access(place.path.c_str(), W_OK) != 0) return -1;
  const int descriptor = temporary_.open_beside(place.path);
  if (descriptor < 0) return -1;
  const bool is_like_it =
      place.status ? take_after(descriptor, *place.status) : ::fchmod(descriptor, mode_of_new_files()) == 0;
  if (!is_like_it) fail();
  return descriptor;
}

ResultFile::~ResultFile() {
  if (claim_ && claim_->place && descriptor_ >= 0) ::close(descriptor_);
}

void ResultFile::fail() {
  if (error_ == 0) error_ = errno;
}

bool ResultFile::write(std::string_view text) {
  if (error_ == 0 && !write_all(descriptor_, text)) fail();
  return error_ == 0;
}

bool ResultFile::put_in_place() {
  if (!claim_->place) return true;
  struct stat status {};
  if (temporary_.is_there() && (::fsync(descriptor_) != 0 || ::fstat(descriptor_, &status) != 0)) return false;
  if (::close(std::exchange(descriptor_, -1)) != 0) return false;
  if (!temporary_.is_there()) return true;
  struct stat old {};
  if (claim_->writing == Writing::replaces && ::lstat(claim_->place->path.c_str(), &old) == 0 && is_written(old)) {
    errno = EEXIST;
    return false;
  }
  if (!temporary_.replace(claim_->place->path)) return false;
  add_written(status);
  return true;
}

bool ResultFile::finish(base::Diagnostics& problems) {
  if (!claim_) {
    for (const base::Diagnostic& one : refused_.kept()) problems.add(one);
    return false;
  }
  if (error_ == 0 && !put_in_place()) fail();
  if (error_ == 0) return true;
  base::Diagnostic diagnostic{};
  diagnostic.code = base::Code::unwritable_output;
  diagnostic.file = claim_->name;
  if (error_ == EPIPE) {
    diagnostic.message = "the reader closed the pipe before the end of the result";
    diagnostic.hint = "that is fine if the reader wants no more, as with head";
  } else {
    diagnostic.message = "the result could not be written completely: " + reason(error_);
  }
  problems.add(std::move(diagnostic));
  return false;
}

}  // namespace socrates::cli
