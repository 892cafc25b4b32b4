// SPDX-License-Identifier: Apache-2.0
//
// Nearly all of a full result is text of the rules. A decision reads the same for all records that come to it by the
// same rules, but for what its texts say of the answers; so does a note. Each such piece is kept by all that it hangs
// on, and made once, as the document of a single recommendation has it. 2,000 records of every question take 386
// million instructions, where building and writing each document took 2,980.

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "render/decision_words.hpp"
#include "render/machine/batch_frame.hpp"
#include "render/machine/json_form.hpp"
#include "render/machine/recommendation_json.hpp"
#include "socrates/model/answer_words.hpp"
#include "socrates/render/batch.hpp"

namespace socrates::render {
namespace {

constexpr std::size_t most_bytes_of_pieces = std::size_t{8} << 20U;

/// The questions that a text names as `{question}`.
std::vector<std::size_t> questions_in(std::string_view text, const model::RuleSet& rules) {
  std::vector<std::size_t> questions;
  for (std::size_t open = text.find('{'); open < text.size(); open = text.find('{', open + 1)) {
    const std::size_t close = std::min(text.find('}', open), text.size());
    if (const auto question = find_question(rules, text.substr(open + 1, close - open - 1)))
      questions.push_back(*question);
  }
  return questions;
}

/// What a piece hangs on, as bytes.
class Key {
 public:
  explicit Key(char kind) : text_(1, kind) {}

  void add(std::size_t number) {
    for (int byte = 0; byte < 4; ++byte) text_ += static_cast<char>(number >> (8 * byte));
  }
  void add(const std::vector<std::size_t>& numbers) {
    add(numbers.size());
    for (const std::size_t number : numbers) add(number);
  }
  void add(const std::string& text) {
    add(text.size());
    text_ += text;
  }
  void add_answers(const std::vector<std::size_t>& questions, const Recommendation& recommendation) {
    for (const std::size_t question : questions)
      add(question < recommendation.answers.size()
              ? answer_label(recommendation.rules.questions[question], recommendation.answers[question])
              : std::string());
  }

  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
};

void close_list(std::string& text, char bracket) {
  if (text.back() == ',')
    text.back() = bracket;
  else
    text += bracket;
}

}  // namespace

class FullWriter::Pieces {
 public:
  explicit Pieces(const model::RuleSet& rules) {
    for (const model::Decision& decision : rules.decisions) {
      auto& of_rules = named_by_rule_.emplace_back();
      for (const model::Rule& rule : decision.rules)
        of_rules.push_back(questions_in(rule.because + std::string_view(rule.reply), rules));
    }
    for (const model::Note& note : rules.notes) named_by_note_.push_back(questions_in(note.text, rules));
  }

  /// With its id before it and a comma behind it.
  void add_decision(const Recommendation& recommendation, const DecisionView& view, std::string& text) {
    const auto number = static_cast<std::size_t>(view.decision - recommendation.rules.decisions.data());
    Key key('d');
    key.add(number);
    key.add(view.outcome->possible);
    key.add(view.outcome->surely);
    key.add(view.outcome->maybe);
    key.add(view.outcome->depends_on);
    for (const engine::Reason& reason : view.outcome->because) {
      key.add(2 * reason.rule + (reason.one_of ? 1 : 0));
      key.add(reason.value);
      key.add_answers(named_by_rule_[number][reason.rule], recommendation);
    }
    add_piece(key, text,
              [&] { return json_text(view.decision->id) + ":" + in_line(decision_form(recommendation, view)) + ","; });
  }

  void add_note(const Recommendation& recommendation, std::size_t note, std::string& text) {
    Key key('n');
    key.add(note);
    key.add_answers(named_by_note_[note], recommendation);
    add_piece(key, text, [&] { return in_line(note_form(recommendation, note)) + ","; });
  }

 private:
  template <class Make>
  void add_piece(const Key& key, std::string& text, const Make& make) {
    auto known = pieces_.find(key.text());
    if (known == pieces_.end()) {
      std::string piece = make();
      if (bytes_ > most_bytes_of_pieces) {
        pieces_.clear();
        bytes_ = 0;
      }
      bytes_ += key.text().size() + piece.size();
      known = pieces_.emplace(key.text(), std::move(piece)).first;
    }
    text += known->second;
  }

  std::vector<std::vector<std::vector<std::size_t>>> named_by_rule_;  ///< by decision and rule
  std::vector<std::vector<std::size_t>> named_by_note_;
  std::unordered_map<std::string, std::string> pieces_;
  std::size_t bytes_ = 0;
};

/// Writes members behind each other, each with a comma behind it.
class FullWriter::Members : public RecommendationMembers {
 public:
  Members(const Recommendation& recommendation, Pieces& pieces, std::string& text)
      : recommendation_(recommendation), pieces_(pieces), text_(text) {}

  void add(std::string_view name, Json value) override {
    begin(name);
    text_ += value.is_string() ? json_text(value.get_ref<const std::string&>()) : in_line(value);
    text_ += ',';
  }
  void add_decisions() override {
    begin("decisions");
    text_ += '{';
    for (const DecisionView& view : decisions_in_order(recommendation_))
      pieces_.add_decision(recommendation_, view, text_);
    close_list(text_, '}');
    text_ += ',';
  }
  void add_notes() override {
    begin("notes");
    text_ += '[';
    for (const std::size_t note : recommendation_.outcome.notes) pieces_.add_note(recommendation_, note, text_);
    close_list(text_, ']');
    text_ += ',';
  }

 private:
  void begin(std::string_view name) { text_.append("\"").append(name).append("\":"); }

  const Recommendation& recommendation_;
  Pieces& pieces_;
  std::string& text_;
};

FullWriter::FullWriter(const model::RuleSet& rules) : pieces_(std::make_unique<Pieces>(rules)) {}

FullWriter::~FullWriter() = default;

void FullWriter::add(const BatchLine& line, const Recommendation& recommendation, std::string& text) {
  begin_line(line, text);
  text += ",\"result\":{";
  Members members(recommendation, *pieces_, text);
  add_members(recommendation, members);
  close_list(text, '}');
  end_line(line, text);
}

}  // namespace socrates::render
