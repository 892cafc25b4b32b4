// SPDX-License-Identifier: Apache-2.0
#include "cli/terminal.hpp"

// A signal that comes between "was there a signal?" and "wait for input" would be lost until the next key is pressed.
// So the signals stay blocked all the time but within ppoll, which lets them in and waits in one step.

#include <fmt/format.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <initializer_list>
#include <utility>

#include "cli/edited_line.hpp"
#include "cli/files.hpp"
#include "cli/keys.hpp"

namespace socrates::cli {

namespace {

volatile std::sig_atomic_t was_interrupted = 0;

volatile std::sig_atomic_t was_stopped = 0;
volatile std::sig_atomic_t was_resized = 0;

void note_signal(int) { was_interrupted = 1; }
void note_stop(int) { was_stopped = 1; }
void note_resize(int) { was_resized = 1; }

constexpr int ending_signals[] = {SIGINT, SIGTERM, SIGHUP};

/// How long the rest of what a key sends may take.
constexpr int milliseconds_within_key = 50;
constexpr std::size_t least_columns = 20;

sigset_t set_of(std::initializer_list<int> more) {
  sigset_t signals;
  sigemptyset(&signals);
  for (const int signal : ending_signals) sigaddset(&signals, signal);
  for (const int signal : more) sigaddset(&signals, signal);
  return signals;
}

/// A terminal that obeys the few sequences that drawing a line takes.
bool can_draw() {
  const char* const kind = std::getenv("TERM");  // NOLINT(concurrency-mt-unsafe): there are no threads
  return has_terminal() && kind != nullptr && *kind != '\0' && std::string_view(kind) != "dumb";
}

constexpr std::size_t least_columns_of_screen = 40;
constexpr std::size_t least_rows_of_screen = 10;

ScreenSize size_of_terminal() {
  winsize found{};
  if (::ioctl(STDERR_FILENO, TIOCGWINSZ, &found) != 0 || found.ws_col == 0 || found.ws_row == 0) return {};
  return {found.ws_row, found.ws_col};
}

std::size_t columns() { return std::max(size_of_terminal().columns, least_columns); }

}  // namespace

StandardTerminal::StandardTerminal() : can_edit_(can_draw()) {
  was_interrupted = 0;
  const sigset_t signals = can_edit_ ? set_of({SIGTSTP, SIGWINCH}) : set_of({});
  sigprocmask(SIG_BLOCK, &signals, &outside_);
  struct sigaction action {};
  action.sa_handler = note_signal;
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, &old_interrupt_);
  sigaction(SIGTERM, &action, &old_terminate_);
  sigaction(SIGHUP, &action, &old_hang_up_);
  action.sa_handler = note_stop;
  if (!can_edit_) return;
  sigaction(SIGTSTP, &action, &old_stop_);
  action.sa_handler = note_resize;
  sigaction(SIGWINCH, &action, &old_resize_);
  raw_.emplace();  // before any prompt, so that no key after it is lost
}

StandardTerminal::~StandardTerminal() {
  leave_screen();
  raw_.reset();
  if (can_edit_) {
    sigaction(SIGTSTP, &old_stop_, nullptr);
    sigaction(SIGWINCH, &old_resize_, nullptr);
  }
  sigaction(SIGINT, &old_interrupt_, nullptr);
  sigaction(SIGTERM, &old_terminate_, nullptr);
  sigaction(SIGHUP, &old_hang_up_, nullptr);
  sigprocmask(SIG_SETMASK, &outside_, nullptr);
}

/// Ctrl-Z: the shell gets the terminal as it was, and gives it back when the program goes on.
void StandardTerminal::stop() {
  was_stopped = 0;
  const bool had_screen = raw_->has_screen();
  raw_->leave();
  sigaction(SIGTSTP, &old_stop_, nullptr);
  std::raise(SIGTSTP);
  sigset_t stop;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTSTP);
  sigprocmask(SIG_UNBLOCK, &stop, nullptr);  // it stops here
  sigprocmask(SIG_BLOCK, &stop, nullptr);
  struct sigaction action {};
  action.sa_handler = note_stop;
  sigemptyset(&action.sa_mask);
  sigaction(SIGTSTP, &action, nullptr);
  raw_->enter();
  if (had_screen) raw_->enter_screen();
}

/// Those from outside, without the ones that wake it up.
sigset_t StandardTerminal::signals_while_waiting() const {
  sigset_t signals = outside_;
  for (const int signal : ending_signals) sigdelset(&signals, signal);
  if (can_edit_)
    for (const int signal : {SIGTSTP, SIGWINCH}) sigdelset(&signals, signal);
  return signals;
}

StandardTerminal::Input StandardTerminal::read_more(std::optional<int> milliseconds) {
  const sigset_t while_waiting = signals_while_waiting();
  for (;;) {
    pollfd input{STDIN_FILENO, POLLIN, 0};
    constexpr long nanoseconds = 1'000'000;
    const timespec patience{0, milliseconds.value_or(0) * nanoseconds};
    const int ready = ::ppoll(&input, 1, milliseconds ? &patience : nullptr, &while_waiting);
    if (was_interrupted != 0) return Input::interrupted;
    if (was_stopped != 0) {
      stop();
      return Input::resumed;
    }
    if (was_resized != 0) {
      was_resized = 0;
      return Input::resized;
    }
    if (ready < 0 && errno != EINTR) return Input::end;
    if (ready == 0 && milliseconds) return Input::nothing;
    if (ready <= 0) continue;
    std::array<char, 4096> bytes{};
    const ssize_t count = ::read(STDIN_FILENO, bytes.data(), bytes.size());
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (count <= 0) return Input::end;
    pending_.append(bytes.data(), static_cast<std::size_t>(count));
    return Input::more;
  }
}

Line StandardTerminal::read_line() { return can_edit_ ? edit_line() : read_plain_line(); }

/// `more`: a key has come.
StandardTerminal::Input StandardTerminal::next_key(Key& key) {
  for (Waiting waiting = Waiting::for_more;;) {
    if (const std::optional<Key> taken = take_key(pending_, waiting)) {
      key = *taken;
      return Input::more;
    }
    const bool is_within_key = !pending_.empty();
    const Input input = read_more(is_within_key ? std::optional(milliseconds_within_key) : std::nullopt);
    if (input == Input::nothing)
      waiting = Waiting::no_longer;
    else if (input != Input::more)
      return input;
  }
}

Line StandardTerminal::edit_line() {
  EditedLine line(history_, most_line);
  bool is_too_long = false;
  for (bool is_drawn = true;;) {
    if (!is_drawn && pending_.empty()) {  // what is pasted is drawn once
      const EditedLine::View view = line.view(columns() - prompt.size());
      write(fmt::format("\r{}{}\x1b[K\r\x1b[{}C", prompt, view.text, prompt.size() + view.column));
      is_drawn = true;
    }
    Key key;
    switch (next_key(key)) {
      case Input::end:
        return {line.text().empty() ? LineKind::end : LineKind::cut_off, {}};
      case Input::interrupted:
        return {LineKind::interrupted, {}};
      case Input::resumed:
      case Input::resized:
      case Input::nothing:
        is_drawn = false;
        continue;
      case Input::more:
        break;
    }
    if (key.kind == KeyKind::end_of_input && line.text().empty()) return {LineKind::end, {}};
    if (key.kind == KeyKind::enter) break;
    const bool has_worked = line.apply(key);
    is_too_long = is_too_long || (key.kind == KeyKind::text && !has_worked);
    is_drawn = is_drawn && !has_worked;
  }
  write(fmt::format("\r{}{}\x1b[K\n", prompt, line.view(columns() - prompt.size()).text));
  if (is_too_long) return {LineKind::too_long, {}};
  if (!line.text().empty() && (history_.empty() || history_.back() != line.text())) history_.push_back(line.text());
  return {LineKind::text, line.text()};
}

Line StandardTerminal::read_plain_line() {
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

bool StandardTerminal::has_screens() const {
  const ScreenSize found = size_of_terminal();
  return can_edit_ && ::isatty(STDOUT_FILENO) != 0 && found.columns >= least_columns_of_screen &&
         found.rows >= least_rows_of_screen;
}

ScreenSize StandardTerminal::size() const { return size_of_terminal(); }

void StandardTerminal::enter_screen() { raw_->enter_screen(); }

void StandardTerminal::leave_screen() {
  if (raw_) raw_->leave_screen();
  write(std::exchange(held_, {}));
}

/// In one piece and over what is there, so that nothing flickers.
void StandardTerminal::show(const DrawnPage& page, std::optional<std::size_t> column) {
  std::string text = "\x1b[?25l\x1b[H";
  for (std::size_t i = 0; i < page.lines.size(); ++i)
    text += fmt::format("{}{}\x1b[K", i == 0 ? "" : "\r\n", page.lines[i]);
  text += "\x1b[J";
  if (column) text += fmt::format("\x1b[{};{}H\x1b[?25h", page.cursor_row + 1, *column + 1);
  static_cast<void>(write_all(STDERR_FILENO, text));
}

Event StandardTerminal::read_event() {
  Event event{EventKind::key, {}};
  switch (next_key(event.key)) {
    case Input::more:
      break;
    case Input::end:
      return {EventKind::end, {}};
    case Input::interrupted:
      return {EventKind::interrupted, {}};
    case Input::resumed:
    case Input::resized:
    case Input::nothing:
      return {EventKind::redraw, {}};
  }
  if (event.key.kind == KeyKind::redraw) event.kind = EventKind::redraw;
  return event;
}

void StandardTerminal::write(std::string_view text) {
  if (raw_ && raw_->has_screen()) {
    held_ += text;
    return;
  }
  static_cast<void>(write_all(STDERR_FILENO, text));  // a terminal that is gone shows at the next read
}

bool has_terminal() { return ::isatty(STDIN_FILENO) != 0 && ::isatty(STDERR_FILENO) != 0; }

}  // namespace socrates::cli
