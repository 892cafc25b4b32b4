// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

namespace socrates::loader {

enum class ScalarKind {
  none,       ///< a text
  integer,    ///< `0`, `-12`
  decimal,    ///< `2026.11`
  ambiguous,  ///< a number to some readers of YAML 1.1 or 1.2: `010`, `0x1f`, `1_000`, `1e5`, `.5`, `12:30`, `.inf`
};

/// What an unquoted YAML scalar looks like.
ScalarKind scalar_kind(std::string_view text);

/// The value of an integer as JSON writes it; nothing where it does not fit.
std::optional<long long> to_integer(std::string_view text);

}  // namespace socrates::loader
