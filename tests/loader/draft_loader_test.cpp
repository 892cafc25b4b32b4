// SPDX-License-Identifier: Apache-2.0
#include "socrates/loader/draft_loader.hpp"

#include "cases.hpp"
#include "catch.hpp"
#include "report.hpp"

using namespace socrates;
using model::DraftPart;

namespace {

std::string template_problems(const std::string& text, model::DraftKind kind = model::DraftKind::reply) {
  const base::Source file{"reply.md", text};
  base::Diagnostics problems;
  const auto draft = loader::load_draft(kind, file, problems);
  CHECK(draft.has_value() == problems.empty());
  return report_of(problems, true);
}

/// The parts in one line: words as they are, `<name>`, `+name(...)`, `-name(...)`.
std::string shown(const std::vector<DraftPart>& parts) {
  std::string text;
  for (const DraftPart& part : parts) switch (part.kind) {
      case DraftPart::Kind::words:
        text += part.text;
        break;
      case DraftPart::Kind::name:
        text += "<" + part.text + ">";
        break;
      case DraftPart::Kind::section:
        text += "+" + part.text + "(" + shown(part.parts) + ")";
        break;
      case DraftPart::Kind::inverse:
        text += "-" + part.text + "(" + shown(part.parts) + ")";
        break;
    }
  return text;
}

std::string read(const std::string& text) {
  const base::Source file{"reply.md", text};
  base::Diagnostics problems;
  const auto draft = loader::load_draft(model::DraftKind::reply, file, problems);
  CHECK(report_of(problems).empty());
  return draft ? shown(draft->parts) : "";
}

}  // namespace

TEST_CASE("a template is words, names and sections within each other") {
  CHECK(read("a {{service}} b") == "a <service> b");
  CHECK(read("{{ service }}{{#decided}}x{{/decided}}{{^ decided }}y{{/ decided}}") ==
        "<service>+decided(x)-decided(y)");
  CHECK(read("{{#held}}{{#held_from}}{{held_from}}{{/held_from}} {{today}}{{/held}}") ==
        "+held(+held_from(<held_from>) <today>)");
  CHECK(read("a {} { b } }} c") == "a {} { b } }} c");
  CHECK(read("").empty());
}

TEST_CASE("a tag of a section and a comment take their line with them where they stand on it alone") {
  CHECK(read("a\n{{#decided}}\nb\n{{/decided}}\nc\n") == "a\n+decided(b\n)c\n");
  CHECK(read("a\r\n  {{! over\nseveral lines }} \r\nb\r\n") == "a\nb\n");
  CHECK(read("a {{#decided}}\nb{{/decided}}\n") == "a +decided(\nb)\n");
  CHECK(read("{{service}}\nb") == "<service>\nb");
}

TEST_CASE("a template that is malformed is refused at the place") {
  check_outcomes(
      {
          {"a tag without an end", "a\n{{service", "2:1 S801 [{{] a tag is not closed | close it with }}"},
          {"a section without an end", "{{#decided}}x",
           "1:1 S801 [{{#decided}}] the section 'decided' is not closed | write {{/decided}} where it ends"},
          {"an end without a section", "x{{/decided}}",
           "1:2 S801 [{{/decided}}] there is no section 'decided' to close"},
          {"sections that cross", "{{#decided}}{{#soc1}}{{/decided}}{{/soc1}}",
           "1:22 S801 [{{/decided}}] the section 'soc1' is to be closed first, not 'decided'\n"
           "1:34 S801 [{{/soc1}}] the section 'decided' is to be closed first, not 'soc1'"},
          {"an include", "{{> other}}",
           "1:1 S801 [{{> other}}] a template has no tag '{{>' | there are {{name}}, {{#name}}, {{^name}}, {{/name}} "
           "and "
           "{{! comment}}"},
          {"a condition in the place of a text", "{{decided}}",
           "1:1 S801 [{{decided}}] 'decided' is no text, so it can only open a section"},
          {"a blank that says nothing", "[BLANK]",
           "1:1 S801 [[BLANK] a blank does not say what belongs there | write [BLANK: what belongs there]"},
          {"a blank with a tag in it", "[BLANK: the {{service}}]",
           "1:1 S801 [[BLANK] a blank is not closed | close it with ]; no tag stands in a blank"},
      },
      [](const std::string& text) { return template_problems(text); });
}

TEST_CASE("every name of a template is checked where it is read") {
  check_outcomes(
      {
          {"a slip", "{{servce}}", "1:1 S802 [{{servce}}] there is no 'servce' here | did you mean 'service'?"},
          {"a slip in a section's name is told once", "{{#hedl}}{{held_from}}{{/hedl}}",
           "1:1 S802 [{{#hedl}}] there is no 'hedl' here | did you mean 'held'?"},
          {"an element outside its list", "{{held_from}}",
           "1:1 S802 [{{held_from}}] there is no 'held_from' here | it stands in the section {{#held}} alone"},
          {"an element in the inverse of its list", "{{^held}}{{held_from}}{{/held}}",
           "1:10 S802 [{{held_from}}] there is no 'held_from' here | it stands in the section {{#held}} alone"},
          {"a name of bridge letters", "{{letter_from}}",
           "1:1 S802 [{{letter_from}}] there is no 'letter_from' here | it stands in bridge letters alone"},
      },
      [](const std::string& text) { return template_problems(text); });
  CHECK(template_problems("{{letter_from}}", model::DraftKind::bridge_letter).empty());
}

TEST_CASE("sections within each other have a limit") {
  const auto nested = [](std::size_t depth) {
    return repeated("{{#decided}}", depth) + repeated("{{/decided}}", depth);
  };
  CHECK(template_problems(nested(16)).empty());
  CHECK(template_problems(nested(17)).find("more than 16 sections within each other") != std::string::npos);
}
