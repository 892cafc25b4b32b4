// SPDX-License-Identifier: Apache-2.0
#include "socrates/engine/lanes.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <stdexcept>

#include "engine/lane_tables.hpp"
#include "socrates/model/contract.hpp"

namespace socrates::engine {
namespace {

using model::QuestionKind;

constexpr Function yes_leaf = 1;
constexpr Function no_leaf = 0;

std::vector<std::size_t> deciding_decisions(const model::RuleSet& rules) {
  std::vector<std::size_t> deciding;
  for (const std::string_view id : model::deciding_decisions)
    if (const auto decision = model::find_decision(rules, id)) deciding.push_back(*decision);
  if (deciding.empty())
    for (std::size_t d = 0; d < rules.decisions.size(); ++d) deciding.push_back(d);
  return deciding;
}

/// By number, from the least one; empty where a table would be long.
std::vector<std::uint8_t> intervals_of(const model::Question& question, const QuestionVariables& variables) {
  constexpr std::int64_t most_numbers = 4096;
  std::vector<std::uint8_t> intervals;
  if (question.kind != QuestionKind::number || std::int64_t{question.to} - question.from >= most_numbers)
    return intervals;
  for (int number = question.from; number <= question.to; ++number)
    intervals.push_back(static_cast<std::uint8_t>(interval_of(variables, number)));
  return intervals;
}

/// Gives out fields, each within one word, of 1 to 64 bits: no question has more options or intervals.
class FieldMaker {
 public:
  LaneField make(std::size_t bits) {
    if (bits == 0 || bits > lane_count)
      throw std::logic_error("a question has no values, or more than fit into a word");
    if (next_bit_ % lane_count + bits > lane_count) next_bit_ += lane_count - next_bit_ % lane_count;
    const LaneField field{next_bit_ / lane_count * lane_count, static_cast<int>(next_bit_ % lane_count)};
    next_bit_ += bits;
    return field;
  }
  [[nodiscard]] std::size_t rows() const { return (next_bit_ + lane_count - 1) / lane_count * lane_count; }

 private:
  std::size_t next_bit_ = 0;
};

LaneTables tables_of(const CompiledRules& compiled) {
  LaneTables tables;
  tables.end_of_planes = first_plane;
  for (const std::uint8_t arity : compiled.space.arity) {
    tables.planes.push_back(tables.end_of_planes);
    tables.end_of_planes += arity;
  }
  tables.program = make_lane_program(compiled, tables.planes, tables.end_of_planes);
  FieldMaker fields;
  for (std::size_t q = 0; q < compiled.rules.questions.size(); ++q) {
    const model::Question& question = compiled.rules.questions[q];
    const QuestionVariables& variables = compiled.space.questions[q];
    const bool is_several = question.kind == QuestionKind::several;
    const std::size_t values = is_several ? variables.count : compiled.space.arity[variables.first];
    tables.questions.push_back({question.kind, question.from, intervals_of(question, variables), fields.make(values),
                                is_several ? fields.make(values) : LaneField{}});
    const LaneQuestion& made = tables.questions.back();
    if (question.kind == QuestionKind::number) {
      tables.numbers.push_back(q);
    } else {
      tables.chosen.push_back({q, made.chosen});
    }
    if (is_several) tables.refused.push_back({q, made.refused});
  }
  tables.rows = fields.rows();
  tables.deciding = deciding_decisions(compiled.rules);
  return tables;
}

bool has(Lanes lanes, std::size_t lane) { return ((lanes >> lane) & 1U) != 0; }

/// Puts the lanes of `from` in place of those in `to`.
void take(Lanes lanes, Lanes from, Lanes& to) { to = (to & ~lanes) | (from & lanes); }

LaneOutcome empty_outcome(const model::RuleSet& rules) {
  LaneOutcome outcome;
  for (const model::Decision& decision : rules.decisions) {
    LaneDecision lanes;
    lanes.possible.resize(decision.values.size());
    lanes.surely.resize(decision.values.size());
    lanes.rule_certain.resize(decision.rules.size());
    lanes.rule_possible.resize(decision.rules.size());
    outcome.decisions.push_back(std::move(lanes));
  }
  outcome.notes.resize(rules.notes.size());
  return outcome;
}

}  // namespace

LaneRules::LaneRules(const CompiledRules& compiled)
    : compiled_(&compiled), tables_(std::make_unique<const LaneTables>(tables_of(compiled))) {}

LaneRules::~LaneRules() = default;

const LaneDiagram& LaneRules::diagram() const {
  const std::lock_guard<std::mutex> lock(making_diagram_);
  if (!diagram_) diagram_ = std::make_unique<const LaneDiagram>(make_lane_diagram(*compiled_, tables_->planes));
  return *diagram_;
}

LaneEvaluation::LaneEvaluation(const LaneRules& rules)
    : rules_(&rules),
      rows_(rules.tables().rows),
      words_(rules.tables().end_of_planes + rules.tables().program.steps.size()),
      outcome_(empty_outcome(rules.compiled().rules)) {
  words_[ones] = ~Lanes{0};
}

void LaneEvaluation::clear() {
  std::fill(rows_.begin(), rows_.end(), 0);
  used_ = 0;
}

void LaneEvaluation::put(std::size_t lane, const model::PackedAnswers& answers) {
  const LaneTables& tables = rules_->tables();
  Lanes* const row = rows_.data() + lane;
  const auto set = [&](LaneField field, std::uint64_t bits) { row[field.first_row] |= bits << field.shift; };
  used_ |= Lanes{1} << lane;
  for (const PlainField& field : tables.chosen) set(field.place, answers[field.question].chosen);
  for (const PlainField& field : tables.refused) set(field.place, answers[field.question].refused);
  for (const std::size_t q : tables.numbers) {
    if (answers[q].chosen == 0) continue;
    const LaneQuestion& question = tables.questions[q];
    const int number = answers[q].number;
    const std::size_t interval = question.intervals.empty()
                                     ? interval_of(rules_->compiled().space.questions[q], number)
                                     : question.intervals[static_cast<std::size_t>(number - question.from)];
    set(question.chosen, std::uint64_t{1} << interval);
  }
}

/// Says of each value of each variable where it is allowed: where it is given, and where nothing is known. Returns
/// where all is known.
Lanes LaneEvaluation::spread() {
  for (std::size_t row = 0; row < rows_.size(); row += lane_count) transpose(rows_.data() + row);
  const CompiledRules& compiled = rules_->compiled();
  const auto field = [&](LaneField place) { return rows_.data() + place.first_row + place.shift; };
  Lanes complete = used_;
  for (std::size_t q = 0; q < compiled.rules.questions.size(); ++q) {
    const LaneQuestion& question = rules_->tables().questions[q];
    const QuestionVariables& variables = compiled.space.questions[q];
    const Lanes* const chosen = field(question.chosen);
    Lanes* plane = words_.data() + rules_->tables().planes[variables.first];
    if (question.kind == QuestionKind::several) {
      const Lanes* const refused = field(question.refused);
      for (std::size_t option = 0; option < variables.count; ++option) {
        *plane++ = ~chosen[option];
        *plane++ = ~refused[option];
        complete &= chosen[option] | refused[option];
      }
      continue;
    }
    const std::size_t values = compiled.space.arity[variables.first];
    const Lanes known = std::accumulate(chosen, chosen + values, Lanes{0}, std::bit_or<>());
    for (std::size_t value = 0; value < values; ++value) *plane++ = chosen[value] | ~known;
    complete &= known;
  }
  return complete;
}

const LaneOutcome& LaneEvaluation::evaluate() {
  const Lanes complete = spread();
  if (complete != 0) take_complete(complete);
  if (used_ != complete) take_partial(used_ & ~complete);
  outcome_.consistent &= used_;
  settle();
  return outcome_;
}

void LaneEvaluation::take_complete(Lanes lanes) {
  const LaneProgram& program = rules_->tables().program;
  Lanes* next = words_.data() + rules_->tables().end_of_planes;
  const Lanes* const words = words_.data();
  for (const Step& step : program.steps) {
    switch (step.kind) {
      case Step::Kind::conjunction:
        *next++ = words[step.left] & words[step.right];
        break;
      case Step::Kind::disjunction:
        *next++ = words[step.left] | words[step.right];
        break;
      case Step::Kind::difference:
        *next++ = words[step.left] & ~words[step.right];
        break;
    }
  }
  take(lanes, words[program.consistent], outcome_.consistent);
  for (std::size_t d = 0; d < program.decisions.size(); ++d) {
    LaneDecision& decision = outcome_.decisions[d];
    for (std::size_t value = 0; value < decision.possible.size(); ++value) {
      take(lanes, words[program.decisions[d].values[value]], decision.possible[value]);
      take(lanes, words[program.decisions[d].values[value]], decision.surely[value]);
    }
    for (std::size_t r = 0; r < decision.rule_certain.size(); ++r) {
      take(lanes, words[program.decisions[d].rules[r]], decision.rule_certain[r]);
      take(lanes, words[program.decisions[d].rules[r]], decision.rule_possible[r]);
    }
  }
  for (std::size_t n = 0; n < program.notes.size(); ++n) take(lanes, words[program.notes[n]], outcome_.notes[n]);
}

void LaneEvaluation::take_partial(Lanes lanes) {
  const LaneDiagram& diagram = rules_->diagram();
  node_words_.resize(first_plane + diagram.ends.size());
  node_words_[ones] = ~Lanes{0};
  const Roots& roots = rules_->compiled().roots;
  Lanes* next = node_words_.data() + first_plane;
  const LaneDiagram::Way* way = diagram.ways.data();
  for (const std::uint32_t end : diagram.ends) {
    Lanes reached = 0;
    for (const LaneDiagram::Way* const last = diagram.ways.data() + end; way != last; ++way)
      reached |= words_[way->plane] & node_words_[way->child];
    *next++ = reached;
  }
  const auto reaches = [&](Function f, Function leaf) { return node_words_[diagram.word_of(f, leaf)]; };
  const auto is_certain = [&](Function f) { return reaches(f, yes_leaf) & ~reaches(f, no_leaf); };
  take(lanes, reaches(roots.possible, yes_leaf), outcome_.consistent);
  for (std::size_t d = 0; d < roots.decisions.size(); ++d) {
    LaneDecision& decision = outcome_.decisions[d];
    const bool is_set = rules_->compiled().rules.decisions[d].combine == model::Combine::collect;
    for (std::size_t value = 0; value < decision.possible.size(); ++value) {
      const Function f = roots.decisions[d].values[is_set ? value : 0];
      take(lanes, reaches(f, is_set ? yes_leaf : static_cast<Function>(value)), decision.possible[value]);
      take(lanes, is_set ? is_certain(f) : 0, decision.surely[value]);
    }
    for (std::size_t r = 0; r < decision.rule_certain.size(); ++r) {
      take(lanes, is_certain(roots.decisions[d].rules[r]), decision.rule_certain[r]);
      take(lanes, reaches(roots.decisions[d].rules[r], yes_leaf), decision.rule_possible[r]);
    }
  }
  for (std::size_t n = 0; n < roots.notes.size(); ++n) take(lanes, is_certain(roots.notes[n]), outcome_.notes[n]);
}

void LaneEvaluation::settle() {
  outcome_.settled = outcome_.decided = outcome_.consistent;
  for (std::size_t d = 0; d < outcome_.decisions.size(); ++d) {
    LaneDecision& decision = outcome_.decisions[d];
    Lanes some = 0;
    Lanes open = 0;
    const bool is_set = rules_->compiled().rules.decisions[d].combine == model::Combine::collect;
    for (std::size_t value = 0; value < decision.possible.size(); ++value) {
      const Lanes possible = decision.possible[value];
      open |= is_set ? possible & ~decision.surely[value] : some & possible;
      some |= possible;
    }
    decision.settled = ~open;
    outcome_.settled &= decision.settled;
  }
  for (const std::size_t d : rules_->tables().deciding) outcome_.decided &= outcome_.decisions[d].settled;
}

namespace {

void add_reasons(const model::Decision& decision, const LaneDecision& lanes, std::size_t lane, std::size_t value,
                 std::vector<Reason>& because) {
  const auto add = [&](const std::vector<Lanes>& rules, bool one_of) {
    const std::size_t before = because.size();
    for (std::size_t r = 0; r < rules.size(); ++r)
      if (has(rules[r], lane) && model::gives(decision.rules[r], value)) because.push_back({r, value, one_of});
    return because.size() != before;
  };
  if (!add(lanes.rule_certain, false)) add(lanes.rule_possible, true);
}

}  // namespace

Outcome outcome_in(const LaneRules& rules, const LaneOutcome& outcome, std::size_t lane) {
  Outcome result;
  for (std::size_t d = 0; d < outcome.decisions.size(); ++d) {
    const model::Decision& decision = rules.compiled().rules.decisions[d];
    const LaneDecision& lanes = outcome.decisions[d];
    const bool is_set = decision.combine == model::Combine::collect;
    DecisionOutcome one;
    for (std::size_t value = 0; value < lanes.possible.size(); ++value) {
      if (!has(lanes.possible[value], lane)) continue;
      const bool is_sure = is_set ? has(lanes.surely[value], lane) : has(lanes.settled, lane);
      (!is_set ? one.possible : is_sure ? one.surely : one.maybe).push_back(value);
      if (is_sure) add_reasons(decision, lanes, lane, value, one.because);
    }
    result.decisions.push_back(std::move(one));
  }
  for (std::size_t n = 0; n < outcome.notes.size(); ++n)
    if (has(outcome.notes[n], lane)) result.notes.push_back(n);
  return result;
}

}  // namespace socrates::engine
