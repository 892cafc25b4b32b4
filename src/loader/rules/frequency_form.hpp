// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>
#include <iterator>
#include <optional>

#include "loader/rules/catalogue_kinds.hpp"
#include "socrates/model/control.hpp"

// What a catalogue says of frequencies and of the lists that samples are drawn from.

namespace socrates::loader {

inline constexpr int most_of_a_sample = 10000;
inline constexpr int most_months_of_a_window = 12;
inline constexpr int most_months_to_look_back = 24;
inline constexpr int most_days_to_collect = 365;

inline constexpr auto sample_form =
    form<model::SampleSize>(
        "a mapping with least and most",
        never_null("up_to", &model::SampleSize::up_to, a_number(1, most_of_a_sample),
                   "For a population of at most this size; left out: of any size."),
        required("least", &model::SampleSize::least, a_number(1, most_of_a_sample), "At the least."),
        required("most", &model::SampleSize::most, a_number(1, most_of_a_sample), "At the most."))
        .checked([](model::SampleSize& sample, const Entry& entry, FormReader& reader) {
          expect_ascending({sample.least, sample.most}, entry, reader);
        });

/// The sizes stand by growing numbers, and the last one, and no other, is for any number.
inline void check_sample(model::FrequencyNote& note, const Entry& entry, FormReader& reader) {
  std::vector<int> numbers;
  for (const model::SampleSize& size : note.sample) numbers.push_back(size.up_to.value_or(most_of_a_sample + 1));
  const bool grows = std::adjacent_find(numbers.begin(), numbers.end(), std::greater_equal<>()) == numbers.end();
  if (!grows || note.sample.back().up_to)
    report_key(base::Code::range_out_of_order, entry,
               fmt::format("the samples of '{}' are not in ascending order", entry.key), reader.problems,
               "write the smallest 'up_to' first, and the last without 'up_to'");
}

inline auto frequency_form(UnfinishedRules* unfinished) {
  using model::FrequencyNote;
  return form<FrequencyNote>(
             "a mapping with a label, a sample and a note",
             required("label", &FrequencyNote::label, a_text, "The frequency, in words."),
             never_null("every_months", &FrequencyNote::every_months, a_number(1, most_months_of_a_window),
                        "The window in which one occurrence is due; left out: it is not counted in months."),
             required("holds_up", &FrequencyNote::holds_up, one_of<model::Blocks>,
                      "By when a control of this frequency must operate if it holds up a Type 2."),
             never_null("look_back_months", &FrequencyNote::look_back_months, a_number(1, most_months_to_look_back),
                        "An occurrence this many months before the end of the period counts too."),
             required("sample", &FrequencyNote::sample, at_least_one(sample_form, "a list of samples"),
                      "How many items an auditor usually samples, by growing population size."),
             required("note", &FrequencyNote::note, a_text, "The same for people, in sentences."),
             required("sources", &FrequencyNote::sources, SourcesKind{unfinished}, "The sources."))
      .named("frequency")
      .checked(check_sample);
}

/// Frequencies by their ids; those that are left out have no note.
struct FrequenciesKind {
  using Value = std::array<std::optional<model::FrequencyNote>, model::frequency_count>;
  UnfinishedRules* unfinished;

  [[nodiscard]] std::optional<Value> read(const Entry& entry, FormReader& reader) const {
    constexpr auto& ids = model::Ids<model::Frequency>::all;
    if (!expect_mapping(entry, "a mapping of frequencies", reader.problems)) return std::nullopt;
    Value notes;
    for (const Entry& member : members_of(entry)) {
      const auto* const found = std::find(std::begin(ids), std::end(ids), member.key);
      if (found == std::end(ids))
        reader.unknown(member, {std::begin(ids), std::end(ids)});
      else
        notes[static_cast<std::size_t>(found - std::begin(ids))] = frequency_form(unfinished).read(member, reader);
    }
    return notes;
  }
  [[nodiscard]] model::Shape shape() const {
    model::Shape shape;
    shape.kind = model::Shape::Kind::object;
    for (const std::string_view id : model::Ids<model::Frequency>::all)
      shape.keys.push_back(
          {std::string(id), model::Shape::Key::Presence::optional, {}, frequency_form(unfinished).shape()});
    return shape;
  }
};

inline auto collection_form(UnfinishedRules* unfinished) {
  using model::Collection;
  return form<Collection>(
      "a mapping of days",
      required("settings_in_last_days", &Collection::settings_in_last_days, a_number(1, most_days_to_collect),
               "In the last days of the period: settings."),
      required("lists_within_days", &Collection::lists_within_days, a_number(1, most_days_to_collect),
               "In the days after its end: complete populations."),
      required("sources", &Collection::sources, SourcesKind{unfinished}, "The sources."));
}

inline constexpr auto population_form =
    form<model::Population>(
        "a mapping with label and complete",
        required("label", &model::Population::label, a_text, "The list, in words."),
        required("complete", &model::Population::complete, a_text, "How to show that it is complete."))
        .named("population");

/// Populations by their ids, in the order of the file.
struct PopulationsKind {
  using Value = std::vector<model::Population>;

  [[nodiscard]] std::optional<Value> read(const Entry& entry, FormReader& reader) const {
    if (!expect_mapping(entry, "a mapping of populations", reader.problems)) return std::nullopt;
    Value populations;
    for (const Entry& member : members_of(entry)) {
      if (!read_key_id(member, reader.problems)) continue;
      auto population = population_form.read(member, reader);
      if (!population) continue;
      population->id = member.key;
      populations.push_back(*std::move(population));
    }
    return populations;
  }
  [[nodiscard]] model::Shape shape() const {
    model::Shape shape;
    shape.kind = model::Shape::Kind::map;
    shape.pattern = an_id.shape().pattern;
    shape.of = {population_form.shape()};
    return shape;
  }
};

}  // namespace socrates::loader
