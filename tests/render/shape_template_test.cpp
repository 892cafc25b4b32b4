// SPDX-License-Identifier: Apache-2.0
#include "socrates/render/shape.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "../gate/court.hpp"
#include "catch.hpp"
#include "socrates/loader/deals_loader.hpp"
#include "socrates/loader/shapes.hpp"

using namespace socrates;

namespace {

std::string yaml_form() { return render::shape_yaml_template("A deal to fill in.", loader::shape_of_deal()); }
std::string json_form() { return render::shape_json_template("Fill it in.", "meta", loader::shape_of_deal()); }

/// What the gate's reader has to say against it; empty where it takes it.
std::string problem_with(const std::string& name, const std::string& text) {
  base::Diagnostics problems;
  const auto deals =
      loader::load_deals({base::Source{name, text}}, test::selection().rules, test::day("2026-11-24"), problems);
  if (deals) return deals->size() == 1 ? "" : "it is no single deal";
  return problems.kept().front().message;
}

void collect_keys(const model::Shape& shape, std::vector<std::string>& keys) {
  for (const model::Shape& item : shape.of) collect_keys(item, keys);
  for (const model::Shape::Key& key : shape.keys) {
    keys.push_back(key.name);
    collect_keys(key.shape, keys);
  }
}

std::vector<std::string> lines_of_form() {
  std::vector<std::string> lines;
  std::istringstream text(yaml_form());
  for (std::string line; std::getline(text, line);) lines.push_back(line);
  return lines;
}

/// The form with the key of that line, and what belongs to it, taken from behind its mark.
std::string with_said(std::vector<std::string> lines, std::size_t at) {
  const std::size_t indent = lines[at].find('#');
  std::size_t end = at + 1;
  while (end < lines.size() && lines[end].find_first_not_of(' ') > indent) ++end;
  for (std::size_t i = at; i < end; ++i) {
    const std::size_t mark = lines[i].find('#');
    if (mark != std::string::npos && lines[i].compare(mark, 2, "# ") != 0) lines[i].erase(mark, 1);
  }
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

}  // namespace

TEST_CASE("the form of a deal reads back as it is") {
  CHECK(problem_with("deal.yaml", yaml_form()).empty());
  CHECK(problem_with("deal.json", json_form()).empty());
}

TEST_CASE("the form of a deal names every key of its schema") {
  std::vector<std::string> keys;
  collect_keys(loader::shape_of_deal(), keys);
  REQUIRE(keys.size() > 60);
  const std::string yaml = yaml_form();
  const auto form = nlohmann::json::parse(json_form());
  std::string paths;
  for (const auto& [path, words] : form["meta"]["explained"].items()) paths += "." + path + ":";
  for (const std::string& key : keys) {
    INFO(key);
    const bool is_in_yaml = yaml.find("#" + key + ":") != std::string::npos ||
                            yaml.find(" " + key + ":") != std::string::npos ||
                            yaml.find("\n" + key + ":") != std::string::npos;
    CHECK(is_in_yaml);
    CHECK(paths.find("." + key + ":") != std::string::npos);
  }
}

TEST_CASE("each key of the form reads where it is taken from behind its mark") {
  const std::vector<std::string> lines = lines_of_form();
  const std::string asks_for_more[] = {"any_of", "due", "profile"};  // or stands in for another key
  std::size_t tried = 0;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    const std::size_t mark = lines[at].find_first_not_of(' ');
    // Only keys of the deal and of its requirement: what lies deeper comes with the key above it.
    if ((mark != 0 && mark != 4) || lines[at][mark] != '#' || lines[at][mark + 1] == ' ') continue;
    std::size_t above = at;
    while (mark > 0 && lines[above].find_first_not_of(' ') >= mark) --above;
    if (mark > 0 && lines[above][lines[above].find_first_not_of(' ')] == '#') continue;
    const std::string key = lines[at].substr(mark + 1, lines[at].find(':') - mark - 1);
    INFO(key);
    ++tried;
    const std::string problem = problem_with("deal.yaml", with_said(lines, at));
    const bool has_to_be_filled_in =
        std::find(std::begin(asks_for_more), std::end(asks_for_more), key) != std::end(asks_for_more);
    CHECK(problem.empty() != has_to_be_filled_in);
  }
  CHECK(tried > 40);
}
