// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "loader/rules/catalogue_kinds.hpp"
#include "socrates/base/codes.hpp"
#include "socrates/loader/rules_loader.hpp"
#include "socrates/loader/shapes.hpp"

namespace socrates::loader {

namespace {

using base::Code;
using base::Diagnostics;

constexpr std::array<std::string_view, 5> series = {"CC", "A", "C", "PI", "P"};

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// A series, a number, a point and a number, such as `CC6.1`.
bool is_criterion_id(std::string_view id) {
  const std::size_t digit = std::min(id.find_first_of("0123456789"), id.size());
  const std::size_t point = id.find('.');
  return std::find(series.begin(), series.end(), id.substr(0, digit)) != series.end() &&
         point != std::string_view::npos && point > digit && is_number(id.substr(digit, point - digit)) &&
         is_number(id.substr(point + 1));
}

model::Category read_category(const Entry& entry, Names& seen, Diagnostics& problems) {
  model::Category category{entry.key, {}};
  read_key_id(entry, problems);
  if (!expect_mapping(entry, "a mapping of criteria to labels", problems)) return category;
  for (const Entry& member : members_of(entry)) {
    const auto label = read_text(member, problems);
    if (!is_criterion_id(member.key)) {
      report_key(Code::malformed_id, member, fmt::format("'{}' is not the id of a criterion", member.key), problems,
                 "criteria are numbered as CC6.1, A1.2, C1.1, PI1.3 or P4.2");
      continue;
    }
    const Declared declared{Declared::Kind::source, 0, member.named};
    if (declare(seen, member.key, declared, member.path, problems) && label) {
      category.criteria.push_back({member.key, *label});
    }
  }
  return category;
}

/// The criteria of each category, in the order of the file.
struct CriteriaKind {
  using Value = model::Criteria;
  [[nodiscard]] std::optional<Value> read(const Entry& entry, FormReader& reader) const {
    if (!expect_mapping(entry, "a mapping of categories", reader.problems)) return std::nullopt;
    Value criteria;
    Names seen;
    for (const Entry& category : members_of(entry)) criteria.push_back(read_category(category, seen, reader.problems));
    return criteria;
  }
  [[nodiscard]] model::Shape shape() const {
    model::Shape labels;
    labels.kind = model::Shape::Kind::map;
    labels.pattern = "^(CC|A|C|PI|P)[0-9]+\\.[0-9]+$";
    labels.of = {a_text.shape()};
    model::Shape shape;
    shape.kind = model::Shape::Kind::map;
    shape.pattern = an_id.shape().pattern;
    shape.of = {std::move(labels)};
    return shape;
  }
};

struct CriteriaFile {
  model::Criteria criteria;
};

auto criteria_form(UnfinishedRules* unfinished) {
  return form<CriteriaFile>(
      "a mapping", format_key,
      never_null_through("sources", DeclaredSourcesKind{unfinished}, Nowhere{}, "Sources by their ids."),
      never_null_through("drawn_from", SourcesKind{unfinished}, Nowhere{}, "The sources of the table."),
      required("criteria", &CriteriaFile::criteria, CriteriaKind{},
               "By category, the ids of its criteria with labels of our own."));
}

}  // namespace

model::Shape shape_of_criteria() { return criteria_form(nullptr).shape(); }

std::optional<model::Criteria> load_criteria(const base::Source& file, Diagnostics& problems) {
  auto table = load_table(file, criteria_form, problems);
  if (!table) return std::nullopt;
  return std::move(table->criteria);
}

}  // namespace socrates::loader
