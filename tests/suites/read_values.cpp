// SPDX-License-Identifier: Apache-2.0
//
// read_values json|yaml|csv FILE...: prints what our reader makes of each file, as one line of JSON:
//   {"errors": ["S006"]} where it refuses the file, else {"value": V}, with V one of
//   ["null"], ["boolean", true], ["number", "1.50"], ["text", "..."], ["list", [V...]], ["map", [["key", V]...]].
// A sheet is a list of rows, each a list of texts. tests/suites/compare reads the lines.
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "loader/text/csv_reader.hpp"
#include "loader/text/yaml_reader.hpp"
#include "socrates/base/codes.hpp"
#include "socrates/loader/json_reader.hpp"

namespace {

using nlohmann::json;
using socrates::base::Diagnostics;
using socrates::base::Source;
using socrates::loader::Node;

json value_of(const Node& node) {
  switch (node.kind) {
    case Node::Kind::null:
      return {"null"};
    case Node::Kind::boolean:
      return {"boolean", node.boolean};
    case Node::Kind::integer:
    case Node::Kind::other_number:
      return {"number", node.text};
    case Node::Kind::string:
      return {"text", node.text};
    case Node::Kind::sequence: {
      json items = json::array();
      for (const Node& item : node.items) items.push_back(value_of(item));
      return json::array({"list", items});
    }
    case Node::Kind::mapping: {
      json members = json::array();
      for (const Node::Member& member : node.members) {
        members.push_back(json::array({member.key, value_of(member.value)}));
      }
      return json::array({"map", members});
    }
  }
  throw std::logic_error("a node of no kind");
}

std::optional<json> value_of_sheet(const Source& source, Diagnostics& problems) {
  const auto rows = socrates::loader::read_csv(source, problems);
  if (!rows) return std::nullopt;
  json list = json::array();
  for (const socrates::loader::Row& row : *rows) {
    json cells = json::array();
    for (const socrates::loader::Cell& cell : row) cells.push_back(json::array({"text", cell.text}));
    list.push_back(json::array({"list", cells}));
  }
  return json::array({"list", list});
}

std::optional<json> read(std::string_view kind, const Source& source, Diagnostics& problems) {
  if (kind == "csv") return value_of_sheet(source, problems);
  const auto node =
      kind == "yaml" ? socrates::loader::read_yaml(source, problems) : socrates::loader::read_json(source, problems);
  if (!node) return std::nullopt;
  return value_of(*node);
}

}  // namespace

int main(int count, char** words) {
  if (count < 2) return 2;
  const std::string_view kind = words[1];
  if (kind != "json" && kind != "yaml" && kind != "csv") return 2;
  for (int i = 2; i < count; ++i) {
    std::ifstream file(words[i], std::ios::binary);
    if (!file) return 2;
    const Source source{"input", std::string(std::istreambuf_iterator<char>(file), {})};
    Diagnostics problems;
    const std::optional<json> value = read(kind, source, problems);
    json line;
    if (value && problems.empty()) {
      line["value"] = *value;
    } else {
      line["errors"] = json::array();
      for (const auto& problem : problems.kept()) line["errors"].push_back(socrates::base::entry(problem.code).id);
    }
    std::cout << line.dump(-1, ' ', false, json::error_handler_t::replace) << '\n';
  }
  return 0;
}
