// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <optional>
#include <string>
#include <utility>

#include "cli/ask.hpp"
#include "cli/typed_line.hpp"
#include "socrates/base/words.hpp"
#include "socrates/interview/reply.hpp"
#include "socrates/model/answer_words.hpp"
#include "socrates/render/interview.hpp"

namespace socrates::cli {

namespace {

using interview::Interview;
using interview::Misread;

/// What a line has led to.
enum class Turn {
  same,      ///< the question stands, and has been answered back to
  moved,     ///< another question stands, or none, and no answer has changed
  answered,  ///< and an answer has changed
  quit,
};

class QuestionsTalk {
 public:
  QuestionsTalk(Interview& interview, const Conversation& conversation)
      : interview_(interview), conversation_(conversation) {}

  Ending hold() {
    for (;;) {
      if (!interview_.question() && interview_.visited().empty()) return Ending::finished;
      const std::optional<Ending> ending = interview_.question() ? settle_question() : settle_review();
      if (ending) return *ending;
    }
  }

 private:
  void say(const std::string& text) { conversation_.terminal.write(text); }
  void remark(std::string_view text) { say(render::remark_text(text)); }
  [[nodiscard]] const model::RuleSet& rules() const { return interview_.compiled().rules; }

  /// Until another question stands; or how the interview ended.
  std::optional<Ending> settle_question() {
    say(render::question_text(interview_, conversation_.color));
    for (;;) {
      std::string line;
      if (const std::optional<Ending> ending = read_typed(conversation_.terminal, line)) return ending;
      switch (take(line)) {
        case Turn::same:
          break;
        case Turn::moved:
          return std::nullopt;
        case Turn::answered:
          return conversation_.save(interview_) ? std::nullopt : std::optional(Ending::unsaved);
        case Turn::quit:
          return Ending::quit;
      }
    }
  }

  Turn take(const std::string& line) {
    const std::string_view text = base::trimmed(line);
    if (text.empty() && interview_.is_revisited()) {
      interview_.keep();
      return Turn::moved;
    }
    const model::Question& question = rules().questions[*interview_.question()];
    interview::Reply reply = interview::parse_reply(question, interview_.offer(), conversation_.today, text);
    if (const auto* misread = std::get_if<Misread>(&reply)) {
      remark(misread->reason);
      return Turn::same;
    }
    if (const auto* command = std::get_if<interview::Command>(&reply)) return obey(*command);
    if (const auto* edit = std::get_if<interview::Edit>(&reply)) return go_to(edit->number);
    return answer(std::move(std::get<model::Answer>(reply)), text);
  }

  Turn answer(model::Answer reply, std::string_view typed) {
    const std::size_t question = *interview_.question();
    const model::Answers before = interview_.answers();
    const std::vector<std::size_t> clauses = interview_.answer(std::move(reply));
    if (clauses.empty()) {
      const std::string taken = render::taken_text(rules().questions[question], interview_.answers()[question], typed);
      if (!taken.empty()) remark(taken);
      tell_set_aside(before);
      return Turn::answered;
    }
    for (const std::size_t clause : clauses)
      remark("this contradicts an earlier answer: " +
             model::filled(rules().impossible[clause].because, rules(), interview_.answers()));
    return Turn::same;
  }

  void tell_set_aside(const model::Answers& before) {
    for (const std::size_t question : interview_.set_aside())
      if (!model::is_unknown(before[question])) remark(render::set_aside_text(interview_, question, before[question]));
  }

  Turn skip() {
    const model::Answers before = interview_.answers();
    interview_.skip();
    tell_set_aside(before);
    return Turn::answered;
  }

  Turn take_back() {
    if (interview_.back()) return Turn::moved;
    remark("this is the first question of this interview");
    return Turn::same;
  }

  Turn go_to(std::size_t number) {
    if (number >= 1 && number <= interview_.visited().size() && interview_.edit(interview_.visited()[number - 1]))
      return Turn::moved;
    const std::size_t count = interview_.visited().size();
    remark(count == 0 ? "there is no answer yet that could be edited"
                      : fmt::format("there is no answer {}; review shows those from 1 to {}", number, count));
    return Turn::same;
  }

  /// After what was said in between, so that nobody has to look for the question.
  Turn ask_again() {
    say(render::asked_text(interview_, conversation_.color));
    return Turn::same;
  }

  Turn obey(interview::Command command) {
    switch (command) {
      case interview::Command::help:
        say(render::help_text(interview_));
        return ask_again();
      case interview::Command::why:
        say(render::why_text(interview_));
        return ask_again();
      case interview::Command::review:
        say(render::review_text(interview_));
        return ask_again();
      case interview::Command::repeat:
        return ask_again();
      case interview::Command::back:
        return take_back();
      case interview::Command::skip:
        return skip();
      case interview::Command::quit:
        return Turn::quit;
    }
    return Turn::same;
  }

  /// At the end: all answers, until the person finishes or a question stands again.
  std::optional<Ending> settle_review() {
    say(render::review_text(interview_));
    for (;;) {
      say(render::review_prompt_text());
      std::string line;
      if (const std::optional<Ending> ending = read_typed(conversation_.terminal, line))
        return *ending == Ending::end_of_input ? Ending::finished : *ending;
      const std::string text = base::lower(base::trimmed(line));
      if (text.empty() || text == "finish" || text == "done") return Ending::finished;
      switch (take_at_review(text)) {
        case Turn::same:
          break;
        case Turn::moved:
        case Turn::answered:
          return std::nullopt;
        case Turn::quit:
          return Ending::quit;
      }
    }
  }

  Turn take_at_review(const std::string& text) {
    const bool is_number = text.find_first_not_of("0123456789") == std::string::npos;
    const auto reply = interview::parse_command(is_number ? "edit " + text : text);
    if (!reply) {
      remark(fmt::format("all is answered; '{}' is neither edit and a number nor Enter", text));
      return Turn::same;
    }
    if (const auto* misread = std::get_if<Misread>(&*reply)) {
      remark(misread->reason);
      return Turn::same;
    }
    if (const auto* edit = std::get_if<interview::Edit>(&*reply)) return go_to(edit->number);
    switch (std::get<interview::Command>(*reply)) {
      case interview::Command::back:
        return take_back();
      case interview::Command::quit:
        return Turn::quit;
      case interview::Command::review:
      case interview::Command::repeat:
        say(render::review_text(interview_));
        return Turn::same;
      case interview::Command::help:
      case interview::Command::why:
      case interview::Command::skip:
        break;
    }
    remark(
        "everything is answered. To change an answer, type edit and its number; only questions that depend on it are "
        "asked again");
    return Turn::same;
  }

  Interview& interview_;
  const Conversation& conversation_;
};

}  // namespace

Ending converse(Interview& interview, const Conversation& conversation) {
  return QuestionsTalk(interview, conversation).hold();
}

}  // namespace socrates::cli
