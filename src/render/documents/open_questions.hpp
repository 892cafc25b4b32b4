// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "socrates/render/document.hpp"
#include "socrates/render/recommendation.hpp"

namespace socrates::render {

/// How the answer is given: `--set ID=true or --set ID=false`, `--set ID=OPTION`.
std::string answer_command(const model::Question& question);

/// What may stand for the word in capitals; empty where there is none.
std::string answer_choices(const model::Question& question);

/// Of each question what is asked, how to answer it on the command line, and which decisions it could still change.
Entries open_questions(const Recommendation& recommendation, const std::vector<std::size_t>& questions);

}  // namespace socrates::render
