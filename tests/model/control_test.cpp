// SPDX-License-Identifier: Apache-2.0
#include "socrates/model/control.hpp"

#include "catch.hpp"
#include "socrates/model/control_answer.hpp"

using namespace socrates::model;

TEST_CASE("every status but not known has an id, which leads back to it") {
  for (const StatusName& name : status_names) {
    CHECK(id_of(name.status) == name.id);
    CHECK(find_status(name.id) == name.status);
  }
  CHECK(id_of(ControlStatus::unknown).empty());
  CHECK_FALSE(find_status("unknown"));
  CHECK_FALSE(find_status(""));
}

TEST_CASE("a control is found by its id") {
  ControlCatalogue catalogue;
  catalogue.controls.resize(2);
  catalogue.controls[1].id = "AC-02";
  CHECK(find_control(catalogue, "AC-02") == 1);
  CHECK_FALSE(find_control(catalogue, "ac-02"));
}
