// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "socrates/model/shape.hpp"

namespace socrates::render {

/// What may stand there, with the words of an input in code spans.
std::string plain_words(const model::Shape& shape);

}  // namespace socrates::render
