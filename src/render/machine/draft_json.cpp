// SPDX-License-Identifier: Apache-2.0
#include "render/machine/json_form.hpp"
#include "socrates/render/draft.hpp"

namespace socrates::render {
namespace {

Json values_form(const DraftValues& values) {
  Json form = Json::object();
  for (const auto& [name, text] : values.texts) form[name] = text ? Json(*text) : Json();
  for (const auto& [name, holds] : values.conditions) form[name] = holds;
  for (const auto& [name, elements] : values.lists) {
    Json list = Json::array();
    for (const DraftValues& element : elements) list.push_back(values_form(element));
    form[name] = std::move(list);
  }
  return form;
}

}  // namespace

std::string draft_json(const Draft& draft) {
  const Json document{{"schema", "socrates.draft/1"},
                      {"draft", model::id_of(draft.kind)},
                      {"today", base::to_text(draft.today)},
                      {"template", {{"sha256", draft.template_sha256}}},
                      {"blanks", draft.blanks},
                      {"values", values_form(draft.values)},
                      {"markdown", draft_markdown(draft)}};
  return written(document, Layout::indented);
}

}  // namespace socrates::render
