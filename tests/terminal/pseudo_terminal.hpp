// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/types.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace socrates::terminal {

/// How a program ended: its exit status, or the signal that ended it.
struct End {
  int status = -1;
  int signal = 0;
  bool operator==(const End&) const = default;
};

/// How a program is started at a terminal.
struct Surroundings {
  bool prints_to_file = true;                             ///< standard output goes to the file `stdout` of its folder
  std::string kind = "dumb";                              ///< of terminal
  std::vector<std::pair<std::string, std::string>> more;  ///< further variables
  /// Behind a shell with job control: where the program is stopped, it shows `[stopped]`, and goes on with it at `fg`.
  bool has_shell = false;
};

/// The program under test, started at a terminal of 80 columns and 24 lines that echoes what is typed. Where standard
/// output goes to a file, the terminal shows standard error alone.
class PseudoTerminal {
 public:
  PseudoTerminal(const std::vector<std::string>& arguments, const std::string& folder,
                 const Surroundings& surroundings = {});
  PseudoTerminal(const PseudoTerminal&) = delete;
  PseudoTerminal& operator=(const PseudoTerminal&) = delete;
  ~PseudoTerminal();

  void type(std::string_view keys);
  /// Waits until the text is shown after what was shown when `type` was last called; false after ten seconds.
  bool shows(std::string_view text);
  /// The text is already there, after what was shown when `type` was last called.
  [[nodiscard]] bool has_shown(std::string_view text) const { return shown_.find(text, seen_) != std::string::npos; }
  /// The next prompt.
  bool prompts() { return shows("\n> "); }
  void signal(int number);
  void resize(unsigned short rows, unsigned short columns);
  /// Keys come one by one and are not echoed.
  [[nodiscard]] bool is_raw() const;
  /// Reads all that is still shown and waits for the end.
  End end();

  /// All that was shown so far, without carriage returns.
  [[nodiscard]] const std::string& shown() const { return shown_; }

 private:
  bool read_some(int milliseconds);

  pid_t child_ = -1;
  int terminal_ = -1;
  bool has_hung_up_ = false;
  std::string shown_;
  std::size_t seen_ = 0;  ///< what was shown before the last keys
};

/// Runs the program without a terminal and returns how it ended; what it prints goes to `stdout` and `stderr` in the
/// folder, and its standard input is empty.
End run_without_terminal(const std::vector<std::string>& arguments, const std::string& folder);

}  // namespace socrates::terminal
