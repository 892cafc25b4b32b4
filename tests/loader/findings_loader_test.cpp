// SPDX-License-Identifier: Apache-2.0
#include "socrates/loader/findings_loader.hpp"

#include <string>

#include "catch.hpp"
#include "report.hpp"

using namespace socrates;

namespace {

/// A finding as OCSF 1.x has it, with what belongs to it as scanners write it.
std::string ocsf(const std::string& check, const std::string& code, const std::string& status = "New",
                 const std::string& resource = "arn:1") {
  return R"({"message": "m", "metadata": {"event_code": ")" + check +
         R"(", "product": {"name": "Prowler", "uid": "prowler", "version": "5.0.0"}, "version": "1.4.0"}, "status": ")" +
         status + R"(", "status_code": ")" + code + R"(", "status_id": 1, "resources": [{"uid": ")" + resource +
         R"(", "data": {"metadata": {"check": "x", "status": "FAIL"}}}], "unmapped": {"compliance": {"CIS-1.4": ["1.20"]}}})";
}

/// `prowler a failed 2 muted 0 passed 1 other 0 [arn:1]`, a line a check; or the problems.
std::string read_findings(const std::string& text, const std::string& name = "findings.json") {
  base::Diagnostics problems;
  model::Findings findings;
  const bool is_good = loader::load_findings({name, text}, findings, problems);
  CHECK(is_good == problems.empty());
  if (!is_good) return report_of(problems);
  std::string lines;
  for (const model::CheckResult& result : findings) {
    lines += (lines.empty() ? "" : "\n") + (result.scanner.empty() ? "?" : result.scanner) + " " + result.check;
    for (const std::size_t count : {result.failed, result.muted, result.passed, result.other})
      lines += " " + std::to_string(count);
    for (const std::string& resource : result.resources) lines += " " + resource;
  }
  return lines;
}

}  // namespace

TEST_CASE("findings in OCSF are counted by check, and what is muted is apart") {
  CHECK(read_findings("[" + ocsf("b", "PASS") + "," + ocsf("a", "FAIL") + "," + ocsf("a", "FAIL", "Suppressed") + "," +
                      ocsf("a", "FAIL", "New", "arn:2") + "," + ocsf("a", "MANUAL") + "," + ocsf("a", "") + "]") ==
        "prowler a 2 1 0 2 arn:1 arn:2\nprowler b 0 0 1 0");
  CHECK(read_findings(ocsf("a", "FAIL")) == "prowler a 1 0 0 0 arn:1");
  CHECK(read_findings(ocsf("a", "FAIL") + "\n" + ocsf("a", "pass") + "\n") == "prowler a 1 0 1 0 arn:1");
  CHECK(read_findings("[]").empty());
}

TEST_CASE("findings in a form of our own are read too") {
  CHECK(read_findings(R"({"scanner": "Prowler", "findings": [{"check": "a", "status": "fail", "resource": "r"},
                         {"check": "a", "status": "passed"}, {"check": "a", "status": "unclear", "scanner": "other"}]})") ==
        "other a 0 0 0 1\nprowler a 1 0 1 0 r");
  CHECK(read_findings(R"({"findings": [{"check": "a", "status": "fail"}]})") == "? a 1 0 0 0");
  CHECK(read_findings(R"({"findings": []})").empty());
}

TEST_CASE("what is no list of findings is told") {
  CHECK(read_findings("").find("S006") != std::string::npos);
  CHECK(read_findings("[{]").find("1:3 S006") == 0);
  CHECK(read_findings("[1]") == "1:1 S504 [] finding 1 is no object");
  CHECK(read_findings("\"x\"") == "1:1 S504 [] finding 1 is no object");
  CHECK(read_findings("[" + ocsf("a", "FAIL") + ", {}]") == "1:1 S503 [] finding 2 names no check");
  CHECK(read_findings(R"({"offering": ["x"]})") == "1:1 S503 [] finding 1 names no check");
  CHECK(read_findings(R"([{"check": "a", "status": "pass", "status": "fail"}])") ==
        "1:1 S008 [] finding 1 has 'status' twice");
  CHECK(read_findings(R"([{"a": )" + std::string(100'000, '[')).find("S009") != std::string::npos);
  CHECK(read_findings("[\"\xFF\"]").find("S006") != std::string::npos);
}

TEST_CASE("the table of checks names controls of the catalogue only") {
  model::ControlCatalogue catalogue;
  catalogue.controls.emplace_back().id = "AC-02";
  base::Diagnostics problems;
  const std::string head = "format: 1\nid: checks\nversion: 2026.12\nscanners:\n  Prowler:\n";
  const auto table = loader::load_checks({"checks.yaml", head + "    a: {controls: [AC-02], because: it is so}\n"},
                                         catalogue, problems);
  REQUIRE(table);
  REQUIRE(table->checks.size() == 1);
  CHECK(table->checks[0] == model::Check{"prowler", "a", {"AC-02"}, "it is so"});
  CHECK_FALSE(loader::load_checks({"checks.yaml", head + "    a: {controls: [AC-99], because: it is so}\n"}, catalogue,
                                  problems));
  CHECK(report_of(problems) ==
        "6:5 S603 [a] the check 'a' names the control 'AC-99', which the catalogue does not have");
}
