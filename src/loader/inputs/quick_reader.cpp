// SPDX-License-Identifier: Apache-2.0
//
// The tokens of a whole chunk of lines are found at once, and this reader goes from one to the next. Keys and options
// are compared as they stand in the text: those of the rules hold no escapes, so an escape is a name that is not found,
// and the line is not for this reader. Everything that is rare ends the same way: escapes in an id, `$schema`, one
// question under two names, numbers of more than four digits.
//
// Why nothing can hide between tokens: all that is neither white space nor the rest of the token before it begins a
// token of its own, and the rest of a token is looked at whole. Texts are names of the rules, dates, or ids, which are
// checked for characters that no text should hold.

#include "socrates/loader/quick_reader.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "loader/inputs/answer_reader.hpp"
#include "loader/inputs/name_table.hpp"
#include "loader/text/text_check.hpp"
#include "loader/text/token_index.hpp"
#include "socrates/base/utf8.hpp"
#include "socrates/loader/node.hpp"

namespace socrates::loader {
namespace {

constexpr std::size_t longest_id = 1000;

// The strict reader refuses longer texts, whatever is in them.
static_assert(TokenIndex::longest_text <= most_bytes);
static_assert(NameTable::padding <= QuickReader::padding);

bool is_space(char letter) { return letter == ' ' || letter == '\t' || letter == '\r' || letter == '\n'; }

std::string quoted(const std::string& name) { return '"' + name + '"'; }

/// What stands between the quotes, escapes as they are; nothing where the token is no string.
std::optional<std::string_view> unquoted(std::string_view token) {
  if (token.size() < 2 || token.front() != '"' || token.back() != '"') return std::nullopt;
  return token.substr(1, token.size() - 2);
}

/// The text of an id that stands in the line as it is. It is valid UTF-8.
bool is_plain(std::string_view text) {
  if (text.size() > longest_id) return false;
  if (std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~' && c != '\\'; })) return true;
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t point = base::next_code_point(text, offset);
    if (point == '\\' || !may_stand_in_json(point)) return false;
  }
  return true;
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

/// The tokens for its options.
std::vector<std::string> tokens_of(const model::Question& question) {
  std::vector<std::string> tokens;
  for (const model::Named& option : question.options)
    tokens.push_back(question.kind == model::QuestionKind::yes_no ? option.id : quoted(option.id));
  return tokens;
}

/// A question as far as it is needed for each answer.
struct QuickQuestion {
  explicit QuickQuestion(const model::Question& from)
      : question(&from), kind(from.kind), all_options(model::option_bits(from)), options(tokens_of(from)) {}

  const model::Question* question;
  model::QuestionKind kind;
  std::uint64_t all_options;
  NameTable options;
  std::uint64_t answered_in = 0;  ///< the reading in which it was answered last
};

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

std::vector<std::string> tokens_of(const std::vector<QuickKey>& keys, const model::RuleSet& rules) {
  std::vector<std::string> tokens;
  for (const QuickKey& key : keys) {
    const model::Question& question = rules.questions[key.question];
    tokens.push_back(quoted(key.is_date ? question.date->id : question.id));
  }
  return tokens;
}

}  // namespace

class QuickReader::Reading {
 public:
  Reading(const model::RuleSet& rules, base::Date today)
      : today_(today),
        questions_(rules.questions.begin(), rules.questions.end()),
        keys_(keys_of(rules)),
        key_names_(tokens_of(keys_, rules)),
        follows_(keys_.size() + 1) {
    record_.answers.resize(rules.questions.size());
  }

  /// Where one line spoils the index of all, each line gets its own.
  void open(std::string_view text) {
    text_ = text;
    is_indexed_ = is_guarded(text) && index_.make(text);
    next_ = index_.offsets();
  }

  const QuickRecord* read(std::string_view line) {
    if (!is_indexed_) {
      if (!is_guarded(line) || !index_.make(line)) return nullptr;
      text_ = line;
      next_ = index_.offsets();
    }
    const auto start = static_cast<std::size_t>(line.data() - text_.data());
    end_ = start + line.size();
    while (*next_ < start) ++next_;
    // A string of the line before may go on in this one: not every kernel of simdjson refuses a line feed behind a
    // backslash. It has no token here.
    if (!std::all_of(line.data(), std::min(place(), line.data() + line.size()), is_space)) return nullptr;
    const std::uint32_t* const first = next_;
    ++reading_;
    record_.id.reset();
    std::fill(record_.answers.begin(), record_.answers.end(), model::PackedAnswer{});
    // Its last bracket stands in the line, and so do all tokens before that; the next token stands behind it.
    if (read_record() && next_[-1] < end_ && *next_ >= end_) return &record_;
    next_ = first;
    return nullptr;
  }

 private:
  /// The byte behind a text ends every token, and is none itself, so nobody goes past it.
  static bool is_guarded(std::string_view text) {
    const char behind = text.data()[text.size()];
    return behind == '\n' || behind == '\0';
  }

  [[nodiscard]] const char* place() const { return text_.data() + *next_; }
  [[nodiscard]] bool is_next(char token) const { return *place() == token; }

  bool take(char token) {
    if (!is_next(token)) return false;
    ++next_;
    return true;
  }

  /// Takes any token, or nothing at the end of the text. Not to be called twice without a `take` between that succeeds:
  /// behind the last token the index has only two more numbers.
  [[gnu::always_inline]] std::string_view take_token() {
    const char* const start = place();
    ++next_;
    const char* end = place();
    if (end[-1] <= ' ')  // which it seldom is
      while (end != start && is_space(end[-1])) --end;
    return {start, static_cast<std::size_t>(end - start)};
  }

  bool read_record() {
    if (!take('{')) return false;
    bool has_answers = false;
    do {
      const std::string_view key = take_token();
      if (!take(':')) return false;
      if (key == R"("answers")") {
        if (std::exchange(has_answers, true) || !read_answers()) return false;
      } else if (key != R"("id")" || record_.id || !read_id()) {
        return false;
      }
    } while (take(','));
    return take('}') && has_answers;
  }

  bool read_id() {
    record_.id = unquoted(take_token());
    return record_.id && is_plain(*record_.id);
  }

  bool read_answers() {
    if (!take('{')) return false;
    if (take('}')) return true;
    std::size_t before = keys_.size();
    do {
      const std::size_t key = take_key(before);
      if (key == NameTable::none || !take(':') || !read_answer(keys_[key])) return false;
      before = key;
    } while (take(','));
    return take('}');
  }

  /// Records of one origin have their keys in one order, so the key that came last time after the one before is tried
  /// first.
  [[gnu::always_inline]] std::size_t take_key(std::size_t before) {
    const std::string_view name = take_token();
    return key_names_.is(name, follows_[before]) ? follows_[before] : find_key(name, before);
  }

  std::size_t find_key(std::string_view name, std::size_t before) {
    const std::size_t key = key_names_.find(name);
    if (key != NameTable::none) follows_[before] = key;
    return key;
  }

  bool read_answer(QuickKey key) {
    QuickQuestion& question = questions_[key.question];
    model::PackedAnswer& answer = record_.answers[key.question];
    if (std::exchange(question.answered_in, reading_) == reading_) return false;
    if (question.kind == model::QuestionKind::several && !is_next('n')) return read_several(question, answer);
    const std::string_view token = take_token();
    if (token == "null") return true;
    if (key.is_date) return read_date(*question.question, token, answer);
    if (question.kind == model::QuestionKind::number) return read_number(*question.question, token, answer);
    const std::size_t option = question.options.find(token);
    if (option == NameTable::none) return false;
    answer.chosen = std::uint64_t{1} << option;
    return true;
  }

  static bool read_number(const model::Question& question, std::string_view token, model::PackedAnswer& answer) {
    answer.number = small_number(token);
    answer.chosen = 1;
    return answer.number >= 0 && answer.number >= question.from && answer.number <= question.to;
  }

  bool read_date(const model::Question& question, std::string_view token, model::PackedAnswer& answer) const {
    const std::optional<std::string_view> text = unquoted(token);
    const std::optional<base::Date> date = text ? base::parse_date(*text) : std::nullopt;
    if (!date) return false;
    answer.chosen = 1;
    answer.number = months_of(question, *date, today_);
    answer.date = *text;
    return true;
  }

  bool read_several(const QuickQuestion& question, model::PackedAnswer& answer) {
    if (is_next('[')) {
      if (!read_list(question.options, answer.chosen)) return false;
      answer.refused = question.all_options & ~answer.chosen;
      return true;
    }
    if (!take('{')) return false;
    if (take('}')) return true;
    bool has = false;
    bool has_not = false;
    do {
      const std::string_view key = take_token();
      const bool is_has = key == R"("has")";
      if ((!is_has && key != R"("not")") || !take(':') || std::exchange(is_has ? has : has_not, true)) return false;
      if (!read_list(question.options, is_has ? answer.chosen : answer.refused)) return false;
    } while (take(','));
    return take('}') && (answer.chosen & answer.refused) == 0;
  }

  bool read_list(const NameTable& options, std::uint64_t& bits) {
    if (!take('[')) return false;
    if (take(']')) return true;
    do {
      const std::size_t option = options.find(take_token());
      if (option == NameTable::none || ((bits >> option) & 1U) != 0) return false;
      bits |= std::uint64_t{1} << option;
    } while (take(','));
    return take(']');
  }

  base::Date today_;
  std::vector<QuickQuestion> questions_;
  std::vector<QuickKey> keys_;
  NameTable key_names_;
  std::vector<std::size_t> follows_;  ///< by key, and at the end for the first one: the key that came next
  std::uint64_t reading_ = 0;
  TokenIndex index_;
  bool is_indexed_ = false;              ///< the text, as a whole
  std::string_view text_;                ///< that the index is of
  const std::uint32_t* next_ = nullptr;  ///< where the next token begins in the text
  std::size_t end_ = 0;                  ///< of the line, in the text
  QuickRecord record_;
};

QuickReader::QuickReader(const model::RuleSet& rules, base::Date today)
    : reading_(std::make_unique<Reading>(rules, today)) {}

QuickReader::~QuickReader() = default;

void QuickReader::open(std::string_view text) { reading_->open(text); }

const QuickRecord* QuickReader::read(std::string_view line) { return reading_->read(line); }

}  // namespace socrates::loader
