// SPDX-License-Identifier: Apache-2.0
//
// What a brief result says of a decision hangs on some dozen bits: which values are possible, and which rules are told
// as reasons. Most records come to it in one of few ways, so its text is made once for each of these, kept by the bits,
// and copied. The bits of a record lie across the words of the lanes, so those are turned by a quarter, 64 at a time,
// which costs less than to gather them record by record (decision 103 has the figures).

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "render/machine/json_form.hpp"
#include "socrates/model/contract.hpp"
#include "socrates/render/batch.hpp"

namespace socrates::render {
namespace {

using namespace std::string_view_literals;
using engine::lane_count;
using engine::Lanes;

bool has_bit(const Lanes* words, std::size_t bit) {
  return ((words[bit / lane_count] >> (bit % lane_count)) & 1U) != 0;
}

/// What is told of one decision as bits: which values are possible, which are sure, which rules are reasons, and of
/// which rules some are where no rule is for sure.
class ToldBits {
 public:
  explicit ToldBits(const model::Decision& decision)
      : decision_(decision), values_(decision.values.size()), rules_(decision.rules.size()), unexplained_(values_) {}

  [[nodiscard]] std::size_t words() const { return (2 * (values_ + rules_) + lane_count - 1) / lane_count; }

  /// By bit the lanes that have it.
  void put(const engine::LaneDecision& lanes, Lanes* bits) {
    Lanes* const surely = bits + values_;
    Lanes* const because = surely + values_;
    Lanes* const one_of = because + rules_;
    for (std::size_t v = 0; v < values_; ++v) {
      bits[v] = lanes.possible[v];
      surely[v] = unexplained_[v] = is_set() ? lanes.surely[v] : lanes.possible[v] & lanes.settled;
    }
    for (std::size_t r = 0; r < rules_; ++r) because[r] = lanes.rule_certain[r] & given_by(r, surely);
    for (std::size_t r = 0; r < rules_; ++r)
      for (const std::size_t v : decision_.rules[r].then) unexplained_[v] &= ~because[r];
    for (std::size_t r = 0; r < rules_; ++r) one_of[r] = lanes.rule_possible[r] & given_by(r, unexplained_.data());
  }

  /// `"soc1":{"value":...},` by the bits of one lane.
  [[nodiscard]] std::string text(const Lanes* bits) const {
    const auto is_possible = [&](std::size_t v) { return has_bit(bits, v); };
    const auto is_sure = [&](std::size_t v) { return has_bit(bits, values_ + v); };
    const auto is_doubtful = [&](std::size_t v) { return is_possible(v) && !is_sure(v); };
    const auto is_reason = [&](std::size_t r) { return has_bit(bits, 2 * values_ + r); };
    const std::string sure = ids(decision_.values, is_sure);
    const std::string doubtful = ids(decision_.values, is_doubtful);
    const std::string reasons = ids(decision_.rules, is_reason);
    const std::string some = some_ids(bits);
    std::string text = json_text(decision_.id) + ":{\"value\":";
    if (is_set()) {
      text += doubtful.empty() ? list(sure) : "null,\"surely\":" + list(sure) + ",\"maybe\":" + list(doubtful);
      text += ",\"because\":" + list(reasons);
      if (!some.empty()) text += ",\"one_of\":" + list(some);
    } else if (!sure.empty()) {
      text += sure + (some.empty() ? ",\"because\":" + list(reasons) : ",\"one_of\":" + list(some));
    } else {
      text += "null,\"possible\":" + list(doubtful);
    }
    return text + "},";
  }

 private:
  [[nodiscard]] bool is_set() const { return decision_.combine == model::Combine::collect; }

  /// The lanes in which the rule gives one of the values that have them.
  [[nodiscard]] Lanes given_by(std::size_t rule, const Lanes* values) const {
    Lanes given = 0;
    for (const std::size_t v : decision_.rules[rule].then) given |= values[v];
    return given;
  }

  /// Those that are meant, with commas between them.
  template <class Named, class IsMeant>
  static std::string ids(const std::vector<Named>& all, const IsMeant& is_meant) {
    std::string text;
    for (std::size_t i = 0; i < all.size(); ++i)
      if (is_meant(i)) text += (text.empty() ? "" : ",") + json_text(all[i].id);
    return text;
  }

  /// The rules of which some are reasons, by the values that are left unexplained.
  [[nodiscard]] std::string some_ids(const Lanes* bits) const {
    const auto gives_and_has = [&](std::size_t r, std::size_t v, std::size_t first_bit) {
      return has_bit(bits, first_bit + r) && model::gives(decision_.rules[r], v);
    };
    std::string text;
    for (std::size_t v = 0; v < values_; ++v) {
      bool is_explained = !has_bit(bits, values_ + v);
      for (std::size_t r = 0; r < rules_; ++r) is_explained |= gives_and_has(r, v, 2 * values_);
      if (is_explained) continue;
      const auto is_meant = [&](std::size_t r) { return gives_and_has(r, v, 2 * values_ + rules_); };
      text += (text.empty() ? "" : ",") + ids(decision_.rules, is_meant);
    }
    return text;
  }
  static std::string list(const std::string& ids) { return "[" + ids + "]"; }

  const model::Decision& decision_;
  std::size_t values_;
  std::size_t rules_;
  std::vector<Lanes> unexplained_;  ///< by value: the lanes in which it is sure and no rule for it is
};

/// A text behind which whole blocks can be read. So it can be copied in blocks of a size that the compiler knows: a
/// handful of instructions, where the length of each text cannot be foreseen.
struct Piece {
  static constexpr std::size_t block = 128;

  const char* text;
  std::size_t size;

  /// Writes up to a block of anything behind it; returns its end.
  char* copy_to(char* to) const {
    for (std::size_t done = 0; done < size; done += block) std::memcpy(to + done, text + done, block);
    return to + size;
  }
};

/// The texts of one decision, by the bits that they hang on.
class DecisionTexts {
 public:
  explicit DecisionTexts(const model::Decision& decision)
      : told_(decision), words_(told_.words()), bits_(words_ * lane_count) {
    forget();
  }

  /// Takes the lanes of which records are written next.
  void take(const engine::LaneDecision& lanes) {
    std::fill(bits_.begin(), bits_.end(), 0);
    told_.put(lanes, bits_.data());
    for (auto square = bits_.begin(); square != bits_.end(); square += lane_count)
      if (std::any_of(square, square + lane_count, [](Lanes lanes) { return lanes != 0; })) engine::turn(&*square);
  }

  /// Valid until the next one is asked for.
  [[nodiscard]] Piece piece_in(std::size_t lane) {
    const std::size_t slot = slot_of({bits_.data() + lane, lane_count});
    return piece(slots_[slot] == none ? keep(lane) : slots_[slot]);
  }

 private:
  static constexpr std::size_t first_slots = 16;
  static constexpr std::size_t most_slots = 8192;  // of which half are filled at most
  static constexpr std::uint16_t none = 0xFFFF;

  /// The bits that a text hangs on, a word at each step.
  struct Key {
    const Lanes* first;
    std::size_t step;
    [[nodiscard]] Lanes word(std::size_t i) const { return first[i * step]; }
  };

  [[nodiscard]] Key key_of(std::size_t number) const { return {keys_.data() + number * words_, 1}; }

  /// Where the text of these bits is, or is to be. Mostly they are one word.
  [[nodiscard]] std::size_t slot_of(Key key) const {
    constexpr Lanes mixer = 0x9E3779B97F4A7C15U;
    Lanes mixed = key.word(0) * mixer;
    for (std::size_t word = 1; word < words_; ++word) mixed = (mixed ^ key.word(word)) * mixer;
    std::size_t slot = (mixed >> 32U) & (slots_.size() - 1);
    while (slots_[slot] != none && !is_equal(key_of(slots_[slot]), key)) slot = (slot + 1) & (slots_.size() - 1);
    return slot;
  }

  [[nodiscard]] bool is_equal(Key left, Key right) const {
    Lanes differences = left.word(0) ^ right.word(0);
    for (std::size_t word = 1; word < words_; ++word) differences |= left.word(word) ^ right.word(word);
    return differences == 0;
  }

  [[nodiscard]] Piece piece(std::size_t number) const {
    return {texts_.data() + starts_[number], starts_[number + 1] - starts_[number]};
  }

  /// Makes the text of a lane; returns its number.
  [[nodiscard]] std::size_t keep(std::size_t lane) {
    if (starts_.size() > slots_.size() / 2) make_room();
    const std::size_t number = starts_.size() - 1;
    for (std::size_t word = 0; word < words_; ++word) keys_.push_back(bits_[word * lane_count + lane]);
    slots_[slot_of(key_of(number))] = static_cast<std::uint16_t>(number);
    texts_.resize(starts_.back());
    texts_ += told_.text(key_of(number).first);
    starts_.push_back(texts_.size());
    texts_.append(Piece::block, '\0');
    return number;
  }

  /// Of very many texts all are forgotten, which costs a little and needs no bookkeeping.
  void make_room() {
    if (slots_.size() == most_slots) {
      forget();
      return;
    }
    slots_.assign(2 * slots_.size(), none);
    for (std::size_t number = 0; number + 1 < starts_.size(); ++number)
      slots_[slot_of(key_of(number))] = static_cast<std::uint16_t>(number);
  }

  void forget() {
    slots_.assign(first_slots, none);
    keys_.clear();
    texts_.clear();
    starts_.assign(1, 0);
  }

  ToldBits told_;
  std::size_t words_;
  std::vector<Lanes> bits_;           ///< by word, and in that by lane
  std::vector<std::uint16_t> slots_;  ///< numbers of texts, each in the first free slot from that of its bits
  std::vector<Lanes> keys_;           ///< by number: the bits
  std::string texts_;                 ///< one behind the other, and a block
  std::vector<std::size_t> starts_;   ///< by number, and at the end: where the text begins
};

void append_number(std::size_t number, std::string& text) {
  std::array<char, 20> digits{};
  const char* const end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  text.append(digits.data(), static_cast<std::size_t>(end - digits.data()));
}

std::vector<std::size_t> order_of(const model::RuleSet& rules) {
  std::vector<std::size_t> order;
  for (const std::string_view id : model::contract_decisions)
    if (const auto decision = model::find_decision(rules, id)) order.push_back(*decision);
  for (std::size_t d = 0; d < rules.decisions.size(); ++d)
    if (!model::is_contract_decision(rules.decisions[d].id)) order.push_back(d);
  return order;
}

}  // namespace

class BriefWriter::Texts {
 public:
  explicit Texts(const model::RuleSet& rules) : order_(order_of(rules)), chosen_(order_.size()) {
    for (const std::size_t d : order_) decisions_.emplace_back(rules.decisions[d]);
  }

  void take(const engine::LaneOutcome& outcome) {
    decided_ = outcome.decided;
    for (std::size_t i = 0; i < order_.size(); ++i) decisions_[i].take(outcome.decisions[order_[i]]);
  }

  /// Everything between the id and the status. Of all pieces the sizes are known before the first one is copied.
  void append(std::size_t lane, std::string& text) {
    std::size_t size = 0;
    for (std::size_t i = 0; i < order_.size(); ++i) {
      chosen_[i] = decisions_[i].piece_in(lane);
      size += chosen_[i].size;
    }
    if (buffer_.size() < size + Piece::block) buffer_.resize(size + Piece::block);
    char* end = buffer_.data();
    for (const Piece& piece : chosen_) end = piece.copy_to(end);
    text += ((decided_ >> lane) & 1U) != 0 ? R"(,"result":{"status":"decided","decisions":{)"sv
                                           : R"(,"result":{"status":"undecided","decisions":{)"sv;
    text.append(buffer_.data(), end);
    if (text.back() == ',') text.pop_back();
    text += "}}"sv;
  }

 private:
  std::vector<std::size_t> order_;        ///< of the decisions
  std::vector<DecisionTexts> decisions_;  ///< in it
  std::vector<Piece> chosen_;
  std::string buffer_;
  Lanes decided_ = 0;
};

BriefWriter::BriefWriter(const engine::LaneRules& rules) : texts_(std::make_unique<Texts>(rules.compiled().rules)) {}

BriefWriter::~BriefWriter() = default;

void BriefWriter::take(const engine::LaneOutcome& outcome) { texts_->take(outcome); }

void BriefWriter::add(const BatchLine& line, std::size_t lane, std::string& text) {
  text += R"({"line":)"sv;
  append_number(line.line, text);
  text += R"(,"id":)"sv;
  if (line.id) {
    append_json_text(*line.id, text);
  } else {
    text += "null"sv;
  }
  texts_->append(lane, text);
  text += R"(,"exit":)"sv;
  append_number(static_cast<std::size_t>(line.exit), text);
  text += "}\n"sv;
}

}  // namespace socrates::render
