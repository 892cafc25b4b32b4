// SPDX-License-Identifier: Apache-2.0
#include "socrates/render/interview.hpp"
#include "socrates/engine/asking.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "render/decision_words.hpp"
#include "render/documents/open_questions.hpp"
#include "render/report_names.hpp"
#include "render/sentence.hpp"
#include "socrates/interview/reply.hpp"
#include "socrates/interview/sources.hpp"
#include "socrates/interview/stakes.hpp"
#include "socrates/model/answer_words.hpp"
#include "socrates/render/answers.hpp"
#include "socrates/render/escape.hpp"

namespace socrates::render {
namespace {

using interview::Interview;
using interview::Offer;
using interview::OptionState;

constexpr std::size_t most_sources = 2;
constexpr std::size_t most_lines_of_why = 10;
constexpr std::size_t most_lines_of_example = 4;
constexpr std::size_t most_elements = 4;

const model::Question& question_of(const Interview& interview) {
  return interview.compiled().rules.questions[*interview.question()];
}

/// In the order in which results name them.
std::vector<DecisionView> decisions_of(const Interview& interview) {
  static const model::Criteria none;
  return decisions_in_order({interview.compiled().rules, interview.answers(), interview.outcome(), none, {}});
}

/// `Who asks, and for what (at most 12 more questions)`
std::string heading(const Interview& interview) {
  const model::RuleSet& rules = interview.compiled().rules;
  const std::string more = (interview.is_revisited() ? "answered before; at most " : "at most ") +
                           counted(interview.at_most_more(), "more question");
  const auto section = question_of(interview).section;
  if (!section) return wrap(capitalized(more));
  return wrap(fmt::format("{} ({})", prose(label_of(rules.sections[*section])), more));
}

/// The levels and choices that are settled, those of one value together; what applies to nothing is left out.
std::string settled_line(const Interview& interview) {
  std::vector<std::pair<std::string, std::vector<std::string>>> groups;
  for (const DecisionView& view : decisions_of(interview)) {
    if (view.outcome->possible.size() != 1 || is_surely(view, "not_applicable")) continue;
    const std::string value = label_of(view.decision->values[view.outcome->possible.front()]);
    auto group = std::find_if(groups.begin(), groups.end(), [&](const auto& known) { return known.first == value; });
    if (group == groups.end()) group = groups.insert(groups.end(), {value, {}});
    group->second.push_back(title_of(*view.decision));
  }
  std::string line;
  for (const auto& [value, titles] : groups)
    line += fmt::format("{}{}: {}", line.empty() ? "" : "; ", prose(listed(titles, "and")), prose(value));
  return wrap("Settled so far: " + (line.empty() ? "nothing yet" : line), {0, 2});
}

std::string numbered(std::string_view number, std::string_view label) {
  return labelled(fmt::format("  {:>2} ", number), prose(label));
}

std::string option_label(const model::Question& question, std::size_t option) {
  if (question.kind == model::QuestionKind::yes_no) return option == 1 ? "yes" : "no";
  return label_of(question.options[option]);
}

std::string labels_in_state(const model::Question& question, const Offer& offer, OptionState state) {
  std::vector<std::string> labels;
  for (std::size_t option = 0; option < offer.options.size(); ++option)
    if (offer.options[option] == state) labels.push_back(option_label(question, option));
  return listed(labels, "and");
}

/// What a file has already said to a several-choice.
std::string noted(const model::Question& question, const Offer& offer) {
  std::string text;
  if (const std::string chosen = labels_in_state(question, offer, OptionState::chosen); !chosen.empty())
    text += wrap("  Already noted: " + prose(chosen), {2, 4});
  if (const std::string refused = labels_in_state(question, offer, OptionState::refused); !refused.empty())
    text += wrap("  Already noted as no: " + prose(refused), {2, 4});
  return text;
}

std::string options(const model::Question& question, const Offer& offer) {
  std::string text = noted(question, offer);
  for (std::size_t i = 0; i < offer.numbered.size(); ++i)
    text += numbered(std::to_string(i + 1), option_label(question, offer.numbered[i]));
  if (offer.may_be_none) text += numbered("0", "none of these");
  for (const model::NamedNumber& named : question.named) text += numbered(std::to_string(named.number), named.meaning);
  return text;
}

std::string values_at_stake(const model::Decision& decision, const interview::Stake& stake) {
  std::vector<std::string> labels;
  for (const std::size_t value : stake.values) labels.push_back(label_of(decision.values[value]));
  if (labels.size() > most_elements) {
    const std::size_t more = labels.size() - most_elements;
    labels.resize(most_elements);
    labels.push_back(fmt::format("{} more", more));
  }
  return prose(listed(labels, "or"));
}

/// Two answers to the question and what they lead to, all other answers being equal.
std::string example(const model::RuleSet& rules, std::size_t question, const interview::Stake& stake) {
  const model::Decision& decision = rules.decisions[stake.decision];
  const std::string one = prose(answer_label(rules.questions[question], stake.one[question]));
  const std::string other = prose(answer_label(rules.questions[question], stake.other[question]));
  const std::string one_value = prose(label_of(decision.values[stake.one_value]));
  if (decision.combine == model::Combine::collect)
    return fmt::format("For example, with your other answers unchanged: \"{}\" adds {}, \"{}\" does not.", one,
                       one_value, other);
  return fmt::format("For example, with your other answers unchanged: \"{}\" makes it {}, \"{}\" makes it {}.", one,
                     one_value, other, prose(label_of(decision.values[stake.other_value])));
}

/// What is known beside the question that stands, which may have been answered before.
model::Answers answers_beside(const Interview& interview) {
  model::Answers answers = interview.answers();
  if (interview.is_revisited()) answers[*interview.question()] = model::Unknown{};
  return answers;
}

std::string source_line(const model::SourceReference& source) {
  return source.publisher.empty() ? prose(source.title)
                                  : fmt::format("{} ({})", prose(source.title), prose(source.publisher));
}

}  // namespace

std::string heading_text(const Interview& interview) { return heading(interview); }

std::string question_words(const Interview& interview) {
  return engine::words_of(interview.compiled().rules, interview.answers(), *interview.question());
}

std::string state_text(const Interview& interview) {
  static const model::Criteria none;
  const Recommendation standing{interview.compiled().rules, interview.answers(), interview.outcome(), none, {}};
  std::vector<std::string> parts;
  for (const Report& report : reports) {
    const auto level = find_view(standing, report.decision);
    if (!level) continue;
    const auto type = find_view(standing, report.type_decision);
    std::string part = fmt::format("{}: {}", report.name, is_settled(*level) ? label_of(*level) : "open");
    if (is_settled(*level) && type && !is_surely(*type, "not_applicable"))
      part += is_settled(*type) ? ", " + label_of(*type) : ", type open";
    parts.push_back(std::move(part));
  }
  return parts.empty() ? settled_line(interview) : wrap(prose(joined(parts, "; ")));
}

std::string question_text(const Interview& interview, Color color) {
  return "\n" + heading(interview) + settled_line(interview) + "\n" + asked_text(interview, color);
}

std::string asked_text(const Interview& interview, Color color) {
  const model::Question& question = question_of(interview);
  const Offer offer = interview.offer();
  const std::string text = bold(wrap(prose(question_words(interview))), color) + options(question, offer);
  std::string how =
      fmt::format("type {}; also ?, why, back, review, skip, quit.", interview::what_to_type(question, offer));
  if (!interview.is_revisited()) return text + wrap(capitalized(std::move(how)));
  const bool is_skipped = interview.skipped()[*interview.question()];
  const std::string before = is_skipped
                                 ? "You have skipped this. Press Enter to leave it so"
                                 : fmt::format("Your answer: {}. Press Enter to keep it",
                                               prose(said_back(question, interview.answers()[*interview.question()])));
  return text + wrap(before + ", or " + how);
}

std::vector<std::string> help_sources(const Interview& interview) {
  const std::vector<model::SourceReference>& known = interview.compiled().rules.sources;
  std::vector<std::string> lines;
  for (const std::size_t source :
       interview::sources_of(interview.compiled(), answers_beside(interview), *interview.question()))
    if (lines.size() < most_sources) lines.push_back(source_line(known[source]));
  return lines;
}

std::string help_text(const Interview& interview) {
  const model::Question& question = question_of(interview);
  std::string text = question.help.empty() ? std::string() : wrap(prose(question.help), {2, 2});
  const std::vector<std::string> sources = help_sources(interview);
  if (!sources.empty()) text += wrap(std::string(sources_of_help), {2, 2});
  for (const std::string& source : sources) text += wrap(source, {4, 6});
  text += wrap(
      "why: what your answer can still change. back: the question before. review: all answers, and edit 4 changes the "
      "fourth. skip: you do not know. quit: stop here; your answers are saved.",
      {2, 2});
  return text + "\n";
}

std::vector<Consequence> consequences(const Interview& interview) {
  const model::RuleSet& rules = interview.compiled().rules;
  const std::size_t question = *interview.question();
  const std::vector<interview::Stake> found =
      interview::stakes(interview.compiled(), answers_beside(interview), question);
  std::vector<Consequence> all;
  for (const DecisionView& view : decisions_of(interview)) {
    const auto stake = std::find_if(found.begin(), found.end(), [&](const interview::Stake& candidate) {
      return &rules.decisions[candidate.decision] == view.decision;
    });
    if (stake != found.end())
      all.push_back(
          {prose(title_of(*view.decision)), values_at_stake(*view.decision, *stake), example(rules, question, *stake)});
  }
  return all;
}

std::string why_text(const Interview& interview) {
  const auto lines_of = [](const std::string& text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
  };
  const std::vector<Consequence> all = consequences(interview);
  if (all.empty()) return wrap(std::string(no_consequence), {2, 2}) + "\n";
  std::string text = wrap("Your answer can still change:", {2, 2});
  std::size_t shown = 0;
  for (const Consequence& consequence : all) {
    std::string part = wrap(fmt::format("{}: {}", consequence.decision, consequence.values), {4, 6});
    if (shown == 0) {
      const std::string proof = wrap(consequence.example, {6, 6});
      if (lines_of(proof) <= most_lines_of_example) part += proof;
    }
    if (lines_of(text + part) + 2 > most_lines_of_why) break;
    text += part;
    ++shown;
  }
  if (shown < all.size()) text += wrap(fmt::format("and {} more", all.size() - shown), {4, 6});
  return text + "\n";
}

std::string remark_text(std::string_view remark) {
  const std::string end = remark.ends_with('?') || remark.ends_with('.') ? "" : ".";
  return wrap(capitalized(terminal_safe(remark)) + end, {2, 2});
}

std::string saved_answers(const Interview& interview) { return saved_answers(interview, {}, {}, {}); }

std::string saved_answers(const Interview& interview, const model::ControlCatalogue& catalogue,
                          const model::ControlAnswers& controls, const model::About& about) {
  model::RuleSet written;
  model::Answers answers;
  for (std::size_t q = 0; q < interview.answers().size(); ++q) {
    if (model::is_unknown(interview.answers()[q]) && !interview.skipped()[q]) continue;
    written.questions.push_back(interview.compiled().rules.questions[q]);
    answers.push_back(interview.answers()[q]);
  }
  return answers_json(written, answers, catalogue, controls, about, Unknowns::as_null);
}

std::string counts_text(const interview::Counts& counts) {
  const std::size_t all = counts.asked + counts.skipped + counts.known + counts.open + counts.without_effect;
  std::string text = fmt::format("Asked {} of {}; ", counts.asked, all);
  if (counts.known > 0) text += fmt::format("{} known before, ", counts.known);
  text += fmt::format("{} skipped, ", counts.skipped);
  if (counts.open > 0) text += fmt::format("{} left open, ", counts.open);
  return wrap(text + fmt::format("{} not asked because they could not change the result.", counts.without_effect));
}

std::string setting_text(const Recommendation& recommendation, std::size_t question) {
  const model::Question& asked = recommendation.rules.questions[question];
  const std::string choices = answer_choices(asked);
  return choices.empty() ? answer_command(asked) : fmt::format("{} ({})", answer_command(asked), choices);
}

}  // namespace socrates::render
