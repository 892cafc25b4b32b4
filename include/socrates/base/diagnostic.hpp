// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "socrates/base/code.hpp"
#include "socrates/base/source.hpp"

namespace socrates::base {

/// A problem as data. Everything a reader needs is copied in, so that it outlives the source.
/// Texts may quote the input byte for byte: whoever prints them makes them harmless first.
struct Diagnostic {
  Code code;
  std::string message;     ///< lower case, no full stop, names the offending thing in quotes
  std::string file;        ///< empty where no file is concerned
  Position at;             ///< zero where no place is concerned
  std::string path;        ///< the way to the value, such as `decisions.soc1.rules[2].when`; may be empty
  std::string hint;        ///< what to do or what was meant; may be empty
  std::string line;        ///< the line of the source at `at`, or a window of it where it is long; may be empty
  std::size_t caret = 0;   ///< where in `line` the offending token starts, in bytes from 0
  std::size_t length = 0;  ///< bytes of the offending token within `line`; 0 between two characters
  bool operator==(const Diagnostic&) const = default;
};

/// The most problems that one run reports; the rest is only counted.
inline constexpr std::size_t most_diagnostics = 100;

/// Where readers put what they find. Keeps the first `most_diagnostics` and counts all. Warnings stand apart: whoever
/// asks whether something is wrong need not know of them.
class Diagnostics {
 public:
  void add(Diagnostic diagnostic);
  /// Adds a problem at a place of a source.
  void add(Code code, Span at, std::string message, std::string path = {}, std::string hint = {});
  /// Puts what was kept in the order of files and places; what has none comes first.
  void sort_by_place();

  [[nodiscard]] bool empty() const { return count_ == 0; }
  [[nodiscard]] std::size_t count() const { return count_; }
  [[nodiscard]] const std::vector<Diagnostic>& kept() const { return kept_; }
  [[nodiscard]] const std::vector<Diagnostic>& warnings() const { return warnings_; }

 private:
  std::vector<Diagnostic> kept_;
  std::vector<Diagnostic> warnings_;
  std::size_t count_ = 0;
};

}  // namespace socrates::base
