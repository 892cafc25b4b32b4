// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "render/documents/sources.hpp"
#include "render/sentence.hpp"
#include "socrates/render/rules_document.hpp"

namespace socrates::render {
namespace {

using model::Combine;
using model::Condition;
using model::ConditionKind;
using model::Question;
using model::QuestionKind;

std::string labels(const std::vector<model::Named>& named, const model::IndexSet& values,
                   std::string_view conjunction) {
  std::vector<std::string> words;
  for (const std::size_t value : values) words.push_back(in_quotes(named[value].label));
  return listed(words, conjunction);
}

std::string set_test(const std::string& subject, const std::vector<model::Named>& named, const Condition& condition) {
  if (condition.test == model::Test::is_empty) return subject + " has nothing";
  if (condition.test == model::Test::has_all) return subject + " has " + labels(named, condition.values, "and");
  if (condition.values.size() == named.size() && named.size() > 1) return subject + " has something";
  return subject + " has " + labels(named, condition.values, "or");
}

std::string question_test(const Question& question, const Condition& condition) {
  switch (question.kind) {
    case QuestionKind::yes_no:
      return fmt::format("{} is {}", question.id, condition.values.contains(1) ? "yes" : "no");
    case QuestionKind::one:
      return fmt::format("{} is {}", question.id, labels(question.options, condition.values, "or"));
    case QuestionKind::several:
      return set_test(question.id, question.options, condition);
    case QuestionKind::number:
      break;
  }
  if (condition.from == condition.to) return fmt::format("{} is {}", question.id, condition.from);
  if (condition.to >= question.to) return fmt::format("{} is at least {}", question.id, condition.from);
  if (condition.from <= question.from) return fmt::format("{} is at most {}", question.id, condition.to);
  return fmt::format("{} is {} to {}", question.id, condition.from, condition.to);
}

std::string decision_test(const model::Decision& decision, const Condition& condition) {
  if (decision.combine == Combine::collect) return set_test(decision.id, decision.values, condition);
  const model::IndexSet& values = condition.values;
  const bool is_range = values.size() > 1 && values.back() - values.front() + 1 == values.size();
  if (decision.combine == Combine::strongest && is_range) {
    if (values.back() + 1 == decision.values.size())
      return fmt::format("{} is at least {}", decision.id, in_quotes(decision.values[values.front()].label));
    if (values.front() == 0)
      return fmt::format("{} is at most {}", decision.id, in_quotes(decision.values[values.back()].label));
  }
  return fmt::format("{} is {}", decision.id, labels(decision.values, values, "or"));
}

bool is_leaf(const Condition& condition) { return condition.parts.empty(); }

class RulesAuthor {
 public:
  explicit RulesAuthor(const model::RuleSet& rules) : rules_(rules) {}

  [[nodiscard]] std::string title() const { return fmt::format("Rules {} {}", rules_.id, rules_.version); }

  [[nodiscard]] Paragraph head() const {
    return {{fmt::format("{}: {}, {}, {} and {}.", title(), counted(rules_.questions.size(), "question"),
                         counted(rules_.facts.size(), "fact"), counted(rules_.decisions.size(), "decision"),
                         counted(rules_.notes.size(), "note"))}};
  }

  [[nodiscard]] std::vector<Section> sections(const std::vector<std::size_t>& decisions) const {
    std::vector<Section> result;
    for (const std::size_t d : decisions) result.push_back(decision(d));
    if (!decisions.empty()) return result;
    for (std::size_t d = 0; d < rules_.decisions.size(); ++d) result.push_back(decision(d));
    result.push_back(notes());
    result.push_back(facts());
    result.push_back(impossible());
    result.push_back(invariants());
    result.push_back(questions());
    return result;
  }

 private:
  [[nodiscard]] Section decision(std::size_t d) const {
    const model::Decision& decision = rules_.decisions[d];
    Section section{decision.title.empty() ? decision.id : fmt::format("{} ({})", decision.title, decision.id),
                    {Paragraph{{combine_text(decision)}}}};
    for (std::size_t v = decision.values.size(); v-- > 0;) {
      const std::size_t value = decision.combine == Combine::strongest ? v : decision.values.size() - 1 - v;
      Items list;
      for (const model::Rule& rule : decision.rules)
        if (model::gives(rule, value)) list.items.push_back(item_of(rule));
      section.sections.push_back({capitalized(decision.values[value].label), {std::move(list)}});
    }
    return section;
  }

  [[nodiscard]] Section notes() const {
    Items list;
    for (const model::Note& note : rules_.notes)
      list.items.push_back(
          {{note.summary.empty() ? std::string(note.text) : note.text + " In the summary: " + note.summary,
            keys_of(note.sources, rules_.sources)},
           parts(note.when),
           note.id});
    return {"Notes", {std::move(list)}};
  }

  [[nodiscard]] Section facts() const {
    Items list;
    for (const model::Fact& fact : rules_.facts) list.items.push_back(condition(fact.id, fact.when));
    if (list.items.empty()) return {"Facts"};
    return {"Facts", {Paragraph{{"A fact is a condition with a name. It holds when:"}}, std::move(list)}};
  }

  [[nodiscard]] Section impossible() const {
    Items list;
    for (const model::Impossible& clause : rules_.impossible)
      list.items.push_back({{capitalized(clause.because)}, parts(clause.when)});
    return {"Answers that contradict each other", {std::move(list)}};
  }

  [[nodiscard]] Section invariants() const {
    Items list;
    for (const model::Invariant& invariant : rules_.invariants) {
      Item item{{invariant.because}, {}, invariant.id};
      if (invariant.when) item.items.push_back(condition("where", *invariant.when));
      item.items.push_back(condition(invariant.when ? "there" : "always", invariant.always));
      list.items.push_back(std::move(item));
    }
    return {"What holds whatever the answers", {std::move(list)}};
  }

  [[nodiscard]] Section questions() const {
    Items list;
    for (const Question& question : rules_.questions) {
      Item item{{question.ask + kind_text(question)}, {}, question.id};
      if (question.kind != QuestionKind::yes_no)
        for (const model::Named& option : question.options) item.items.push_back({{option.label}, {}, option.id});
      for (const model::Wording& wording : question.ask_when)
        item.items.push_back({{wording.ask}, parts(wording.when), "in other words"});
      list.items.push_back(std::move(item));
    }
    return {"Questions", {std::move(list)}};
  }

  static std::string kind_text(const Question& question) {
    switch (question.kind) {
      case QuestionKind::yes_no:
        return " (yes or no)";
      case QuestionKind::one:
        return " (one of)";
      case QuestionKind::several:
        return " (any of)";
      case QuestionKind::number:
        return fmt::format(" ({} to {}{})", question.from, question.to,
                           question.unit.empty() ? "" : " " + question.unit);
    }
    return {};
  }

  static std::string combine_text(const model::Decision& decision) {
    switch (decision.combine) {
      case Combine::strongest:
        return "The outcome is the strongest of the values below whose rule applies.";
      case Combine::exactly_one:
        return "For every possible answer some rule below applies, and all that apply give the same value.";
      case Combine::collect:
        return "The outcome is the set of all values below whose rule applies.";
    }
    return {};
  }

  [[nodiscard]] Item item_of(const model::Rule& rule) const {
    Item item{{rule.because, keys_of(rule.sources, rules_.sources)}, {}, rule.id};
    if (rule.when)
      item.items = parts(*rule.when);
    else
      item.items.push_back({{"if no other rule applies"}});
    return item;
  }

  [[nodiscard]] std::string leaf_text(const Condition& condition) const {
    switch (condition.kind) {
      case ConditionKind::question:
        return question_test(rules_.questions[condition.subject], condition);
      case ConditionKind::decision:
        return decision_test(rules_.decisions[condition.subject], condition);
      case ConditionKind::fact:
        return rules_.facts[condition.subject].id;
      case ConditionKind::all:
        return "always";
      case ConditionKind::any:
      case ConditionKind::negation:
        break;
    }
    return "never";
  }

  /// The parts of a condition of which all must hold, an item each.
  [[nodiscard]] std::vector<Item> parts(const Condition& whole) const {
    if (whole.kind != ConditionKind::all || is_leaf(whole)) return {condition("", whole)};
    std::vector<Item> items;
    for (const Condition& part : whole.parts) items.push_back(condition("", part));
    return items;
  }

  /// An item under that name, and below it the parts where the condition has some.
  [[nodiscard]] Item condition(const std::string& name, const Condition& whole, const std::string& lead = "") const {
    if (is_leaf(whole)) return {{lead + leaf_text(whole)}, {}, name};
    if (whole.kind == ConditionKind::negation) return condition(name, whole.parts.front(), lead + "not: ");
    Item item{{lead + (whole.kind == ConditionKind::all ? "all of" : "one or more of")}, {}, name};
    for (const Condition& part : whole.parts) item.items.push_back(condition("", part));
    return item;
  }

  const model::RuleSet& rules_;
};

void add(const std::vector<model::SourceReference>& more, std::vector<Source>& sources) {
  for (const model::SourceReference& reference : more) {
    Source source = source_of(reference);
    if (std::find(sources.begin(), sources.end(), source) == sources.end()) sources.push_back(std::move(source));
  }
}

}  // namespace

Document rules_document(const std::vector<RulesView>& views) {
  Document document{"Rules", "", {}, {}, {}, {}};
  for (const RulesView& view : views) {
    const RulesAuthor author(view.rules);
    if (views.size() == 1) {
      document.title = author.title();
      document.sections = author.sections(view.decisions);
    } else {
      document.sections.push_back({author.title(), {}, author.sections(view.decisions)});
    }
    document.lead.push_back(author.head());
    if (view.decisions.empty())
      add(view.rules.sources, document.sources);
    else
      add_named_sources(document, view.rules.sources);
  }
  return document;
}

}  // namespace socrates::render
