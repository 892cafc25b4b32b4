// SPDX-License-Identifier: Apache-2.0
#include "socrates/readiness/verdict.hpp"

#include "catch.hpp"
#include "shipped.hpp"

using namespace socrates;
using readiness::Answer;
using readiness::Certainty;
using readiness::ReportReadiness;
using tests::shipped;

namespace {

std::string value(const ReportReadiness& report, std::string_view decision) {
  const readiness::Verdict verdict = readiness::judge(shipped().verdicts, report, 0);
  const std::size_t index = *model::find_decision(shipped().verdicts.rules, decision);
  const auto& possible = verdict.outcome.decisions[index].possible;
  return possible.size() == 1 ? shipped().verdicts.rules.decisions[index].values[possible.front()].id : "open";
}

ReportReadiness report_of(int percent, std::size_t open, std::size_t possible) {
  ReportReadiness report;
  report.coverage.total = 400;
  report.coverage.earned = percent * 4;
  report.bounds = {percent, percent};
  report.type_2_window.open.resize(open);
  report.type_2_window.possible.resize(possible);
  report.type_1 = report.type_2_window;
  return report;
}

}  // namespace

TEST_CASE("every question of the shipped readiness rules is counted") {
  for (const model::Question& question : shipped().verdicts.rules.questions) {
    CAPTURE(question.id);
    CHECK(readiness::is_counted(question.id));
  }
  CHECK_FALSE(readiness::is_counted("offering"));
}

TEST_CASE("a percentage never outweighs a blocker, and what is not known is never yes") {
  CHECK(value(report_of(100, 1, 0), "type_1") == "not_ready");
  CHECK(value(report_of(100, 1, 5), "type_1") == "not_ready");
  CHECK(value(report_of(100, 0, 1), "type_1") == "cannot_tell");
  CHECK(value(report_of(0, 0, 0), "type_1") == "ready");
  CHECK(value(report_of(100, 0, 0), "type_2_window") == "ready");
  CHECK(value(report_of(100, 1, 0), "zone") == "material_gaps");
  CHECK(value(report_of(100, 0, 1), "zone") == "material_gaps");
  CHECK(value(report_of(85, 0, 0), "zone") == "ready");
  CHECK(value(report_of(84, 0, 0), "zone") == "findings_likely");
  CHECK(value(report_of(60, 0, 0), "zone") == "findings_likely");
  CHECK(value(report_of(59, 0, 0), "zone") == "material_gaps");
  CHECK(value(report_of(35, 0, 0), "zone") == "material_gaps");
  CHECK(value(report_of(34, 0, 0), "zone") == "far_away");
  CHECK(value(report_of(34, 3, 0), "zone") == "far_away");
}

TEST_CASE("a report that may not be needed is no reason for no") {
  const ReportReadiness held_up = report_of(50, 1, 0);
  const readiness::Verdict verdict = readiness::judge(shipped().verdicts, held_up, 0);
  CHECK(readiness::answer_of(shipped().verdicts, verdict, readiness::type_1_decision, Certainty::sure) == Answer::no);
  CHECK(readiness::answer_of(shipped().verdicts, verdict, readiness::type_1_decision, Certainty::open) ==
        Answer::cannot_tell);
  CHECK(readiness::answer_of(shipped().verdicts, verdict, "no_such_decision", Certainty::sure) == Answer::cannot_tell);
}

TEST_CASE("a minimum is reached, missed, or cannot be told") {
  ReportReadiness report = report_of(50, 0, 0);
  report.bounds = {50, 80};
  CHECK(readiness::reaches(report, 50) == Answer::yes);
  CHECK(readiness::reaches(report, 51) == Answer::cannot_tell);
  CHECK(readiness::reaches(report, 80) == Answer::cannot_tell);
  CHECK(readiness::reaches(report, 81) == Answer::no);
  report.certainty = Certainty::open;
  CHECK(readiness::reaches(report, 81) == Answer::cannot_tell);
  CHECK(readiness::weaker(Answer::yes, Answer::cannot_tell) == Answer::cannot_tell);
  CHECK(readiness::weaker(Answer::no, Answer::cannot_tell) == Answer::no);
}
