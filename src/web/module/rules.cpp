// SPDX-License-Identifier: Apache-2.0
// In the page the shipped rules are not built in: the page holds them, or one's own, as an archive.

#include "socrates/builtin/rules.hpp"

#include <optional>
#include <stdexcept>
#include <utility>

#include "socrates/builtin/drafts.hpp"
#include "web/module/rules.hpp"

namespace socrates::web {
namespace {

std::optional<builtin::Book>& kept_book() {
  static std::optional<builtin::Book> book;
  return book;
}

}  // namespace

void load_book(std::string archived) { kept_book().emplace(std::move(archived)); }

builtin::Book& book() {
  if (!kept_book()) throw std::logic_error("no rules were loaded");
  return *kept_book();
}

}  // namespace socrates::web

namespace socrates::builtin {

const engine::CompiledRules& selection_rules() { return web::book().selection(); }
const engine::CompiledRules& acceptance_rules() { return web::book().acceptance(); }
const engine::CompiledRules& readiness_rules() { return web::book().readiness(); }
const model::CheckTable& checks() { return web::book().checks(); }
const model::Criteria& criteria() { return web::book().criteria(); }
const model::Engagement& engagement() { return web::book().engagement(); }
const model::Objectives& objectives() { return web::book().objectives(); }
const model::ControlCatalogue& controls() { return web::book().controls(); }
const std::vector<model::DraftTemplate>& drafts() { return web::book().drafts(); }

}  // namespace socrates::builtin
