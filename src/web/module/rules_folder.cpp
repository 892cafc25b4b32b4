// SPDX-License-Identifier: Apache-2.0
// Where the program reads rules from a folder, the page has those that it was made with; and nobody completes words.

#include "cli/rules_folder.hpp"

#include "cli/drafts_folder.hpp"
#include "cli/rule_candidates.hpp"
#include "socrates/base/codes.hpp"
#include "socrates/builtin/drafts.hpp"
#include "socrates/builtin/rules.hpp"

namespace socrates::cli {
namespace {

/// They stay until the page is closed: nobody owns them.
SharedRules kept(const engine::CompiledRules& rules) { return {std::shared_ptr<void>(), &rules}; }

}  // namespace

struct Rules::Read {};

const engine::CompiledRules& Rules::compiled() const { return builtin::selection_rules(); }
const model::Criteria& Rules::criteria() const { return builtin::criteria(); }
const model::Objectives& Rules::objectives() const { return builtin::objectives(); }
const model::ControlCatalogue& Rules::controls() const { return builtin::controls(); }

std::optional<Rules> read_rules(const std::string& /*folder*/, base::Diagnostics& /*problems*/) { return Rules(); }

SharedRules read_acceptance(const std::string& /*folder*/, base::Diagnostics& /*problems*/) {
  return kept(builtin::acceptance_rules());
}

SharedRules read_readiness_rules(const std::string& /*folder*/, base::Diagnostics& /*problems*/) {
  return kept(builtin::readiness_rules());
}

std::optional<model::CheckTable> read_checks(const std::string& /*folder*/, const model::ControlCatalogue& /*controls*/,
                                             base::Diagnostics& /*problems*/) {
  return builtin::checks();
}

std::optional<model::Engagement> read_engagement(const std::string& /*folder*/, base::Diagnostics& /*problems*/) {
  return builtin::engagement();
}

std::optional<model::DraftTemplate> read_draft(const std::string& /*folder*/, model::DraftKind kind,
                                               base::Diagnostics& /*problems*/) {
  return builtin::drafts().at(static_cast<std::size_t>(kind));
}

std::vector<std::string> candidates_for_setting(const Given& /*given*/, std::string_view /*word*/) { return {}; }

}  // namespace socrates::cli
