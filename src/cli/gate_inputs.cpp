// SPDX-License-Identifier: Apache-2.0
#include "cli/gate_inputs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "cli/batch.hpp"
#include "cli/files.hpp"
#include "socrates/base/codes.hpp"
#include "socrates/builtin/rules.hpp"
#include "socrates/gate/judge.hpp"
#include "socrates/loader/columns_loader.hpp"
#include "socrates/loader/deals_loader.hpp"
#include "socrates/loader/inventory_loader.hpp"
#include "socrates/loader/policy_loader.hpp"

namespace socrates::cli {
namespace {

/// Reads the file that an option names; the value that stands for "no file" where it is not given.
template <class Value, class Load>
std::optional<Value> read_option(const Given& given, const Argument& option, base::Diagnostics& problems, Load load) {
  const std::string path = value_of(given, option);
  if (path.empty()) return Value();
  const std::optional<base::Source> source = read_source(path, problems);
  return source ? load(*source) : std::nullopt;
}

/// The company's answers about its service and its controls. `reports_held` follows from the reports file, and may
/// stand here where it says the same.
std::optional<loader::LoadedAnswers> read_profile(const Given& given, const Rules& rules,
                                                  const model::Inventory& inventory, base::Date today,
                                                  base::Diagnostics& problems) {
  const loader::Answerable answerable(rules.compiled().rules, rules.controls());
  const std::string path = value_of(given, profile_option);
  if (path.empty()) return loader::no_answers(answerable);
  const std::size_t before = problems.count();
  const std::optional<base::Source> source = read_source(path, problems);
  auto loaded = source ? loader::load_answers(*source, answerable, today, problems) : std::nullopt;
  if (!loaded) return std::nullopt;
  if (const auto q = model::find_question(rules.compiled().rules, "reports_held");
      q && loaded->places[*q].source != nullptr) {
    if (gate::says_what_is_held(rules.compiled().rules.questions[*q], loaded->answers[*q], inventory, today))
      loaded->answers[*q] = model::Answer();
    else
      problems.add(base::Code::reports_held_given, loaded->places[*q],
                   "'reports_held' contradicts the reports file, from which it follows", "reports_held",
                   "leave it out, or make the two agree");
  }
  if (problems.count() != before) return std::nullopt;
  return loaded;
}

std::optional<model::Inventory> read_inventory(const Given& given, base::Diagnostics& problems) {
  if (!is_given(given, reports_option)) {
    if (is_given(given, show_deals_option)) return model::Inventory();
    add_usage_problem(problems, "--reports is missing", "name the file of the reports you hold");
    return std::nullopt;
  }
  return read_option<model::Inventory>(given, reports_option, problems, [&](const base::Source& source) {
    return loader::load_inventory(source, problems);
  });
}

/// The text is empty but for blanks, or an empty list.
bool holds_no_deal(std::string_view text) {
  std::string rest;
  std::copy_if(text.begin(), text.end(), std::back_inserter(rest),
               [](char c) { return c != ' ' && c != '\t' && c != '\n' && c != '\r'; });
  return rest.empty() || rest == "[]";
}

/// The file; none where it cannot be read, or holds no deal and may.
std::optional<base::Source> source_with_deals(const std::string& path, const Given& given,
                                              base::Diagnostics& problems) {
  std::optional<base::Source> source = read_source(path, problems);
  if (source && is_given(given, allow_empty_option) && holds_no_deal(source->text)) return std::nullopt;
  return source;
}

void report_second_file(const std::string& id, const std::string& file, base::Diagnostics& problems) {
  base::Diagnostic diagnostic{};
  diagnostic.code = base::Code::repeated_field;
  diagnostic.file = file;
  diagnostic.message = fmt::format("another file also has a deal '{}'", id);
  problems.add(std::move(diagnostic));
}

}  // namespace

std::optional<GateInputs> read_gate_inputs(const Given& given, const Options& options, base::Diagnostics& problems) {
  std::optional<Rules> rules = read_rules(options.rules, problems);
  const SharedRules acceptance = read_acceptance(options.rules, problems);
  std::optional<model::Inventory> inventory = read_inventory(given, problems);
  if (!rules || !acceptance) return std::nullopt;
  auto profile = read_profile(given, *rules, inventory.value_or(model::Inventory()), options.today, problems);
  auto policy = read_option<model::Policy>(given, policy_option, problems, [&](const base::Source& source) {
    return loader::load_policy(source, acceptance->rules, problems);
  });
  auto waivers = read_option<std::vector<model::Waiver>>(
      given, waivers_option, problems,
      [&](const base::Source& source) { return loader::load_waivers(source, acceptance->rules, problems); });
  auto profiles = read_option<model::Profiles>(given, profiles_option, problems, [&](const base::Source& source) {
    return loader::load_profiles(source, problems);
  });
  if (!inventory || !profile || !policy || !waivers || !profiles) return std::nullopt;
  return GateInputs{*std::move(rules),
                    acceptance,
                    *std::move(inventory),
                    std::move(profile->answers),
                    std::move(profile->controls),
                    *std::move(policy),
                    *std::move(waivers),
                    std::move(profile->about),
                    *std::move(profiles)};
}

std::optional<ReadDeals> read_deals(const Given& given, const loader::Answerable& answerable, base::Date today,
                                    const model::Profiles& profiles, base::Diagnostics& problems) {
  const std::size_t before = problems.count();
  const bool has_columns = is_given(given, columns_option);
  const auto columns = read_option<model::Columns>(given, columns_option, problems, [&](const base::Source& source) {
    return loader::load_columns(source, problems);
  });
  if (!columns) return std::nullopt;
  ReadDeals read;
  std::set<std::string> ids;
  for (const std::string& path : values_of(given, deal_argument)) {
    const std::optional<base::Source> source = source_with_deals(path, given, problems);
    if (!source) continue;
    const loader::DealsFile file{*source, has_columns ? &*columns : nullptr, is_given(given, allow_empty_option)};
    std::vector<std::size_t> lines;
    auto some = loader::load_deals(file, answerable, today, problems, &profiles, &lines);
    if (!some) continue;
    for (const std::size_t line : lines) read.places.push_back({path == "-" ? std::string() : path, line});
    for (model::Deal& deal : *some) {
      if (!ids.insert(deal.id).second) report_second_file(deal.id, source->name, problems);
      read.deals.push_back(std::move(deal));
    }
    if (!is_given(given, show_deals_option)) continue;
    if (auto objects = loader::read_deal_objects(file, answerable.rules(), problems))
      std::move(objects->begin(), objects->end(), std::back_inserter(read.objects));
  }
  if (problems.count() != before) return std::nullopt;
  return read;
}

}  // namespace socrates::cli
