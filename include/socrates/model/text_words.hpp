// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace socrates::model {

/// What the texts of acceptance rules may name in braces beside the questions: what the program knows of the report and
/// the deal at hand. A sentence that names one that is not known is left out.
inline constexpr std::string_view text_words[] = {
    "alike",        "asked",           "due",         "exceptions", "frameworks",  "held",
    "issued",       "letter_to",       "level_asked", "level_held", "missing",     "next_date",
    "not_included", "not_judged",      "outside",     "period_end", "preferred",   "promise_at_risk",
    "qualified_on", "region",          "renewal_due", "report",     "start",       "statement",
    "suppliers",    "suppliers_asked", "to_plan",     "unanswered", "valid_until", "year_end"};

}  // namespace socrates::model
