// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace socrates::base {

/// Every problem that a user can cause, one a line in codes.def.
enum class Code {
#define SOCRATES_CODE(name, id, summary, help) name,
#define SOCRATES_WARNING(name, id, summary, help) name,
#include "socrates/base/codes.def"
#undef SOCRATES_WARNING
#undef SOCRATES_CODE
};

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
