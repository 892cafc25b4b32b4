// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "socrates/base/diagnostic.hpp"
#include "socrates/model/anything.hpp"
#include "socrates/render/answers.hpp"
#include "socrates/render/recommendation.hpp"

namespace socrates::render {

/// Keys stay in the order in which they were put in.
using Json = nlohmann::ordered_json;

enum class Layout { line, indented };

/// The text of a document, its last line ended. Broken UTF-8 is replaced, and what a terminal would obey or hide is
/// written as `\u....`, so that the text can be shown anywhere.
std::string written(const Json& document, Layout layout);

/// Appends names and values in turn.
inline void put_members(Json::object_t& /*members*/) {}
template <class Value, class... Rest>
void put_members(Json::object_t& members, const char* name, Value&& value, Rest&&... rest) {
  members.emplace_back(name, std::forward<Value>(value));
  put_members(members, std::forward<Rest>(rest)...);
}

/// An object of names and values in turn. What is made for every deal of many is made so: a list in braces copies each
/// name and each value into a list of two first, and takes five times the instructions.
template <class... NamesAndValues>
Json object(NamesAndValues&&... members) {
  constexpr std::size_t some_more = 2;
  Json form = Json::object();
  auto& list = form.get_ref<Json::object_t&>();
  list.reserve(sizeof...(members) / 2 + some_more);
  put_members(list, std::forward<NamesAndValues>(members)...);
  return form;
}

/// In one line, without an end of the line.
std::string in_line(const Json& value);
/// A text in quotes.
std::string json_text(std::string_view text);
void append_json_text(std::string_view text, std::string& to);

/// The object that an answers file holds.
Json json_form(const model::RuleSet& rules, const model::Answers& answers, Unknowns unknowns);

Json json_form(const model::RuleSet& rules, const model::Answers& answers, const model::ControlCatalogue& catalogue,
               const model::ControlAnswers& controls, const model::About& about, Unknowns unknowns);

/// A member a line, as people edit it, or all in one.
std::string in_lines(const Json& document, Lines lines);

/// One value of it; null where nothing is known.
Json answer_form(const model::Question& question, const model::Answer& answer);

/// What belongs to others, as it was given.
Json json_of(const model::Anything& value);

/// One element of `errors`: null where there is no file, place, path or hint.
Json json_form(const base::Diagnostic& diagnostic);

/// `{"id", "title", "publisher"}` of a source, and of `url`, `section` and `date` what is known.
Json source_form(const model::SourceReference& source);

/// Those of the sources that some list `sources` within a document names, in their order.
Json named_sources(const Json& document, const std::vector<model::SourceReference>& known);

/// Those of these ids.
Json sources_form(const std::set<std::string, std::less<>>& ids, const std::vector<model::SourceReference>& known);

/// Adds `service` and `answered_on` to a result, as far as they are said.
void add_about(const model::About& about, Json& document);

/// `{"id", "version", "sha256"}` of rules or of a catalogue: by what a result can be made again.
template <class Origin>
Json origin_form(const Origin& origin) {
  return {{"id", origin.id}, {"version", origin.version}, {"sha256", origin.sha256}};
}

}  // namespace socrates::render
