// SPDX-License-Identifier: Apache-2.0
#include "socrates/model/assurance.hpp"

namespace socrates::model {

std::string_view name_of(Family family) {
  switch (family) {
    case Family::soc1:
      return "SOC 1";
    case Family::soc2:
      return "SOC 2";
    case Family::soc3:
      return "SOC 3";
    case Family::isae_3402:
      return "ISAE 3402";
    case Family::isae_3000:
      return "ISAE 3000";
    case Family::iso_27001:
      return "ISO/IEC 27001";
    case Family::pci_dss:
      return "PCI DSS";
    case Family::hitrust:
      return "HITRUST";
    case Family::hipaa:
      return "HIPAA";
    case Family::fedramp:
      return "FedRAMP";
    case Family::soc_for_cybersecurity:
      return "SOC for Cybersecurity";
    case Family::cmmc:
      return "CMMC";
    case Family::csa_star:
      return "CSA STAR";
    case Family::hecvat:
      return "HECVAT";
    case Family::c5:
      return "BSI C5";
    case Family::iso_42001:
      return "ISO/IEC 42001";
    case Family::iso_27701:
      return "ISO/IEC 27701";
    case Family::iso_27017:
      return "ISO/IEC 27017";
    case Family::iso_27018:
      return "ISO/IEC 27018";
    case Family::tisax:
      return "TISAX";
    case Family::stateramp:
      return "StateRAMP";
    case Family::soc_for_supply_chain:
      return "SOC for Supply Chain";
    case Family::penetration_test:
      return "penetration test";
    case Family::questionnaire:
      return "questionnaire";
    case Family::sbom:
      return "software bill of materials";
    case Family::insurance_certificate:
      return "certificate of insurance";
    case Family::right_to_audit:
      return "right to audit";
  }
  return {};
}

std::string_view name_of(ReportType type) { return type == ReportType::type_1 ? "Type 1" : "Type 2"; }

std::span<const std::string_view> levels_of(Family family) {
  static constexpr std::string_view hitrust[] = {"e1", "i1", "r2"};
  static constexpr std::string_view impact[] = {"low", "moderate", "high"};
  static constexpr std::string_view star[] = {"1", "2"};
  static constexpr std::string_view cmmc[] = {"1", "2", "3"};
  static constexpr std::string_view tisax[] = {"al1", "al2", "al3"};
  static constexpr std::string_view pci[] = {"saq", "roc"};
  if (family == Family::hitrust) return hitrust;
  if (family == Family::fedramp || family == Family::stateramp) return impact;
  if (family == Family::csa_star) return star;
  if (family == Family::cmmc) return cmmc;
  if (family == Family::tisax) return tisax;
  if (family == Family::pci_dss) return pci;
  return {};
}

bool is_examined(Family family) {
  return family != Family::hecvat && family != Family::penetration_test && family != Family::questionnaire &&
         family != Family::sbom && family != Family::insurance_certificate && family != Family::right_to_audit;
}

}  // namespace socrates::model
