// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "socrates/readiness/requests.hpp"
#include "socrates/render/document.hpp"

namespace socrates::render {

/// The list of what an auditor asks for, with the catalogue that it is about and the day on which it is made.
struct RequestReport {
  const model::ControlCatalogue& catalogue;
  const model::ControlAnswers& controls;
  const readiness::RequestList& list;
  base::Date today;
};

/// For people: what to have ready in the first week, then control by control.
Document requests_document(const RequestReport& report);

/// A row for each policy, each list and each control, for a tracker.
std::string requests_csv(const RequestReport& report);

}  // namespace socrates::render
