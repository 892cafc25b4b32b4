// SPDX-License-Identifier: Apache-2.0
#include "loader/rules/questions_loader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "loader/kinds.hpp"
#include "loader/text/scalar_kind.hpp"
#include "socrates/base/codes.hpp"
#include "socrates/base/suggest.hpp"
#include "socrates/base/words.hpp"

namespace socrates::loader {

namespace {

using base::Code;
using base::Diagnostics;
using model::Question;
using model::QuestionKind;

constexpr std::array<std::string_view, 4> kind_keys = {"one", "several", "yes_no", "number"};

void check_count(const Entry& entry, std::size_t count, Diagnostics& problems) {
  if (count <= most_options) return;
  report_key(Code::too_many_options, entry, fmt::format("{} options are more than the {} allowed", count, most_options),
             problems);
}

std::vector<model::Named> read_named_list(const Entry& entry, Diagnostics& problems) {
  std::vector<model::Named> named;
  Names seen;
  for (const Entry& item : items_of(entry)) {
    const auto id = read_id(item, problems);
    if (!id) continue;
    if (!declare(seen, *id, {Declared::Kind::question, 0, item.node->at}, item.path, problems)) continue;
    named.push_back({*id, base::plain_words(*id)});
  }
  return named;
}

std::vector<model::Named> read_named_mapping(const Entry& entry, Diagnostics& problems) {
  std::vector<model::Named> named;
  for (const Entry& member : members_of(entry)) {
    const auto id = read_key_id(member, problems);
    const auto label = read_text(member, problems);
    if (id && label) named.push_back({*id, *label});
  }
  return named;
}

std::vector<model::Named> read_options(const Entry& entry, Diagnostics& problems) {
  if (!expect_mapping(entry, "a mapping of options to labels", problems) && entry.node->kind != Node::Kind::sequence) {
    return {};
  }
  return read_named(entry, "options", problems);  // of a list too, so that conditions can be checked
}

/// What single numbers mean: `{60: no date is set}`.
void read_meanings(const Entry& entry, Question& question, Diagnostics& problems) {
  if (!expect_mapping(entry, "a mapping of numbers to their meanings", problems)) return;
  for (const Entry& member : members_of(entry)) {
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

void read_range(const Entry& entry, Question& question, Diagnostics& problems) {
  if (!expect_mapping(entry, "a mapping with from, to and unit", problems)) return;
  expect_keys(entry, {"from", "to", "unit", "named"}, problems);
  const auto from = require(entry, "from", problems);
  const auto to = require(entry, "to", problems);
  question.unit = optional_text(entry, "unit", problems);
  const auto first = from ? read_number(*from, problems) : std::nullopt;
  const auto last = to ? read_number(*to, problems) : std::nullopt;
  if (!first || !last) return;
  if (*first > *last) {
    report(Code::wrong_value, *to, fmt::format("the range ends at {} before it begins at {}", *last, *first), problems);
    return;
  }
  question.from = *first;
  question.to = *last;
  if (const auto named = find(entry, "named")) read_meanings(*named, question, problems);
}

void read_kind(const Entry& entry, Question& question, Diagnostics& problems) {
  if (entry.key == "number") {
    question.kind = QuestionKind::number;
    return read_range(entry, question, problems);
  }
  if (entry.key == "yes_no") {
    question.kind = QuestionKind::yes_no;
    question.options = {{"false", "no"}, {"true", "yes"}};
    if (read_boolean(entry, problems) == false)
      report(Code::wrong_value, entry, "expected true, found false", problems);
    return;
  }
  question.kind = entry.key == "one" ? QuestionKind::one : QuestionKind::several;
  question.options = read_options(entry, problems);
}

/// Exactly one of the keys that say what kind of question it is.
void require_kind(const Entry& entry, Question& question, Diagnostics& problems) {
  std::optional<Entry> chosen;
  for (const Entry& member : members_of(entry)) {
    if (std::find(kind_keys.begin(), kind_keys.end(), member.key) == kind_keys.end()) continue;
    if (chosen) {
      report_key(Code::wrong_value, member, fmt::format("'{}' is given beside '{}'", member.key, chosen->key), problems,
                 "a question is of one kind");
      continue;
    }
    chosen = member;
    read_kind(member, question, problems);
  }
  if (!chosen) {
    report_key(Code::missing_key, entry, "the kind of the question is missing", problems,
               "add 'one', 'several', 'yes_no' or 'number'");
  }
}

void read_date_form(const Entry& entry, Question& question, UnfinishedRules& unfinished, Diagnostics& problems) {
  if (question.kind != QuestionKind::number) {
    return report_key(Code::wrong_value, entry, "only a number can have a date", problems);
  }
  if (!expect_mapping(entry, "a mapping with id and months", problems)) return;
  expect_keys(entry, {"id", "months"}, problems);
  const auto id_part = require(entry, "id", problems);
  const auto months = require(entry, "months", problems);
  const auto id = id_part ? read_id(*id_part, problems) : std::nullopt;
  const auto word = months ? read_text(*months, problems) : std::nullopt;
  if (word && *word != "until" && *word != "since") {
    report(Code::wrong_value, *months, fmt::format("expected 'until' or 'since', found '{}'", shortened(*word)),
           problems);
  }
  if (!id || !word) return;
  const std::size_t index = unfinished.rules.questions.size();
  if (!declare(unfinished.subjects, *id, {Declared::Kind::date, index, id_part->node->at}, id_part->path, problems))
    return;
  question.date = {*id, *word == "since" ? model::MonthsCount::since : model::MonthsCount::until};
}

void read_section(const Entry& entry, Question& question, UnfinishedRules& unfinished, Diagnostics& problems) {
  const auto id = read_text(entry, problems);
  if (!id) return;
  const auto section = unfinished.sections.find(*id);
  if (section == unfinished.sections.end()) {
    return report(Code::unknown_section, entry, fmt::format("unknown section '{}'", shortened(*id)), problems,
                  base::suggestion(*id, ids_of(unfinished.sections)));
  }
  question.section = section->second.index;
  unfinished.used_sections.insert(section->second.index);
}

Question read_question(const Entry& entry, UnfinishedRules& unfinished, Diagnostics& problems) {
  Question question;
  question.id = entry.key;
  if (!expect_mapping(entry, "a mapping that describes the question", problems)) return question;
  expect_keys(
      entry,
      {"section", "ask", "help", "one", "several", "yes_no", "number", "date", "action", "can_change", "ask_when"},
      problems);
  if (const auto section = find(entry, "section")) read_section(*section, question, unfinished, problems);
  question.ask = require_text(entry, "ask", problems);
  question.help = optional_text(entry, "help", problems);
  require_kind(entry, question, problems);
  for (const char* kind : {"one", "several"})
    if (const auto options = find(entry, kind)) place_named(unfinished, *options, "option " + entry.key + ".");
  if (const auto date = find(entry, "date")) read_date_form(*date, question, unfinished, problems);
  if (const auto action = find(entry, "action"))
    std::tie(question.who, question.action) = read_action(*action, unfinished, problems);
  if (const auto can_change = find(entry, "can_change")) {
    question.can_change = read_boolean(*can_change, problems).value_or(false);
  }
  return question;
}

/// Of an address that may be linked to: nothing that ends a link, in whatever form it is printed.
std::optional<std::string> parse_address(std::string_view text) {
  constexpr std::string_view signs = "-._~:/?#@!$&*+,;=%";
  const bool has_scheme = text.substr(0, 8) == "https://" || text.substr(0, 7) == "http://";
  const auto is_allowed = [&](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           signs.find(c) != std::string_view::npos;
  };
  if (!has_scheme || !std::all_of(text.begin(), text.end(), is_allowed)) return std::nullopt;
  return std::string(text);
}

/// A year, a month or a day.
std::optional<std::string> parse_publication(std::string_view text) {
  constexpr std::size_t year = 4;
  constexpr std::size_t month = 7;
  std::string whole(text);
  if (text.size() == year) whole += "-01";
  if (text.size() == year || text.size() == month) whole += "-01";
  return base::parse_date(whole) ? std::optional<std::string>(text) : std::nullopt;
}

constexpr TextFormKind<std::string> an_address{parse_address, "an address that begins with https:// or http://",
                                               "^https?://[-._~:/?#@!$&*+,;=%0-9A-Za-z]*$"};
constexpr TextFormKind<std::string> a_publication_date{
    parse_publication, "a date as YYYY-MM-DD or YYYY-MM, or a year in quotes", "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"};

constexpr auto source_form = form<model::SourceReference>(
    "a mapping with title and publisher",
    required("title", &model::SourceReference::title, a_text, "What it is called."),
    required("publisher", &model::SourceReference::publisher, a_text, "Who published it."),
    key("url", &model::SourceReference::url, an_address, "Where it can be read."),
    key("section", &model::SourceReference::section, a_text, "The paragraph, chapter or page."),
    key("date", &model::SourceReference::date, a_publication_date, "When it was published: a year, a month or a day."));

}  // namespace

std::vector<model::Named> read_named(const Entry& entry, std::string_view what, Diagnostics& problems) {
  std::vector<model::Named> named;
  if (entry.node->kind == Node::Kind::mapping) {
    if (entry.node->members.empty()) report(Code::wrong_value, entry, fmt::format("no {} are given", what), problems);
    named = read_named_mapping(entry, problems);
  } else if (expect_list(entry, fmt::format("a list or a mapping of {}", what), problems)) {
    named = read_named_list(entry, problems);
  }
  check_count(entry, named.size(), problems);
  return named;
}

void read_sections(const Entry& sections, UnfinishedRules& unfinished, Diagnostics& problems) {
  if (!expect_mapping(sections, "a mapping of sections to labels", problems)) return;
  for (const Entry& entry : members_of(sections)) {
    const auto id = read_key_id(entry, problems);
    const std::string label = read_text(entry, problems).value_or("");
    if (!id) continue;
    const Declared declared{Declared::Kind::section, unfinished.rules.sections.size(), entry.named};
    if (declare(unfinished.sections, *id, declared, entry.path, problems))
      unfinished.rules.sections.push_back({*id, label});
  }
}

model::Shape source_shape() { return source_form.shape(); }

void read_sources(const Entry& sources, UnfinishedRules& unfinished, Diagnostics& problems) {
  if (!expect_mapping(sources, "a mapping of sources", problems)) return;
  FormReader reader{problems, codes_of_rules};
  for (const Entry& entry : members_of(sources)) {
    if (!read_key_id(entry, problems)) continue;
    const Declared declared{Declared::Kind::source, unfinished.rules.sources.size(), entry.named};
    const bool is_new = declare(unfinished.sources, entry.key, declared, entry.path, problems);
    model::SourceReference source = source_form.read(entry, reader).value_or(model::SourceReference());
    source.id = entry.key;
    if (is_new) unfinished.rules.sources.push_back(std::move(source));
  }
}

namespace {

/// Questions are asked section by section, those without one last, and in the order of the file within a section.
void sort_by_section(UnfinishedRules& unfinished) {
  std::vector<Question>& questions = unfinished.rules.questions;
  const auto rank = [](const Question& question) { return question.section.value_or(most_subjects); };
  std::stable_sort(questions.begin(), questions.end(),
                   [&](const Question& a, const Question& b) { return rank(a) < rank(b); });
  for (std::size_t q = 0; q < questions.size(); ++q) {
    unfinished.subjects.at(questions[q].id).index = q;
    if (questions[q].date) unfinished.subjects.at(questions[q].date->id).index = q;
  }
}

}  // namespace

void read_questions(const Entry& questions, UnfinishedRules& unfinished, Diagnostics& problems) {
  if (!expect_mapping(questions, "a mapping of questions", problems)) return;
  for (const Entry& entry : members_of(questions)) {
    Question question = read_question(entry, unfinished, problems);
    if (!read_key_id(entry, problems)) continue;
    const Declared declared{Declared::Kind::question, unfinished.rules.questions.size(), entry.named};
    if (!declare_subject(unfinished, entry, declared, problems)) continue;
    unfinished.rules.questions.push_back(std::move(question));
  }
  sort_by_section(unfinished);
}

}  // namespace socrates::loader
