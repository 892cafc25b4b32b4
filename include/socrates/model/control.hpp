// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "socrates/model/assurance.hpp"
#include "socrates/model/objective.hpp"
#include "socrates/model/question.hpp"
#include "socrates/model/rule_set.hpp"

namespace socrates::model {

/// The examinations that controls are made ready for. A SOC 3 rests on the examination of the SOC 2.
enum class Examination { soc1, soc2 };

inline constexpr Examination examinations[] = {Examination::soc1, Examination::soc2};

/// The first step towards a report that cannot be taken while a control is open; each value holds up all before it.
enum class Blocks {
  nothing,
  type_2_window,  ///< the examination period cannot begin
  type_1,         ///< nor can there be a Type 1
};

/// How often a control runs, which says how much evidence there is to be.
enum class Frequency { continuous, per_event, daily, weekly, monthly, quarterly, yearly, once };

template <>
struct Ids<Examination> {
  static constexpr std::string_view what = "examination";
  static constexpr std::string_view all[] = {"soc1", "soc2"};
};
template <>
struct Ids<Blocks> {
  static constexpr std::string_view what = "word for what is held up";
  static constexpr std::string_view all[] = {"nothing", "type_2_window", "type_1"};
};
template <>
struct Ids<Frequency> {
  static constexpr std::string_view what = "frequency";
  static constexpr std::string_view all[] = {"continuous", "per_event", "daily",  "weekly",
                                             "monthly",    "quarterly", "yearly", "once"};
};

/// Elapsed weeks of a small or medium company: at the least, most likely, at the most; ascending.
struct Weeks {
  int least = 0;
  int likely = 0;
  int most = 0;
  bool operator==(const Weeks&) const = default;
};

/// What is asked about, what an auditor wants to see of it, and what its absence costs.
struct Control {
  std::string id;         ///< `AC-02`; answers name it
  std::size_t group = 0;  ///< index into ControlCatalogue::groups
  std::string title;      ///< a few words
  std::string ask;        ///< a question whose best answer is yes
  std::string why;        ///< why it matters, one sentence
  std::vector<std::string> criteria;
  std::vector<std::string> objectives;
  std::vector<Examination> engagement;  ///< the examinations that it belongs to as such, under no criterion
  std::string evidence;                 ///< what an auditor asks for
  Weeks weeks;                          ///< to put it in place from nothing
  Blocks blocks = Blocks::nothing;
  int weight = 1;  ///< 1 to 3
  Frequency frequency = Frequency::continuous;
  std::size_t owner = 0;                ///< index into ControlCatalogue::owners: the role that usually has it
  std::vector<std::size_t> depends_on;  ///< indices of controls that stand first; no circle
  bool operator==(const Control&) const = default;
};

/// The controls that are asked about, in the order of asking.
struct ControlCatalogue {
  std::string id;
  std::string version;
  std::string sha256;  ///< of the files it was read from
  std::vector<Named> groups;
  std::vector<Named> owners;
  std::vector<SourceReference> sources;  ///< what the catalogue is drawn from
  std::vector<Control> controls;
  bool operator==(const ControlCatalogue&) const = default;
};

std::optional<std::size_t> find_control(const ControlCatalogue& catalogue, std::string_view id);

}  // namespace socrates::model
