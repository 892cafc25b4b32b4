// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "socrates/plan/plan.hpp"

namespace socrates::plan {

/// A gap that need not be closed when a period begins, but before its first window of so many months is over.
struct DueGap {
  std::size_t step = 0;
  int months = 0;
};

/// Where in the list of steps the steps of one report are.
struct ReportSteps {
  const ReportAim* report = nullptr;
  std::optional<std::size_t> type_1_fieldwork;
  std::optional<std::size_t> type_1_report;
  std::optional<std::size_t> period;
  std::vector<DueGap> due;  ///< in the first windows of the period
  std::optional<std::size_t> type_2_fieldwork;
  std::optional<std::size_t> type_2_report;
};

/// The steps to all reports, what each depends on, and where the reports are; dates are not set yet. What reports share
/// stands there once.
struct Network {
  std::vector<Step> steps;
  std::vector<ReportSteps> reports;
  std::optional<std::size_t> auditor;  ///< the step in which one is chosen; none where one is engaged
};

/// `months` has the length of the first period for each report of the aim; both must outlive the network.
Network network_of(const Aim& aim, const model::Engagement& engagement, const std::vector<int>& months);

}  // namespace socrates::plan
