// SPDX-License-Identifier: Apache-2.0
#include "socrates/cli/command.hpp"

#include <CLI/CLI.hpp>
#include <utility>

namespace socrates::cli {

std::vector<std::string> values_of(const CLI::App& app, const std::string& name) {
  const CLI::Option* const option = app.get_option_no_throw(name);
  return option == nullptr ? std::vector<std::string>{} : option->results();
}

std::string value_of(const CLI::App& app, const std::string& name) {
  const std::vector<std::string> values = values_of(app, name);
  return values.empty() ? std::string() : values.back();
}

bool is_given(const CLI::App& app, const std::string& name) {
  const CLI::Option* const option = app.get_option_no_throw(name);
  return option != nullptr && option->count() > 0;
}

void add_usage_problem(base::Diagnostics& problems, std::string message, std::string hint) {
  base::Diagnostic diagnostic{};
  diagnostic.code = base::Code::usage;
  diagnostic.message = std::move(message);
  diagnostic.hint = std::move(hint);
  problems.add(std::move(diagnostic));
}

}  // namespace socrates::cli
