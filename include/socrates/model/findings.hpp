// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "socrates/base/shared_text.hpp"

namespace socrates::model {

/// Which controls a check of a scanner speaks of: where it fails, what the control asks for is not so.
struct Check {
  std::string scanner;  ///< in lower case
  std::string id;       ///< as the scanner has it
  std::vector<std::string> controls;
  base::SharedText because;  ///< what is the case where it fails, in our words
  bool operator==(const Check&) const = default;
};

/// The checks that speak of controls, in the order of their file.
struct CheckTable {
  std::string id;
  std::string version;
  std::string sha256;  ///< of the file
  std::vector<Check> checks;
  bool operator==(const CheckTable&) const = default;
};

/// What a check found, over all resources.
struct CheckResult {
  std::string scanner;  ///< in lower case; empty: not said
  std::string check;
  std::size_t failed = 0;  ///< without those that are muted
  std::size_t muted = 0;   ///< failed, and set aside in the scanner
  std::size_t passed = 0;
  std::size_t other = 0;               ///< neither: to be looked at by hand, not said
  std::vector<std::string> resources;  ///< the first of those on which it failed
  bool operator==(const CheckResult&) const = default;
};

/// What scanners found, by scanner and check, in the order of their names.
using Findings = std::vector<CheckResult>;

}  // namespace socrates::model
