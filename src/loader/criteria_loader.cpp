// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "documents.hpp"
#include "draft.hpp"
#include "format_check.hpp"
#include "part.hpp"
#include "socrates/loader/rules_loader.hpp"
#include "socrates/loader/yaml_reader.hpp"

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

model::Category read_category(const Part& part, Names& seen, Diagnostics& problems) {
  model::Category category{part.key, {}};
  read_key_id(part, problems);
  if (!expect_mapping(part, "a mapping of criteria to labels", problems)) return category;
  for (const Part& member : members_of(part)) {
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

}  // namespace

std::optional<model::Criteria> load_criteria(const base::Source& file, Diagnostics& problems) {
  const std::size_t before = problems.count();
  const auto root = read_yaml(file, problems);
  if (!root) return std::nullopt;
  const Part document = root_part(*root);
  if (!is_format_1(document, problems)) return std::nullopt;
  expect_keys(document, {"format", "sources", "drawn_from", "criteria"}, problems);
  read_drawn_from(document, problems);  // for people, but what they name is checked
  model::Criteria criteria;
  const auto categories = require(document, "criteria", problems);
  if (categories && expect_mapping(*categories, "a mapping of categories", problems)) {
    Names seen;
    for (const Part& category : members_of(*categories)) criteria.push_back(read_category(category, seen, problems));
  }
  if (problems.count() > before) {
    problems.sort_by_place();
    return std::nullopt;
  }
  return criteria;
}

}  // namespace socrates::loader
