// SPDX-License-Identifier: Apache-2.0
#include "web/session.hpp"

#include <string>

#include "catch.hpp"
#include "socrates/base/date.hpp"
#include "socrates/builtin/rules.hpp"

using namespace socrates;

namespace {

const base::Date today = *base::parse_date("2026-11-24");

const web::Rules& shipped() {
  static const web::Rules rules{builtin::selection_rules(),
                                {builtin::controls(), builtin::criteria(), builtin::objectives()}};
  return rules;
}

bool says(const std::string& json, const std::string& text) { return json.find(text) != std::string::npos; }

}  // namespace

TEST_CASE("a session begins with the first question and nothing known") {
  const web::Session session(shipped(), today);
  CHECK(says(session.state(), R"("id":"offering")"));
  CHECK(says(session.state(), R"("visited":[])"));
  CHECK(session.answers() == "{}\n");
}

TEST_CASE("a session takes lines as the interview at the terminal does") {
  web::Session session(shipped(), today);
  session.reply("1");
  CHECK(says(session.answers(), R"("offering": ["hosted_software"])"));
  session.reply("back");
  CHECK(says(session.state(), R"("is_revisited":true)"));
  session.keep();
  session.reply("skip");
  CHECK(says(session.answers(), "null"));
  session.reply("edit 1");
  CHECK(says(session.state(), R"("id":"offering")"));
}

TEST_CASE("what a line was refused for stands in the state, and nothing has happened") {
  web::Session session(shipped(), today);
  const std::string before = session.answers();
  for (const std::string line : {"", "99", "<script>", "quit", "edit 7", "back"}) {
    CAPTURE(line);
    session.reply(line);
    CHECK(says(session.state(), R"("is_refused":true)"));
    CHECK(session.answers() == before);
  }
}

TEST_CASE("a session opens the files that it saves") {
  web::Session session(shipped(), today);
  for (int i = 0; i < 5; ++i) session.reply("1");
  base::Diagnostics problems;
  REQUIRE(session.note({"the page", R"({"AC-01": {"status": "in_place", "since": "2026-03-01"}})"}, problems));
  REQUIRE(session.rename({"the page", R"({"service": "Payroll"})"}, problems));
  const std::string saved = session.answers();
  CHECK(says(saved, R"("service": "Payroll")"));
  CHECK(says(saved, "AC-01"));
  web::Session other(shipped(), today);
  REQUIRE(other.open({"saved.json", saved}, problems));
  CHECK(other.answers() == saved);
  CHECK(problems.empty());
}

TEST_CASE("a file that cannot be read leaves a session as it was") {
  web::Session session(shipped(), today);
  session.reply("1");
  const std::string before = session.answers();
  for (const std::string text :
       {"", "{", R"({"offering": ["<script>"]})", R"({"data_kinds": ["personal"], "customer_data": []})"}) {
    CAPTURE(text);
    base::Diagnostics problems;
    CHECK_FALSE(session.open({"file.json", text}, problems));
    CHECK_FALSE(problems.empty());
    CHECK(session.answers() == before);
  }
}

TEST_CASE("a control that is noted as not known is forgotten, and no other") {
  web::Session session(shipped(), today);
  base::Diagnostics problems;
  REQUIRE(session.note({"the page", R"({"AC-01": "missing"})"}, problems));
  REQUIRE(session.note({"the page", R"({"AC-02": "missing"})"}, problems));
  CHECK(says(session.answers(), "AC-01"));
  REQUIRE(session.note({"the page", R"({"AC-01": null})"}, problems));
  CHECK_FALSE(says(session.answers(), "AC-01"));
  CHECK(says(session.answers(), "AC-02"));
}

TEST_CASE("why a question is asked, and the controls in scope, are JSON for the page") {
  const web::Session session(shipped(), today);
  CHECK(says(session.why(), R"("changes":[{"decision":)"));
  CHECK(says(session.controls(), R"("statuses":[)"));
}
