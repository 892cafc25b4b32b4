// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "socrates/base/shared_text.hpp"
#include "socrates/model/assurance.hpp"
#include "socrates/model/frequency.hpp"
#include "socrates/model/objective.hpp"
#include "socrates/model/question.hpp"
#include "socrates/model/rule_set.hpp"

namespace socrates::model {

/// The examinations that controls are made ready for. A SOC 3 rests on the examination of the SOC 2.
enum class Examination { soc1, soc2 };

inline constexpr Examination examinations[] = {Examination::soc1, Examination::soc2};

/// Under whose standards an examination is done and reported: those of the AICPA, the international ones, or both.
enum class Standard { ssae, isae, both };

/// What the report is called: `SOC 1`, or `ISAE 3402` where it is done under the international standard alone.
std::string_view name_of(Examination examination, Standard standard);

template <>
struct Ids<Examination> {
  static constexpr std::string_view what = "examination";
  static constexpr std::string_view all[] = {"soc1", "soc2"};
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
  std::string id;          ///< `AC-02`; answers name it
  std::size_t group = 0;   ///< index into ControlCatalogue::groups
  base::SharedText title;  ///< a few words
  base::SharedText ask;    ///< a question whose best answer is yes
  base::SharedText why;    ///< why it matters, one sentence
  std::vector<std::string> criteria;
  std::vector<std::string> objectives;
  std::vector<Examination> engagement;    ///< the examinations that it belongs to as such, under no criterion
  base::SharedText evidence;              ///< what an auditor asks for on a day
  base::SharedText evidence_over_period;  ///< and over a period; empty: the same
  Weeks weeks;                            ///< to put it in place from nothing
  Blocks blocks = Blocks::nothing;
  int weight = 1;  ///< 1 to 3
  Frequency frequency = Frequency::continuous;
  std::size_t owner = 0;                ///< index into ControlCatalogue::owners: the role that usually has it
  std::vector<std::size_t> depends_on;  ///< indices of controls that stand first; no circle
  Windows windows = Windows::from_period;
  std::optional<std::size_t> policy;      ///< index into ControlCatalogue::policies: where it is laid down
  std::optional<std::size_t> population;  ///< index into ControlCatalogue::populations: what samples are drawn from
  base::SharedText small_company;         ///< what stands in for it where one person does everything; may be empty
  std::vector<std::size_t> sources;       ///< indices into ControlCatalogue::references
  bool operator==(const Control&) const = default;
};

/// A list from which an auditor draws samples.
struct Population {
  std::string id;
  base::SharedText label;
  base::SharedText complete;  ///< how it is shown that nothing is missing from it
  bool operator==(const Population&) const = default;
};

/// The controls that are asked about, in the order of asking.
struct ControlCatalogue {
  std::string id;
  std::string version;
  std::string sha256;  ///< of the files it was read from
  std::vector<Named> groups;
  std::vector<Named> owners;
  std::vector<SourceReference> sources;                                   ///< what the catalogue is drawn from
  std::vector<SourceReference> references;                                ///< all sources that it declares
  std::array<std::optional<FrequencyNote>, frequency_count> frequencies;  ///< by Frequency
  std::optional<Collection> collection;
  std::vector<Named> policies;
  std::vector<Population> populations;
  std::vector<Control> controls;
  bool operator==(const ControlCatalogue&) const = default;
};

/// What an auditor asks for over a period.
const base::SharedText& evidence_over_period(const Control& control);

/// Nothing where the catalogue does not speak of the frequency.
const FrequencyNote* frequency_note(const ControlCatalogue& catalogue, Frequency frequency);

std::optional<std::size_t> find_control(const ControlCatalogue& catalogue, std::string_view id);

}  // namespace socrates::model
