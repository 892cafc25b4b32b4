// SPDX-License-Identifier: Apache-2.0
#include "cli/arguments.hpp"

#include <utility>

#include "socrates/base/codes.hpp"

namespace socrates::cli {

std::vector<std::string> values_of(const Given& given, const Argument& argument) {
  const auto found = given.find(argument.name);
  return found == given.end() ? std::vector<std::string>{} : found->second;
}

std::string value_of(const Given& given, const Argument& argument) {
  const auto found = given.find(argument.name);
  return found == given.end() || found->second.empty() ? std::string() : found->second.back();
}

bool is_given(const Given& given, const Argument& argument) { return given.find(argument.name) != given.end(); }

void add_usage_problem(base::Diagnostics& problems, std::string message, std::string hint) {
  base::Diagnostic diagnostic{};
  diagnostic.code = base::Code::usage;
  diagnostic.message = std::move(message);
  diagnostic.hint = std::move(hint);
  problems.add(std::move(diagnostic));
}

}  // namespace socrates::cli
