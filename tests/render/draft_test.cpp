// SPDX-License-Identifier: Apache-2.0
#include "socrates/render/draft.hpp"

#include <nlohmann/json.hpp>

#include "base/days.hpp"
#include "catch.hpp"
#include "socrates/builtin/drafts.hpp"
#include "socrates/loader/draft_loader.hpp"

using namespace socrates;

namespace {

model::DraftTemplate template_of(const std::string& text) {
  const base::Source file{"reply.md", text};
  base::Diagnostics problems;
  auto draft = loader::load_draft(model::DraftKind::reply, file, problems);
  REQUIRE(draft);
  return *std::move(draft);
}

render::DraftValues with_service(std::optional<std::string> service) {
  render::DraftValues values;
  values.texts["service"] = std::move(service);
  return values;
}

render::Draft filled(const std::string& text, render::DraftValues values) {
  return render::fill(template_of(text), std::move(values), day("2026-11-24"));
}

std::string markdown(const std::string& text, std::optional<std::string> service) {
  return render::draft_markdown(filled(text, with_service(std::move(service))));
}

std::string plain(const std::string& shape, std::optional<std::string> service) {
  return render::draft_text(filled(shape, with_service(std::move(service))));
}

}  // namespace

TEST_CASE("a draft is made of headings, paragraphs, lists and tasks") {
  const std::string shape =
      "# A {{service}}\n\none\ntwo {{service}}\nthree\n\n## B\n- x\n  goes on\n- y\n\n- [ ] task\n1. n\n2. "
      "m\n---\nend\n";
  CHECK(markdown(shape, "App") ==
        "# A App\n\none two App three\n\n## B\n\n- x goes on\n- y\n\n- [ ] task\n\n1. n\n2. m\n\n---\n\nend\n");
  CHECK(plain(shape, "App") ==
        "A App\n=====\n\none two App three\n\nB\n-\n\n- x goes on\n- y\n\n[ ] task\n\n1. n\n2. m\n\n" +
            std::string(80, '-') + "\n\nend\n");
}

TEST_CASE("what is not known is a blank that says what belongs there, and is counted") {
  const std::string words = "About {{service}}: [BLANK: what\nit does].";
  CHECK(markdown(words, std::nullopt) == "About **[BLANK: the name of the service]**: **[BLANK: what it does]**.\n");
  CHECK(plain(words, std::nullopt) == "About [BLANK: the name of the service]: [BLANK: what it does].\n");
  CHECK(filled(words, with_service(std::nullopt)).blanks ==
        std::vector<std::string>{"the name of the service", "what it does"});
  CHECK(filled(words, with_service("App")).blanks == std::vector<std::string>{"what it does"});
}

TEST_CASE("a section is there where its name holds, and once for each element of a list") {
  render::DraftValues values = with_service(std::nullopt);
  values.conditions = {{"decided", true}, {"soc1", false}};
  render::DraftValues element;
  element.texts = {{"offering", "hosting"}};
  values.lists["offerings"] = {element, element};
  values.lists["promises"] = {};
  CHECK(render::draft_markdown(
            filled("{{#decided}}a{{/decided}}{{^decided}}b{{/decided}}{{#soc1}}c{{/soc1}}"
                   "{{^soc1}}d{{/soc1}}{{#service}}e{{/service}}{{^service}}f{{/service}}\n\n"
                   "{{#offerings}}\n- {{offering}}\n{{/offerings}}\n{{^offerings}}\nnone\n{{/offerings}}\n"
                   "{{#promises}}\n- {{promise}}\n{{/promises}}\n{{^promises}}\nnothing\n{{/promises}}\n",
                   values)) == "adf\n\n- hosting\n- hosting nothing\n");
}

TEST_CASE("a value is words, whatever it holds") {
  // Each would be a heading, an item, a blank, a link, a mention, a table, HTML, an escape, were it taken for more.
  const std::vector<std::string> hostile = {
      "# heading",       "\n# heading\n",       "- [ ] task", "---",        "1. one",     "[BLANK: x]",
      "[x](http://a.b)", "http://a.b www.a.b",  "@you #1",    "a | b",      "<b>x</b>",   "\x1b[31m",
      "`code`",          "**bold** _i_ ~~s~~",  "{{today}}",  "&lt;&#35;",  "$x^2$",      "> quote",
      "\xE2\x80\xAE",    "[BLANK: x]: http://", "\\",         "+ plus = =", "\r\n\r\n# x"};
  for (const std::string& value : hostile) {
    INFO(value);
    for (const char* shape : {"{{service}}", "x {{service}} y", "# {{service}}", "- {{service}}"}) {
      const render::Draft draft = filled(shape, with_service(value));
      REQUIRE(draft.blocks.size() == 1);
      CHECK(draft.blanks.empty());
      const std::string lines = render::draft_markdown(draft);
      CHECK(lines.find('\n') == lines.size() - 1);
      for (const char* live : {"<b", "\x1b", "\xE2\x80\xAE", "`code`", "**", "http:", "@y", " #1", "www.a", " | "})
        CHECK(lines.find(live) == std::string::npos);
      if (const std::size_t link = lines.find("]("); link != std::string::npos) CHECK(lines[link - 1] == '\\');
      CHECK(render::draft_text(draft).find('\x1b') == std::string::npos);
    }
    const std::string lines = markdown("{{service}}", value);
    for (const char* start : {"# ", "- ", "+ ", "---", "1. ", "> ", "["}) CHECK(lines.rfind(start, 0) != 0);
  }
}

TEST_CASE("every shipped template names what is filled in, and nothing else") {
  CHECK(builtin::drafts().size() == model::draft_ids.size());
  for (std::size_t kind = 0; kind < builtin::drafts().size(); ++kind) {
    CHECK(static_cast<std::size_t>(builtin::drafts()[kind].kind) == kind);
    CHECK_FALSE(builtin::drafts()[kind].parts.empty());
  }
}

TEST_CASE("a draft is JSON with its values and its blanks") {
  const auto document =
      nlohmann::json::parse(render::draft_json(filled("{{service}} [BLANK: x]", with_service("A\x1b"))));
  CHECK(document["schema"] == "socrates.draft/1");
  CHECK(document["draft"] == "reply");
  CHECK(document["values"]["service"] == "A\x1b");
  CHECK(document["blanks"] == std::vector<std::string>{"x"});
  CHECK(document["template"]["sha256"].get<std::string>().size() == 64);
}
