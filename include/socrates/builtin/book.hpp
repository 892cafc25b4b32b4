// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "socrates/engine/compiled_rules.hpp"
#include "socrates/model/control.hpp"
#include "socrates/model/criteria.hpp"
#include "socrates/model/draft.hpp"
#include "socrates/model/engagement.hpp"
#include "socrates/model/findings.hpp"
#include "socrates/model/objective.hpp"

namespace socrates::builtin {

/// Everything that a program goes by, be it shipped or one's own, with the diagrams compiled: an archive of it, of
/// which each part is read when it is first asked for. Texts of the parts, of copies too, lie in the book and end with
/// it. std::logic_error where the bytes are no such archive, or are damaged.
class Book {
 public:
  explicit Book(std::string archived);
  ~Book();

  const engine::CompiledRules& selection();
  const engine::CompiledRules& acceptance();
  const engine::CompiledRules& readiness();
  const model::Criteria& criteria();
  const model::Objectives& objectives();
  const model::ControlCatalogue& controls();
  const model::CheckTable& checks();
  const model::Engagement& engagement();
  const std::vector<model::DraftTemplate>& drafts();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

/// What goes into a book.
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

}  // namespace socrates::builtin
