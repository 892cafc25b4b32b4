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

TEST_CASE("evidence over a period is that of a day where nothing else is said") {
  Control control;
  control.evidence = "a";
  CHECK(evidence_over_period(control) == "a");
  control.evidence_over_period = "b";
  CHECK(evidence_over_period(control) == "b");
}

TEST_CASE("a sample follows from how many there are, and is never more") {
  FrequencyNote note;
  note.sample = {{10, 3, 10}, {50, 5, 25}, {std::nullopt, 25, 60}};
  CHECK(sample_of(note, 0) == SampleSize{0, 0, 0});
  CHECK(sample_of(note, 2) == SampleSize{2, 2, 2});
  CHECK(sample_of(note, 10) == SampleSize{10, 3, 10});
  CHECK(sample_of(note, 11) == SampleSize{11, 5, 11});
  CHECK(sample_of(note, 400) == SampleSize{400, 25, 60});
  CHECK(sample_of(note, std::nullopt) == SampleSize{std::nullopt, 3, 60});
}

TEST_CASE("a frequency has a note where the catalogue speaks of it") {
  ControlCatalogue catalogue;
  CHECK(frequency_note(catalogue, Frequency::quarterly) == nullptr);
  catalogue.frequencies[static_cast<std::size_t>(Frequency::quarterly)] = FrequencyNote{};
  CHECK(frequency_note(catalogue, Frequency::quarterly) != nullptr);
}

TEST_CASE("a control is found by its id") {
  ControlCatalogue catalogue;
  catalogue.controls.resize(2);
  catalogue.controls[1].id = "AC-02";
  CHECK(find_control(catalogue, "AC-02") == 1);
  CHECK_FALSE(find_control(catalogue, "ac-02"));
}
