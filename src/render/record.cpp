// SPDX-License-Identifier: Apache-2.0
#include "socrates/render/record.hpp"

#include <fmt/format.h>

#include "render/machine/json_form.hpp"
#include "render/machine/recommendation_json.hpp"
#include "render/sentence.hpp"
#include "socrates/render/diagnostics.hpp"
#include "socrates/render/escape.hpp"

namespace socrates::render {
namespace {

std::string_view verdict_word(RecordVerdict verdict) {
  switch (verdict) {
    case RecordVerdict::equal:
      return "equal";
    case RecordVerdict::differs:
      return "differs";
    case RecordVerdict::unreadable:
      break;
  }
  return "unreadable";
}

std::string mark_of(const model::RuleSet& rules) {
  return fmt::format("{} {}, sha256 {}", rules.id, rules.version, rules.sha256.substr(0, 12));
}

std::string line_of(const RecordDifference& difference) {
  return wrap(fmt::format("{}: {} recorded, {} now", terminal_safe(difference.path), terminal_safe(difference.recorded),
                          terminal_safe(difference.now)),
              {2, 4});
}

Json form_of(const std::vector<RecordDifference>& differences, const char* place) {
  Json list = Json::array();
  for (const RecordDifference& difference : differences)
    list.push_back({{place, difference.path}, {"recorded", difference.recorded}, {"now", difference.now}});
  return list;
}

Json form_of(const Verification& record) {
  Json form = {{"file", record.file}, {"verdict", verdict_word(record.verdict)}};
  if (record.verdict == RecordVerdict::unreadable) {
    form["errors"] = Json::array();
    for (const base::Diagnostic& problem : record.problems.kept()) form["errors"].push_back(json_form(problem));
    return form;
  }
  form["same_rules"] = record.same_rules;
  form["flips"] = form_of(record.flips, "decision");
  form["differences"] = form_of(record.differences, "path");
  return form;
}

}  // namespace

std::string record_json(const Recommendation& recommendation, std::string_view program_version) {
  const model::RuleSet& rules = recommendation.rules;
  Recommendation plain = recommendation;
  plain.explanation = nullptr;
  Json answers = json_form(rules, recommendation.answers, Unknowns::left_out);
  add_about(recommendation.about, answers);
  return written({{"schema", "socrates.record/1"},
                  {"program", {{"name", "socrates"}, {"version", program_version}}},
                  {"today", base::to_text(recommendation.today)},
                  {"rules", origin_form(rules)},
                  {"answers", std::move(answers)},
                  {"result", recommendation_form(plain)}},
                 Layout::indented);
}

std::string recorded_result(const Recommendation& recommendation) {
  return written(recommendation_form(recommendation), Layout::line);
}

std::string verification_text(const std::vector<Verification>& records, const model::RuleSet& rules, Color color) {
  std::string text;
  std::size_t equal = 0;
  for (const Verification& record : records) {
    if (record.verdict == RecordVerdict::equal) ++equal;
    std::string line = fmt::format("{}: {}", terminal_safe(record.file), verdict_word(record.verdict));
    if (record.verdict != RecordVerdict::unreadable && !record.same_rules)
      line += fmt::format("{} (recorded with other rules: {})",
                          record.verdict == RecordVerdict::equal ? ", no decision changes" : "",
                          terminal_safe(record.recorded_rules));
    text += wrap(line, {0, 2});
    if (record.verdict == RecordVerdict::unreadable) text += diagnostics_text(record.problems, color);
    for (const RecordDifference& difference : record.differences) text += line_of(difference);
  }
  return text + wrap(fmt::format("{} of {} equal, re-run with the rules {}.", equal, counted(records.size(), "record"),
                                 prose(mark_of(rules))));
}

std::string verification_json(const std::vector<Verification>& records, const model::RuleSet& rules) {
  Json list = Json::array();
  for (const Verification& record : records) list.push_back(form_of(record));
  return written({{"schema", "socrates.verification/1"}, {"records", std::move(list)}, {"rules", origin_form(rules)}},
                 Layout::indented);
}

}  // namespace socrates::render
