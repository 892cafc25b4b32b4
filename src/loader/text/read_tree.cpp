// SPDX-License-Identifier: Apache-2.0
#include "loader/text/read_tree.hpp"

#include "loader/text/yaml_reader.hpp"
#include "socrates/loader/json_reader.hpp"

namespace socrates::loader {
namespace {

bool is_yaml(const base::Source& source) {
  const std::string_view name = source.name;
  if (name.ends_with(".yaml") || name.ends_with(".yml")) return true;
  if (name.ends_with(".json")) return false;
  const std::string_view text = source.text;
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && text[first] != '{' && text[first] != '[';
}

}  // namespace

std::optional<Node> read_tree(const base::Source& source, base::Diagnostics& problems) {
  return is_yaml(source) ? read_yaml(source, problems) : read_json(source, problems);
}

}  // namespace socrates::loader
