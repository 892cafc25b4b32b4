// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "socrates/model/control.hpp"

namespace socrates::render {

/// The catalogue as a library that CISO Assistant loads, in YAML: each control as a reference control, and as a
/// requirement of a framework with the groups as its sections, so that an audit of it, exported, is a list of answers.
std::string ciso_assistant_library(const model::ControlCatalogue& catalogue);

}  // namespace socrates::render
