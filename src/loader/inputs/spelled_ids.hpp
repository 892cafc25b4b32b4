// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "socrates/model/control.hpp"
#include "socrates/model/control_answer.hpp"

namespace socrates::loader {

// Ids and words as lists of other programs spell them.

/// The control of this id in any case, with any sign or none between its letters and its digits, and with anything
/// behind it: `ac_02`, `AC 02 Multi-factor authentication`. Its digits have to be all there: AC-2 is a control of
/// another catalogue.
std::optional<std::size_t> control_spelled(const model::ControlCatalogue& catalogue, std::string_view text);

/// The letters of the id of a control, whosever: `AC` of `AC-2(1)`; empty where it is none.
std::string series_of(std::string_view text);

/// The criteria that a text names, in its order, each of which some control serves: `CC6.1`, `cc 6.1`, `cc_6_1`,
/// `SOC2-CC6.1`, `A1.2: Backups`, `CC6.1, CC6.6`; of `CC6.1.3`, a point of focus, its criterion. None where it names
/// anything else.
std::vector<std::string> criteria_spelled(const model::ControlCatalogue& catalogue, std::string_view text);

/// How far a control is, in words that leave no doubt, whatever their case: `In place`, `Implemented`, `Partially`,
/// `Not started`, `N/A`; `?` and `Not assessed` are not known. None for any other words.
std::optional<model::ControlStatus> status_spelled(std::string_view text);

}  // namespace socrates::loader
