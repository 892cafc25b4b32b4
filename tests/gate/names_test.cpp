// SPDX-License-Identifier: Apache-2.0
//
// The names by which the program speaks to the acceptance rules, held against the rules that are shipped.
#include "gate/names.hpp"

#include <algorithm>
#include <cctype>
#include <set>
#include <string>

#include "catch.hpp"
#include "court.hpp"
#include "socrates/model/assurance.hpp"

using namespace socrates;

namespace {

using Names = std::set<std::string>;

template <class List>
Names ids_of(const List& list) {
  Names ids;
  for (const auto& one : list) ids.insert(one.id);
  return ids;
}

/// Each word of an enumeration is an option of the question that says that fact.
template <class Value>
void check_words(gate::Fact fact) {
  const model::RuleSet& rules = test::acceptance().rules;
  const std::string_view id = gate::fact_ids[static_cast<std::size_t>(fact)];
  const model::Question& question = rules.questions[model::find_question(rules, id).value()];
  for (const std::string_view word : model::Ids<Value>::all) {
    CAPTURE(id, word);
    CHECK(model::find_option(question, word).has_value());
  }
}

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), [](unsigned char c) { return std::tolower(c); });
  return result;
}

}  // namespace

TEST_CASE("every question of the acceptance rules is a fact that the program derives, and the reverse") {
  const Names facts(std::begin(gate::fact_ids), std::end(gate::fact_ids));
  CHECK(facts == ids_of(test::acceptance().rules.questions));
}

TEST_CASE("every default of the acceptance rules is a threshold that the program asks for, and the reverse") {
  const Names thresholds(std::begin(gate::threshold_ids), std::end(gate::threshold_ids));
  CHECK(thresholds == ids_of(test::acceptance().rules.defaults));
}

TEST_CASE("every check that the program knows by name is one of the acceptance rules") {
  const Names decisions = ids_of(test::acceptance().rules.decisions);
  for (const std::string_view check : gate::figured_checks) CHECK(decisions.count(std::string(check)) == 1);
  for (const std::string_view check :
       {gate::family_check, gate::scope_check, gate::hand_over_check, gate::promises_check, gate::request_check})
    CHECK(decisions.count(lower(check)) == 1);
  for (const std::string_view decision : {gate::interim_decision, gate::send_once_decision})
    CHECK(decisions.count(std::string(decision)) == 1);
}

TEST_CASE("every word of the inputs that the program hands on to the acceptance rules is one of their options") {
  check_words<model::Family>(gate::Fact::asked);
  check_words<model::Family>(gate::Fact::held);
  check_words<model::ReportType>(gate::Fact::asked_type);
  check_words<model::ReportType>(gate::Fact::held_type);
  check_words<model::Opinion>(gate::Fact::opinion);
  check_words<model::SubserviceMethod>(gate::Fact::subservice);
  check_words<model::UserControls>(gate::Fact::user_controls);
  check_words<model::UserControlsStand>(gate::Fact::user_controls_stand);
  check_words<model::Recipient>(gate::Fact::recipient);
  check_words<model::Nda>(gate::Fact::nda);
}
