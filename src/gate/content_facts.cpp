// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "gate/facts.hpp"
#include "gate/shelf.hpp"

namespace socrates::gate {
namespace {

using model::Exception;
using model::HeldReport;
using model::Severity;
using model::TrustCategory;

/// Whether something that is wrong with the report concerns what is asked for. The common criteria concern every
/// category; a word that names no criterion, no category and no objective of the report counts as asked for.
Maybe concerns(const Ask& ask, const HeldReport& report, Word on) {
  const model::Requirement& r = ask.requirement;
  const bool is_trust_services = answers(report, model::Family::soc2) || answers(report, model::Family::soc3);
  const std::optional<TrustCategory> category = is_trust_services ? ask.bench.category(on) : std::nullopt;
  if (category == TrustCategory::security) return true;
  if (category) {
    if (r.categories.is_unknown()) return std::nullopt;
    if (r.categories.is_left_out() || r.categories.value.empty()) return true;
    return std::find(r.categories.value.begin(), r.categories.value.end(), *category) != r.categories.value.end();
  }
  if (r.objectives.is_unknown()) return std::nullopt;
  if (r.objectives.is_left_out() || r.objectives.value.empty() || is_trust_services) return true;
  const std::vector<Word>& asked = ask.words->objectives;
  if (std::find(asked.begin(), asked.end(), on) != asked.end()) return true;
  const std::optional<WordSet>& objectives = ask.shelf.words(report).objectives;
  if (!objectives) return std::nullopt;
  return !has_word(*objectives, on);
}

void add_opinion(const Ask& ask, const HeldReport& report, FactSheet& facts) {
  if (report.opinion) facts.choose(Fact::opinion, model::id_of(*report.opinion));
  const model::Stated<model::Opinion>& accepted = ask.requirement.opinion;
  facts.say(Fact::qualified_accepted,
            accepted.is_unknown()
                ? std::nullopt
                : Maybe(accepted.known().value_or(model::Opinion::unmodified) != model::Opinion::unmodified));
  if (!report.qualified_on || report.qualified_on->empty()) return;
  Maybe on_asked = false;
  for (const Word on : ask.shelf.words(report).qualified_on) on_asked = either(on_asked, concerns(ask, report, on));
  if (report.opinion == model::Opinion::qualified)
    for (const std::string& on : *report.qualified_on) facts.note("g09", "qualified on " + on);
  facts.say(Fact::qualified_on_asked, on_asked);
}

Maybe is_above_low(const Exception& exception) {
  return exception.severity ? Maybe(*exception.severity != Severity::low) : std::nullopt;
}

Maybe is_high_and_unanswered(const Ask& ask, const HeldReport& report, const Exception& exception,
                             const std::optional<Word>& on) {
  const Maybe is_high = exception.severity ? Maybe(*exception.severity == Severity::high) : std::nullopt;
  const Maybe on_asked = on ? concerns(ask, report, *on) : std::nullopt;
  return both(both(is_high, negated(exception.response)), on_asked);
}

void add_exceptions(const Ask& ask, const HeldReport& report, FactSheet& facts) {
  if (!report.exceptions) return;
  Maybe above_low = false;
  Maybe unanswered = false;
  const std::vector<std::optional<Word>>& on = ask.shelf.words(report).exceptions_on;
  for (std::size_t i = 0; i < report.exceptions->size(); ++i) {
    const Exception& exception = (*report.exceptions)[i];
    above_low = either(above_low, is_above_low(exception));
    unanswered = either(unanswered, is_high_and_unanswered(ask, report, exception, on[i]));
    if (is_above_low(exception) == false || !facts.is_explained()) continue;
    facts.note("g10", fmt::format("{} on {}, {}",
                                  exception.severity ? std::string(model::id_of(*exception.severity)) + " severity"
                                                     : "severity not known",
                                  exception.on.value_or("something not named"),
                                  !exception.response   ? "not known whether answered"
                                  : *exception.response ? "answered by management"
                                                        : "not answered by management"));
  }
  facts.say(Fact::exception_above_low, above_low);
  facts.say(Fact::high_exception_unanswered, unanswered);
}

void add_subservice(const Ask& ask, const HeldReport& report, FactSheet& facts) {
  const model::Stated<model::SubserviceMethod>& demanded = ask.requirement.subservice_method;
  facts.say(Fact::inclusive_demanded, demanded.is_given() && demanded.value == model::SubserviceMethod::inclusive);
  if (!report.subservice) return;
  if (report.subservice->method) facts.choose(Fact::subservice, model::id_of(*report.subservice->method));
  if (!report.subservice->organizations) return;
  Maybe missing = false;
  for (const model::SubserviceOrganization& organization : *report.subservice->organizations) {
    const Maybe lacks = both(organization.critical, negated(organization.report_held));
    missing = either(missing, lacks);
    if (lacks != false && report.subservice->method == model::SubserviceMethod::carve_out && facts.is_explained())
      facts.note("g11", fmt::format("{}: {}", organization.name.empty() ? "an organization" : organization.name,
                                    lacks ? "critical, and its report is not held"
                                          : "not known whether it is critical and its report held"));
  }
  facts.say(Fact::critical_report_missing, missing);
}

void add_user_controls(const Ask& ask, const HeldReport& report, FactSheet& facts) {
  const model::Stated<model::UserControlsStand>& stand = ask.requirement.user_entity_controls;
  facts.choose(Fact::user_controls_stand, stand.is_given() ? model::id_of(stand.value) : "not_stated");
  if (report.user_entity_controls) facts.choose(Fact::user_controls, model::id_of(*report.user_entity_controls));
}

void add_auditor(const HeldReport& report, FactSheet& facts) {
  const Maybe licensed = report.auditor.licensed;
  facts.choose(Fact::auditor_licensed, !licensed ? "not_known" : *licensed ? "licensed" : "not_licensed");
  facts.say(Fact::auditor_peer_reviewed, report.auditor.peer_reviewed.value_or(false));
  if (!report.auditor.firm.empty()) facts.note("g13", "issued by " + report.auditor.firm);
}

}  // namespace

void add_content_facts(const Ask& ask, const HeldReport& report, FactSheet& facts) {
  add_opinion(ask, report, facts);
  add_exceptions(ask, report, facts);
  add_subservice(ask, report, facts);
  add_user_controls(ask, report, facts);
  add_auditor(report, facts);
}

}  // namespace socrates::gate
