// SPDX-License-Identifier: Apache-2.0
#include "socrates/loader/inventory_loader.hpp"

#include "loader/kinds.hpp"
#include "loader/text/read_tree.hpp"
#include "socrates/loader/shapes.hpp"

#include "socrates/base/codes.hpp"

namespace socrates::loader {

namespace {

using base::Code;
using base::Diagnostics;
using model::HeldReport;
using model::NextReport;

/// Every report is weighed on every day on which one comes, so there is an end to both.
constexpr std::size_t most_reports = 100;
constexpr std::size_t most_next = 24;
constexpr std::size_t most_letters = 24;

void check_period(model::Period& period, const Entry& entry, FormReader& reader) {
  if (period.to < period.from)
    report(Code::dates_in_disorder, entry, "the period ends before it begins", reader.problems);
}

constexpr auto period_form =
    form<model::Period>("a period with from and to",
                        required("from", &model::Period::from, a_date, "The first day of the period."),
                        required("to", &model::Period::to, a_date, "The last day of the period."))
        .named("period")
        .checked(check_period);

constexpr auto exception_form =
    form<model::Exception>(
        "an exception, which is an object",
        key("on", &model::Exception::on, a_text, "The criterion, category or control objective."),
        key("severity", &model::Exception::severity, one_of<model::Severity>, "How severe it is."),
        key("response", &model::Exception::response, true_or_false, "Whether management responds to it in the report."))
        .named("exception");

constexpr auto peer_review_form =
    form<model::PeerReview>(
        "a peer review, which is an object",
        key("kind", &model::PeerReview::kind, one_of<model::PeerReviewKind>,
            "Of the firm's system, which a firm that examines SOC reports needs, or of single engagements."),
        key("rating", &model::PeerReview::rating, one_of<model::PeerReviewRating>, "The result."),
        key("accepted", &model::PeerReview::accepted, a_date, "The day on which the review was accepted."))
        .named("peer_review");

constexpr auto auditor_form =
    form<model::Auditor>(
        "an auditor, which is an object", key("firm", &model::Auditor::firm, a_text, "The name of the firm."),
        key("licensed", &model::Auditor::licensed, true_or_false,
            "Whether it is licensed as a CPA firm; for a certificate: accredited; for a report under ISAE and for C5: "
            "admitted as "
            "an auditor where it practises."),
        key("peer_reviewed", &model::Auditor::peer_reviewed, true_or_false, "Whether its peer review is current."),
        key("peer_review", &model::Auditor::peer_review, peer_review_form,
            "What the public file says about its last review; instead of peer_reviewed."),
        key("firm_since", &model::Auditor::firm_since, a_date, "The day on which the firm was founded."))
        .named("auditor");

constexpr auto organization_form =
    form<model::SubserviceOrganization>(
        "an organization, which is an object", key("name", &model::SubserviceOrganization::name, a_text, "Its name."),
        key("critical", &model::SubserviceOrganization::critical, true_or_false,
            "Whether the service fails without it."),
        key("report_held", &model::SubserviceOrganization::report_held, true_or_false,
            "Whether you hold a report of its own."),
        key("reviewed", &model::SubserviceOrganization::reviewed, true_or_false,
            "Whether you have reviewed that report."),
        key("method", &model::SubserviceOrganization::method, one_of<model::SubserviceMethod>,
            "How the report treats it, if different from the others."))
        .named("organization");

constexpr auto subservice_form =
    form<model::Subservice>(
        "an object with method and organizations",
        key("method", &model::Subservice::method, one_of<model::SubserviceMethod>, "How the report treats them."),
        key("organizations", &model::Subservice::organizations, list_of(organization_form, most_names, "organizations"),
            "Those that the report names."))
        .named("subservice");

void check_letter(model::BridgeLetter& letter, const Entry& entry, FormReader& reader) {
  if (letter.from && letter.to && *letter.to < *letter.from)
    report(Code::dates_in_disorder, entry, "the letter ends before it begins", reader.problems);
}

constexpr auto bridge_letter_form =
    form<model::BridgeLetter>(
        "a bridge letter, which is an object",
        key("from", &model::BridgeLetter::from, a_date, "The first day that it covers."),
        key("to", &model::BridgeLetter::to, a_date, "The last day that it covers."),
        key("signed", &model::BridgeLetter::signed_on, a_date, "The day on which management signed it."))
        .named("bridge_letter")
        .checked(check_letter);

constexpr auto user_control_form =
    form<model::UserControl>("a control, which is an object",
                             required("text", &model::UserControl::text, a_text, "What the reader must do."),
                             key("criteria", &model::UserControl::criteria, some_names, "The criteria that it serves."))
        .named("user_control");

void refuse(bool contradicts, const Entry& report, std::string_view key, std::string_view why, FormReader& reader) {
  if (contradicts) loader::report(Code::report_contradicts, *find(report, key), std::string(why), reader.problems);
}

/// Where there are some and the list is empty, nobody has said which: tools write empty lists.
void check_subservice(model::Subservice& subservice, const Entry& entry, FormReader& reader) {
  using Method = model::SubserviceMethod;
  if (!subservice.organizations) return;
  const bool has_none = subservice.organizations->empty();
  refuse(subservice.method == Method::none && !has_none, entry, "subservice",
         "the method says that there is none, but subservice organizations are named", reader);
  const bool has_some = subservice.method == Method::carve_out || subservice.method == Method::inclusive;
  if (has_some && has_none) subservice.organizations = std::nullopt;
}

/// A HECVAT is a family of its own, however it is written.
template <class Reported>
void check_form(Reported& reported, const Entry& entry, FormReader& reader) {
  if (!reported.questionnaire) return;
  refuse(reported.report != model::Family::questionnaire && reported.report != model::Family::hecvat, entry,
         "questionnaire", "only a questionnaire has a form", reader);
  if (*reported.questionnaire != model::Questionnaire::hecvat) return;
  reported.report = model::Family::hecvat;
  reported.questionnaire = std::nullopt;
}

/// The level, once the kind of report is known.
template <class Reported>
void take_level(Reported& reported, const std::vector<model::Family>& families, const Entry& entry,
                FormReader& reader) {
  const std::optional<Entry> level = find(entry, "level");
  if (level && level->node->kind != Node::Kind::null) reported.level = level_among(families, *level, reader);
}

void check_held(HeldReport& held, const Entry& entry, FormReader& reader) {
  if (held.issued && ((held.period && *held.issued <= held.period->to) || (held.as_of && *held.issued < *held.as_of)))
    report(Code::dates_in_disorder, *find(entry, "issued"),
           "the report is issued before the end of the time that it covers", reader.problems,
           "compare 'issued' with 'period' and 'as_of'");
  if (const auto from = held.issued ? held.issued : held.as_of; from && held.valid_until && *held.valid_until < *from)
    report(Code::dates_in_disorder, *find(entry, "valid_until"), "it is no longer valid on the day on which it begins",
           reader.problems, "compare 'valid_until' with 'issued' and 'as_of'");
  refuse(held.opinion == model::Opinion::unmodified && held.qualified_on && !held.qualified_on->empty(), entry,
         "qualified_on", "an unmodified opinion is not qualified on anything", reader);
  if (held.subservice) check_subservice(*held.subservice, entry, reader);
  refuse(held.user_entity_controls == model::UserControls::none && held.user_entity_controls_list &&
             !held.user_entity_controls_list->empty(),
         entry, "user_entity_controls_list", "the report is said to list no such controls", reader);
  refuse(held.report == model::Family::right_to_audit, entry, "report", "a right to audit is agreed, not held", reader);
  refuse(held.bridge_letter && !held.bridge_letters.empty(), entry, "bridge_letters",
         "both one letter and a list of letters are given", reader);
  check_form(held, entry, reader);
  std::vector<model::Family> families = {held.report};
  families.insert(families.end(), held.also.begin(), held.also.end());
  take_level(held, families, entry, reader);
}

constexpr auto held_form =
    form<HeldReport>(
        "a report, which is an object", required("id", &HeldReport::id, a_text, "Its name, shown in every result."),
        required("report", &HeldReport::report, one_of<model::Family>, "The kind of report."),
        key("also", &HeldReport::also, some_of<model::Family>, "Further kinds that the same examination covers."),
        key("type", &HeldReport::type, one_of<model::ReportType>, "Type 1 or Type 2."),
        key("categories", &HeldReport::categories, some_of<model::TrustCategory>,
            "The Trust Services categories that it covers."),
        key("objectives", &HeldReport::objectives, some_names, "The control objectives of a SOC 1."),
        key("entity", &HeldReport::entity, a_text, "The legal entity that it names."),
        key("covers", &HeldReport::covers, some_names, "The services that it covers."),
        key("regions", &HeldReport::regions, some_names, "The regions that it covers."),
        key("period", &HeldReport::period, period_form, "The period covered by a Type 2."),
        key("as_of", &HeldReport::as_of, a_date, "The day to which a Type 1 or a certificate refers."),
        key("issued", &HeldReport::issued, a_date, "The day of issue."),
        key("valid_until", &HeldReport::valid_until, a_date, "The last day of a certificate."),
        key("opinion", &HeldReport::opinion, one_of<model::Opinion>, "The auditor's opinion."),
        key("qualified_on", &HeldReport::qualified_on, some_names,
            "The criteria, categories or control objectives on which the opinion is modified."),
        key("exceptions", &HeldReport::exceptions, list_of(exception_form, most_names, "exceptions"),
            "The deviations that the auditor noted."),
        key("auditor", &HeldReport::auditor, auditor_form, "Who examined."),
        key("subservice", &HeldReport::subservice, subservice_form, "The subservice organizations."),
        key("user_entity_controls", &HeldReport::user_entity_controls, one_of<model::UserControls>,
            "Whether the report lists complementary user entity controls."),
        key("frameworks", &HeldReport::frameworks, some_names,
            "Other frameworks against which it was examined as well."),
        key("frameworks_mapped", &HeldReport::frameworks_mapped, some_names,
            "Other frameworks to which it is only mapped."),
        key("bridge_letter", &HeldReport::bridge_letter, bridge_letter_form,
            "Management's letter about the time after the period."),
        key("bridge_letters", &HeldReport::bridge_letters,
            list_of(bridge_letter_form, most_letters, "letters", "a list of bridge letters"),
            "Several in a row, instead of bridge_letter; only days covered without a break count."),
        key("questionnaire", &HeldReport::questionnaire, one_of<model::Questionnaire>,
            "Which questionnaire; custom is a buyer's own."),
        key_through("level", a_level, Nowhere{},
                    "The level of a HITRUST (e1, i1, r2), FedRAMP or StateRAMP (low, moderate, high), CSA STAR (1, 2), "
                    "CMMC (1, 2, 3), TISAX (al1, al2, al3) or PCI DSS (saq, roc)."),
        key("no_change_since", &HeldReport::no_change_since, a_date,
            "The day on which management signed that nothing material has changed since the period."),
        key("surveillance", &HeldReport::surveillance, list_of(a_date, most_letters, "dates", "a list of dates"),
            "The days of a certificate's surveillance audits."),
        key("user_entity_controls_list", &HeldReport::user_entity_controls_list,
            list_of(user_control_form, most_names, "controls", "a list of controls"),
            "The controls that the report expects of its readers."))
        .named("held_report")
        .checked(check_held);

void check_next(NextReport& next, const Entry& entry, FormReader& reader) {
  if (next.expected && next.period && *next.expected <= next.period->to)
    report(Code::dates_in_disorder, *find(entry, "expected"), "the report is expected before its period is over",
           reader.problems, "compare 'expected' with 'period'");
  check_form(next, entry, reader);
  take_level(next, {next.report}, entry, reader);
}

constexpr auto next_form =
    form<NextReport>(
        "a report to come, which is an object",
        required("report", &NextReport::report, one_of<model::Family>, "The kind of report."),
        key("type", &NextReport::type, one_of<model::ReportType>, "Type 1 or Type 2."),
        key("categories", &NextReport::categories, some_of<model::TrustCategory>,
            "The Trust Services categories that it will cover."),
        key("covers", &NextReport::covers, some_names, "The services that it will cover."),
        key("expected", &NextReport::expected, a_date, "The day of issue."),
        key("certain", &NextReport::certain, true_or_false, "Whether that day is certain."),
        key("period", &NextReport::period, period_form, "The period that it will cover."),
        key_through("level", a_level, Nowhere{}, "The level that it will have, as for a report held."),
        key("questionnaire", &NextReport::questionnaire, one_of<model::Questionnaire>, "Which questionnaire."))
        .named("coming_report")
        .checked(check_next);

constexpr std::string_view what_to_leave_out = "leave out those that no deal can ask for any more";

constexpr auto inventory_form = form<model::Inventory>(
    "an object with 'reports' and 'next'", schema_key,
    required("reports", &model::Inventory::reports,
             list_of(held_form, {Repeats::no_id, "a list", most_reports, "reports", what_to_leave_out}),
             "The reports you hold.", "an empty list says that no report is held"),
    key("next", &model::Inventory::next,
        list_of(next_form, {Repeats::allowed, "a list", most_next, "reports", what_to_leave_out}),
        "The reports that are planned."));

}  // namespace

model::Shape shape_of_inventory() { return inventory_form.shape(); }

std::optional<model::Inventory> load_inventory(const base::Source& source, Diagnostics& problems) {
  return load(source, DocumentKind::reports, inventory_form, problems);
}

}  // namespace socrates::loader
