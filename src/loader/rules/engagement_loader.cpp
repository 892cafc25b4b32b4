// SPDX-License-Identifier: Apache-2.0
#include "socrates/loader/engagement_loader.hpp"

#include <fmt/format.h>

#include "loader/rules/catalogue_kinds.hpp"
#include "loader/rules/format_version.hpp"
#include "loader/text/yaml_reader.hpp"
#include "socrates/base/codes.hpp"
#include "socrates/loader/shapes.hpp"

namespace socrates::loader {

namespace {

using base::Code;
using base::Diagnostics;
using model::Cost;
using model::CostRange;
using model::Engagement;
using model::EngagementDocument;
using model::OptionAdvice;
using model::PeriodLengths;
using model::Phase;
using model::YearCoverage;

constexpr int most_weeks = 520;
constexpr int most_months = 60;
constexpr int most_money = 100'000'000;

std::optional<std::string> parse_cost_currency(std::string_view word) {
  if (word != "INR" && word != "USD") return std::nullopt;
  return std::string(word);
}
constexpr TextFormKind<std::string> a_cost_currency{parse_cost_currency, "INR or USD", "^(INR|USD)$"};

constexpr auto some_months = a_number(0, most_months);
constexpr auto some_money = a_number(0, most_money);

auto phase_form(SourcesKind sources) {
  return form<Phase>("a mapping", required("title", &Phase::title, a_text, "What it is called."),
                     required("does", &Phase::does, a_text, "What is done in it."),
                     required("weeks", &Phase::weeks, range_form(0, most_weeks), "How long it takes, in weeks."),
                     required("people", &Phase::needs_people, true_or_false,
                              "Whether it needs the organization's people, not only the auditor's."),
                     never_null("control", &Phase::control, a_text, "The control that shows that it is done."),
                     required("sources", &Phase::sources, sources, "What this rests on."),
                     never_null("people_do", &Phase::people_do, at_least_one(a_text, "a list of texts"),
                                "What people of the organization do while the auditor works."))
      .named("phase");
}

auto document_form(SourcesKind sources) {
  return form<EngagementDocument>("a mapping",
                                  required("title", &EngagementDocument::title, a_text, "What it is called."),
                                  required("does", &EngagementDocument::does, a_text, "What is written, and by whom."),
                                  never_null("weeks", &EngagementDocument::weeks, a_number(0, most_weeks),
                                             "How many weeks before its due date work on it begins."),
                                  required("sources", &EngagementDocument::sources, sources, "What this rests on."))
      .named("document");
}

auto periods_form(SourcesKind sources) {
  return form<PeriodLengths>(
             "a mapping",
             required("shortest", &PeriodLengths::shortest, some_months, "The shortest that firms commonly take."),
             required("usual", &PeriodLengths::usual, some_months, "The usual period of a first Type 2."),
             required("next", &PeriodLengths::next, some_months,
                      "The period of the reports that follow, without a gap."),
             required("bridge", &PeriodLengths::bridge, some_months, "The longest time that a bridge letter covers."),
             required("fastest_weeks", &PeriodLengths::fastest, a_number(0, most_weeks),
                      "The shortest credible time from the start to a first Type 2."),
             required("sources", &PeriodLengths::sources, sources, "What this rests on."))
      .checked([](PeriodLengths& periods, const Entry& entry, FormReader& reader) {
        expect_ascending({1, periods.shortest, periods.usual, periods.next}, entry, reader);
      });
}

/// The months themselves are thresholds of the acceptance rules.
auto years_form(SourcesKind sources) {
  return form<YearCoverage>("a mapping", required("sources", &YearCoverage::sources, sources, "What this rests on."));
}

auto cost_range_form(SourcesKind sources) {
  return form<CostRange>(
             "a mapping with currency, locale, low, likely, high and sources",
             required("currency", &CostRange::currency, a_cost_currency, "INR or USD."),
             required("locale", &CostRange::locale, a_text, "Where the figures come from."),
             required("low", &CostRange::low, some_money, "The minimum, in whole units of the currency."),
             never_null("likely", &CostRange::likely, some_money, "The most likely, if the sources give it."),
             required("high", &CostRange::high, some_money, "At the most."),
             required("sources", &CostRange::sources, sources, "What this rests on."))
      .named("cost_range")
      .checked([](CostRange& range, const Entry& entry, FormReader& reader) {
        expect_ascending({range.low, range.likely.value_or(range.low), range.high}, entry, reader);
      });
}

void refuse_second_ranges(Cost& cost, const Entry& entry, FormReader& reader) {
  std::set<std::string> seen;
  for (std::size_t i = 0; i < cost.ranges.size(); ++i)
    if (!seen.insert(cost.ranges[i].currency).second)
      report(Code::repeated_id, items_of(*find(entry, "ranges"))[i],
             fmt::format("the currency '{}' has a range already", cost.ranges[i].currency), reader.problems);
}

auto cost_form(SourcesKind sources) {
  return form<Cost>("a mapping", required("title", &Cost::title, a_text, "What the money pays for."),
                    required("ranges", &Cost::ranges, at_least_one(cost_range_form(sources), "a list of ranges"),
                             "A range in each currency."))
      .named("cost")
      .checked(refuse_second_ranges);
}

auto option_form(SourcesKind sources) {
  return form<OptionAdvice>(
             "a mapping", required("title", &OptionAdvice::title, a_text, "The way out, in a few words."),
             never_null("condition", &OptionAdvice::condition, a_text, "The condition for it."),
             required("tell", &OptionAdvice::tell, a_text, "What you may honestly tell the customer meanwhile."),
             required("sources", &OptionAdvice::sources, sources, "What this rests on."))
      .named("option");
}

struct SecondReport {
  model::Weeks percent;
  std::vector<std::size_t> sources;
};
struct PutSecondReport {
  void operator()(Engagement& engagement, SecondReport second) const {
    engagement.second_report = second.percent;
    engagement.second_report_sources = std::move(second.sources);
  }
};
auto second_report_form(SourcesKind sources) {
  return form<SecondReport>(
      "a mapping",
      required("percent", &SecondReport::percent, range_form(0, 100),
               "What the second report of one engagement costs, in percent of its fee on its own."),
      required("sources", &SecondReport::sources, sources, "What this rests on."));
}

struct Meanwhile {
  std::vector<std::string> show;
  std::vector<std::size_t> sources;
};
struct PutMeanwhile {
  void operator()(Engagement& engagement, Meanwhile meanwhile) const {
    engagement.meanwhile = std::move(meanwhile.show);
    engagement.meanwhile_sources = std::move(meanwhile.sources);
  }
};
auto meanwhile_form(SourcesKind sources) {
  return form<Meanwhile>("a mapping",
                         required("show", &Meanwhile::show, at_least_one(a_text, "a list of texts"),
                                  "What you may show a customer before there is a report."),
                         required("sources", &Meanwhile::sources, sources, "What this rests on."));
}

/// The sources come first, as all others name them.
auto engagement_form(UnfinishedRules* unfinished) {
  const SourcesKind sources{unfinished};
  const auto phase = phase_form(sources);
  const auto document = document_form(sources);
  const auto cost = cost_form(sources);
  const auto option = option_form(sources);
  return form<Engagement>(
      "a mapping", format_key, required("id", &Engagement::id, an_id, "The name of the catalogue."),
      required("version", &Engagement::version, a_version, "Its version."),
      required_through("sources", DeclaredSourcesKind{unfinished}, Nowhere{}, "Sources by their ids."),
      required("phases", &Engagement::phases, EveryKind<decltype(phase)>{model::phase_ids, phase},
               "The work until there is a report."),
      never_null("documents", &Engagement::documents, EveryKind<decltype(document)>{model::document_ids, document},
                 "The documents to write and sign on the way."),
      required("periods", &Engagement::periods, periods_form(sources), "Lengths of periods, in months."),
      required("fiscal_years", &Engagement::years, years_form(sources),
               "When the period of a SOC 1 serves a fiscal year; the acceptance rules have the months."),
      required("costs", &Engagement::costs, EveryKind<decltype(cost)>{model::cost_ids, cost}, "What it may cost."),
      required_through("second_report", second_report_form(sources), PutSecondReport{},
                       "Two reports of one engagement."),
      required("options", &Engagement::options, EveryKind<decltype(option)>{model::option_ids, option},
               "Ways out if a plan is too late."),
      required_through("meanwhile", meanwhile_form(sources), PutMeanwhile{}, "What helps until there is a report."));
}

void check_sources_used(const Entry& document, const UnfinishedRules& unfinished, Diagnostics& problems) {
  for (const Entry& member : members_of(*find(document, "sources"))) {
    const auto known = unfinished.sources.find(member.key);
    if (known == unfinished.sources.end() || unfinished.used_sources.count(known->second.index) > 0) continue;
    report_key(Code::unused, member, fmt::format("nothing uses the source '{}'", member.key), problems);
  }
}

}  // namespace

model::Shape shape_of_engagement() { return engagement_form(nullptr).shape(); }

std::optional<model::Engagement> load_engagement(const base::Source& file, Diagnostics& problems) {
  const std::size_t before = problems.count();
  const auto root = read_yaml(file, problems);
  if (!root) return std::nullopt;
  const Entry document = root_entry(*root);
  if (!is_format_1(document, problems)) return std::nullopt;
  UnfinishedRules unfinished;
  FormReader reader{problems, codes_of_rules};
  auto engagement = engagement_form(&unfinished).read(document, reader);
  if (problems.count() == before) check_sources_used(document, unfinished, problems);
  if (problems.count() > before) {
    problems.sort_by_place();
    return std::nullopt;
  }
  engagement->sources = std::move(unfinished.rules.sources);
  engagement->sha256 = digest_of({&file});
  return engagement;
}

}  // namespace socrates::loader
