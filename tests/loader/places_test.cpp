// SPDX-License-Identifier: Apache-2.0
// Generated trees are written as YAML and as JSON, in many styles, while the place of every token is noted. Reading
// them must give the same tree and the same places.
#include <random>
#include <string>
#include <vector>

#include "catch.hpp"
#include "loader/text/yaml_reader.hpp"
#include "socrates/loader/json_reader.hpp"

using namespace socrates;
using namespace socrates::loader;
using Kind = Node::Kind;

namespace {

using Random = std::mt19937;

std::size_t below(Random& random, std::size_t count) { return random() % count; }

/// Where a token begins and what stands there.
struct Token {
  std::size_t offset;
  std::string bytes;
};

const std::vector<std::string> texts = {"a", "payroll", "a b",  "x: y",     "# no", "it's",  "\"q\"",
                                        "",  "12",      "true", "\xC3\xA4", "- x",  "tab\tx"};

Node random_scalar(Random& random) {
  Node node;
  switch (below(random, 5)) {
    case 0:
      node.kind = Kind::null;
      break;
    case 1:
      node.kind = Kind::boolean;
      node.boolean = below(random, 2) == 1;
      node.text = node.boolean ? "true" : "false";
      break;
    case 2:
      node.kind = Kind::integer;
      node.text = std::to_string(static_cast<int>(below(random, 200)) - 100);
      break;
    case 3:
      node.kind = Kind::other_number;
      node.text = std::to_string(below(random, 100)) + ".50";
      break;
    default:
      node.kind = Kind::string;
      node.text = texts[below(random, texts.size())];
  }
  return node;
}

Node random_node(Random& random, int depth) {
  const std::size_t shape = depth == 0 ? 0 : below(random, 3);
  if (shape == 0) return random_scalar(random);
  Node node;
  node.kind = shape == 1 ? Kind::sequence : Kind::mapping;
  const std::size_t count = 1 + below(random, 4);
  for (std::size_t i = 0; i < count; ++i) {
    if (shape == 1) node.items.push_back(random_node(random, depth - 1));
    if (shape == 2) node.members.push_back({"k" + std::to_string(i), {}, random_node(random, depth - 1)});
  }
  return node;
}

std::string json_quoted(const std::string& text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    if (c == '\t')
      result += "\\t";
    else
      result += c;
  }
  return result + '"';
}

std::string single_quoted(const std::string& text) {
  std::string result = "'";
  for (const char c : text) result += c == '\'' ? "''" : std::string(1, c);
  return result + "'";
}

class Writer {
 public:
  explicit Writer(Random& random) : random_(random) {}

  std::string text;
  std::vector<Token> tokens;

  void json(const Node& node) {
    space();
    if (node.kind == Kind::sequence) {
      token("[");
      for (std::size_t i = 0; i < node.items.size(); ++i) {
        if (i > 0) text += ",";
        json(node.items[i]);
      }
      space();
      text += "]";
    } else if (node.kind == Kind::mapping) {
      token("{");
      for (std::size_t i = 0; i < node.members.size(); ++i) {
        if (i > 0) text += ",";
        space();
        token(json_quoted(node.members[i].key));
        space();
        text += ":";
        json(node.members[i].value);
      }
      space();
      text += "}";
    } else {
      token(node.kind == Kind::string ? json_quoted(node.text) : node.kind == Kind::null ? "null" : node.text);
    }
    space();
  }

  void yaml_flow(const Node& node) {
    blanks();
    if (node.kind == Kind::sequence) {
      token("[");
      for (std::size_t i = 0; i < node.items.size(); ++i) {
        if (i > 0) text += ", ";
        yaml_flow(node.items[i]);
      }
      text += "]";
    } else if (node.kind == Kind::mapping) {
      token("{");
      for (std::size_t i = 0; i < node.members.size(); ++i) {
        if (i > 0) text += ", ";
        token(yaml_key(node.members[i].key));
        text += ": ";
        yaml_flow(node.members[i].value);
      }
      text += "}";
    } else {
      yaml_scalar(node);
    }
  }

  /// Writes the node below its key or dash, at the current end of the text.
  void yaml_block(const Node& node, std::size_t indent) {
    const bool is_collection = node.kind == Kind::sequence || node.kind == Kind::mapping;
    if (!is_collection || below(random_, 4) == 0) {
      text += " ";
      yaml_flow(node);
      comment();
      return;
    }
    text += "\n";
    yaml_lines(node, indent);
  }

  void yaml_lines(const Node& node, std::size_t indent) {
    if (node.kind != Kind::sequence && node.kind != Kind::mapping) {
      yaml_scalar(node);
      text += "\n";
      return;
    }
    if (node.kind == Kind::mapping) tokens.push_back({text.size() + indent, ""});
    for (std::size_t i = 0; i < node.items.size(); ++i) {
      text += std::string(indent, ' ');
      if (i == 0) tokens.push_back({text.size(), "-"});
      text += "-";
      yaml_block(node.items[i], indent + 2);
    }
    for (const Node::Member& member : node.members) {
      text += std::string(indent, ' ');
      token(yaml_key(member.key));
      text += ":";
      yaml_block(member.value, indent + 2);
    }
  }

 private:
  void token(const std::string& bytes) {
    tokens.push_back({text.size(), bytes});
    text += bytes;
  }

  void space() {
    static const std::vector<std::string> spaces = {"", "", " ", "\n", "\r\n", "\t", "  \n "};
    text += spaces[below(random_, spaces.size())];
  }

  void blanks() { text += std::string(below(random_, 3), ' '); }

  void comment() {
    if (below(random_, 4) == 0) text += "  # a: [comment";
    text += below(random_, 4) == 0 ? "\r\n" : "\n";
  }

  std::string yaml_key(const std::string& key) {
    const std::size_t style = below(random_, 3);
    return style == 0 ? single_quoted(key) : style == 1 ? json_quoted(key) : key;
  }

  void yaml_scalar(const Node& node) {
    if (node.kind == Kind::null) return token(below(random_, 2) == 0 ? "null" : "~");
    if (node.kind != Kind::string) return token(node.text);
    const bool is_plain = node.text == "a" || node.text == "payroll" || node.text == "a b" || node.text == "\xC3\xA4";
    if (is_plain && below(random_, 2) == 0) return token(node.text);
    token(below(random_, 2) == 0 ? json_quoted(node.text) : single_quoted(node.text));
  }

  Random& random_;
};

/// The places of all nodes and keys, in the order of the text.
void collect(const Node& node, std::vector<base::Span>& places) {
  places.push_back(node.at);
  for (const Node& item : node.items) collect(item, places);
  for (const Node::Member& member : node.members) {
    places.push_back(member.key_at);
    collect(member.value, places);
  }
}

void check_places(const Node& node, const Writer& written) {
  std::vector<base::Span> places;
  collect(node, places);
  REQUIRE(places.size() == written.tokens.size());
  for (std::size_t i = 0; i < places.size(); ++i) {
    const Token& token = written.tokens[i];
    REQUIRE(places[i].offset == token.offset);
    if (token.bytes.empty()) continue;  // a block mapping has its first key's place
    REQUIRE(written.text.substr(places[i].offset, places[i].length) == token.bytes);
  }
}

}  // namespace

TEST_CASE("every place in generated JSON is that of its token, and the tree comes back") {
  for (unsigned seed = 0; seed < 500; ++seed) {
    Random random(seed);
    const Node tree = random_node(random, 4);
    Writer writer(random);
    writer.json(tree);
    INFO(writer.text);
    const base::Source source{"x", writer.text};
    base::Diagnostics problems;
    const auto node = read_json(source, problems);
    REQUIRE(node);
    REQUIRE(dump(*node) == dump(tree));
    check_places(*node, writer);
  }
}

TEST_CASE("every place in generated YAML is that of its token, and the tree comes back") {
  for (unsigned seed = 0; seed < 500; ++seed) {
    Random random(seed);
    const Node tree = random_node(random, 4);
    Writer writer(random);
    writer.yaml_lines(tree, 0);
    INFO(writer.text);
    const base::Source source{"x", writer.text};
    base::Diagnostics problems;
    const auto node = read_yaml(source, problems);
    REQUIRE(node);
    REQUIRE(dump(*node) == dump(tree));
    check_places(*node, writer);
  }
}

TEST_CASE("an empty value has its key's place, and a folded one its first line") {
  const base::Source source{"x", "a:\nnull_like: b\nc: one\n  two\nd: |\n  text\ne: >-\n  text\n"};
  base::Diagnostics problems;
  const auto node = read_yaml(source, problems);
  REQUIRE(node);
  const auto bytes = [&](const char* key) {
    const base::Span at = find_member(*node, key)->value.at;
    return source.text.substr(at.offset, at.length);
  };
  CHECK(bytes("a") == "a");
  CHECK(bytes("null_like") == "b");
  CHECK(bytes("c") == "one");
  CHECK(bytes("d") == "|");
  CHECK(bytes("e") == ">-");
}
