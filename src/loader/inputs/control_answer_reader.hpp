// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "socrates/base/date.hpp"
#include "socrates/base/diagnostic.hpp"
#include "socrates/loader/node.hpp"
#include "socrates/model/control_answer.hpp"

namespace socrates::loader {

/// Reads the answer about a control: a status, or `{"status", "since", "performed", "last", "reason"}`; null is not
/// known. A control cannot operate since a day after `today`, nor have been performed on one. Nothing after a report.
std::optional<model::ControlAnswer> read_control_answer(std::string_view control, const Node& node, base::Date today,
                                                        base::Diagnostics& problems);

}  // namespace socrates::loader
