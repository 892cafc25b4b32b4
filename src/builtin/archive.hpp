// SPDX-License-Identifier: Apache-2.0
#pragma once

// What rules are written to and read from, field by field; writer and reader share these lines, so that they cannot
// part. Numbers are of fixed width, so that a machine of 32 bits reads what one of 64 has written. The diagram is not
// part of what is archived of the shipped rules: it is compiled in as tables that the program uses where they lie.

#include <cereal/cereal.hpp>
#include <cereal/types/array.hpp>
#include <cereal/types/optional.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/vector.hpp>

#include <cstdint>
#include <cstring>
#include <limits>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>

#include "socrates/engine/compiled_rules.hpp"
#include "socrates/model/control.hpp"
#include "socrates/model/criteria.hpp"
#include "socrates/model/draft.hpp"
#include "socrates/model/engagement.hpp"
#include "socrates/model/findings.hpp"
#include "socrates/model/objective.hpp"

namespace socrates::builtin {

/// Bytes to memory and back. The binary archives of cereal go through a stream with a call for each number, which takes
/// as long as all the rest of the start.
class ByteWriter : public cereal::OutputArchive<ByteWriter, cereal::AllowEmptyClassElision> {
 public:
  ByteWriter() : OutputArchive(this) {}

  void copy(const void* from, std::size_t size) { bytes_.append(static_cast<const char*>(from), size); }
  [[nodiscard]] const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

class ByteReader : public cereal::InputArchive<ByteReader, cereal::AllowEmptyClassElision> {
 public:
  explicit ByteReader(std::string_view bytes) : InputArchive(this), left_(bytes) {}

  /// The next bytes where they lie.
  std::string_view take(std::size_t size) {
    if (size > left_.size()) throw std::logic_error("an archive of rules is too short");
    const std::string_view taken = left_.substr(0, size);
    left_.remove_prefix(size);
    return taken;
  }

  void copy(void* to, std::size_t size) {
    const std::string_view taken = take(size);
    if (size != 0) std::memcpy(to, taken.data(), size);
  }

 private:
  std::string_view left_;
};

/// The type in which a number is archived: `long` is as wide as the machine pleases, the others are the same
/// everywhere.
template <class T>
struct Archived {
  using Type = T;
};
template <>
struct Archived<long> {
  using Type = std::int64_t;
};
template <>
struct Archived<unsigned long> {
  using Type = std::uint64_t;
};

/// Numbers in a row can be copied as they lie.
template <class T>
inline constexpr bool is_archived_as_is = sizeof(T) == sizeof(typename Archived<T>::Type);

// What cereal looks for, by the type of the archive.
template <class T, std::enable_if_t<std::is_arithmetic_v<T>, int> = 0>
void CEREAL_SAVE_FUNCTION_NAME(ByteWriter& archive, const T& number) {
  const auto archived = static_cast<typename Archived<T>::Type>(number);
  archive.copy(&archived, sizeof archived);
}

template <class T, std::enable_if_t<std::is_arithmetic_v<T>, int> = 0>
void CEREAL_LOAD_FUNCTION_NAME(ByteReader& archive, T& number) {
  typename Archived<T>::Type archived{};
  archive.copy(&archived, sizeof archived);
  number = static_cast<T>(archived);
  if (static_cast<typename Archived<T>::Type>(number) != archived)
    throw std::logic_error("a number in an archive of rules is too large for this machine");
}

template <class T>
using Pointed = std::remove_const_t<std::remove_pointer_t<std::remove_reference_t<T>>>;

template <class T, std::enable_if_t<is_archived_as_is<Pointed<T>>, int> = 0>
void CEREAL_SAVE_FUNCTION_NAME(ByteWriter& archive, const cereal::BinaryData<T>& data) {
  archive.copy(data.data, static_cast<std::size_t>(data.size));
}

template <class T, std::enable_if_t<is_archived_as_is<Pointed<T>>, int> = 0>
void CEREAL_LOAD_FUNCTION_NAME(ByteReader& archive, cereal::BinaryData<T>& data) {
  archive.copy(data.data, static_cast<std::size_t>(data.size));
}

inline void CEREAL_SAVE_FUNCTION_NAME(ByteWriter& archive, const base::SharedText& text) {
  const std::string_view bytes = text;
  archive(static_cast<std::uint32_t>(bytes.size()));
  archive.copy(bytes.data(), bytes.size());
}

inline void CEREAL_LOAD_FUNCTION_NAME(ByteReader& archive, base::SharedText& text) {
  std::uint32_t size = 0;
  archive(size);
  text = base::SharedText::in_place(archive.take(size));
}

template <class Archive, class T>
CEREAL_ARCHIVE_RESTRICT(ByteReader, ByteWriter)
CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, cereal::SizeTag<T>& tag) {
  archive(tag.size);
}

template <class Archive, class T>
CEREAL_ARCHIVE_RESTRICT(ByteReader, ByteWriter)
CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, cereal::NameValuePair<T>& pair) {
  archive(pair.value);
}

}  // namespace socrates::builtin

CEREAL_SETUP_ARCHIVE_TRAITS(socrates::builtin::ByteReader, socrates::builtin::ByteWriter)

namespace socrates::model {

template <class Archive>
void serialize(Archive& archive, Named& v) {
  archive(v.id, v.label);
}

template <class Archive>
void serialize(Archive& archive, NamedNumber& v) {
  archive(v.number, v.meaning);
}

template <class Archive>
void serialize(Archive& archive, DateForm& v) {
  archive(v.id, v.months);
}

/// What a condition says itself, and how many parts follow. Rules hold thousands of them, and read member by member
/// they take half of the time of all rules (0.7 of 1.3 million instructions; 0.35 as they lie).
struct ConditionRecord {
  ConditionKind kind;
  Test test;
  std::uint16_t parts;
  std::uint32_t subject;
  std::int32_t from;
  std::int32_t to;
  IndexSet values;
};
static_assert(std::has_unique_object_representations_v<ConditionRecord>);

inline void save(builtin::ByteWriter& archive, const Condition& v) {
  if (v.parts.size() > std::numeric_limits<std::uint16_t>::max())
    throw std::logic_error("a condition of rules has too many parts");
  const ConditionRecord record = {
      v.kind, v.test,  static_cast<std::uint16_t>(v.parts.size()), static_cast<std::uint32_t>(v.subject), v.from,
      v.to,   v.values};
  archive.copy(&record, sizeof record);
  for (const Condition& part : v.parts) save(archive, part);
}

inline void load(builtin::ByteReader& archive, Condition& v) {
  ConditionRecord record;
  archive.copy(&record, sizeof record);
  v.kind = record.kind;
  v.test = record.test;
  v.from = record.from;
  v.to = record.to;
  v.subject = record.subject;
  v.values = record.values;
  v.parts.resize(record.parts);
  for (Condition& part : v.parts) load(archive, part);
}

template <class Archive>
void serialize(Archive& archive, Wording& v) {
  archive(v.when, v.ask);
}

template <class Archive>
void serialize(Archive& archive, Question& v) {
  archive(v.id, v.section, v.ask, v.help, v.kind, v.options, v.from, v.to, v.unit, v.named, v.date, v.who, v.action,
          v.can_change, v.ask_when);
}

template <class Archive>
void serialize(Archive& archive, SourceReference& v) {
  archive(v.id, v.title, v.publisher, v.url, v.section, v.date);
}

template <class Archive>
void serialize(Archive& archive, Default& v) {
  archive(v.id, v.value, v.from, v.to, v.meaning);
}

template <class Archive>
void serialize(Archive& archive, Fact& v) {
  archive(v.id, v.when);
}

template <class Archive>
void serialize(Archive& archive, Impossible& v) {
  archive(v.when, v.because);
}

template <class Archive>
void serialize(Archive& archive, Rule& v) {
  archive(v.id, v.when, v.then, v.because, v.sources, v.reply, v.who, v.action);
}

template <class Archive>
void serialize(Archive& archive, Decision& v) {
  archive(v.id, v.title, v.combine, v.values, v.rules, v.is_of_each_report, v.is_never_waived);
}

template <class Archive>
void serialize(Archive& archive, Note& v) {
  archive(v.id, v.when, v.text, v.sources, v.summary);
}

template <class Archive>
void serialize(Archive& archive, Invariant& v) {
  archive(v.id, v.when, v.always, v.because);
}

template <class Archive>
void serialize(Archive& archive, RuleSet& v) {
  archive(v.id, v.version, v.sha256, v.sections, v.sources, v.defaults, v.questions, v.facts, v.impossible, v.decisions,
          v.notes, v.invariants, v.has_own_contract);
}

template <class Archive>
void serialize(Archive& archive, Category& v) {
  archive(v.id, v.criteria);
}

template <class Archive>
void serialize(Archive& archive, Objective& v) {
  archive(v.id, v.label, v.activities, v.offerings, v.not_for);
}

template <class Archive>
void serialize(Archive& archive, Weeks& v) {
  archive(v.least, v.likely, v.most);
}

template <class Archive>
void serialize(Archive& archive, SampleSize& v) {
  archive(v.up_to, v.least, v.most);
}

template <class Archive>
void serialize(Archive& archive, FrequencyNote& v) {
  archive(v.label, v.every_months, v.holds_up, v.look_back_months, v.sample, v.note, v.sources);
}

template <class Archive>
void serialize(Archive& archive, Collection& v) {
  archive(v.settings_in_last_days, v.lists_within_days, v.sources);
}

template <class Archive>
void serialize(Archive& archive, Population& v) {
  archive(v.id, v.label, v.complete);
}

template <class Archive>
void serialize(Archive& archive, Control& v) {
  archive(v.id, v.group, v.title, v.ask, v.why, v.criteria, v.objectives, v.engagement, v.evidence,
          v.evidence_over_period, v.weeks, v.blocks, v.weight, v.frequency, v.owner, v.depends_on, v.windows, v.policy,
          v.population, v.small_company, v.sources);
}

template <class Archive>
void serialize(Archive& archive, ControlCatalogue& v) {
  archive(v.id, v.version, v.sha256, v.groups, v.owners, v.sources, v.references, v.frequencies, v.collection,
          v.policies, v.populations, v.controls);
}

template <class Archive>
void serialize(Archive& archive, Check& v) {
  archive(v.scanner, v.id, v.controls, v.because);
}

template <class Archive>
void serialize(Archive& archive, CheckTable& v) {
  archive(v.id, v.version, v.sha256, v.checks);
}

template <class Archive>
void serialize(Archive& archive, Phase& v) {
  archive(v.id, v.title, v.does, v.weeks, v.needs_people, v.control, v.sources, v.people_do);
}

template <class Archive>
void serialize(Archive& archive, EngagementDocument& v) {
  archive(v.id, v.title, v.does, v.weeks, v.sources);
}

template <class Archive>
void serialize(Archive& archive, PeriodLengths& v) {
  archive(v.shortest, v.usual, v.next, v.bridge, v.fastest, v.sources);
}

template <class Archive>
void serialize(Archive& archive, YearCoverage& v) {
  archive(v.good_overlap, v.fair_overlap, v.most_gap, v.sources);
}

template <class Archive>
void serialize(Archive& archive, CostRange& v) {
  archive(v.currency, v.locale, v.low, v.likely, v.high, v.sources);
}

template <class Archive>
void serialize(Archive& archive, Cost& v) {
  archive(v.id, v.title, v.ranges);
}

template <class Archive>
void serialize(Archive& archive, OptionAdvice& v) {
  archive(v.id, v.title, v.condition, v.tell, v.sources);
}

template <class Archive>
void serialize(Archive& archive, Engagement& v) {
  archive(v.id, v.version, v.sha256, v.sources, v.phases, v.documents, v.periods, v.years, v.costs, v.second_report,
          v.second_report_sources, v.options, v.meanwhile, v.meanwhile_sources);
}

template <class Archive>
void serialize(Archive& archive, DraftPart& v) {
  archive(v.kind, v.text, v.parts);
}

template <class Archive>
void serialize(Archive& archive, DraftTemplate& v) {
  archive(v.kind, v.sha256, v.parts);
}

}  // namespace socrates::model

namespace socrates::engine {

template <class Archive>
void serialize(Archive& archive, QuestionVariables& v) {
  archive(v.first, v.count, v.starts);
}

template <class Archive>
void serialize(Archive& archive, Space& v) {
  archive(v.questions, v.arity);
}

template <class Archive>
void serialize(Archive& archive, DecisionRoots& v) {
  archive(v.values, v.rules);
}

template <class Archive>
void serialize(Archive& archive, Roots& v) {
  archive(v.possible, v.contradictions, v.decisions, v.notes);
}

}  // namespace socrates::engine
