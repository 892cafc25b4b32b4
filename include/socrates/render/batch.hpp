// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "socrates/base/diagnostic.hpp"
#include "socrates/engine/lanes.hpp"
#include "socrates/gate/verdict.hpp"
#include "socrates/model/about.hpp"
#include "socrates/render/recommendation.hpp"

namespace socrates::render {

/// What stands around the result of a line of a batch.
struct BatchLine {
  std::size_t line = 0;  ///< of the input, from 1
  std::optional<std::string_view> id;
  int exit = 0;  ///< the status with which the program would end for this line alone
};

enum class Extent {
  full,
  brief,  ///< verdicts and ids of rules only
};

/// Appends `{"line", "id", "result", "exit"}` in one line, the result as an element of `deals` in `gate_json`, with
/// what that says about the company's answers in it.
void append_batch_line(const BatchLine& line, const gate::DealVerdict& deal, const model::About& about, Extent extent,
                       std::string& text);

/// Appends `{"line", "id", "errors", "exit"}` in one line.
void append_batch_line(const BatchLine& line, const base::Diagnostics& problems, std::string& text);

/// Writes `{"line", "id", "result", "exit"}` in one line, the result as in `recommendation_json`, and keeps what reads
/// alike in many results. For one thread, and for recommendations by these rules, which must outlive it.
class FullWriter {
 public:
  explicit FullWriter(const model::RuleSet& rules);
  FullWriter(const FullWriter&) = delete;
  FullWriter& operator=(const FullWriter&) = delete;
  ~FullWriter();

  /// Appends the line.
  void add(const BatchLine& line, const Recommendation& recommendation, std::string& text);

 private:
  class Pieces;
  class Members;
  std::unique_ptr<Pieces> pieces_;
};

/// Writes results of values and rule ids only (docs/json.md: `batch --brief`), and keeps the texts that come again. For
/// one thread; the rules must outlive it.
class BriefWriter {
 public:
  explicit BriefWriter(const engine::LaneRules& rules);
  BriefWriter(const BriefWriter&) = delete;
  BriefWriter& operator=(const BriefWriter&) = delete;
  ~BriefWriter();

  /// Takes the lanes whose results are written next; they must stay until then.
  void take(const engine::LaneOutcome& outcome);
  /// Appends the line of the result that the lane holds.
  void add(const BatchLine& line, std::size_t lane, std::string& text);

 private:
  class Texts;
  std::unique_ptr<Texts> texts_;
};

}  // namespace socrates::render
