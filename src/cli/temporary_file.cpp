// SPDX-License-Identifier: Apache-2.0
//
// A signal handler may call little and allocate nothing, so the names stand in a table of fixed size, and no signal is
// let in while a name is entered: between the moment in which a file is made and the one in which its name stands in
// the table, a signal would leave it behind.

#include "cli/temporary_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdio>
#include <cstdlib>

#include "cli/raw_mode.hpp"

namespace socrates::cli {
namespace {

constexpr int fatal_signals[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXCPU};
constexpr int status_of_interrupted = 130;

struct Slot {
  volatile std::sig_atomic_t is_used = 0;
  std::array<char, PATH_MAX> path{};
};

std::array<Slot, 4> slots;  // results are written one after the other, and answers besides

extern "C" void end_by_signal(int number) {
  for (const Slot& slot : slots)
    if (slot.is_used != 0) ::unlink(slot.path.data());
  restore_terminal();
  if (number == SIGINT) ::_exit(status_of_interrupted);
  std::signal(number, SIG_DFL);
  std::raise(number);  // comes once this handler has returned
}

/// Keeps all signals out of this thread as long as it lives.
class NoSignals {
 public:
  NoSignals() {
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before_);
  }
  NoSignals(const NoSignals&) = delete;
  NoSignals& operator=(const NoSignals&) = delete;
  ~NoSignals() {
    const int error = errno;
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
    errno = error;
  }

 private:
  sigset_t before_{};
};

/// The name of a file beside the target, for mkostemp. A name so long that nothing can be put before it is cut.
std::string name_beside(const std::string& target) {
  const std::size_t slash = target.rfind('/');
  const std::size_t name = slash == std::string::npos ? 0 : slash + 1;
  constexpr std::size_t added = sizeof(".") - 1 + sizeof(".XXXXXX") - 1;
  return target.substr(0, name) + "." + target.substr(name, NAME_MAX - added) + ".XXXXXX";
}

}  // namespace

void clean_up_on_signals() {
  for (const int number : fatal_signals) {
    struct sigaction action {};
    if (::sigaction(number, nullptr, &action) != 0 || action.sa_handler == SIG_IGN) continue;
    action = {};
    action.sa_handler = end_by_signal;
    sigfillset(&action.sa_mask);
    ::sigaction(number, &action, nullptr);
  }
}

int TemporaryFile::open_beside(const std::string& target) {
  const std::string path = name_beside(target);
  if (path.size() >= PATH_MAX) {
    errno = ENAMETOOLONG;
    return -1;
  }
  const auto free = std::find_if(slots.begin(), slots.end(), [](const Slot& slot) { return slot.is_used == 0; });
  if (free == slots.end()) {
    errno = EMFILE;
    return -1;
  }
  const NoSignals quiet;
  std::copy_n(path.c_str(), path.size() + 1, free->path.begin());
  const int descriptor = ::mkostemp(free->path.data(), O_CLOEXEC);
  if (descriptor < 0) return -1;
  free->is_used = 1;
  slot_ = static_cast<std::size_t>(free - slots.begin());
  return descriptor;
}

bool TemporaryFile::replace(const std::string& target) {
  const NoSignals quiet;
  if (::rename(slots.at(slot_).path.data(), target.c_str()) != 0) return false;
  slots.at(slot_).is_used = 0;
  slot_ = no_slot;
  return true;
}

TemporaryFile::~TemporaryFile() {
  if (!is_there()) return;
  const NoSignals quiet;
  ::unlink(slots.at(slot_).path.data());
  slots.at(slot_).is_used = 0;
}

}  // namespace socrates::cli
