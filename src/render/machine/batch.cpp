// SPDX-License-Identifier: Apache-2.0
#include "socrates/render/batch.hpp"

#include <utility>

#include "render/machine/batch_frame.hpp"
#include "render/machine/gate_json.hpp"
#include "render/machine/json_writer.hpp"

namespace socrates::render {
namespace {

/// `write` writes what stands under that name.
template <class Write>
void append_line(const BatchLine& line, std::string_view name, std::string& text, const Write& write) {
  begin_line(line, text);
  text.append(",\"").append(name).append("\":");
  JsonWriter to(Layout::line, text);
  write(to);
  end_line(line, text);
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

void append_batch_line(const BatchLine& line, const gate::DealVerdict& deal, const model::About& about, Extent extent,
                       std::string& text) {
  append_line(line, "result", text, [&](JsonWriter& to) {
    if (extent == Extent::brief) return to.value(brief_form(deal));
    to.object([&] {
      add_members(deal, to);
      add_about(about, to);
    });
  });
}

void append_batch_line(const BatchLine& line, const base::Diagnostics& problems, std::string& text) {
  append_line(line, "errors", text, [&](JsonWriter& to) {
    to.list_of(problems.kept(),
               [](const base::Diagnostic& problem, JsonWriter& list) { list.value(json_form(problem)); });
  });
}

}  // namespace socrates::render
