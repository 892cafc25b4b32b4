// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "render/machine/json_writer.hpp"
#include "socrates/gate/verdict.hpp"

namespace socrates::render {

/// The members of one element of `deals` of the document `socrates.gate/1`.
void add_members(const gate::DealVerdict& deal, JsonWriter& to);

}  // namespace socrates::render
