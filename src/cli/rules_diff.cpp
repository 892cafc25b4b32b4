// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.hpp"

#include <utility>

#include "cli/rule_sets.hpp"
#include "socrates/base/codes.hpp"
#include "socrates/engine/difference.hpp"
#include "socrates/render/difference.hpp"

namespace socrates::cli {
namespace {

/// More are no reading for people; a change that needs more is shown in part, and says so.
constexpr std::size_t most_boxes = 24;

std::optional<std::vector<SourcedRules>> read_proved(const std::string& folder, base::Diagnostics& problems) {
  std::optional<std::vector<SourcedRules>> sets = read_rule_sets(folder, problems);
  if (!sets || !prove_rule_sets(*sets, problems)) return std::nullopt;
  return sets;
}

void add_too_complex(base::Diagnostics& problems) {
  base::Diagnostic diagnostic{};
  diagnostic.code = base::Code::too_complex;
  diagnostic.message =
      "a question of the two rule sets together has more options or thresholds than a diagram can hold";
  problems.add(std::move(diagnostic));
}

/// Two rule sets, and what became of the difference between them.
struct Compared {
  const model::RuleSet* before;
  const model::RuleSet* after;
  engine::Difference difference;
};

std::string form_of(const std::vector<Compared>& all, bool is_same, const Options& options) {
  std::vector<render::RulesDifference> differences;
  for (const Compared& one : all) differences.push_back({*one.before, *one.after, one.difference});
  if (options.format == Format::json) return render::difference_json(differences, is_same);
  return written(render::difference_document(differences), options.format, color_of_result(options));
}

/// Rule sets of the same id belong together; a single one on each side does in any case.
const SourcedRules* partner_of(const SourcedRules& set, const std::vector<SourcedRules>& others, bool is_single) {
  for (const SourcedRules& other : others)
    if (other.loaded.rules.id == set.loaded.rules.id) return &other;
  return is_single && others.size() == 1 ? &others.front() : nullptr;
}

std::optional<Result> run_rules_diff(const Given& given, const Options& options, base::Diagnostics& problems) {
  const std::string before = value_of(given, "OLD");
  const std::string after = value_of(given, "NEW");
  if (before.empty() || after.empty()) {
    add_usage_problem(problems, std::string(before.empty() ? "OLD" : "NEW") + " is missing",
                      "name two folders of rules, the old and the new");
    return std::nullopt;
  }
  if (!options.rules.empty())
    add_usage_problem(problems, "option '--rules' names no rules here", "name the folders OLD and NEW");
  const std::optional<std::vector<SourcedRules>> old_sets = read_proved(before, problems);
  const std::optional<std::vector<SourcedRules>> new_sets = read_proved(after, problems);
  if (!old_sets || !new_sets || !problems.empty()) return std::nullopt;
  Result result{ExitStatus::done, {}, {}};
  std::vector<Compared> all;
  for (const SourcedRules& set : *new_sets) {
    const SourcedRules* const old = partner_of(set, *old_sets, new_sets->size() == 1);
    if (old == nullptr) {
      result.notes.push_back("the rules '" + set.loaded.rules.id + "' are new, and not compared");
      result.status = ExitStatus::no;
      continue;
    }
    auto difference = engine::difference(old->loaded.rules, set.loaded.rules, most_boxes);
    if (!difference) {
      add_too_complex(problems);
      return std::nullopt;
    }
    if (!engine::is_same_meaning(*difference)) result.status = ExitStatus::no;
    all.push_back({&old->loaded.rules, &set.loaded.rules, *std::move(difference)});
  }
  for (const SourcedRules& set : *old_sets)
    if (partner_of(set, *new_sets, old_sets->size() == 1) == nullptr) {
      result.notes.push_back("the rules '" + set.loaded.rules.id + "' are gone, and not compared");
      result.status = ExitStatus::no;
    }
  result.text = form_of(all, result.status == ExitStatus::done, options);
  return result;
}

}  // namespace

Command rules_diff_command() {
  return {"rules diff",
          "Say exactly what an edit of the rules changes",
          {Format::text, Format::json, Format::markdown, Format::html},
          {{"OLD", "OLD", "The folder of the old rules"}, {"NEW", "NEW", "The folder of the new rules"}},
          run_rules_diff};
}

}  // namespace socrates::cli
