// SPDX-License-Identifier: Apache-2.0
//
// All forms of a report say the same: each line of its text stands, word for word, in its Markdown and on its page,
// once markup and escapes are taken away; and behind each reason stand its sources in all three. Figures, which each
// form draws in its own way, are looked at by themselves.
#include "socrates/render/document.hpp"

#include <algorithm>
#include <cstring>
#include <sstream>
#include <string_view>

#include "catch.hpp"
#include "effort.hpp"
#include "gate/court.hpp"
#include "gate/random_deals.hpp"
#include "readiness/shipped.hpp"
#include "socrates/engine/coverage.hpp"
#include "socrates/engine/difference.hpp"
#include "socrates/engine/explanation.hpp"
#include "socrates/engine/whatif.hpp"
#include "socrates/gate/steps.hpp"
#include "socrates/gate/summing.hpp"
#include "socrates/plan/aim.hpp"
#include "socrates/render/codes.hpp"
#include "socrates/render/gate.hpp"
#include "socrates/render/plan.hpp"
#include "socrates/render/readiness.hpp"
#include "socrates/render/rule_tests.hpp"
#include "socrates/render/rules_check.hpp"
#include "socrates/render/rules_difference.hpp"
#include "socrates/render/rules_document.hpp"
#include "socrates/render/whatif.hpp"
#include "worlds/random_answers.hpp"
#include "worlds/random_rules.hpp"

using namespace socrates;
using render::Document;
using tests::shipped;
using worlds::Draw;

namespace {

const std::size_t rounds = tests::share_of(500);
constexpr std::size_t most_answers = 200;

bool is_of_word(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') ||
         (static_cast<unsigned char>(letter) & 0x80U) != 0;
}

/// Letters and digits, with one blank between words, before the first and behind the last.
std::string words_of(const std::string& text) {
  std::string words = " ";
  for (const char letter : text)
    if (is_of_word(letter))
      words += letter;
    else if (words.back() != ' ')
      words += ' ';
  return words.back() == ' ' ? words : words + " ";
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
  return text;
}

std::string unescaped(std::string text) {
  for (const auto& [entity, letter] :
       {std::pair{"&#8203;", ""}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}})
    text = replaced(std::move(text), entity, letter);
  return text;
}

/// What is read of a page: no style, no tags, and nothing of what is hidden from readers.
std::string read_aloud(const std::string& page) {
  std::string text = page.substr(page.find("</style>"));
  for (std::size_t at = text.find("<span"); at != std::string::npos; at = text.find("<span", at + 1)) {
    const std::size_t end = text.find('>', at);
    const std::size_t close = text.find("</span>", end);
    if (text.substr(at, end - at).find("aria-hidden=\"true\"") != std::string::npos)
      text.replace(at, close + 7 - at, " ");
  }
  bool is_tag = false;
  std::string result;
  for (const char letter : text) {
    if (letter == '<') is_tag = true;
    if (!is_tag) result += letter;
    if (letter == '>') {
      is_tag = false;
      result += ' ';
    }
  }
  return unescaped(result);
}

/// Without the number of an item, which the forms write in their own ways.
std::string without_number(const std::string& line) {
  const std::size_t first = line.find_first_not_of(' ');
  const std::size_t behind = line.find_first_not_of("0123456789", first);
  return behind != first && behind != std::string::npos && line.compare(behind, 2, ". ") == 0 ? line.substr(behind + 2)
                                                                                              : line;
}

bool is_figure(const render::Block& block) {
  return std::holds_alternative<render::Timeline>(block) || std::holds_alternative<render::Coverage>(block) ||
         std::holds_alternative<render::CoverageBars>(block) || std::holds_alternative<render::HeatMap>(block);
}

void leave_out_figures(std::vector<render::Section>& sections) {
  for (render::Section& section : sections) {
    section.blocks.erase(std::remove_if(section.blocks.begin(), section.blocks.end(), is_figure), section.blocks.end());
    leave_out_figures(section.sections);
  }
}

/// What somebody types at a terminal.
void leave_out_typed(std::vector<render::Section>& sections) {
  for (render::Section& section : sections) {
    for (render::Block& block : section.blocks)
      if (auto* const entries = std::get_if<render::Entries>(&block))
        for (render::Entry& entry : entries->entries)
          std::erase_if(entry.facts, [](const render::Fact& fact) { return fact.value.style == render::Style::typed; });
    leave_out_typed(section.sections);
  }
}

void add_keys(const std::vector<render::Item>& items, std::vector<render::Text>& texts) {
  for (const render::Item& item : items) {
    texts.push_back(item.text);
    add_keys(item.items, texts);
  }
}

/// All texts that have sources behind them.
void add_texts(const std::vector<render::Section>& sections, std::vector<render::Text>& texts) {
  for (const render::Section& section : sections) {
    for (const render::Block& block : section.blocks) {
      if (const auto* const paragraph = std::get_if<render::Paragraph>(&block)) texts.push_back(paragraph->text);
      if (const auto* const list = std::get_if<render::Items>(&block)) add_keys(list->items, texts);
      if (const auto* const entries = std::get_if<render::Entries>(&block))
        for (const render::Entry& entry : entries->entries) {
          texts.push_back(entry.value);
          texts.insert(texts.end(), entry.remarks.begin(), entry.remarks.end());
          texts.insert(texts.end(), entry.reasons.begin(), entry.reasons.end());
          for (const render::Fact& fact : entry.facts) texts.push_back(fact.value);
        }
    }
    add_texts(section.sections, texts);
  }
}

/// By the function of the C library, which sanitizers do not slow down: most of the time of these tests goes by here.
bool says(std::string_view text, std::string_view words) {
  return memmem(text.data(), text.size(), words.data(), words.size()) != nullptr;
}

/// In order, so that a reader of the headings alone is not lost.
bool are_headings_in_order(const std::string& page) {
  int level = 0;
  for (std::size_t at = page.find("<h"); at != std::string::npos; at = page.find("<h", at + 1)) {
    const char digit = page[at + 2];
    if (digit < '1' || digit > '6') continue;
    if (digit - '0' > level + 1) return false;
    level = digit - '0';
  }
  return true;
}

void check_same(const Document& document) {
  Document plain = document;
  leave_out_figures(plain.sections);
  leave_out_typed(plain.sections);  // a page has none of it
  plain.sources.clear();            // a table, a list and lines: looked at below
  const std::string page = render::html_of(document);
  const std::string text_words = words_of(render::text_of(document));
  const std::string markdown_words = words_of(unescaped(render::markdown_of(document)));
  const std::string page_words = words_of(read_aloud(page));
  std::vector<std::string> missing;
  std::istringstream lines(render::text_of(plain));
  for (std::string line; std::getline(lines, line);) {
    if (render::width_of(line) > render::line_width)
      CHECK(line.find(' ', line.find_first_not_of(" -")) == std::string::npos);
    const std::string words = words_of(without_number(line));
    if (!says(markdown_words, words) || !says(page_words, words)) missing.push_back(line);
  }
  std::vector<render::Text> texts;
  add_texts(document.sections, texts);
  for (const render::Text& said : texts) {
    if (said.sources.empty() || said.words.empty()) continue;
    std::string together = said.words;
    for (const std::string& key : said.sources) together += " " + key;
    const std::string words = words_of(together);
    if (!says(text_words, words) || !says(markdown_words, words) || !says(page_words, words))
      missing.push_back(together);
    for (const std::string& key : said.sources) {
      const auto is_key = [&](const render::Source& source) { return source.key == key; };
      if (std::none_of(document.sources.begin(), document.sources.end(), is_key)) missing.push_back("source " + key);
    }
  }
  const std::string markdown = render::markdown_of(document);
  for (const render::Source& source : document.sources) {
    for (const std::string& words : {words_of(source.key), words_of(source.title), words_of(source.publisher)})
      if (!says(text_words, words) || !says(markdown_words, words) || !says(page_words, words))
        missing.push_back(words);
    if (!says(markdown, source.url) || !says(unescaped(page), source.url)) missing.push_back(source.url);
  }
  REQUIRE(missing == std::vector<std::string>{});
  REQUIRE(are_headings_in_order(page));
  for (const char* const never : {"<script", "url(", " src="}) REQUIRE_FALSE(says(page, never));
}

model::RuleSet random_rules(Draw& draw) {
  model::RuleSet rules = worlds::random_rules(draw, worlds::Soundness::sound, most_answers);
  rules.id = "random";
  rules.version = "1";
  return rules;
}

constexpr const char* answered_examples[] = {
    "payroll-processor.json",  "payroll-undecided.json", "saas.json",
    "saas-first-answers.json", "drone-maker.json",       "readiness-start.json",
    "readiness-type-1.json",   "readiness-type-2.json",  "readiness-both.json"};

void check_recommendation(const engine::CompiledRules& rules, const model::Answers& answers) {
  const std::optional<engine::Outcome> outcome = engine::evaluate(rules, answers);
  if (!outcome) return;
  const auto explanation = engine::explain(rules, answers, *outcome);
  check_same(render::recommendation_document(
      {rules.rules, answers, *outcome, shipped().criteria, tests::today, &explanation}));
  check_same(render::no_plan_document({rules.rules, answers, *outcome, shipped().criteria, tests::today}));
  check_same(render::whatif_document(
      {rules.rules, answers, *outcome, engine::what_changes(rules, answers, *outcome), {}, tests::today}));
}

/// Readiness with its plan, and the plan by itself, where there is one.
void check_readiness(const loader::LoadedAnswers& loaded) {
  const auto outcome = engine::evaluate(shipped().selection, loaded.answers);
  if (!outcome) return;
  const model::RuleSet& rules = shipped().selection.rules;
  const readiness::Readiness readiness = tests::assess(tests::scope_of(loaded.answers), loaded.controls);
  std::vector<readiness::Verdict> verdicts;
  for (const readiness::ReportReadiness& report : readiness.reports)
    verdicts.push_back(readiness::judge(shipped().verdicts, report, readiness.left_out.size()));
  plan::Wishes wishes;
  wishes.people = 2;
  const auto aim = plan::aim_of(
      {rules, loaded.answers, *outcome, shipped().controls, loaded.controls, readiness, builtin::engagement()}, wishes,
      tests::today);
  std::optional<Document> plan;
  if (aim)
    plan = render::plan_document(
        {plan::make_plan(*aim, builtin::engagement()), builtin::engagement(), rules, shipped().controls});
  if (plan) check_same(*plan);
  render::ReadinessReport report{{rules, loaded.answers, *outcome, shipped().criteria, tests::today},
                                 shipped().catalogue(),
                                 loaded.controls,
                                 readiness,
                                 shipped().verdicts.rules,
                                 verdicts,
                                 {50, "type_2", readiness::Answer::no},
                                 readiness::changes(readiness, loaded.controls, readiness, loaded.controls)};
  check_same(render::readiness_document(report));
  report.plan = plan;
  check_same(render::readiness_document(report));
}

}  // namespace

TEST_CASE("all forms of a recommendation and of a what-if say the same") {
  for (const char* const name : answered_examples)
    check_recommendation(shipped().selection, tests::example(name).answers);
  Draw draw(1);
  for (std::size_t round = 0; round < rounds; ++round) {
    CAPTURE(round);
    auto compilation = engine::compile(random_rules(draw));
    REQUIRE(compilation.compiled);
    check_recommendation(*compilation.compiled, worlds::random_answers(compilation.compiled->rules, draw));
  }
}

TEST_CASE("all forms of a readiness report and of a plan say the same") {
  for (const char* const name : answered_examples) check_readiness(tests::example(name));
  Draw draw(2);
  for (std::size_t round = 0; round < rounds; ++round) {
    CAPTURE(round);
    loader::LoadedAnswers loaded = tests::example(answered_examples[draw.below(std::size(answered_examples))]);
    for (model::ControlAnswer& control : loaded.controls)
      control = {static_cast<model::ControlStatus>(draw.below(6)), {}, draw.chance(50) ? "x <y> | `z`" : ""};
    check_readiness(loaded);
  }
}

TEST_CASE("all forms of a gate's verdicts, and of all deals together, say the same") {
  test::RandomDeals random(3);
  for (std::size_t round = 0; round < rounds; ++round) {
    CAPTURE(round);
    const test::Court court{random.inventory(), {}, {}, {}};
    std::vector<gate::DealVerdict> verdicts;
    gate::Summing summing;
    for (int deals = random.below(3); deals >= 0; --deals) {
      const model::Deal deal = random.deal();
      verdicts.push_back(test::judged(deal, court));
      base::Diagnostics problems;
      summing.add(verdicts.back(), gate::unlocking_steps(deal, court.company(), test::books(), test::day("2026-11-24"),
                                                         verdicts.back(), problems));
    }
    const gate::Verdict verdict = gate::overall(verdicts);
    const render::GateReport report{
        verdicts,     verdict,    gate::Strictness::conditions_fail, 0,
        tests::today, {{"a", 1}}, test::acceptance().rules,          test::selection().rules};
    check_same(render::gate_document(report));
    check_same(render::gate_summary_document(report, summing.summary()));
  }
}

TEST_CASE("all forms of what is said of rules say the same") {
  check_same(render::rules_document({{shipped().selection.rules, {}}, {shipped().verdicts.rules, {0}}}));
  check_same(render::codes_document({base::codes().begin(), base::codes().end()}));
  Draw draw(4);
  for (std::size_t round = 0; round < rounds; ++round) {
    CAPTURE(round);
    const model::RuleSet before = random_rules(draw);
    const model::RuleSet after = worlds::random_rules_about(before.questions, draw, worlds::Soundness::sound);
    check_same(render::rules_document({{before, {}}}));
    check_same(render::rules_check_document({{before, {{base::Diagnostic{}, {}}}}, {after, {}}}));
    const auto difference = engine::difference(before, after, 24);
    REQUIRE(difference);
    check_same(render::difference_document({{before, after, *difference}}));
    auto compilation = engine::compile(before);
    REQUIRE(compilation.compiled);
    engine::Coverage coverage(*compilation.compiled);
    coverage.add(worlds::random_answers(before, draw));
    check_same(render::rule_tests_document(
        {{compilation.compiled->rules, {{"a *test*", "f.yaml", 3, {"soc1 is `x`"}}}, coverage.items(), 90}}));
  }
}

TEST_CASE("a document says nothing that an input could make of it") {
  const std::string hostile = "<script>alert(1)</script> @you [a](b) `c` | =1 \x1b[31m \n::error::x &lt; \xE2\x80\xAE";
  const Document document{hostile,
                          hostile,
                          {{{hostile, {hostile}}}},
                          {{hostile,
                            {render::items_of({hostile}), render::Table{{hostile, "b"}, {{hostile, hostile}}},
                             render::Entries{{{hostile,
                                               {hostile},
                                               render::Tone::bad,
                                               {{hostile}},
                                               {render::code(hostile)},
                                               {{hostile, {hostile}}},
                                               {hostile}}}}},
                            {},
                            hostile}},
                          {{hostile, hostile, hostile}},
                          {hostile}};
  const std::string markdown = render::markdown_of(document);
  const std::string page = render::html_of(document);
  for (const std::string& form : {render::text_of(document), markdown, page}) {
    CHECK_FALSE(says(form, "\x1b"));
    CHECK_FALSE(says(form, "\xE2\x80\xAE"));
    CHECK_FALSE(says(form, "\n::"));
  }
  CHECK_FALSE(says(markdown, "<script"));
  CHECK_FALSE(says(markdown, "@you"));
  CHECK_FALSE(says(markdown, "[a]("));
  CHECK_FALSE(says(page, "<script"));
}

TEST_CASE("a table that is too wide for columns names its rows") {
  const std::string x(40, 'x');
  const std::string y(40, 'y');
  const Document document{"T", "", {}, {{"H", {render::Table{{"a", "b", "c"}, {{"row", x, y}}}}}}, {}, {}};
  CHECK(render::text_of(document) == "H\n  row: " + x + ",\n    " + y + "\n");
}

TEST_CASE("a part in which nothing stands is left out of every form") {
  const Document document{"T", "", {{{"Yes."}}}, {{"Empty", {render::Items{}, render::Paragraph{}}, {{"Below"}}}},
                          {},  {}};
  CHECK(render::text_of(document) == "Yes.\n");
  CHECK(render::markdown_of(document) == "# T\n\n**Yes.**\n");
  CHECK_FALSE(says(render::html_of(document), "Empty"));
}

TEST_CASE("a page links every mention of an entry, and keeps a day in one line") {
  render::Entry gap{"AC-01 Access", {"missing since 2026-11-24, and not 2026-13-24"}};
  gap.id = "AC-01";
  const Document document{"T",
                          "",
                          {{{"AC-01 <b> AC-01x"}}},
                          {{"Held up by", {render::items_of({"AC-01?, AC-02"})}},
                           {"Over the period", {render::Table{{"Control", "Due"}, {{"AC-01", "1"}}}}},
                           {"Gaps", {render::Entries{{gap}}, render::Entries{{gap}}}}},
                          {},
                          {}};
  const std::string page = render::html_of(document);
  const std::string link = "<a href=\"#entry-AC-01\">AC-01</a>";
  CHECK(says(page, "<p class=\"lead\">" + link + " &lt;b&gt; AC-01x</p>"));
  CHECK(says(page, "<li>" + link + "?, AC-02</li>"));
  CHECK(says(page, "<th scope=\"row\">" + link + "</th>"));
  CHECK(says(page, "missing since <time>2026-11-24</time>, and not 2026-13-24"));
  const std::string place = " id=\"entry-AC-01\"";
  REQUIRE(says(page, place));
  CHECK_FALSE(says(page.substr(page.find(place) + 1), place));
}

TEST_CASE("a figure says in each form what it shows") {
  const render::Measure measure{50, 75, {}};
  const Document document{"T",
                          "",
                          {},
                          {{"H",
                            {render::Coverage{measure}, render::CoverageBars{{{"Security", true, measure}}},
                             render::HeatMap{{{"Common", {{"CC1.1", "values", readiness::TargetState::covered}}}}}}}},
                          {},
                          {}};
  CHECK(says(render::text_of(document), "[############??????......] 50 %"));
  for (const std::string& form :
       {render::text_of(document), render::markdown_of(document), read_aloud(render::html_of(document))})
    for (const char* const said : {"50 % of the controls in scope are in place, by weight", "Security", "CC1.1"})
      CHECK(says(form, said));
}
