// SPDX-License-Identifier: Apache-2.0
#include "socrates/cli/rules_schema.hpp"

#include "socrates/base/suggest.hpp"
#include "socrates/builtin/schemas.hpp"
#include "socrates/cli/inputs.hpp"
#include "socrates/render/answers_schema.hpp"

namespace socrates::cli {
namespace {

constexpr std::string_view answers_kind = "answers";

/// Answers first, as that is what people write; the others in their order.
std::vector<std::string> kinds() {
  std::vector<std::string> names{std::string(answers_kind)};
  for (const builtin::Schema& schema : builtin::schemas()) names.emplace_back(schema.kind);
  return names;
}

std::string listed(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names) (list += list.empty() ? "" : ", ") += name;
  return list;
}

std::optional<Result> run_rules_schema(const Given& given, const Options& options, base::Diagnostics& problems) {
  const std::string kind = value_of(given, "KIND");
  if (kind.empty()) {
    add_usage_problem(problems, "KIND is missing", "one of " + listed(kinds()));
    return std::nullopt;
  }
  if (kind == answers_kind) {
    const std::optional<Rules> rules = read_rules(options.rules, problems);
    if (!rules) return std::nullopt;
    return Result{ExitStatus::done, render::answers_schema(rules->compiled().rules), {}};
  }
  for (const builtin::Schema& schema : builtin::schemas())
    if (schema.kind == kind) return Result{ExitStatus::done, std::string(schema.text), {}};
  const std::string near = base::nearest(kind, kinds());
  add_usage_problem(problems, "there is no schema of '" + kind + "'",
                    near.empty() ? "one of " + listed(kinds()) : "did you mean '" + near + "'?");
  return std::nullopt;
}

}  // namespace

Command rules_schema_command() {
  return {"rules schema",
          "Print a JSON Schema of what is read or written",
          {Format::json},
          {{"KIND", "KIND", "answers (of the rules in force), rules, record, recommendation, errors, ..."}},
          run_rules_schema};
}

}  // namespace socrates::cli
