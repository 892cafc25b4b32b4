// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the shipped rules are written to and read from, field by field; writer and reader share these lines, so that
// they cannot part. The diagram itself is not here: it is compiled in as tables that the program uses where they lie.

#include <cereal/archives/binary.hpp>
#include <cereal/types/optional.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/vector.hpp>

#include "socrates/engine/compiled_rules.hpp"
#include "socrates/model/criteria.hpp"

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

template <class Archive>
void serialize(Archive& archive, Question& v) {
  archive(v.id, v.section, v.ask, v.help, v.kind, v.options, v.from, v.to, v.unit, v.named, v.date, v.can_change);
}

template <class Archive>
void serialize(Archive& archive, Condition& v) {
  archive(v.kind, v.parts, v.subject, v.test, v.values, v.from, v.to);
}

template <class Archive>
void serialize(Archive& archive, SourceReference& v) {
  archive(v.id, v.title, v.publisher);
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
  archive(v.id, v.when, v.then, v.because, v.sources, v.reply);
}

template <class Archive>
void serialize(Archive& archive, Decision& v) {
  archive(v.id, v.title, v.combine, v.values, v.rules);
}

template <class Archive>
void serialize(Archive& archive, Note& v) {
  archive(v.id, v.when, v.text, v.sources);
}

template <class Archive>
void serialize(Archive& archive, Invariant& v) {
  archive(v.id, v.when, v.always, v.because);
}

template <class Archive>
void serialize(Archive& archive, RuleSet& v) {
  archive(v.id, v.version, v.sha256, v.sections, v.sources, v.questions, v.facts, v.impossible, v.decisions, v.notes,
          v.invariants);
}

template <class Archive>
void serialize(Archive& archive, Category& v) {
  archive(v.id, v.criteria);
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
