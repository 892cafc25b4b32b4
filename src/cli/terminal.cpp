// SPDX-License-Identifier: Apache-2.0
#include "cli/terminal.hpp"

// A signal that comes between "was there a signal?" and "wait for input" would be lost until the next key is pressed.
// So the signals stay blocked all the time but within ppoll, which lets them in and waits in one step.

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "cli/files.hpp"

namespace socrates::cli {

namespace {

volatile std::sig_atomic_t was_interrupted = 0;

void note_signal(int) { was_interrupted = 1; }

sigset_t ending_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&signals, signal);
  return signals;
}

}  // namespace

StandardTerminal::StandardTerminal() {
  was_interrupted = 0;
  const sigset_t signals = ending_signals();
  sigprocmask(SIG_BLOCK, &signals, &outside_);
  struct sigaction action {};
  action.sa_handler = note_signal;
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, &old_interrupt_);
  sigaction(SIGTERM, &action, &old_terminate_);
  sigaction(SIGHUP, &action, &old_hang_up_);
}

StandardTerminal::~StandardTerminal() {
  sigaction(SIGINT, &old_interrupt_, nullptr);
  sigaction(SIGTERM, &old_terminate_, nullptr);
  sigaction(SIGHUP, &old_hang_up_, nullptr);
  sigprocmask(SIG_SETMASK, &outside_, nullptr);
}

StandardTerminal::Input StandardTerminal::read_more() {
  for (;;) {
    sigset_t while_waiting = outside_;
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigdelset(&while_waiting, signal);
    pollfd input{STDIN_FILENO, POLLIN, 0};
    const int ready = ::ppoll(&input, 1, nullptr, &while_waiting);
    if (was_interrupted != 0) return Input::interrupted;
    if (ready < 0 && errno != EINTR) return Input::end;
    if (ready <= 0) continue;
    std::array<char, 4096> bytes{};
    const ssize_t count = ::read(STDIN_FILENO, bytes.data(), bytes.size());
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (count <= 0) return Input::end;
    pending_.append(bytes.data(), static_cast<std::size_t>(count));
    return Input::more;
  }
}

Line StandardTerminal::read_line() {
  bool is_too_long = false;
  std::size_t searched = 0;
  for (;;) {
    const std::size_t end = pending_.find('\n', searched);
    if (end != std::string::npos) {
      Line line{LineKind::text, pending_.substr(0, end)};
      pending_.erase(0, end + 1);
      if (is_too_long || line.text.size() > most_line) return {LineKind::too_long, {}};
      return line;
    }
    if (pending_.size() > most_line) {
      is_too_long = true;
      pending_.clear();
    }
    searched = pending_.size();
    const Input input = read_more();
    if (input == Input::interrupted) return {LineKind::interrupted, {}};
    if (input == Input::end) {
      const bool is_cut_off = is_too_long || !pending_.empty();
      pending_.clear();
      return {is_cut_off ? LineKind::cut_off : LineKind::end, {}};
    }
  }
}

void StandardTerminal::write(std::string_view text) {
  static_cast<void>(write_all(STDERR_FILENO, text));  // a terminal that is gone shows at the next read
}

bool has_terminal() { return ::isatty(STDIN_FILENO) != 0 && ::isatty(STDERR_FILENO) != 0; }

}  // namespace socrates::cli
