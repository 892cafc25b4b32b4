// SPDX-License-Identifier: Apache-2.0
#include "socrates/loader/answers_loader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "loader/inputs/answer_reader.hpp"
#include "loader/inputs/control_answer_reader.hpp"
#include "loader/inputs/plain_answers.hpp"
#include "loader/text/document_kind.hpp"
#include "loader/text/text_check.hpp"
#include "socrates/base/codes.hpp"
#include "socrates/base/suggest.hpp"

namespace socrates::loader {

namespace {

using base::Code;
using base::Diagnostics;
using model::Answer;
using model::Question;

void report_unknown_question(std::string_view id, base::Span at, const Answerable& answerable, Diagnostics& problems) {
  std::vector<std::string> ids;
  for (const Question& question : answerable.rules().questions) {
    ids.push_back(question.id);
    if (question.date) ids.push_back(question.date->id);
  }
  if (answerable.controls() != nullptr)
    for (const model::Control& control : answerable.controls()->controls) ids.push_back(control.id);
  ids.insert(ids.end(), {"service", "answered_on"});
  const std::string near = base::nearest(id, ids);
  problems.add(Code::unknown_question, at, fmt::format("unknown question '{}'", shortened(id)), shortened(id),
               near.empty() ? "" : fmt::format("did you mean '{}'?", near));
}

std::optional<std::size_t> find_control(const Answerable& answerable, std::string_view id) {
  return answerable.controls() == nullptr ? std::nullopt : model::find_control(*answerable.controls(), id);
}

/// Finds many controls of a catalogue, which is asked for with the first.
class ControlIndex {
 public:
  explicit ControlIndex(const Answerable& answerable) : answerable_(answerable) {}

  std::optional<std::size_t> find(std::string_view id) {
    if (!std::exchange(is_made_, true)) make();
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? std::nullopt : std::optional(found->second);
  }

 private:
  void make() {
    if (const model::ControlCatalogue* const catalogue = answerable_.controls())
      for (std::size_t i = 0; i < catalogue->controls.size(); ++i) by_id_.emplace(catalogue->controls[i].id, i);
  }

  const Answerable& answerable_;
  std::unordered_map<std::string_view, std::size_t> by_id_;
  bool is_made_ = false;
};

void keep(std::size_t control, model::ControlAnswer answer, StatedAt at, const Answerable& answerable,
          LoadedAnswers& loaded) {
  loaded.controls.resize(answerable.controls()->controls.size());
  loaded.control_places.resize(loaded.controls.size());
  loaded.controls[control] = std::move(answer);
  loaded.control_places[control] = at;
}

void check_schema_member(const Node::Member& member, Diagnostics& problems) {
  if (member.value.kind == Node::Kind::string) return;
  problems.add(Code::wrong_answer_type, member.value.at,
               fmt::format("'$schema' takes a text, not {}", describe(member.value)), member.key);
}

void read_service(const Node::Member& member, model::About& about, Diagnostics& problems) {
  if (member.value.kind == Node::Kind::null) return;
  if (member.value.kind == Node::Kind::string) {
    about.service = member.value.text;
    return;
  }
  problems.add(Code::wrong_answer_type, member.value.at,
               fmt::format("'service' takes a text, not {}", describe(member.value)), member.key);
}

void read_answered_on(const Node::Member& member, base::Date today, model::About& about, Diagnostics& problems) {
  if (member.value.kind == Node::Kind::null) return;
  const auto date =
      member.value.kind == Node::Kind::string ? base::parse_date(member.value.text) : std::optional<base::Date>();
  if (!date) {
    problems.add(Code::invalid_date, member.value.at, fmt::format("{} is not a date", describe(member.value)),
                 member.key, "write a day of the calendar as YYYY-MM-DD");
  } else if (*date > today) {
    problems.add(Code::invalid_date, member.value.at,
                 fmt::format("{} must not be after today, {}", describe(member.value), base::to_text(today)),
                 member.key);
  } else {
    about.answered_on = date;
  }
}

std::optional<Answer> read_value(AnswerKey key, const Node& node, const model::RuleSet& rules, base::Date today,
                                 Diagnostics& problems) {
  const Question& question = rules.questions[key.question];
  return key.is_date ? read_date_answer(question, node, today, problems) : read_answer(question, node, problems);
}

/// Own rules may have a question that is named like a key of another kind of file.
bool answers_any(const Node& root, const Answerable& answerable) {
  return std::any_of(root.members.begin(), root.members.end(), [&](const Node::Member& member) {
    return find_key(answerable.rules(), member.key) || find_control(answerable, member.key);
  });
}

/// Adds what one member says to what other members have said about the same question.
void merge(const Question& question, const Node& node, Answer answer, Answer& known, base::Span& place,
           Diagnostics& problems) {
  if (!std::holds_alternative<model::Unknown>(known)) {
    const auto* first = std::get_if<model::Number>(&known);
    const auto* second = std::get_if<model::Number>(&answer);
    if (first == nullptr || second == nullptr) return;  // a null beside a number says nothing
    if (first->value != second->value) {
      const int by_date = first->date.empty() ? second->value : first->value;
      const int given = first->date.empty() ? first->value : second->value;
      problems.add(Code::dates_disagree, node.at,
                   fmt::format("'{}' makes {} months, but '{}' is {}", question.date->id, by_date, question.id, given),
                   question.id, "give one of the two");
    }
    if (second->date.empty()) return;
  }
  known = std::move(answer);
  place = node.at;
}

}  // namespace

LoadedAnswers no_answers(const Answerable& answerable) {
  const std::size_t count = answerable.rules().questions.size();
  LoadedAnswers loaded{model::Answers(count), std::vector<base::Span>(count)};
  loaded.controls.resize(answerable.controls_from_the_beginning());
  loaded.control_places.resize(loaded.controls.size());
  return loaded;
}

std::optional<LoadedAnswers> load_answers(const base::Source& source, const Answerable& answerable, base::Date today,
                                          Diagnostics& problems) {
  const std::size_t before = problems.count();
  const auto root = read_json_of_kind(DocumentKind::answers, source, problems);
  const bool is_good = root && (answers_any(*root, answerable) || is_of_kind(DocumentKind::answers, *root, problems));
  auto loaded = is_good ? read_answers(*root, answerable, today, problems) : std::nullopt;
  if (problems.count() == before) return loaded;
  problems.sort_by_place();
  return std::nullopt;
}

std::optional<LoadedAnswers> read_answers(const Node& object, const Answerable& answerable, base::Date today,
                                          Diagnostics& problems) {
  if (object.kind != Node::Kind::mapping) {
    problems.add(Code::not_an_object, object.at,
                 fmt::format("expected an object of questions and answers, found {}", describe(object)));
    return std::nullopt;
  }
  const std::size_t before = problems.count();
  const model::RuleSet& rules = answerable.rules();
  LoadedAnswers loaded = no_answers(answerable);
  ControlIndex controls(answerable);
  for (const Node::Member& member : object.members) {
    if (member.key == "$schema") {
      check_schema_member(member, problems);
    } else if (member.key == "$origins") {  // where each answer was read, for people
      if (member.value.kind != Node::Kind::mapping)
        problems.add(Code::wrong_answer_type, member.value.at,
                     fmt::format("'$origins' takes an object, not {}", describe(member.value)), member.key);
    } else if (const auto key = find_key(rules, member.key)) {
      auto answer = read_value(*key, member.value, rules, today, problems);
      if (!answer) continue;
      merge(rules.questions[key->question], member.value, *std::move(answer), loaded.answers[key->question],
            loaded.places[key->question], problems);
    } else if (const auto control = controls.find(member.key)) {
      auto answer = read_control_answer(member.key, member.value, today, problems);
      if (answer) keep(*control, *std::move(answer), {member.key_at, member.value.at}, answerable, loaded);
    } else if (member.key == "service") {
      read_service(member, loaded.about, problems);
    } else if (member.key == "answered_on") {
      read_answered_on(member, today, loaded.about, problems);
    } else {
      report_unknown_question(member.key, member.key_at, answerable, problems);
    }
  }
  if (problems.count() > before) return std::nullopt;
  return loaded;
}

void lay_over(LoadedAnswers& below, const LoadedAnswers& above) {
  for (std::size_t q = 0; q < above.answers.size(); ++q) {
    if (above.places[q].source == nullptr) continue;
    below.answers[q] = above.answers[q];
    below.places[q] = above.places[q];
  }
  below.controls.resize(std::max(below.controls.size(), above.controls.size()));
  below.control_places.resize(below.controls.size());
  for (std::size_t i = 0; i < above.controls.size(); ++i) {
    if (above.control_places[i].value.source == nullptr) continue;
    const model::ControlAnswer& answer = above.controls[i];
    const bool only_proposes = answer.status == model::ControlStatus::unknown && answer.proposed;
    if (only_proposes && below.controls[i].status != model::ControlStatus::unknown) {
      below.controls[i].proposed = answer.proposed;
      continue;
    }
    below.controls[i] = answer;
    below.control_places[i] = above.control_places[i];
  }
  if (!above.about.service.empty()) below.about.service = above.about.service;
  if (above.about.answered_on) below.about.answered_on = above.about.answered_on;
}

void set_answer(const base::Source& assignment, const Answerable& answerable, base::Date today, LoadedAnswers& loaded,
                Diagnostics& problems) {
  if (!check_text(assignment, Notation::json, problems)) return;
  const model::RuleSet& rules = answerable.rules();
  const std::string_view text = assignment.text;
  const std::size_t equals = text.find('=');
  const std::string_view id = text.substr(0, equals);
  const auto key = find_key(rules, id);
  const auto control = key ? std::nullopt : find_control(answerable, id);
  if (!key && !control) return report_unknown_question(id, {&assignment, 0, id.size()}, answerable, problems);
  if (equals == std::string_view::npos) {
    problems.add(Code::usage, {&assignment, text.size(), 0}, fmt::format("'{}' has no '='", shortened(text)),
                 std::string(id), "write ID=VALUE");
    return;
  }
  const std::string_view value = text.substr(equals + 1);
  const base::Span at{&assignment, equals + 1, value.size()};
  if (control) {
    auto answer = read_control_answer(id, word_of(value, at), today, problems);
    if (answer) keep(*control, *std::move(answer), {{&assignment, 0, equals}, at}, answerable, loaded);
    return;
  }
  const Node node = value_of(rules.questions[key->question], *key, value, at);
  auto answer = read_value(*key, node, rules, today, problems);
  if (!answer) return;
  loaded.answers[key->question] = *std::move(answer);
  loaded.places[key->question] = at;
}

}  // namespace socrates::loader
