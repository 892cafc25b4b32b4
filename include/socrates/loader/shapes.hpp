// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "socrates/model/shape.hpp"

namespace socrates::loader {

// What the inputs of the gate may say, as the readers go by it.

model::Shape shape_of_deal();
model::Shape shape_of_inventory();
model::Shape shape_of_policy();
model::Shape shape_of_waivers();

}  // namespace socrates::loader
