// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "cli/ask.hpp"
#include "cli/typed_line.hpp"
#include "socrates/base/words.hpp"
#include "socrates/interview/reply.hpp"
#include "socrates/readiness/rhythm.hpp"
#include "socrates/render/interview.hpp"
#include "socrates/render/questionnaire.hpp"

namespace socrates::cli {

namespace {

using interview::Misread;
using model::ControlStatus;
using readiness::Questionnaire;

constexpr std::string_view blanks = " \t\r";

/// The statuses as a question of the interview, so that lines are read as they are there.
model::Question status_question() {
  model::Question question;
  question.kind = model::QuestionKind::one;
  for (const model::StatusName& name : model::status_names)
    question.options.push_back({std::string(name.id), std::string(name.label)});
  return question;
}

interview::Offer offer_of(const model::Question& question) {
  interview::Offer offer;
  for (std::size_t i = 0; i < question.options.size(); ++i) {
    offer.options.push_back(interview::OptionState::offered);
    offer.numbered.push_back(i);
  }
  return offer;
}

/// `all 4` becomes `4`; nothing where the line does not begin with that word.
std::optional<std::string_view> after_all(std::string_view line) {
  constexpr std::string_view word = "all";
  line = base::trimmed(line, blanks);
  if (!line.starts_with(word) || line.size() == word.size() || blanks.find(line[word.size()]) == std::string_view::npos)
    return std::nullopt;
  return base::trimmed(line.substr(word.size()), blanks);
}

constexpr std::string_view no_review =
    "review and edit are for the questions before the controls; back goes to the control before";

/// Every question about a control asks for yes: the status that a plain yes or no means.
std::string_view status_meant(std::string_view line) {
  const std::string word = base::lower(base::trimmed(line, blanks));
  for (const std::string_view yes : {"yes", "y"})
    if (word == yes) return "in_place";
  for (const std::string_view no : {"no", "n"})
    if (word == no) return "missing";
  for (const std::string_view none : {"n/a", "na"})
    if (word == none) return "not_applicable";
  return line;
}

class ControlsTalk {
 public:
  ControlsTalk(Questionnaire& questionnaire, const ControlConversation& conversation)
      : questionnaire_(questionnaire),
        conversation_(conversation),
        question_(status_question()),
        offer_(offer_of(question_)) {}

  Ending hold() {
    while (questionnaire_.control()) {
      say(render::control_question_text(questionnaire_, conversation_.color));
      if (const std::optional<Ending> ending = settle_control()) return *ending;
      if (!conversation_.save(questionnaire_)) return Ending::unsaved;
    }
    return Ending::finished;
  }

 private:
  void say(const std::string& text) { conversation_.terminal.write(text); }
  void remark(std::string_view text) { say(render::remark_text(text)); }

  std::optional<Ending> read(std::string& text) { return read_typed(conversation_.terminal, text); }

  /// Until another control stands, or none; or how it ended.
  std::optional<Ending> settle_control() {
    for (;;) {
      std::string line;
      if (const std::optional<Ending> ending = read(line)) return ending;
      if (base::trimmed(line, blanks).empty() && !questionnaire_.revisited().empty()) {
        questionnaire_.keep();
        return std::nullopt;
      }
      const std::optional<std::string_view> rest = after_all(line);
      interview::Reply reply = interview::parse_reply(question_, offer_, conversation_.today,
                                                      status_meant(rest ? *rest : std::string_view(line)));
      if (const auto* misread = std::get_if<Misread>(&reply)) {
        remark(misread->reason);
        continue;
      }
      if (const auto* command = std::get_if<interview::Command>(&reply)) {
        if (*command == interview::Command::quit) return Ending::quit;
        if (obey(*command)) return std::nullopt;
        continue;
      }
      if (std::holds_alternative<interview::Edit>(reply)) {
        remark(no_review);
        continue;
      }
      return take_status(std::get<model::Choice>(std::get<model::Answer>(reply)).option, rest.has_value());
    }
  }

  /// Of the control that stands, or of all that are left of its group.
  std::optional<Ending> take_status(std::size_t option, bool is_for_group) {
    model::ControlAnswer answer{model::status_names[option].status, {}, {}};
    bool is_complete = false;
    if (const std::optional<Ending> ending = complete(answer, is_complete)) return ending;
    if (!is_complete) return std::nullopt;  // back: the same control is put again
    if (is_for_group)
      questionnaire_.answer_group(answer);
    else
      questionnaire_.answer(std::move(answer));
    return std::nullopt;
  }

  /// Asks for what the status calls for; `is_complete` is false where the person goes back instead.
  std::optional<Ending> complete(model::ControlAnswer& answer, bool& is_complete) {
    is_complete = true;
    if (answer.status == ControlStatus::not_applicable) return ask_reason(answer, is_complete);
    const model::Control& control = questionnaire_.catalogue().controls[*questionnaire_.control()];
    if (model::is_operating(answer.status) && (control.blocks != model::Blocks::nothing || is_performed(control)))
      return ask_since(answer, is_complete);
    return std::nullopt;
  }

  std::optional<Ending> ask_reason(model::ControlAnswer& answer, bool& is_complete) {
    say(render::wrap("Why does it not apply? An auditor will ask. Type the reason, or back.", {2, 2}));
    for (;;) {
      std::string line;
      if (const std::optional<Ending> ending = read(line)) return ending;
      const std::string_view text = base::trimmed(line, blanks);
      if (text == "quit") return Ending::quit;
      is_complete = text != "back";
      answer.reason = text;
      if (!text.empty()) return std::nullopt;
      remark("a control that does not apply needs a reason; type back to give another answer");
    }
  }

  /// From time to time, so that an auditor asks for the days.
  [[nodiscard]] bool is_performed(const model::Control& control) const {
    return readiness::rhythm_of(questionnaire_.catalogue(), control).months > 0;
  }

  std::optional<Ending> ask_since(model::ControlAnswer& answer, bool& is_complete) {
    const model::Control& control = questionnaire_.catalogue().controls[*questionnaire_.control()];
    const bool asks_days = is_performed(control);
    say(render::wrap(
        asks_days ? "Since when does it operate, and when was it performed? Type a date as YYYY-MM-DD, "
                    "followed by each day on which it was performed, or by last and the latest of them. Type nothing "
                    "if you do not know."
                  : "Since when does it operate? Type a date as YYYY-MM-DD, or nothing if you do not know.",
        {2, 2}));
    for (;;) {
      std::string line;
      if (const std::optional<Ending> ending = read(line)) return ending;
      const std::string_view text = base::trimmed(line, blanks);
      if (text.empty() || text == "skip") return std::nullopt;
      if (text == "quit") return Ending::quit;
      is_complete = text != "back";
      if (!is_complete) return std::nullopt;
      const model::ControlStatus status = answer.status;
      const std::string problem = read_days(text, asks_days, answer);
      if (problem.empty()) return std::nullopt;
      remark(problem);
      answer = {status, {}, {}};
      is_complete = true;
    }
  }

  /// `2025-02-01`, and of what is performed `2025-02-01 2026-03-02, 2026-06-01` or `2025-02-01 last 2026-06-01`; what
  /// is wrong with it, or empty.
  [[nodiscard]] std::string read_days(std::string_view text, bool asks_days, model::ControlAnswer& answer) const {
    constexpr std::string_view between = " \t\r,";
    bool is_last = false;
    while (!text.empty()) {
      const std::size_t end = std::min(text.find_first_of(between), text.size());
      const std::string_view word = text.substr(0, end);
      text.remove_prefix(std::min(text.find_first_not_of(between, end), text.size()));
      if (asks_days && answer.since && word == "last" && !is_last) {
        is_last = true;
        continue;
      }
      const std::optional<base::Date> day = base::parse_date(word);
      if (!day || (answer.since && !asks_days)) return "this is not a day of the calendar; write it as YYYY-MM-DD";
      if (*day > conversation_.today)
        return answer.since ? "this day is in the future; give only days that are past"
                            : "this day is in the future; a control that does not operate yet is designed";
      if (!answer.since)
        answer.since = day;
      else if (is_last)
        answer.last = day;
      else
        add_day(*day, answer);
    }
    if (answer.performed && answer.last && answer.performed->back() != *answer.last)
      return "write each day, or last and the latest of them";
    return is_last && !answer.last ? "write the day after last" : "";
  }

  static void add_day(base::Date day, model::ControlAnswer& answer) {
    if (!answer.performed) answer.performed.emplace();
    std::vector<base::Date>& days = *answer.performed;
    const auto place = std::lower_bound(days.begin(), days.end(), day);
    if (place == days.end() || *place != day) days.insert(place, day);
  }

  /// Whether another control stands now.
  bool obey(interview::Command command) {
    switch (command) {
      case interview::Command::help:
        say(render::control_help_text(questionnaire_));
        say(render::control_asked_text(questionnaire_, conversation_.color));
        return false;
      case interview::Command::why:
        say(render::control_why_text(questionnaire_));
        say(render::control_asked_text(questionnaire_, conversation_.color));
        return false;
      case interview::Command::review:
        remark(no_review);
        return false;
      case interview::Command::repeat:
        say(render::control_asked_text(questionnaire_, conversation_.color));
        return false;
      case interview::Command::back:
        if (questionnaire_.back()) return true;
        remark("this is the first control of this interview");
        return false;
      case interview::Command::skip:
        questionnaire_.skip();
        return true;
      case interview::Command::quit:
        return false;
    }
    return false;
  }

  Questionnaire& questionnaire_;
  const ControlConversation& conversation_;
  model::Question question_;
  interview::Offer offer_;
};

}  // namespace

Ending converse(Questionnaire& questionnaire, const ControlConversation& conversation) {
  return ControlsTalk(questionnaire, conversation).hold();
}

}  // namespace socrates::cli
