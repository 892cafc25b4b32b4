// SPDX-License-Identifier: Apache-2.0
#include "cli/raw_mode.hpp"

#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <string_view>

namespace socrates::cli {

namespace {

termios before_raw_mode{};  // written before is_raw, and read only while that is set
volatile std::sig_atomic_t is_raw = 0;
volatile std::sig_atomic_t is_on_screen = 0;

constexpr std::string_view screen_begin = "\x1b[?1049h\x1b[?25l";
constexpr std::string_view screen_end = "\x1b[?25h\x1b[?1049l";

/// As a signal handler may: once, and with nobody to tell where it fails.
void send(std::string_view text) {
  const int error = errno;
  [[maybe_unused]] const ssize_t count = ::write(STDERR_FILENO, text.data(), text.size());
  errno = error;
}

constexpr int crashes[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT};

extern "C" void end_by_crash(int number) {
  restore_terminal();
  std::signal(number, SIG_DFL);
  std::raise(number);  // comes once this handler has returned
}

/// Where nobody else looks after them, as sanitizers do.
void restore_on_crashes() {
  for (const int number : crashes) {
    struct sigaction action {};
    if (::sigaction(number, nullptr, &action) != 0 || action.sa_handler != SIG_DFL) continue;
    action = {};
    action.sa_handler = end_by_crash;
    sigemptyset(&action.sa_mask);
    ::sigaction(number, &action, nullptr);
  }
}

}  // namespace

void restore_terminal() {
  if (is_on_screen != 0) {
    is_on_screen = 0;
    send(screen_end);
  }
  if (is_raw == 0) return;
  is_raw = 0;
  ::tcsetattr(STDIN_FILENO, TCSANOW, &before_raw_mode);
}

RawMode::RawMode() {
  restore_on_crashes();
  enter();
}

RawMode::~RawMode() { leave(); }

void RawMode::enter() {
  if (is_raw != 0 || ::tcgetattr(STDIN_FILENO, &before_raw_mode) != 0) return;
  termios raw = before_raw_mode;
  raw.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO | IEXTEN);
  raw.c_iflag &= ~static_cast<tcflag_t>(IXON);
  raw.c_cc[VMIN] = 1;
  raw.c_cc[VTIME] = 0;
  is_raw = 1;
  ::tcsetattr(STDIN_FILENO, TCSADRAIN, &raw);
}

void RawMode::leave() { restore_terminal(); }

void RawMode::enter_screen() {
  if (is_on_screen != 0) return;
  is_on_screen = 1;
  send(screen_begin);
}

void RawMode::leave_screen() {
  if (is_on_screen == 0) return;
  is_on_screen = 0;
  send(screen_end);
}

bool RawMode::has_screen() const { return is_on_screen != 0; }

}  // namespace socrates::cli
