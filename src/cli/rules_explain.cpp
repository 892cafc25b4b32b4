// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.hpp"
#include "cli/forms.hpp"

#include <algorithm>
#include <vector>

#include "socrates/base/code.hpp"
#include "socrates/base/suggest.hpp"
#include "socrates/base/words.hpp"
#include "socrates/render/codes.hpp"

namespace socrates::cli {
namespace {

std::vector<std::string> ids_of_codes() {
  std::vector<std::string> ids;
  for (const base::CodeEntry& entry : base::codes()) ids.emplace_back(entry.id);
  return ids;
}

constexpr Forms<std::vector<base::CodeEntry>> code_forms{render::codes_document, render::codes_json};

constexpr Argument code_argument{"CODE", "[CODE]...", "The codes to explain, such as S301; all if omitted", Times::any,
                                 [](const Given& /*given*/, std::string_view /*word*/) { return ids_of_codes(); }};

std::optional<std::vector<base::CodeEntry>> entries_for(const std::vector<std::string>& ids,
                                                        base::Diagnostics& problems) {
  const std::vector<base::CodeEntry> all(base::codes().begin(), base::codes().end());
  if (ids.empty()) return all;
  std::vector<base::CodeEntry> entries;
  for (const std::string& id : ids) {
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const auto& entry) { return entry.id == base::upper(id); });
    if (found != all.end()) {
      entries.push_back(*found);
      continue;
    }
    const std::string near = base::nearest(base::upper(id), ids_of_codes());
    add_usage_problem(problems, "there is no code '" + id + "'",
                      near.empty() ? "a code is an S and three digits, such as S301" : "did you mean '" + near + "'?");
  }
  if (entries.size() != ids.size()) return std::nullopt;
  return entries;
}

std::optional<Result> run_rules_explain(const Given& given, const Options& options, base::Diagnostics& problems) {
  const auto entries = entries_for(values_of(given, code_argument), problems);
  if (!entries) return std::nullopt;
  return Result{ExitStatus::done, written(code_forms, *entries, options), {}};
}

}  // namespace

Command rules_explain_command() {
  return {
      "rules explain", "Explain an error and how to fix it", names_of(code_forms), {code_argument}, run_rules_explain};
}

}  // namespace socrates::cli
