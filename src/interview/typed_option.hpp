// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "socrates/interview/offer.hpp"
#include "socrates/model/question.hpp"

namespace socrates::interview {

/// The form in which names are compared: `Type 1` and `type-1` become `type_1`.
std::string word_form(std::string_view text);

/// The options that a text means, by id or label: those that it names in full, else of the offered ones those that
/// begin with it, else those that have all its words, else those that have words which begin so. One: it is meant.
/// Several: the text does not tell them apart. None: it names no option.
std::vector<std::size_t> options_meant(const model::Question& question, const Offer& offer, std::string_view text);

}  // namespace socrates::interview
