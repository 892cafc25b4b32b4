// SPDX-License-Identifier: Apache-2.0
#include "loader/inputs/answer_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "loader/text/scalar_kind.hpp"
#include "socrates/base/codes.hpp"
#include "socrates/base/suggest.hpp"

namespace socrates::loader {

namespace {

using base::Code;
using base::Diagnostics;
using model::Answer;
using model::Chosen;
using model::Question;
using model::QuestionKind;
using Kind = Node::Kind;

void wrong_type(const Question& question, const Node& node, std::string_view what, Diagnostics& problems,
                std::string hint = {}) {
  problems.add(Code::wrong_answer_type, node.at,
               fmt::format("'{}' takes {}, not {}", question.id, what, describe(node)), question.id, std::move(hint));
}

std::optional<std::size_t> read_option(const Question& question, const Node& node, Diagnostics& problems) {
  if (node.kind != Kind::string) {
    wrong_type(question, node, "the id of an option", problems);
    return std::nullopt;
  }
  std::vector<std::string> ids;
  for (const model::Named& option : question.options) ids.push_back(option.id);
  const auto found = std::find(ids.begin(), ids.end(), node.text);
  if (found != ids.end()) return static_cast<std::size_t>(found - ids.begin());
  problems.add(Code::unknown_option, node.at, fmt::format("'{}' has no option '{}'", question.id, shortened(node.text)),
               question.id, base::suggestion(node.text, ids));
  return std::nullopt;
}

std::optional<Answer> read_yes_no(const Question& question, const Node& node, Diagnostics& problems) {
  if (node.kind == Kind::boolean) return model::Choice{node.boolean ? std::size_t{1} : std::size_t{0}};
  wrong_type(question, node, "yes or no", problems, "write true or false");
  return std::nullopt;
}

std::optional<Answer> read_one(const Question& question, const Node& node, Diagnostics& problems) {
  if (node.kind == Kind::sequence) {
    problems.add(Code::several_for_one, node.at, fmt::format("'{}' takes one option, not a list", question.id),
                 question.id, "choose one option and write it without brackets");
    return std::nullopt;
  }
  const auto option = read_option(question, node, problems);
  if (!option) return std::nullopt;
  return model::Choice{*option};
}

/// Sets the options of a list to `chosen`; false after a report.
bool read_list(const Question& question, const Node& list, Chosen chosen, std::vector<Chosen>& options,
               Diagnostics& problems) {
  if (list.kind != Kind::sequence) {
    wrong_type(question, list, "a list of options", problems,
               list.kind == Kind::string ? fmt::format("write [\"{}\"]", shortened(list.text)) : "");
    return false;
  }
  bool is_good = true;
  for (const Node& item : list.items) {
    const auto option = read_option(question, item, problems);
    if (!option) {
      is_good = false;
      continue;
    }
    Chosen& state = options[*option];
    if (state == chosen) {
      problems.add(Code::repeated_option, item.at, fmt::format("'{}' is named twice", item.text), question.id);
      is_good = false;
    } else if (state != Chosen::unknown) {
      problems.add(Code::has_and_not, item.at, fmt::format("'{}' is both chosen and excluded", item.text), question.id);
      is_good = false;
    }
    state = chosen;
  }
  return is_good;
}

/// `{"has": [...], "not": [...]}`: what is named in neither is not known.
std::optional<Answer> read_partial(const Question& question, const Node& node, Diagnostics& problems) {
  std::vector<Chosen> options(question.options.size(), Chosen::unknown);
  bool is_good = true;
  for (const Node::Member& member : node.members) {
    if (member.key == "has" || member.key == "not") {
      const Chosen chosen = member.key == "has" ? Chosen::yes : Chosen::no;
      is_good = read_list(question, member.value, chosen, options, problems) && is_good;
      continue;
    }
    problems.add(Code::wrong_answer_type, member.key_at,
                 fmt::format("unknown key '{}' in the answer to '{}'", shortened(member.key), question.id), question.id,
                 base::suggestion(member.key, {"has", "not"}));
    is_good = false;
  }
  if (!is_good) return std::nullopt;
  return model::Selection{std::move(options)};
}

std::optional<Answer> read_several(const Question& question, const Node& node, Diagnostics& problems) {
  if (node.kind == Kind::mapping) return read_partial(question, node, problems);
  std::vector<Chosen> options(question.options.size(), Chosen::unknown);
  if (!read_list(question, node, Chosen::yes, options, problems)) return std::nullopt;
  std::replace(options.begin(), options.end(), Chosen::unknown, Chosen::no);
  return model::Selection{std::move(options)};
}

std::optional<Answer> read_number_answer(const Question& question, const Node& node, Diagnostics& problems) {
  if (node.kind != Kind::integer) {
    const bool is_quoted = node.kind == Kind::string && scalar_kind(node.text) == ScalarKind::integer;
    wrong_type(question, node, "a whole number", problems,
               is_quoted ? fmt::format("write {} without quotes", node.text) : "");
    return std::nullopt;
  }
  if (node.integer < question.from || node.integer > question.to) {
    problems.add(
        Code::number_out_of_range, node.at,
        fmt::format("{} is outside the range of '{}', {} to {}", node.text, question.id, question.from, question.to),
        question.id);
    return std::nullopt;
  }
  return model::Number{static_cast<int>(node.integer), {}};
}

int months_counted(const model::DateForm& form, base::Date date, base::Date today) {
  switch (form.months) {
    case model::MonthsCount::until:
      return base::whole_months(today, date);
    case model::MonthsCount::since:
      return base::whole_months(date, today);
  }
  return 0;
}

}  // namespace

std::optional<Answer> read_answer(const Question& question, const Node& node, Diagnostics& problems) {
  if (node.kind == Kind::null) return model::Unknown();
  switch (question.kind) {
    case QuestionKind::yes_no:
      return read_yes_no(question, node, problems);
    case QuestionKind::one:
      return read_one(question, node, problems);
    case QuestionKind::several:
      return read_several(question, node, problems);
    case QuestionKind::number:
      return read_number_answer(question, node, problems);
  }
  return std::nullopt;
}

std::optional<Answer> read_date_answer(const Question& question, const Node& node, base::Date today,
                                       Diagnostics& problems) {
  if (node.kind == Kind::null) return model::Unknown();
  const std::string& id = question.date->id;
  if (node.kind != Kind::string) {
    problems.add(Code::wrong_answer_type, node.at, fmt::format("'{}' takes a date, not {}", id, describe(node)), id,
                 "write it as \"YYYY-MM-DD\"");
    return std::nullopt;
  }
  const auto date = base::parse_date(node.text);
  if (!date) {
    problems.add(Code::invalid_date, node.at, fmt::format("{} is not a date", describe(node)), id,
                 "write a day of the calendar as YYYY-MM-DD");
    return std::nullopt;
  }
  return model::Number{months_of(question, *date, today), node.text};
}

int months_of(const Question& question, base::Date date, base::Date today) {
  return std::clamp(months_counted(*question.date, date, today), question.from, question.to);
}

}  // namespace socrates::loader
