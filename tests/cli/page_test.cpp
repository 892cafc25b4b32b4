// SPDX-License-Identifier: Apache-2.0
#include "web/page.hpp"
#include "catch.hpp"
#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "socrates/base/codes.hpp"

using namespace socrates;

namespace {

std::optional<cli::Result> written_page(const std::string& rules, base::Diagnostics& problems) {
  cli::Options options;
  options.rules = rules;
  options.today = *base::parse_date("2026-11-24");
  return cli::page_command().run({}, options, problems);
}

}  // namespace

TEST_CASE("a build without the page says in one error how to get it, and a build with it writes it") {
  base::Diagnostics problems;
  const auto result = written_page("", problems);
  if (web::has_page()) {
    REQUIRE(result);
    CHECK(result->text.starts_with("<!DOCTYPE html>"));
    CHECK(result->text.find("default-src 'none'") != std::string::npos);
    CHECK(result->text.size() < 900'000);
  } else {
    CHECK_FALSE(result);
    REQUIRE(problems.count() == 1);
    CHECK(problems.kept()[0].code == base::Code::usage);
    CHECK(problems.kept()[0].message == "this build of the program holds no page");
    CHECK(problems.kept()[0].hint == "scripts/page makes one that does");
  }
}

TEST_CASE("no page is written with rules that cannot be read") {
  base::Diagnostics problems;
  CHECK_FALSE(written_page("no such folder", problems));
  CHECK_FALSE(problems.empty());
}
