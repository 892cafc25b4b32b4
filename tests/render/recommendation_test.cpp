// SPDX-License-Identifier: Apache-2.0
#include "socrates/render/recommendation.hpp"

#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "small_rules.hpp"

using namespace socrates;
using model::Chosen;
using model::Selection;
using render::Advised;

namespace {

const Selection health{{Chosen::yes, Chosen::no}};
const Selection no_data{{Chosen::no, Chosen::no}};
const Selection some_data{{Chosen::unknown, Chosen::yes}};

}  // namespace

TEST_CASE("the summary says what is needed, what is recommended, and why") {
  CHECK(render::summary(Advised({model::Choice{1}, health}).value()) ==
        "You need a SOC 1, because auditors ask. Recommended: a SOC 2, because you hold health data.");
}

TEST_CASE("the summary says that nothing is needed, and why") {
  CHECK(render::summary(Advised({model::Choice{0}, no_data}).value()) ==
        "You need no SOC report: nobody asks; and you hold nothing.");
}

TEST_CASE("the summary says what cannot be told, and what is settled already") {
  CHECK(render::summary(Advised({model::Unknown{}, health}).value()) ==
        "Cannot tell yet: whether a SOC 1 is needed. 1 question is open that could change this. "
        "Recommended: a SOC 2, because you hold health data.");
}

TEST_CASE("no form of a recommendation says certified or compliant, or required") {
  for (const model::Answer& data : {model::Answer(health), model::Answer(no_data), model::Answer(model::Unknown{})}) {
    const Advised advised({model::Choice{1}, data});
    for (const std::string& text : {render::text_of(render::recommendation_document(advised.value())),
                                    render::markdown_of(render::recommendation_document(advised.value()))}) {
      CHECK(text.find("certified") == std::string::npos);
      CHECK(text.find("compliant") == std::string::npos);
      CHECK(text.find("required") == std::string::npos);
    }
  }
}

TEST_CASE("JSON has the fields of the contract in its order") {
  const Advised advised({model::Unknown{}, some_data});
  const auto document = nlohmann::ordered_json::parse(render::recommendation_json(advised.value()));
  std::string keys;
  for (const auto& [key, value] : document.items()) keys += key + " ";
  CHECK(keys == "schema status summary today decisions open_questions notes rules sources ");
  CHECK(document["status"] == "undecided");
  CHECK(document["today"] == "2026-11-22");
  CHECK(document["decisions"]["soc1"].dump() ==
        R"({"value":null,"possible":["not_needed","required"],"because":[],"depends_on":["auditors"]})");
  CHECK(document["decisions"]["beside_soc"].dump() ==
        R"({"value":null,"surely":["iso_27001"],"maybe":["hipaa"],"because":[{"rule":"beside.iso","for":"iso_27001",)"
        R"("text":"data are held","sources":["s"],"reply":"We have a <plan>."}],"depends_on":["data"]})");
  CHECK(document["open_questions"].dump() == R"(["auditors","data"])");
  CHECK(document["rules"]["sha256"] == std::string(64, 'a'));
}

TEST_CASE("contract decisions stand in the order of the contract") {
  const Advised advised({model::Choice{1}, health});
  const auto document = nlohmann::ordered_json::parse(render::recommendation_json(advised.value()));
  CHECK(document["decisions"].begin().key() == "soc1");
}

TEST_CASE("no line of the text is wider than 80 columns") {
  const std::string text =
      render::text_of(render::recommendation_document(Advised({model::Unknown{}, some_data}).value()));
  std::size_t start = 0;
  for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', start)) {
    INFO(text.substr(start, end - start));
    CHECK(render::width_of(text.substr(start, end - start)) <= 80);
    start = end + 1;
  }
}

TEST_CASE("colour changes nothing but accents") {
  const Advised advised({model::Choice{1}, health});
  std::string text = render::text_of(render::recommendation_document(advised.value()), render::Color::on);
  for (std::size_t at = text.find('\x1b'); at != std::string::npos; at = text.find('\x1b'))
    text.erase(at, text.find('m', at) + 1 - at);
  CHECK(text == render::text_of(render::recommendation_document(advised.value())));
}

TEST_CASE("Markdown escapes what the rules bring along") {
  const std::string text =
      render::markdown_of(render::recommendation_document(Advised({model::Choice{1}, health}).value()));
  CHECK(text.find("A \\*source\\*") != std::string::npos);
  CHECK(text.find("&lt;plan\\>") != std::string::npos);
}

TEST_CASE("where always one of two rules applies, both are named as such") {
  model::RuleSet rules = render::small_rules();
  rules.decisions[1].rules.insert(rules.decisions[1].rules.begin() + 1,
                                  {"soc1.nobody", render::is_one_of(0, {0}), {3}, "someone may ask soon", {0}, ""});
  const Advised advised({model::Unknown{}, no_data}, std::move(rules));
  CHECK(render::summary(advised.value()) == "You need a SOC 1, because auditors ask or someone may ask soon.");
  const auto document = nlohmann::json::parse(render::recommendation_json(advised.value()));
  const auto& because = document["decisions"]["soc1"]["because"];
  REQUIRE(because.size() == 2);
  CHECK(because[0]["one_of"] == true);
  CHECK(because[1]["one_of"] == true);
  for (const std::string& text : {render::text_of(render::recommendation_document(advised.value())),
                                  render::markdown_of(render::recommendation_document(advised.value()))})
    CHECK(text.find("One of these applies, whatever the answers to the open questions:") != std::string::npos);
}
