// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.hpp"
#include "cli/forms.hpp"

#include <algorithm>

#include "cli/inputs.hpp"
#include "socrates/base/suggest.hpp"
#include "socrates/base/words.hpp"
#include "socrates/builtin/schemas.hpp"
#include "socrates/loader/shapes.hpp"
#include "socrates/render/answers_schema.hpp"
#include "socrates/render/shape.hpp"

namespace socrates::cli {
namespace {

constexpr std::string_view answers_kind = "answers";

/// An input whose schema is made of the form by which it is read.
struct FormSchema {
  std::string_view kind;
  std::string_view title;
  model::Shape (*shape)();
  render::Holds holds = render::Holds::one;
};

constexpr FormSchema form_schemas[] = {
    {"checks", "Which checks of scanners concern which controls", loader::shape_of_checks},
    {"columns", "How to read another program's list, as --columns reads it", loader::shape_of_columns},
    {"controls", "A file of the catalogue of controls", loader::shape_of_controls},
    {"criteria", "The table of Trust Services criteria", loader::shape_of_criteria},
    {"deals", "What socrates gate reads: a deal, or a list of them", loader::shape_of_deal,
     render::Holds::one_or_a_list},
    {"engagement", "The catalogue of engagements, which plans follow", loader::shape_of_engagement},
    {"objectives", "The table of control objectives", loader::shape_of_objectives},
    {"policy", "A company's own policy, as socrates gate --policy reads it", loader::shape_of_policy},
    {"profiles", "What each kind of customer asks for, as socrates gate --profiles reads it",
     loader::shape_of_profiles},
    {"record", "What socrates recommend --record FILE writes and socrates verify reads", loader::shape_of_record},
    {"reports", "The reports held, as socrates gate --reports reads them", loader::shape_of_inventory},
    {"waivers", "Failed checks that a buyer accepts, as socrates gate --waivers reads them", loader::shape_of_waivers},
};

/// Answers first, as that is what people write; the others in their order.
std::vector<std::string> kinds() {
  std::vector<std::string> names;
  for (const builtin::Schema& schema : builtin::schemas()) names.emplace_back(schema.kind);
  for (const FormSchema& schema : form_schemas) names.emplace_back(schema.kind);
  std::sort(names.begin(), names.end());
  names.emplace(names.begin(), answers_kind);
  return names;
}

constexpr Argument kind_argument{
    "KIND", "KIND", "answers (for the current rules), rules, record, recommendation, errors, ...", Times::once,
    [](const Given& /*given*/, std::string_view /*word*/) { return kinds(); }};

/// What people read: tables of the keys of one input, or of all.
std::optional<Result> tables_of(const std::string& kind, base::Diagnostics& problems) {
  std::string text;
  if (kind.empty())
    text =
        "# Inputs\n\nThis page lists the keys of deals, reports held, policies, waivers, records and catalogues, with "
        "their "
        "values\nand meanings. Unknown keys are errors. [gate.md](gate.md) says how deals are judged, and "
        "[json.md](json.md)\nhow to write answers.\n";
  std::vector<std::string> names;
  for (const FormSchema& schema : form_schemas) {
    names.emplace_back(schema.kind);
    if (!kind.empty() && schema.kind != kind) continue;
    if (!text.empty()) text += '\n';
    text += render::shape_tables(schema.kind, schema.title, schema.shape());
  }
  if (!text.empty()) return Result{ExitStatus::done, std::move(text), {}};
  add_usage_problem(problems, "there are no tables of '" + kind + "'", "one of " + base::joined(names));
  return std::nullopt;
}

std::optional<Result> run_rules_schema(const Given& given, const Options& options, base::Diagnostics& problems) {
  const std::string kind = value_of(given, kind_argument);
  if (options.format == markdown_form) return tables_of(kind, problems);
  if (kind.empty()) {
    add_usage_problem(problems, "KIND is missing", "one of " + base::joined(kinds()));
    return std::nullopt;
  }
  for (const FormSchema& schema : form_schemas)
    if (schema.kind == kind)
      return Result{ExitStatus::done, render::shape_schema(kind, schema.title, schema.shape(), schema.holds), {}};
  if (kind == answers_kind) {
    const std::optional<Rules> rules = read_rules(options.rules, problems);
    if (!rules) return std::nullopt;
    return Result{ExitStatus::done, render::answers_schema(rules->compiled().rules), {}};
  }
  for (const builtin::Schema& schema : builtin::schemas())
    if (schema.kind == kind) return Result{ExitStatus::done, std::string(schema.text), {}};
  const std::string near = base::nearest(kind, kinds());
  add_usage_problem(problems, "there is no schema of '" + kind + "'",
                    near.empty() ? "one of " + base::joined(kinds()) : "did you mean '" + near + "'?");
  return std::nullopt;
}

}  // namespace

Command rules_schema_command() {
  return {"rules schema",
          "Print a JSON Schema of what the program reads or writes",
          {json_form, markdown_form},
          {kind_argument},
          run_rules_schema};
}

}  // namespace socrates::cli
