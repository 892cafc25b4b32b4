// SPDX-License-Identifier: Apache-2.0
#include "render/deal_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "render/machine/json_form.hpp"
#include "socrates/base/words.hpp"

namespace socrates::render {
namespace {

using model::Anything;
using Kind = Anything::Kind;

const Anything* member_of(const Anything& object, std::string_view key) {
  const auto found = std::find_if(object.members.begin(), object.members.end(),
                                  [&](const auto& member) { return member.first == key; });
  return found == object.members.end() ? nullptr : &found->second;
}

/// Names by semicolons; one behind the only name where it could be read as several, or as none.
std::string list_text(const Anything& list) {
  if (list.items.empty()) return "none";
  std::vector<std::string> names;
  for (const Anything& item : list.items) names.push_back(item.text);
  const bool looks_like_more = names.size() == 1 && (names.front().find(',') != std::string::npos ||
                                                     base::lower(names.front()) == "none" || names.front() == "?");
  return base::joined(names, "; ") + (looks_like_more ? ";" : "");
}

std::string cell_text(const Anything& value) {
  switch (value.kind) {
    case Kind::null:
      return "?";
    case Kind::boolean:
      return value.yes ? "yes" : "no";
    case Kind::number:
    case Kind::text:
      return value.text;
    case Kind::list:
      return list_text(value);
    case Kind::object:
      return json_of(value).dump();
  }
  return {};
}

/// An answer as sheets of answers have it: `a, not:b, ?` of what is known in part.
std::string answer_text(const Anything& answer) {
  if (answer.kind == Kind::list) {
    std::vector<std::string> names;
    for (const Anything& item : answer.items) names.push_back(item.text);
    return names.empty() ? "none" : base::joined(names, ",");
  }
  if (answer.kind != Kind::object) return cell_text(answer);
  std::vector<std::string> words;
  if (const Anything* const has = member_of(answer, "has"))
    for (const Anything& item : has->items) words.push_back(item.text);
  if (const Anything* const refused = member_of(answer, "not"))
    for (const Anything& item : refused->items) words.push_back("not:" + item.text);
  words.emplace_back("?");
  return base::joined(words);
}

void add_due(const Anything& due, DealRow& row) {
  for (const auto& [part, value] : due.members) row["due." + part] = cell_text(value);
}

void add_requirement(const Anything& requirement, DealRow& row) {
  for (const auto& [key, value] : requirement.members) {
    if (key == "id" && value.kind == Kind::null) continue;
    if (key == "due" && value.kind == Kind::object)
      add_due(value, row);
    else
      row[key == "id" ? "requirement" : key] = cell_text(value);
  }
}

/// A row for each alternative, under the name of the requirement.
void add_alternatives(const Anything& requirement, std::size_t number, std::vector<DealRow>& rows) {
  const Anything* const id = member_of(requirement, "id");
  const Anything* const due = member_of(requirement, "due");
  for (const Anything& alternative : member_of(requirement, "any_of")->items) {
    DealRow row;
    if (due != nullptr && member_of(alternative, "due") == nullptr) add_due(*due, row);
    add_requirement(alternative, row);
    row["requirement"] = id != nullptr && id->kind != Kind::null ? cell_text(*id) : fmt::format("r{}", number);
    rows.push_back(std::move(row));
  }
}

}  // namespace

std::vector<DealRow> rows_of(const Anything& deal) {
  std::vector<DealRow> rows;
  const Anything* const requirements = member_of(deal, "requires");
  if (requirements != nullptr)
    for (std::size_t i = 0; i < requirements->items.size(); ++i) {
      const Anything& requirement = requirements->items[i];
      if (member_of(requirement, "any_of") != nullptr)
        add_alternatives(requirement, i + 1, rows);
      else
        add_requirement(requirement, rows.emplace_back());
    }
  const Anything* const promises = member_of(deal, "promises");
  rows.resize(std::max({rows.size(), std::size_t{1}, promises != nullptr ? promises->items.size() : 0}));
  if (promises != nullptr)
    for (std::size_t i = 0; i < promises->items.size(); ++i)
      for (const auto& [key, value] : promises->items[i].members) rows[i]["promise." + key] = cell_text(value);
  for (const auto& [key, value] : deal.members) {
    if (key == "requires" || key == "promises") continue;
    if (key == "answers" && value.kind == Kind::object)
      for (const auto& [question, answer] : value.members) rows.front()["answers." + question] = answer_text(answer);
    else if (key == "meta" && value.kind == Kind::object)
      for (const auto& [name, text] : value.members) rows.front()["meta." + name] = cell_text(text);
    else
      rows.front()[key] = cell_text(value);
  }
  const bool is_left_to_the_rules =
      requirements != nullptr ? requirements->items.empty() : member_of(deal, "profile") == nullptr;
  if (is_left_to_the_rules) rows.front()["requires"] = "none";
  if (const Anything* const id = member_of(deal, "id"))
    for (DealRow& row : rows) row["id"] = cell_text(*id);
  return rows;
}

}  // namespace socrates::render
