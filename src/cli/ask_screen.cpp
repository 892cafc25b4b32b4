// SPDX-License-Identifier: Apache-2.0
//
// The interview on screens: one question at a time, chosen from a list or typed. It asks the same interview as the
// conversation in lines, gives it the same answers, and saves at the same moments.

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/ask.hpp"
#include "cli/edited_line.hpp"
#include "socrates/base/words.hpp"
#include "socrates/engine/asking.hpp"
#include "socrates/interview/reply.hpp"
#include "socrates/model/answer_words.hpp"
#include "socrates/render/interview.hpp"

namespace socrates::cli {

namespace {

using interview::Interview;
using interview::OptionState;

enum class HelpPage { none, help, why };

/// What a key has led to.
enum class Step {
  same,      ///< the question stands
  moved,     ///< another question stands, or none
  answered,  ///< and an answer has changed
  quit,
  finished,
};

constexpr std::string_view keys_of_one =
    "Up and Down move, Enter accepts, typing narrows. Esc: back. ?: help, why. Ctrl-D: quit.";
constexpr std::string_view keys_of_several =
    "Up and Down move, Space chooses, Enter accepts, typing narrows. Esc: back. ?: help, why. Ctrl-D: quit.";
constexpr std::string_view keys_of_number = "Type, then Enter. Esc: back. Tab: not known. ?: help, why. Ctrl-D: quit.";
constexpr std::string_view keys_of_review =
    "Up and Down move, Enter changes an answer or finishes, Esc: back. Ctrl-D: quit.";

class ScreenTalk {
 public:
  ScreenTalk(Interview& interview, const Conversation& conversation)
      : interview_(interview), conversation_(conversation) {}

  Ending hold() {
    conversation_.terminal.enter_screen();
    const Ending ending = go_through();
    conversation_.terminal.leave_screen();
    return ending;
  }

 private:
  [[nodiscard]] const model::RuleSet& rules() const { return interview_.compiled().rules; }
  [[nodiscard]] const model::Question& question() const { return rules().questions[*interview_.question()]; }
  [[nodiscard]] bool is_at_review() const { return !interview_.question(); }
  [[nodiscard]] bool is_typed() const { return !is_at_review() && question().kind == model::QuestionKind::number; }

  Ending go_through() {
    for (;;) {
      if (is_at_review() && interview_.visited().empty()) return Ending::finished;
      begin_question();
      switch (settle()) {
        case Step::same:
        case Step::moved:
          break;
        case Step::answered:
          if (!conversation_.save(interview_)) return Ending::unsaved;
          break;
        case Step::quit:
          return ending_;
        case Step::finished:
          return Ending::finished;
      }
    }
  }

  void begin_question() {
    help_ = HelpPage::none;
    line_.emplace(history_, most_line);
    list_ = is_at_review() ? review_list() : question_list();
  }

  /// Until another question stands, or none.
  Step settle() {
    for (;;) {
      show_page();
      const Event event = conversation_.terminal.read_event();
      switch (event.kind) {
        case EventKind::redraw:
          continue;
        case EventKind::end:
          ending_ = is_at_review() ? Ending::finished : Ending::end_of_input;
          return Step::quit;
        case EventKind::interrupted:
          ending_ = Ending::interrupted;
          return Step::quit;
        case EventKind::key:
          break;
      }
      const Step step = take(event.key);
      if (step != Step::same) return step;
    }
  }

  Step take(const Key& key) {
    if (key.kind == KeyKind::escape || key.kind == KeyKind::back_tab) return go_back();
    if (key.kind == KeyKind::end_of_input) {
      ending_ = Ending::quit;
      return Step::quit;
    }
    if (key == Key{KeyKind::text, "?"} && !is_at_review()) {
      turn_help();
      return Step::same;
    }
    if (key.kind == KeyKind::enter) return is_at_review() ? leave_review() : is_typed() ? accept_line() : accept_row();
    if (key.kind == KeyKind::tab && is_typed()) return skip();
    const bool has_worked = is_typed() ? line_->apply(key) : list_.apply(key);
    if (has_worked) remark_.clear();
    return Step::same;
  }

  void turn_help() {
    help_ = help_ == HelpPage::none ? HelpPage::help : help_ == HelpPage::help ? HelpPage::why : HelpPage::none;
  }

  Step go_back() {
    remark_.clear();
    if (help_ != HelpPage::none) {
      help_ = HelpPage::none;
      return Step::same;
    }
    if (interview_.back()) return Step::moved;
    remark_ = "This is the first question of this interview.";
    return Step::same;
  }

  /// The options as numbered in lines, then none of them, then not known.
  ChoiceList question_list() {
    offer_ = interview_.offer();
    std::vector<ChoiceRow> rows;
    const bool is_several = question().kind == model::QuestionKind::several;
    const model::Answer& before = interview_.answers()[*interview_.question()];
    const auto* const selection = std::get_if<model::Selection>(&before);
    const auto* const choice = std::get_if<model::Choice>(&before);
    std::size_t cursor = 0;
    for (const std::size_t option : offer_.numbered) {
      const bool is_marked =
          interview_.is_revisited() && selection != nullptr && selection->options[option] == model::Chosen::yes;
      if (choice != nullptr && choice->option == option) cursor = rows.size();
      rows.push_back({label_of_option(option), is_several, is_marked});
    }
    if (is_several && offer_.may_be_none) rows.push_back({"none of these", false, false});
    rows.push_back({"not known: skip this question", false, false});
    if (interview_.is_revisited() && interview_.skipped()[*interview_.question()]) cursor = rows.size() - 1;
    return ChoiceList(std::move(rows), cursor);
  }

  [[nodiscard]] std::string label_of_option(std::size_t option) const {
    return model::answer_label(question(), question().kind == model::QuestionKind::several
                                               ? only(option)
                                               : model::Answer(model::Choice{option}));
  }

  [[nodiscard]] model::Answer only(std::size_t option) const {
    model::Selection selection;
    selection.options.assign(question().options.size(), model::Chosen::no);
    selection.options[option] = model::Chosen::yes;
    return selection;
  }

  /// What is known of a several-choice, and of the rest nothing chosen.
  [[nodiscard]] model::Selection nothing_chosen() const {
    model::Selection selection;
    for (const OptionState state : offer_.options)
      selection.options.push_back(state == OptionState::chosen ? model::Chosen::yes : model::Chosen::no);
    return selection;
  }

  Step accept_row() {
    const std::optional<std::size_t> row = list_.current();
    if (!row) return Step::same;
    if (*row + 1 == list_.rows().size()) return skip();
    if (question().kind != model::QuestionKind::several) return answer(model::Choice{offer_.numbered[*row]});
    model::Selection selection = nothing_chosen();
    if (*row >= offer_.numbered.size()) return answer(std::move(selection));  // none of these
    bool is_any = false;
    for (std::size_t i = 0; i < offer_.numbered.size(); ++i) {
      if (!list_.rows()[i].is_marked) continue;
      selection.options[offer_.numbered[i]] = model::Chosen::yes;
      is_any = true;
    }
    if (is_any) return answer(std::move(selection));
    remark_ = "Please choose with Space, or go to \"none of these\".";
    return Step::same;
  }

  Step accept_line() {
    const std::string text(base::trimmed(line_->text()));
    if (text.empty() && interview_.is_revisited()) return keep();
    interview::Reply reply = interview::parse_reply(question(), interview_.offer(), conversation_.today, text);
    if (const auto* misread = std::get_if<interview::Misread>(&reply)) {
      remark_ = render::remark_text(misread->reason);
      return Step::same;
    }
    if (auto* given = std::get_if<model::Answer>(&reply)) return answer(std::move(*given));
    if (const auto* command = std::get_if<interview::Command>(&reply)) {
      if (*command == interview::Command::skip) return skip();
      if (*command == interview::Command::back) return go_back();
      if (*command == interview::Command::quit) {
        ending_ = Ending::quit;
        return Step::quit;
      }
      turn_help();
    }
    line_.emplace(history_, most_line);
    return Step::same;
  }

  Step keep() {
    remark_.clear();
    interview_.keep();
    return Step::moved;
  }

  Step answer(model::Answer given) {
    const std::size_t q = *interview_.question();
    if (interview_.is_revisited() && interview_.answers()[q] == given) return keep();
    const model::Answers before = interview_.answers();
    const std::vector<std::size_t> clauses = interview_.answer(std::move(given));
    remark_.clear();
    for (const std::size_t clause : clauses)
      remark_ += render::remark_text("this contradicts an earlier answer: " +
                                     model::filled(rules().impossible[clause].because, rules(), before));
    if (!clauses.empty()) return Step::same;
    if (rules().questions[q].kind == model::QuestionKind::number)
      remark_ = render::remark_text("taken as " + render::said_back(rules().questions[q], interview_.answers()[q]));
    tell_set_aside(before);
    return Step::answered;
  }

  Step skip() {
    if (interview_.is_revisited() && interview_.skipped()[*interview_.question()]) return keep();
    const model::Answers before = interview_.answers();
    interview_.skip();
    remark_.clear();
    tell_set_aside(before);
    return Step::answered;
  }

  void tell_set_aside(const model::Answers& before) {
    for (const std::size_t q : interview_.set_aside())
      if (!model::is_unknown(before[q]))
        remark_ += render::remark_text(render::set_aside_text(interview_, q, before[q]));
  }

  /// To finish, and every answer.
  ChoiceList review_list() const {
    std::vector<ChoiceRow> rows{{"Finish", false, false}};
    for (const std::size_t q : interview_.visited()) {
      const std::string& words = engine::words_of(rules(), interview_.answers(), q);
      const std::string answer = interview_.skipped()[q]
                                     ? "skipped: not known"
                                     : render::said_back(rules().questions[q], interview_.answers()[q]);
      rows.push_back({fmt::format("{} -- {}", words, answer), false, false});
    }
    return ChoiceList(std::move(rows));
  }

  Step leave_review() {
    const std::optional<std::size_t> row = list_.current();
    if (!row) return Step::same;
    if (*row == 0) return Step::finished;
    remark_.clear();
    return interview_.edit(interview_.visited()[*row - 1]) ? Step::moved : Step::same;
  }

  [[nodiscard]] std::string help_text() const {
    switch (help_) {
      case HelpPage::none:
        break;
      case HelpPage::help:
        return "\n" + render::help_text(interview_);
      case HelpPage::why:
        return "\n" + render::why_text(interview_);
    }
    return {};
  }

  void show_page() {
    ScreenPage page;
    page.state = render::state_text(interview_);
    page.remark = remark_;
    if (is_at_review()) {
      page.heading = "Your answers";
      page.question = "Nothing is left to ask. Look through your answers, or finish.";
      page.list = &list_;
      page.keys = keys_of_review;
    } else {
      page.heading = render::heading_text(interview_);
      page.question = render::prose(render::question_words(interview_));
      page.help = help_text();
      page.list = is_typed() ? nullptr : &list_;
      page.keys = is_typed()                                        ? keys_of_number
                  : question().kind == model::QuestionKind::several ? keys_of_several
                                                                    : keys_of_one;
    }
    const ScreenSize size = conversation_.terminal.size();
    std::optional<std::size_t> column;
    if (is_typed()) {
      page.question += "\n" + typed_hint();
      const EditedLine::View view = line_->view(std::max<std::size_t>(size.columns, 2 * prompt.size()) - prompt.size());
      page.input = std::string(prompt) + view.text;
      column = prompt.size() + view.column;
    }
    conversation_.terminal.show(draw(page, size, conversation_.color), column);
  }

  /// What can be typed, and what the answer is that Enter keeps.
  [[nodiscard]] std::string typed_hint() const {
    std::string hint = base::capitalized(interview::what_to_type(question(), interview_.offer())) + ".";
    for (const model::NamedNumber& named : question().named)
      hint += fmt::format(" {}: {}.", named.number, render::prose(named.meaning));
    if (!interview_.is_revisited()) return hint;
    const std::size_t q = *interview_.question();
    return hint + (interview_.skipped()[q]
                       ? " Skipped before; Enter leaves it so."
                       : fmt::format(" Your answer: {}; Enter keeps it.",
                                     render::prose(render::said_back(question(), interview_.answers()[q]))));
  }

  Interview& interview_;
  const Conversation& conversation_;
  const std::vector<std::string> history_;  ///< of typed lines: none, as each question has its own
  interview::Offer offer_;
  ChoiceList list_;
  std::optional<EditedLine> line_;
  HelpPage help_ = HelpPage::none;
  std::string remark_;
  Ending ending_ = Ending::quit;
};

}  // namespace

Ending converse_on_screens(Interview& interview, const Conversation& conversation) {
  return ScreenTalk(interview, conversation).hold();
}

}  // namespace socrates::cli
