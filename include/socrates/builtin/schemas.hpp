// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace socrates::builtin {

/// A JSON Schema (2020-12) of something that is read or written.
struct Schema {
  std::string_view kind;  ///< `recommendation`, `rules`, ...
  std::string_view text;  ///< the document, its last line ended
};

/// All that are the same for every rule set, in the order of their kinds. Each lies in the tree beside the code that
/// reads or writes what it describes.
std::span<const Schema> schemas();

}  // namespace socrates::builtin
