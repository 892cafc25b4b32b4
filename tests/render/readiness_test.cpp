// SPDX-License-Identifier: Apache-2.0
#include "socrates/render/readiness.hpp"

#include <nlohmann/json.hpp>
#include <string>

#include "catch.hpp"
#include "readiness/shipped.hpp"
#include "render/machine/csv.hpp"
#include "socrates/loader/answers_sheet_loader.hpp"
#include "socrates/render/escape.hpp"

using namespace socrates;
using tests::shipped;

namespace {

/// Everything that a report refers to, kept together.
struct Made {
  loader::LoadedAnswers loaded;
  engine::Outcome outcome;
  readiness::Readiness readiness;
  std::vector<readiness::Verdict> verdicts;

  explicit Made(loader::LoadedAnswers answers) : loaded(std::move(answers)) {
    outcome = engine::evaluate(shipped().selection, loaded.answers).value();
    readiness = tests::assess(tests::scope_of(loaded.answers), loaded.controls);
    for (const readiness::ReportReadiness& report : readiness.reports)
      verdicts.push_back(readiness::judge(shipped().verdicts, report, readiness.left_out.size()));
  }

  [[nodiscard]] render::ReadinessReport report() const {
    return {{shipped().selection.rules, loaded.answers, outcome, shipped().criteria, tests::today},
            shipped().catalogue(),
            loaded.controls,
            readiness,
            shipped().verdicts.rules,
            verdicts,
            {},
            {}};
  }
};

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

constexpr const char* examples[] = {
    "readiness-start.json",   "readiness-type-1.json", "readiness-type-2.json",  "readiness-both.json", "saas.json",
    "payroll-undecided.json", "drone-maker.json",      "saas-first-answers.json"};

}  // namespace

TEST_CASE("a sheet says the same as the answers it was made from") {
  for (const char* name : examples) {
    CAPTURE(name);
    const Made made(tests::example(name));
    const base::Source sheet{"sheet.csv", render::readiness_sheet(made.report())};
    base::Diagnostics problems;
    const auto read =
        loader::load_sheet(sheet, {shipped().selection.rules, shipped().controls}, tests::today, problems);
    REQUIRE(read);
    CHECK(read->answers == made.loaded.answers);
    CHECK(read->controls == made.loaded.controls);
  }
}

TEST_CASE("a reason survives a sheet, whatever is in it") {
  loader::LoadedAnswers loaded = tests::example("readiness-type-2.json");
  const std::size_t control = shipped().control("AC-08");
  for (const std::string reason :
       {"=1+1",   "'=1+1", "''",   "@a",   "-1",    "+1", "a;b,c\td", "says \"no\"", "one\ntwo", "\xC3\xA4\xE2\x82\xAC",
        "  a  ",  " ",     "\r\n", "\t=1", "|calc", "%x", "\u202ea",  "\\u202e",     "\\x5c",    "می\u200cخواهم",
        "a\u200d"}) {
    CAPTURE(reason);
    loaded.controls[control] = {model::ControlStatus::not_applicable, {}, reason};
    const base::Source sheet{"sheet.csv", render::readiness_sheet(Made(loaded).report())};
    base::Diagnostics problems;
    const auto read =
        loader::load_sheet(sheet, {shipped().selection.rules, shipped().controls}, tests::today, problems);
    REQUIRE(read);
    CHECK(read->controls[control].reason == reason);
  }
}

TEST_CASE("no cell of a sheet can be taken for a formula") {
  for (const std::string start : {"=", "+", "-", "@", "|", "%", "\t", "\r", " =", "\n-"})
    CHECK_FALSE(render::csv_row({start + "x"}).starts_with(start));
  CHECK(render::csv_row({"=1", "a,b", "c\"d", ""}) == "'=1,\"a,b\",\"c\"\"d\",\r\n");
  CHECK(render::csv_row({"\x1b[31m"}) == "\\x1b[31m\r\n");
}

TEST_CASE("a page has no script and nothing to load, and prints input as text") {
  loader::LoadedAnswers loaded = tests::example("readiness-both.json");
  for (model::ControlAnswer& control : loaded.controls)
    control = {model::ControlStatus::not_applicable, {}, "<script>alert(1)</script>\"'<img src=x onerror=y>&amp;"};
  for (const std::string& page :
       {render::html_of(render::readiness_document(Made(loaded).report())),
        render::html_of(render::readiness_document(Made(tests::example("readiness-start.json")).report()))}) {
    CHECK(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">"));
    for (const char* never : {"<script", "<img", "<link", "<iframe", "url("}) CHECK(count_of(page, never) == 0);
    for (const char* tag : {"section", "ul", "ol", "li", "div", "p", "h2", "h3", "dl", "dd", "span", "svg"}) {
      CAPTURE(tag);
      CHECK(count_of(page, "<" + std::string(tag) + ">") + count_of(page, "<" + std::string(tag) + " ") ==
            count_of(page, "</" + std::string(tag) + ">"));
    }
  }
  CHECK(render::html_safe("<a href=\"x\">'&\x1b</a>") == "&lt;a href=&quot;x&quot;&gt;&#39;&amp;\\x1b&lt;/a&gt;");
}

TEST_CASE("a plan that is handed in stands on the page under its heading, with its sources") {
  const Made made(tests::example("readiness-type-1.json"));
  const render::Document plan{"Plan", "", {{{"By May."}}}, {{"Dates", {render::items_of({"one"})}}}, {{"k", "T", "P"}},
                              {}};
  render::ReadinessReport report = made.report();
  report.plan = plan;
  const std::string page = render::html_of(render::readiness_document(report));
  CHECK(page.find(">The plan</h2>\n<p class=\"said\">By May.</p>\n") != std::string::npos);
  CHECK(page.find(">Dates</h3>\n<ul>\n<li>one</li>\n") != std::string::npos);
  CHECK(page.find("<li id=\"source-k\"><code>k</code>: T, P</li>") != std::string::npos);
}

TEST_CASE("every form names every gap, and the text keeps to its width") {
  for (const char* name : examples) {
    CAPTURE(name);
    const Made made(tests::example(name));
    const std::string text = render::text_of(render::readiness_document(made.report()));
    const std::string markdown = render::markdown_of(render::readiness_document(made.report()));
    const std::string csv = render::readiness_csv(made.report());
    const auto json = nlohmann::json::parse(render::readiness_json(made.report()));
    CHECK(json["gaps"].size() == made.readiness.gaps.size());
    CHECK(count_of(csv, "\r\n") == made.readiness.gaps.size() + 1);
    for (const readiness::Gap& gap : made.readiness.gaps) {
      CHECK(text.find(" " + gap.control + " ") != std::string::npos);
      CHECK(markdown.find(gap.title) != std::string::npos);
    }
    for (std::size_t start = 0; start < text.size();) {
      const std::size_t end = std::min(text.find('\n', start), text.size());
      const std::string line = text.substr(start, end - start);
      if (line.find(' ', line.find_first_not_of(' ')) != std::string::npos)  // an address is not broken
        CHECK(render::width_of(line) <= render::line_width);
      start = end + 1;
    }
  }
}
