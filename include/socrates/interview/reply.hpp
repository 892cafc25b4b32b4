// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "socrates/base/date.hpp"
#include "socrates/interview/offer.hpp"
#include "socrates/model/answers.hpp"
#include "socrates/model/question.hpp"

namespace socrates::interview {

enum class Command { help, why, back, skip, review, repeat, quit };

/// `edit 4`: the number that the review gives to an answer, from 1.
struct Edit {
  std::size_t number = 0;
  bool operator==(const Edit&) const = default;
};

/// Why a line is no reply, as one sentence. May quote the line byte for byte: whoever prints it makes it harmless.
struct Misread {
  std::string reason;
  bool operator==(const Misread&) const = default;
};

using Reply = std::variant<model::Answer, Command, Edit, Misread>;

/// Reads a line that was typed at a question, as people type: numbers, ids, words of a label that fit one option alone,
/// `yes` and `no` where a label begins so, `1-3`, `1 and 3`, `all`, days and spans of time. Upper and lower case are
/// alike, and so are `type 1`, `type-1` and `type_1`. A word that is a command is never an option; the option has its
/// number. Of a question that takes a date, months are turned into the day that they mean, counted from `today`, so
/// that the answer stays true; a number that has a meaning of its own stays. The line must be valid UTF-8.
Reply parse_reply(const model::Question& question, const Offer& offer, base::Date today, std::string_view line);

/// Reads a line that is a command or an edit, as everywhere in an interview.
std::optional<Reply> parse_command(std::string_view line);

/// What can be typed: `a number from 1 to 4`.
std::string what_to_type(const model::Question& question, const Offer& offer);

}  // namespace socrates::interview
