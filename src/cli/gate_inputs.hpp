// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/inputs.hpp"
#include "socrates/gate/judge.hpp"
#include "socrates/model/engagement.hpp"
#include "socrates/render/gate.hpp"

namespace socrates::cli {

/// What the gate goes by beside the deals, read from the files that the options name.
struct GateInputs {
  Rules rules;
  SharedRules acceptance;
  model::Inventory inventory;
  model::Answers profile;
  model::ControlAnswers controls;  ///< those of the profile
  model::Policy policy;
  std::vector<model::Waiver> waivers;
  model::About about;  ///< of the profile
  model::Profiles profiles;
};

/// Reads the files named by `--reports`, `--answers`, `--policy`, `--waivers` and `--profiles`; all problems of all
/// files at once.
std::optional<GateInputs> read_gate_inputs(const Given& given, const Options& options, base::Diagnostics& problems);

inline constexpr Argument reports_option{"--reports", "FILE",
                                         "The reports you hold and those that are planned, as JSON or YAML"};
inline constexpr Argument profile_option{"--answers", "FILE", "Your answers about the service, as for recommend"};
inline constexpr Argument policy_option{"--policy", "FILE", "Your own thresholds, as YAML"};
inline constexpr Argument profiles_option{"--profiles", "FILE",
                                          "Profiles that deals name: what each kind of customer asks for"};
inline constexpr Argument waivers_option{"--waivers", "FILE", "Failed checks that count as conditions, as YAML"};

/// Those that `read_gate_inputs` reads.
inline constexpr Argument gate_input_options[] = {reports_option, profile_option, policy_option, profiles_option,
                                                  waivers_option};

inline constexpr Argument summary_option{"--summary", "",
                                         "Show what all deals together lack, and what would let most of them through"};

inline constexpr Argument deal_argument{
    "DEAL", "DEAL...|-", "Deals as JSON, YAML or CSV, or - for standard input; several files allowed", Times::any};

inline constexpr Argument show_deals_option{"--show-deals", "", "Show how the deals were read, and judge none"};

/// What the files that the arguments name tell.
struct ReadDeals {
  std::vector<model::Deal> deals;
  std::vector<render::DealPlace> places;  ///< of the deals
  std::vector<model::Anything> objects;   ///< as they were understood, where that is asked for
};

/// The deals of all files that the arguments name; an id stands for one deal only.
std::optional<ReadDeals> read_deals(const Given& given, const loader::Answerable& answerable, base::Date today,
                                    const model::Profiles& profiles, base::Diagnostics& problems);

/// What a plan from the company's answers about its controls could bring for a requirement: a SOC 1, a SOC 2, or the
/// SOC 3 that comes out of one. Empty where nothing is answered about controls. All must outlive it; it is for one
/// thread.
gate::PlannedReport planned_reports(const GateInputs& inputs, const model::Engagement& engagement, base::Date today);

inline constexpr Argument strict_option{"--strict", "", "Treat \"yes, with conditions\" as no"};

/// Whether it is given.
gate::Strictness strictness_of(const Given& given);

/// What the exit status says of a verdict.
ExitStatus status_of(gate::Verdict verdict);

}  // namespace socrates::cli
