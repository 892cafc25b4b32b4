// SPDX-License-Identifier: Apache-2.0
#include "socrates/interview/interview.hpp"

// Why it ends, asks nothing twice and never promises too little. A question is open when two possible completions of
// the answers agree on every other question and give a decision different values. An answer only takes completions
// away, so no question ever becomes open: the open ones shrink to a subset with every answer, and the one just answered
// in full is not among them. Hence "at most N more" is the number of the open ones, and it can only fall. Skipping
// changes no answer and takes one question off the list.
//
// Why going back loses nothing. What is remembered is the latest reply to each question. The state is derived from the
// replies and from what was known before, by walking the questions in the order of asking: a reply holds where its
// question is open at its turn and the reply contradicts nothing before it; any other is set aside, and holds again
// when a later change lets it. So the state does not depend on the way that led to it. Questions that a change has
// opened and that have no reply are what is left to ask.
//
// What was known before is firm while a question is put for the first time. A change of an earlier answer is stronger:
// what was known and contradicts it becomes a reply like any other, and is set aside.
//
// What a several-choice from a file leaves unknown is asked like a whole question, but what is known of it stays: the
// reply is added to it. To overwrite it would bring completions back, and with them questions.

#include <algorithm>
#include <stdexcept>
#include <tuple>
#include <utility>

#include "interview/order.hpp"
#include "socrates/engine/walk.hpp"

namespace socrates::interview {

namespace {

/// The reply, with what is known of a several-choice kept.
model::Answer joined(const model::Answer& known, model::Answer reply) {
  const auto* before = std::get_if<model::Selection>(&known);
  auto* selection = std::get_if<model::Selection>(&reply);
  if (before == nullptr || selection == nullptr) return reply;
  for (std::size_t i = 0; i < before->options.size(); ++i)
    if (before->options[i] != model::Chosen::unknown) selection->options[i] = before->options[i];
  return reply;
}

bool is_possible(const engine::CompiledRules& compiled, const model::Answers& answers) {
  return engine::are_possible(compiled, engine::allowed_by(compiled.space, answers));
}

/// Whether the question can still change a decision.
bool is_open_for_decisions(const engine::CompiledRules& compiled, const model::Answers& answers, std::size_t question) {
  engine::Walk walk(compiled, engine::allowed_by(compiled.space, answers));
  const auto& decisions = compiled.roots.decisions;
  return std::any_of(decisions.begin(), decisions.end(),
                     [&](const engine::DecisionRoots& decision) { return walk.matters(question, decision.values); });
}

/// Questions that can still change whether some note applies, beside those given; in the order of the rules.
std::vector<std::size_t> questions_of_notes(const engine::CompiledRules& compiled, const model::Answers& answers,
                                            const std::vector<std::size_t>& besides) {
  engine::Effort effort;
  engine::Walk walk(compiled, engine::allowed_by(compiled.space, answers), effort);
  const std::vector<bool> mattering = walk.mattering(compiled.roots.notes);
  std::vector<std::size_t> questions;
  for (std::size_t q = 0; q < mattering.size(); ++q)
    if (mattering[q] && std::find(besides.begin(), besides.end(), q) == besides.end()) questions.push_back(q);
  return questions;
}

bool contains(const std::vector<std::size_t>& questions, std::size_t question) {
  return std::find(questions.begin(), questions.end(), question) != questions.end();
}

}  // namespace

std::optional<Interview> Interview::begin(const engine::CompiledRules& compiled, model::Answers known, Depth depth) {
  if (!is_possible(compiled, known)) return std::nullopt;
  return Interview(compiled, std::move(known), depth);
}

Interview::Interview(const engine::CompiledRules& compiled, model::Answers known, Depth depth)
    : compiled_(&compiled),
      depth_(depth),
      order_(order_of_asking(compiled.rules)),
      ranks_(order_.size()),
      known_(std::move(known)),
      replies_(known_.size()),
      answers_(known_),
      skipped_(known_.size(), false),
      is_late_(known_.size(), false) {
  for (std::size_t rank = 0; rank < order_.size(); ++rank) ranks_[order_[rank]] = rank;
  settle();
}

void Interview::settle() { settle_from(0); }

/// Derives the state anew; what stands before that place in the order of asking has not changed.
void Interview::settle_from(std::size_t rank) {
  std::vector<std::size_t> rest;
  for (std::size_t r = 0; r < order_.size(); ++r) {
    const std::size_t q = order_[r];
    if (r < rank && !is_late_[q]) {
      if (replies_[q] && !is_given(q)) rest.push_back(q);
      continue;
    }
    if (r < rank && replies_[q]) rest.push_back(q);
    answers_[q] = known_[q];
    skipped_[q] = false;
    is_late_[q] = false;
  }
  for (std::size_t r = rank; r < order_.size(); ++r) {
    const std::size_t q = order_[r];
    if (!replies_[q]) continue;
    if (is_open_for_decisions(*compiled_, answers_, q))
      place(q);
    else
      rest.push_back(q);
  }
  if (depth_ == Depth::decisions_and_notes) {
    std::sort(rest.begin(), rest.end(), [&](std::size_t a, std::size_t b) { return ranks_[a] < ranks_[b]; });
    for (const std::size_t q : rest) {
      if (!contains(questions_of_notes(*compiled_, answers_, {}), q)) continue;
      place(q);
      is_late_[q] = is_given(q);
    }
  }
  outcome_ = engine::evaluate(*compiled_, answers_).value();
  find_standing();
  list_visited();
}

/// Lets the reply hold where it contradicts nothing.
void Interview::place(std::size_t question) {
  const model::Answer& reply = *replies_[question];
  if (model::is_unknown(reply)) {
    skipped_[question] = true;
    return;
  }
  const model::Answer before = std::exchange(answers_[question], joined(known_[question], reply));
  if (!is_possible(*compiled_, answers_)) answers_[question] = before;
}

void Interview::find_standing() {
  standing_ = next_question(compiled_->rules, outcome_.open_questions, skipped_);
  if (depth_ == Depth::decisions) return;
  open_for_notes_ = questions_of_notes(*compiled_, answers_, outcome_.open_questions);
  if (!standing_) standing_ = next_question(compiled_->rules, open_for_notes_, skipped_);
}

bool Interview::is_given(std::size_t question) const {
  return skipped_[question] || model::is_complete(answers_[question]);
}

void Interview::list_visited() {
  visited_.clear();
  for (const std::size_t q : order_)
    if (is_given(q)) visited_.push_back(q);
  std::stable_partition(visited_.begin(), visited_.end(), [&](std::size_t q) { return !is_late_[q]; });
}

/// In the order of asking.
bool Interview::is_before(std::size_t a, std::size_t b) const {
  const auto place_of = [&](std::size_t q) {
    return std::tuple(is_given(q) ? is_late_[q] : contains(open_for_notes_, q), ranks_[q]);
  };
  return place_of(a) < place_of(b);
}

/// What an answer to the question must not contradict.
model::Answers Interview::firm_answers(std::size_t question) const {
  model::Answers firm = revisited_ ? model::Answers(answers_.size()) : known_;
  for (const std::size_t q : visited_)
    if (q != question && is_before(q, question)) firm[q] = answers_[q];
  return firm;
}

Offer Interview::offer() const {
  const std::size_t q = question().value();
  return offer_for(*compiled_, firm_answers(q), q);
}

std::size_t Interview::at_most_more() const {
  const auto not_skipped = [&](const std::vector<std::size_t>& questions) {
    return static_cast<std::size_t>(
        std::count_if(questions.begin(), questions.end(), [&](std::size_t q) { return !skipped_[q]; }));
  };
  return not_skipped(outcome_.open_questions) + not_skipped(open_for_notes_);
}

std::vector<std::size_t> Interview::answer(model::Answer given) {
  if (!question()) throw std::logic_error("an answer where no question stands");
  const std::size_t q = *question();
  model::Answers firm = firm_answers(q);
  firm[q] = joined(firm[q], std::move(given));
  if (!model::is_complete(firm[q])) throw std::logic_error("an answer that leaves its question open");
  if (!is_possible(*compiled_, firm)) return engine::contradictions(*compiled_, firm);
  model::Answer taken = firm[q];
  if (revisited_) yield_known(std::move(firm));
  reply(q, std::move(taken));
  return {};
}

void Interview::skip() {
  if (!question()) throw std::logic_error("a skip where no question stands");
  const std::size_t q = *question();
  if (revisited_) yield_known(firm_answers(q));
  reply(q, model::Unknown{});
}

/// Turns what was known and contradicts the firm answers into replies, which can be set aside.
void Interview::yield_known(model::Answers firm) {
  for (const std::size_t q : order_) {
    if (q == *revisited_ || model::is_unknown(known_[q])) continue;
    const model::Answer before = std::exchange(firm[q], known_[q]);
    if (is_possible(*compiled_, firm)) continue;
    firm[q] = before;
    if (model::is_complete(known_[q])) replies_[q] = known_[q];
    known_[q] = model::Unknown{};
  }
}

void Interview::reply(std::size_t question, model::Answer reply) {
  const std::vector<std::size_t> before = visited_;
  const bool was_revisited = revisited_.has_value();
  const bool was_known = was_revisited && model::is_complete(known_[question]);
  if (was_revisited) known_[question] = model::Unknown{};
  if (was_known && !model::is_unknown(reply))
    known_[question] = std::move(reply);  // holds whether it is asked or not, as it did before
  else
    replies_[question] = std::move(reply);
  if (was_revisited)
    settle();
  else
    settle_from(ranks_[question]);
  set_aside_.clear();
  for (const std::size_t q : before)
    if (q != question && !is_given(q)) set_aside_.push_back(q);
  if (was_revisited) go_on_from(question);
}

/// Behind a revisited question, to the next that was visited, or to one that is to be asked before that.
void Interview::go_on_from(std::size_t question) {
  revisited_.reset();
  if (std::exchange(is_edit_, false)) return;
  const auto next =
      std::find_if(visited_.begin(), visited_.end(), [&](std::size_t q) { return is_before(question, q); });
  if (next == visited_.end() || (standing_ && is_before(*standing_, *next))) return;
  revisited_ = *next;
}

void Interview::keep() {
  if (!revisited_) throw std::logic_error("nothing to keep where no question is revisited");
  set_aside_.clear();
  go_on_from(*revisited_);
}

bool Interview::back() {
  const std::optional<std::size_t> from = question();
  std::optional<std::size_t> before;
  for (const std::size_t q : visited_)
    if (!from || is_before(q, *from)) before = q;
  if (!before) return false;
  set_aside_.clear();
  revisited_ = before;
  is_edit_ = false;
  return true;
}

bool Interview::edit(std::size_t question) {
  if (!contains(visited_, question)) return false;
  set_aside_.clear();
  revisited_ = question;
  is_edit_ = true;
  return true;
}

bool Interview::learn(std::size_t question, model::Answer answer) {
  model::Answers wanted = answers_;
  wanted[question] = answer;
  if (!is_possible(*compiled_, wanted)) return false;
  known_[question] = std::move(answer);
  replies_[question].reset();
  settle();
  // What was given here and would not be asked any more is kept nevertheless.
  bool has_kept = false;
  for (std::size_t q = 0; q < wanted.size(); ++q) {
    if (q == question || !model::is_complete(wanted[q]) || is_given(q)) continue;
    known_[q] = wanted[q];
    replies_[q].reset();
    has_kept = true;
  }
  if (has_kept) settle();
  if (revisited_ && !contains(visited_, *revisited_)) revisited_.reset();
  return true;
}

Counts Interview::counts() const {
  Counts counts;
  for (std::size_t q = 0; q < answers_.size(); ++q) {
    if (skipped_[q])
      ++counts.skipped;
    else if (replies_[q] && is_given(q))
      ++counts.asked;
    else if (contains(outcome_.open_questions, q) || contains(open_for_notes_, q))
      ++counts.open;
    else if (!model::is_unknown(known_[q]))
      ++counts.known;
    else
      ++counts.without_effect;
  }
  return counts;
}

}  // namespace socrates::interview
