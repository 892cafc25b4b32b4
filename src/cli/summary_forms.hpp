// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/forms.hpp"
#include "socrates/gate/summing.hpp"
#include "socrates/render/gate.hpp"

namespace socrates::cli {

/// What is said of all deals together, and what stands around it.
struct Summarized {
  const render::GateReport& report;
  gate::Summary summary;
};

inline constexpr Form<Summarized> other_forms_of_summaries[] = {
    {"csv", [](const Summarized& all) { return render::gate_summary_csv(all.summary); }}};
inline constexpr Forms<Summarized> summary_forms{
    [](const Summarized& all) { return render::gate_summary_document(all.report, all.summary); },
    [](const Summarized& all) { return render::gate_summary_json(all.report, all.summary); }, other_forms_of_summaries};

}  // namespace socrates::cli
