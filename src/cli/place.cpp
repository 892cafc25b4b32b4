// SPDX-License-Identifier: Apache-2.0
//
// A link in /proc/PID/fd does not lead to a path, though readlink shows one: it leads to an open file, which may have
// lost its name or have a place to write at. Following by hand stops there, where stat and realpath would go on.

#include "cli/place.hpp"

#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <climits>
#include <cstdlib>
#include <string_view>

namespace socrates::cli {
namespace {

constexpr int most_links = 40;  // as the kernel has it

/// The folder is the one of the open files of a process or of a thread.
bool holds_descriptors(std::string_view folder) { return folder.starts_with("/proc/") && folder.ends_with("/fd"); }

std::optional<int> number_of(std::string_view name) {
  int number = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  if (error != std::errc() || end != name.data() + name.size() || number < 0) return std::nullopt;
  return number;
}

/// The text of a link; nothing where there is none.
std::optional<std::string> link_at(const std::string& path) {
  std::array<char, PATH_MAX> text{};
  const ssize_t length = ::readlink(path.c_str(), text.data(), text.size());
  if (length < 0) return std::nullopt;
  return std::string(text.data(), static_cast<std::size_t>(length));
}

std::optional<struct stat> status_of(const Place& place) {
  struct stat status {};
  const int result = place.own             ? ::fstat(*place.own, &status)
                     : place.is_descriptor ? ::stat(place.path.c_str(), &status)
                                           : ::lstat(place.path.c_str(), &status);
  return result == 0 ? std::optional(status) : std::nullopt;
}

}  // namespace

std::string real_path(const std::string& path) {
  char* const real = ::realpath(path.c_str(), nullptr);
  std::string result = real == nullptr ? "" : real;
  std::free(real);  // NOLINT(cppcoreguidelines-no-malloc): realpath allocates it
  return result;
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

std::optional<Place> follow(const std::string& path) {
  std::string next = path;
  for (int links = 0; links < most_links; ++links) {
    const std::string name = next.substr(next.rfind('/') + 1);
    if (name.empty()) {
      errno = EISDIR;
      return std::nullopt;
    }
    const std::string folder = real_path(folder_of(next));
    if (folder.empty()) return std::nullopt;
    Place place{(folder == "/" ? "" : folder) + "/" + name, holds_descriptors(folder)};
    if (place.is_descriptor) {
      if (folder == real_path("/proc/self/fd") || folder == real_path("/proc/thread-self/fd"))
        place.own = number_of(name);
    } else if (const std::optional<std::string> link = link_at(place.path)) {
      next = link->starts_with('/') ? *link : folder + "/" + *link;
      continue;
    }
    place.status = status_of(place);
    return place;
  }
  errno = ELOOP;
  return std::nullopt;
}

}  // namespace socrates::cli
