// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <set>
#include <string>

#include "catch.hpp"
#include "socrates/builtin/rules.hpp"

using namespace socrates;

namespace {

std::set<std::string> ids() {
  std::set<std::string> ids;
  for (const auto& category : builtin::criteria())
    for (const auto& criterion : category.criteria) ids.insert(criterion.id);
  return ids;
}

/// A series of criteria: `CC6` with 8 of them is CC6.1 to CC6.8.
const std::map<std::string, int> series{{"CC1", 5}, {"CC2", 3}, {"CC3", 4}, {"CC4", 2}, {"CC5", 3},
                                        {"CC6", 8}, {"CC7", 5}, {"CC8", 1}, {"CC9", 2}, {"A1", 3},
                                        {"C1", 2},  {"PI1", 5}, {"P1", 1},  {"P2", 1},  {"P3", 2},
                                        {"P4", 3},  {"P5", 2},  {"P6", 7},  {"P7", 1},  {"P8", 1}};

}  // namespace

TEST_CASE("the criteria are the 61 of TSP section 100, in their categories") {
  std::map<std::string, std::size_t> counts;
  for (const auto& category : builtin::criteria()) counts[category.id] = category.criteria.size();
  CHECK(
      counts ==
      std::map<std::string, std::size_t>{
          {"security", 33}, {"availability", 3}, {"confidentiality", 2}, {"processing_integrity", 5}, {"privacy", 18}});
  std::set<std::string> expected;
  for (const auto& [name, count] : series)
    for (int i = 1; i <= count; ++i) expected.insert(name + "." + std::to_string(i));
  CHECK(expected.size() == 61);
  CHECK(ids() == expected);
}

TEST_CASE("ids that public lists invent are no criteria") {
  const auto known = ids();
  for (const char* valid : {"CC9.2", "A1.3", "C1.2", "PI1.5", "P6.7", "P8.1"}) CHECK(known.count(valid) == 1);
  for (const char* invented : {"CC8.2", "CC9.3", "CC10.1", "A1.4", "C1.3", "PI1.6", "P1.2", "P2.2", "P5.3", "P7.2",
                               "P8.2", "P1.0", "CC1.0", "CC11.1", "CC8.3"})
    CHECK(known.count(invented) == 0);
}
