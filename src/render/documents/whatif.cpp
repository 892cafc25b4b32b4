// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <tuple>

#include "render/decision_words.hpp"
#include "render/sentence.hpp"
#include "socrates/engine/asking.hpp"
#include "socrates/model/answer_words.hpp"
#include "socrates/model/contract.hpp"
#include "socrates/render/whatif.hpp"

namespace socrates::render {
namespace {

using engine::DecisionChanges;
using engine::SmallestChanges;
using engine::WantState;
using Group = std::optional<SmallestChanges> DecisionChanges::*;

/// `Who asks you for a report? Also your customers' security teams, not a regulator`.
std::string selection_in_words(const model::Question& question, const model::Answer& before,
                               const model::Selection& after) {
  const auto* const old = std::get_if<model::Selection>(&before);
  std::vector<std::string> with;
  std::vector<std::string> without;
  for (std::size_t i = 0; i < after.options.size(); ++i) {
    const model::Chosen was = old == nullptr ? model::Chosen::unknown : old->options[i];
    if (after.options[i] == was || after.options[i] == model::Chosen::unknown) continue;
    (after.options[i] == model::Chosen::yes ? with : without).push_back(label_of(question.options[i]));
  }
  std::string words;
  if (!with.empty()) words = "also " + listed(with, "and");
  if (!without.empty()) words += fmt::format("{}not {}", with.empty() ? "" : "; ", listed(without, "or"));
  return words;
}

/// In the words that fit the answers after the change.
std::string change_in_words(const model::RuleSet& rules, std::size_t q, const model::Answer& before,
                            const model::Answers& answers) {
  const model::Question& question = rules.questions[q];
  const model::Answer& after = answers[q];
  const auto* const selection = std::get_if<model::Selection>(&after);
  const std::string words = selection != nullptr ? selection_in_words(question, before, *selection)
                                                 : fmt::format("{} instead of {}", model::answer_label(question, after),
                                                               model::answer_label(question, before));
  return fmt::format("{} {}", engine::words_of(rules, answers, q), capitalized(words));
}

class WhatIfAuthor {
 public:
  explicit WhatIfAuthor(const WhatIf& whatif) : whatif_(whatif), rules_(whatif.rules) {}

  Document write() {
    Document document{"What would change the outcome", base::to_text(whatif_.today), {}, {}, {}, {}};
    document.lead = {{{whatif_.wanted ? wanted_sentence(*whatif_.wanted) : sentence_on_all()}}};
    if (has_groups()) {
      document.sections = {acts(), facts()};
      if (whatif_.wanted && whatif_.wanted->found.changes.both) document.sections.push_back(both());
    }
    document.origin = {fmt::format("Rules: {} {}, sha256 {}. Today: {}.", rules_.id, rules_.version,
                                   rules_.sha256.substr(0, 12), base::to_text(whatif_.today))};
    return document;
  }

 private:
  [[nodiscard]] std::vector<DecisionChanges> all_changes() const {
    if (whatif_.wanted) return {whatif_.wanted->found.changes};
    return whatif_.changes;
  }

  [[nodiscard]] bool has_groups() const {
    if (!whatif_.wanted) return !whatif_.changes.empty();
    return whatif_.wanted->found.state != WantState::has_it && whatif_.wanted->found.state != WantState::open &&
           whatif_.wanted->found.is_possible;
  }

  [[nodiscard]] std::string title(std::size_t d) const { return title_of(rules_.decisions[d]); }

  /// What a decision comes to: a label, or of a set the labels of its elements.
  [[nodiscard]] std::string value(std::size_t d, const engine::DecisionOutcome& outcome) const {
    const DecisionView view{&rules_.decisions[d], &outcome};
    std::string text = label_of(view);
    if (outcome.maybe.empty()) return text;
    std::vector<std::string> labels;
    for (const std::size_t element : outcome.maybe) labels.push_back(label_of(rules_.decisions[d].values[element]));
    return (outcome.surely.empty() ? "perhaps " : text + ", and perhaps ") + listed(labels, "or");
  }

  /// Of a set, what comes in and what goes.
  [[nodiscard]] std::string difference(std::size_t d, const engine::DecisionOutcome& after) const {
    const engine::DecisionOutcome& before = whatif_.outcome.decisions[d];
    if (rules_.decisions[d].combine != model::Combine::collect)
      return fmt::format("{} instead of {}", value(d, after), value(d, before));
    std::vector<std::string> parts;
    add_elements(parts, d, "new: ", after.surely, before.surely);
    add_elements(parts, d, "perhaps: ", after.maybe, before.maybe);
    std::vector<std::size_t> conceivable = after.surely;
    conceivable.insert(conceivable.end(), after.maybe.begin(), after.maybe.end());
    std::vector<std::size_t> was = before.surely;
    was.insert(was.end(), before.maybe.begin(), before.maybe.end());
    add_elements(parts, d, "gone: ", was, conceivable);
    return joined(parts, "; ");
  }

  void add_elements(std::vector<std::string>& parts, std::size_t d, std::string_view word,
                    const std::vector<std::size_t>& elements, const std::vector<std::size_t>& except) const {
    std::vector<std::string> labels;
    for (const std::size_t element : elements)
      if (std::find(except.begin(), except.end(), element) == except.end())
        labels.push_back(label_of(rules_.decisions[d].values[element]));
    if (!labels.empty()) parts.push_back(std::string(word) + listed(labels, "and"));
  }

  static bool is_equal(const engine::DecisionOutcome& a, const engine::DecisionOutcome& b) {
    return a.possible == b.possible && a.surely == b.surely && a.maybe == b.maybe;
  }

  /// Changes that belong together, and below them all that comes of them.
  [[nodiscard]] Item line(const std::vector<std::size_t>& questions, const engine::Alternative& alternative) const {
    std::vector<std::string> changes;
    for (const std::size_t q : questions)
      changes.push_back(change_in_words(rules_, q, whatif_.answers[q], alternative.answers));
    Item line{{joined(changes, "; and ")}};
    for (const DecisionView& view : in_order(alternative.outcome)) {
      const auto d = static_cast<std::size_t>(view.decision - rules_.decisions.data());
      if (!is_equal(*view.outcome, whatif_.outcome.decisions[d]))
        line.items.push_back({{difference(d, *view.outcome)}, {}, title(d)});
    }
    return line;
  }

  [[nodiscard]] std::vector<DecisionView> in_order(const engine::Outcome& outcome) const {
    const model::Criteria none;
    return decisions_in_order({rules_, whatif_.answers, outcome, none, whatif_.today});
  }

  /// Some report or its type comes out otherwise, or is put in doubt.
  [[nodiscard]] bool changes_reports(const engine::Alternative& alternative) const {
    return std::any_of(std::begin(model::deciding_decisions), std::end(model::deciding_decisions),
                       [&](std::string_view id) {
                         const auto d = model::find_decision(rules_, id);
                         return d && !is_equal(whatif_.outcome.decisions[*d], alternative.outcome.decisions[*d]);
                       });
  }

  /// The same changes, met on the way to several decisions, stand once. What changes a report comes first, then what
  /// takes fewer changes.
  [[nodiscard]] Items lines(Group group) const {
    struct Way {
      std::vector<std::size_t> questions;
      const engine::Alternative* alternative;
    };
    const std::vector<DecisionChanges> all = all_changes();
    std::vector<Way> entries;
    for (const DecisionChanges& changes : all) {
      if (!(changes.*group)) continue;
      for (const engine::ChangeSet& set : (changes.*group)->sets)
        for (const engine::Alternative& alternative : set.alternatives) {
          const auto is_same = [&](const Way& entry) { return entry.alternative->answers == alternative.answers; };
          if (std::none_of(entries.begin(), entries.end(), is_same)) entries.push_back({set.questions, &alternative});
        }
    }
    std::stable_sort(entries.begin(), entries.end(), [&](const Way& a, const Way& b) {
      const auto key = [&](const Way& entry) {
        return std::tuple(!changes_reports(*entry.alternative), entry.questions.size(), entry.questions);
      };
      return key(a) < key(b);
    });
    Items result;
    for (const Way& entry : entries) result.items.push_back(line(entry.questions, *entry.alternative));
    if (result.items.size() <= whatif_.most_ways) return result;
    const std::size_t more = result.items.size() - whatif_.most_ways;
    result.items.resize(whatif_.most_ways);
    result.items.push_back({{fmt::format("{} more, which --all lists", more)}});
    return result;
  }

  /// The decisions that no answers to the questions of the group change, and those with more sets than are listed.
  [[nodiscard]] std::string rest(Group group) const {
    std::vector<std::string> fixed;
    std::vector<std::string> cut;
    for (const DecisionChanges& changes : all_changes()) {
      if (!(changes.*group)) fixed.push_back(title(changes.decision));
      if (changes.*group && (changes.*group)->has_more) cut.push_back(title(changes.decision));
    }
    std::string text;
    if (whatif_.most_ways != every_way) return text;
    if (!fixed.empty() && !whatif_.wanted)
      text = fmt::format("Whatever the answers to these questions, these decisions stay as they are: {}.",
                         listed(fixed, "and"));
    if (!cut.empty())
      text += fmt::format("{}There are more changes of this size than the {} listed: {}.", text.empty() ? "" : " ",
                          engine::most_change_sets, listed(cut, "and"));
    return text;
  }

  [[nodiscard]] Section section(std::string heading, Group group, const std::string& some,
                                const std::string& none) const {
    Items changes = lines(group);
    if (changes.items.empty()) return {std::move(heading), {Paragraph{{none}}}};
    return {std::move(heading), {Paragraph{{some}}, std::move(changes), Paragraph{{rest(group)}}}};
  }

  [[nodiscard]] Section acts() const {
    return section("What you can act on", &DecisionChanges::can_change, "The smallest changes that make a difference:",
                   "No change in what you can act on is enough: all possible answers to those "
                   "questions were considered.");
  }
  [[nodiscard]] Section facts() const {
    return section("This rests on", &DecisionChanges::rests_on,
                   "Facts to verify. The outcome would change if any of these turned out differently:",
                   "No other answers to the remaining questions are enough: all possible answers were considered.");
  }
  [[nodiscard]] Section both() const {
    return section("Both together", &DecisionChanges::both,
                   "Only changes in what you can act on and in other facts together:", "");
  }

  [[nodiscard]] std::string sentence_on_all() const {
    std::vector<std::string> open;
    for (const DecisionView& view : in_order(whatif_.outcome))
      if (!is_settled(view)) open.push_back(title_of(*view.decision));
    std::string text = "What would change the outcome: the smallest changes that are enough.";
    if (!open.empty()) text += fmt::format(" Left out because they are still open: {}.", listed(open, "and"));
    return text;
  }

  [[nodiscard]] std::string wanted_sentence(const Wanted& wanted) const {
    const std::size_t d = wanted.want.decision;
    const std::string now = value(d, whatif_.outcome.decisions[d]);
    const std::string want = fmt::format("{}: {}", title(d), label_of(rules_.decisions[d].values[wanted.want.value]));
    switch (wanted.found.state) {
      case WantState::has_it:
        return fmt::format("{}. That is already the outcome.", want);
      case WantState::open: {
        std::vector<std::string> ids;
        for (const std::size_t q : whatif_.outcome.decisions[d].depends_on) ids.push_back(rules_.questions[q].id);
        return fmt::format("{}. That is already possible, but not settled; it depends on {}.", want,
                           ids.empty() ? "open answers" : listed(ids, "and"));
      }
      case WantState::reaches:
        return fmt::format("{}. It is now {}. The smallest changes that reach it:", want, now);
      case WantState::may_reach:
        return fmt::format(
            "{}. It is now {}. The smallest changes that make it "
            "possible; open questions then decide:",
            want, now);
      case WantState::no_way:
        break;
    }
    if (!wanted.found.is_possible)
      return fmt::format("{}. No possible answers give this value: all of them were considered.", want);
    return fmt::format("{}. It is now {}, and neither what you can act on nor the other answers can change that alone.",
                       want, now);
  }

  const WhatIf& whatif_;
  const model::RuleSet& rules_;
};

}  // namespace

Document whatif_document(const WhatIf& whatif) { return WhatIfAuthor(whatif).write(); }

}  // namespace socrates::render
