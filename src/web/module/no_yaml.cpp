// SPDX-License-Identifier: Apache-2.0
// The page reads no YAML: the reader would be a tenth of it.

#include "loader/text/yaml_reader.hpp"
#include "socrates/base/codes.hpp"

namespace socrates::loader {

std::optional<Node> read_yaml(const base::Source& source, base::Diagnostics& problems) {
  problems.add(base::Code::yaml_syntax, {&source, 0, 0}, "this is not JSON, and the page reads no YAML", {},
               "write JSON, which begins with '{' or '[', or use the program");
  return std::nullopt;
}

}  // namespace socrates::loader
