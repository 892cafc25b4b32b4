// SPDX-License-Identifier: Apache-2.0
//
// Most of a brief result is text that is known beforehand: `"soc1":{"value":"required","because":[` and rule ids in
// quotes. Those pieces are made once, each with its comma at the end, which is taken back where a list ends. They are
// copied in blocks of a fixed size, past their end too, which the next piece covers: a copy of a size that the compiler
// knows is a handful of instructions, where a call for every piece would take as long as everything else here. The
// rules of a level are copied whether they belong there or not, and covered by the next one where not: whether such a
// rule applies cannot be foreseen, and a processor that has guessed wrong loses more time than the copy takes. The
// elements of a set are another thing, as each is seldom in it.

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <utility>
#include <vector>

#include "render/machine/json_form.hpp"
#include "socrates/model/contract.hpp"
#include "socrates/render/batch.hpp"

namespace socrates::render {
namespace {

constexpr std::size_t block = 64;

/// A ready piece of text, with room behind it so that whole blocks can be read.
class Piece {
 public:
  explicit Piece(std::string text) : text_(std::move(text)), size_(text_.size()) { text_.resize(size_ + block, ' '); }

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::size_t room() const { return size_ + block; }

  /// Writes the piece, and up to a block of anything behind it; returns its end.
  char* copy_to(char* to) const {
    for (std::size_t done = 0; done < size_; done += block) std::memcpy(to + done, text_.data() + done, block);
    return to + size_;
  }

  /// The same where the lane is among `lanes`; else the end is where it was.
  char* copy_if(engine::Lanes lanes, std::size_t lane, char* to) const {
    copy_to(to);
    return to + (size_ & (std::size_t{0} - static_cast<std::size_t>((lanes >> lane) & 1U)));
  }

 private:
  std::string text_;
  std::size_t size_;
};

bool has_lane(engine::Lanes lanes, std::size_t lane) { return ((lanes >> lane) & 1U) != 0; }

/// A list has ended, or an object: no comma before the bracket.
char* close(char* at, char bracket) {
  if (at[-1] == ',') --at;
  *at = bracket;
  return at + 1;
}

std::vector<std::size_t> order_of(const model::RuleSet& rules) {
  std::vector<std::size_t> order;
  for (const std::string_view id : model::contract_decisions)
    if (const auto decision = model::find_decision(rules, id)) order.push_back(*decision);
  for (std::size_t d = 0; d < rules.decisions.size(); ++d)
    if (!model::is_contract_decision(rules.decisions[d].id)) order.push_back(d);
  return order;
}

/// The pieces of one decision.
struct DecisionPieces {
  std::size_t decision = 0;
  bool is_set = false;
  Piece open;                                    ///< `"soc1":{"value":null,`
  Piece set;                                     ///< `"beside_soc":{"value":[`
  std::vector<Piece> settled;                    ///< by value: `"soc1":{"value":"required",`
  std::vector<Piece> values;                     ///< by value: `"required",`
  std::vector<Piece> rules;                      ///< by rule: `"soc1.auditors_rely",`
  std::vector<std::vector<std::size_t>> givers;  ///< by value: the rules that give it
};

DecisionPieces pieces_of(const model::Decision& decision, std::size_t index) {
  const std::string start = json_text(decision.id) + ":{\"value\":";
  DecisionPieces pieces{
      index, decision.combine == model::Combine::collect, Piece(start + "null,"), Piece(start + "["), {}, {}, {}, {}};
  pieces.givers.resize(decision.values.size());
  for (const model::Named& value : decision.values) {
    pieces.settled.emplace_back(start + json_text(value.id) + ",");
    pieces.values.emplace_back(json_text(value.id) + ",");
  }
  for (std::size_t r = 0; r < decision.rules.size(); ++r) {
    pieces.rules.emplace_back(json_text(decision.rules[r].id) + ",");
    for (const std::size_t value : decision.rules[r].then) pieces.givers[value].push_back(r);
  }
  return pieces;
}

std::size_t room_of(const std::vector<Piece>& pieces) {
  std::size_t room = 0;
  for (const Piece& piece : pieces) room += piece.room();
  return room;
}

}  // namespace

class BriefWriter::Pieces {
 public:
  explicit Pieces(const model::RuleSet& rules) {
    for (const std::size_t d : order_of(rules)) decisions_.push_back(pieces_of(rules.decisions[d], d));
  }

  /// The most bytes that a result can take: every value may stand in two lists, and every rule too.
  [[nodiscard]] std::size_t room() const {
    constexpr std::size_t words_around = 512;
    std::size_t room = words_around;
    for (const DecisionPieces& decision : decisions_)
      room += words_around + decision.open.room() + decision.set.room() + room_of(decision.settled) +
              2 * room_of(decision.values) + 2 * room_of(decision.rules);
    return room;
  }

  /// Everything between the id and the status.
  char* write(char* at, const engine::LaneOutcome& outcome, std::size_t lane) const {
    at = (has_lane(outcome.decided, lane) ? decided_ : undecided_).copy_to(at);
    for (const DecisionPieces& pieces : decisions_) {
      const engine::LaneDecision& lanes = outcome.decisions[pieces.decision];
      at = pieces.is_set ? write_set(at, pieces, lanes, lane) : write_level(at, pieces, lanes, lane);
      at = end_of_decision_.copy_to(at);
    }
    return close(close(at, '}'), '}');
  }

 private:
  [[nodiscard]] char* write_level(char* at, const DecisionPieces& pieces, const engine::LaneDecision& lanes,
                                  std::size_t lane) const {
    if (!has_lane(lanes.settled, lane))
      return write_list(possible_.copy_to(pieces.open.copy_to(at)), pieces.values, lanes.possible, lane);
    std::size_t value = 0;
    for (std::size_t v = 0; v < pieces.values.size(); ++v) value += has_lane(lanes.possible[v], lane) ? v : 0;
    at = pieces.settled[value].copy_to(at);
    char* const first = because_.copy_to(at);
    char* end = write_givers(first, pieces, value, lanes.rule_certain, lane);
    if (end == first) end = write_givers(one_of_.copy_to(at), pieces, value, lanes.rule_possible, lane);
    return close(end, ']');
  }

  [[nodiscard]] char* write_set(char* at, const DecisionPieces& pieces, const engine::LaneDecision& lanes,
                                std::size_t lane) const {
    if (has_lane(lanes.settled, lane)) {
      at = write_list(pieces.set.copy_to(at), pieces.values, lanes.surely, lane);
    } else {
      at = write_list(surely_.copy_to(pieces.open.copy_to(at)), pieces.values, lanes.surely, lane);
      at = maybe_.copy_to(at);
      for (std::size_t value = 0; value < pieces.values.size(); ++value)
        at = pieces.values[value].copy_if(lanes.possible[value] & ~lanes.surely[value], lane, at);
      at = close(at, ']');
    }
    *at++ = ',';
    at = write_list(because_.copy_to(at), pieces.rules, lanes.rule_certain, lane);
    return write_doubtful(at, pieces, lanes, lane);
  }

  /// The rules for elements that are sure although no rule for them is.
  [[nodiscard]] char* write_doubtful(char* at, const DecisionPieces& pieces, const engine::LaneDecision& lanes,
                                     std::size_t lane) const {
    bool has_list = false;
    for (std::size_t value = 0; value < pieces.values.size(); ++value) {
      engine::Lanes unexplained = lanes.surely[value];
      for (const std::size_t r : pieces.givers[value]) unexplained &= ~lanes.rule_certain[r];
      if (!has_lane(unexplained, lane)) continue;
      if (!std::exchange(has_list, true)) {
        *at++ = ',';
        at = one_of_.copy_to(at);
      }
      at = write_givers(at, pieces, value, lanes.rule_possible, lane);
    }
    return has_list ? close(at, ']') : at;
  }

  static char* write_list(char* at, const std::vector<Piece>& pieces, const std::vector<engine::Lanes>& lanes,
                          std::size_t lane) {
    for (std::size_t i = 0; i < pieces.size(); ++i)
      if (has_lane(lanes[i], lane)) at = pieces[i].copy_to(at);
    return close(at, ']');
  }

  static char* write_givers(char* at, const DecisionPieces& pieces, std::size_t value,
                            const std::vector<engine::Lanes>& rules, std::size_t lane) {
    for (const std::size_t r : pieces.givers[value]) at = pieces.rules[r].copy_if(rules[r], lane, at);
    return at;
  }

  Piece decided_{R"(,"result":{"status":"decided","decisions":{)"};
  Piece undecided_{R"(,"result":{"status":"undecided","decisions":{)"};
  Piece possible_{R"("possible":[)"};
  Piece surely_{R"("surely":[)"};
  Piece maybe_{R"(,"maybe":[)"};
  Piece because_{R"("because":[)"};
  Piece one_of_{R"("one_of":[)"};
  Piece end_of_decision_{"},"};
  std::vector<DecisionPieces> decisions_;
};

BriefWriter::BriefWriter(const engine::LaneRules& rules)
    : pieces_(std::make_unique<const Pieces>(rules.compiled().rules)), buffer_(pieces_->room(), '\0') {}

BriefWriter::~BriefWriter() = default;

void BriefWriter::add(const BatchLine& line, const engine::LaneOutcome& outcome, std::size_t lane, std::string& text) {
  const auto add_number = [&text](std::size_t number) {
    std::array<char, 20> digits{};
    const char* const end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    text.append(digits.data(), static_cast<std::size_t>(end - digits.data()));
  };
  text += R"({"line":)";
  add_number(line.line);
  text += R"(,"id":)";
  text += line.id ? json_text(*line.id) : "null";
  const char* const end = pieces_->write(buffer_.data(), outcome, lane);
  text.append(buffer_.data(), static_cast<std::size_t>(end - buffer_.data()));
  text += R"(,"exit":)";
  add_number(static_cast<std::size_t>(line.exit));
  text += "}\n";
}

}  // namespace socrates::render
