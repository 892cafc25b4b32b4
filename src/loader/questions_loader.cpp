// SPDX-License-Identifier: Apache-2.0
#include "questions_loader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "kinds.hpp"
#include "number_form.hpp"
#include "socrates/base/codes.hpp"
#include "socrates/base/suggest.hpp"

namespace socrates::loader {

namespace {

using base::Code;
using base::Diagnostics;
using model::Question;
using model::QuestionKind;

constexpr std::array<std::string_view, 4> kind_keys = {"one", "several", "yes_no", "number"};

std::string with_blanks(std::string id) {
  std::replace(id.begin(), id.end(), '_', ' ');
  return id;
}

void check_count(const Part& part, std::size_t count, Diagnostics& problems) {
  if (count <= most_options) return;
  report_key(Code::too_many_options, part, fmt::format("{} options are more than the {} allowed", count, most_options),
             problems);
}

std::vector<model::Named> read_named_list(const Part& part, Diagnostics& problems) {
  std::vector<model::Named> named;
  Names seen;
  for (const Part& item : items_of(part)) {
    const auto id = read_id(item, problems);
    if (!id) continue;
    if (!declare(seen, *id, {Declared::Kind::question, 0, item.node->at}, item.path, problems)) continue;
    named.push_back({*id, with_blanks(*id)});
  }
  return named;
}

std::vector<model::Named> read_named_mapping(const Part& part, Diagnostics& problems) {
  std::vector<model::Named> named;
  for (const Part& member : members_of(part)) {
    const auto id = read_key_id(member, problems);
    const auto label = read_text(member, problems);
    if (id && label) named.push_back({*id, *label});
  }
  return named;
}

std::vector<model::Named> read_options(const Part& part, Diagnostics& problems) {
  if (!expect_mapping(part, "a mapping of options to labels", problems) && part.node->kind != Node::Kind::sequence) {
    return {};
  }
  return read_named(part, "options", problems);  // of a list too, so that conditions can be checked
}

/// What single numbers mean: `{60: no date is set}`.
void read_meanings(const Part& part, Question& question, Diagnostics& problems) {
  if (!expect_mapping(part, "a mapping of numbers to their meanings", problems)) return;
  for (const Part& member : members_of(part)) {
    const auto number = to_integer(member.key);
    const auto meaning = read_text(member, problems);
    if (!number || *number < question.from || *number > question.to) {
      report_key(
          Code::wrong_value, member,
          fmt::format("expected a number from {} to {}, found '{}'", question.from, question.to, shortened(member.key)),
          problems);
    } else if (meaning) {
      question.named.push_back({static_cast<int>(*number), *meaning});
    }
  }
}

void read_range(const Part& part, Question& question, Diagnostics& problems) {
  if (!expect_mapping(part, "a mapping with from, to and unit", problems)) return;
  expect_keys(part, {"from", "to", "unit", "named"}, problems);
  const auto from = require(part, "from", problems);
  const auto to = require(part, "to", problems);
  question.unit = optional_text(part, "unit", problems);
  const auto first = from ? read_number(*from, problems) : std::nullopt;
  const auto last = to ? read_number(*to, problems) : std::nullopt;
  if (!first || !last) return;
  if (*first > *last) {
    report(Code::wrong_value, *to, fmt::format("the range ends at {} before it begins at {}", *last, *first), problems);
    return;
  }
  question.from = *first;
  question.to = *last;
  if (const auto named = find(part, "named")) read_meanings(*named, question, problems);
}

void read_kind(const Part& part, Question& question, Diagnostics& problems) {
  if (part.key == "number") {
    question.kind = QuestionKind::number;
    return read_range(part, question, problems);
  }
  if (part.key == "yes_no") {
    question.kind = QuestionKind::yes_no;
    question.options = {{"false", "no"}, {"true", "yes"}};
    if (read_boolean(part, problems) == false) report(Code::wrong_value, part, "expected true, found false", problems);
    return;
  }
  question.kind = part.key == "one" ? QuestionKind::one : QuestionKind::several;
  question.options = read_options(part, problems);
}

/// Exactly one of the keys that say what kind of question it is.
void require_kind(const Part& part, Question& question, Diagnostics& problems) {
  std::optional<Part> chosen;
  for (const Part& member : members_of(part)) {
    if (std::find(kind_keys.begin(), kind_keys.end(), member.key) == kind_keys.end()) continue;
    if (chosen) {
      report_key(Code::wrong_value, member, fmt::format("'{}' beside '{}'", member.key, chosen->key), problems,
                 "a question is of one kind");
      continue;
    }
    chosen = member;
    read_kind(member, question, problems);
  }
  if (!chosen) {
    report_key(Code::missing_key, part, "the kind of the question is missing", problems,
               "add 'one', 'several', 'yes_no' or 'number'");
  }
}

void read_date_form(const Part& part, Question& question, Draft& draft, Diagnostics& problems) {
  if (question.kind != QuestionKind::number) {
    return report_key(Code::wrong_value, part, "a date can stand for a number only", problems);
  }
  if (!expect_mapping(part, "a mapping with id and months", problems)) return;
  expect_keys(part, {"id", "months"}, problems);
  const auto id_part = require(part, "id", problems);
  const auto months = require(part, "months", problems);
  const auto id = id_part ? read_id(*id_part, problems) : std::nullopt;
  const auto word = months ? read_text(*months, problems) : std::nullopt;
  if (word && *word != "until" && *word != "since") {
    report(Code::wrong_value, *months, fmt::format("expected 'until' or 'since', found '{}'", shortened(*word)),
           problems);
  }
  if (!id || !word) return;
  const std::size_t index = draft.rules.questions.size();
  if (!declare(draft.subjects, *id, {Declared::Kind::date, index, id_part->node->at}, id_part->path, problems)) return;
  question.date = {*id, *word == "since" ? model::MonthsCount::since : model::MonthsCount::until};
}

void read_section(const Part& part, Question& question, Draft& draft, Diagnostics& problems) {
  const auto id = read_text(part, problems);
  if (!id) return;
  const auto section = draft.sections.find(*id);
  if (section == draft.sections.end()) {
    return report(Code::unknown_section, part, fmt::format("unknown section '{}'", shortened(*id)), problems,
                  base::suggestion(*id, ids_of(draft.sections)));
  }
  question.section = section->second.index;
  draft.used_sections.insert(section->second.index);
}

Question read_question(const Part& part, Draft& draft, Diagnostics& problems) {
  Question question;
  question.id = part.key;
  if (!expect_mapping(part, "a mapping that describes the question", problems)) return question;
  expect_keys(part, {"section", "ask", "help", "one", "several", "yes_no", "number", "date", "can_change"}, problems);
  if (const auto section = find(part, "section")) read_section(*section, question, draft, problems);
  question.ask = require_text(part, "ask", problems);
  question.help = optional_text(part, "help", problems);
  require_kind(part, question, problems);
  for (const char* kind : {"one", "several"})
    if (const auto options = find(part, kind)) place_named(draft, *options, "option " + part.key + ".");
  if (const auto date = find(part, "date")) read_date_form(*date, question, draft, problems);
  if (const auto can_change = find(part, "can_change")) {
    question.can_change = read_boolean(*can_change, problems).value_or(false);
  }
  return question;
}

constexpr auto source_form = form<model::SourceReference>(
    "a mapping with title and publisher",
    required("title", &model::SourceReference::title, a_text, "What it is called."),
    required("publisher", &model::SourceReference::publisher, a_text, "Who published it."));

}  // namespace

std::vector<model::Named> read_named(const Part& part, std::string_view what, Diagnostics& problems) {
  std::vector<model::Named> named;
  if (part.node->kind == Node::Kind::mapping) {
    if (part.node->members.empty()) report(Code::wrong_value, part, fmt::format("no {} are given", what), problems);
    named = read_named_mapping(part, problems);
  } else if (expect_list(part, fmt::format("a list or a mapping of {}", what), problems)) {
    named = read_named_list(part, problems);
  }
  check_count(part, named.size(), problems);
  return named;
}

void read_sections(const Part& sections, Draft& draft, Diagnostics& problems) {
  if (!expect_mapping(sections, "a mapping of sections to labels", problems)) return;
  for (const Part& part : members_of(sections)) {
    const auto id = read_key_id(part, problems);
    const std::string label = read_text(part, problems).value_or("");
    if (!id) continue;
    const Declared declared{Declared::Kind::section, draft.rules.sections.size(), part.named};
    if (declare(draft.sections, *id, declared, part.path, problems)) draft.rules.sections.push_back({*id, label});
  }
}

model::Shape source_shape() { return source_form.shape(); }

void read_sources(const Part& sources, Draft& draft, Diagnostics& problems) {
  if (!expect_mapping(sources, "a mapping of sources", problems)) return;
  FormReader reader{problems, codes_of_rules};
  for (const Part& part : members_of(sources)) {
    if (!read_key_id(part, problems)) continue;
    const Declared declared{Declared::Kind::source, draft.rules.sources.size(), part.named};
    const bool is_new = declare(draft.sources, part.key, declared, part.path, problems);
    model::SourceReference source = source_form.read(part, reader).value_or(model::SourceReference());
    source.id = part.key;
    if (is_new) draft.rules.sources.push_back(std::move(source));
  }
}

namespace {

/// Questions are asked section by section, those without one last, and in the order of the file within a section.
void sort_by_section(Draft& draft) {
  std::vector<Question>& questions = draft.rules.questions;
  const auto rank = [](const Question& question) { return question.section.value_or(most_subjects); };
  std::stable_sort(questions.begin(), questions.end(),
                   [&](const Question& a, const Question& b) { return rank(a) < rank(b); });
  for (std::size_t q = 0; q < questions.size(); ++q) {
    draft.subjects.at(questions[q].id).index = q;
    if (questions[q].date) draft.subjects.at(questions[q].date->id).index = q;
  }
}

}  // namespace

void read_questions(const Part& questions, Draft& draft, Diagnostics& problems) {
  if (!expect_mapping(questions, "a mapping of questions", problems)) return;
  for (const Part& part : members_of(questions)) {
    Question question = read_question(part, draft, problems);
    if (!read_key_id(part, problems)) continue;
    const Declared declared{Declared::Kind::question, draft.rules.questions.size(), part.named};
    if (!declare_subject(draft, part, declared, problems)) continue;
    draft.rules.questions.push_back(std::move(question));
  }
  sort_by_section(draft);
}

}  // namespace socrates::loader
