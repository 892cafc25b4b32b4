// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "socrates/render/recommendation.hpp"

namespace socrates::render {

/// One of the three reports: its name and the decisions about it.
struct Report {
  std::string_view name;
  std::string_view decision;
  std::string_view type_decision;      ///< empty where the report has no types
  std::string_view standard_decision;  ///< empty where the report has the standard of another
};

inline constexpr Report reports[] = {
    {"SOC 1", "soc1", "soc1_type", "soc1_standard"},
    {"SOC 2", "soc2", "soc2_type", "soc2_standard"},
    {"SOC 3", "soc3", "", ""},
};

/// `SOC 1`, or `ISAE 3402` where it is surely done under that alone.
std::string name_in(const Recommendation& recommendation, const Report& report);

/// `Processing Integrity` of `processing_integrity`.
std::string category_name(std::string_view id);

/// `3 criteria, A1.1 to A1.3`, or empty where the table does not know the category.
std::string criteria_of(const model::Criteria& criteria, std::string_view category);

/// The open questions on which it hangs what is recommended, in the order of asking.
std::vector<std::size_t> deciding_questions(const Recommendation& recommendation);

}  // namespace socrates::render
