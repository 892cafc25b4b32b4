// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <csignal>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/keys.hpp"
#include "cli/raw_mode.hpp"
#include "cli/screen_page.hpp"

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

/// What stands before a line that is typed.
inline constexpr std::string_view prompt = "> ";

/// What comes from a terminal that shows screens.
enum class EventKind {
  key,
  redraw,  ///< the size has changed, or something else was shown meanwhile
  end,     ///< of input
  interrupted,
};

struct Event {
  EventKind kind = EventKind::end;
  Key key;
};

/// Where an interview is held.
class Terminal {
 public:
  Terminal() = default;
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;
  virtual ~Terminal() = default;

  /// The next line; `prompt` has been written before.
  virtual Line read_line() = 0;
  /// While a screen is shown, the text appears once it is left.
  virtual void write(std::string_view text) = 0;

  /// Whether the calls below may be used.
  [[nodiscard]] virtual bool has_screens() const { return false; }
  [[nodiscard]] virtual ScreenSize size() const { return {}; }
  virtual void enter_screen() {}
  virtual void leave_screen() {}
  /// Draws a page in the place of the one before; `column` is where the line is typed, if one is.
  virtual void show(const DrawnPage& /*page*/, std::optional<std::size_t> /*column*/) {}
  virtual Event read_event() { return {}; }
};

/// Reads standard input and writes standard error. At a terminal that can do so, a line can be edited with the keys
/// that are usual, and those before it come back with the arrows; elsewhere the terminal itself edits. While it lives,
/// SIGINT, SIGTERM and SIGHUP do not end the program but the next `read_line`; at any other time they wait, so that
/// nothing is left half done.
class StandardTerminal : public Terminal {
 public:
  StandardTerminal();
  ~StandardTerminal() override;

  Line read_line() override;
  void write(std::string_view text) override;
  [[nodiscard]] bool has_screens() const override;
  [[nodiscard]] ScreenSize size() const override;
  void enter_screen() override;
  void leave_screen() override;
  void show(const DrawnPage& page, std::optional<std::size_t> column) override;
  Event read_event() override;

 private:
  enum class Input { more, end, interrupted, resumed, resized, nothing };
  [[nodiscard]] sigset_t signals_while_waiting() const;
  Input read_more(std::optional<int> milliseconds = std::nullopt);
  void stop();
  Line read_plain_line();
  Line edit_line();
  Input next_key(Key& key);

  std::string pending_;  ///< read, but not yet handed out
  sigset_t outside_{};   ///< the signal mask before
  struct sigaction old_interrupt_ {};
  struct sigaction old_terminate_ {};
  struct sigaction old_hang_up_ {};
  struct sigaction old_stop_ {};
  struct sigaction old_resize_ {};
  std::string held_;  ///< written while a screen was shown
  bool can_edit_ = false;
  std::optional<RawMode> raw_;        ///< where lines are edited
  std::vector<std::string> history_;  ///< the lines before, oldest first
};

/// Standard input and standard error are terminals.
bool has_terminal();

}  // namespace socrates::cli
