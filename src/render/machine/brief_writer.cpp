// SPDX-License-Identifier: Apache-2.0
//
// What a brief result says of a decision hangs on some dozen bits: which values are possible, and which rules are told
// as reasons. Most records come to it in one of few ways, so its text is made once for each of these, kept by the bits,
// and copied. The bits of a record lie across the words of the lanes, so those are transposed, 64 at a time, which
// costs less than to gather them record by record (decision 103 has the figures).

#include <span>
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
  explicit Texts(const model::RuleSet& rules) {
    const std::vector<std::size_t> order = decision_order(rules);
    for (std::span<const std::size_t> left = order; !left.empty(); left = left.subspan(parts_.back().size()))
      parts_.emplace_back(rules, left);
    pieces_.resize(engine::lane_count * parts_.size());
  }

  void take(const engine::LaneOutcome& outcome) {
    decided_ = outcome.decided;
    for (std::size_t i = 0; i < parts_.size(); ++i)
      parts_[i].take(outcome, outcome.consistent, pieces_.data() + i, parts_.size());
  }

  /// Everything between the id and the status. Of all pieces the sizes are known before the first one is copied.
  void append(std::size_t lane, std::string& text) {
    const std::span<const Piece> pieces(pieces_.data() + lane * parts_.size(), parts_.size());
    std::size_t size = 0;
    for (const Piece& piece : pieces) size += piece.size;
    if (buffer_.size() < size + Piece::block) buffer_.resize(size + Piece::block);
    char* end = buffer_.data();
    for (const Piece& piece : pieces) end = piece.copy_to(end);
    text += ((decided_ >> lane) & 1U) != 0 ? R"(,"result":{"status":"decided","decisions":{)"sv
                                           : R"(,"result":{"status":"undecided","decisions":{)"sv;
    text.append(buffer_.data(), end);
    if (text.back() == ',') text.pop_back();
    text += "}}"sv;
  }

 private:
  std::vector<KeptTexts> parts_;  ///< some decisions each
  std::vector<Piece> pieces_;     ///< by lane, by part
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
