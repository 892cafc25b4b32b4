// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

// The words of reports and of what is asked of them. Each enumeration has one table of ids, which inputs, rules and
// results share.

namespace socrates::model {

/// What kind of report it is.
enum class Family {
  soc1,
  soc2,
  soc3,
  isae_3402,
  isae_3000,
  iso_27001,
  pci_dss,
  hitrust,
  hipaa,
  fedramp,
  soc_for_cybersecurity,
  cmmc,
  csa_star,
  hecvat,
  c5,  ///< criteria of the BSI, examined under ISAE 3000
  iso_42001,
  iso_27701,
  iso_27017,
  iso_27018,
  tisax,
  stateramp,
  soc_for_supply_chain,
  // What is no examination, and a term of the contract.
  penetration_test,
  questionnaire,
  sbom,
  insurance_certificate,
  right_to_audit
};

enum class ReportType { type_1, type_2 };

enum class TrustCategory { security, availability, processing_integrity, confidentiality, privacy };

enum class Opinion { unmodified, qualified, adverse, disclaimer };

enum class Severity { low, medium, high };

/// How the report treats the subservice organizations.
enum class SubserviceMethod { none, carve_out, inclusive, undisclosed };

/// Whether the report names the controls that it expects of the user entities.
enum class UserControls { none, listed, not_listed };

/// What the buyer says to these controls.
enum class UserControlsStand { accepted, pending, refused };

enum class Recipient { customer, prospect, user_auditor, downstream, regulator, the_public };

enum class Nda { signed_by_both, pending, none, not_required };

enum class AgeFrom { period_end, issued };

enum class Recurs { once, quarterly, semiannual, annual };

/// Which questionnaire; a HECVAT is a family of its own.
enum class Questionnaire { sig, caiq, hecvat, custom };

/// To which exceptions a customer asks for management's response.
enum class Responses { all, high };

/// Of which subservice organizations a customer asks for the reports.
enum class SubserviceReports { all, critical };

enum class PeerReviewKind { system, engagement };

enum class PeerReviewRating { pass, deficiencies, fail };

template <class Value>
struct Ids;

template <>
struct Ids<Family> {
  static constexpr std::string_view what = "report";
  static constexpr std::string_view all[] = {"soc1",
                                             "soc2",
                                             "soc3",
                                             "isae_3402",
                                             "isae_3000",
                                             "iso_27001",
                                             "pci_dss",
                                             "hitrust",
                                             "hipaa",
                                             "fedramp",
                                             "soc_for_cybersecurity",
                                             "cmmc",
                                             "csa_star",
                                             "hecvat",
                                             "c5",
                                             "iso_42001",
                                             "iso_27701",
                                             "iso_27017",
                                             "iso_27018",
                                             "tisax",
                                             "stateramp",
                                             "soc_for_supply_chain",
                                             "penetration_test",
                                             "questionnaire",
                                             "sbom",
                                             "insurance_certificate",
                                             "right_to_audit"};
};
template <>
struct Ids<ReportType> {
  static constexpr std::string_view what = "type";
  static constexpr std::string_view all[] = {"type_1", "type_2"};
};
template <>
struct Ids<TrustCategory> {
  static constexpr std::string_view what = "category";
  static constexpr std::string_view all[] = {"security", "availability", "processing_integrity", "confidentiality",
                                             "privacy"};
};
template <>
struct Ids<Opinion> {
  static constexpr std::string_view what = "opinion";
  static constexpr std::string_view all[] = {"unmodified", "qualified", "adverse", "disclaimer"};
};
template <>
struct Ids<Severity> {
  static constexpr std::string_view what = "severity";
  static constexpr std::string_view all[] = {"low", "medium", "high"};
};
template <>
struct Ids<SubserviceMethod> {
  static constexpr std::string_view what = "method";
  static constexpr std::string_view all[] = {"none", "carve_out", "inclusive", "undisclosed"};
};
template <>
struct Ids<UserControls> {
  static constexpr std::string_view what = "word about user entity controls";
  static constexpr std::string_view all[] = {"none", "listed", "not_listed"};
};
template <>
struct Ids<UserControlsStand> {
  static constexpr std::string_view what = "word about user entity controls";
  static constexpr std::string_view all[] = {"accepted", "pending", "refused"};
};
template <>
struct Ids<Recipient> {
  static constexpr std::string_view what = "recipient";
  static constexpr std::string_view all[] = {"customer",   "prospect",  "user_auditor",
                                             "downstream", "regulator", "public"};
};
template <>
struct Ids<Nda> {
  static constexpr std::string_view what = "word about the NDA";
  static constexpr std::string_view all[] = {"signed", "pending", "none", "not_required"};
};
template <>
struct Ids<AgeFrom> {
  static constexpr std::string_view what = "start of the age";
  static constexpr std::string_view all[] = {"period_end", "issued"};
};
template <>
struct Ids<Recurs> {
  static constexpr std::string_view what = "rhythm";
  static constexpr std::string_view all[] = {"once", "quarterly", "semiannual", "annual"};
};

template <>
struct Ids<Questionnaire> {
  static constexpr std::string_view what = "questionnaire";
  static constexpr std::string_view all[] = {"sig", "caiq", "hecvat", "custom"};
};
template <>
struct Ids<Responses> {
  static constexpr std::string_view what = "word about responses";
  static constexpr std::string_view all[] = {"all", "high"};
};
template <>
struct Ids<SubserviceReports> {
  static constexpr std::string_view what = "word about the reports of subservice organizations";
  static constexpr std::string_view all[] = {"all", "critical"};
};
template <>
struct Ids<PeerReviewKind> {
  static constexpr std::string_view what = "kind of peer review";
  static constexpr std::string_view all[] = {"system", "engagement"};
};
template <>
struct Ids<PeerReviewRating> {
  static constexpr std::string_view what = "rating of a peer review";
  static constexpr std::string_view all[] = {"pass", "deficiencies", "fail"};
};

template <class Value>
constexpr std::string_view id_of(Value value) {
  return Ids<Value>::all[static_cast<std::size_t>(value)];
}

/// `SOC 2`, `ISO/IEC 27001`: how people call the family.
std::string_view name_of(Family family);

/// `Type 1`, `Type 2`.
std::string_view name_of(ReportType type);

/// The levels at which something of that kind comes, the lowest first; empty where it has none.
std::span<const std::string_view> levels_of(Family family);

/// Something that somebody examines or certifies, and not what is only filled in, written or agreed on.
bool is_examined(Family family);

}  // namespace socrates::model
