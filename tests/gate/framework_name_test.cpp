// SPDX-License-Identifier: Apache-2.0
#include "gate/framework_name.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "catch.hpp"

using socrates::gate::framework_key;
using socrates::gate::framework_keys_held;

namespace {

bool is_met(std::string_view asked, std::string_view held) {
  const auto keys = framework_keys_held(held);
  return std::find(keys.begin(), keys.end(), framework_key(asked)) != keys.end();
}

}  // namespace

TEST_CASE("a framework is met by any spelling of its name") {
  for (const auto& [asked, held] : {std::pair{"HITRUST CSF", "hitrust"},
                                    {"hitrust", "HITRUST CSF v11"},
                                    {"ISO/IEC 27001", "iso27001"},
                                    {"iso_27001", "ISO 27001:2022"},
                                    {"ISO/IEC 27001:2022", "ISO 27001 (2022)"},
                                    {"PCI-DSS", "PCI DSS v4.0.1"},
                                    {"PCI DSS 4.0", "pci_dss_4.0"},
                                    {"NIST 800-53", "NIST SP 800-53 Rev. 5"},
                                    {"NIST 800-53 rev 5", "NIST SP 800-53 Revision 5"},
                                    {"NIST CSF", "nist_csf"},
                                    {"HIPAA", " hipaa "},
                                    {"--", "--"}}) {
    CAPTURE(asked, held);
    CHECK(is_met(asked, held));
  }
}

TEST_CASE("another framework, edition or level does not meet one that is asked for") {
  for (const auto& [asked, held] : {std::pair{"ISO 27001", "ISO 27701"},
                                    {"ISO 27001:2022", "ISO 27001:2013"},
                                    {"ISO 27001:2022", "ISO 27001"},
                                    {"PCI DSS v4.0", "PCI DSS v3.2.1"},
                                    {"HITRUST r2", "HITRUST e1"},
                                    {"NIST CSF", "NIST 800-53"},
                                    {"HITRUST CSF", "NIST CSF"},
                                    {"HIPAA", "HIPAA readiness"},
                                    {"SOC 2", "SOC 1"},
                                    {"--", "++"},
                                    {"2022", "ISO 2022"}}) {
    CAPTURE(asked, held);
    CHECK_FALSE(is_met(asked, held));
  }
}
