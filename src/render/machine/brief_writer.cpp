// SPDX-License-Identifier: Apache-2.0
//
// What a brief result says of a decision hangs on some dozen bits: which values are possible, and which rules are told
// as reasons. Most records come to it in one of few ways, so its text is made once for each of these, kept by the bits,
// and copied. The bits of a record lie across the words of the lanes, so those are transposed, 64 at a time, which
// costs less than to gather them record by record (decision 103 has the figures).

#include <string>
#include <string_view>
#include <vector>

#include "render/decision_words.hpp"
#include "render/machine/batch_frame.hpp"
#include "render/machine/kept_texts.hpp"
#include "socrates/render/batch.hpp"

namespace socrates::render {
namespace {

using namespace std::string_view_literals;

}  // namespace

class BriefWriter::Texts {
 public:
  explicit Texts(const model::RuleSet& rules) : order_(decision_order(rules)), chosen_(order_.size()) {
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
  begin_line(line, text);
  texts_->append(lane, text);
  end_line(line, text);
}

}  // namespace socrates::render
