// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "socrates/render/plan.hpp"

namespace socrates::render {

// A plan in the words and rows that every form of it shows. Texts of the catalogue are not yet made harmless.

std::string_view id_of(plan::Fit fit);
std::string_view id_of(plan::StepKind kind);
std::string_view id_of(plan::Notice notice);
std::string_view id_of(plan::Service service);

/// `SOC 2 Type 2`.
std::string name_of(const plan::Delivery& delivery);

/// Where the plan leads, by when, and whether that is in time: one to three sentences.
std::string headline(const plan::Plan& plan);

/// What a notice says.
std::string text_of(plan::Notice notice, const plan::Plan& plan, const model::Engagement& engagement);

/// What readiness makes of what is said of all controls together; empty where that is that they are only starting, and
/// nothing contradicts it.
std::string text_for_readiness(const plan::Operation& said);

/// How a period serves a fiscal year.
std::string text_of(const plan::YearService& service);

/// The rules and catalogues by which the plan can be made again.
std::string origin_of(const PlanReport& report);

std::string_view id_of(plan::EvidenceKind kind);

/// `AC-06 Access review`, `SOC 2: look at settings`, ...
std::string title_of(const plan::EvidenceEntry& entry, const PlanReport& report);

/// What to keep of it, or what to do.
std::string text_of(const plan::EvidenceEntry& entry, const PlanReport& report);

/// `2026-10-01 to 2027-03-31 (6 months)`.
std::string text_of(const plan::Period& period);

/// `USD 12,000 to 150,000, likely 35,000`.
std::string text_of(const plan::Money& money);

/// Whether the option meets the day, and by when: `likely 2027-03-01, in time`.
std::string text_of(const plan::Option& option, const plan::Plan& plan);

/// `A shorter examination period: 3 months`.
std::string title_of(const plan::Option& option, const model::Engagement& engagement);

/// The rows up to the last report, without what follows it. The gaps are drawn together.
Timeline timeline_of(const plan::Plan& plan);

/// The sources that the plan rests on, each once, in the order of the catalogue.
std::vector<std::size_t> sources_of(const PlanReport& report);

inline constexpr std::string_view planning_estimate =
    "Every duration and every cost is a planning estimate, not an offer.";

}  // namespace socrates::render
