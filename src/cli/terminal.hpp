// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <csignal>
#include <cstddef>
#include <string>
#include <string_view>

namespace socrates::cli {

enum class LineKind {
  text,
  too_long,     ///< longer than most_line; all of it has been read
  cut_off,      ///< the input ended within the line
  end,          ///< of input
  interrupted,  ///< by Ctrl-C, or by a signal that asks the program to end
};

struct Line {
  LineKind kind = LineKind::end;
  std::string text;  ///< without its end; any bytes
};

/// The most bytes of a line. Terminals cut lines at 4,095 bytes without a word, so the limit has to lie below that.
inline constexpr std::size_t most_line = 1024;

/// Where an interview is held.
class Terminal {
 public:
  Terminal() = default;
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;
  virtual ~Terminal() = default;

  virtual Line read_line() = 0;
  virtual void write(std::string_view text) = 0;
};

/// Reads standard input and writes standard error. While it lives, SIGINT, SIGTERM and SIGHUP do not end the program
/// but the next `read_line`; at any other time they wait, so that nothing is left half done.
class StandardTerminal : public Terminal {
 public:
  StandardTerminal();
  ~StandardTerminal() override;

  Line read_line() override;
  void write(std::string_view text) override;

 private:
  enum class Input { more, end, interrupted };
  Input read_more();

  std::string pending_;  ///< read, but not yet handed out
  sigset_t outside_{};   ///< the signal mask before
  struct sigaction old_interrupt_ {};
  struct sigaction old_terminate_ {};
  struct sigaction old_hang_up_ {};
};

/// Standard input and standard error are terminals.
bool has_terminal();

}  // namespace socrates::cli
