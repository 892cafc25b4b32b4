// SPDX-License-Identifier: Apache-2.0
#include "scratch.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "socrates/loader/answers_loader.hpp"

namespace socrates::terminal {

namespace {

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

model::Answers loaded(const engine::CompiledRules& rules, const base::Source& source) {
  constexpr base::Date today{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{22}};
  base::Diagnostics problems;
  auto loaded = loader::load_answers(source, rules.rules, today, problems);
  if (!loaded) throw std::runtime_error(source.name + " holds no answers: " + source.text);
  return loaded->answers;
}

}  // namespace

Scratch::Scratch() {
  std::string name = (std::filesystem::temp_directory_path() / "socrates.XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("there is no room for temporary files");
  folder_ = name;
}

Scratch::~Scratch() {
  std::error_code error;
  std::filesystem::remove_all(folder_, error);
}

bool Scratch::has(const std::string& file) const { return std::filesystem::exists(folder_ + "/" + file); }

std::string Scratch::text_of(const std::string& file) const { return read(folder_ + "/" + file); }

void Scratch::write(const std::string& file, const std::string& text) const {
  std::ofstream(folder_ + "/" + file, std::ios::binary) << text;
}

std::vector<std::string> Scratch::names() const {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder_))
    names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

model::Answers example(const engine::CompiledRules& rules, const std::string& name) {
  const std::string path = std::string(SOCRATES_SOURCE_DIR) + "/examples/" + name;
  return loaded(rules, {path, read(path)});
}

model::Answers saved(const engine::CompiledRules& rules, const std::string& text) {
  return loaded(rules, {"saved answers", text});
}

}  // namespace socrates::terminal
