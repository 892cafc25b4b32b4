// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace socrates::cli {

/// As long as it lives, the terminal at standard input hands out keys one by one and does not show them; the keys that
/// send signals still do. However the program ends, by a signal or a crash too, the terminal is as it was before.
class RawMode {
 public:
  RawMode();
  RawMode(const RawMode&) = delete;
  RawMode& operator=(const RawMode&) = delete;
  ~RawMode();

  void enter();
  void leave();

  /// Shows an empty screen of its own, until it is left; what was shown before comes back then.
  void enter_screen();
  void leave_screen();
  [[nodiscard]] bool has_screen() const;
};

/// Puts the terminal back to how it was; may be called from a signal handler, and does nothing where nothing is to do.
void restore_terminal();

}  // namespace socrates::cli
