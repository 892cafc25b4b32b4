// SPDX-License-Identifier: Apache-2.0
#include "socrates/model/draft.hpp"

#include <algorithm>

namespace socrates::model {
namespace {

using Kind = DraftName::Kind;

constexpr DraftName text(std::string_view name, std::string_view meaning, std::string_view list = {}) {
  return {name, Kind::text, list, meaning, false};
}
constexpr DraftName condition(std::string_view name, std::string_view meaning, std::string_view list = {}) {
  return {name, Kind::condition, list, meaning, false};
}
constexpr DraftName list(std::string_view name, std::string_view meaning) {
  return {name, Kind::list, {}, meaning, false};
}
constexpr DraftName of_a_bridge(DraftName name) {
  name.is_of_a_bridge = true;
  return name;
}

constexpr DraftName names[] = {
    // Everything rests on it.
    text("today", "the day"),
    text("company", "the company's legal name"),
    text("service", "the name of the service"),
    text("answered_on", "the day on which the answers were given"),
    text("origin", "the rules by which the draft can be made again"),
    text("summary", "which report is called for, and why"),
    condition("decided", "it is settled which reports are called for, and of which type"),
    condition("none_needed", "it is settled that no SOC report is called for"),
    condition("soc1", "a SOC 1, or an ISAE 3402, is needed or recommended"),
    condition("soc2", "a SOC 2, or an ISAE 3000 on its criteria, is needed or recommended"),
    condition("soc3", "a SOC 3 is needed or recommended"),
    condition("isae", "a report is to be made under an ISAE"),
    condition("type_2", "a Type 2 is called for"),
    condition("several_reports", "a SOC 1 and a SOC 2 are called for, in one engagement"),
    text("categories", "the Trust Services categories"),
    text("minimum_months", "the shortest examination period that readers accept"),
    text("needed_by", "the day on which a report is needed"),

    // What is called for, and what was asked for.
    list("reports", "the reports that are needed or recommended"),
    text("report", "the report", "reports"),
    text("report_level", "how strongly it is called for", "reports"),
    text("report_because", "the reason", "reports"),
    text("requests", "what was asked for"),
    list("findings", "what is wrong or unclear in what was asked for"),
    text("finding", "what is wrong or unclear", "findings"),
    text("finding_because", "the reason", "findings"),
    text("finding_reply", "words to send back", "findings"),
    list("beside", "what is called for besides a SOC report and is not held"),
    text("beside_name", "what is called for", "beside"),
    list("instead", "what serves where no SOC report is called for"),
    text("instead_name", "what serves", "instead"),
    list("open_questions", "the questions on which the outcome still depends"),
    text("open_question", "the question", "open_questions"),

    // What the answers say of the service.
    list("offerings", "what is provided to customers"),
    text("offering", "what is provided", "offerings"),
    list("activities", "what is done for customers that affects their books"),
    text("activity", "what is done", "activities"),
    list("promises", "what is promised to customers"),
    text("promise", "what is promised", "promises"),
    list("kinds_of_data", "the kinds of customers' data"),
    text("kind_of_data", "the kind of data", "kinds_of_data"),
    list("requesters", "who asks for a report"),
    text("requester", "who asks", "requesters"),

    // Reports held, the newest of each examination.
    condition("holds_none", "no report of those called for is held"),
    condition("holdings_not_known", "it is not known which reports are held"),
    list("held", "the reports held and issued"),
    text("held_report", "the report", "held"),
    text("held_services", "the services that it covers", "held"),
    text("held_from", "the first day of its period", "held"),
    text("held_to", "the last day of its period", "held"),
    text("held_as_of", "the day as of which it speaks", "held"),
    text("held_issued", "the day of issue", "held"),
    text("held_opinion", "the auditor's opinion", "held"),
    text("held_qualified_on", "what the opinion is modified on", "held"),
    condition("held_is_public", "it is for general use", "held"),
    condition("held_for_customers", "it is a SOC 1 or an ISAE 3402, for customers and their auditors alone", "held"),
    condition("held_is_examined", "an auditor or a certification body has examined it", "held"),
    condition("held_is_type_2", "it is a Type 2, after whose period a bridge letter can be given", "held"),
    condition("subservice_not_known", "it is not known which subservice organizations there are"),
    list("subservice", "the subservice organizations of the reports held"),
    text("organization", "the subservice organization", "subservice"),
    text("organization_method", "how the report treats it", "subservice"),

    // The plan.
    condition("planned", "there is a plan"),
    condition("auditor_engaged", "an auditor is engaged"),
    condition("auditor_not_engaged", "no auditor is engaged yet"),
    list("planned_reports", "the reports that are planned"),
    text("planned_report", "the report", "planned_reports"),
    text("planned_from", "the first day of the examination period", "planned_reports"),
    text("planned_to", "the last day of the examination period", "planned_reports"),
    text("planned_months", "the length of the examination period", "planned_reports"),
    text("planned_early", "the day on which it is in hand at the earliest", "planned_reports"),
    text("planned_likely", "the day on which it is likely to be in hand", "planned_reports"),
    text("planned_late", "the day on which it is in hand if everything takes long", "planned_reports"),
    condition("too_late", "not even the early dates meet the day on which a report is needed"),
    condition("only_early", "only the early dates meet the day on which a report is needed"),
    condition("in_time", "the likely dates meet the day on which a report is needed"),
    list("steps", "the steps to the reports"),
    text("step", "the step", "steps"),
    text("step_from", "its first day", "steps"),
    text("step_to", "its last day", "steps"),
    condition("step_closes_gaps", "it is the closing of gaps, and its name says how many", "steps"),
    text("gaps", "how many gaps are to be closed"),
    text("gaps_not_known", "for how many controls it is not known whether they are in place"),
    list("costs", "the planning estimates of costs, in US dollars"),
    text("cost", "what it is for", "costs"),
    text("cost_range", "the range", "costs"),
    text("cost_total", "the range of all costs together"),
    list("ways_out", "the ways out where the plan is too late"),
    text("way_out", "the way out", "ways_out"),
    text("way_out_when", "when the reports are in hand then", "ways_out"),
    text("way_out_if", "what has to hold for it", "ways_out"),
    list("notices", "what has to be said about the plan"),
    text("notice", "the notice", "notices"),
    list("meanwhile", "what may be shown before there is a report"),
    text("shown", "what may be shown", "meanwhile"),

    // Bridge letters.
    of_a_bridge(text("signed", "the day of signing")),
    of_a_bridge(condition("signed_before_today", "the day of signing is before today")),
    of_a_bridge(text("letter_from", "the first day that the letter covers")),
    of_a_bridge(text("letter_to", "the last day that the letter covers")),
    of_a_bridge(text("letter_months", "how many months the letter covers, counting a begun month as one")),
    of_a_bridge(text("usual_months", "how many months a letter usually covers at most")),
    of_a_bridge(condition("letter_is_long", "the letter covers more than that")),
    of_a_bridge(text("bridged_report", "the report")),
    of_a_bridge(text("bridged_from", "the first day of its period")),
    of_a_bridge(text("bridged_to", "the last day of its period")),
    of_a_bridge(text("bridged_issued", "the day of its issue")),
    of_a_bridge(text("bridged_services", "the services that the report covers")),
    of_a_bridge(text("bridged_categories", "the Trust Services categories of the report")),
    of_a_bridge(condition("bridged_on_categories", "the report is about Trust Services categories")),
    of_a_bridge(text("firm", "the audit firm that issued the report")),
    of_a_bridge(text("opinion", "the auditor's opinion")),
    of_a_bridge(condition("opinion_is_modified", "the auditor's opinion is qualified")),
    of_a_bridge(text("qualified_on", "what the opinion is qualified on")),
    of_a_bridge(condition("has_exceptions", "the report notes exceptions")),
    of_a_bridge(condition("exceptions_not_known", "it is not known whether the report notes exceptions")),
    of_a_bridge(condition("expects_user_controls", "the report lists controls that it expects of user entities")),
    of_a_bridge(condition("user_controls_not_known", "it is not known whether it does")),
    of_a_bridge(condition("carves_out", "the report carves subservice organizations out")),
    of_a_bridge(condition("method_not_known", "it is not known how the report treats subservice organizations")),
    of_a_bridge(condition("has_next", "a next report is planned that follows on")),
    of_a_bridge(text("next_from", "the first day of the next report's period")),
    of_a_bridge(text("next_to", "the last day of the next report's period")),
    of_a_bridge(text("next_expected", "the day on which the next report is expected")),
};

}  // namespace

std::string_view id_of(DraftKind kind) { return draft_ids[static_cast<std::size_t>(kind)]; }

std::span<const DraftName> draft_names() { return names; }

const DraftName* find_draft_name(std::string_view name, DraftKind kind, std::span<const std::string_view> lists) {
  const auto found = std::find_if(std::begin(names), std::end(names), [&](const DraftName& known) {
    return known.name == name && (!known.is_of_a_bridge || kind == DraftKind::bridge_letter) &&
           (known.list.empty() || std::find(lists.begin(), lists.end(), known.list) != lists.end());
  });
  return found == std::end(names) ? nullptr : &*found;
}

}  // namespace socrates::model
