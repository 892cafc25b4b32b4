// SPDX-License-Identifier: Apache-2.0
#include "socrates/gate/bridge.hpp"

#include "catch.hpp"
#include "court.hpp"

using namespace socrates;

namespace {

constexpr const char* today = "2026-11-24";

/// A report that can be bridged, with more keys or others behind it.
std::string report(const std::string& id, const std::string& more = R"("issued": "2026-11-05")",
                   const std::string& type = "type_2", const std::string& covers = "app") {
  return R"({"id": ")" + id + R"(", "report": "soc2", "type": ")" + type + R"(", "covers": [")" + covers +
         R"("], "period": {"from": "2025-10-01", "to": "2026-09-30"}, )" + more + "}";
}

model::Inventory held(const std::string& reports, const std::string& next = "") {
  return test::inventory_of(R"({"reports": [)" + reports + R"(], "next": [)" + next + "]}");
}

std::string refusal(const model::Inventory& inventory, const char* signed_on = today, const char* id = "") {
  const auto bridge = gate::bridge_on(inventory, id, test::day(signed_on), test::day(today));
  const auto* const none = std::get_if<gate::NoBridge>(&bridge);
  return none == nullptr ? "" : none->why;
}

gate::Bridge bridge_on(const model::Inventory& inventory, const char* signed_on = today) {
  const auto bridge = gate::bridge_on(inventory, "", test::day(signed_on), test::day(today));
  REQUIRE(std::holds_alternative<gate::Bridge>(bridge));
  return std::get<gate::Bridge>(bridge);
}

}  // namespace

TEST_CASE("a bridge letter runs from the day after the period to the day of signing") {
  const model::Inventory inventory = held(report("a"));
  const gate::Bridge bridge = bridge_on(inventory);
  CHECK(bridge.report == &inventory.reports[0]);
  CHECK(bridge.days == model::Period{test::day("2026-10-01"), test::day("2026-11-24")});
  CHECK(bridge.months == 2);
  CHECK(bridge.next == nullptr);
  CHECK(bridge_on(inventory, "2026-11-05").months == 2);
}

TEST_CASE("no bridge letter is signed before the report is issued, by the end of its period, or after today") {
  const model::Inventory inventory = held(report("a", R"("issued": "2026-10-01")"));
  CHECK(refusal(inventory, "2026-10-01").empty());
  CHECK(refusal(inventory, "2026-09-30") == "'a' is issued on 2026-10-01, after the day of signing, 2026-09-30");
  CHECK(refusal(inventory, "2026-11-25") == "the day of signing, 2026-11-25, is after today, 2026-11-24");
  CHECK(refusal(held(report("a", R"("issued": "2026-11-20")")), "2026-11-19") ==
        "'a' is issued on 2026-11-20, after the day of signing, 2026-11-19");
}

TEST_CASE("a bridge letter follows on an issued Type 2 alone") {
  CHECK(refusal(held("")) == "no report is held");
  CHECK(
      refusal(test::inventory_of(R"({"reports": [{"id": "a", "report": "soc2", "type": "type_1", "as_of": "2026-09-30",
       "issued": "2026-11-05"}]})")) == "'a' is a Type 1, which says nothing about how controls operated over time");
  CHECK(refusal(test::inventory_of(R"({"reports": [{"id": "a", "report": "soc2", "issued": "2026-11-05"}]})")) ==
        "it is not known whether 'a' is a Type 1 or a Type 2");
  CHECK(refusal(test::inventory_of(R"({"reports": [{"id": "a", "report": "soc2", "type": "type_2",
       "issued": "2026-11-05"}]})")) == "the period of 'a' is not known");
  CHECK(refusal(test::inventory_of(R"({"reports": [{"id": "a", "report": "iso_27001", "issued": "2026-11-05"}]})")) ==
        "'a' is no SOC 1, SOC 2, ISAE or C5 report");
  CHECK(refusal(held(report("a", R"("issued": null)"))) == "it is not known when 'a' was issued");
  CHECK(refusal(test::inventory_of(R"({"reports": [{"id": "a", "report": "soc2", "type": "type_2",
       "period": {"from": "2025-12-01", "to": "2026-11-24"}, "issued": "2026-12-20"}]})")) ==
        "the period of 'a' ends on 2026-11-24, and has not ended by today, 2026-11-24");
}

TEST_CASE("a qualified opinion can be bridged, where it is named; an adverse one and a disclaimer cannot") {
  const auto with = [](const std::string& opinion) {
    return held(report("a", R"("issued": "2026-11-05", "opinion": ")" + opinion + "\""));
  };
  CHECK(refusal(with("unmodified")).empty());
  CHECK(refusal(with("qualified")).empty());
  CHECK(refusal(with("adverse")) == "the opinion of 'a' is adverse, so there is nothing to bridge");
  CHECK(refusal(with("disclaimer")) == "the auditor of 'a' has disclaimed an opinion, so there is nothing to bridge");
}

TEST_CASE("a bridge letter follows on the newest report, and where there are several it is said on which") {
  const std::string older = R"({"id": "old", "report": "soc2", "type": "type_2", "covers": ["app"],
      "period": {"from": "2024-10-01", "to": "2025-09-30"}, "issued": "2025-11-05"})";
  CHECK(bridge_on(held(older + "," + report("new"))).report->id == "new");
  CHECK(refusal(held(older + "," + report("new")), today, "old") == "a later report, 'new', replaces 'old'");
  CHECK(refusal(held(older + "," + report("new")), "2025-11-10", "old").empty());  // before the later one was issued
  const model::Inventory two = held(report("a") + "," + report("b", R"("issued": "2026-11-05")", "type_2", "billing"));
  CHECK(refusal(two) == "a letter could follow on several reports");
  CHECK(refusal(two, today, "b").empty());
  CHECK(refusal(two, today, "c") == "there is no report 'c'");
  // A Type 1 takes nothing from an earlier Type 2.
  const std::string type_1 = R"({"id": "t1", "report": "soc2", "type": "type_1", "covers": ["app"],
      "as_of": "2026-10-31", "issued": "2026-11-10"})";
  CHECK(bridge_on(held(report("a") + "," + type_1)).report->id == "a");
}

TEST_CASE("a next report is named where it surely follows on") {
  const auto next = [](const std::string& from, const std::string& certain) {
    return R"({"report": "soc2", "type": "type_2", "covers": ["app"], "expected": "2027-02-15", "certain": )" +
           certain + R"(, "period": {"from": ")" + from + R"(", "to": "2027-01-31"}})";
  };
  CHECK(bridge_on(held(report("a"), next("2026-10-01", "true"))).next != nullptr);
  CHECK(bridge_on(held(report("a"), next("2026-10-02", "true"))).next == nullptr);
  CHECK(bridge_on(held(report("a"), next("2026-10-01", "false"))).next == nullptr);
}
