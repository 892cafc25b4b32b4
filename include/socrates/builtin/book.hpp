// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "socrates/engine/compiled_rules.hpp"
#include "socrates/model/control.hpp"
#include "socrates/model/criteria.hpp"
#include "socrates/model/draft.hpp"
#include "socrates/model/engagement.hpp"
#include "socrates/model/findings.hpp"
#include "socrates/model/objective.hpp"

namespace socrates::builtin {

/// Everything that a program goes by, be it shipped or one's own, with the diagrams compiled.
struct Book {
  engine::CompiledRules selection;
  engine::CompiledRules acceptance;
  engine::CompiledRules readiness;
  model::Criteria criteria;
  model::Objectives objectives;
  model::ControlCatalogue controls;
  model::CheckTable checks;
  model::Engagement engagement;
  std::vector<model::DraftTemplate> drafts;
};

/// The same, as it lies elsewhere.
struct BookParts {
  const engine::CompiledRules& selection;
  const engine::CompiledRules& acceptance;
  const engine::CompiledRules& readiness;
  const model::Criteria& criteria;
  const model::Objectives& objectives;
  const model::ControlCatalogue& controls;
  const model::CheckTable& checks;
  const model::Engagement& engagement;
  const std::vector<model::DraftTemplate>& drafts;
};

/// The book as bytes, which mean the same on every little-endian machine.
std::string archived_book(const BookParts& book);

/// The book of such bytes; std::logic_error where they are none.
Book read_book(std::string_view archived);

}  // namespace socrates::builtin
