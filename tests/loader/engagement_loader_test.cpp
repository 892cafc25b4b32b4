// SPDX-License-Identifier: Apache-2.0
#include "socrates/loader/engagement_loader.hpp"

#include <fstream>
#include <iterator>

#include "catch.hpp"
#include "report.hpp"

using namespace socrates;

namespace {

std::string shipped_text() {
  std::ifstream file(std::string(SOCRATES_SOURCE_DIR) + "/rules/engagement.yaml", std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The problems of the shipped catalogue with one stretch of it changed, without the lines' numbers.
std::string problems_with_engagement(const std::string& what, const std::string& replacement) {
  std::string text = shipped_text();
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  text.replace(at, what.size(), replacement);
  const base::Source file{"engagement.yaml", text};
  base::Diagnostics problems;
  const auto engagement = loader::load_engagement(file, problems);
  CHECK(engagement.has_value() == problems.empty());
  std::string report;
  for (const auto& problem : problems.kept())
    report += std::string(report.empty() ? "" : "\n") + std::string(base::entry(problem.code).id) + " [" +
              problem.line.substr(problem.caret, problem.length) + "] " + problem.message;
  return report;
}

}  // namespace

TEST_CASE("the shipped catalogue of an engagement is read whole") {
  const base::Source file{"engagement.yaml", shipped_text()};
  base::Diagnostics problems;
  const auto engagement = loader::load_engagement(file, problems);
  INFO(report_of(problems, true));
  REQUIRE(engagement);
  CHECK(engagement->phases.size() == model::phase_count);
  CHECK(engagement->costs.size() == model::cost_ids.size());
  CHECK(engagement->options.size() == model::option_ids.size());
  CHECK(model::phase(*engagement, model::PhaseKind::gap_assessment).weeks == model::Weeks{2, 3, 8});
  CHECK(model::phase(*engagement, model::PhaseKind::auditor_selection).control == "SD-06");
  CHECK(model::cost(*engagement, "soc2_type_2").ranges.size() == 2);
  CHECK(model::cost(*engagement, "soc2_type_2").ranges[1].currency == "INR");
  CHECK(!model::cost(*engagement, "soc2_type_2").ranges[1].likely);
  CHECK(engagement->periods.usual == 6);
  CHECK(engagement->documents.size() == model::document_ids.size());
  CHECK_FALSE(model::phase(*engagement, model::PhaseKind::type_2_fieldwork).people_do.empty());
}

TEST_CASE("a catalogue of an engagement may say nothing of documents, nor of what people do meanwhile") {
  std::string text = shipped_text();
  const std::size_t from = text.find("documents:\n");
  text.erase(from, text.find("\n# Whole months.") - from);
  for (std::size_t at = text.find("    people_do:\n"); at != std::string::npos; at = text.find("    people_do:\n"))
    text.erase(at, text.find("    sources:", at) - at);
  for (const char* source : {"  at_c_105:", "  at_c_205:", "  at_c_320:", "  dc_200:"}) {
    const std::size_t at = text.find(source);
    text.erase(at, text.find('\n', at) + 1 - at);
  }
  const base::Source file{"engagement.yaml", text};
  base::Diagnostics problems;
  const auto engagement = loader::load_engagement(file, problems);
  INFO(report_of(problems, true));
  REQUIRE(engagement);
  CHECK(engagement->documents.empty());
}

TEST_CASE("whatever is wrong with the catalogue of an engagement is reported at its place") {
  struct Case {
    const char* what;
    const char* replacement;
    const char* expected;
  };
  const Case cases[] = {
      {"least: 1, likely: 2, most: 3", "least: 3, likely: 2, most: 3",
       "S651 [weeks] the numbers of 'weeks' are not in ascending order"},
      {"least: 1, likely: 2, most: 3", "least: 1, likely: 2", "S202 [weeks] the key 'most' is missing"},
      {"least: 1, likely: 2, most: 3", "least: 1, likely: 2, most: 521",
       "S203 [521] expected a whole number from 0 to 520, found the number 521"},
      {"least: 1, likely: 2, most: 3", "least: -1, likely: 2, most: 3",
       "S203 [-1] expected a whole number from 0 to 520, found the number -1"},
      {"least: 1, likely: 2, most: 3", "least: 1.5, likely: 2, most: 3",
       "S203 [1.5] expected a whole number from 0 to 520, found the number 1.5"},
      {"  scoping:", "  scopping:",
       "S202 [phases] the key 'scoping' is missing\nS201 [scopping] unknown key 'scopping'"},
      {"currency: USD", "currency: EUR", "S203 [EUR] expected INR or USD, found the text 'EUR'"},
      {"low: 10000, likely: 25000", "low: 30000, likely: 25000", "S651 [{] the numbers are not in ascending order"},
      {"[risk3sixty_time]", "[risk3sixty]", "S208 [risk3sixty] unknown source 'risk3sixty'"},
      {"sources: [steerlab, own_judgement]", "sources: [own_judgement]",
       "S216 [steerlab] nothing uses the source 'steerlab'"},
      {"    people: true", "    people: yes", "S203 [yes] expected true or false, found the text 'yes'"},
      {"  description_draft:", "  description:",
       "S202 [documents] the key 'description_draft' is missing\nS201 [description] unknown key 'description'"},
      {"    weeks: 4\n", "    weeks: 521\n", "S203 [521] expected a whole number from 0 to 520, found the number 521"},
      {"format: 1", "format: 2", "S206 [2] expected format 1, found the number 2"},
      {"second_report:", "third_report:",
       "S202 [format] the key 'second_report' is missing\nS201 [third_report] unknown key 'third_report'"},
      {"currency: INR, locale: India,", "currency: USD, locale: India,",
       "S204 [{] the currency 'USD' has a range already"},
  };
  for (const Case& c : cases) {
    INFO(c.what << " -> " << c.replacement);
    CHECK(problems_with_engagement(c.what, c.replacement) == c.expected);
  }
}
