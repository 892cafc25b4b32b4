// SPDX-License-Identifier: Apache-2.0
#include "socrates/loader/engagement_loader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <set>
#include <span>
#include <utility>
#include <vector>

#include "documents.hpp"
#include "draft.hpp"
#include "format_check.hpp"
#include "part.hpp"
#include "questions_loader.hpp"
#include "socrates/base/suggest.hpp"
#include "socrates/loader/yaml_reader.hpp"

namespace socrates::loader {

namespace {

using base::Code;
using base::Diagnostics;

constexpr int most_weeks = 520;
constexpr int most_months = 60;
constexpr int most_money = 100'000'000;
constexpr std::string_view currencies[] = {"INR", "USD"};

/// The number under a mandatory key, from 0 to `most`; nothing after a report.
std::optional<int> require_number(const Part& mapping, std::string_view key, int most, Diagnostics& problems) {
  const auto part = require(mapping, key, problems);
  if (!part) return std::nullopt;
  if (part->node->kind != Node::Kind::integer) {
    report(Code::wrong_value, *part, fmt::format("expected a whole number, found {}", describe(*part->node)), problems);
    return std::nullopt;
  }
  const long long number = part->node->integer;
  if (number >= 0 && number <= most) return static_cast<int>(number);
  report(Code::wrong_value, *part, fmt::format("expected a number from 0 to {}, found {}", most, number), problems);
  return std::nullopt;
}

/// Those of the numbers that could be read must ascend.
void expect_order(const Part& part, std::initializer_list<std::optional<int>> numbers, Diagnostics& problems) {
  std::vector<int> known;
  for (const auto& number : numbers)
    if (number) known.push_back(*number);
  if (std::is_sorted(known.begin(), known.end())) return;
  const std::string whose = part.key.empty() ? "" : fmt::format(" of '{}'", part.key);
  report_key(Code::range_out_of_order, part, fmt::format("the numbers{} do not ascend", whose), problems,
             "write the least first, then the likely, then the most");
}

model::Weeks require_weeks(const Part& mapping, std::string_view key, int most, Diagnostics& problems) {
  const auto part = require(mapping, key, problems);
  if (!part || !expect_mapping(*part, "a mapping with least, likely and most", problems)) return {};
  expect_keys(*part, {"least", "likely", "most"}, problems);
  const auto least = require_number(*part, "least", most, problems);
  const auto likely = require_number(*part, "likely", most, problems);
  const auto at_most = require_number(*part, "most", most, problems);
  expect_order(*part, {least, likely, at_most}, problems);
  return {least.value_or(0), likely.value_or(0), at_most.value_or(0)};
}

model::Phase read_phase(const Part& part, Draft& draft, Diagnostics& problems) {
  model::Phase phase;
  phase.id = part.key;
  expect_keys(part, {"title", "does", "weeks", "people", "control", "sources"}, problems);
  phase.title = require_text(part, "title", problems);
  phase.does = require_text(part, "does", problems);
  phase.weeks = require_weeks(part, "weeks", most_weeks, problems);
  if (const auto people = require(part, "people", problems))
    phase.needs_people = read_boolean(*people, problems).value_or(false);
  phase.control = optional_text(part, "control", problems);
  phase.sources = require_sources(part, draft, problems);
  return phase;
}

model::CostRange read_range(const Part& part, Draft& draft, Diagnostics& problems) {
  model::CostRange range;
  expect_keys(part, {"currency", "locale", "low", "likely", "high", "sources"}, problems);
  range.currency = require_text(part, "currency", problems);
  if (!range.currency.empty() &&
      std::find(std::begin(currencies), std::end(currencies), range.currency) == std::end(currencies)) {
    report(Code::wrong_value, *find(part, "currency"),
           fmt::format("expected INR or USD, found '{}'", shortened(range.currency)), problems);
  }
  range.locale = require_text(part, "locale", problems);
  const auto low = require_number(part, "low", most_money, problems);
  if (find(part, "likely")) range.likely = require_number(part, "likely", most_money, problems);
  const auto high = require_number(part, "high", most_money, problems);
  expect_order(part, {low, range.likely, high}, problems);
  range.low = low.value_or(0);
  range.high = high.value_or(0);
  range.sources = require_sources(part, draft, problems);
  return range;
}

model::Cost read_cost(const Part& part, Draft& draft, Diagnostics& problems) {
  model::Cost cost{part.key, {}, {}};
  expect_keys(part, {"title", "ranges"}, problems);
  cost.title = require_text(part, "title", problems);
  const auto ranges = require(part, "ranges", problems);
  if (!ranges || !expect_list(*ranges, "a list of ranges", problems)) return cost;
  std::set<std::string> seen;
  for (const Part& item : items_of(*ranges)) {
    if (!expect_mapping(item, "a mapping with currency, locale, low, likely, high and sources", problems)) continue;
    model::CostRange range = read_range(item, draft, problems);
    if (!seen.insert(range.currency).second)
      report(Code::repeated_id, item, fmt::format("the currency '{}' has a range already", shortened(range.currency)),
             problems);
    cost.ranges.push_back(std::move(range));
  }
  return cost;
}

model::OptionAdvice read_option(const Part& part, Draft& draft, Diagnostics& problems) {
  expect_keys(part, {"title", "condition", "tell", "sources"}, problems);
  model::OptionAdvice advice;
  advice.id = part.key;
  advice.title = require_text(part, "title", problems);
  advice.condition = optional_text(part, "condition", problems);
  advice.tell = require_text(part, "tell", problems);
  advice.sources = require_sources(part, draft, problems);
  return advice;
}

/// Reads the mapping under `key`, which has a member for each of the ids and no other, into the order of the ids.
template <class Entry>
std::vector<Entry> read_all(const Part& document, std::string_view key, std::span<const std::string_view> ids,
                            Entry (*read)(const Part&, Draft&, Diagnostics&), Draft& draft, Diagnostics& problems) {
  std::vector<Entry> entries;
  const auto part = require(document, key, problems);
  if (!part || !expect_mapping(*part, "a mapping", problems)) return entries;
  for (const Part& member : members_of(*part)) {
    if (std::find(ids.begin(), ids.end(), member.key) != ids.end()) continue;
    report_key(Code::unknown_key, member, fmt::format("unknown key '{}'", shortened(member.key)), problems,
               base::suggestion(member.key, {ids.begin(), ids.end()}));
  }
  for (const std::string_view id : ids) {
    const auto member = require(*part, id, problems);
    const bool is_mapping = member && expect_mapping(*member, "a mapping", problems);
    entries.push_back(is_mapping ? read(*member, draft, problems) : Entry());
  }
  return entries;
}

model::PeriodLengths read_periods(const Part& part, Draft& draft, Diagnostics& problems) {
  expect_keys(part, {"shortest", "usual", "next", "bridge", "fastest_weeks", "sources"}, problems);
  model::PeriodLengths periods;
  const auto shortest = require_number(part, "shortest", most_months, problems);
  const auto usual = require_number(part, "usual", most_months, problems);
  const auto next = require_number(part, "next", most_months, problems);
  expect_order(part, {1, shortest, usual, next}, problems);
  periods.shortest = shortest.value_or(0);
  periods.usual = usual.value_or(0);
  periods.next = next.value_or(0);
  periods.bridge = require_number(part, "bridge", most_months, problems).value_or(0);
  periods.fastest = require_number(part, "fastest_weeks", most_weeks, problems).value_or(0);
  periods.sources = require_sources(part, draft, problems);
  return periods;
}

model::YearCoverage read_years(const Part& part, Draft& draft, Diagnostics& problems) {
  expect_keys(part, {"sources"}, problems);
  model::YearCoverage years;
  years.sources = require_sources(part, draft, problems);
  return years;
}

void read_second_report(const Part& part, model::Engagement& engagement, Draft& draft, Diagnostics& problems) {
  expect_keys(part, {"percent", "sources"}, problems);
  engagement.second_report = require_weeks(part, "percent", 100, problems);
  engagement.second_report_sources = require_sources(part, draft, problems);
}

void read_meanwhile(const Part& part, model::Engagement& engagement, Draft& draft, Diagnostics& problems) {
  expect_keys(part, {"show", "sources"}, problems);
  const auto show = require(part, "show", problems);
  if (show && expect_list(*show, "a list of texts", problems)) {
    for (const Part& item : items_of(*show))
      if (auto text = read_text(item, problems)) engagement.meanwhile.push_back(*std::move(text));
  }
  engagement.meanwhile_sources = require_sources(part, draft, problems);
}

/// The mapping under a mandatory key.
std::optional<Part> require_mapping(const Part& document, std::string_view key, Diagnostics& problems) {
  auto part = require(document, key, problems);
  if (part && !expect_mapping(*part, "a mapping", problems)) return std::nullopt;
  return part;
}

void check_sources_used(const Part& document, const Draft& draft, Diagnostics& problems) {
  const auto sources = find(document, "sources");
  if (!sources || sources->node->kind != Node::Kind::mapping) return;
  for (const Part& member : members_of(*sources)) {
    const auto known = draft.sources.find(member.key);
    if (known == draft.sources.end() || draft.used_sources.count(known->second.index) > 0) continue;
    report_key(Code::unused, member, fmt::format("nothing uses the source '{}'", member.key), problems);
  }
}

}  // namespace

std::optional<model::Engagement> load_engagement(const base::Source& file, Diagnostics& problems) {
  const std::size_t before = problems.count();
  const auto root = read_yaml(file, problems);
  if (!root) return std::nullopt;
  const Part document = root_part(*root);
  if (!is_format_1(document, problems)) return std::nullopt;
  expect_keys(document,
              {"format", "id", "version", "sources", "phases", "periods", "fiscal_years", "costs", "second_report",
               "options", "meanwhile"},
              problems);
  Draft draft;
  model::Engagement engagement;
  if (const auto id = require(document, "id", problems)) engagement.id = read_id(*id, problems).value_or("");
  if (const auto version = require(document, "version", problems))
    engagement.version = read_version(*version, problems);
  if (const auto sources = require(document, "sources", problems)) read_sources(*sources, draft, problems);
  engagement.phases = read_all<model::Phase>(document, "phases", model::phase_ids, read_phase, draft, problems);
  if (const auto part = require_mapping(document, "periods", problems))
    engagement.periods = read_periods(*part, draft, problems);
  if (const auto part = require_mapping(document, "fiscal_years", problems))
    engagement.years = read_years(*part, draft, problems);
  engagement.costs = read_all<model::Cost>(document, "costs", model::cost_ids, read_cost, draft, problems);
  if (const auto part = require_mapping(document, "second_report", problems))
    read_second_report(*part, engagement, draft, problems);
  engagement.options =
      read_all<model::OptionAdvice>(document, "options", model::option_ids, read_option, draft, problems);
  if (const auto part = require_mapping(document, "meanwhile", problems))
    read_meanwhile(*part, engagement, draft, problems);
  if (problems.count() == before) check_sources_used(document, draft, problems);
  if (problems.count() > before) {
    problems.sort_by_place();
    return std::nullopt;
  }
  engagement.sources = std::move(draft.rules.sources);
  engagement.sha256 = digest_of({&file});
  return engagement;
}

}  // namespace socrates::loader
