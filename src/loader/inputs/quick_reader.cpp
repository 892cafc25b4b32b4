// SPDX-License-Identifier: Apache-2.0
//
// The line is looked at once, by simdjson's on-demand reader, which finds quotes, brackets and commas for 64 bytes at a
// time and checks the encoding on the way. Keys and options are compared as they stand in the text: those of the rules
// hold no escapes, so an escape is a name that is not found, and the line is not for this reader. Everything that is
// rare ends the same way: escapes, other characters than ASCII in an id, `$schema`, one question under two names,
// numbers of more than four digits.
//
// What the strict reader checks and this one does not see is checked here by narrowing: a byte-order mark before the
// object and characters that no text should hold can stand only outside strings (then the structure is broken) or in
// the id (which takes printable ASCII alone).

#include "socrates/loader/quick_reader.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "loader/inputs/answer_reader.hpp"
#include "loader/inputs/name_table.hpp"
#include "socrates/loader/node.hpp"

#ifdef SOCRATES_SIMDJSON
#include <simdjson.h>
#endif

namespace socrates::loader {

#ifdef SOCRATES_SIMDJSON

namespace {

namespace ondemand = simdjson::ondemand;

static_assert(QuickReader::padding >= simdjson::SIMDJSON_PADDING);

constexpr std::size_t longest_id = 1000;

bool is_space(char letter) { return letter == ' ' || letter == '\t' || letter == '\r' || letter == '\n'; }

/// As std::memcmp says, without the call, which takes longer than this for names.
bool is_same(const char* left, const char* right, std::size_t size) {
  const auto differ = [&](std::size_t at) {
    std::uint64_t a = 0;
    std::uint64_t b = 0;
    std::memcpy(&a, left + at, sizeof a);
    std::memcpy(&b, right + at, sizeof b);
    return a ^ b;
  };
  if (size < sizeof(std::uint64_t)) return std::memcmp(left, right, size) == 0;
  std::uint64_t differences = differ(size - sizeof(std::uint64_t));
  for (std::size_t at = 0; at + sizeof(std::uint64_t) < size; at += sizeof(std::uint64_t)) differences |= differ(at);
  return differences == 0;
}

/// A token comes with the white space behind it.
std::string_view trimmed(std::string_view token) {
  while (!token.empty() && is_space(token.back())) token.remove_suffix(1);
  return token;
}

/// What stands between the quotes, escapes as they are; empty where the token is no string.
std::string_view unquoted(std::string_view token) {
  if (token.size() < 2 || token.front() != '"' || token.back() != '"') return {};
  return token.substr(1, token.size() - 2);
}

/// The token of a value that is neither a list nor an object; nothing where it is no JSON. A value that is only looked
/// at is skipped later, whatever stands behind it up to the next comma; one that is read is not.
std::optional<std::string_view> read_token(ondemand::value value) {
  const std::string_view token = value.raw_json_token();
  simdjson::error_code error = simdjson::SUCCESS;
  switch (token.front()) {
    case '"':
      error = value.get_raw_json_string().error();
      break;
    case 't':
    case 'f':
      error = value.get_bool().error();
      break;
    case 'n':
      if (bool is_null = false; value.is_null().get(is_null) != simdjson::SUCCESS || !is_null) return std::nullopt;
      break;
    default:
      error = value.get_uint64().error();
  }
  if (error != simdjson::SUCCESS) return std::nullopt;
  return trimmed(token);
}

bool is_plain(std::string_view text) {
  for (const char letter : text)
    if (letter < ' ' || letter > '~' || letter == '"' || letter == '\\') return false;
  return text.size() <= longest_id;
}

/// A whole number of at most four digits, as JSON writes it; -1 where it is none.
int small_number(std::string_view token) {
  if (token.empty() || token.size() > 4 || (token.size() > 1 && token.front() == '0')) return -1;
  int number = 0;
  for (const char digit : token) {
    if (digit < '0' || digit > '9') return -1;
    number = 10 * number + (digit - '0');
  }
  return number;
}

/// A key of the answers: a question, or the date that stands for its number.
struct QuickKey {
  std::size_t question = 0;
  bool is_date = false;
};

std::vector<QuickKey> keys_of(const model::RuleSet& rules) {
  std::vector<QuickKey> keys;
  for (std::size_t q = 0; q < rules.questions.size(); ++q) {
    keys.push_back({q, false});
    if (rules.questions[q].date) keys.push_back({q, true});
  }
  return keys;
}

std::vector<std::string> names_of(const std::vector<QuickKey>& keys, const model::RuleSet& rules) {
  std::vector<std::string> names;
  for (const QuickKey& key : keys) {
    const model::Question& question = rules.questions[key.question];
    names.push_back(key.is_date ? question.date->id : question.id);
  }
  return names;
}

}  // namespace

class QuickReader::Reading {
 public:
  Reading(const model::RuleSet& rules, base::Date today)
      : rules_(rules), today_(today), keys_(keys_of(rules)), key_names_(names_of(keys_, rules)) {
    record_.answers.resize(rules.questions.size());
    follows_.resize(keys_.size() + 1, 0);
    answered_in_.resize(rules.questions.size(), 0);
    for (const model::Question& question : rules.questions) {
      std::vector<std::string> ids;
      for (const model::Named& option : question.options) ids.push_back(option.id);
      options_.emplace_back(std::move(ids));
      all_options_.push_back(model::option_bits(question));
    }
  }

  const QuickRecord* read(std::string_view line) {
    if (line.empty() || line.front() != '{') return nullptr;
    line_ = line;
    ++reading_;
    record_.id.reset();
    std::fill(record_.answers.begin(), record_.answers.end(), model::PackedAnswer{});
    return read_record() ? &record_ : nullptr;
  }

 private:
  bool read_record() {
    ondemand::document document;
    ondemand::object record;
    if (parser_.iterate(line_.data(), line_.size(), line_.size() + padding).get(document) != simdjson::SUCCESS ||
        document.get_object().get(record) != simdjson::SUCCESS)
      return false;
    bool has_answers = false;
    for (auto member : record) {
      ondemand::raw_json_string key;
      ondemand::value value;
      if (member.key().get(key) != simdjson::SUCCESS || member.value().get(value) != simdjson::SUCCESS) return false;
      if (is_at(key, "answers")) {
        if (std::exchange(has_answers, true) || !read_answers(value)) return false;
      } else if (!is_at(key, "id") || record_.id || !read_id(value)) {
        return false;
      }
    }
    return has_answers && document.current_location().error() == simdjson::OUT_OF_BOUNDS;
  }

  bool read_id(ondemand::value value) {
    const std::optional<std::string_view> token = read_token(value);
    if (!token) return false;
    const std::string_view id = unquoted(*token);
    if ((id.empty() && *token != "\"\"") || !is_plain(id)) return false;
    record_.id = id;
    return true;
  }

  bool read_answers(ondemand::value value) {
    ondemand::object answers;
    if (value.get_object().get(answers) != simdjson::SUCCESS) return false;
    std::size_t before = keys_.size();
    for (auto member : answers) {
      ondemand::raw_json_string name;
      ondemand::value answer;
      if (member.key().get(name) != simdjson::SUCCESS || member.value().get(answer) != simdjson::SUCCESS) return false;
      const std::size_t key = key_at(name, before);
      if (key == NameTable::none || !read_answer(keys_[key], answer)) return false;
      before = key;
    }
    return true;
  }

  /// Whether this name, and no more of one, stands at the key.
  bool is_at(ondemand::raw_json_string key, std::string_view name) const {
    const char* const start = key.raw();
    const auto room = static_cast<std::size_t>(line_.data() + line_.size() - start);
    return room > name.size() && start[name.size()] == '"' && is_same(start, name.data(), name.size());
  }

  /// The key at this name. Records of one origin have their keys in one order, so the key that came last time after
  /// the one before is tried first.
  std::size_t key_at(ondemand::raw_json_string name, std::size_t before) {
    if (is_at(name, key_names_.name(follows_[before]))) return follows_[before];
    const std::string_view rest(name.raw(), static_cast<std::size_t>(line_.data() + line_.size() - name.raw()));
    const std::size_t key = key_names_.find(rest.substr(0, rest.find('"')));
    if (key != NameTable::none) follows_[before] = key;
    return key;
  }

  bool read_answer(QuickKey key, ondemand::value value) {
    const model::Question& question = rules_.questions[key.question];
    model::PackedAnswer& answer = record_.answers[key.question];
    if (std::exchange(answered_in_[key.question], reading_) == reading_) return false;
    if (question.kind == model::QuestionKind::several && value.raw_json_token().front() != 'n')
      return read_several(key.question, value, answer);
    const std::optional<std::string_view> token = read_token(value);
    if (!token) return false;
    if (*token == "null") return true;
    if (key.is_date) return read_date(question, unquoted(*token), answer);
    if (question.kind == model::QuestionKind::number) {
      answer.number = small_number(*token);
      answer.chosen = 1;
      return answer.number >= 0 && answer.number >= question.from && answer.number <= question.to;
    }
    const std::string_view text = question.kind == model::QuestionKind::yes_no ? *token : unquoted(*token);
    const std::size_t option = options_[key.question].find(text);
    if (option == NameTable::none) return false;
    answer.chosen = std::uint64_t{1} << option;
    return true;
  }

  bool read_date(const model::Question& question, std::string_view text, model::PackedAnswer& answer) const {
    const std::optional<base::Date> date = base::parse_date(text);
    if (!date) return false;
    answer.chosen = 1;
    answer.number = months_of(question, *date, today_);
    answer.date = text;
    return true;
  }

  bool read_several(std::size_t question, ondemand::value value, model::PackedAnswer& answer) const {
    ondemand::json_type type{};
    if (value.type().get(type) != simdjson::SUCCESS) return false;
    if (type == ondemand::json_type::array) {
      if (!read_list(question, value, answer.chosen)) return false;
      answer.refused = all_options_[question] & ~answer.chosen;
      return true;
    }
    ondemand::object entries;
    if (type != ondemand::json_type::object || value.get_object().get(entries) != simdjson::SUCCESS) return false;
    bool has = false;
    bool has_not = false;
    for (auto entry : entries) {
      ondemand::raw_json_string key;
      ondemand::value list;
      if (entry.key().get(key) != simdjson::SUCCESS || entry.value().get(list) != simdjson::SUCCESS) return false;
      const bool is_has = is_at(key, "has");
      if (!is_has && !is_at(key, "not")) return false;
      if (std::exchange(is_has ? has : has_not, true)) return false;
      if (!read_list(question, list, is_has ? answer.chosen : answer.refused)) return false;
    }
    return (answer.chosen & answer.refused) == 0;
  }

  bool read_list(std::size_t question, ondemand::value value, std::uint64_t& bits) const {
    ondemand::array items;
    if (value.get_array().get(items) != simdjson::SUCCESS) return false;
    for (auto item : items) {
      ondemand::value entry;
      if (item.get(entry) != simdjson::SUCCESS) return false;
      const std::optional<std::string_view> token = read_token(entry);
      if (!token) return false;
      const std::size_t option = options_[question].find(unquoted(*token));
      if (option == NameTable::none || ((bits >> option) & 1U) != 0) return false;
      bits |= std::uint64_t{1} << option;
    }
    return true;
  }

  const model::RuleSet& rules_;
  base::Date today_;
  std::vector<QuickKey> keys_;
  NameTable key_names_;
  std::vector<NameTable> options_;          ///< by question
  std::vector<std::uint64_t> all_options_;  ///< by question, as bits
  std::vector<std::size_t> follows_;        ///< by key, and at the end for the first one: the key that came next
  std::vector<std::uint64_t> answered_in_;  ///< by question: the reading in which it was answered last
  std::uint64_t reading_ = 0;
  ondemand::parser parser_;
  std::string_view line_;
  QuickRecord record_;
};

#else

class QuickReader::Reading {
 public:
  Reading(const model::RuleSet&, base::Date) {}
  static const QuickRecord* read(std::string_view) { return nullptr; }
};

#endif

QuickReader::QuickReader(const model::RuleSet& rules, base::Date today)
    : reading_(std::make_unique<Reading>(rules, today)) {}

QuickReader::~QuickReader() = default;

const QuickRecord* QuickReader::read(std::string_view line) { return reading_->read(line); }

}  // namespace socrates::loader
