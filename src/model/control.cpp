// SPDX-License-Identifier: Apache-2.0
#include "socrates/model/control.hpp"

#include "socrates/model/control_answer.hpp"

namespace socrates::model {

std::optional<std::size_t> find_control(const ControlCatalogue& catalogue, std::string_view id) {
  for (std::size_t i = 0; i < catalogue.controls.size(); ++i)
    if (catalogue.controls[i].id == id) return i;
  return std::nullopt;
}

std::string_view id_of(ControlStatus status) {
  for (const StatusName& name : status_names)
    if (name.status == status) return name.id;
  return {};
}

std::optional<ControlStatus> find_status(std::string_view id) {
  for (const StatusName& name : status_names)
    if (name.id == id) return name.status;
  return std::nullopt;
}

}  // namespace socrates::model
