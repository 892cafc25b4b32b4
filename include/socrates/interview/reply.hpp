// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "socrates/base/date.hpp"
#include "socrates/interview/offer.hpp"
#include "socrates/model/answers.hpp"
#include "socrates/model/question.hpp"

namespace socrates::interview {

enum class Command { help, why, back, skip, quit };

/// Why a line is no reply, as one sentence. May quote the line byte for byte: whoever prints it makes it harmless.
struct Misread {
  std::string reason;
  bool operator==(const Misread&) const = default;
};

using Reply = std::variant<model::Answer, Command, Misread>;

/// Reads a line that was typed at a question. Upper and lower case are alike, and so are `type 1`, `type-1` and
/// `type_1`. A word that is a command is never an option; the option has its number. A date is counted from `today`, as
/// in a file. The line must be valid UTF-8.
Reply parse_reply(const model::Question& question, const Offer& offer, base::Date today, std::string_view line);

/// What can be typed: `a number from 1 to 4`.
std::string what_to_type(const model::Question& question, const Offer& offer);

}  // namespace socrates::interview
