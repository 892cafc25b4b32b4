// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace socrates::base {

/// Every problem that a user can cause. The enumerators stand in codes.hpp, for those who name one, so that a new code
/// compiles nobody else.
enum class Code : std::uint16_t;

/// A warning keeps nothing from being done.
enum class Severity { error, warning };

struct CodeEntry {
  Code code;
  std::string_view name;     ///< as written in the enumeration
  std::string_view id;       ///< stable, as printed: `S102`
  std::string_view summary;  ///< one line
  std::string_view help;     ///< what to do about it
  Severity severity;
};

/// The whole table, in the order of the ids.
std::span<const CodeEntry> codes();

const CodeEntry& entry(Code code);

}  // namespace socrates::base
