// SPDX-License-Identifier: Apache-2.0
//
// yaml-cpp is asked for events only: they carry places, and everything that makes YAML surprising (anchors, tags, merge
// keys, second documents, `yes` as a boolean, `010` as eight) is visible in them and refused. What it tells about
// places was tried out, and the tests hold it to that: `Mark::pos` is an offset in bytes from 0, right for scalars and
// keys (quoted ones: at the quote) and for flow collections; a block mapping carries the mark of its first key; an
// empty value carries the mark of whatever comes next, or of its key where the key has no colon. Lines and columns of
// its marks are not used, as they are wrong at the end of the text.

#include "loader/text/yaml_reader.hpp"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <iterator>
#include <sstream>
#include <utility>
#include <vector>

#include "loader/text/scalar_kind.hpp"
#include "loader/text/text_check.hpp"
#include "loader/text/tree_builder.hpp"
#include "loader/text/yaml_syntax.hpp"
#include "loader/text/yaml_token.hpp"

#include "socrates/base/codes.hpp"

namespace socrates::loader {

namespace {

/// Thrown to stop the parser, which has no other way; caught in read_yaml.
struct Stop {};

std::size_t offset_of(const YAML::Mark& mark, const base::Source& source) {
  return std::min(static_cast<std::size_t>(std::max(mark.pos, 0)), source.text.size());
}

/// What YAML 1.1 makes a boolean or a type of its own, and the program, like YAML 1.2, a text. Numbers that the two
/// read differently are errors, and a day is a day to both.
bool is_word_of_yaml_1_1(std::string_view word) {
  static constexpr std::string_view words[] = {"y",     "Y",  "yes", "Yes", "YES",  "n",    "N",
                                               "no",    "No", "NO",  "=",   "True", "TRUE", "False",
                                               "FALSE", "on", "On",  "ON",  "off",  "Off",  "OFF"};
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

Node scalar_node(Node::Kind kind, base::Span at, std::string text = {}) {
  Node node;
  node.kind = kind;
  node.text = std::move(text);
  node.at = at;
  return node;
}

class YamlEvents final : public YAML::EventHandler {
 public:
  YamlEvents(const base::Source& source, base::Diagnostics& problems) : source_(source), builder_(source, problems) {}

  TreeBuilder& builder() { return builder_; }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (++documents_ == 1) return;
    const base::Span at = place(mark, {});
    if (std::string_view(source_.text).substr(at.offset).starts_with("---")) {
      builder_.report(base::Code::yaml_documents, {&source_, at.offset, 3}, "a second document begins here");
    } else {
      builder_.report(base::Code::yaml_syntax, at, "the text does not continue the lines above",
                      "check the indentation");
    }
    throw Stop();
  }

  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    base::Span at = place(mark, {});
    refuse_anchor(at, anchor);
    const bool is_written = is_written_null(source_.text, at.offset);
    if (is_written) at.length = source_.text[at.offset] == '~' ? 1 : 4;
    if (builder_.expects_key()) {
      builder_.report(base::Code::yaml_key, at, "a key is missing or null");
      return builder_.key({}, at);
    }
    const base::Span key = builder_.key_place();
    if (key.source != nullptr && (!is_written || at.offset == key.offset)) {
      const bool lacks_colon = at.offset <= key.offset && !is_flow();
      if (lacks_colon) builder_.report(base::Code::yaml_syntax, key, "a ':' is missing after the key");
      at = key;
    }
    add(scalar_node(Node::Kind::null, at));
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    const base::Span at = place(mark, {});
    builder_.report(base::Code::yaml_alias, at, "an alias is not allowed");
    if (builder_.expects_key()) return builder_.key({}, at);
    add(scalar_node(Node::Kind::null, at));
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    const base::Span at = place(mark, value);
    refuse_anchor(at, anchor);
    refuse_tag(at, tag);
    if (is_unclosed_quote(source_.text, at.offset)) {
      builder_.report(base::Code::yaml_syntax, at, "a quoted text is not closed");
      throw Stop();
    }
    if (tag == "?" && is_word_of_yaml_1_1(value))
      builder_.report(base::Code::yaml_word, at, fmt::format("YAML 1.1 readers do not read '{}' as a text", value),
                      "put it in quotes");
    Node node = tag == "?" ? plain_scalar(at, value) : scalar_node(Node::Kind::string, at, value);
    if (!builder_.expects_key()) return add(std::move(node));
    if (tag == "?" && value == "<<") builder_.report(base::Code::yaml_alias, at, "a merge key is not allowed");
    builder_.key(std::move(node.text), at);
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override {
    begin(Node::Kind::sequence, style, {&source_, offset_of(mark, source_), 1}, tag, anchor);
  }

  void OnSequenceEnd() override { end(); }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    const std::size_t length = style == YAML::EmitterStyle::Flow ? 1 : 0;
    begin(Node::Kind::mapping, style, {&source_, offset_of(mark, source_), length}, tag, anchor);
  }

  void OnMapEnd() override { end(); }

 private:
  base::Span place(const YAML::Mark& mark, std::string_view value) const {
    const std::size_t offset = offset_of(mark, source_);
    return {&source_, offset, yaml_token_length(source_.text, offset, value)};
  }

  void add(Node node) {
    if (!builder_.scalar(std::move(node))) throw Stop();
  }

  bool is_flow() const { return !styles_.empty() && styles_.back() == YAML::EmitterStyle::Flow; }

  void end() {
    styles_.pop_back();
    builder_.end();
  }

  void begin(Node::Kind kind, YAML::EmitterStyle::value style, base::Span at, const std::string& tag,
             YAML::anchor_t anchor) {
    refuse_anchor(at, anchor);
    refuse_tag(at, tag);
    if (builder_.expects_key()) {
      at.length = 1;
      builder_.report(base::Code::yaml_key, at, "a list or a mapping is where a key is expected",
                      "check that every bracket is closed");
      throw Stop();
    }
    if (!builder_.begin(kind, at)) throw Stop();
    styles_.push_back(style);
  }

  void refuse_anchor(base::Span at, YAML::anchor_t anchor) {
    if (anchor != YAML::NullAnchor) builder_.report(base::Code::yaml_alias, at, "an anchor is not allowed");
  }

  /// Plain scalars and untagged collections carry the tag `?`, quoted scalars `!`, as does the explicit tag `!`.
  void refuse_tag(base::Span at, const std::string& tag) {
    const bool is_written = at.offset < source_.text.size() && source_.text[at.offset] == '!';
    if (tag.empty() || tag == "?" || (tag == "!" && !is_written)) return;
    builder_.report(base::Code::yaml_tag, at, "a tag is not allowed");
  }

  Node plain_scalar(base::Span at, const std::string& value) {
    Node node = scalar_node(Node::Kind::string, at, value);
    if (value == "true" || value == "false") {
      node.kind = Node::Kind::boolean;
      node.boolean = value == "true";
      return node;
    }
    switch (scalar_kind(value)) {
      case ScalarKind::none:
        break;
      case ScalarKind::integer: {
        const auto integer = to_integer(value);
        node.kind = integer ? Node::Kind::integer : Node::Kind::other_number;
        node.integer = integer.value_or(0);
        break;
      }
      case ScalarKind::decimal:
        node.kind = Node::Kind::other_number;
        break;
      case ScalarKind::ambiguous:
        builder_.report(base::Code::yaml_number, at, fmt::format("'{}' is an ambiguous number", value),
                        "write a plain decimal number, or put the text in quotes");
        break;
    }
    return node;
  }

  const base::Source& source_;
  TreeBuilder builder_;
  std::vector<YAML::EmitterStyle::value> styles_;  ///< of the open sequences and mappings
  int documents_ = 0;
};

void parse(const base::Source& source, YamlEvents& events) {
  std::istringstream in(source.text);
  try {
    YAML::Parser parser(in);
    if (parser.HandleNextDocument(events)) parser.HandleNextDocument(events);
  } catch (const Stop&) {
    return;  // reported where it was thrown
  } catch (const YAML::Exception& error) {
    const YamlProblem problem = explain_yaml(source.text, offset_of(error.mark, source), error.msg);
    const base::Span at{&source, problem.offset, yaml_token_length(source.text, problem.offset, {})};
    events.builder().report(problem.code, at, problem.message, problem.hint);
  }
}

}  // namespace

std::optional<Node> read_yaml(const base::Source& source, base::Diagnostics& problems) {
  if (!check_text(source, Notation::yaml, problems)) return std::nullopt;
  YamlEvents events(source, problems);
  parse(source, events);
  if (events.builder().is_empty()) return scalar_node(Node::Kind::null, {&source, 0, 0});
  return events.builder().take();
}

}  // namespace socrates::loader
