// SPDX-License-Identifier: Apache-2.0
#include "pseudo_terminal.hpp"

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <stdexcept>

namespace socrates::terminal {

namespace {

using Clock = std::chrono::steady_clock;

/// Longer than a slow machine takes under the sanitizers; who waits in vain waits this long once.
constexpr std::chrono::seconds patience{120};

[[noreturn]] void become_program(const std::vector<std::string>& arguments, const std::string& kind = "dumb") {
  std::vector<char*> words;
  std::string program = SOCRATES_PROGRAM;
  words.push_back(program.data());
  std::vector<std::string> copies = arguments;
  for (std::string& argument : copies) words.push_back(argument.data());
  words.push_back(nullptr);
  ::setenv("TERM", kind.c_str(), 1);
  ::setenv("LC_ALL", "C.UTF-8", 1);
  ::execv(program.c_str(), words.data());
  ::_exit(127);
}

/// The group of processes that may read from the terminal. Whoever sets it from behind must not be stopped for it.
void give_terminal_to(pid_t group) { ::tcsetpgrp(STDIN_FILENO, group); }

/// Starts the program as a job and looks after it as a shell does, and ends as it ends.
[[noreturn]] void become_shell(const std::vector<std::string>& arguments, const std::string& kind) {
  std::signal(SIGTTOU, SIG_IGN);
  const pid_t job = ::fork();
  if (job == 0) {
    ::setpgid(0, 0);
    give_terminal_to(::getpid());
    std::signal(SIGTTOU, SIG_DFL);
    become_program(arguments, kind);
  }
  ::setpgid(job, job);
  for (int status = 0; ::waitpid(job, &status, WUNTRACED) == job;) {
    give_terminal_to(::getpgrp());
    if (!WIFSTOPPED(status)) ::_exit(WIFEXITED(status) ? WEXITSTATUS(status) : 125);
    static constexpr std::string_view stopped = "[stopped]\n";
    std::array<char, 64> line{};
    if (::write(STDERR_FILENO, stopped.data(), stopped.size()) <= 0 ||
        ::read(STDIN_FILENO, line.data(), line.size()) <= 0)
      ::_exit(124);
    give_terminal_to(job);
    ::kill(-job, SIGCONT);
  }
  ::_exit(123);
}

void send_to_file(int descriptor, const char* name) {
  const int file = ::open(name, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  if (file < 0 || ::dup2(file, descriptor) < 0) ::_exit(126);
}

End end_of(pid_t child) {
  int status = 0;
  if (::waitpid(child, &status, 0) != child) throw std::runtime_error("the program cannot be waited for");
  if (WIFSIGNALED(status)) return {-1, WTERMSIG(status)};
  return {WEXITSTATUS(status), 0};
}

}  // namespace

PseudoTerminal::PseudoTerminal(const std::vector<std::string>& arguments, const std::string& folder,
                               const Surroundings& surroundings) {
  winsize size{};
  size.ws_row = 24;
  size.ws_col = 80;
  child_ = ::forkpty(&terminal_, nullptr, nullptr, &size);
  if (child_ < 0) throw std::runtime_error("there is no pseudo-terminal");
  if (child_ > 0) return;
  if (::chdir(folder.c_str()) != 0) ::_exit(126);
  if (surroundings.prints_to_file) send_to_file(STDOUT_FILENO, "stdout");
  for (const auto& [name, value] : surroundings.more) ::setenv(name.c_str(), value.c_str(), 1);
  if (surroundings.has_shell) become_shell(arguments, surroundings.kind);
  become_program(arguments, surroundings.kind);
}

void PseudoTerminal::resize(unsigned short rows, unsigned short columns) {
  winsize size{};
  size.ws_row = rows;
  size.ws_col = columns;
  ::ioctl(terminal_, TIOCSWINSZ, &size);
}

bool PseudoTerminal::is_raw() const {
  termios settings{};
  return ::tcgetattr(terminal_, &settings) == 0 && (settings.c_lflag & static_cast<tcflag_t>(ICANON | ECHO)) == 0;
}

PseudoTerminal::~PseudoTerminal() {
  if (child_ > 0) {
    ::kill(child_, SIGKILL);
    end_of(child_);
  }
  ::close(terminal_);
}

void PseudoTerminal::type(std::string_view keys) {
  while (read_some(0)) continue;
  seen_ = shown_.size();
  while (!keys.empty()) {
    const ssize_t count = ::write(terminal_, keys.data(), keys.size());
    if (count <= 0) throw std::runtime_error("the terminal takes no keys");
    keys.remove_prefix(static_cast<std::size_t>(count));
  }
}

bool PseudoTerminal::read_some(int milliseconds) {
  pollfd input{terminal_, POLLIN, 0};
  if (::poll(&input, 1, milliseconds) <= 0) return false;
  has_hung_up_ = (input.revents & POLLIN) == 0;
  if (has_hung_up_) return false;
  std::array<char, 4096> bytes{};
  const ssize_t count = ::read(terminal_, bytes.data(), bytes.size());
  for (ssize_t i = 0; i < count; ++i)
    if (bytes[static_cast<std::size_t>(i)] != '\r') shown_ += bytes[static_cast<std::size_t>(i)];
  return count > 0;
}

bool PseudoTerminal::shows(std::string_view text) {
  const auto deadline = Clock::now() + patience;
  while (!has_shown(text)) {
    if (has_hung_up_ || Clock::now() > deadline) return false;
    read_some(100);
  }
  return true;
}

void PseudoTerminal::signal(int number) { ::kill(child_, number); }

End PseudoTerminal::end() {
  const auto deadline = Clock::now() + patience;
  for (;;) {
    const bool has_read = read_some(20);
    siginfo_t ended{};
    ::waitid(P_PID, static_cast<id_t>(child_), &ended, WEXITED | WNOHANG | WNOWAIT);
    if (ended.si_pid == child_ && !has_read) break;
    if (Clock::now() > deadline) ::kill(child_, SIGKILL);
  }
  const End end = end_of(child_);
  child_ = -1;
  return end;
}

End run_without_terminal(const std::vector<std::string>& arguments, const std::string& folder) {
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("the program cannot be started");
  if (child == 0) {
    const int nothing = ::open("/dev/null", O_RDONLY);
    if (::chdir(folder.c_str()) != 0 || ::dup2(nothing, STDIN_FILENO) < 0) ::_exit(126);
    send_to_file(STDOUT_FILENO, "stdout");
    send_to_file(STDERR_FILENO, "stderr");
    become_program(arguments);
  }
  return end_of(child);
}

}  // namespace socrates::terminal
