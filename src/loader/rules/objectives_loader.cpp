// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <string>

#include "loader/rules/catalogue_kinds.hpp"
#include "loader/rules/control_id.hpp"
#include "socrates/base/codes.hpp"
#include "socrates/loader/catalogue_loader.hpp"
#include "socrates/loader/shapes.hpp"

namespace socrates::loader {
namespace {

using base::Code;
using base::Diagnostics;

constexpr auto some_options = at_least_one_once(an_id, "a list of options");

constexpr auto objective_form =
    form<model::Objective>("a mapping with a label",
                           required("label", &model::Objective::label, a_text, "The objective, in our words."),
                           never_null("activities", &model::Objective::activities, some_options,
                                      "Options of financial_activities that call for it; left out: all do."),
                           never_null("offerings", &model::Objective::offerings, some_options,
                                      "Options of offering that call for it too."),
                           never_null("not_for", &model::Objective::not_for, some_options,
                                      "Activities that do not call for it if they are the only ones."))
        .named("objective");

/// The objectives by their ids, in the order of the file.
struct ObjectivesKind {
  using Value = model::Objectives;
  [[nodiscard]] std::optional<Value> read(const Entry& entry, FormReader& reader) const {
    if (!expect_mapping(entry, "a mapping of objectives", reader.problems)) return std::nullopt;
    Value objectives;
    for (const Entry& member : members_of(entry)) {
      if (!is_control_id(member.key))
        report_key(Code::malformed_id, member, fmt::format("'{}' is not the id of an objective", shortened(member.key)),
                   reader.problems, "objectives are numbered as BP-01 or IT-01");
      auto objective = objective_form.read(member, reader);
      if (!objective) continue;
      objective->id = member.key;
      objectives.push_back(*std::move(objective));
    }
    return objectives;
  }
  [[nodiscard]] model::Shape shape() const {
    model::Shape shape;
    shape.kind = model::Shape::Kind::map;
    shape.pattern = control_id_pattern;
    shape.of = {objective_form.shape()};
    return shape;
  }
};

struct ObjectivesFile {
  model::Objectives objectives;
};

auto objectives_form(UnfinishedRules* unfinished) {
  return form<ObjectivesFile>(
      "a mapping", format_key,
      never_null_through("sources", DeclaredSourcesKind{unfinished}, Nowhere{}, "Sources by their ids."),
      never_null_through("drawn_from", SourcesKind{unfinished}, Nowhere{}, "The sources of the objectives."),
      required("objectives", &ObjectivesFile::objectives, ObjectivesKind{}, "Control objectives by their ids."));
}

}  // namespace

model::Shape shape_of_objectives() { return objectives_form(nullptr).shape(); }

std::optional<model::Objectives> load_objectives(const base::Source& file, Diagnostics& problems) {
  auto table = load_table(file, objectives_form, problems);
  if (!table) return std::nullopt;
  return std::move(table->objectives);
}

}  // namespace socrates::loader
