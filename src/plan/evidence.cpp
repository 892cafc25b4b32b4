// SPDX-License-Identifier: Apache-2.0
#include "socrates/plan/evidence.hpp"

#include <algorithm>
#include <tuple>

#include "socrates/readiness/rhythm.hpp"

namespace socrates::plan {
namespace {

class Collector {
 public:
  Collector(const Plan& plan, const Situation& situation) : plan_(plan), situation_(situation) {}

  std::vector<EvidenceEntry> collect() {
    for (const Delivery& delivery : plan_.deliveries) {
      if (!delivery.period) continue;
      add_occurrences(delivery);
      add_collection(delivery);
    }
    std::stable_sort(entries_.begin(), entries_.end(), [](const EvidenceEntry& a, const EvidenceEntry& b) {
      return std::tie(a.days.to, a.days.from) < std::tie(b.days.to, b.days.from);
    });
    return std::move(entries_);
  }

 private:
  void add(EvidenceKind kind, const Delivery& delivery, std::optional<std::size_t> control, const Period& days) {
    if (days.to >= plan_.today) entries_.push_back({kind, delivery.examination, control, days});
  }

  void add_occurrences(const Delivery& delivery) {
    for (const readiness::ReportReadiness& report : situation_.readiness.reports) {
      if (report.examination != delivery.examination) continue;
      for (const std::size_t control : report.controls) {
        const model::ControlAnswer& answer = situation_.control_answers[control];
        if (answer.status == model::ControlStatus::not_applicable) continue;
        const readiness::Rhythm rhythm =
            readiness::rhythm_of(situation_.controls, situation_.controls.controls[control]);
        for (const readiness::Occurrence& one : readiness::occurrences(rhythm, answer, *delivery.period, plan_.today))
          if (one.state == readiness::OccurrenceState::due)
            add(EvidenceKind::occurrence, delivery, control, one.window);
      }
    }
  }

  /// Settings are looked at within the period, lists of all that happened drawn behind it, and then the auditor asks.
  void add_collection(const Delivery& delivery) {
    const base::Date last = delivery.period->to;
    if (const auto& collection = situation_.controls.collection) {
      const base::Date from =
          std::max(base::add_days(last, 1 - collection->settings_in_last_days), delivery.period->from);
      add(EvidenceKind::settings, delivery, std::nullopt, {from, last});
      add(EvidenceKind::lists, delivery, std::nullopt,
          {base::add_days(last, 1), base::add_days(last, std::max(1, collection->lists_within_days))});
    }
    for (const Step& step : plan_.steps)
      if (step.kind == StepKind::phase && step.report == delivery.examination && step.id.ends_with(".type_2_fieldwork"))
        add(EvidenceKind::requests, delivery, std::nullopt, {step.first.likely, step.first.likely});
  }

  const Plan& plan_;
  const Situation& situation_;
  std::vector<EvidenceEntry> entries_;
};

}  // namespace

std::vector<EvidenceEntry> evidence_of(const Plan& plan, const Situation& situation) {
  return Collector(plan, situation).collect();
}

}  // namespace socrates::plan
