// SPDX-License-Identifier: Apache-2.0
//
// What a brief result says of a decision hangs on some dozen bits: which values are possible, and which rules are told
// as reasons. Most records come to it in one of few ways, so its text is made once for each of these, kept by the bits,
// and copied. The bits of a record lie across the words of the lanes, so those are transposed, 64 at a time, which
// costs less than to gather them record by record (decision 103 has the figures).

#include <array>
#include <charconv>
#include <string>
#include <string_view>
#include <vector>

#include "render/machine/json_form.hpp"
#include "render/machine/kept_texts.hpp"
#include "socrates/model/contract.hpp"
#include "socrates/render/batch.hpp"

namespace socrates::render {
namespace {

using namespace std::string_view_literals;

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
  std::vector<std::size_t> order_;    ///< of the decisions
  std::vector<KeptTexts> decisions_;  ///< in it
  std::vector<Piece> chosen_;
  std::string buffer_;
  engine::Lanes decided_ = 0;
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
