// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <array>
#include <memory>
#include <stdexcept>

#include "cli/batch.hpp"
#include "cli/commands.hpp"
#include "cli/forms.hpp"
#include "cli/inputs.hpp"
#include "socrates/base/codes.hpp"
#include "socrates/base/words.hpp"
#include "socrates/engine/lanes.hpp"
#include "socrates/engine/status.hpp"
#include "socrates/loader/batch_record.hpp"
#include "socrates/loader/quick_reader.hpp"
#include "socrates/render/batch.hpp"

namespace socrates::cli {
namespace {

constexpr Argument brief_values_option{"--brief", "", "Print only values and the ids of rules"};

/// What all threads share.
struct RecommendCommons {
  const Rules& rules;
  const engine::LaneRules& lanes;
  base::Date today;
  std::string input;
  bool brief;
};

/// The work of one thread: fills 64 lanes with records, evaluates them, writes them down.
class Recommending {
 public:
  explicit Recommending(const RecommendCommons& shared)
      : shared_(shared),
        compiled_(shared.rules.compiled()),
        answerable_(compiled_.rules, shared.rules.controls()),
        reader_(compiled_.rules, shared.today),
        evaluation_(shared.lanes),
        brief_writer_(shared.lanes),
        full_writer_(compiled_.rules),
        dependencies_(compiled_) {}

  void work(const Chunk& chunk, std::string& result, Tally& tally) {
    std::string_view text = chunk.text();
    reader_.open(text);
    for (std::size_t line = chunk.first_line; !text.empty();) {
      evaluation_.clear();
      std::size_t used = 0;
      for (; used < records_.size() && !text.empty(); ++used) read(take_line(text), line++, used);
      const engine::LaneOutcome& outcome = evaluation_.evaluate();
      if (shared_.brief) brief_writer_.take(outcome);
      for (std::size_t lane = 0; lane < used; ++lane) write(lane, outcome, result, tally);
    }
  }

 private:
  struct Record {
    std::string_view text;
    std::size_t line = 0;
    std::optional<std::string_view> id;
    std::optional<std::string> own_id;  ///< what `id` points to where it stands otherwise in the text
    model::Answers answers;             ///< not filled for brief results
    model::About about;
    base::Diagnostics problems;
  };

  void read(std::string_view text, std::size_t line, std::size_t lane) {
    Record& record = records_[lane];
    record.text = text;
    record.line = line;
    if (!record.problems.empty()) record.problems = {};
    if (const loader::QuickRecord* const quick = reader_.read(text)) {
      record.id = quick->id;
      evaluation_.put(lane, quick->answers);
      if (!shared_.brief) record.answers = model::unpacked(compiled_.rules, quick->answers);
      record.about = {};
      return;
    }
    const base::Source source = source_of(record);
    std::optional<loader::BatchRecord> loaded =
        loader::load_batch_record(source, answerable_, shared_.today, record.own_id, record.problems);
    record.id = record.own_id;
    if (!loaded) return;
    evaluation_.put(lane, model::packed(compiled_.rules, loaded->answers.answers));
    record.answers = std::move(loaded->answers.answers);
    record.about = std::move(loaded->answers.about);
  }

  void write(std::size_t lane, const engine::LaneOutcome& outcome, std::string& result, Tally& tally) {
    Record& record = records_[lane];
    const auto has = [&](engine::Lanes lanes) { return ((lanes >> lane) & 1U) != 0; };
    std::optional<engine::Outcome> whole;
    try {
      if (record.problems.empty() && !has(outcome.consistent)) explain(record);
      if (record.problems.empty() && !shared_.brief) {
        whole = engine::outcome_in(shared_.lanes, outcome, lane);
        if (!has(outcome.settled)) dependencies_.add(record.answers, *whole);
      }
    } catch (const engine::TooMuchWork& refusal) {
      add_too_much_work(refusal, record.problems);
    }
    const ExitStatus status = !record.problems.empty() ? ExitStatus::invalid
                              : has(outcome.decided)   ? ExitStatus::done
                                                       : ExitStatus::undecided;
    const render::BatchLine line{record.line, record.id, static_cast<int>(status)};
    tally.add(status);
    if (status == ExitStatus::invalid) {
      render::append_batch_line(line, record.problems, result);
    } else if (shared_.brief) {
      brief_writer_.add(line, lane, result);
    } else {
      full_writer_.add(
          line,
          {compiled_.rules, record.answers, *whole, shared_.rules.criteria(), shared_.today, nullptr, record.about},
          result);
    }
  }

  /// Reads a record whose answers contradict each other once more, to say where.
  void explain(Record& record) {
    const base::Source source = source_of(record);
    const std::optional<loader::BatchRecord> loaded =
        loader::load_batch_record(source, answerable_, shared_.today, record.own_id, record.problems);
    if (!loaded) throw std::logic_error("the quick reader has accepted what the strict one refuses");
    record.id = record.own_id;
    add_contradictions(compiled_, loaded->answers, record.problems);
  }

  [[nodiscard]] base::Source source_of(const Record& record) const {
    return {shared_.input, std::string(record.text), record.line};
  }

  const RecommendCommons& shared_;
  const engine::CompiledRules& compiled_;
  loader::Answerable answerable_;
  loader::QuickReader reader_;
  engine::LaneEvaluation evaluation_;
  render::BriefWriter brief_writer_;
  render::FullWriter full_writer_;
  engine::KnownDependencies dependencies_;
  std::array<Record, engine::lane_count> records_;
};

std::optional<Result> run_batch_recommend(const Given& given, const Options& options, base::Diagnostics& problems) {
  const std::optional<Rules> rules = read_rules(options.rules, problems);
  if (!rules) return std::nullopt;
  const engine::LaneRules lanes(rules->compiled());
  const RecommendCommons shared{*rules, lanes, options.today, batch_input_name(given),
                                is_given(given, brief_values_option)};
  const auto make_work = [&shared]() -> LineWork {
    return [recommending = std::make_shared<Recommending>(shared)](
               const Chunk& chunk, std::string& result, Tally& tally) { recommending->work(chunk, result, tally); };
  };
  const std::optional<Tally> tally = run_batch(given, options, make_work, base::Code::malformed_batch_record, problems);
  if (!tally) return std::nullopt;
  return Result{tally->status(),
                {},
                {fmt::format("{}: {} decided, {} undecided, {} with errors", base::counted(tally->lines(), "record"),
                             tally->done, tally->undecided, tally->invalid)}};
}

}  // namespace

Command batch_recommend_command() {
  return {"batch recommend",
          "Get a recommendation for many records, one per line",
          {json_form},
          {records_argument, jobs_option, allow_empty_option, brief_values_option},
          run_batch_recommend};
}

}  // namespace socrates::cli
