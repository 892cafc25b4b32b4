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
#include <cstring>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "loader/inputs/answer_reader.hpp"
#include "loader/inputs/name_table.hpp"
#include "loader/text/text_check.hpp"
#include "loader/text/token_index.hpp"
#include "loader/text/tokens.hpp"
#include "socrates/base/utf8.hpp"
#include "socrates/loader/node.hpp"

namespace socrates::loader {
namespace {

constexpr std::size_t longest_id = 1000;

// The strict reader refuses longer texts, whatever is in them.
static_assert(TokenIndex::longest_text <= most_bytes);
static_assert(NameTable::readable_behind <= QuickReader::padding);
static_assert(ExpectedText::readable_behind <= QuickReader::padding);
constexpr std::string_view before_every_name = R"({"answers":{)";
static_assert(NameTable::readable_before <= before_every_name.size());

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
  QuickQuestion(const model::Question& from, model::PackedAnswer& place)
      : question(&from), answer(&place), all_options(model::option_bits(from)), options(tokens_of(from)) {}

  const model::Question* question;
  model::PackedAnswer* answer;
  std::uint64_t all_options;
  NameTable options;
  std::uint64_t answered_in = 0;  ///< the reading in which it was answered last
};

std::vector<QuickQuestion> questions_of(const model::RuleSet& rules, model::PackedAnswers& answers) {
  std::vector<QuickQuestion> questions;
  for (std::size_t q = 0; q < rules.questions.size(); ++q) questions.emplace_back(rules.questions[q], answers[q]);
  return questions;
}

/// How an answer is written.
enum class AnswerForm : std::uint8_t { yes_no, one, several, number, date };

AnswerForm answer_form_of(model::QuestionKind kind) {
  switch (kind) {
    case model::QuestionKind::yes_no:
      return AnswerForm::yes_no;
    case model::QuestionKind::one:
      return AnswerForm::one;
    case model::QuestionKind::several:
      return AnswerForm::several;
    case model::QuestionKind::number:
      return AnswerForm::number;
  }
  throw std::logic_error("a question of no kind");
}

/// A key of the answers: a question, or the date that stands for its number.
struct QuickKey {
  QuickKey(const std::string& id, QuickQuestion& the_question, AnswerForm the_form)
      : token(quoted(id)), with_colon(token + ':'), question(&the_question), form(the_form) {}

  std::string token;
  ExpectedText with_colon;
  QuickQuestion* question;
  AnswerForm form;
  QuickKey* next = nullptr;  ///< the key that came last time after this one
};

std::vector<QuickKey> keys_of(std::vector<QuickQuestion>& questions) {
  std::vector<QuickKey> keys;
  for (QuickQuestion& each : questions) {
    const model::Question& question = *each.question;
    keys.emplace_back(question.id, each, answer_form_of(question.kind));
    if (question.date) keys.emplace_back(question.date->id, each, AnswerForm::date);
  }
  for (QuickKey& key : keys) key.next = &keys.front();
  return keys;
}

std::vector<std::string> tokens_of(const std::vector<QuickKey>& keys) {
  std::vector<std::string> tokens;
  for (const QuickKey& key : keys) tokens.push_back(key.token);
  return tokens;
}

}  // namespace

class QuickReader::Reading {
 public:
  Reading(const model::RuleSet& rules, base::Date today)
      : today_(today),
        record_{std::nullopt, model::PackedAnswers(rules.questions.size())},
        questions_(questions_of(rules, record_.answers)),
        keys_(keys_of(questions_)),
        key_names_(tokens_of(keys_)),
        first_key_(keys_.data()) {}

  /// Where one line spoils the index of all, each line gets its own.
  void open(std::string_view text) {
    is_indexed_ = is_guarded(text) && index_.make(text);
    begin(text);
  }

  const QuickRecord* read(std::string_view line) {
    if (!is_indexed_) {
      if (!is_guarded(line) || !index_.make(line)) return nullptr;
      begin(line);
    }
    const auto start = static_cast<std::size_t>(line.data() - text_);
    const std::size_t end = start + line.size();
    while (tokens_.offset() < start) tokens_.pass(1);
    // A string of the line before may go on in this one: not every kernel of simdjson refuses a line feed behind a
    // backslash. It has no token here.
    if (!std::all_of(line.data(), std::min(tokens_.place(), line.data() + line.size()), Tokens::is_space))
      return nullptr;
    ++reading_;
    record_.id.reset();
    std::fill(record_.answers.begin(), record_.answers.end(), model::PackedAnswer{});
    // Its last bracket stands in the line, and so do all tokens before that; the next token stands behind it.
    Tokens tokens = tokens_;
    if (!read_record(tokens) || tokens.offset_before() >= end || tokens.offset() < end) return nullptr;
    tokens_ = tokens;
    return &record_;
  }

 private:
  void begin(std::string_view text) {
    text_ = text.data();
    tokens_ = Tokens(text_, index_.offsets());
  }

  /// The byte behind a text ends every token, and is none itself, so nobody goes past it.
  static bool is_guarded(std::string_view text) {
    const char behind = text.data()[text.size()];
    return behind == '\n' || behind == '\0';
  }

  bool read_record(Tokens& tokens) {
    if (!tokens.take('{')) return false;
    bool has_answers = false;
    do {
      const std::string_view key = tokens.take_any();
      if (!tokens.take(':')) return false;
      if (key == R"("answers")") {
        if (std::exchange(has_answers, true) || !read_answers(tokens)) return false;
      } else if (key != R"("id")" || record_.id || !read_id(tokens)) {
        return false;
      }
    } while (tokens.take(','));
    return tokens.take('}') && has_answers;
  }

  bool read_id(Tokens& tokens) {
    record_.id = unquoted(tokens.take_any());
    return record_.id && is_plain(*record_.id);
  }

  bool read_answers(Tokens& at) {
    Tokens tokens = at;
    if (!tokens.take('{')) return false;
    if (!tokens.is_next('}')) {
      if (keys_.empty()) return false;
      QuickKey** next = &first_key_;
      do {
        // Records of one origin mostly have their keys in one order.
        if ((*next)->with_colon.is_at(tokens.place())) {
          tokens.pass(2);
        } else if (!find_key(tokens.take_any(), *next) || !tokens.take(':')) {
          return false;
        }
        if (!read_answer(**next, tokens)) return false;
        next = &(*next)->next;
      } while (tokens.take(','));
    }
    at = tokens;
    return at.take('}');
  }

  [[gnu::noinline]] bool find_key(std::string_view token, QuickKey*& key) {
    const std::size_t number = key_names_.find(token);
    if (number == NameTable::none) return false;
    key = &keys_[number];
    return true;
  }

  [[gnu::always_inline]] bool read_answer(const QuickKey& key, Tokens& tokens) {
    QuickQuestion& question = *key.question;
    model::PackedAnswer& answer = *question.answer;
    if (std::exchange(question.answered_in, reading_) == reading_) return false;
    if (key.form == AnswerForm::several && !tokens.is_next('n')) return read_several(question, tokens, answer);
    const std::string_view token = tokens.take_any();
    if (key.form == AnswerForm::yes_no) answer.chosen = yes_or_no(token);
    if (key.form == AnswerForm::one) answer.chosen = option_in(question.options, token);
    return answer.chosen != 0 || token == "null" || read_other(key, token, answer);
  }

  /// As a bit; 0 where it is neither. Nobody can foresee which it is, so there is no branch on that.
  static std::uint64_t yes_or_no(std::string_view token) {
    const char* const text = token.data();
    const auto is_false =
        static_cast<std::uint64_t>((token.size() == 5) & (text[0] == 'f') & (std::memcmp(text + 1, "alse", 4) == 0));
    const auto is_true = static_cast<std::uint64_t>((token.size() == 4) & (std::memcmp(text, "true", 4) == 0));
    return is_false | is_true << 1U;
  }

  static std::uint64_t option_in(const NameTable& options, std::string_view token) {
    const std::size_t option = options.find(token);
    return option == NameTable::none ? 0 : std::uint64_t{1} << option;
  }

  [[gnu::noinline]] bool read_other(const QuickKey& key, std::string_view token, model::PackedAnswer& answer) const {
    const model::Question& question = *key.question->question;
    if (key.form == AnswerForm::number) return read_number(question, token, answer);
    return key.form == AnswerForm::date && read_date(question, token, answer);
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

  [[gnu::always_inline]] static bool read_several(const QuickQuestion& question, Tokens& tokens,
                                                  model::PackedAnswer& answer) {
    if (tokens.is_next('{')) {
      Tokens copy = tokens;
      const bool is_read = read_parts(question.options, copy, answer);
      tokens = copy;
      return is_read;
    }
    if (!read_list(question.options, tokens, answer.chosen)) return false;
    answer.refused = question.all_options & ~answer.chosen;
    return true;
  }

  [[gnu::noinline]] static bool read_parts(const NameTable& options, Tokens& tokens, model::PackedAnswer& answer) {
    tokens.pass(1);
    if (tokens.take('}')) return true;
    bool has = false;
    bool has_not = false;
    do {
      const std::string_view key = tokens.take_any();
      const bool is_has = key == R"("has")";
      if ((!is_has && key != R"("not")") || !tokens.take(':') || std::exchange(is_has ? has : has_not, true))
        return false;
      if (!read_list(options, tokens, is_has ? answer.chosen : answer.refused)) return false;
    } while (tokens.take(','));
    return tokens.take('}') && (answer.chosen & answer.refused) == 0;
  }

  [[gnu::always_inline]] static bool read_list(const NameTable& options, Tokens& tokens, std::uint64_t& bits) {
    if (!tokens.take('[')) return false;
    if (tokens.take(']')) return true;
    std::uint64_t chosen = 0;
    do {
      const std::size_t option = options.find(tokens.take_any());
      if (option == NameTable::none || ((chosen >> option) & 1U) != 0) return false;
      chosen |= std::uint64_t{1} << option;
    } while (tokens.take(','));
    bits = chosen;
    return tokens.take(']');
  }

  base::Date today_;
  QuickRecord record_;
  std::vector<QuickQuestion> questions_;
  std::vector<QuickKey> keys_;
  NameTable key_names_;
  QuickKey* first_key_;  ///< that came last time
  std::uint64_t reading_ = 0;
  TokenIndex index_;
  bool is_indexed_ = false;     ///< the text, as a whole
  const char* text_ = nullptr;  ///< that the index is of
  Tokens tokens_;               ///< from the next line on
};

QuickReader::QuickReader(const model::RuleSet& rules, base::Date today)
    : reading_(std::make_unique<Reading>(rules, today)) {}

QuickReader::~QuickReader() = default;

void QuickReader::open(std::string_view text) { reading_->open(text); }

const QuickRecord* QuickReader::read(std::string_view line) { return reading_->read(line); }

}  // namespace socrates::loader
