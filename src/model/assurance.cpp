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
  }
  return {};
}

std::string_view name_of(ReportType type) { return type == ReportType::type_1 ? "Type 1" : "Type 2"; }

}  // namespace socrates::model
