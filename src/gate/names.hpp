// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

namespace socrates::gate {

/// What the program derives: a question of the acceptance rules.
enum class Fact {
#define SOCRATES_FACT(id) id,
#include "gate/names.def"
#undef SOCRATES_FACT
};

inline constexpr std::string_view fact_ids[] = {
#define SOCRATES_FACT(id) #id,
#include "gate/names.def"
#undef SOCRATES_FACT
};

/// What a policy or else the acceptance rules set.
enum class Threshold {
#define SOCRATES_THRESHOLD(id) id,
#include "gate/names.def"
#undef SOCRATES_THRESHOLD
};

inline constexpr std::string_view threshold_ids[] = {
#define SOCRATES_THRESHOLD(id) #id,
#include "gate/names.def"
#undef SOCRATES_THRESHOLD
};

inline constexpr std::size_t fact_count = std::size(fact_ids);
inline constexpr std::size_t threshold_count = std::size(threshold_ids);

/// The decisions of the acceptance rules that the program knows by name: to figures it adds sentences, the family and
/// the scope set candidates apart, promises and the request are judged without a report too.
inline constexpr std::string_view figured_checks[] = {"g02", "g03", "g04", "g05", "g06", "g07", "g08",
                                                      "g09", "g10", "g11", "g13", "g15", "g16", "g17",
                                                      "g18", "g19", "g20", "g21", "g22", "g23"};
inline constexpr std::string_view family_check = "G01";
inline constexpr std::string_view scope_check = "G04";
inline constexpr std::string_view promises_check = "G17";
inline constexpr std::string_view request_check = "G18";
inline constexpr std::string_view year_check = "G08";
inline constexpr std::string_view due_check = "G21";
/// They hang on the deal, and come out alike for any report of the kind that is asked for.
inline constexpr std::string_view deal_checks[] = {"G12", "G14", "G23"};
inline constexpr std::string_view hand_over_check = "G14";
inline constexpr std::string_view interim_decision = "interim_pack";
inline constexpr std::string_view send_once_decision = "send_once";

}  // namespace socrates::gate
