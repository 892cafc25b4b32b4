// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "socrates/engine/compiled_rules.hpp"
#include "socrates/model/answers.hpp"

namespace socrates::terminal {

/// A new, empty folder, removed with all that is in it at the end of the scope.
class Scratch {
 public:
  Scratch();
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch();

  [[nodiscard]] const std::string& folder() const { return folder_; }
  [[nodiscard]] bool has(const std::string& file) const;
  [[nodiscard]] std::string text_of(const std::string& file) const;
  void write(const std::string& file, const std::string& text) const;
  /// The names in the folder, sorted.
  [[nodiscard]] std::vector<std::string> names() const;

 private:
  std::string folder_;
};

/// The answers of an example of the project, all of them.
model::Answers example(const engine::CompiledRules& rules, const std::string& name);

/// The answers of a file that an interview saved; fails the test where it cannot be read.
model::Answers saved(const engine::CompiledRules& rules, const std::string& text);

}  // namespace socrates::terminal
