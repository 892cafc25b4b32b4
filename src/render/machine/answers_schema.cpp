// SPDX-License-Identifier: Apache-2.0
#include "socrates/render/answers_schema.hpp"

#include <fmt/format.h>

#include <utility>

#include "render/decision_words.hpp"
#include "render/machine/date_pattern.hpp"
#include "render/machine/json_form.hpp"

namespace socrates::render {
namespace {

Json null_form() { return {{"description", "not known"}, {"type", "null"}}; }

Json option_forms(const model::Question& question) {
  Json forms = Json::array();
  for (const model::Named& option : question.options)
    forms.push_back({{"const", option.id}, {"description", label_of(option)}});
  return forms;
}

std::string numbers_text(const model::Question& question) {
  std::string text = fmt::format("{} to {}", question.from, question.to);
  if (!question.unit.empty()) text += " " + question.unit;
  for (const model::NamedNumber& named : question.named)
    text += fmt::format("; {} means: {}", named.number, named.meaning);
  return text;
}

/// What may stand under the id of the question.
Json value_form(const model::Question& question) {
  switch (question.kind) {
    case model::QuestionKind::yes_no:
      return {{"type", {"boolean", "null"}}};
    case model::QuestionKind::one: {
      Json forms = option_forms(question);
      forms.push_back(null_form());
      return {{"oneOf", std::move(forms)}};
    }
    case model::QuestionKind::several: {
      const Json list = {{"type", "array"}, {"items", {{"oneOf", option_forms(question)}}}, {"uniqueItems", true}};
      const Json some = {{"description", "partly known: options in neither list are unknown"},
                         {"type", "object"},
                         {"properties", {{"has", list}, {"not", list}}},
                         {"additionalProperties", false}};
      return {{"oneOf", Json::array({list, some, null_form()})}};
    }
    case model::QuestionKind::number:
      break;
  }
  return {{"oneOf", Json::array({{{"description", numbers_text(question)},
                                  {"type", "integer"},
                                  {"minimum", question.from},
                                  {"maximum", question.to}},
                                 null_form()})}};
}

Json question_form(const model::Question& question) {
  Json form = {{"title", question.ask}};
  if (!question.help.empty()) form["description"] = question.help;
  form.update(value_form(question));
  return form;
}

Json date_form(const model::Question& question) {
  return {{"title", question.ask},
          {"description", fmt::format("A date instead of {}; the months are counted from today.", question.id)},
          {"type", {"string", "null"}},
          {"pattern", date_pattern}};
}

/// A control of the catalogue, answered beside the questions under its id.
Json control_form() {
  const Json statuses = {"in_place", "partial", "designed", "missing", "not_applicable"};
  Json status_or_null = statuses;
  status_or_null.push_back(nullptr);
  const Json proposals = status_or_null;
  const Json operating = {{"properties", {{"status", {{"enum", {"in_place", "partial"}}}}}},
                          {"required", Json::array({"status"})}};
  const Json date_or_null = {{"type", {"string", "null"}}, {"pattern", date_pattern}};
  const Json days = {{"type", {"array", "null"}}, {"items", {{"type", "string"}, {"pattern", date_pattern}}}};
  const auto is_said = [](std::string_view key, std::string_view type) {
    return Json{{"properties", {{key, {{"type", type}}}}}, {"required", Json::array({key})}};
  };
  const Json whole = {
      {"type", "object"},
      {"properties",
       {{"status", {{"enum", std::move(status_or_null)}}},
        {"since", date_or_null},
        {"performed", days},
        {"last", date_or_null},
        {"reason", {{"type", {"string", "null"}}}},
        {"proposed", {{"description", "what is still to be confirmed, and counts for nothing"}, {"enum", proposals}}}}},
      {"additionalProperties", false},
      {"if",
       {{"anyOf",
         Json::array({is_said("since", "string"), is_said("performed", "array"), is_said("last", "string")})}}},
      {"then", operating}};
  return {{"description",
           "the status of a control; since when it operates, and when it was performed; why it does not apply"},
          {"oneOf", Json::array({{{"enum", statuses}}, whole, null_form()})}};
}

}  // namespace

std::string answers_schema(const model::RuleSet& rules) {
  Json properties = {{"$schema", {{"type", "string"}}},
                     {"$origins", {{"description", "where each answer was read; not looked at"}, {"type", "object"}}},
                     {"service",
                      {{"description", "the service that the answers are about, shown in every result"},
                       {"type", Json::array({"string", "null"})}}},
                     {"answered_on",
                      {{"description", "the day on which they were given, not after today"},
                       {"type", Json::array({"string", "null"})},
                       {"pattern", date_pattern}}}};
  for (const model::Question& question : rules.questions) {
    properties[question.id] = question_form(question);
    if (question.date) properties[question.date->id] = date_form(question);
  }
  return written({{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                  {"$id", "urn:socrates:schema:answers:1"},
                  {"title", fmt::format("Answers to the rules {} {}", rules.id, rules.version)},
                  {"description", "An answer that is left out, or null, is unknown."},
                  {"type", "object"},
                  {"properties", std::move(properties)},
                  {"patternProperties", {{"^[A-Z][A-Z0-9]{1,3}-[0-9]{2,3}$", control_form()}}},
                  {"additionalProperties", false}},
                 Layout::indented);
}

}  // namespace socrates::render
