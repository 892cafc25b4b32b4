// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <optional>
#include <string>

#include "cli/ask.hpp"
#include "socrates/base/utf8.hpp"
#include "socrates/interview/reply.hpp"
#include "socrates/model/answer_words.hpp"
#include "socrates/render/interview.hpp"

namespace socrates::cli {

namespace {

using interview::Interview;
using interview::Misread;

/// What a line has led to.
enum class Turn {
  same,   ///< the question stands, and has been answered back to
  moved,  ///< another question stands, or none
  quit,
};

class QuestionsTalk {
 public:
  QuestionsTalk(Interview& interview, const Conversation& conversation)
      : interview_(interview), conversation_(conversation) {}

  Ending hold() {
    while (interview_.question()) {
      say(render::question_text(interview_, conversation_.color));
      if (const std::optional<Ending> ending = settle_question()) return *ending;
      if (!conversation_.save(interview_)) return Ending::unsaved;
    }
    return Ending::finished;
  }

 private:
  void say(const std::string& text) { conversation_.terminal.write(text); }
  void remark(std::string_view text) { say(render::remark_text(text)); }

  /// Until another question stands; or how it ended.
  std::optional<Ending> settle_question() {
    for (;;) {
      say("> ");
      const Line line = conversation_.terminal.read_line();
      switch (line.kind) {
        case LineKind::text:
          switch (take(line.text)) {
            case Turn::same:
              break;
            case Turn::moved:
              return std::nullopt;
            case Turn::quit:
              return Ending::quit;
          }
          break;
        case LineKind::too_long:
          remark(fmt::format("this line is longer than {} characters and was ignored", most_line));
          break;
        case LineKind::cut_off:
          say("\n");
          remark("the input ended within this line, so it was ignored");
          return Ending::end_of_input;
        case LineKind::end:
          say("\n");
          return Ending::end_of_input;
        case LineKind::interrupted:
          say("\n");
          return Ending::interrupted;
      }
    }
  }

  Turn take(const std::string& line) {
    if (base::first_invalid_utf8(line)) {
      remark("this line is not valid UTF-8 and was ignored");
      return Turn::same;
    }
    const model::Question& question = interview_.compiled().rules.questions[*interview_.question()];
    interview::Reply reply = interview::parse_reply(question, interview_.offer(), conversation_.today, line);
    if (const auto* misread = std::get_if<Misread>(&reply)) {
      remark(misread->reason);
      return Turn::same;
    }
    if (const auto* command = std::get_if<interview::Command>(&reply)) return obey(*command);
    return answer(std::move(std::get<model::Answer>(reply)));
  }

  Turn answer(model::Answer reply) {
    const std::vector<std::size_t> clauses = interview_.answer(std::move(reply));
    if (clauses.empty()) return Turn::moved;
    const model::RuleSet& rules = interview_.compiled().rules;
    for (const std::size_t clause : clauses)
      remark("this contradicts an earlier answer: " +
             model::filled(rules.impossible[clause].because, rules, interview_.answers()));
    return Turn::same;
  }

  /// To step back takes the answer back, so the person is told what it was.
  Turn take_back() {
    const model::Answers before = interview_.answers();
    if (!interview_.back()) {
      remark("this is the first question of this interview");
      return Turn::same;
    }
    const std::size_t question = *interview_.question();
    const model::RuleSet& rules = interview_.compiled().rules;
    if (!model::is_unknown(before[question]))
      remark(fmt::format("taken back; your answer was: {}",
                         model::filled("{" + rules.questions[question].id + "}", rules, before)));
    return Turn::moved;
  }

  Turn obey(interview::Command command) {
    switch (command) {
      case interview::Command::help:
        say(render::help_text(interview_));
        return Turn::same;
      case interview::Command::why:
        say(render::why_text(interview_));
        return Turn::same;
      case interview::Command::back:
        return take_back();
      case interview::Command::skip:
        interview_.skip();
        return Turn::moved;
      case interview::Command::quit:
        return Turn::quit;
    }
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
