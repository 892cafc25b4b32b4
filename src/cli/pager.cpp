// SPDX-License-Identifier: Apache-2.0
//
// As git does it: the pager is a command for the shell, it gets the text on its standard input, and the interrupt key
// belongs to it as long as it lives. The text is small, and written while the pager reads.

#include "cli/pager.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <optional>
#include <string>

#include "cli/files.hpp"
#include "socrates/render/layout.hpp"

extern "C" char** environ;  // NOLINT(readability-redundant-declaration): not declared everywhere

namespace socrates::cli {

namespace {

constexpr int status_of_missing_command = 127;

std::string variable(const char* name) {
  const char* const value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): no thread runs any more
  return value == nullptr ? "" : value;
}

bool is_on_path(const std::string& program) {
  const std::string path = variable("PATH");
  for (std::size_t start = 0; start <= path.size();) {
    const std::size_t end = std::min(path.find(':', start), path.size());
    if (::access((path.substr(start, end - start) + "/" + program).c_str(), X_OK) == 0) return true;
    start = end + 1;
  }
  return false;
}

/// The command for the shell; none where results are to be printed as they are.
std::optional<std::string> pager_command() {
  if (std::getenv("PAGER") != nullptr) {  // NOLINT(concurrency-mt-unsafe): no thread runs any more
    const std::string pager = variable("PAGER");
    return pager.find_first_not_of(' ') == std::string::npos || pager == "cat" ? std::nullopt : std::optional(pager);
  }
  return is_on_path("less") ? std::optional<std::string>("less -FRX") : std::nullopt;
}

/// The lines that the text takes at a terminal so wide.
std::size_t lines_at(std::string_view text, std::size_t columns) {
  std::size_t lines = 0;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    const std::size_t width = render::width_of(text.substr(start, end - start));
    lines += width <= columns ? 1 : (width + columns - 1) / columns;
    start = end + 1;
  }
  return lines;
}

bool is_longer_than_terminal(std::string_view text) {
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return false;
  return lines_at(text, size.ws_col) >= size.ws_row;
}

/// Starts the command with `input` as its standard input; -1 where it cannot be started.
pid_t start(const std::string& command, int input, int output) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
  ::posix_spawn_file_actions_addclose(&actions, output);
  ::posix_spawnattr_init(&attributes);
  sigset_t defaults;
  sigemptyset(&defaults);
  for (const int signal : {SIGPIPE, SIGXFSZ, SIGINT, SIGQUIT}) sigaddset(&defaults, signal);
  ::posix_spawnattr_setsigdefault(&attributes, &defaults);
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  std::string shell = "sh";
  std::string option = "-c";
  std::string copy = command;
  std::array<char*, 4> words{shell.data(), option.data(), copy.data(), nullptr};
  pid_t child = -1;
  if (::posix_spawnp(&child, "sh", &actions, &attributes, words.data(), environ) != 0) child = -1;
  ::posix_spawn_file_actions_destroy(&actions);
  ::posix_spawnattr_destroy(&attributes);
  return child;
}

int wait_for(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0)
    if (errno != EINTR) return -1;
  return status;
}

/// Keeps the interrupt and quit keys from this program as long as it lives.
class KeysBelongToPager {
 public:
  KeysBelongToPager() {
    struct sigaction ignored {};
    ignored.sa_handler = SIG_IGN;
    ::sigaction(SIGINT, &ignored, &interrupt_);
    ::sigaction(SIGQUIT, &ignored, &quit_);
  }
  KeysBelongToPager(const KeysBelongToPager&) = delete;
  KeysBelongToPager& operator=(const KeysBelongToPager&) = delete;
  ~KeysBelongToPager() {
    ::sigaction(SIGINT, &interrupt_, nullptr);
    ::sigaction(SIGQUIT, &quit_, nullptr);
  }

 private:
  struct sigaction interrupt_ {};
  struct sigaction quit_ {};
};

}  // namespace

bool page(std::string_view text) {
  const std::string kind = variable("TERM");
  if (::isatty(STDOUT_FILENO) == 0 || kind.empty() || kind == "dumb" || !is_longer_than_terminal(text)) return false;
  const std::optional<std::string> command = pager_command();
  std::array<int, 2> ends{};
  if (!command || ::pipe2(ends.data(), O_CLOEXEC) != 0) return false;
  const KeysBelongToPager keys;
  const pid_t child = start(*command, ends[0], ends[1]);
  ::close(ends[0]);
  if (child < 0) {
    ::close(ends[1]);
    return false;
  }
  static_cast<void>(write_all(ends[1], text));  // who leaves the pager early has seen enough
  ::close(ends[1]);
  const int status = wait_for(child);
  return !WIFEXITED(status) || WEXITSTATUS(status) != status_of_missing_command;
}

}  // namespace socrates::cli
