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

/// Whether its criteria are the Trust Services criteria: an ISAE 3000 report that has categories is on them.
bool is_on_trust_services(const HeldReport& report) {
  const bool has_categories = report.categories && !report.categories->empty();
  return answers(report, model::Family::soc2) || answers(report, model::Family::soc3) ||
         (answers(report, model::Family::isae_3000) && has_categories);
}

/// Nothing of what the report is about is named in the request, so that all of it counts as asked for.
bool is_all_asked(const model::Requirement& requirement, const HeldReport& report) {
  if (is_on_trust_services(report)) return requirement.categories.is_left_out() || requirement.categories.value.empty();
  return requirement.objectives.is_left_out() || requirement.objectives.value.empty();
}

/// Whether something that is wrong with the report concerns what is asked for. The common criteria concern every
/// category; a word that names no criterion, no category and no objective of the report counts as asked for.
Maybe concerns(const Ask& ask, const HeldReport& report, Word on) {
  const model::Requirement& r = ask.requirement;
  const bool is_trust_services = is_on_trust_services(report);
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
    for (const std::string& on : *report.qualified_on) facts.note("g09", "the qualification is about " + on);
  if (report.opinion == model::Opinion::qualified && on_asked == true && is_all_asked(ask.requirement, report))
    facts.note("g09", "the request names no part of such a report, so all of it counts");
  if (facts.is_explained()) facts.word("qualified_on", listed_words(*report.qualified_on));
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
                                                     : "severity unknown",
                                  exception.on.value_or("something not named"),
                                  !exception.response   ? "unknown whether answered"
                                  : *exception.response ? "answered by management"
                                                        : "not answered by management"));
  }
  facts.say(Fact::exception_above_low, above_low);
  facts.say(Fact::high_exception_unanswered, unanswered);
  if (!facts.is_explained()) return;
  std::vector<std::string> above;
  std::vector<std::string> silent;
  for (const Exception& exception : *report.exceptions) {
    if (is_above_low(exception) != false && exception.on) above.push_back(*exception.on);
    if (exception.response == false && exception.on) silent.push_back(*exception.on);
  }
  facts.word("exceptions", listed_words(above));
  facts.word("unanswered", listed_words(silent));
}

/// Whether an exception lacks the response that the buyer asks for.
Maybe lacks_response(model::Responses asked, const HeldReport& report) {
  if (!report.exceptions) return std::nullopt;
  Maybe missing = false;
  for (const Exception& exception : *report.exceptions) {
    const Maybe counts = asked == model::Responses::all ? Maybe(true)
                         : exception.severity           ? Maybe(*exception.severity == Severity::high)
                                                        : std::nullopt;
    missing = either(missing, both(counts, negated(exception.response)));
  }
  return missing;
}

void add_responses(const Ask& ask, const HeldReport& report, FactSheet& facts) {
  const model::Stated<model::Responses>& asked = ask.requirement.responses;
  if (asked.is_left_out()) return facts.say(Fact::response_missing, false);
  if (asked.is_given()) return facts.say(Fact::response_missing, lacks_response(asked.value, report));
  // One of the two is asked for: where all have a response, none is missing.
  if (lacks_response(model::Responses::all, report) == false) facts.say(Fact::response_missing, false);
}

/// How the report treats the organization.
std::optional<model::SubserviceMethod> method_of(const model::Subservice& subservice,
                                                 const model::SubserviceOrganization& organization) {
  return organization.method ? organization.method : subservice.method;
}

/// How the report treats all of them: where it treats them in several ways, the one that covers least.
std::optional<model::SubserviceMethod> method_of_all(const model::Subservice& subservice) {
  using Method = model::SubserviceMethod;
  if (!subservice.organizations || subservice.organizations->empty()) return subservice.method;
  const auto any = [&](std::optional<Method> wanted) {
    return std::any_of(subservice.organizations->begin(), subservice.organizations->end(),
                       [&](const auto& organization) { return method_of(subservice, organization) == wanted; });
  };
  for (const Method method : {Method::undisclosed, Method::carve_out})
    if (any(method)) return method;
  return any(std::nullopt) ? std::nullopt : std::optional(Method::inclusive);
}

/// Whether a report is not held, or not reviewed, that the buyer asks for. What is included needs none.
Maybe lacks_report(model::SubserviceReports asked, const HeldReport& report, std::vector<std::string>& lacking) {
  if (!report.subservice) return std::nullopt;
  const model::Subservice& subservice = *report.subservice;
  if (!subservice.organizations) {
    const bool needs_none =
        subservice.method == model::SubserviceMethod::none || subservice.method == model::SubserviceMethod::inclusive;
    return needs_none ? Maybe(false) : std::nullopt;
  }
  Maybe missing = false;
  for (const model::SubserviceOrganization& organization : *subservice.organizations) {
    const auto method = method_of(subservice, organization);
    const Maybe counts = both(asked == model::SubserviceReports::all ? Maybe(true) : organization.critical,
                              method ? Maybe(*method != model::SubserviceMethod::inclusive) : std::nullopt);
    const Maybe lacks = both(counts, either(negated(organization.report_held), negated(organization.reviewed)));
    if (lacks != false) lacking.push_back(organization.name.empty() ? "an organization" : organization.name);
    missing = either(missing, lacks);
  }
  return missing;
}

/// Whether an organization is left out that the buyer wants to be included.
Maybe leaves_out(const std::vector<std::string>& wanted, const HeldReport& report, std::vector<std::string>& lacking) {
  if (!report.subservice) return wanted.empty() ? Maybe(false) : std::nullopt;
  const model::Subservice& subservice = *report.subservice;
  const bool has_none = subservice.method == model::SubserviceMethod::none;
  Maybe missing = false;
  for (const std::string& name : wanted) {
    Maybe lacks = has_none ? Maybe(true) : std::nullopt;
    if (subservice.organizations && !has_none) {
      lacks = true;
      for (const model::SubserviceOrganization& organization : *subservice.organizations) {
        if (!is_same_word(organization.name, name)) continue;
        const auto method = method_of(subservice, organization);
        lacks = method ? Maybe(*method != model::SubserviceMethod::inclusive) : std::nullopt;
      }
    }
    if (lacks != false) lacking.push_back(name);
    missing = either(missing, lacks);
  }
  return missing;
}

void add_suppliers_asked(const Ask& ask, const HeldReport& report, FactSheet& facts) {
  const model::Stated<model::SubserviceReports>& asked = ask.requirement.subservice_reports;
  std::vector<std::string> lacking;
  if (asked.is_given())
    facts.say(Fact::subservice_report_missing, lacks_report(asked.value, report, lacking));
  else if (asked.is_left_out() || lacks_report(model::SubserviceReports::all, report, lacking) == false)
    facts.say(Fact::subservice_report_missing, false);
  const model::Stated<std::vector<std::string>>& wanted = ask.requirement.inclusive_for;
  std::vector<std::string> left_out;
  if (wanted.is_left_out())
    facts.say(Fact::inclusive_missing, false);
  else if (wanted.is_given())
    facts.say(Fact::inclusive_missing, leaves_out(wanted.value, report, left_out));
  if (!facts.is_explained()) return;
  facts.word("suppliers_asked", listed_words(lacking));
  facts.word("not_included", listed_words(left_out));
  if (!lacking.empty() && asked.is_given())
    facts.note("g11", fmt::format("asked for, but not known to be held and reviewed: {}", listed_words(lacking)));
  if (!left_out.empty()) facts.note("g11", fmt::format("not included: {}", listed_words(left_out)));
}

void add_subservice(const Ask& ask, const HeldReport& report, FactSheet& facts) {
  const model::Stated<model::SubserviceMethod>& demanded = ask.requirement.subservice_method;
  facts.say(Fact::inclusive_demanded, demanded.is_given() && demanded.value == model::SubserviceMethod::inclusive);
  if (!report.subservice) return;
  if (const auto method = method_of_all(*report.subservice)) facts.choose(Fact::subservice, model::id_of(*method));
  if (!report.subservice->organizations) return;
  Maybe missing = false;
  std::vector<std::string> lacking;
  for (const model::SubserviceOrganization& organization : *report.subservice->organizations) {
    const auto method = method_of(*report.subservice, organization);
    Maybe lacks = both(organization.critical, negated(organization.report_held));
    if (method == model::SubserviceMethod::inclusive) lacks = false;
    missing = either(missing, lacks);
    if (lacks != false && facts.is_explained())
      lacking.push_back(organization.name.empty() ? "a supplier" : organization.name);
    if (lacks != false && method == model::SubserviceMethod::carve_out && facts.is_explained())
      facts.note("g11", fmt::format("{}: {}", organization.name.empty() ? "an organization" : organization.name,
                                    lacks ? "critical, but its report is not held"
                                          : "unknown whether it is critical and whether its report is held"));
  }
  facts.say(Fact::critical_report_missing, missing);
  if (facts.is_explained()) facts.word("suppliers", listed_words(lacking));
}

void add_user_controls(const Ask& ask, const HeldReport& report, FactSheet& facts) {
  const model::Stated<model::UserControlsStand>& stand = ask.requirement.user_entity_controls;
  facts.choose(Fact::user_controls_stand, stand.is_given() ? model::id_of(stand.value) : "not_stated");
  if (report.user_entity_controls)
    facts.choose(Fact::user_controls, model::id_of(*report.user_entity_controls));
  else if (report.user_entity_controls_list)
    facts.choose(Fact::user_controls, report.user_entity_controls_list->empty() ? "none" : "listed");
}

/// Whether the review, as the programme tells of it, was current on that day: reviews fall due every three years and
/// six months. One that is accepted after today has not taken place.
bool was_current(const model::PeerReview& review, std::optional<base::Date> day, base::Date today) {
  constexpr int months_between_reviews = 42;
  return review.kind == model::PeerReviewKind::system && review.rating == model::PeerReviewRating::pass &&
         review.accepted && *review.accepted <= today && day &&
         base::months_since(*review.accepted, *day) <= months_between_reviews;
}

/// Where a record has both the company's word and what the programme says of the review, both have to say yes.
void add_auditor(const Ask& ask, const HeldReport& report, FactSheet& facts) {
  const Maybe licensed = report.auditor.licensed;
  facts.choose(Fact::auditor_licensed, !licensed ? "not_known" : *licensed ? "licensed" : "not_licensed");
  const std::optional<model::PeerReview>& review = report.auditor.peer_review;
  const bool is_said = report.auditor.peer_reviewed.value_or(review.has_value());
  const bool is_reviewed = is_said && (!review || was_current(*review, report.issued, ask.bench.today()));
  facts.say(Fact::auditor_peer_reviewed, is_reviewed);
  facts.say(Fact::auditor_peer_review_failed, review && review->rating == model::PeerReviewRating::fail);
  if (!report.auditor.firm.empty()) facts.note("g13", "issued by " + report.auditor.firm);
}

}  // namespace

void add_content_facts(const Ask& ask, const HeldReport& report, FactSheet& facts) {
  add_opinion(ask, report, facts);
  add_exceptions(ask, report, facts);
  add_responses(ask, report, facts);
  add_subservice(ask, report, facts);
  add_suppliers_asked(ask, report, facts);
  add_user_controls(ask, report, facts);
  add_auditor(ask, report, facts);
}

}  // namespace socrates::gate
