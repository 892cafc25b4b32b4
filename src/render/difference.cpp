// SPDX-License-Identifier: Apache-2.0
#include "socrates/render/difference.hpp"

#include <fmt/format.h>

#include <utility>

#include "json_form.hpp"
#include "sentence.hpp"
#include "socrates/render/answers.hpp"
#include "socrates/render/escape.hpp"

namespace socrates::render {
namespace {

using engine::Allowed;
using engine::Change;
using model::Question;
using model::QuestionKind;

struct Range {
  int from = 0;
  int to = 0;
};

std::uint64_t all_values(std::size_t arity) {
  return arity == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << arity) - 1;
}

bool has(std::uint64_t mask, std::size_t value) { return ((mask >> value) & 1U) != 0; }

/// The numbers of some intervals, neighbours joined.
std::vector<Range> ranges_of(const Question& question, const std::vector<int>& starts, std::uint64_t mask) {
  std::vector<Range> ranges;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    if (!has(mask, i)) continue;
    const int end = i + 1 < starts.size() ? starts[i + 1] - 1 : question.to;
    if (!ranges.empty() && ranges.back().to + 1 == starts[i])
      ranges.back().to = end;
    else
      ranges.push_back({starts[i], end});
  }
  return ranges;
}

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

bool is_free(const engine::Difference& difference, const Allowed& box, std::size_t q) {
  const engine::QuestionVariables& variables = difference.space.questions[q];
  for (std::size_t v = variables.first; v < variables.first + variables.count; ++v)
    if (box[v] != all_values(difference.space.arity[v])) return false;
  return true;
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
  return parts.empty() ? "whatever is answered" : joined(parts, "; ");
}

/// What a box says of one question.
Json box_form(const Question& question, const engine::QuestionVariables& variables, const Allowed& box) {
  Json in = Json::array();
  Json out = Json::array();
  switch (question.kind) {
    case QuestionKind::yes_no:
      return has(box[variables.first], 1);
    case QuestionKind::one:
      for (std::size_t i = 0; i < question.options.size(); ++i)
        if (has(box[variables.first], i)) in.push_back(question.options[i].id);
      return in;
    case QuestionKind::several:
      for (std::size_t i = 0; i < question.options.size(); ++i) {
        if (box[variables.first + i] == 2) in.push_back(question.options[i].id);
        if (box[variables.first + i] == 1) out.push_back(question.options[i].id);
      }
      return {{"has", std::move(in)}, {"not", std::move(out)}};
    case QuestionKind::number:
      for (const Range& range : ranges_of(question, variables.starts, box[variables.first]))
        in.push_back({{"from", range.from}, {"to", range.to}});
      return in;
  }
  return {};
}

Json box_form(const engine::Difference& difference, const Allowed& box) {
  Json form = Json::object();
  for (std::size_t q = 0; q < difference.common.questions.size(); ++q)
    if (const Question& question = difference.common.questions[q]; !is_free(difference, box, q))
      form[question.id] = box_form(question, difference.space.questions[q], box);
  return form;
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
  return fmt::format("Rules {} differ in meaning: {}, {} of outcomes.", names,
                     counted(d.difference.structure.size(), "change") + " of what is asked and decided",
                     counted(d.difference.changes.size(), "change"));
}

/// In one line that can be wrapped: answers hold ids, numbers and dates, so that every comma stands between two of
/// them.
std::string example_of(const RulesDifference& d, const Change& change) {
  std::string text;
  for (const char letter : answers_json(d.difference.common, change.example, Unknowns::left_out, Lines::one))
    if (letter != '\n') text += letter == ',' ? std::string(", ") : std::string(1, letter);
  return text;
}

std::vector<std::string> reasons_of(const engine::Difference& difference) {
  std::vector<std::string> texts;
  for (const engine::ReasonChange& reason : difference.reasons) texts.push_back(reason.text);
  return texts;
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
    lines.emplace_back("and further answers, which take more lines than are shown");
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

}  // namespace

std::string difference_text(const RulesDifference& d, Color color) {
  std::string text;
  const auto list = [&](const char* heading, const std::vector<std::string>& lines) {
    if (lines.empty()) return;
    text += bold(heading, color) + "\n";
    for (const std::string& line : lines) text += wrap("- " + prose(line), {2, 4});
    text += "\n";
  };
  list("What is asked and decided", d.difference.structure);
  for (const Change& change : d.difference.changes) {
    if (is_consequence(change)) continue;
    text += bold(prose(change_text(change)), color) + fmt::format("  ({} of the answers)\n", percent(change.share));
    for (const std::string& line : boxes_of(d, change)) text += wrap("- " + prose(line), {2, 4});
    text += wrap("for example " + terminal_safe(example_of(d, change)), {2, 4}) + "\n";
  }
  list("What follows in other decisions", consequences_of(d.difference));
  list("Reasons and notes", reasons_of(d.difference));
  list("Wording and order", d.difference.wording);
  return text + wrap(prose(verdict_text(d)));
}

std::string difference_markdown(const RulesDifference& d) {
  std::string text = "# What changes in the rules\n\n" + markdown_safe(verdict_text(d)) + "\n";
  const auto list = [&](const char* heading, const std::vector<std::string>& lines) {
    if (lines.empty()) return;
    text += fmt::format("\n## {}\n\n", heading);
    for (const std::string& line : lines) text += "- " + markdown_safe(line) + "\n";
  };
  list("What is asked and decided", d.difference.structure);
  for (const Change& change : d.difference.changes) {
    if (is_consequence(change)) continue;
    text += fmt::format("\n## {}\n\n{} of the answers:\n\n", markdown_safe(change_text(change)), percent(change.share));
    for (const std::string& line : boxes_of(d, change)) text += "- " + markdown_safe(line) + "\n";
    text += "\nFor example:\n\n```json\n" + answers_json(d.difference.common, change.example) + "```\n";
  }
  list("What follows in other decisions", consequences_of(d.difference));
  list("Reasons and notes", reasons_of(d.difference));
  list("Wording and order", d.difference.wording);
  return text;
}

namespace {

Json set_form(const RulesDifference& d) {
  Json changes = Json::array();
  for (const Change& change : d.difference.changes) {
    Json boxes = Json::array();
    for (const Allowed& box : change.boxes) boxes.push_back(box_form(d.difference, box));
    const auto id_or_null = [](const std::string& id) { return id.empty() ? Json() : Json(id); };
    changes.push_back({{"decision", id_or_null(change.decision)},
                       {"before", id_or_null(change.before)},
                       {"after", id_or_null(change.after)},
                       {"share", change.share},
                       {"answers", to_text(change.answers)},
                       {"boxes", std::move(boxes)},
                       {"whole", change.is_whole},
                       {"follows_from", change.follows_from},
                       {"example", json_form(d.difference.common, change.example, Unknowns::left_out)}});
  }
  return {{"verdict", engine::is_same_meaning(d.difference) ? "same" : "differs"},
          {"structure", d.difference.structure},
          {"changes", std::move(changes)},
          {"reasons", reasons_of(d.difference)},
          {"wording", d.difference.wording},
          {"before", origin_form(d.before)},
          {"after", origin_form(d.after)}};
}

}  // namespace

std::string difference_json(const std::vector<RulesDifference>& differences, bool is_same) {
  Json sets = Json::array();
  for (const RulesDifference& d : differences) sets.push_back(set_form(d));
  return written(
      {{"schema", "socrates.rules_diff/1"}, {"verdict", is_same ? "same" : "differs"}, {"sets", std::move(sets)}},
      Layout::indented);
}

}  // namespace socrates::render
