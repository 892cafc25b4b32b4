// SPDX-License-Identifier: Apache-2.0
#include "cli/arguments.hpp"

#include <charconv>
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

std::optional<int> number_of(const Given& given, const Argument& option, int least, int most) {
  const std::string text = value_of(given, option);
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_number = error == std::errc() && end == text.data() + text.size() && text.front() != '-';
  return is_number && number >= least && number <= most ? std::optional(number) : std::nullopt;
}

void add_usage_problem(base::Diagnostics& problems, std::string message, std::string hint) {
  base::Diagnostic diagnostic{};
  diagnostic.code = base::Code::usage;
  diagnostic.message = std::move(message);
  diagnostic.hint = std::move(hint);
  problems.add(std::move(diagnostic));
}

}  // namespace socrates::cli
