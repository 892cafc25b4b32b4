// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <utility>

#include "render/boxes.hpp"
#include "render/sentence.hpp"
#include "socrates/render/answers.hpp"
#include "socrates/render/rules_difference.hpp"

namespace socrates::render {
namespace {

using engine::Allowed;
using engine::Change;
using model::Question;
using model::QuestionKind;

std::string numbers_text(const Question& question, const std::vector<int>& starts, std::uint64_t mask) {
  std::vector<std::string> parts;
  for (const Range& range : ranges_of(question, starts, mask)) {
    if (range.from == range.to)
      parts.push_back(std::to_string(range.from));
    else if (range.to == question.to)
      parts.push_back(fmt::format("at least {}", range.from));
    else if (range.from == question.from)
      parts.push_back(fmt::format("at most {}", range.to));
    else
      parts.push_back(fmt::format("{} to {}", range.from, range.to));
  }
  return fmt::format("{} is {}", question.id, listed(parts, "or"));
}

std::string choice_text(const Question& question, std::uint64_t mask) {
  std::vector<std::string> in;
  std::vector<std::string> out;
  for (std::size_t i = 0; i < question.options.size(); ++i)
    (has(mask, i) ? in : out).push_back(in_quotes(question.options[i].label));
  if (question.kind == QuestionKind::yes_no) return fmt::format("{} is {}", question.id, has(mask, 1) ? "yes" : "no");
  return out.size() < in.size() ? fmt::format("{} is not {}", question.id, listed(out, "or"))
                                : fmt::format("{} is {}", question.id, listed(in, "or"));
}

std::string set_text(const Question& question, const Allowed& box, std::size_t first) {
  std::vector<std::string> in;
  std::vector<std::string> out;
  for (std::size_t i = 0; i < question.options.size(); ++i) {
    if (box[first + i] == 2) in.push_back(in_quotes(question.options[i].label));
    if (box[first + i] == 1) out.push_back(in_quotes(question.options[i].label));
  }
  if (out.size() == question.options.size()) return fmt::format("{} has nothing", question.id);
  if (in.empty()) return fmt::format("{} has none of {}", question.id, listed(out, "and"));
  std::string text = fmt::format("{} has {}", question.id, listed(in, "and"));
  if (!out.empty() && in.size() + out.size() == question.options.size()) return text + " and nothing else";
  return out.empty() ? text : text + fmt::format(" and not {}", listed(out, "or"));
}

/// `offering has "payroll"; months is 3 to 5`.
std::string box_text(const engine::Difference& difference, const Allowed& box) {
  std::vector<std::string> parts;
  for (std::size_t q = 0; q < difference.common.questions.size(); ++q) {
    if (is_free(difference, box, q)) continue;
    const Question& question = difference.common.questions[q];
    const engine::QuestionVariables& variables = difference.space.questions[q];
    switch (question.kind) {
      case QuestionKind::yes_no:
      case QuestionKind::one:
        parts.push_back(choice_text(question, box[variables.first]));
        break;
      case QuestionKind::several:
        parts.push_back(set_text(question, box, variables.first));
        break;
      case QuestionKind::number:
        parts.push_back(numbers_text(question, variables.starts, box[variables.first]));
        break;
    }
  }
  return parts.empty() ? "whatever the answers" : joined(parts, "; ");
}

std::string percent(double share) {
  if (share < 0.0001) return "less than 0.01 %";
  return share < 0.1 ? fmt::format("{:.2f} %", share * 100) : fmt::format("{:.1f} %", share * 100);
}

/// `soc1: recommended, now required`, `beside_soc: pci_dss is added`.
std::string change_text(const Change& change) {
  if (change.decision.empty()) return fmt::format("answers: {}, now {}", change.before, change.after);
  if (change.before.empty()) return fmt::format("{}: {} is added", change.decision, change.after);
  if (change.after.empty()) return fmt::format("{}: {} is left out", change.decision, change.before);
  return fmt::format("{}: {}, now {}", change.decision, change.before, change.after);
}

std::string verdict_text(const RulesDifference& d) {
  const std::string names = fmt::format("{} {} and {} {}", d.before.id, d.before.version, d.after.id, d.after.version);
  if (engine::is_same_meaning(d.difference))
    return fmt::format("Rules {} have the same meaning{}.", names,
                       d.difference.reasons.empty() ? "" : ", with other reasons");
  return fmt::format(
      "Rules {} differ in meaning: {}, {} of outcomes.{}", names,
      counted(d.difference.structure.size(), "change") + " of what is asked and decided",
      counted(d.difference.changes.size(), "change"),
      d.before.version == d.after.version
          ? fmt::format(" The version did not change, so results of {} have one name for two meanings: give "
                        "the new rules a version of their own.",
                        d.after.version)
          : "");
}

/// In one line that can be wrapped: answers hold ids, numbers and dates, so that every comma stands between two of
/// them.
std::string example_of(const RulesDifference& d, const Change& change) {
  std::string text;
  for (const char letter : answers_json(d.difference.common, change.example, Unknowns::left_out, Lines::one))
    if (letter != '\n') text += letter == ',' ? std::string(", ") : std::string(1, letter);
  return text;
}

/// For which answers a decision changes, the first few lines; the JSON form has more of them.
std::vector<std::string> boxes_of(const RulesDifference& d, const Change& change) {
  constexpr std::size_t most = 8;
  std::vector<std::string> lines;
  for (const Allowed& box : change.boxes) {
    if (lines.size() == most) break;
    lines.push_back(box_text(d.difference, box));
  }
  if (!change.is_whole)
    lines.emplace_back("and further answers, which need more lines than shown here");
  else if (change.boxes.size() > most)
    lines.push_back(fmt::format("and further answers, {} more such lines", change.boxes.size() - most));
  return lines;
}

bool is_consequence(const Change& change) { return !change.follows_from.empty(); }

/// A line each for the changes that follow from others.
std::vector<std::string> consequences_of(const engine::Difference& difference) {
  std::vector<std::string> lines;
  for (const Change& change : difference.changes)
    if (is_consequence(change))
      lines.push_back(fmt::format("{}, from {} ({} of the answers)", change_text(change),
                                  listed(change.follows_from, "and"), percent(change.share)));
  return lines;
}

Section section_of(const RulesDifference& d, const Change& change) {
  Items list = items_of(boxes_of(d, change));
  list.items.push_back({code(example_of(d, change)), {}, "for example"});
  return {change_text(change),
          {Paragraph{{fmt::format("For {} of the answers:", percent(change.share))}}, std::move(list)}};
}

std::vector<Section> sections_of(const RulesDifference& d) {
  std::vector<std::string> reasons;
  for (const engine::ReasonChange& reason : d.difference.reasons) reasons.push_back(reason.text);
  std::vector<Section> sections = {{"What is asked and decided", {items_of(d.difference.structure)}}};
  for (const Change& change : d.difference.changes)
    if (!is_consequence(change)) sections.push_back(section_of(d, change));
  sections.push_back({"What follows in other decisions", {items_of(consequences_of(d.difference))}});
  sections.push_back({"Reasons and notes", {items_of(reasons)}});
  sections.push_back({"Wording and order", {items_of(d.difference.wording)}});
  return sections;
}

}  // namespace

Document difference_document(const std::vector<RulesDifference>& differences) {
  Document document{"What changes in the rules", "", {}, {}, {}, {}};
  for (const RulesDifference& d : differences) {
    const Paragraph verdict{{verdict_text(d)}, engine::is_same_meaning(d.difference) ? Tone::plain : Tone::open};
    document.lead.push_back(verdict);
    if (differences.size() == 1)
      document.sections = sections_of(d);
    else
      document.sections.push_back({fmt::format("Rules {} {}", d.after.id, d.after.version), {}, sections_of(d)});
  }
  return document;
}

}  // namespace socrates::render
