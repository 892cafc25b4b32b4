// SPDX-License-Identifier: Apache-2.0
//
// nlohmann's parser tells what it read, but not where. Its events come strictly in the order of the text, one for each
// key, scalar and bracket, so this reader keeps a cursor of its own: between two tokens stand only white space and at
// most one ',' or ':', and a token that the parser has accepted is easily measured. When the parser refuses the text,
// the cursor stands behind the last good token, and explain_json says what is wrong behind it.

#include "socrates/loader/json_reader.hpp"

#include <nlohmann/json.hpp>

#include <utility>

#include "loader/text/json_syntax.hpp"
#include "loader/text/text_check.hpp"
#include "loader/text/tree_builder.hpp"

#include "socrates/base/codes.hpp"

namespace socrates::loader {

namespace {

using nlohmann::json;

class JsonEvents final : public nlohmann::json_sax<json> {
 public:
  JsonEvents(const base::Source& source, base::Diagnostics& problems) : source_(source), builder_(source, problems) {}

  TreeBuilder& builder() { return builder_; }

  bool null() override { return scalar(Node::Kind::null); }

  bool boolean(bool value) override {
    Node node = read(Node::Kind::boolean);
    node.boolean = value;
    return add(std::move(node));
  }

  bool number_integer(number_integer_t value) override { return integer(value); }

  bool number_unsigned(number_unsigned_t value) override {
    if (std::in_range<long long>(value)) return integer(static_cast<long long>(value));
    return scalar(Node::Kind::other_number);
  }

  bool number_float(number_float_t, const string_t&) override { return scalar(Node::Kind::other_number); }

  bool string(string_t& value) override {
    Node node = read(Node::Kind::string);
    node.text = std::move(value);
    return add(std::move(node));
  }

  bool binary(binary_t&) override { return false; }  // not in JSON

  bool start_object(std::size_t) override { return open(Node::Kind::mapping, JsonState::object_opened); }
  bool start_array(std::size_t) override { return open(Node::Kind::sequence, JsonState::array_opened); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& value) override {
    builder_.key(std::move(value), token());
    state_ = JsonState::key_read;
    return true;
  }

  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override {
    const JsonProblem problem = explain_json(source_.text, cursor_, state_);
    builder_.report(base::Code::json_syntax, {&source_, problem.offset, problem.length}, problem.message, problem.hint);
    return false;
  }

 private:
  /// The place of the token behind the cursor, which moves past it.
  base::Span token() {
    const std::size_t start = std::min(source_.text.find_first_not_of(" \t\r\n,:", cursor_), source_.text.size() - 1);
    cursor_ = json_token_end(source_.text, start);
    return {&source_, start, cursor_ - start};
  }

  /// A scalar with its text as written.
  Node read(Node::Kind kind) {
    const base::Span at = token();
    Node node;
    node.kind = kind;
    node.at = at;
    if (kind != Node::Kind::string && kind != Node::Kind::null) node.text = source_.text.substr(at.offset, at.length);
    return node;
  }

  bool add(Node node) {
    const bool goes_on = builder_.scalar(std::move(node));
    state_ = state_after_value();
    return goes_on;
  }

  bool scalar(Node::Kind kind) { return add(read(kind)); }

  bool integer(long long value) {
    Node node = read(Node::Kind::integer);
    node.integer = value;
    return add(std::move(node));
  }

  bool open(Node::Kind kind, JsonState state) {
    state_ = state;
    return builder_.begin(kind, token());
  }

  bool close() {
    token();
    builder_.end();
    state_ = state_after_value();
    return true;
  }

  JsonState state_after_value() const {
    if (builder_.is_closed()) return JsonState::at_end;
    return builder_.expects_key() ? JsonState::value_in_object : JsonState::value_in_array;
  }

  const base::Source& source_;
  TreeBuilder builder_;
  std::size_t cursor_ = 0;
  JsonState state_ = JsonState::at_start;
};

}  // namespace

std::optional<Node> read_json(const base::Source& source, base::Diagnostics& problems) {
  if (!check_text(source, Notation::json, problems)) return std::nullopt;
  JsonEvents events(source, problems);
  const bool complete = json::sax_parse(source.text.begin(), source.text.end(), &events);
  if (!complete) return std::nullopt;  // reported by the events
  return events.builder().take();
}

}  // namespace socrates::loader
