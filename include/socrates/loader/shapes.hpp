// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "socrates/model/shape.hpp"

namespace socrates::loader {

// What inputs, catalogues and records may say, as the readers go by it.

model::Shape shape_of_checks();
model::Shape shape_of_columns();
model::Shape shape_of_deal();
model::Shape shape_of_inventory();
model::Shape shape_of_policy();
model::Shape shape_of_profiles();
model::Shape shape_of_waivers();
model::Shape shape_of_engagement();
model::Shape shape_of_objectives();
model::Shape shape_of_criteria();
model::Shape shape_of_controls();
model::Shape shape_of_record();

}  // namespace socrates::loader
