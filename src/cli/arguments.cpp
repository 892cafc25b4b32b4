// SPDX-License-Identifier: Apache-2.0
#include "cli/arguments.hpp"

#include <utility>

#include "socrates/base/codes.hpp"

namespace socrates::cli {

Candidates one_of(std::vector<std::string> words) {
  return [words = std::move(words)](const Given& /*given*/, std::string_view /*word*/) { return words; };
}

std::vector<std::string> values_of(const Given& given, std::string_view name) {
  const auto found = given.find(name);
  return found == given.end() ? std::vector<std::string>{} : found->second;
}

std::string value_of(const Given& given, std::string_view name) {
  const auto found = given.find(name);
  return found == given.end() || found->second.empty() ? std::string() : found->second.back();
}

bool is_given(const Given& given, std::string_view name) { return given.find(name) != given.end(); }

void add_usage_problem(base::Diagnostics& problems, std::string message, std::string hint) {
  base::Diagnostic diagnostic{};
  diagnostic.code = base::Code::usage;
  diagnostic.message = std::move(message);
  diagnostic.hint = std::move(hint);
  problems.add(std::move(diagnostic));
}

}  // namespace socrates::cli
