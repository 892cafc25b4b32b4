// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.hpp"
#include "cli/forms.hpp"

#include <utility>

#include "cli/rule_sets.hpp"
#include "socrates/base/codes.hpp"
#include "socrates/engine/difference.hpp"
#include "socrates/render/rules_difference.hpp"

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
      "in the two rule sets together, a question has more options or thresholds than a diagram can hold";
  problems.add(std::move(diagnostic));
}

/// Two rule sets, and what became of the difference between them.
struct Compared {
  const model::RuleSet* before;
  const model::RuleSet* after;
  engine::Difference difference;
};

struct AllCompared {
  std::vector<Compared> all;
  bool is_same = true;  ///< in meaning, and nothing is new or gone
};

std::vector<render::RulesDifference> views_of(const AllCompared& compared) {
  std::vector<render::RulesDifference> differences;
  for (const Compared& one : compared.all) differences.push_back({*one.before, *one.after, one.difference});
  return differences;
}

constexpr Forms<AllCompared> difference_forms{
    [](const AllCompared& compared) { return render::difference_document(views_of(compared)); },
    [](const AllCompared& compared) { return render::difference_json(views_of(compared), compared.is_same); }};

constexpr Argument old_argument{"OLD", "OLD", "The folder of the old rules"};
constexpr Argument new_argument{"NEW", "NEW", "The folder of the new rules"};

/// Rule sets of the same id belong together; a single one on each side does in any case.
const SourcedRules* partner_of(const SourcedRules& set, const std::vector<SourcedRules>& others, bool is_single) {
  for (const SourcedRules& other : others)
    if (other.loaded.rules.id == set.loaded.rules.id) return &other;
  return is_single && others.size() == 1 ? &others.front() : nullptr;
}

std::optional<Result> run_rules_diff(const Given& given, const Options& options, base::Diagnostics& problems) {
  const std::string before = value_of(given, old_argument);
  const std::string after = value_of(given, new_argument);
  if (before.empty() || after.empty()) {
    add_usage_problem(problems, std::string((before.empty() ? old_argument : new_argument).name) + " is missing",
                      "name two folders of rules, the old and the new");
    return std::nullopt;
  }
  if (!options.rules.empty())
    add_usage_problem(problems, "option '--rules' names no rules here", "name the folders OLD and NEW");
  const std::optional<std::vector<SourcedRules>> old_sets = read_proved(before, problems);
  const std::optional<std::vector<SourcedRules>> new_sets = read_proved(after, problems);
  if (!old_sets || !new_sets || !problems.empty()) return std::nullopt;
  Result result{ExitStatus::done, {}, {}};
  AllCompared compared;
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
    compared.all.push_back({&old->loaded.rules, &set.loaded.rules, *std::move(difference)});
  }
  for (const SourcedRules& set : *old_sets)
    if (partner_of(set, *new_sets, old_sets->size() == 1) == nullptr) {
      result.notes.push_back("the rules '" + set.loaded.rules.id + "' are gone, and not compared");
      result.status = ExitStatus::no;
    }
  compared.is_same = result.status == ExitStatus::done;
  result.text = written(difference_forms, compared, options);
  return result;
}

}  // namespace

Command rules_diff_command() {
  return {"rules diff",
          "Show exactly which outcomes an edit of the rules changes",
          names_of(difference_forms),
          {old_argument, new_argument},
          run_rules_diff};
}

}  // namespace socrates::cli
