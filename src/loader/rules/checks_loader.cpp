// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <utility>

#include "loader/rules/catalogue_kinds.hpp"
#include "socrates/base/codes.hpp"
#include "socrates/base/sha256.hpp"
#include "socrates/base/suggest.hpp"
#include "socrates/base/words.hpp"
#include "socrates/loader/findings_loader.hpp"
#include "socrates/loader/shapes.hpp"

namespace socrates::loader {
namespace {

using base::Code;
using base::Diagnostics;

constexpr auto some_controls = at_least_one_once(a_text, "a list of controls");

constexpr auto scanner_check_form =
    form<model::Check>(
        "a mapping with controls and because",
        required("controls", &model::Check::controls, some_controls,
                 "The controls that a failure contradicts, by their ids."),
        required("because", &model::Check::because, a_text, "What a failure of the check means, in our words."))
        .named("check");

/// The checks of each scanner, in the order of the file.
struct ScannersKind {
  using Value = std::vector<model::Check>;
  const model::ControlCatalogue* catalogue;

  [[nodiscard]] std::optional<Value> read(const Entry& entry, FormReader& reader) const {
    if (!expect_mapping(entry, "a mapping of scanners", reader.problems)) return std::nullopt;
    Value checks;
    for (const Entry& scanner : members_of(entry)) {
      if (!expect_mapping(scanner, "a mapping of checks", reader.problems)) continue;
      for (const Entry& member : members_of(scanner)) {
        auto check = scanner_check_form.read(member, reader);
        if (!check) continue;
        check->scanner = base::lower(scanner.key);
        check->id = member.key;
        for (const std::string& control : check->controls) expect_known(control, member, reader);
        checks.push_back(*std::move(check));
      }
    }
    return checks;
  }

  void expect_known(const std::string& control, const Entry& check, FormReader& reader) const {
    if (catalogue == nullptr || model::find_control(*catalogue, control)) return;
    std::vector<std::string> known;
    for (const model::Control& each : catalogue->controls) known.push_back(each.id);
    report_key(Code::unknown_control, check,
               fmt::format("the check '{}' names the control '{}', which the catalogue does not have",
                           shortened(check.key), shortened(control)),
               reader.problems, base::suggestion(control, known));
  }

  [[nodiscard]] model::Shape shape() const {
    model::Shape checks;
    checks.kind = model::Shape::Kind::map;
    checks.of = {scanner_check_form.shape()};
    model::Shape shape;
    shape.kind = model::Shape::Kind::map;
    shape.of = {std::move(checks)};
    return shape;
  }
};

auto checks_form(const model::ControlCatalogue* catalogue) {
  return form<model::CheckTable>(
      "a mapping with scanners", format_key, required("id", &model::CheckTable::id, an_id, "The name of the table."),
      required("version", &model::CheckTable::version, a_version, "Its version."),
      required("scanners", &model::CheckTable::checks, ScannersKind{catalogue},
               "By scanner, in lower case, and by the id of the check: the controls that a failure contradicts."));
}

}  // namespace

model::Shape shape_of_checks() { return checks_form(nullptr).shape(); }

std::optional<model::CheckTable> load_checks(const base::Source& file, const model::ControlCatalogue& controls,
                                             Diagnostics& problems) {
  auto table = load_table(
      file, [&](UnfinishedRules*) { return checks_form(&controls); }, problems);
  if (table) table->sha256 = base::sha256_hex(file.text);
  return table;
}

}  // namespace socrates::loader
