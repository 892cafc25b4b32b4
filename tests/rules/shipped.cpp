// SPDX-License-Identifier: Apache-2.0
#include "shipped.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "socrates/builtin/rules.hpp"

namespace socrates::test {

base::Source project_file(const std::string& path) {
  std::ifstream file(std::string(SOCRATES_SOURCE_DIR) + "/" + path, std::ios::binary);
  if (!file) throw std::runtime_error("no file " + path);
  return {path, {std::istreambuf_iterator<char>(file), {}}};
}

std::vector<base::Source> selection_files() {
  const std::filesystem::path root = SOCRATES_SOURCE_DIR;
  std::vector<base::Source> files;
  for (const auto& entry : std::filesystem::directory_iterator(root / "rules/selection"))
    if (entry.path().extension() == ".yaml")
      files.push_back(project_file("rules/selection/" + entry.path().filename().string()));
  return files;
}

const engine::CompiledRules& shipped() {
  static const engine::CompiledRules& rules = builtin::selection_rules();
  return rules;
}

}  // namespace socrates::test
