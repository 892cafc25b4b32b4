// SPDX-License-Identifier: Apache-2.0
#include "socrates/readiness/requests.hpp"

#include <algorithm>
#include <string>

#include "catch.hpp"
#include "shipped.hpp"
#include "worlds/draw.hpp"
#include "worlds/random_answers.hpp"

using namespace socrates;
using tests::shipped;

namespace {

base::Date day(const char* text) { return base::parse_date(text).value(); }

/// As long as three months, of a report without a Type 1.
readiness::ExaminationDays three_months() {
  return {std::nullopt, model::Period{day("2027-01-01"), day("2027-03-31")}};
}

readiness::RequestList list_of(const std::string& file, const readiness::ExaminationDays& soc2) {
  const loader::LoadedAnswers answers = tests::example(file);
  const readiness::Readiness readiness = tests::assess(tests::scope_of(answers.answers), answers.controls);
  return readiness::requests(readiness, shipped().catalogue(), answers.controls, {readiness::ExaminationDays(), soc2});
}

const readiness::Request& request(const readiness::RequestList& list, const std::string& id) {
  const std::size_t control = shipped().control(id);
  const auto found = std::find_if(list.requests.begin(), list.requests.end(),
                                  [&](const readiness::Request& one) { return one.control == control; });
  if (found == list.requests.end()) throw std::out_of_range(id);
  return *found;
}

}  // namespace

TEST_CASE("settings are due by the end of the period, and lists two weeks after it") {
  const readiness::RequestList list = list_of("readiness-type-2.json", three_months());
  CHECK(request(list, "AC-05").before_fieldwork_by == day("2027-03-31"));
  CHECK(request(list, "AC-05").after_period_by == day("2027-04-14"));
  CHECK(list.before_fieldwork_by == day("2027-03-31"));
  CHECK(list.after_period_by == day("2027-04-14"));
}

TEST_CASE("where a Type 1 comes first, policies and settings are due for its fieldwork") {
  readiness::ExaminationDays days = three_months();
  days.type_1 = day("2026-12-15");
  CHECK(request(list_of("readiness-type-2.json", days), "AC-05").before_fieldwork_by == day("2026-12-15"));
}

TEST_CASE("without planned days there are no dates, and the whole range of a sample") {
  const readiness::RequestList list = list_of("readiness-type-2.json", {});
  CHECK_FALSE(list.before_fieldwork_by);
  CHECK_FALSE(list.after_period_by);
  CHECK_FALSE(request(list, "AC-06").occurrences);
  CHECK(request(list, "AC-06").sample == model::SampleSize{std::nullopt, 2, 4});
}

TEST_CASE("a sample is never larger than what the period holds") {
  const readiness::RequestList list = list_of("readiness-type-2.json", three_months());
  CHECK(request(list, "AC-06").occurrences == 1);
  CHECK(request(list, "AC-06").sample == model::SampleSize{1, 1, 1});
  CHECK(request(list, "OP-01").occurrences == 3);
  CHECK(request(list, "OP-01").sample == model::SampleSize{3, 2, 3});
  for (const readiness::Request& one : list.requests) {
    CAPTURE(shipped().controls.controls[one.control].id);
    REQUIRE(one.sample);
    CHECK(one.sample->least <= one.sample->most);
    if (one.occurrences) CHECK(one.sample->most <= *one.occurrences);
  }
}

TEST_CASE("where a yearly control looks at many, the many are sampled too") {
  const readiness::RequestList list = list_of("readiness-type-2.json", three_months());
  CHECK(request(list, "GV-05").sample == model::SampleSize{1, 1, 1});
  CHECK(request(list, "GV-05").list_sample == model::SampleSize{std::nullopt, 3, 60});
  CHECK_FALSE(request(list, "GV-02").list_sample);
  CHECK_FALSE(request(list, "AC-05").list_sample);
  CHECK_FALSE(request(list, "AV-02").list_sample);
}

TEST_CASE("windows of a period are whole, and days are all of them") {
  const model::ControlCatalogue& controls = shipped().controls;
  const auto count = [&](model::Frequency frequency, const char* from, const char* to) {
    return readiness::occurrences_in({day(from), day(to)}, frequency, *frequency_note(controls, frequency));
  };
  CHECK(count(model::Frequency::quarterly, "2027-01-01", "2027-12-31") == 4);
  CHECK(count(model::Frequency::quarterly, "2027-01-01", "2027-05-31") == 1);
  CHECK(count(model::Frequency::semiannual, "2027-01-01", "2027-05-31") == 0);
  CHECK(count(model::Frequency::monthly, "2027-01-31", "2027-02-26") == 0);
  CHECK(count(model::Frequency::monthly, "2027-01-31", "2027-02-27") == 1);
  CHECK(count(model::Frequency::yearly, "2027-01-01", "2027-03-31") == 1);
  CHECK(count(model::Frequency::daily, "2027-01-01", "2027-01-31") == 31);
  CHECK(count(model::Frequency::weekly, "2027-01-01", "2027-01-31") == 4);
  CHECK_FALSE(count(model::Frequency::per_event, "2027-01-01", "2027-01-31"));
}

TEST_CASE("every control in scope is in the list once, and every criterion and objective in scope is asked about") {
  worlds::Draw draw(814);
  std::size_t tried = 0;
  while (tried < 60) {
    const model::Answers answers = worlds::random_answers(shipped().selection.rules, draw);
    if (!engine::evaluate(shipped().selection, answers)) continue;
    ++tried;
    const model::ControlAnswers controls(shipped().controls.controls.size());
    const readiness::Readiness readiness = tests::assess(tests::scope_of(answers), controls);
    const readiness::RequestList list = readiness::requests(readiness, shipped().catalogue(), controls, {});
    for (const readiness::ReportReadiness& report : readiness.reports)
      for (const readiness::Part& part : report.parts)
        for (const readiness::Target& target : part.targets) {
          const auto is_about = [&](const readiness::Request& one) {
            const auto& ids = report.examination == model::Examination::soc1 ? one.objectives : one.criteria;
            return std::find(ids.begin(), ids.end(), target.id) != ids.end();
          };
          CAPTURE(target.id);
          REQUIRE(std::any_of(list.requests.begin(), list.requests.end(), is_about));
        }
    REQUIRE(std::adjacent_find(list.requests.begin(), list.requests.end(),
                               [](const readiness::Request& a, const readiness::Request& b) {
                                 return a.control >= b.control;
                               }) == list.requests.end());
  }
}
