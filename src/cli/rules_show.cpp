// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.hpp"
#include "cli/forms.hpp"

#include <fmt/format.h>

#include <numeric>
#include <utility>

#include "cli/rule_candidates.hpp"
#include "cli/rule_sets.hpp"
#include "cli/rules_folder.hpp"
#include "socrates/base/suggest.hpp"
#include "socrates/render/control_library.hpp"
#include "socrates/render/rules_document.hpp"

namespace socrates::cli {
namespace {

using Decisions = std::vector<std::size_t>;
using Views = std::vector<render::RulesView>;

template <std::string (*GraphOf)(const model::RuleSet&, const Decisions&)>
std::string graphs_of(const Views& views) {
  std::string text;
  for (const render::RulesView& view : views) text += GraphOf(view.rules, view.decisions);
  return text;
}

constexpr Form<Views> dot{"dot", graphs_of<render::rules_dot>};
constexpr Form<Views> mermaid{"mermaid", graphs_of<render::rules_mermaid>};
constexpr Form<Views> graphs[] = {dot, mermaid};
constexpr Forms<Views> rules_forms{render::rules_document, nullptr, graphs};

/// The catalogue of controls, in place of the rules.
constexpr std::string_view library_form = "ciso-assistant";

std::vector<std::string_view> forms_of_rules() {
  std::vector<std::string_view> names = names_of(rules_forms);
  names.push_back(library_form);
  return names;
}

constexpr Argument decision_option{"--decision", "ID", "Show only this decision; can be repeated", Times::any,
                                   candidates_for_decision};

/// The decisions asked for; of a graph all where none is.
std::optional<Decisions> decisions_of(const model::RuleSet& rules, const std::vector<std::string>& ids,
                                      base::Diagnostics& problems) {
  Decisions decisions;
  for (const std::string& id : ids) {
    if (const auto decision = model::find_decision(rules, id)) {
      decisions.push_back(*decision);
      continue;
    }
    std::vector<std::string> known;
    for (const model::Decision& decision : rules.decisions) known.push_back(decision.id);
    add_usage_problem(problems, "there is no decision '" + id + "'", base::suggestion(id, known));
  }
  if (decisions.size() != ids.size()) return std::nullopt;
  return decisions;
}

/// The usual renderers of Mermaid draw no more (`maxEdges`), and show an error in place of the graph.
constexpr std::size_t most_edges = 500;

/// False after a report where the graph is larger than what can be drawn.
bool can_be_drawn(const model::RuleSet& rules, const Decisions& decisions, const Options& options,
                  base::Diagnostics& problems) {
  if (options.format != mermaid.name) return true;
  const std::size_t edges = render::count_edges(rules, decisions);
  if (edges <= most_edges) return true;
  add_usage_problem(
      problems, fmt::format("the graph has {} edges, and Mermaid renderers draw at most {}", edges, most_edges),
      decisions.size() > 1 ? "draw one decision with --decision ID, such as " + rules.decisions[decisions[0]].id
                           : "--format dot has no such limit");
  return false;
}

std::optional<Result> control_library(const Given& given, const std::string& folder, base::Diagnostics& problems) {
  if (is_given(given, decision_option)) {
    add_usage_problem(problems, fmt::format("there are no decisions in the form {}", library_form));
    return std::nullopt;
  }
  const auto criteria = read_criteria(folder, problems);
  const auto objectives = read_objectives(folder, problems);
  if (!criteria || !objectives) return std::nullopt;
  const auto controls = read_controls(folder, *criteria, *objectives, problems);
  if (!controls) return std::nullopt;
  return Result{ExitStatus::done, render::ciso_assistant_library(*controls), {}};
}

std::optional<Result> run_rules_show(const Given& given, const Options& options, base::Diagnostics& problems) {
  const std::optional<std::string> folder = folder_of_rules(given, options, problems);
  if (!folder) return std::nullopt;
  if (options.format == library_form) return control_library(given, *folder, problems);
  const std::optional<std::vector<SourcedRules>> sets = read_rule_sets(*folder, problems);
  if (!sets) return std::nullopt;
  // What is built in was proved when the program was built.
  if (!folder->empty() && !prove_rule_sets(*sets, problems)) return std::nullopt;
  const std::vector<std::string> ids = values_of(given, decision_option);
  // Decisions by name are those of the first rule set, and a text of Mermaid holds one graph.
  const bool is_graph = options.format == dot.name || options.format == mermaid.name;
  const std::size_t count = ids.empty() && options.format != mermaid.name ? sets->size() : 1;
  Views views;
  for (std::size_t i = 0; i < count; ++i) {
    const model::RuleSet& rules = (*sets)[i].loaded.rules;
    std::optional<Decisions> decisions = decisions_of(rules, ids, problems);
    if (!decisions) return std::nullopt;
    if (is_graph && decisions->empty()) {
      decisions->resize(rules.decisions.size());
      std::iota(decisions->begin(), decisions->end(), std::size_t{0});
    }
    if (!can_be_drawn(rules, *decisions, options, problems)) return std::nullopt;
    views.push_back({rules, *std::move(decisions)});
  }
  return Result{ExitStatus::done, written(rules_forms, views, options), {}};
}

}  // namespace

Command rules_show_command() {
  return {"rules show",
          "Print the rules as a document or a graph",
          forms_of_rules(),
          {folder_argument, decision_option, sources_option},
          run_rules_show};
}

}  // namespace socrates::cli
