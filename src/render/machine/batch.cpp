// SPDX-License-Identifier: Apache-2.0
#include "socrates/render/batch.hpp"

#include <utility>

#include "render/machine/gate_json.hpp"
#include "render/machine/json_form.hpp"

namespace socrates::render {
namespace {

std::string with_frame(const BatchLine& line, const char* name, Json content) {
  Json document = object("line", line.line, "id", line.id ? Json(std::string(*line.id)) : Json());
  document[name] = std::move(content);
  document["exit"] = line.exit;
  return written(document, Layout::line);
}

/// Verdicts and ids of rules only; a check that has nothing to say is left out.
Json brief_form(const gate::DealVerdict& deal) {
  Json requirements = Json::array();
  for (const gate::RequirementVerdict& requirement : deal.requirements) {
    Json checks = Json::object();
    for (const gate::Check& check : requirement.checks) {
      if (check.verdict == gate::CheckVerdict::not_applicable) continue;
      Json rules = Json::array();
      for (const gate::Because& because : check.because) rules.push_back(because.rule);
      checks[check.id] = object("verdict", gate::id_of(check.verdict), "because", std::move(rules));
    }
    requirements.push_back(object("id", requirement.id, "verdict", gate::id_of(requirement.verdict), "met_by",
                                  requirement.met_by, "checks", std::move(checks)));
  }
  return object("verdict", gate::id_of(deal.verdict), "requirements", std::move(requirements));
}

}  // namespace

std::string batch_line(const BatchLine& line, const gate::DealVerdict& deal, const model::About& about, Extent extent) {
  if (extent == Extent::brief) return with_frame(line, "result", brief_form(deal));
  Json result = deal_form(deal);
  add_about(about, result);
  return with_frame(line, "result", std::move(result));
}

std::string batch_line(const BatchLine& line, const base::Diagnostics& problems) {
  Json errors = Json::array();
  for (const base::Diagnostic& diagnostic : problems.kept()) errors.push_back(json_form(diagnostic));
  return with_frame(line, "errors", std::move(errors));
}

}  // namespace socrates::render
