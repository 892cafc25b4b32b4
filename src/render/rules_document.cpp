// SPDX-License-Identifier: Apache-2.0
#include "socrates/render/rules_document.hpp"

#include <fmt/format.h>

#include "markdown.hpp"
#include "sentence.hpp"

namespace socrates::render {
namespace {

using model::Combine;
using model::Condition;
using model::ConditionKind;
using model::Question;
using model::QuestionKind;

enum class Form { text, markdown };

/// A document as it grows: titles, paragraphs and nested items, for people at a terminal or as Markdown.
class Page {
 public:
  Page(Form form, Color color) : form_(form), color_(color) {}

  void title(int level, const std::string& text) {
    if (!text_.empty() && !text_.ends_with("\n\n")) text_ += '\n';
    was_item_ = false;
    if (form_ == Form::markdown) {
      text_ += std::string(static_cast<std::size_t>(level), '#') + " " + markdown_line(text) + "\n\n";
      return;
    }
    const std::string words = prose(level == 1 ? text : capitalized(text));
    text_ += bold(words, color_) + "\n";
    if (level <= 2) text_ += std::string(width_of(words), level == 1 ? '=' : '-') + "\n";
  }

  void paragraph(const std::string& text) {
    if (form_ == Form::markdown)
      text_ += (was_item_ ? "\n" : "") + markdown_line(text) + "\n\n";
    else
      text_ += wrap(prose(text));
    was_item_ = false;
  }

  void item(std::size_t depth, const std::string& text) {
    if (form_ == Form::markdown)
      text_ += std::string(depth * 2, ' ') + "- " + markdown_line(text) + "\n";
    else
      text_ += wrap("- " + prose(text), {depth * 2, depth * 2 + 2});
    was_item_ = true;
  }

  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  Form form_;
  Color color_;
  std::string text_;
  bool was_item_ = false;
};

std::string labels(const std::vector<model::Named>& named, const std::vector<std::size_t>& values,
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
      return fmt::format("{} is {}", question.id, condition.values == std::vector<std::size_t>{1} ? "yes" : "no");
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
  const std::vector<std::size_t>& values = condition.values;
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

class Document {
 public:
  Document(const model::RuleSet& rules, Page& page) : rules_(rules), page_(page) {}

  void write_head() {
    page_.title(1, fmt::format("Rules {} {}", rules_.id, rules_.version));
    page_.paragraph(fmt::format("{}, {}, {} and {}.", counted(rules_.questions.size(), "question"),
                                counted(rules_.facts.size(), "fact"), counted(rules_.decisions.size(), "decision"),
                                counted(rules_.notes.size(), "note")));
  }

  void write_questions() {
    page_.title(2, "Questions");
    for (const Question& question : rules_.questions) {
      page_.item(0, fmt::format("{}: {}{}", question.id, question.ask, kind_text(question)));
      if (question.kind != QuestionKind::yes_no)
        for (const model::Named& option : question.options)
          page_.item(1, fmt::format("{}: {}", option.id, option.label));
    }
  }

  void write_facts() {
    if (rules_.facts.empty()) return;
    page_.title(2, "Facts");
    page_.paragraph("A fact is a condition with a name. It holds when:");
    for (const model::Fact& fact : rules_.facts) write_condition(0, fact.id + ": ", fact.when);
  }

  void write_impossible() {
    if (rules_.impossible.empty()) return;
    page_.title(2, "Answers that contradict each other");
    for (const model::Impossible& clause : rules_.impossible) {
      page_.item(0, capitalized(clause.because));
      write_parts(1, clause.when);
    }
  }

  void write_decision(std::size_t d) {
    const model::Decision& decision = rules_.decisions[d];
    page_.title(2, decision.title.empty() ? decision.id : fmt::format("{} ({})", decision.title, decision.id));
    page_.paragraph(combine_text(decision));
    for (std::size_t v = decision.values.size(); v-- > 0;) {
      const std::size_t value = decision.combine == Combine::strongest ? v : decision.values.size() - 1 - v;
      page_.title(3, decision.values[value].label);
      for (const model::Rule& rule : decision.rules)
        if (model::gives(rule, value)) write_rule(rule);
    }
  }

  void write_notes() {
    if (rules_.notes.empty()) return;
    page_.title(2, "Notes");
    for (const model::Note& note : rules_.notes) {
      page_.item(0, fmt::format("{}: {} {}", note.id, note.text, source_ids(note.sources)));
      write_parts(1, note.when);
    }
  }

  void write_invariants() {
    if (rules_.invariants.empty()) return;
    page_.title(2, "What holds whatever is answered");
    for (const model::Invariant& invariant : rules_.invariants) {
      page_.item(0, fmt::format("{}: {}", invariant.id, invariant.because));
      if (invariant.when) write_condition(1, "where ", *invariant.when);
      write_condition(1, invariant.when ? "there " : "always ", invariant.always);
    }
  }

  void write_sources() {
    if (rules_.sources.empty()) return;
    page_.title(2, "Sources");
    for (const model::SourceReference& source : rules_.sources)
      page_.item(0, fmt::format("{}: {} ({})", source.id, source.title, source.publisher));
  }

 private:
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

  [[nodiscard]] std::string source_ids(const std::vector<std::size_t>& sources) const {
    std::vector<std::string> ids;
    for (const std::size_t source : sources) ids.push_back(rules_.sources[source].id);
    return "[" + joined(ids, ", ") + "]";
  }

  void write_rule(const model::Rule& rule) {
    page_.item(0, fmt::format("{}: {} {}", rule.id, rule.because, source_ids(rule.sources)));
    if (rule.when)
      write_parts(1, *rule.when);
    else
      page_.item(1, "where no other rule applies");
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
  void write_parts(std::size_t depth, const Condition& condition) {
    if (condition.kind != ConditionKind::all || is_leaf(condition)) return write_condition(depth, "", condition);
    for (const Condition& part : condition.parts) write_condition(depth, "", part);
  }

  /// An item that begins with `lead`, and below it the parts where the condition has some.
  void write_condition(std::size_t depth, const std::string& lead, const Condition& condition) {
    if (is_leaf(condition)) return page_.item(depth, lead + leaf_text(condition));
    if (condition.kind == ConditionKind::negation) {
      const Condition& part = condition.parts.front();
      return is_leaf(part) ? page_.item(depth, lead + "not: " + leaf_text(part))
                           : write_condition(depth, lead + "not: ", part);
    }
    page_.item(depth, lead + (condition.kind == ConditionKind::all ? "all of" : "one or more of"));
    for (const Condition& part : condition.parts) write_condition(depth + 1, "", part);
  }

  const model::RuleSet& rules_;
  Page& page_;
};

void write(const model::RuleSet& rules, const std::vector<std::size_t>& decisions, Page& page) {
  Document document(rules, page);
  document.write_head();
  if (!decisions.empty()) {
    for (const std::size_t d : decisions) document.write_decision(d);
    return;
  }
  for (std::size_t d = 0; d < rules.decisions.size(); ++d) document.write_decision(d);
  document.write_notes();
  document.write_facts();
  document.write_impossible();
  document.write_invariants();
  document.write_questions();
  document.write_sources();
}

}  // namespace

std::string rules_text(const model::RuleSet& rules, const std::vector<std::size_t>& decisions, Color color) {
  Page page(Form::text, color);
  write(rules, decisions, page);
  return page.text();
}

std::string rules_markdown(const model::RuleSet& rules, const std::vector<std::size_t>& decisions) {
  Page page(Form::markdown, Color::off);
  write(rules, decisions, page);
  return page.text();
}

}  // namespace socrates::render
