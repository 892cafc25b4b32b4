// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <utility>

#include "cli/batch.hpp"
#include "cli/commands.hpp"
#include "cli/forms.hpp"
#include "cli/gate_inputs.hpp"
#include "cli/plan.hpp"
#include "cli/stale_months.hpp"
#include "cli/summary_forms.hpp"
#include "socrates/base/codes.hpp"
#include "socrates/base/words.hpp"
#include "socrates/gate/gatekeeper.hpp"
#include "socrates/gate/summing.hpp"
#include "socrates/loader/deals_loader.hpp"
#include "socrates/loader/json_reader.hpp"
#include "socrates/render/batch.hpp"

namespace socrates::cli {
namespace {

constexpr Argument brief_verdicts_option{"--brief", "", "Print only verdicts and the ids of rules"};

/// What is to be said of all deals together, by chunk of the input. A chunk counts once all of it is judged, as one for
/// which there was too little memory is judged once more.
class SummingOfChunks {
 public:
  void add(std::size_t chunk, gate::Summing summing, std::vector<base::Diagnostic> errors) {
    const std::lock_guard<std::mutex> lock(mutex_);
    parts_.try_emplace(chunk, Part{std::move(summing), std::move(errors)});
  }

  [[nodiscard]] gate::Summary summary() const {
    gate::Summing whole;
    for (const auto& [chunk, part] : parts_) whole.add(part.summing);
    return whole.summary();
  }

  /// What is wrong with the first lines that were not judged.
  [[nodiscard]] std::vector<base::Diagnostic> errors() const {
    std::vector<base::Diagnostic> all;
    for (const auto& [chunk, part] : parts_)
      for (const base::Diagnostic& error : part.errors)
        if (all.size() < most_errors_told) all.push_back(error);
    return all;
  }

  static constexpr std::size_t most_errors_told = 10;

 private:
  struct Part {
    gate::Summing summing;
    std::vector<base::Diagnostic> errors;
  };

  std::mutex mutex_;
  std::map<std::size_t, Part> parts_;
};

/// What all threads share.
struct GateCommons {
  const GateInputs& inputs;
  const model::Engagement& engagement;
  base::Date today;
  std::string input;
  gate::Strictness strictness;
  render::Extent extent;
  SummingOfChunks* summing;  ///< null: what is said of each deal is written
};

/// The id of a deal of which perhaps nothing else is good.
std::optional<std::string> id_of(const loader::Node& deal) {
  const loader::Node::Member* const id = loader::find_member(deal, "id");
  if (id == nullptr || id->value.kind != loader::Node::Kind::string) return std::nullopt;
  return id->value.text;
}

/// The work of one thread, which keeps its plans from deal to deal.
class Judging {
 public:
  explicit Judging(const GateCommons& shared)
      : shared_(shared),
        answerable_(shared.inputs.rules.compiled().rules, shared.inputs.rules.controls()),
        gatekeeper_({shared.inputs.inventory, shared.inputs.profile, shared.inputs.policy, shared.inputs.waivers,
                     shared.strictness, planned_reports(shared.inputs, shared.engagement, shared.today)},
                    {shared.inputs.rules.compiled(), *shared.inputs.acceptance, shared.inputs.rules.criteria()},
                    shared.today) {}

  void work(const Chunk& chunk, std::string& result, Tally& tally) {
    gate::Summing summing;
    std::vector<base::Diagnostic> errors;
    std::string_view text = chunk.text();
    for (std::size_t number = chunk.first_line; !text.empty(); ++number) {
      const base::Source line{shared_.input, std::string(take_line(text)), number};
      if (shared_.summing == nullptr)
        write(line, result, tally);
      else
        add_up(line, summing, errors, tally);
    }
    if (shared_.summing != nullptr) shared_.summing->add(chunk.number, std::move(summing), std::move(errors));
  }

 private:
  /// A deal and what is said of it; nothing of one that could not be judged, and then problems.
  struct Judged {
    std::optional<std::string> id;
    std::optional<model::Deal> deal;
    std::optional<gate::DealVerdict> verdict;
    std::vector<gate::Step> steps;
    base::Diagnostics problems;

    [[nodiscard]] bool is_judged() const { return verdict && problems.empty(); }
    [[nodiscard]] ExitStatus status() const { return is_judged() ? status_of(verdict->verdict) : ExitStatus::invalid; }
  };

  /// With the steps that would let it through, where a summary is wanted.
  Judged judge(const base::Source& line) {
    Judged judged;
    const std::optional<loader::Node> node = loader::read_json(line, judged.problems);
    if (node) judged.id = id_of(*node);
    // A key that stands twice leaves a node behind, and is a problem all the same.
    if (node)
      judged.deal = loader::read_deal(*node, answerable_, shared_.today, judged.problems, &shared_.inputs.profiles);
    try {
      if (judged.deal && judged.problems.empty())
        judged.verdict = gatekeeper_.judge(
            *judged.deal, shared_.extent == render::Extent::brief ? gate::Extent::brief : gate::Extent::full,
            judged.problems);
      if (judged.is_judged() && shared_.summing != nullptr)
        judged.steps = gatekeeper_.unlocking_steps(*judged.deal, *judged.verdict, judged.problems);
    } catch (const engine::TooMuchWork& refusal) {
      add_too_much_work(refusal, judged.problems);
    }
    judged.problems.sort_by_place();
    return judged;
  }

  void write(const base::Source& line, std::string& result, Tally& tally) {
    const Judged judged = judge(line);
    tally.add(judged.status());
    const render::BatchLine frame{line.first_line, judged.id, static_cast<int>(judged.status())};
    if (judged.is_judged())
      render::append_batch_line(frame, *judged.verdict, shared_.inputs.about, shared_.extent, result);
    else
      render::append_batch_line(frame, judged.problems, result);
  }

  void add_up(const base::Source& line, gate::Summing& summing, std::vector<base::Diagnostic>& errors, Tally& tally) {
    const Judged judged = judge(line);
    tally.add(judged.status());
    if (judged.is_judged())
      summing.add(*judged.verdict, judged.steps);
    else if (errors.size() < SummingOfChunks::most_errors_told)
      errors.push_back(judged.problems.kept().front());
  }

  const GateCommons& shared_;
  loader::Answerable answerable_;
  gate::Gatekeeper gatekeeper_;
};

/// Standard input is the deals, or some other file.
void check_input_once(const Given& given, base::Diagnostics& problems) {
  const std::string records = value_of(given, records_argument);
  std::size_t times = records.empty() || records == "-" ? 1 : 0;
  for (const Argument& option : gate_input_options) times += value_of(given, option) == "-" ? 1 : 0;
  if (times > 1)
    add_usage_problem(problems, "standard input is named more than once",
                      "without a file, standard input is the deals");
}

/// What stands around a summary. Lines that could not be judged leave it open whether all deals go through.
render::GateReport report_around(const GateCommons& shared, const gate::Summary& summary, const Tally& tally) {
  return {{},
          tally.invalid == 0 ? summary.verdict() : gate::graver(summary.verdict(), gate::Verdict::undecided),
          shared.strictness,
          static_cast<int>(tally.status()),
          shared.today,
          shared.inputs.policy.thresholds,
          shared.inputs.acceptance->rules,
          shared.inputs.rules.compiled().rules,
          shared.inputs.about,
          {},
          tally.invalid};
}

/// JSON first, as everything in a batch is for programs.
std::vector<std::string_view> forms_of_batch_gate() {
  std::vector<std::string_view> names = names_of(summary_forms);
  std::iter_swap(names.begin(), std::find(names.begin(), names.end(), json_form));
  return names;
}

std::vector<std::string_view> forms_beside(const Given& given) {
  return is_given(given, summary_option) ? forms_of_batch_gate() : std::vector<std::string_view>{json_form};
}

std::optional<Result> run_batch_gate(const Given& given, const Options& options, base::Diagnostics& problems) {
  const std::size_t before = problems.count();
  check_input_once(given, problems);
  const bool wants_summary = is_given(given, summary_option);
  if (!wants_summary && options.format != json_form)
    add_usage_problem(problems, fmt::format("lines are JSON, not {}", options.format),
                      "add --summary for one report on all deals");
  if (wants_summary && is_given(given, brief_verdicts_option))
    add_usage_problem(problems, "--brief and --summary exclude each other", "a summary has no lines to shorten");
  if (problems.count() != before) return std::nullopt;
  const std::optional<GateInputs> inputs = read_gate_inputs(given, options, problems);
  const std::optional<model::Engagement> engagement = read_engagement(options.rules, problems);
  if (!inputs || !engagement) return std::nullopt;
  SummingOfChunks summing;
  const GateCommons shared{*inputs,
                           *engagement,
                           options.today,
                           batch_input_name(given),
                           strictness_of(given),
                           is_given(given, brief_verdicts_option) ? render::Extent::brief : render::Extent::full,
                           wants_summary ? &summing : nullptr};
  const auto make_work = [&shared]() -> LineWork {
    return [judging = std::make_shared<Judging>(shared)](const Chunk& chunk, std::string& result, Tally& tally) {
      judging->work(chunk, result, tally);
    };
  };
  LastWords last_words;
  if (wants_summary)
    last_words = [&](const Tally& tally) {
      const gate::Summary summary = summing.summary();
      const render::GateReport around = report_around(shared, summary, tally);
      return written(summary_forms, {around, summary}, options);
    };
  const std::optional<Tally> tally = run_batch(given, options, make_work, base::Code::no_deals, problems, last_words);
  if (!tally) return std::nullopt;
  Result result;
  result.status = tally->status();
  result.notes = remarks_on_stale_months(inputs->rules.compiled().rules, inputs->profile, inputs->about, options.today);
  result.errors = summing.errors();
  result.notes.push_back(fmt::format("{}: {} yes, {} no, {} undecided, {} with errors",
                                     base::counted(tally->lines(), "deal"), tally->done, tally->no, tally->undecided,
                                     tally->invalid));
  return result;
}

}  // namespace

Command batch_gate_command() {
  return {"batch gate",
          "Judge many deals, one per line",
          forms_of_batch_gate(),
          {records_argument, jobs_option, allow_empty_option, reports_option, profile_option, policy_option,
           profiles_option, waivers_option, brief_verdicts_option, summary_option, strict_option},
          run_batch_gate,
          forms_beside};
}

}  // namespace socrates::cli
