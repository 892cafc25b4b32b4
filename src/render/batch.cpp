// SPDX-License-Identifier: Apache-2.0
#include "socrates/render/batch.hpp"

#include <utility>

#include "json_form.hpp"
#include "recommendation_form.hpp"

namespace socrates::render {
namespace {

std::string with_frame(const BatchLine& line, const char* name, Json content) {
  Json document = {{"line", line.line}, {"id", line.id ? Json(std::string(*line.id)) : Json()}};
  document[name] = std::move(content);
  document["exit"] = line.exit;
  return written(document, Layout::line);
}

}  // namespace

std::string batch_line(const BatchLine& line, const Recommendation& recommendation) {
  return with_frame(line, "result", recommendation_form(recommendation));
}

std::string batch_line(const BatchLine& line, const base::Diagnostics& problems) {
  Json errors = Json::array();
  for (const base::Diagnostic& diagnostic : problems.kept()) errors.push_back(json_form(diagnostic));
  return with_frame(line, "errors", std::move(errors));
}

}  // namespace socrates::render
