// SPDX-License-Identifier: Apache-2.0
#include "socrates/render/plan.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "base/days.hpp"
#include "catch.hpp"

using namespace socrates;

namespace {

constexpr const char* hostile_words =
    "<script>alert(1)</script>, ; \\ \x1b[31m \xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9 @you | `x` \n next";

model::Engagement engagement() {
  model::Engagement result;
  result.sources = {{"s", hostile_words, "publisher"}};
  for (const std::string_view id : model::phase_ids) {
    model::Phase phase;
    phase.id = id;
    phase.title = std::string(id) + " " + hostile_words;
    phase.does = hostile_words;
    phase.weeks = {1, 2, 3};
    phase.sources = {0};
    result.phases.push_back(std::move(phase));
  }
  result.periods = {3, 6, 12, 3, 20, {0}};
  result.years = {9, 6, 3, {0}};
  for (const std::string_view id : model::cost_ids)
    result.costs.push_back({std::string(id), hostile_words, {{"USD", "here", 1000, 2000, 30000, {0}}}});
  result.second_report = {50, 60, 70};
  for (const std::string_view id : model::option_ids)
    result.options.push_back({std::string(id), hostile_words, hostile_words, hostile_words, {0}});
  result.meanwhile = {hostile_words};
  return result;
}

plan::Aim aim() {
  plan::Aim result;
  result.today = day("2026-11-24");
  result.needed_by = day("2027-01-31");
  plan::ReportAim report;
  report.is_needed = true;
  report.categories = {"security", "privacy"};
  report.unasked = {"privacy"};
  report.evidence = {result.today, result.today};
  result.reports = {report};
  readiness::Gap gap;
  gap.control = "AC-02";
  gap.title = hostile_words;
  gap.status = model::ControlStatus::unknown;
  gap.blocks = model::Blocks::type_1;
  gap.weeks = {1, 2, 3};
  gap.serves = {model::Examination::soc2};
  gap.categories = {"security"};
  result.gaps = {gap};
  return result;
}

struct World {
  model::Engagement catalogue = engagement();
  plan::Plan plan = plan::make_plan(aim(), catalogue);
  model::RuleSet rules;
  model::ControlCatalogue controls;
  render::PlanReport report{plan, catalogue, rules, controls};
};

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

}  // namespace

TEST_CASE("a plan as text keeps to 80 columns and sends nothing to the terminal that it would obey") {
  const World world;
  const std::string text = render::text_of(render::plan_document(world.report));
  CHECK(text.find('\x1b') == std::string::npos);
  for (const std::string& line : lines_of(text)) {
    INFO(line);
    CHECK(render::width_of(line) <= render::line_width);
  }
  CHECK(text.find("planning estimate") != std::string::npos);
}

TEST_CASE("a plan as JSON says what the plan says") {
  const World world;
  const auto document = nlohmann::json::parse(render::plan_json(world.report));
  CHECK(document["schema"] == "socrates.plan/1");
  CHECK(document["verdict"] == "too_late");
  CHECK(document["in_hand"]["likely"] == base::to_text(world.plan.in_hand.likely));
  CHECK(document["steps"].size() == world.plan.steps.size());
  CHECK(document["options"].size() == world.plan.options.size());
  CHECK(document["costs"]["label"] == "planning estimate");
  CHECK(document["reports"][0]["period"]["months"] == 6);
}

TEST_CASE("a calendar has lines of at most 75 bytes that end with CR LF, cut between characters") {
  const World world;
  const std::string text = render::plan_calendar(world.report);
  std::size_t start = 0;
  for (std::size_t end = text.find("\r\n"); end != std::string::npos; end = text.find("\r\n", start)) {
    const std::string line = text.substr(start, end - start);
    INFO(line);
    CHECK(line.size() <= 75);
    CHECK(line.find('\n') == std::string::npos);
    CHECK((line.empty() || (static_cast<unsigned char>(line.front()) & 0xC0U) != 0x80U));
    CHECK((line.size() < 2 || line.front() != ' ' || (static_cast<unsigned char>(line[1]) & 0xC0U) != 0x80U));
    start = end + 2;
  }
  CHECK(start == text.size());
  std::string unfolded = text;
  for (std::size_t at = unfolded.find("\r\n "); at != std::string::npos; at = unfolded.find("\r\n "))
    unfolded.erase(at, 3);
  CHECK(unfolded.find("<script>alert(1)</script>\\, \\; \\\\ \\\\x1b[31m") != std::string::npos);
  CHECK(unfolded.find("DTSTART;VALUE=DATE:20261124\r\n") != std::string::npos);
}

TEST_CASE("a page and its picture let nothing through that is markup") {
  const World world;
  const std::string page = render::html_of(render::plan_document(world.report));
  CHECK(page.find("<script") == std::string::npos);
  CHECK(page.find('\x1b') == std::string::npos);
  CHECK(page.find("&lt;script&gt;") != std::string::npos);
  const std::string picture = page.substr(page.find("<svg"), page.find("</svg>") - page.find("<svg"));
  CHECK(picture.find("role=\"img\"") != std::string::npos);
  CHECK(picture.find("<title ") != std::string::npos);
  CHECK(picture.find("<desc ") != std::string::npos);
}

TEST_CASE("Markdown takes no markup from a title, and the names in its chart are plain") {
  const World world;
  const std::string text = render::markdown_of(render::plan_document(world.report));
  CHECK(text.find("<script") == std::string::npos);
  CHECK(text.find('\x1b') == std::string::npos);
  bool is_inside = false;
  for (const std::string& line : lines_of(text)) {
    if (line == "```mermaid") is_inside = true;
    if (!is_inside || line.find(":s") == std::string::npos) continue;
    INFO(line);
    CHECK(std::count(line.begin(), line.end(), ':') == 1);
    CHECK(line.find(';') == std::string::npos);
    if (line == "```") is_inside = false;
  }
  CHECK(is_inside);
}
