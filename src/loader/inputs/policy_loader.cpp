// SPDX-License-Identifier: Apache-2.0
#include "socrates/loader/policy_loader.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "loader/kinds.hpp"
#include "loader/text/read_tree.hpp"
#include "socrates/base/codes.hpp"
#include "socrates/base/suggest.hpp"
#include "socrates/base/words.hpp"
#include "socrates/loader/shapes.hpp"

namespace socrates::loader {

namespace {

using base::Code;
using base::Diagnostics;

constexpr std::size_t most_groups = 100;
constexpr std::size_t most_waivers = 5'000;

/// Numbers by the name of a threshold that the acceptance rules declare.
struct ThresholdsKind {
  using Value = decltype(model::Policy::thresholds);
  const model::RuleSet* acceptance;  ///< null where only the shape is of interest

  [[nodiscard]] std::optional<Value> read(const Entry& entry, FormReader& reader) const {
    if (entry.node->kind != Node::Kind::mapping) {
      reader.wrong("a mapping of thresholds", entry);
      return std::nullopt;
    }
    std::vector<std::string> known;
    for (const model::Default& threshold : acceptance->defaults) known.push_back(threshold.id);
    Value thresholds;
    for (const Entry& member : members_of(entry)) {
      const auto index = model::find_default(*acceptance, member.key);
      if (!index) {
        report_key(Code::unknown_threshold, member, fmt::format("unknown threshold '{}'", shortened(member.key)),
                   reader.problems, base::suggestion(member.key, known));
        continue;
      }
      const model::Default& threshold = acceptance->defaults[*index];
      if (const auto value = a_number(threshold.from, threshold.to).read(member, reader))
        thresholds.emplace(member.key, *value);
    }
    return thresholds;
  }
  [[nodiscard]] model::Shape shape() const {
    model::Shape shape;
    shape.kind = model::Shape::Kind::map;
    shape.of = {a_number(0, 0).shape()};
    return shape;
  }
};

auto policy_form(const model::RuleSet* acceptance) {
  return form<model::Policy>(
      "a mapping with 'thresholds'", schema_key,
      never_null("thresholds", &model::Policy::thresholds, ThresholdsKind{acceptance},
                 "Thresholds of the acceptance rules, by name."),
      never_null("alike_services", &model::Policy::alike_services,
                 list_of(some_names, most_groups, "groups of services", "a list of lists of services"),
                 "Services that run under the same controls, list by list."),
      never_null("alike_regions", &model::Policy::alike_regions,
                 list_of(some_names, most_groups, "groups of regions", "a list of lists of regions"),
                 "Names of one region, list by list."),
      never_null("alike_entities", &model::Policy::alike_entities,
                 list_of(some_names, most_groups, "groups of entities", "a list of lists of entities"),
                 "Names of one company, list by list."));
}

struct WaiversFile {
  std::vector<model::Waiver> waivers;
};

/// The ids of checks, as results print them.
std::vector<std::string> checks_of(const model::RuleSet& acceptance) {
  std::vector<std::string> ids;
  for (const model::Decision& decision : acceptance.decisions)
    if (decision.combine == model::Combine::exactly_one) ids.push_back(base::upper(decision.id));
  return ids;
}

/// The id of a check as results print it; of one that differs only in its letters' case the right one is told.
struct CheckKind {
  using Value = std::string;
  const std::vector<std::string>* checks;

  [[nodiscard]] std::optional<Value> read(const Entry& entry, FormReader& reader) const {
    auto found = a_text.read(entry, reader);
    if (!found) return std::nullopt;
    if (std::find(checks->begin(), checks->end(), *found) != checks->end()) return found;
    const bool is_known = std::find(checks->begin(), checks->end(), base::upper(*found)) != checks->end();
    report(reader.codes.unknown_word, entry, fmt::format("unknown check '{}'", shortened(*found)), reader.problems,
           is_known ? fmt::format("did you mean '{}'?", base::upper(*found)) : base::suggestion(*found, *checks));
    return std::nullopt;
  }
  [[nodiscard]] model::Shape shape() const { return a_text.shape(); }
};

auto waivers_form(const std::vector<std::string>* checks) {
  using model::Waiver;
  const auto waiver =
      form<Waiver>("a waiver, which is a mapping", required("deal", &Waiver::deal, a_text, "The id of the deal."),
                   key("requirement", &Waiver::requirement, a_text,
                       "The id of the requirement; left out: every one of the deal."),
                   required("check", &Waiver::check, CheckKind{checks},
                            "The check that the buyer accepts as it is, as results print it, such as G05."),
                   required("reason", &Waiver::reason, a_text_that_says_something, "Why."),
                   required("approver", &Waiver::approver, a_text_that_says_something, "Who approved it on your side."),
                   required("expiry", &Waiver::expiry, a_date, "The last day on which it counts."))
          .named("waiver");
  return form<WaiversFile>(
      "a mapping with 'waivers'", schema_key,
      required("waivers", &WaiversFile::waivers, list_of(waiver, most_waivers, "waivers", "a list of waivers"),
               "The checks that buyers accept as they are."));
}

}  // namespace

model::Shape shape_of_policy() { return policy_form(nullptr).shape(); }
model::Shape shape_of_waivers() { return waivers_form(nullptr).shape(); }

std::optional<model::Policy> load_policy(const base::Source& source, const model::RuleSet& acceptance,
                                         Diagnostics& problems) {
  return load(source, DocumentKind::policy, policy_form(&acceptance), problems);
}

std::optional<std::vector<model::Waiver>> load_waivers(const base::Source& source, const model::RuleSet& acceptance,
                                                       Diagnostics& problems) {
  const std::vector<std::string> checks = checks_of(acceptance);
  auto file = load(source, DocumentKind::waivers, waivers_form(&checks), problems);
  if (!file) return std::nullopt;
  return std::move(file->waivers);
}

}  // namespace socrates::loader
