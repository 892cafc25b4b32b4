// SPDX-License-Identifier: Apache-2.0
#include "engine/cover.hpp"

// A box says for each question which answers lie in it, so it reads as a sentence: `offering has x, months 3 to 5`. The
// fewest boxes are a hard problem, and greed does well enough: take the way to 1 that asks the fewest questions, widen
// it as far as it stays inside, first by whole questions, then by single answers, and go on with what is left. In the
// end a box that the others hold together is dropped.
//
// Answers that contradict each other are nobody's, so a box may hold them: without that freedom every box would spell
// out what is impossible anyway.

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

#include "socrates/engine/marks.hpp"

namespace socrates::engine {
namespace {

std::uint64_t all_of(std::uint8_t arity) { return arity == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << arity) - 1; }

/// The way to leaf 1 that asks the fewest variables, node by node.
class ShortestWay {
 public:
  ShortestWay(const DiagramView& diagram, Effort& effort)
      : diagram_(diagram), effort_(effort), lengths_(diagram.nodes.size(), unknown) {}

  Allowed box(Function f, Allowed everything) {
    effort_.take_steps(lengths_.size() / 16);
    while (f >= leaf_limit) {
      const std::uint32_t variable = variable_of(diagram_, f);
      Function next = child_of(diagram_, f, 0);
      for (std::size_t value = 1; value < diagram_.arity[variable]; ++value)
        if (length(child_of(diagram_, f, value)) < length(next)) next = child_of(diagram_, f, value);
      std::uint64_t values = 0;
      for (std::size_t value = 0; value < diagram_.arity[variable]; ++value)
        if (child_of(diagram_, f, value) == next) values |= std::uint64_t{1} << value;
      everything[variable] = values;
      f = next;
    }
    return everything;
  }

 private:
  std::uint32_t length(Function f) {
    if (f < leaf_limit) return f == 1 ? 0 : no_way;
    if (lengths_[f - leaf_limit] != unknown) return lengths_[f - leaf_limit];
    std::uint32_t least = no_way;
    effort_.take_steps(diagram_.arity[variable_of(diagram_, f)]);
    for (std::size_t value = 0; value < diagram_.arity[variable_of(diagram_, f)]; ++value)
      least = std::min(least, length(child_of(diagram_, f, value)) + 1);
    return lengths_[f - leaf_limit] = least;
  }

  static constexpr std::uint32_t unknown = std::numeric_limits<std::uint32_t>::max();
  static constexpr std::uint32_t no_way = unknown / 2;

  DiagramView diagram_;
  Effort& effort_;
  std::vector<std::uint32_t> lengths_;  ///< by node
};

/// No answer of the box leads to leaf 0.
class Inside {
 public:
  explicit Inside(DiagramBuilder& builder) : diagram_(builder.view()), effort_(builder.effort()) {}

  bool holds(Function f, const Allowed& box) {
    seen_.begin(diagram_.nodes.size());
    return holds_below(f, box);
  }

 private:
  /// One way out ends the search, so that what was seen before holds.
  bool holds_below(Function f, const Allowed& box) {
    if (f < leaf_limit) return f == 1;
    if (!seen_.add(f)) return true;
    const std::uint32_t variable = variable_of(diagram_, f);
    effort_.take_steps(diagram_.arity[variable]);
    for (std::size_t value = 0; value < diagram_.arity[variable]; ++value)
      if (((box[variable] >> value) & 1U) != 0 && !holds_below(child_of(diagram_, f, value), box)) return false;
    return true;
  }

  DiagramView diagram_;
  Effort& effort_;
  Marks seen_;
};

void widen(Allowed& box, Function inside, const Space& space, DiagramBuilder& builder) {
  Inside search(builder);
  const auto widened = [&](const Allowed& wider) {
    builder.effort().take_steps(box.size());
    if (wider == box || !search.holds(inside, wider)) return;
    box = wider;
  };
  for (auto question = space.questions.rbegin(); question != space.questions.rend(); ++question) {
    Allowed wider = box;
    for (std::size_t v = question->first; v < question->first + question->count; ++v) wider[v] = all_of(space.arity[v]);
    widened(wider);
  }
  for (std::size_t v = 0; v < box.size(); ++v)
    for (std::size_t value = 0; value < space.arity[v]; ++value) {
      Allowed wider = box;
      wider[v] |= std::uint64_t{1} << value;
      widened(wider);
    }
}

/// Leaves out every box that the others hold together.
void drop_redundant(std::vector<Allowed>& boxes, Function wanted, const Space& space, DiagramBuilder& builder) {
  for (std::size_t i = boxes.size(); i-- > 0;) {
    Function others = 0;
    for (std::size_t j = 0; j < boxes.size(); ++j)
      if (j != i) others = builder.join(Join::disjunction, others, box_function(boxes[j], space, builder));
    const Function missed = builder.join(Join::conjunction, wanted, builder.negation(others));
    if (missed == 0) boxes.erase(boxes.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

}  // namespace

Function box_function(const Allowed& box, const Space& space, DiagramBuilder& builder) {
  Function result = 1;
  for (std::size_t v = box.size(); v-- > 0;)
    if (box[v] != all_of(space.arity[v]))
      result = builder.join(Join::conjunction, builder.test(v, box[v], 1, 0), result);
  return result;
}

Cover cover_of(Function wanted, Function any, const Space& space, DiagramBuilder& builder, std::size_t most_boxes) {
  Cover cover;
  const Allowed everything = allowed_by(space, {});
  const Function inside = builder.join(Join::disjunction, wanted, any);
  Function left = wanted;
  while (left != 0 && cover.boxes.size() < most_boxes) {
    Allowed box = ShortestWay(builder.view(), builder.effort()).box(left, everything);
    widen(box, inside, space, builder);
    left = builder.join(Join::conjunction, left, builder.negation(box_function(box, space, builder)));
    cover.boxes.push_back(std::move(box));
  }
  cover.is_whole = left == 0;
  if (cover.is_whole) drop_redundant(cover.boxes, wanted, space, builder);
  return cover;
}

}  // namespace socrates::engine
