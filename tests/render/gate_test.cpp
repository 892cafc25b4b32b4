// SPDX-License-Identifier: Apache-2.0
#include "socrates/render/gate.hpp"

#include <nlohmann/json.hpp>
#include <sstream>

#include "catch.hpp"
#include "small_rules.hpp"
#include "socrates/render/batch.hpp"
#include "socrates/render/escape.hpp"

using namespace socrates;
using gate::Verdict;

namespace {

/// Everything that an input can put into a verdict, with what does harm somewhere.
constexpr const char* hostile =
    "\x1b[31m]]> <script>alert(1)</script> ::error::x @admin [a](http://e.vil) =1+1 \n::error title=p::q\r\xE2\x80\xAE";

gate::DealVerdict deal_with(Verdict verdict, const std::string& name) {
  gate::DealVerdict deal;
  deal.id = name;
  deal.customer = name;
  deal.verdict = verdict;
  deal.decision_date = base::parse_date("2026-12-15").value();
  gate::RequirementVerdict requirement;
  requirement.id = name;
  requirement.asked = name;
  requirement.verdict = verdict;
  requirement.nearest = {name};
  gate::Check check;
  check.id = "G09";
  check.title = "Opinion";
  check.verdict = gate::CheckVerdict::fail;
  check.because = {{"g09.x", name, {}}};
  check.figures = {name};
  check.waived_by = name;
  requirement.checks = {check};
  requirement.actions = {{"G09", "we", name}};
  requirement.others = {{name, name}};
  requirement.replies = {name};
  requirement.alternatives = {requirement, requirement};
  requirement.interim = {name};
  deal.notices = {name};
  deal.meta = model::Anything{};
  deal.meta->kind = model::Anything::Kind::object;
  model::Anything text;
  text.kind = model::Anything::Kind::text;
  text.text = name;
  deal.meta->members = {{name, text}, {"list", {model::Anything::Kind::list, false, {}, {text}, {}}}};
  deal.requirements = {requirement};
  return deal;
}

/// With what the rules and the company put into it as well.
gate::DealVerdict deal_full_of(const std::string& name) {
  gate::DealVerdict deal = deal_with(Verdict::fail, name);
  gate::RequirementVerdict& requirement = deal.requirements.front();
  gate::Check& check = requirement.checks.front();
  check.because = {{"g09.x", name, {name, "s"}}, {name, "", {}}};
  check.unknown = {name, name};
  check.report = name;
  gate::Check open;
  open.id = name;
  open.title = name;
  open.unknown = {name};
  requirement.checks.push_back(open);
  requirement.met_by = {name};
  requirement.earliest = base::parse_date("2027-01-01");
  requirement.earliest_by = name;
  deal.waivers = {{name, name, name, name, deal.decision_date, gate::WaiverUse::State::used},
                  {"G01", "", "a", "b", deal.decision_date}};
  return deal;
}

struct Forms {
  std::string text, json, junit, github, markdown, html, slack, teams;
};

Forms forms_of(const std::vector<gate::DealVerdict>& deals, Verdict verdict,
               gate::Strictness strictness = gate::Strictness::conditions_pass) {
  const model::RuleSet rules = render::small_rules();
  const std::map<std::string, int, std::less<>> thresholds;
  const render::GateReport report{deals,      verdict, strictness, 0, base::parse_date("2026-11-24").value(),
                                  thresholds, rules,   rules};
  const render::Document document = render::gate_document(report);
  return {render::text_of(document),   render::gate_json(report),     render::gate_junit(report),
          render::gate_github(report), render::markdown_of(document), render::html_of(document),
          render::gate_slack(report),  render::gate_teams(report)};
}

bool has(const std::string& text, std::string_view what) { return text.find(what) != std::string::npos; }

/// Commands of a build server stand at the start of a line, or behind blanks.
std::size_t commands_in(const std::string& text) {
  std::size_t count = 0;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);)
    if (const std::size_t first = line.find_first_not_of(" \t"); first != std::string::npos)
      count += line.compare(first, 2, "::") == 0 ? 1 : 0;
  return count;
}

}  // namespace

TEST_CASE("what a stranger writes into a deal comes out inert in every form of a verdict") {
  const Forms forms = forms_of({deal_with(Verdict::fail, hostile)}, Verdict::fail);
  for (const std::string* form :
       {&forms.text, &forms.json, &forms.junit, &forms.github, &forms.markdown, &forms.html}) {
    CHECK_FALSE(has(*form, "\x1b"));
    CHECK_FALSE(has(*form, "\r"));
    CHECK_FALSE(has(*form, "\xE2\x80\xAE"));
  }
  CHECK(commands_in(forms.text) == 0);
  CHECK(commands_in(forms.markdown) == 0);
  CHECK(commands_in(forms.github) == 1);
  CHECK_FALSE(has(forms.junit, "]]>"));
  CHECK_FALSE(has(forms.junit, "<script"));
  CHECK_FALSE(has(forms.markdown, "<script"));
  CHECK_FALSE(has(forms.markdown, "@admin"));
  CHECK_FALSE(has(forms.markdown, "[a]("));
  CHECK_FALSE(has(forms.html, "<script"));
  CHECK(nlohmann::json::parse(forms.json)["deals"][0]["customer"].get<std::string>() == hostile);
}

TEST_CASE("a line of a batch says of a deal what the document says, and what an input put into it is inert") {
  for (const std::string& name : {std::string(hostile), std::string("plain"), std::string()}) {
    const gate::DealVerdict deal = deal_full_of(name);
    const Forms forms = forms_of({deal, deal}, Verdict::fail);
    std::string line;
    render::append_batch_line({7, name, 1}, deal, {"a service", base::parse_date("2026-11-01")}, render::Extent::full,
                              line);
    CHECK(line.find('\n') == line.size() - 1);
    CHECK_FALSE(has(line, "\x1b"));
    CHECK_FALSE(has(line, "\xE2\x80\xAE"));
    auto read = nlohmann::ordered_json::parse(line);
    CHECK(read["line"] == 7);
    CHECK(read["id"] == name);
    CHECK(read["exit"] == 1);
    CHECK(read["result"]["service"] == "a service");
    CHECK(read["result"]["answered_on"] == "2026-11-01");
    read["result"].erase("service");
    read["result"].erase("answered_on");
    const auto document = nlohmann::ordered_json::parse(forms.json);
    CHECK(read["result"] == document["deals"][1]);
    CHECK(read["result"]["requirements"][0]["checks"][0]["because"] == name + "; ");
    CHECK(read["result"]["requirements"][0]["checks"][1]["because"] == "not known: " + name);
  }
}

TEST_CASE("the document names the sources that its deals cite, and no other") {
  const Forms forms = forms_of({deal_full_of("d")}, Verdict::fail);
  const auto sources = nlohmann::json::parse(forms.json)["sources"];
  REQUIRE(sources.size() == 1);
  CHECK(sources[0]["id"] == "s");
  gate::DealVerdict deal = deal_with(Verdict::fail, "d");
  deal.requirements.clear();
  const model::Anything cited{model::Anything::Kind::text, false, "s", {}, {}};
  deal.meta->members = {{"sources", {model::Anything::Kind::list, false, {}, {cited}, {}}}};
  CHECK(nlohmann::json::parse(forms_of({deal}, Verdict::fail).json)["sources"].empty());
}

TEST_CASE("every form says the verdict") {
  struct Case {
    Verdict verdict;
    const char* words;
    const char* id;
    const char* command;
  };
  const Case cases[] = {{Verdict::pass, "yes", "pass", "::notice "},
                        {Verdict::pass_with_conditions, "yes, with conditions", "pass_with_conditions", "::warning "},
                        {Verdict::undecided, "cannot tell yet", "undecided", "::error "},
                        {Verdict::fail, "no", "fail", "::error "}};
  for (const Case& c : cases) {
    INFO(c.id);
    const Forms forms = forms_of({deal_with(c.verdict, "d")}, c.verdict);
    CHECK(has(forms.text, std::string("d (d): ") + c.words + "\n"));
    CHECK(nlohmann::json::parse(forms.json)["verdict"] == c.id);
    CHECK(has(forms.github, c.command));
    CHECK(has(forms.markdown, std::string("# Gate: ") + c.words + "\n"));
    CHECK(has(forms.html, std::string("<h1>Gate: ") + c.words + "</h1>\n"));
    CHECK(has(forms.junit, "<failure") == (c.verdict == Verdict::fail));
    CHECK(has(forms.junit, "<error") == (c.verdict == Verdict::undecided));
  }
}

TEST_CASE("under strictness a condition is a failure in every form") {
  gate::DealVerdict deal = deal_with(Verdict::fail, "d");
  deal.requirements.front().checks.front().verdict = gate::CheckVerdict::condition;
  const Forms forms = forms_of({deal}, Verdict::fail, gate::Strictness::conditions_fail);
  CHECK(has(forms.junit, "<failure"));
  CHECK(has(forms.github, "::error "));
  CHECK(has(forms.text, "Under --strict"));
  CHECK(has(forms.markdown, "Under --strict"));
  CHECK(has(forms.html, "Under --strict"));
  CHECK(nlohmann::json::parse(forms.json)["strict"] == true);
}

TEST_CASE("no cell of a table is a formula") {
  CHECK(render::csv_cell("=1+1") == "\"'=1+1\"");
  CHECK(render::csv_cell("  @x") == "\"'  @x\"");
  CHECK(render::csv_cell("-2") == "\"'-2\"");
  CHECK(render::csv_cell("a \"b\"") == "\"a \"\"b\"\"\"");
  CHECK(render::csv_cell("plain") == "\"plain\"");
  CHECK(render::csv_cell("\t=1") == "\"'\t=1\"");
  CHECK(render::csv_cell("|calc") == "\"'|calc\"");
  CHECK(render::csv_cell("\uff1d1") == "\"'\uff1d1\"");
}

TEST_CASE("a text stays within its XML element and its annotation") {
  CHECK(render::xml_safe("a<b>&\"'") == "a&lt;b&gt;&amp;&quot;&apos;");
  CHECK(render::xml_safe(std::string("\x01\xEF\xBF\xBF")) == "\\x01\\uffff");
  CHECK(render::annotation_message("100%\n::error::") == "100%25\\n::error::");
  CHECK(render::annotation_property("a: b, c") == "a%3A b%2C c");
}

namespace {

/// The texts of a message, in their order.
std::vector<std::string> slack_texts(const nlohmann::json& message) {
  std::vector<std::string> texts;
  for (const auto& block : message["blocks"]) {
    CHECK(block["text"]["type"] == "plain_text");
    texts.push_back(block["text"]["text"]);
  }
  return texts;
}

std::vector<std::string> teams_texts(const nlohmann::json& message) {
  std::vector<std::string> texts;
  for (const auto& block : message["attachments"][0]["content"]["body"]) {
    CHECK(block["type"] == "RichTextBlock");
    texts.push_back(block["inlines"][0]["text"]);
  }
  return texts;
}

}  // namespace

TEST_CASE("messages of a chat say the same, the gravest first, and no more than a webhook takes") {
  std::vector<gate::DealVerdict> deals;
  for (int i = 0; i < 200; ++i) deals.push_back(deal_with(Verdict::pass, std::string(300, 'x') + std::to_string(i)));
  deals.push_back(deal_with(Verdict::fail, "the one that fails"));
  const Forms forms = forms_of(deals, Verdict::fail);
  CHECK(forms.slack.size() < 13'000);
  CHECK(forms.teams.size() < 14'000);
  const auto texts = slack_texts(nlohmann::json::parse(forms.slack));
  CHECK(texts == teams_texts(nlohmann::json::parse(forms.teams)));
  REQUIRE(texts.size() == 22);
  CHECK(texts[0] == "Gate: no, 201 deals together");
  CHECK(texts[1].rfind("the one that fails (the one that fails): no.", 0) == 0);
  CHECK(texts[21] == "181 more, none of them worse, are left out here.");
}

TEST_CASE("a message of a chat holds nothing that becomes a link, a mention or a line of its own") {
  const Forms forms =
      forms_of({deal_with(Verdict::fail, std::string("<!channel> <https://e.vil|x> ") + hostile)}, Verdict::fail);
  const auto slack = nlohmann::json::parse(forms.slack);
  CHECK(slack["text"].get<std::string>().find_first_of("<>") == std::string::npos);
  for (const std::string& text : slack_texts(slack)) {
    CHECK(text.find_first_of("\n\r\x1b") == std::string::npos);
    CHECK_FALSE(has(text, "\xE2\x80\xAE"));
  }
  CHECK(commands_in(forms.slack) == 0);
  CHECK(commands_in(forms.teams) == 0);
  CHECK(nlohmann::json::parse(forms_of({}, Verdict::pass).slack)["blocks"].size() == 1);
}
