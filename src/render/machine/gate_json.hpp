// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "render/machine/json_form.hpp"
#include "socrates/gate/verdict.hpp"

namespace socrates::render {

/// One element of `deals` of the document `socrates.gate/1`.
Json deal_form(const gate::DealVerdict& deal);

}  // namespace socrates::render
